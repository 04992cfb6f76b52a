import type { Column, Row } from '../filing.js';
import { withoutNoteMark } from './notes.js';

/**
 * The headings above each column, outermost first. Between tabs a heading above several columns stands in the first
 * of them: where a further heading row follows, it reaches to the next heading of its own row. Column 0 holds the headings of
 * the labels ("Fiscal year ended March 31,"). Headings that are repeated further down head nothing above them. `read`
 * makes the label of what is printed: its note marks taken off, as a rule.
 */
export function headingColumns(
  rows: readonly Row[],
  count: number,
  read: (printed: string) => string = withoutNoteMark,
): Column[] {
  const firstData = rows.findIndex(({ kind }) => kind === 'data');
  const leading = rows.slice(0, firstData < 0 ? rows.length : firstData);
  const headers = leading.filter(({ kind }) => kind === 'header');
  const paths: string[][] = Array.from({ length: count }, () => []);
  for (const [index, header] of headers.entries()) {
    const last = index === headers.length - 1;
    const below = headers[index + 1];
    for (const [position, cell] of header.cells.entries()) {
      const next = header.cells[position + 1]?.column ?? count;
      const spread = last || cell.column === 0 ? cell.column + 1 : endOfSpan(cell.column, next, below);
      const reach = Math.max(spread, cell.column + cell.columns);
      for (let column = cell.column; column < reach; column += 1) paths[column]?.push(read(cell.text));
    }
  }
  return paths.map((labelPath) => ({ labelPath }));
}

/** A heading spreads only over columns that the row below it heads in their own right. */
function endOfSpan(column: number, next: number, below: Row | undefined): number {
  if (below === undefined) return column + 1;
  let end = column + 1;
  while (end < next && below.cells.some((cell) => cell.column === end)) end += 1;
  return end;
}
