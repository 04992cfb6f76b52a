import type { Unit } from '../../filing/filing.js';
import { allowedSteps, type RoundingHabit, stepsExplained, worstSteps } from '../arithmetic/habit.js';
import { isAdditive } from './open-lines.js';
import type { SumPlace, SumRelation } from './relations.js';
import { repairOf } from './repair.js';

/**
 * What becomes of a sum at one position. `error`: the document shows that it holds, and here it does not. `conjecture`:
 * it does not hold, a slip of the hand would explain that, and so may rounding or chance. `unjudged`: nothing can be said.
 */
export type Verdict = 'exact' | 'rounding' | 'error' | 'conjecture' | 'unjudged';

export interface JudgedPlace {
  readonly place: SumPlace;
  readonly verdict: Verdict;
  /** By how many steps the total may be off at this place and still agree. */
  readonly slack: number;
}

/** How often a sum of these labels holds elsewhere in the document, by `signature`. */
export type Witnesses = ReadonlyMap<string, number>;

/**
 * Judges a sum at all its positions. Amounts of one kind speak for each other: shares of columns, prices and amounts
 * per share need not add up where the money beside them does.
 */
export function judge(relation: SumRelation, habit: RoundingHabit, witnesses: Witnesses): JudgedPlace[] {
  const tallies = tallyByKind(relation, habit);
  const ofMoney = tallies.get('money')?.holds ?? 0;
  const elsewhere = Math.max(0, (witnesses.get(signature(relation)) ?? 0) - ofMoney);
  return relation.places.map((place) => {
    const kind = kindOf(place);
    const tally = tallies.get(kind);
    const slack = stepsAllowed(place, habit);
    if (tally === undefined) return { place, verdict: 'unjudged', slack };
    // Where the amounts of an equity statement add up, so do the shares beside them.
    const beside = kind === 'share' ? ofMoney : kind === 'money' ? elsewhere : 0;
    return { place, verdict: verdictOf(relation, place, tally, habit, beside), slack };
  });
}

/** The words of a sum, by which the same sum of another table is known. */
export function signature({ total, terms }: SumRelation): string {
  return `${total.label}=${terms.map(({ line, sign }) => (sign < 0 ? '-' : '+') + line.label).join('')}`;
}

/** How many positions of its money a sum holds at. */
export function moneyThatHolds(relation: SumRelation, habit: RoundingHabit): number {
  return tallyByKind(relation, habit).get('money')?.holds ?? 0;
}

interface Tally {
  holds: number;
  fails: number;
}

function tallyByKind({ places }: SumRelation, habit: RoundingHabit): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const place of places) {
    const { difference, terms } = place;
    if (difference === null || terms.length < 2) continue;
    if (!isAdditive(place.total.figure.unit) && filledTerms(place) < 2) continue;
    const kind = kindOf(place);
    const tally = tallies.get(kind) ?? { holds: 0, fails: 0 };
    tallies.set(kind, tally);
    if (Math.abs(difference) <= stepsAllowed(place, habit)) tally.holds++;
    else tally.fails++;
  }
  return tallies;
}

function filledTerms({ terms }: SumPlace): number {
  return terms.filter(({ quantity }) => quantity.coefficient !== 0).length;
}

function kindOf({ isComparison, total: { figure } }: SumPlace): string {
  return (isComparison ? 'comparison of ' : '') + kindOfUnit(figure.unit);
}

function kindOfUnit(unit: Unit): string {
  return unit.length === 3 || unit === 'pure' || unit === 'count' ? 'money' : unit;
}

function stepsAllowed({ isEven, terms }: SumPlace, habit: RoundingHabit): number {
  return isEven ? allowedSteps(habit, terms.length) : 0;
}

function verdictOf(
  relation: SumRelation,
  place: SumPlace,
  tally: Tally,
  habit: RoundingHabit,
  elsewhere: number,
): Verdict {
  const { difference, terms } = place;
  if (difference === null || terms.length < 2) return 'unjudged';
  const size = Math.abs(difference);
  if (size <= stepsAllowed(place, habit)) {
    if (!holdsEnough(place, tally)) return 'unjudged';
    return size === 0 ? 'exact' : 'rounding';
  }
  if (place.isMissingLine || mayWellDiffer(place, tally)) return 'unjudged';
  if (!isSlip(place, stepsAllowed(place, habit))) {
    return isPlainlyBroken(relation, place, tally, habit) ? 'error' : 'unjudged';
  }
  if (isExplained(relation, place, habit) || isSmall(place)) return 'conjecture';
  return isShown(relation, place, tally, elsewhere) ? 'error' : 'conjecture';
}

/** Percentages, rates and changes need not add up, or only roughly, unless others of the table do. */
function mayWellDiffer(place: SumPlace, { holds, fails }: Tally): boolean {
  if (isAdditive(place.total.figure.unit) && !place.isComparison) return false;
  return holds < 2 || fails > 1 || Math.abs(place.difference ?? 0) <= worstSteps(place.terms.length);
}

/** Whether rounding may be all that parts total and sum. */
function isExplained({ isAssumed }: SumRelation, place: SumPlace, habit: RoundingHabit): boolean {
  const size = Math.abs(place.difference ?? 0);
  return size <= stepsExplained(habit, place.terms.length) || (isAssumed && !isLargeEnough(place));
}

/** Whether the document shows that the sum should hold at a place where it does not. */
function isShown(relation: SumRelation, place: SumPlace, tally: Tally, elsewhere: number): boolean {
  return (
    !isAdditive(place.total.figure.unit) || place.isComparison || isProven(relation, place, tally, elsewhere)
  );
}

/**
 * Whether a sum of rows is so plain that any difference is an error, such as a number of another year or table: its label
 * or its looks name it a total, its lines are added as printed and stand here as they do at two other positions or more, where
 * it holds exactly, and nowhere else does it fail.
 */
function isPlainlyBroken(
  relation: SumRelation,
  place: SumPlace,
  tally: Tally,
  habit: RoundingHabit,
): boolean {
  const { direction, isPlain, isAssumed, total, places } = relation;
  if (direction !== 'rows' || !isPlain || isAssumed || tally.fails !== 1 || tally.holds < 2) return false;
  if (!(total.words.isTotal || total.words.isResult || total.isMarked)) return false;
  if (!isAdditive(place.total.figure.unit) || place.isComparison || !place.isEven) return false;
  if (Math.abs(place.difference ?? 0) <= stepsExplained(habit, place.terms.length) + 1) return false;
  const witnesses = places.filter(
    (other) =>
      other.difference === 0 && Math.abs(other.total.coefficient) >= 100 && printsTheSame(other, place),
  );
  return witnesses.length >= 2;
}

/** Whether the same lines hold an amount, zeros aside, at two positions. */
function printsTheSame(one: SumPlace, other: SumPlace): boolean {
  const filled = ({ terms }: SumPlace) =>
    terms.flatMap(({ line, quantity }) => (quantity.coefficient === 0 ? [] : [line.at]));
  return filled(one).join() === filled(other).join();
}

/** What label and place alone hold to be a sum must be large enough for a slip not to fit by chance. */
function isLargeEnough({ total, terms }: SumPlace): boolean {
  return Math.abs(total.coefficient) >= 100 && terms.length <= 12;
}

/** Numbers of one digit are a digit apart by chance. */
function isSmall({ total, terms }: SumPlace): boolean {
  return [total, ...terms.map(({ quantity }) => quantity)].every(
    ({ coefficient }) => Math.abs(coefficient) < 20,
  );
}

/** Small percentages add up by chance: what holds at one place and fails at the next ticks nothing. */
function holdsEnough({ total: { figure, coefficient } }: SumPlace, { holds, fails }: Tally): boolean {
  if (isAdditive(figure.unit)) return holds > fails || Math.abs(coefficient) >= 1000;
  return fails === 0 && (holds > 1 || Math.abs(coefficient) >= 100);
}

/** Whether the other positions, or the same table elsewhere, show that the sum holds. */
function isProven(
  { isAssumed, isPlain, total, evidence, isRollForward }: SumRelation,
  place: SumPlace,
  tally: Tally,
  elsewhere: number,
): boolean {
  const { holds, fails } = tally;
  if (isAssumed) return fails === 1;
  if (holds >= 2) return fails * 3 <= holds + 1;
  if (holds + elsewhere === 0) return false;
  const isNamed = total.words.isResult || total.isMarked || isRollForward;
  return fails === 1 && ((isNamed && isPlain) || evidence >= 4 || isResultMistyped(total, place));
}

/** "Operating income 514" where sales less two costs are 541: what names a difference, and is itself mistyped for one. */
function isResultMistyped(
  { words }: SumRelation['total'],
  { total, terms, difference, exponent }: SumPlace,
): boolean {
  if (!words.isDifference || terms.length > 4 || Math.abs(total.coefficient) < 100) return false;
  return repairOf(total, -(difference ?? 0), exponent, 0).slip !== null;
}

/** Whether a slip of the hand in one of its figures would explain the difference. */
function isSlip({ total, terms, difference, exponent }: SumPlace, slack: number): boolean {
  if (difference === null) return false;
  if (repairOf(total, -difference, exponent, slack).slip !== null) return true;
  return terms.some(
    ({ quantity, sign }) => repairOf(quantity, sign * difference, exponent, slack).slip !== null,
  );
}
