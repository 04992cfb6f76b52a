import type { LaneCell, Lanes } from './lanes.js';
import { isPercentage, type PrintedNumber } from './printed-number.js';
import { judgeDifference, judgeQuotient, type Verdict } from './verdict.js';

export type ChangeKind = 'difference' | 'percent';

/** How a lane of changes comes of two others: `later - earlier`, or that in percent of `earlier`. */
export interface ChangeFormula {
  readonly kind: ChangeKind;
  readonly later: number;
  readonly earlier: number;
}

/** A derived figure beside its parts. */
export interface JudgedChange {
  readonly position: number;
  readonly change: LaneCell;
  readonly later: LaneCell;
  readonly earlier: LaneCell;
  /** The kind of this cell: the change of a percentage is one in points whatever the others are. */
  readonly kind: ChangeKind;
  /** Whether the sign is printed the other way: "better" is positive, or both parts are negative. */
  readonly flipped: boolean;
  readonly verdict: Verdict;
}

/** Judges one cell of a lane of changes under a formula; null where nothing can be told. */
export function judgeChange(
  lanes: Lanes,
  lane: number,
  position: number,
  { kind, later: laterLane, earlier: earlierLane }: ChangeFormula,
  isFavorable: boolean,
): JudgedChange | null {
  const change = lanes.at(lane, position);
  if (change === null) return null;
  const later = lanes.at(laterLane, position);
  const earlier = lanes.at(earlierLane, position);
  if (later === null || earlier === null) return null;
  const kinds = kindsOf(kind, change, later, earlier);
  const negative = later.printed.coefficient < 0 || earlier.printed.coefficient < 0;
  const signs = isFavorable || negative ? [false, true] : [false];
  const judged = kinds.flatMap((own) =>
    signs.flatMap((flipped) => {
      const judge = own === 'difference' ? inUnits : inPercent;
      const verdict = judge(change, later, earlier, flipped);
      return verdict === null ? [] : [{ position, change, later, earlier, kind: own, flipped, verdict }];
    }),
  );
  const agreeing = judged.find(({ verdict }) => verdict.agreement !== null);
  if (agreeing !== undefined) return agreeing;
  // Of a profit that became a loss nobody agrees what the percentage is; and a unit that no sign shows may be misread.
  const turned = Math.sign(later.printed.coefficient) !== Math.sign(earlier.printed.coefficient);
  return kinds.length > 1 || (negative && turned) ? null : (judged[0] ?? null);
}

/** The change of percentages is one in points whatever the lane holds; of what may be percentages, either. */
function kindsOf(
  kind: ChangeKind,
  change: LaneCell,
  { quantity: { figure: later } }: LaneCell,
  { quantity: { figure: earlier } }: LaneCell,
): readonly ChangeKind[] {
  if (later.text.includes('%') && earlier.text.includes('%'))
    return isPointCell(change) ? ['difference'] : [];
  if (change.quantity.figure.unit === 'bp') return ['difference'];
  return kind === 'percent' && later.unit === 'percent' ? ['percent', 'difference'] : [kind];
}

function inUnits(change: LaneCell, later: LaneCell, earlier: LaneCell, flipped: boolean): Verdict | null {
  const { printed } = change;
  const isBasisPoints = change.quantity.figure.unit === 'bp' && later.quantity.figure.unit !== 'bp';
  const points = isBasisPoints ? inPoints(printed) : printed;
  return judgeDifference(later.printed, earlier.printed, signed(points, flipped));
}

function inPercent(change: LaneCell, later: LaneCell, earlier: LaneCell, flipped: boolean): Verdict | null {
  const { coefficient, exponent } = signed(change.printed, flipped);
  const whole = 100 * 10 ** -exponent;
  const base = earlier.printed.coefficient;
  // (later - earlier) / |earlier| is later / |earlier| less 1, or plus 1 where the earlier is negative.
  const quotient = {
    coefficient: base > 0 ? coefficient + whole : coefficient - whole,
    exponent: exponent - 2,
  };
  return judgeQuotient(later.printed, { ...earlier.printed, coefficient: Math.abs(base) }, quotient);
}

/** 150 basis points as 1.5 points: what is printed in tens was rounded to tens. */
function inPoints({ coefficient, exponent }: PrintedNumber): PrintedNumber {
  const tens = coefficient % 10 === 0 ? 1 : 0;
  return { coefficient: coefficient / 10 ** tens, exponent: exponent - 2 + tens };
}

function signed(printed: PrintedNumber, flipped: boolean): PrintedNumber {
  return flipped ? { ...printed, coefficient: 0 - printed.coefficient } : printed;
}

function isPointCell({ quantity: { figure } }: LaneCell): boolean {
  return figure.unit === 'bp' || isPercentage(figure);
}
