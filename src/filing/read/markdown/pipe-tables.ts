import type { SourceSpan } from '../../filing.js';
import { isPlainSpace } from '../../plain-characters.js';

/** A row of a table between pipes: where its cells stand in the source, white space around them left out. */
export interface PipeRow {
  readonly cells: readonly SourceSpan[];
  /** From the line below the table's head; "left" where that says nothing. */
  readonly aligns: readonly ('left' | 'center' | 'right')[];
  /** Above the line below the table's head. */
  readonly heading: boolean;
}

/** Some converters let the words of a cell run over lines: a row ends no later than this. */
const MOST_LINES = 24;
const DELIMITER = /^:?-+:?$/;

/** The table that begins at a pipe, and where the text goes on behind it; null where no row closes. */
export function readPipeTable(
  text: string,
  start: number,
  end: number,
): { readonly rows: readonly PipeRow[]; readonly end: number } | null {
  const rows: PipeRow[] = [];
  let aligns: PipeRow['aligns'] = [];
  let at = start;
  while (at < end && text.charCodeAt(firstOf(text, at, end)) === PIPE) {
    const rowEnd = endOfRow(text, at, end);
    const cells = cellsOf(text, firstOf(text, at, end), rowEnd);
    if (cells.length === 0) break;
    at = Math.min(end, rowEnd + 1);
    if (!isDelimiterRow(text, cells)) rows.push({ cells, aligns, heading: false });
    else {
      aligns = cells.map((cell) => alignOf(text.slice(...cell)));
      for (const [index, row] of rows.entries())
        rows[index] = { ...row, aligns, heading: index === rows.length - 1 };
    }
  }
  return rows.length === 0 ? null : { rows, end: at };
}

const PIPE = 0x7c;
const BACKSLASH = 0x5c;

/** The end of the line that closes a row. A line that ends without a pipe goes on, if a line below closes it. */
function endOfRow(text: string, start: number, end: number): number {
  const own = lineEnd(text, start, end);
  if (closesRow(text, start, own)) return own;
  let at = own + 1;
  for (let lines = 1; lines < MOST_LINES && at < end; lines += 1) {
    if (text.charCodeAt(firstOf(text, at, end)) === PIPE) return own;
    const to = lineEnd(text, at, end);
    if (closesRow(text, at, to)) return to;
    at = to + 1;
  }
  return own;
}

function closesRow(text: string, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && text.charCodeAt(last) <= 0x20) last -= 1;
  return last > start && text.charCodeAt(last) === PIPE && text.charCodeAt(last - 1) !== BACKSLASH;
}

function lineEnd(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 || found > end ? end : found;
}

function firstOf(text: string, at: number, end: number): number {
  let first = at;
  while (first < end && text.charCodeAt(first) === 0x20) first += 1;
  return first;
}

/** Between pipes that no backslash escapes; the pipe that closes the row opens no cell. */
function cellsOf(text: string, start: number, end: number): SourceSpan[] {
  const cells: SourceSpan[] = [];
  let from = start + 1;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === PIPE) {
      cells.push(trimmed(text, from, at));
      from = at + 1;
    }
  }
  const rest = trimmed(text, from, end);
  if (rest[0] < rest[1]) cells.push(rest);
  return cells;
}

function trimmed(text: string, start: number, end: number): SourceSpan {
  let [from, to] = [start, end];
  while (from < to && isPlainSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isPlainSpace(text.charCodeAt(to - 1))) to -= 1;
  return [from, to];
}

function isDelimiterRow(text: string, cells: readonly SourceSpan[]): boolean {
  return cells.every(([from, to]) => from < to && DELIMITER.test(text.slice(from, to)));
}

function alignOf(mark: string): 'left' | 'center' | 'right' {
  if (!mark.endsWith(':')) return 'left';
  return mark.startsWith(':') ? 'center' : 'right';
}
