import type { Figure } from '../../filing/filing.js';
import type { NumberGrid } from '../arithmetic/number-grid.js';
import type { Quantity } from '../arithmetic/quantity.js';
import type { LineWords } from './line-words.js';

/** `rows`: lines are rows and stand above each other. `columns`: lines are columns and stand beside each other. */
export type Direction = 'rows' | 'columns';

/** What may be a total or be added up: a row, or a column, that holds amounts. */
export interface SumLine {
  /** Its row or column in the table. */
  readonly at: number;
  readonly label: string;
  readonly words: LineWords;
  readonly level: number;
  /** It has a mark of a total that most other lines do not have: a line above its values, bold print. */
  readonly isMarked: boolean;
  /** Which group it stands in: lines of one number follow each other without a heading between. */
  readonly group: number;
}

/**
 * The amounts of a table as lines against positions: for footing a line is a row and a position a column, for
 * cross-footing the reverse. `cells` goes line by line.
 */
export interface LineMatrix {
  readonly grid: NumberGrid;
  readonly direction: Direction;
  readonly lines: readonly SumLine[];
  /** Columns (of rows) or rows (of columns) of the table. */
  readonly positions: readonly number[];
  /** Null where nothing is printed. */
  readonly cells: readonly (Quantity | null)[];
  /** Of each cell: what can be added to it. 0 goes with all; a unit has a number of its own; -1 holds no readable number. */
  readonly kinds: Int8Array;
  /** Positions, by their index, that compare two others: a column headed "Change" or "% of sales". */
  readonly comparisons: ReadonlySet<number>;
}

export const UNREADABLE = -1;

/** The matrix of rows: every row that holds an amount beside its label. */
export function rowMatrix(grid: NumberGrid, read: (label: string) => LineWords): LineMatrix {
  const positions = grid.columns.filter((column) => column > 0);
  const holding = rowsWithAmounts(grid, positions);
  const isRuled = isRareMark(holding, (row) => grid.rows[row]?.ruled === true);
  const isBold = isRareMark(holding, (row) => grid.rows[row]?.bold === true);
  let group = 0;
  let next = 0;
  const lines = holding.map((at): SumLine => {
    for (; next <= at; next++) if (grid.rows[next]?.kind !== 'data') group++;
    const row = grid.rows[at];
    const label = row?.label ?? '';
    const isMarked = (isRuled && row?.ruled === true) || (isBold && row?.bold === true);
    return { at, label, words: read(label), level: row?.level ?? 0, isMarked, group };
  });
  const comparisons = positions.flatMap((column, index) =>
    read((grid.table.columns[column]?.labelPath ?? []).join(' ')).isComparison ? [index] : [],
  );
  return { ...matrixOf(grid, 'rows', lines, positions), comparisons: new Set(comparisons) };
}

/** The matrix of columns: every column that holds an amount, the one of the labels left out. */
export function columnMatrix(grid: NumberGrid, read: (label: string) => LineWords): LineMatrix {
  const columns = grid.columns.filter((column) => column > 0);
  let group = 0;
  let above = '';
  const lines = columns.map((at): SumLine => {
    const path = grid.table.columns[at]?.labelPath ?? [];
    const label = path.at(-1) ?? '';
    const outer = path.length > 1 ? (path[0] ?? '') : '';
    if (outer !== above) group++;
    above = outer;
    return { at, label, words: read(path.join(' ')), level: 0, isMarked: false, group };
  });
  return matrixOf(grid, 'columns', lines, rowsWithAmounts(grid, columns));
}

function rowsWithAmounts(grid: NumberGrid, columns: readonly number[]): number[] {
  return grid.rows.flatMap(({ kind }, row) => {
    if (kind === 'header') return [];
    const cells = grid.cells[row] ?? [];
    return columns.some((column) => cells[column] != null) ? [row] : [];
  });
}

/** A mark that half of the lines or more have tells nothing. */
function isRareMark(rows: readonly number[], has: (row: number) => boolean): boolean {
  return rows.filter(has).length * 2 < rows.length;
}

function matrixOf(
  grid: NumberGrid,
  direction: Direction,
  lines: readonly SumLine[],
  positions: readonly number[],
): LineMatrix {
  const cells: (Quantity | null)[] = [];
  const kinds = new Int8Array(lines.length * positions.length);
  const numbers = new Map<string, number>();
  for (const line of lines) {
    for (const position of positions) {
      const [row, column] = direction === 'rows' ? [line.at, position] : [position, line.at];
      const quantity = grid.cells[row]?.[column] ?? null;
      if (quantity !== null) kinds[cells.length] = kindOf(quantity.figure, numbers);
      else if (grid.unreadable.has(row * grid.width + column)) kinds[cells.length] = UNREADABLE;
      cells.push(quantity);
    }
  }
  return { grid, direction, lines, positions, cells, kinds, comparisons: new Set() };
}

function kindOf({ unit }: Figure, numbers: Map<string, number>): number {
  if (unit === 'pure' || unit === 'count') return 0;
  const known = numbers.get(unit);
  if (known !== undefined) return known;
  const number = Math.min(numbers.size + 1, 127);
  numbers.set(unit, number);
  return number;
}
