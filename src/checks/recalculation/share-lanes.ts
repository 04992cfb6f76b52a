import type { Filing } from '../../filing/filing.js';
import { numberGrids } from '../arithmetic/number-grid.js';
import { mentionsChange } from './change-words.js';
import { columnLanes, type LaneCell, type Lanes, rowLanes } from './lanes.js';
import { isPercentage } from './printed-number.js';
import {
  type Divisor,
  type JudgedRatio,
  type JudgedRatios,
  judgeCells,
  partsAt,
  powerBetween,
  type RatioCells,
} from './ratio-lanes.js';
import { hasAny, ownWords, wordsOfColumn } from './row-words.js';
import { periodKey, type WholeRow, wholeRows } from './whole-rows.js';

/** A lane of percentages of one whole: "% of revenue" beside the amounts, the whole among them or elsewhere. */
export interface ShareLane extends JudgedRatios {
  /** Whether the lane prints 100% at its whole, or its whole is named as a total. */
  readonly isNamed: boolean;
  /** Of all lanes of the table that are laid out alike under the same heading, this one among them. */
  readonly together: Support;
}

interface Support {
  readonly fits: number;
  readonly misses: number;
}

/** A lane before it is seen beside the others of its table. */
type LoneShare = Omit<ShareLane, 'together'>;

/** Lanes of amounts that are looked at on either side of a lane of percentages. */
const BEFORE = 6;
const BEHIND = 2;
const MOST_BASES = 8;
const MOST_POSITIONS = 400;
/** A table with more lanes of percentages than this is one of rates. */
const MOST_LANES = 16;

/** The columns and rows of percentages in a filing's tables that are shares of one amount beside them. */
export function shareLanes(filing: Filing): ShareLane[] {
  return numberGrids(filing).flatMap((grid) => {
    const columns = sharesAlong(columnLanes(grid), filing);
    const lanes = columns.length > 0 ? columns : sharesAlong(rowLanes(grid), filing);
    return takenTogether(lanes).filter(isShownShare);
  });
}

/** Two columns under one heading, each beside its amounts, show the same formula: "% of net sales" of two years. */
function takenTogether(lanes: readonly LoneShare[]): ShareLane[] {
  const supports = new Map<string, Support>();
  for (const lane of lanes) {
    const { fits, misses } = supports.get(layoutOf(lane)) ?? { fits: 0, misses: 0 };
    supports.set(layoutOf(lane), { fits: fits + lane.fits, misses: misses + lane.misses });
  }
  return lanes.map((lane) => ({ ...lane, together: supports.get(layoutOf(lane)) ?? lane }));
}

function layoutOf({ lanes: { axis, grid }, lane, formula: { dividend, divisor } }: LoneShare): string {
  const heading = axis === 'column' ? grid.table.columns[lane]?.labelPath.at(-1) : '';
  return `${heading ?? ''}: ${dividend - lane}, ${divisor.name}`;
}

/** A whole in the same lane shows itself by two percentages, one elsewhere by three. */
function isShownShare({ fits, misses, isNamed, together }: ShareLane): boolean {
  const shows = (support: Support) => support.fits >= (isNamed ? 2 : 3) && support.misses * 3 <= support.fits;
  return shows({ fits, misses }) || (isNamed && fits >= 2 && shows(together));
}

function sharesAlong(lanes: Lanes, filing: Filing): LoneShare[] {
  if (lanes.positions.length > MOST_POSITIONS || lanes.positions.length < 3) return [];
  const percents = lanes.lanes.filter((lane) => isPercentLane(lanes, lane));
  if (percents.length === 0 || percents.length > MOST_LANES || percents.length === lanes.lanes.length)
    return [];
  const amounts = lanes.lanes.filter((lane) => !percents.includes(lane));
  return percents.flatMap((lane) =>
    namesChange(lanes, lane) ? [] : (bestShare(lanes, lane, amounts, filing) ?? []),
  );
}

function namesChange({ axis, grid }: Lanes, lane: number): boolean {
  const path = axis === 'column' ? grid.table.columns[lane]?.labelPath : [grid.rows[lane]?.label ?? ''];
  return mentionsChange(path ?? []);
}

/** Whether most cells of a lane are percentages by sign or heading. */
function isPercentLane(lanes: Lanes, lane: number): boolean {
  let [percents, others] = [0, 0];
  for (const position of lanes.positions) {
    const cell = lanes.at(lane, position);
    if (cell === null) continue;
    if (isPercentage(cell.quantity.figure)) percents++;
    else others++;
  }
  return percents >= 2 && percents >= others;
}

function bestShare(lanes: Lanes, lane: number, amounts: readonly number[], filing: Filing): LoneShare | null {
  const near = [
    ...amounts
      .filter((other) => other < lane)
      .slice(-BEFORE)
      .reverse(),
    ...amounts.filter((other) => other > lane).slice(0, BEHIND),
  ];
  const wholes = lanes.positions.filter((position) => isHundred(lanes.at(lane, position)));
  const inside = (wholes.length > 0 && lanes.axis === 'column' ? wholes : totals(lanes)).slice(0, MOST_BASES);
  const within = near.flatMap((amount) =>
    inside.flatMap((base) => sharesOf(lanes, lane, amount, wholeInside(lanes, amount, base), wholes) ?? []),
  );
  const best = within.reduce(better, null);
  if (best !== null || lanes.axis === 'row') return best;
  const outside = wholeRows(filing).map(wholeOutside);
  return near
    .slice(0, 2)
    .flatMap((amount) => outside.flatMap((whole) => sharesOf(lanes, lane, amount, whole, []) ?? []))
    .reduce(better, null);
}

function better(best: LoneShare | null, other: LoneShare): LoneShare | null {
  if (other.fits === 0 || other.misses * 2 > other.fits) return best;
  return best === null || other.fits - 2 * other.misses > best.fits - 2 * best.misses ? other : best;
}

function isHundred(cell: LaneCell | null): boolean {
  return cell !== null && cell.printed.coefficient === 100 * 10 ** -cell.printed.exponent;
}

/** Positions named as totals; among rows, also revenue. */
function totals({ axis, grid, positions }: Lanes): number[] {
  return positions.filter((position) => {
    if (axis === 'row') return hasAny(wordsOfColumn(grid, position), ['total', 'consolidated']);
    return hasAny(ownWords(grid, position), ['total', 'revenue', 'sales', 'consolidated']);
  });
}

/** What the percentages are of, and where it stands in the lane of amounts, if there. */
interface Whole extends Divisor {
  readonly position: number | null;
  readonly isNamed: boolean;
}

function wholeInside(lanes: Lanes, amounts: number, base: number): Whole {
  const { axis, grid } = lanes;
  const name = axis === 'column' ? grid.rows[base]?.label : grid.table.columns[base]?.labelPath.join(', ');
  const cell = lanes.at(amounts, base);
  const whole = cell === null || cell.printed.coefficient === 0 ? null : cell;
  return { name: name ?? '', lane: amounts, position: base, isNamed: true, at: () => whole };
}

function wholeOutside({ name, cells }: WholeRow): Whole {
  const at: Divisor['at'] = (_position, { quantity }) => cells.get(periodKey(quantity.figure.period)) ?? null;
  return { name, lane: null, position: null, isNamed: false, at };
}

function sharesOf(
  lanes: Lanes,
  lane: number,
  amounts: number,
  whole: Whole,
  wholes: readonly number[],
): LoneShare | null {
  const judged: JudgedRatio[] = [];
  let power = whole.lane === null ? null : 0;
  let [fits, misses] = [0, 0];
  for (const position of lanes.positions) {
    if (position === whole.position) continue;
    const cells = partsAt(lanes, position, lane, amounts, whole);
    if (cells === null) continue;
    power ??= powerBetween(cells, true);
    const verdict = judgeCells(cells, power, true);
    if (verdict === null || (verdict.agreement === null && fitsOther(lanes, cells, amounts, wholes)))
      continue;
    judged.push({ position, ...cells, verdict });
    // Percentages are made to add up to 100, so that one unit more or less speaks neither for nor against.
    if (verdict.far) misses++;
    else if (verdict.sharp && verdict.agreement !== null) fits++;
    if (misses > 1 && misses > fits) return null;
  }
  const formula = { dividend: amounts, divisor: whole, power: power ?? 0 };
  return { lanes, lane, formula, percent: true, judged, fits, misses, isNamed: whole.isNamed };
}

/** Where a lane prints several wholes, a percentage may be of any of them. */
function fitsOther(
  lanes: Lanes,
  { quotient, dividend }: RatioCells,
  amounts: number,
  wholes: readonly number[],
): boolean {
  return wholes.slice(0, MOST_BASES).some((whole) => {
    const divisor = lanes.at(amounts, whole);
    return divisor !== null && judgeCells({ quotient, dividend, divisor }, 0, true)?.agreement != null;
  });
}
