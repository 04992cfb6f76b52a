import type { Filing } from '../../filing/filing.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';
import { mentionsChange } from './change-words.js';
import { type Lanes, rowLanes } from './lanes.js';
import { isPercentage } from './printed-number.js';
import { bestRatio, type Divisor, type JudgedRatios, laneDivisor } from './ratio-lanes.js';
import { hasAny, ownWords, wordsOfRow } from './row-words.js';
import { periodKey, wholeRows } from './whole-rows.js';

/** Rows of a table that are looked at: a longer one is a list, none of results. */
const MOST_ROWS = 300;
const MOST_DIVIDENDS = 8;
const MOST_DIVISORS = 8;

/** Words that say which quotient a row of percentages is. */
const RATIO = ['%', 'percent', 'margin', 'tax rate', 'ratio', 'return on'];
/** Percentages that no two amounts of a table give. */
const NO_RATIO = [
  'statutory',
  'discount',
  'change',
  'growth',
  'increase',
  'decrease',
  'interest rate',
  'yield',
  'volatility',
  'expected',
  'assum',
  'par value',
  'ownership',
  'average',
];

/** The rows of percentages in a filing's tables that are the quotient of two other rows. */
export function percentRows(filing: Filing): JudgedRatios[] {
  return numberGrids(filing).flatMap((grid) =>
    grid.rows.length > MOST_ROWS ? [] : percentRowsOf(grid, filing),
  );
}

function percentRowsOf(grid: NumberGrid, filing: Filing): JudgedRatios[] {
  const lanes = rowLanes(grid);
  const percents = new Set(lanes.lanes.filter((row) => isPercentRow(lanes, row)));
  if (percents.size === 0 || percents.size === lanes.lanes.length) return [];
  const positions = lanes.positions.filter(
    (column) => !mentionsChange(grid.table.columns[column]?.labelPath ?? []),
  );
  const amounts = lanes.lanes.filter((row) => !percents.has(row));
  return [...percents].flatMap((lane) => {
    const words = wordsOfRow(grid, lane);
    if (!hasAny(words, RATIO) || hasAny(words, NO_RATIO)) return [];
    const dividends = dividendsOf(grid, lane, words, amounts);
    const divisors = divisorsOf(grid, lane, words, amounts).map((row) => laneDivisor(lanes, row));
    const search = { lanes, lane, dividends, percent: true, positions };
    const found =
      bestRatio({ ...search, divisors }) ?? bestRatio({ ...search, divisors: elsewhere(filing, words) });
    return found === null ? [] : [found];
  });
}

/** Whether the labels say what is divided: the row just above, one of the same name, or one that the label names. */
export function isNamed({ lanes: { grid, lanes }, lane, formula: { dividend } }: JudgedRatios): boolean {
  const own = ownWords(grid, lane);
  const other = ownWords(grid, dividend);
  const subject = subjectOf(own);
  if (other === own || (subject.length > 3 && other.includes(subject))) return true;
  if (own.includes('tax rate')) return other.includes('tax');
  return own.includes(' of ') && lanes[lanes.indexOf(lane) - 1] === dividend;
}

function isPercentRow(lanes: Lanes, row: number): boolean {
  const cells = lanes.positions.flatMap((column) => lanes.at(row, column) ?? []);
  return (
    cells.some(({ quantity: { figure } }) => figure.text.includes('%')) ||
    (cells[0] !== undefined &&
      isPercentage(cells[0].quantity.figure) &&
      cells.every(({ printed }) => printed.exponent < 0))
  );
}

/** The rows of other tables that such a percentage is of. */
function elsewhere(filing: Filing, words: string): Divisor[] {
  const kind = words.includes('tax') ? 'pretax' : 'revenue';
  return wholeRows(filing)
    .filter((row) => row.kind === kind)
    .map(({ name, cells }) => ({
      name,
      lane: null,
      at: (_position, { quantity }) => cells.get(periodKey(quantity.figure.period)) ?? null,
    }));
}

/** Rows that may be divided: those of the same name in other groups, those that the label names, those just above. */
function dividendsOf(grid: NumberGrid, lane: number, words: string, amounts: readonly number[]): number[] {
  const own = ownWords(grid, lane);
  const subject = subjectOf(own);
  const isTax = words.includes('tax rate');
  const named = amounts.filter((row) => {
    const other = ownWords(grid, row);
    if (other === own) return true;
    if (isTax) return other.includes('tax') && !other.includes('before') && !other.includes('after');
    return subject.length > 3 && other.includes(subject);
  });
  if (isTax) return named.slice(0, MOST_DIVIDENDS);
  const above = amounts
    .filter((row) => row < lane)
    .slice(-3)
    .reverse();
  return [...new Set([...named, ...above])].slice(0, MOST_DIVIDENDS);
}

/** "operating profit" of "Operating profit % of revenue" and "gross" of "Gross margin": what the percentage is of. */
function subjectOf(own: string): string {
  const end = ['as a %', 'as a percent', 'as percent', '% of', 'percent', '%', ' margin', ' ratio'].reduce(
    (least, mark) => {
      const at = own.indexOf(mark);
      return at >= 0 && at < least ? at : least;
    },
    own.length,
  );
  return own
    .slice(0, end)
    .replace(/[(\s,:–—-]+$/, '')
    .trim();
}

/** Rows that it may be divided by: those of the same name, income before taxes for a tax rate, else revenue and totals. */
function divisorsOf(grid: NumberGrid, lane: number, words: string, amounts: readonly number[]): number[] {
  const own = ownWords(grid, lane);
  const isTax = words.includes('tax rate');
  const [same, total, rest]: [number[], number[], number[]] = [[], [], []];
  for (const row of amounts) {
    const other = ownWords(grid, row);
    if (isTax) {
      if (other.includes('before') && other.includes('tax')) same.push(row);
    } else if (other === own) same.push(row);
    else if (isRevenue(other)) (other.startsWith('total') ? total : rest).push(row);
    else if (other.startsWith('total ') && words.includes('of total')) rest.push(row);
  }
  return [...same, ...total, ...rest].slice(0, MOST_DIVISORS);
}

function isRevenue(words: string): boolean {
  return (
    (words.includes('revenue') || words.includes('sales')) &&
    !hasAny(words, ['cost', 'expense', '%', 'percent', 'margin', 'per '])
  );
}
