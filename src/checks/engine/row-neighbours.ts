import type { Figure, Filing } from '../../filing/filing.js';
import { isInstant, samePeriod } from '../../value/index.js';
import { numberGrids } from '../arithmetic/number-grid.js';
import { oncePerFiling } from './once.js';
import { inTable } from './surroundings.js';

/** The amounts beside a figure in its row that are the same thing of other periods. */
export interface RowNeighbours {
  /** Sizes in the figure's own steps, itself left out; empty in a sentence. */
  of(figure: Figure): readonly number[];
}

/** Finds the table of a figure when first asked for. */
export const rowNeighbours = oncePerFiling((filing: Filing): RowNeighbours => {
  const grids = new Map(numberGrids(filing).map((grid) => [grid.table.id, grid]));
  return {
    of: (figure) => {
      if (!inTable(figure)) return [];
      const row = grids.get(figure.where.table)?.cells[figure.where.row] ?? [];
      return row.flatMap((cell, column) => {
        if (cell === null || column === figure.where.column || !isOfAnotherTime(cell.figure, figure))
          return [];
        const steps = Math.abs(cell.coefficient) * 10 ** (cell.exponent + figure.decimals);
        return steps === 0 ? [] : [steps];
      });
    },
  };
});

/** An amount beside it may also be a movement of its own year, or the balance at its end. */
function isOfAnotherTime(other: Figure, { unit, period }: Figure): boolean {
  if (other.unit !== unit || other.period === null || period === null) return false;
  return isInstant(other.period) === isInstant(period) && !samePeriod(other.period, period);
}

/**
 * How much nearer a number comes to the nearest of its neighbours when it is mended, in doublings of their ratio: a
 * whole number from -2 to 2. It ranks suspects only; nothing is held right or wrong by it.
 */
export function nearerBy(printed: number, mended: number, neighbours: readonly number[]): number {
  if (neighbours.length === 0 || printed === 0 || mended === 0) return 0;
  const gain = distance(printed, neighbours) - distance(mended, neighbours);
  return Math.max(-2, Math.min(2, Math.trunc(gain)));
}

function distance(number: number, neighbours: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const other of neighbours) least = Math.min(least, Math.abs(Math.log2(number / other)));
  return least;
}
