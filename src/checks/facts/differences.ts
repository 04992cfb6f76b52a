import type { Quantity } from '../arithmetic/quantity.js';
import { type TypingSlip, typingSlip } from '../arithmetic/typing-slip.js';
import { type AmountFact, periodKey } from './amount-facts.js';
import { roundsTo } from './equal-values.js';

/** Two places that state one fact and differ. */
export interface Contradiction {
  /** The place that is held wrong: not a statement where the other is one. */
  readonly at: AmountFact;
  readonly against: AmountFact;
  readonly cause: TypingSlip | 'the figure of another period';
  /** What shows that the two are one fact. */
  readonly because: 'periods' | 'column' | 'sentence' | 'label';
  /** Periods in which the two lines agree, lines in which the two columns do, other amounts of the two sentences. */
  readonly agreements: number;
  /** They differ so little that rounding may explain it. */
  readonly isNear: boolean;
}

/** Steps of the last digit that rounding may explain. */
const NEAR = 1;

/** Two places that may state one fact, and differ. */
export interface Difference {
  readonly at: AmountFact;
  readonly against: AmountFact;
}

/** The difference as a contradiction, where it can be told how it came about. */
export function judged(
  { at, against }: Difference,
  because: Contradiction['because'],
  agreements: number,
  isSure: boolean,
): Contradiction[] {
  const cause = causeOf(at, against, because === 'sentence' || because === 'label' ? 2 : 3);
  if (cause === null) return [];
  // In the last digit, lines differ by rounding, or by what the one leaves out, unless they are sure to be one.
  const steps = stepsApart(at, against);
  const isRounded = at.quantity.exponent !== against.quantity.exponent;
  if (steps < 10 && (!isSure || isRounded)) return [];
  return [{ at, against, cause, because, agreements, isNear: steps <= NEAR }];
}

/** Whether the one can be the other shortened, by rounding or by dropping digits, signs apart. */
export function agree(a: AmountFact, b: AmountFact): boolean {
  const [coarse, fine] = inSteps(a.quantity, b.quantity);
  if (a.quantity.exponent === b.quantity.exponent) return coarse === fine;
  return (
    Math.floor(fine) === coarse || roundsTo(finer(a, b), finer(a, b) === a.quantity ? b.quantity : a.quantity)
  );
}

function finer(a: AmountFact, b: AmountFact): Quantity {
  return a.quantity.exponent <= b.quantity.exponent ? a.quantity : b.quantity;
}

/** The sizes of the coarser and the finer of two, in steps of the coarser one; eleven digits divide without loss that tells. */
function inSteps(a: Quantity, b: Quantity): readonly [coarse: number, fine: number] {
  const [coarse, fine] = a.exponent >= b.exponent ? [a, b] : [b, a];
  return [Math.abs(coarse.coefficient), Math.abs(fine.coefficient) / 10 ** (coarse.exponent - fine.exponent)];
}

/** The place that is held wrong first: not a statement where the other is one, else the later. */
export function ordered(a: AmountFact, b: AmountFact): readonly [at: AmountFact, against: AmountFact] {
  if (a.series.statement !== null && b.series.statement === null) return [b, a];
  if (b.series.statement !== null && a.series.statement === null) return [a, b];
  return a.figure.start > b.figure.start ? [a, b] : [b, a];
}

/** How the one may have become the other; figures of fewer digits than asked for are a slip apart by chance. */
function causeOf(at: AmountFact, against: AmountFact, digits: number): Contradiction['cause'] | null {
  const [coarse, fine] = inSteps(at.quantity, against.quantity);
  const rounded = Math.round(fine);
  const [printed, expected] =
    at.quantity.exponent >= against.quantity.exponent ? [coarse, rounded] : [rounded, coarse];
  const least = 10 ** (digits - 1);
  if (Math.max(printed, expected) < least || Math.min(printed, expected) < least / 10) return null;
  const slip = typingSlip(printed, expected);
  if (slip !== null) return slip;
  const areAlone = [at, against].every((fact) => fact.series.cells.get(periodKey(fact))?.length === 1);
  return areAlone && isOtherPeriod(at, against) ? 'the figure of another period' : null;
}

/** How many steps of the coarser one two figures are apart. */
function stepsApart(a: AmountFact, b: AmountFact): number {
  const [coarse, fine] = inSteps(a.quantity, b.quantity);
  return Math.abs(coarse - fine);
}

/** Whether the line of the one has the value of the other for another period. */
function isOtherPeriod(at: AmountFact, against: AmountFact): boolean {
  for (const [other] of against.series.cells.values()) {
    if (other !== undefined && other.day !== at.day && agree(other, at)) return true;
  }
  return false;
}
