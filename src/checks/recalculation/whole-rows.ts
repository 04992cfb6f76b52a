import type { Filing } from '../../filing/filing.js';
import { isInstant, type Period } from '../../value/index.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';
import { oncePerFiling } from '../engine/once.js';
import { type LaneCell, type Lanes, rowLanes } from './lanes.js';
import { isPercentage } from './printed-number.js';
import { hasAny, ownWords } from './row-words.js';

/** A row that percentages elsewhere are of: revenue, or income before taxes; its cells by period. */
export interface WholeRow {
  readonly name: string;
  readonly kind: 'revenue' | 'pretax';
  readonly cells: ReadonlyMap<string, LaneCell>;
}

/** Different rows of one kind that are looked at, those of most periods first. */
const MOST_ROWS = 5;
const MOST_LABEL = 90;

/** The rows of revenue and of income before taxes of a filing, one of each that states the same. */
export const wholeRows = oncePerFiling((filing: Filing): readonly WholeRow[] => {
  const rows = new Map<string, WholeRow>();
  for (const grid of numberGrids(filing)) {
    let lanes: Lanes | null = null;
    grid.rows.forEach(({ kind, label }, row) => {
      if (kind !== 'data' || label.length > MOST_LABEL) return;
      const whole = wholeKind(ownWords(grid, row));
      if (whole === null) return;
      lanes ??= rowLanes(grid);
      const cells = cellsByPeriod(grid, lanes, row);
      const key = [...cells]
        .map(([period, { quantity }]) => `${period}=${quantity.figure.value}`)
        .sort()
        .join(';');
      if (cells.size > 0 && !rows.has(`${whole} ${key}`))
        rows.set(`${whole} ${key}`, { name: label, kind: whole, cells });
    });
  }
  const all = [...rows.values()].sort((a, b) => b.cells.size - a.cells.size);
  return (['revenue', 'pretax'] as const).flatMap((kind) =>
    all.filter((row) => row.kind === kind).slice(0, MOST_ROWS),
  );
});

/** Two spans or instants alike give the same text; "" for none. */
export function periodKey(period: Period | null): string {
  if (period === null) return '';
  return isInstant(period) ? `${period.instant}` : `${period.start}/${period.until}`;
}

const REVENUE = [
  'revenue',
  'revenues',
  'net revenue',
  'net revenues',
  'sales',
  'net sales',
  'total revenue',
  'total revenues',
  'total net revenue',
  'total net revenues',
  'total net sales',
  'total sales',
  'turnover',
  'total operating revenues',
  'operating revenues',
  'total revenues and other income',
  'net operating revenues',
  'total company revenues',
  'consolidated net sales',
  'total revenue, net',
  'revenue, net',
  'total revenues, net',
];
const REVENUES = new Set(REVENUE);

function wholeKind(words: string): WholeRow['kind'] | null {
  if (REVENUES.has(words)) return 'revenue';
  const isPretax = words.includes('before') && words.includes('tax');
  return isPretax && !hasAny(words, ['%', 'percent', 'margin', 'interest', 'after']) ? 'pretax' : null;
}

function cellsByPeriod(grid: NumberGrid, lanes: Lanes, row: number): Map<string, LaneCell> {
  const cells = new Map<string, LaneCell>();
  for (const column of grid.columns) {
    const cell = lanes.at(row, column);
    if (cell === null || isPercentage(cell.quantity.figure) || cell.printed.coefficient <= 0) continue;
    const key = periodKey(cell.quantity.figure.period);
    if (key !== '' && !cells.has(key)) cells.set(key, cell);
  }
  return cells;
}
