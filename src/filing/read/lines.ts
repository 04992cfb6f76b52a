/** One line of the source, without its end: `\n`, `\r\n` or `\r`, mixed as they come; a form feed ends a line too. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** As printed, tabs and all. */
  readonly text: string;
  /** Nothing but white space. */
  readonly blank: boolean;
  /** Whether a form feed or an EDGAR `<PAGE>` stands here. */
  readonly pageBreak: boolean;
}

/** EDGAR's mark-up of plain text: it lays out, and says nothing. */
const EDGAR_TAG_LINE = /^\s*<\/?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d+)>(?:\s*<(?:S|C)>)*\s*(?:\d+\s*)?$/i;

/** Splits the source; blank lines are kept, since they part paragraphs. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|[\n\r\f]|$/g;
  let start = 0;
  while (start <= source.length) {
    ends.lastIndex = start;
    const match = ends.exec(source);
    const end = match === null ? source.length : match.index;
    const terminator = match?.[0] ?? '';
    lines.push(lineOf(source, start, end, terminator === '\f'));
    if (terminator === '') break;
    start = end + terminator.length;
  }
  return lines;
}

function lineOf(source: string, start: number, end: number, formFeed: boolean): Line {
  const text = source.slice(start, end);
  const tag = text.includes('<') && EDGAR_TAG_LINE.test(text);
  return {
    start,
    end,
    text,
    blank: tag || text.trim() === '',
    pageBreak: formFeed || (tag && /page/i.test(text)),
  };
}
