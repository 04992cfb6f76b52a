import type { SourceSpan } from '../../filing.js';
import type { Segment } from './segments.js';

/** A cell before it is laid out: a range of the source, and further ones where its words run over several lines. */
export interface CellDraft {
  readonly start: number;
  end: number;
  /** Null for none, as mostly. */
  further: SourceSpan[] | null;
  readonly column: number;
  /** How many columns it stands over. */
  readonly columns: number;
  readonly isValue: boolean;
  above: 0 | 1 | 2;
  below: 0 | 1 | 2;
}

export interface RowDraft {
  /** Cells that hold something, left to right; column 0 is the label's. */
  readonly cells: CellDraft[];
  /** White space before the label. */
  readonly indent: number;
}

export function cellOf(
  { start, end }: Pick<Segment, 'start' | 'end'>,
  column: number,
  columns = 1,
  isValue = false,
): CellDraft {
  return { start, end, further: null, column, columns, isValue, above: 0, below: 0 };
}

/** Adds to a cell the words that go on with it on a further line. */
export function goOnWith(cell: CellDraft, { start, end, further }: CellDraft): void {
  cell.further ??= [];
  cell.further.push([start, end], ...(further ?? []));
}

/** Adds what a further line holds of a row: words below a cell go on with it. */
export function joinRow(row: RowDraft, cells: readonly CellDraft[]): void {
  for (const cell of cells) {
    const index = row.cells.findIndex(({ column }) => column >= cell.column);
    const held = row.cells[index];
    if (held?.column === cell.column) goOnWith(held, cell);
    else if (held === undefined) row.cells.push(cell);
    else row.cells.splice(index, 0, cell);
  }
}
