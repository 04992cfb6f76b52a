import type { NumberGrid } from '../arithmetic/number-grid.js';
import type { Quantity } from '../arithmetic/quantity.js';
import { type PrintedNumber, printedNumber } from './printed-number.js';

/** A cell as recalculation sees it. */
export interface LaneCell {
  readonly quantity: Quantity;
  readonly printed: PrintedNumber;
}

/**
 * A table seen along one axis: its columns, each with a cell a row, or its rows, each with a cell a column. A formula
 * holds between lanes, at every position: "change = 2024 less 2023".
 */
export interface Lanes {
  readonly axis: 'column' | 'row';
  readonly grid: NumberGrid;
  /** Lanes that hold an amount, in order. */
  readonly lanes: readonly number[];
  /** Positions along a lane, in order. */
  readonly positions: readonly number[];
  at(lane: number, position: number): LaneCell | null;
}

export function columnLanes(grid: NumberGrid): Lanes {
  const cells = laneCells(grid);
  return {
    axis: 'column',
    grid,
    lanes: grid.columns,
    positions: rowsOf(grid),
    at: (lane, position) => cells[position]?.[lane] ?? null,
  };
}

export function rowLanes(grid: NumberGrid): Lanes {
  const cells = laneCells(grid);
  return {
    axis: 'row',
    grid,
    lanes: rowsOf(grid),
    positions: grid.columns,
    at: (lane, position) => cells[lane]?.[position] ?? null,
  };
}

/**
 * The cells of a table as printed, read once for both axes and all checks. Kept by the grid and not by the filing: a check
 * that skips a long table never reads its cells. Grids are made once a filing, so that this is forgotten with it.
 */
const known = new WeakMap<NumberGrid, readonly (readonly (LaneCell | null)[])[]>();

function laneCells(grid: NumberGrid): readonly (readonly (LaneCell | null)[])[] {
  const read = known.get(grid);
  if (read !== undefined) return read;
  const cells = grid.cells.map((line) => line.map(laneCell));
  known.set(grid, cells);
  return cells;
}

function laneCell(quantity: Quantity | null): LaneCell | null {
  const printed = quantity === null ? null : printedNumber(quantity);
  return quantity === null || printed === null ? null : { quantity, printed };
}

function rowsOf(grid: NumberGrid): number[] {
  return grid.rows.flatMap(({ kind }, row) =>
    kind === 'data' && (grid.cells[row]?.some((cell) => cell !== null) ?? false) ? [row] : [],
  );
}
