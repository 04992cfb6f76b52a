import type { Filing } from '../../filing/filing.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';
import { columnLanes, type LaneCell, type Lanes } from './lanes.js';
import { hasAny, wordsOfColumn } from './row-words.js';

/** A total with the average price of its lines: each line's price weighs as much as its number. */
export interface WeightedAverage {
  readonly average: LaneCell;
  readonly total: LaneCell;
  readonly lines: readonly WeightedLine[];
  /** Sum of number times price, in steps of both. */
  readonly sum: number;
  /** Steps by which the printed average misses what comes out, and half a step of each line explains one half. */
  readonly agreement: 'exact' | 'rounding' | null;
  /** More than one step beyond what rounding explains. */
  readonly far: boolean;
}

interface WeightedLine {
  readonly number: LaneCell;
  readonly price: LaneCell;
}

/** The lines above a total that are looked at. */
const MOST_LINES = 24;

/** The average prices at the totals of a filing's tables whose lines add up to the total number. */
export function weightedAverages(filing: Filing): WeightedAverage[] {
  return numberGrids(filing).flatMap((grid) => {
    const prices = grid.columns.filter((column) => isAveragePrice(wordsOfColumn(grid, column)));
    if (prices.length === 0) return [];
    const lanes = columnLanes(grid);
    return prices.flatMap((column) => averagesAlong(grid, lanes, column));
  });
}

function isAveragePrice(words: string): boolean {
  return (
    words.includes('average') && hasAny(words, ['price', 'cost per', 'paid per', 'per share', 'per unit'])
  );
}

/** The nearest column of numbers before the prices weighs them. */
function averagesAlong(grid: NumberGrid, lanes: Lanes, prices: number): WeightedAverage[] {
  const weights = grid.columns
    .filter(
      (column) =>
        column < prices && isNumberColumn(lanes, column) && hasAny(wordsOfColumn(grid, column), NUMBERS),
    )
    .at(-1);
  if (weights === undefined) return [];
  const rows = lanes.positions.filter((row) => lanes.at(weights, row) !== null);
  return rows.flatMap((row, index) => {
    const [total, average] = [lanes.at(weights, row), lanes.at(prices, row)];
    if (total === null || average === null) return [];
    const lines = linesOf(lanes, weights, prices, rows.slice(Math.max(0, index - MOST_LINES), index), total);
    return lines === null ? [] : (judged(average, total, lines) ?? []);
  });
}

const NUMBERS = ['number of', 'shares', 'units', 'ads'];

/** Whether a column holds whole numbers: prices and dollar amounts weigh nothing. */
function isNumberColumn(lanes: Lanes, column: number): boolean {
  const first = lanes.positions.map((row) => lanes.at(column, row)).find((cell) => cell !== null);
  return (
    first != null && !first.quantity.figure.text.includes('$') && !first.quantity.figure.unit.includes('/')
  );
}

/** The lines right above a total that add up to it, each with its price; null where they do not, or are fewer than two. */
function linesOf(
  lanes: Lanes,
  weights: number,
  prices: number,
  above: readonly number[],
  total: LaneCell,
): WeightedLine[] | null {
  const lines: WeightedLine[] = [];
  let sum = 0;
  for (let index = above.length - 1; index >= 0 && sum < total.printed.coefficient; index--) {
    const row = above[index] ?? 0;
    const [number, price] = [lanes.at(weights, row), lanes.at(prices, row)];
    if (
      number === null ||
      number.printed.exponent !== total.printed.exponent ||
      number.printed.coefficient < 0
    )
      return null;
    if (number.printed.coefficient === 0) continue;
    if (price === null) return null;
    sum += number.printed.coefficient;
    lines.unshift({ number, price });
  }
  return sum === total.printed.coefficient && lines.length >= 2 ? lines : null;
}

function judged(average: LaneCell, total: LaneCell, lines: readonly WeightedLine[]): WeightedAverage | null {
  const { coefficient, exponent } = average.printed;
  if (lines.some(({ price }) => price.printed.exponent !== exponent)) return null;
  const sum = lines.reduce(
    (all, { number, price }) => all + number.printed.coefficient * price.printed.coefficient,
    0,
  );
  const weight = total.printed.coefficient;
  const off = 2 * Math.abs(sum - coefficient * weight);
  if (!Number.isSafeInteger(off) || !Number.isSafeInteger(2 * sum)) return null;
  // Numbers of few digits are rounded themselves: half a unit of each, times how far its price is from the average.
  const rounding = lines.reduce(
    (all, { price }) => all + Math.abs(price.printed.coefficient - coefficient),
    0,
  );
  const slack = 2 * weight + (weight % 1000 === 0 || weight < 100_000 ? rounding : 0);
  const agreement = off <= weight ? 'exact' : off <= slack ? 'rounding' : null;
  return { average, total, lines, sum, agreement, far: off > slack + 2 * weight };
}
