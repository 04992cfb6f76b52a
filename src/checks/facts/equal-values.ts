import { coefficientAt, type Quantity } from '../arithmetic/quantity.js';
import { groupedBy } from '../engine/grouped.js';
import type { AmountFact } from './amount-facts.js';

/** Two places that print one value of one period and unit: the coarser of them, and the finer (or equally fine). */
export interface EqualPair {
  readonly coarse: AmountFact;
  readonly fine: AmountFact;
}

/** A value with more places than this on either side of it is common, and equal by chance. */
const MOST_PLACES = 24;

/**
 * Every pair of places that may state one fact, by value alone: same unit, same end of the period, periods that do not
 * differ in length, and the finer value rounds to the coarser one, signs apart. Of two as fine, once, in order.
 */
export function equalPairs(facts: readonly AmountFact[]): EqualPair[] {
  const pairs: EqualPair[] = [];
  const telling = facts.filter(({ quantity }) => significantDigits(quantity) >= 2);
  for (const group of groupedBy(telling, groupKey).values()) {
    if (group.length > 1) pairsWithin(group, pairs);
  }
  return pairs;
}

/** Digits of what is printed, without the noughts at its end: 3 of "1,230 million". */
export function significantDigits({ coefficient }: Quantity): number {
  let size = Math.abs(coefficient);
  if (size === 0) return 0;
  while (size % 10 === 0) size /= 10;
  let digits = 1;
  while (size >= 10) {
    size = Math.floor(size / 10);
    digits += 1;
  }
  return digits;
}

/** Whether two periods that end on one day can be one: a balance may stand under the heading of its year. */
export function samePeriodLength(a: AmountFact, b: AmountFact): boolean {
  return a.months === b.months || a.months === 0 || b.months === 0;
}

/** Whether the finer value, its sign apart, rounds to the coarser one at the step of that. */
export function roundsTo(fine: Quantity, coarse: Quantity): boolean {
  const size = Math.abs(coefficientAt(coarse, fine.exponent) ?? Number.NaN);
  const half = 10 ** (coarse.exponent - fine.exponent) / 2;
  const distance = Math.abs(size - Math.abs(fine.coefficient));
  return coarse.exponent === fine.exponent ? distance === 0 : distance <= half;
}

function groupKey({ day, series: { unitNumber } }: AmountFact): number {
  return day * 256 + unitNumber;
}

function pairsWithin(group: readonly AmountFact[], pairs: EqualPair[]): void {
  const sorted = [...group].sort((a, b) => a.size - b.size || a.figure.start - b.figure.start);
  for (let index = 0; index < sorted.length; index++) {
    const before = pairs.length;
    const isRare = pairsOnSide(sorted, index, -1, pairs) && pairsOnSide(sorted, index, 1, pairs);
    if (!isRare) pairs.length = before;
  }
}

/** Adds the pairs of a fact with those before or after it; false where its value is common. */
function pairsOnSide(
  sorted: readonly AmountFact[],
  index: number,
  step: 1 | -1,
  pairs: EqualPair[],
): boolean {
  const coarse = sorted[index];
  if (coarse === undefined) return true;
  // A little more than half a step, for what binary fractions lose; the exact test follows.
  const reach = 10 ** coarse.quantity.exponent * 0.5 + coarse.size * 1e-12;
  for (let distance = 1; distance <= MOST_PLACES; distance++) {
    const other = sorted[index + step * distance];
    if (other === undefined || Math.abs(other.size - coarse.size) > reach) return true;
    if (canPair(coarse, other)) pairs.push({ coarse, fine: other });
  }
  return false;
}

function canPair(coarse: AmountFact, fine: AmountFact): boolean {
  const { exponent } = coarse.quantity;
  if (fine.quantity.exponent > exponent || fine.series.place === coarse.series.place) return false;
  if (fine.quantity.exponent === exponent && fine.figure.start <= coarse.figure.start) return false;
  return samePeriodLength(coarse, fine) && roundsTo(fine.quantity, coarse.quantity);
}
