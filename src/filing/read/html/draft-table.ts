import type { DraftBlock } from './draft-block.js';
import type { Align, Rule } from './styles.js';

/** A cell while its table is read. */
export interface DraftCell {
  /** First column; set when the row ends. */
  column: number;
  readonly columns: number;
  rows: number;
  readonly align: Align;
  above: Rule;
  below: Rule;
  readonly heading: boolean;
  /** Takes no place in its row. */
  readonly gone: boolean;
  /** Where its text would begin: of an empty one, all that is known of its place. */
  readonly at: number;
  /** What stands in it, in order. */
  content: readonly DraftBlock[];
}

export interface DraftRow {
  readonly cells: DraftCell[];
  readonly above: Rule;
  readonly below: Rule;
  readonly gone: boolean;
}

/** A table while it is read. */
export interface DraftTable {
  readonly rows: DraftRow[];
  /** Depth of its element. */
  readonly depth: number;
  readonly gone: boolean;
  row: DraftRow | null;
  cell: DraftCell | null;
  /** Depth of the open cell; 0 where none is open. */
  cellDepth: number;
}

const EMPTY: readonly DraftBlock[] = [];

/** What an empty cell holds: most cells of a page are empty, and share it. */
export const NOTHING = EMPTY;

/** Puts a block into a cell. */
export function addTo(cell: DraftCell, block: DraftBlock): void {
  if (cell.content === EMPTY) cell.content = [block];
  else (cell.content as DraftBlock[]).push(block);
}

/** Rows wider than this are cut: `columns` are at most as many as a cell may span. */
const MOST_COLUMNS = 1000;

/** Gives every cell its first column, as cells that reach over rows push those below to the right. */
export function placeCells(rows: readonly DraftRow[]): void {
  const takenUntil: number[] = [];
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while ((takenUntil[column] ?? 0) > index && column < MOST_COLUMNS) column += 1;
      cell.column = column;
      const last = Math.min(column + cell.columns, MOST_COLUMNS);
      cell.rows = Math.min(cell.rows, rows.length - index);
      if (cell.rows > 1) for (let at = column; at < last; at += 1) takenUntil[at] = index + cell.rows;
      column = last;
    }
  }
}
