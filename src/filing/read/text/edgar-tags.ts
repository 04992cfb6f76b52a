/**
 * EDGAR's mark-up of plain text: it lays out, and says nothing (EDGAR Filer Manual, "Tagging of ASCII documents").
 * Tags of a line are a set of these.
 */
export const NO_TAG = 0;
export const TABLE_OPENS = 1;
export const TABLE_CLOSES = 2;
/** Title and headings of a table follow. */
export const CAPTION = 4;
/** `<S>` stands where the labels of a table begin, each `<C>` where a column does. */
export const COLUMNS = 8;
/** Notes of a table follow. */
export const NOTES = 16;

const TAG = /<(\/?)(PAGE|TABLE|CAPTION|S|C|FN|F\d{1,3}|R)>[ \t]*/iy;
/** What may follow `<PAGE>`: the number of the page. */
const PAGE_LABEL = /[ \t]*(?:[A-Z]{1,3}-?)?\d{0,4}[ \t]*$/iy;

/** The tags that a line begins with, and where what follows them begins. */
export interface MarkUp {
  readonly tags: number;
  readonly rest: number;
  readonly endsPage: boolean;
}

/** Reads the tags between two offsets, of which the first is a "<". */
export function markUpOf(text: string, first: number, last: number): MarkUp {
  let tags = NO_TAG;
  let rest = first;
  let endsPage = false;
  const line = text.slice(first, last);
  TAG.lastIndex = 0;
  for (let match = TAG.exec(line); match !== null; match = TAG.exec(line)) {
    const name = (match[2] ?? '').toUpperCase();
    tags |= tagOf(name, match[1] === '/');
    endsPage ||= name === 'PAGE' && match[1] === '';
    rest = first + TAG.lastIndex;
    if (rest >= last) break;
  }
  if (endsPage && rest < last) {
    PAGE_LABEL.lastIndex = rest - first;
    if (PAGE_LABEL.test(line)) rest = last;
  }
  return { tags, rest, endsPage };
}

/** Offsets in the line of `<S>` and of each `<C>`, in order: where its columns begin. */
export function columnMarks(line: string): number[] {
  const marks: number[] = [];
  const tags = /<[SC]>/gi;
  for (let match = tags.exec(line); match !== null; match = tags.exec(line)) marks.push(match.index);
  return marks;
}

function tagOf(name: string, closes: boolean): number {
  if (name === 'TABLE') return closes ? TABLE_CLOSES : TABLE_OPENS;
  if (closes) return NO_TAG;
  if (name === 'CAPTION') return CAPTION;
  if (name === 'S' || name === 'C') return COLUMNS;
  return name.startsWith('F') ? NOTES : NO_TAG;
}
