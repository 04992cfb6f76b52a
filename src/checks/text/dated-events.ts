import type { Block, Filing } from '../../filing/filing.js';

/** One telling of an event: “On March 15, 2023, we acquired …”. */
export interface Telling {
  readonly block: Block;
  /** Of the date, in the text of the block. */
  readonly start: number;
  readonly end: number;
  /** As printed, white space apart. */
  readonly date: string;
}

/** Two tellings of one event in the same words that give it two dates. */
export interface TwoDates {
  readonly first: Telling;
  readonly second: Telling;
  /** Where the years differ, the event may come back every year. */
  readonly differs: 'day' | 'year';
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const OPENING = new RegExp(
  String.raw`\b(?:[Oo]n|[Ee]ffective(?:\s+as\s+of)?)\s+((${MONTH})\s+(\d{1,2}),\s+((?:19|20)\d{2})),\s+`,
  'g',
);
/** So many words alike tell the same event; fewer are a manner of speaking: “the Board of Directors declared a dividend”. */
const WORDS_ALIKE = 14;
const LONGEST = 400;

/** Events that are told twice in the same words with dates that differ in the day alone or in the year alone. */
export function eventsWithTwoDates({ blocks }: Filing): TwoDates[] {
  const known = new Map<string, Telling & { readonly parts: readonly string[] }>();
  const found: TwoDates[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') continue;
    for (const match of block.text.matchAll(OPENING)) {
      const told = block.text.slice(match.index + match[0].length, match.index + match[0].length + LONGEST);
      const words = told.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
      if (words.length < WORDS_ALIKE) continue;
      const key = words.slice(0, WORDS_ALIKE).join(' ');
      const date = match[1] ?? '';
      const start = match.index + match[0].indexOf(date);
      const parts = match.slice(2, 5).map((part) => part ?? '');
      const telling = { block, start, end: start + date.length, date: date.replace(/\s+/g, ' '), parts };
      const first = known.get(key);
      if (first === undefined) known.set(key, telling);
      else {
        const differs = onePartApart(first.parts, parts);
        if (differs !== null) found.push({ first, second: telling, differs });
      }
    }
  }
  return found;
}

/** Month, day and year agree but for the day or the year: two events seldom have that. */
function onePartApart(a: readonly string[], b: readonly string[]): TwoDates['differs'] | null {
  const differing = a.flatMap((part, index) => (part === b[index] ? [] : [index]));
  if (differing.length !== 1) return null;
  return differing[0] === 1 ? 'day' : differing[0] === 2 ? 'year' : null;
}
