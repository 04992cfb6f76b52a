import type { LaneCell, Lanes } from './lanes.js';
import { isPercentage, type PrintedNumber } from './printed-number.js';
import { judgeQuotient, type Verdict } from './verdict.js';

/** What is divided by: a lane of the same table, or a row elsewhere that states the same period. */
export interface Divisor {
  readonly name: string;
  /** Null of another table. */
  readonly lane: number | null;
  at(position: number, dividend: LaneCell): LaneCell | null;
}

/** A row or column that is the quotient of two others at every position. */
interface RatioFormula {
  readonly dividend: number;
  readonly divisor: Divisor;
  /** Power of ten between them: 3 where the dividend is in thousands of what the divisor is in. */
  readonly power: number;
}

export interface JudgedRatio {
  readonly position: number;
  readonly quotient: LaneCell;
  readonly dividend: LaneCell;
  readonly divisor: LaneCell;
  readonly verdict: Verdict;
}

/** A lane of quotients under one formula, every cell judged by it. */
export interface JudgedRatios {
  readonly lanes: Lanes;
  readonly lane: number;
  readonly formula: RatioFormula;
  readonly percent: boolean;
  readonly judged: readonly JudgedRatio[];
  /** Cells that only this formula gives, and cells that it does not give. */
  readonly fits: number;
  readonly misses: number;
}

/** A lane of the table as a divisor. */
export function laneDivisor(lanes: Lanes, lane: number): Divisor {
  const { axis, grid } = lanes;
  const name = axis === 'row' ? grid.rows[lane]?.label : grid.table.columns[lane]?.labelPath.join(', ');
  return { name: name ?? '', lane, at: (position) => lanes.at(lane, position) };
}

/** What is tried for a lane of quotients. */
interface RatioSearch {
  readonly lanes: Lanes;
  readonly lane: number;
  readonly dividends: readonly number[];
  readonly divisors: readonly Divisor[];
  /** Whether the quotients are percentages, also where a cell prints no sign. */
  readonly percent: boolean;
  /** Positions that are judged: not those of changes. */
  readonly positions: readonly number[];
}

/**
 * The pair of lanes whose quotient fits most cells of a lane; null where none fits or as much speaks against it. Earlier
 * candidates win over later ones that fit as well.
 */
export function bestRatio(search: RatioSearch): JudgedRatios | null {
  const { lane, dividends, divisors } = search;
  let best: JudgedRatios | null = null;
  for (const dividend of dividends) {
    for (const divisor of divisors) {
      if (dividend === divisor.lane || dividend === lane || divisor.lane === lane) continue;
      const found = ratiosBy(search, dividend, divisor);
      if (found === null || found.fits === 0 || found.misses > found.fits) continue;
      if (best === null || found.fits - 2 * found.misses > best.fits - 2 * best.misses) best = found;
    }
  }
  return best;
}

function ratiosBy(search: RatioSearch, dividend: number, divisor: Divisor): JudgedRatios | null {
  const { lanes, lane, percent } = search;
  let power: number | null = null;
  const judged: JudgedRatio[] = [];
  let [fits, misses] = [0, 0];
  for (const position of search.positions) {
    const cells = partsAt(lanes, position, lane, dividend, divisor);
    if (cells === null) continue;
    power ??= percent && divisor.lane !== null ? 0 : powerBetween(cells, percent);
    const verdict = judgeCells(cells, power, percent);
    if (verdict === null) continue;
    judged.push({ position, ...cells, verdict });
    if (verdict.agreement === null) misses++;
    else if (verdict.sharp) fits++;
    if (misses > 1 && misses > fits) return null;
  }
  return power === null
    ? null
    : { lanes, lane, formula: { dividend, divisor, power }, percent, judged, fits, misses };
}

export interface RatioCells {
  readonly quotient: LaneCell;
  readonly dividend: LaneCell;
  readonly divisor: LaneCell;
}

export function partsAt(
  lanes: Lanes,
  position: number,
  lane: number,
  dividendLane: number,
  divisorLane: Divisor,
): RatioCells | null {
  const quotient = lanes.at(lane, position);
  const dividend = quotient === null ? null : lanes.at(dividendLane, position);
  const divisor = dividend === null ? null : divisorLane.at(position, dividend);
  if (quotient === null || dividend === null || divisor === null) return null;
  const isEmpty = [quotient, dividend, divisor].some(({ printed }) => printed.coefficient === 0);
  // In a column of changes the amounts are percentages themselves.
  const isOfPercentages = [dividend, divisor].some(({ quantity }) => isPercentage(quantity.figure));
  return isEmpty || isOfPercentages ? null : { quotient, dividend, divisor };
}

/** The multiple of three that makes a quotient come out near what is printed: thousands over single shares. */
export function powerBetween({ quotient, dividend, divisor }: RatioCells, percent: boolean): number {
  const size = ({ printed }: LaneCell) => Math.log10(Math.abs(printed.coefficient)) + printed.exponent;
  return 3 * Math.round((size(quotient) - (percent ? 2 : 0) - size(dividend) + size(divisor)) / 3);
}

/** Signs are left aside: an expense in brackets has a rate without them. */
export function judgeCells(
  { quotient, dividend, divisor }: RatioCells,
  power: number,
  percent: boolean,
): Verdict | null {
  return judgeQuotient(
    shifted(dividend.printed, power),
    shifted(divisor.printed, 0),
    shifted(quotient.printed, percent ? -2 : 0),
  );
}

function shifted({ coefficient, exponent }: PrintedNumber, power: number): PrintedNumber {
  return { coefficient: Math.abs(coefficient), exponent: exponent + power };
}
