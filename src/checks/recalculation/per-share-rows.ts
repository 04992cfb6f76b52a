import type { Filing } from '../../filing/filing.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';
import { mentionsChange } from './change-words.js';
import { type Lanes, rowLanes } from './lanes.js';
import { bestRatio, type JudgedRatio, type JudgedRatios, laneDivisor } from './ratio-lanes.js';
import { hasAny, ownWords, wordsOfRow } from './row-words.js';

const PER_SHARE = [
  'per share',
  'per common',
  'per ordinary',
  'per ads',
  'per american',
  'per unit',
  'per class',
  'eps',
];
const EARNINGS = ['income', 'earnings', 'loss', 'profit', 'net '];
const SHARES = [
  'weighted',
  'denominator',
  'shares outstanding',
  'shares used',
  'number of',
  'units outstanding',
];
/** Per-share amounts that no amount of the table is divided for. */
const NO_QUOTIENT = [
  'dividend',
  'par value',
  'fair value',
  'price',
  'distribution',
  'stated value',
  'adjusted',
  'pro forma',
  'core',
];
/** Words of a part of the net income. */
const PARTIAL = ['continu', 'before'];
/** Rows that are looked at for the amount, nearest first, and for the shares. */
const MOST_AMOUNTS = 10;
const MOST_SHARES = 8;
const MOST_ROWS = 400;

/** The rows of a filing's tables that state earnings per share, with the two rows whose quotient they are. */
export function earningsPerShare(filing: Filing): JudgedRatios[] {
  return numberGrids(filing).flatMap((grid) => (grid.rows.length > MOST_ROWS ? [] : perShareRows(grid)));
}

function perShareRows(grid: NumberGrid): JudgedRatios[] {
  const lanes = rowLanes(grid);
  const kinds = new Map(lanes.lanes.map((row) => [row, kindOf(grid, lanes, row)]));
  const rowsOf = (kind: RowKind) => lanes.lanes.filter((row) => kinds.get(row) === kind);
  const [rows, amounts, shares] = [rowsOf('per-share'), rowsOf('amount'), rowsOf('shares')];
  if (rows.length === 0 || amounts.length === 0 || shares.length === 0) return [];
  const positions = lanes.positions.filter(
    (column) => !mentionsChange(grid.table.columns[column]?.labelPath ?? []),
  );
  return rows.flatMap((lane) => {
    const dividends = nearestFirst(amounts, lane).slice(0, MOST_AMOUNTS);
    const own = shares.filter((other) => sameDilution(wordsOfRow(grid, lane), wordsOfRow(grid, other)));
    const divisors = nearestFirst(own, lane)
      .slice(0, MOST_SHARES)
      .map((other) => laneDivisor(lanes, other));
    const found = bestRatio({ lanes, lane, dividends, divisors, percent: false, positions });
    return found === null ? [] : [found];
  });
}

/**
 * Whether a cell that does not fit is wrong: the row is that of the whole net income, every other column fits, and what
 * is missing is more than an allocation to other securities would take. Diluted earnings may have interest added back.
 */
export function isHeldTo(
  { lanes: { grid }, lane, formula, fits, misses }: JudgedRatios,
  { verdict }: JudgedRatio,
): boolean {
  if (!verdict.far || fits < 2 || misses > 1) return false;
  const [perShare, earnings] = [wordsOfRow(grid, lane), ownWords(grid, formula.dividend)];
  if (!earnings.includes('net ') && !earnings.startsWith('profit')) return false;
  return !hasAny(perShare, PARTIAL) && !hasAny(earnings, PARTIAL) && !perShare.includes('dilut');
}

type RowKind = 'per-share' | 'amount' | 'shares' | null;

/** What a row states, by its unit and its words; null where it is nothing that earnings per share are made of. */
function kindOf(grid: NumberGrid, lanes: Lanes, row: number): RowKind {
  const first = lanes.positions.map((column) => lanes.at(row, column)).find((cell) => cell !== null);
  if (first === undefined || first === null) return null;
  const { unit } = first.quantity.figure;
  if (unit === 'percent' || unit === 'bp') return null;
  if (unit === 'share' || unit === 'ADS') return 'shares';
  const words = wordsOfRow(grid, row);
  const isPerShare = unit.endsWith('/share') || unit.endsWith('/ADS');
  if (first.printed.exponent <= -2 && (isPerShare || hasAny(words, PER_SHARE))) {
    return hasAny(words, NO_QUOTIENT) ? null : 'per-share';
  }
  if (hasAny(ownWords(grid, row), EARNINGS)) return 'amount';
  return !isPerShare && hasAny(words, SHARES) ? 'shares' : null;
}

/** Whether a row of shares may belong to a row per share: the diluted number is none of the basic earnings. */
function sameDilution(perShare: string, shares: string): boolean {
  const isDiluted = perShare.includes('dilut') && !perShare.includes('basic');
  const isBasic = perShare.includes('basic') && !perShare.includes('dilut');
  if (isDiluted) return !shares.includes('basic') || shares.includes('dilut');
  return !isBasic || !shares.includes('dilut') || shares.includes('basic');
}

function nearestFirst(rows: readonly number[], row: number): number[] {
  return [...rows].sort((a, b) => Math.abs(a - row) - Math.abs(b - row));
}
