import type { Cell, Row } from '../filing.js';
import { withoutNoteMark } from './notes.js';

/** The headings that stand above a run of rows, by column, outermost first. */
export interface HeaderBlock {
  /** The first row that they head. */
  readonly from: number;
  readonly paths: readonly (readonly string[])[];
}

/**
 * The headings above each column, outermost first: those before the first data row, and those that stand further
 * down, from there on. Between tabs a heading above several columns stands in the first of them: where a further
 * heading row follows, it reaches to the next heading of its own row. Column 0 holds the headings of the labels
 * ("Fiscal year ended March 31,"). `read` makes the label of what is printed: its note marks taken off, as a rule.
 */
export function headerBlocks(
  rows: readonly Row[],
  count: number,
  read: (printed: string) => string = withoutNoteMark,
): HeaderBlock[] {
  const firstData = rows.findIndex(({ kind }) => kind === 'data');
  const end = firstData < 0 ? rows.length : firstData;
  const leading = rows.slice(0, end).filter(({ kind }) => kind === 'header');
  const blocks: HeaderBlock[] = [{ from: 0, paths: stackedPaths(leading, count, read) }];
  for (let row = end; row < rows.length && blocks.length * count < MOST_HEADINGS; row += 1) {
    if (rows[row]?.kind !== 'header') continue;
    const run: Row[] = [];
    for (; rows[row]?.kind === 'header'; row += 1) run.push(rows[row] as Row);
    const before = blocks.at(-1)?.paths ?? [];
    blocks.push({ from: row, paths: replaced(before, stackedPaths(run, count, read)) });
  }
  return blocks;
}

/** A table that changes its headings for ever is none: what it holds is bounded. */
const MOST_HEADINGS = 200_000;

/** The headings that a row stands under. */
export function blockOf(blocks: readonly HeaderBlock[], row: number): HeaderBlock {
  let low = 1;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as HeaderBlock).from <= row) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1] as HeaderBlock;
}

function stackedPaths(headers: readonly Row[], count: number, read: (printed: string) => string): string[][] {
  const paths: string[][] = Array.from({ length: count }, () => []);
  for (const [index, header] of headers.entries()) {
    const below = headers[index + 1];
    const headed = new Set(below?.cells.map(({ column }) => column));
    const leftwards = below !== undefined && standsAtEnds(header, below);
    for (const [position, cell] of header.cells.entries()) {
      const before = header.cells[position - 1];
      const next = header.cells[position + 1]?.column ?? count;
      const start = leftwards && cell.column > 0 ? endOfCell(before) : cell.column;
      const spread = cell.column === 0 ? 1 : endOfSpan(cell.column, next, headed);
      const reach = Math.min(count, Math.max(spread, cell.column + cell.columns));
      const label = read(cell.text);
      for (let column = start; column < reach; column += 1) paths[column]?.push(label);
    }
  }
  return paths;
}

/** The column behind a heading, at least the first of values. */
function endOfCell(cell: Cell | undefined): number {
  return cell === undefined ? 1 : Math.max(1, cell.column + cell.columns);
}

/** Whether headings stand over the last column of each of their groups: "2023" over "Net", with "Gross" on its left. */
function standsAtEnds(header: Row, below: Row): boolean {
  const own = header.cells.filter(({ column }) => column > 0);
  const headed = below.cells.filter(({ column }) => column > 0);
  const [first, last] = [own[0], own.at(-1)];
  const end = headed.at(-1);
  if (first === undefined || last === undefined || end === undefined || own.length < 2) return false;
  if (own.some(({ columns }) => columns > 1) || headed.length < 2 * own.length) return false;
  return first.column > (headed[0]?.column ?? 0) && last.column === end.column;
}

/** A heading spreads only over columns that the row below it heads in their own right. */
function endOfSpan(column: number, next: number, headed: ReadonlySet<number>): number {
  let end = column + 1;
  while (end < next && headed.has(end)) end += 1;
  return end;
}

const OF_TIME = /\b(?:19|20)\d\d\b|\b(?:ended|quarter)\b/i;

/** Headings further down take the place of those above, but for the years of these where they tell none. */
function replaced(before: HeaderBlock['paths'], own: readonly (readonly string[])[]): string[][] {
  const tellTime = own.some((path) => path.some((label) => OF_TIME.test(label)));
  return own.map((path, column) => {
    const above = before[column] ?? [];
    if (path.length === 0) return [...above];
    return tellTime ? [...path] : [...above.filter((label) => OF_TIME.test(label)), ...path];
  });
}
