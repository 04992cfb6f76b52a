import { Fraction } from '../../value/index.js';
import type { ChangeStatement } from './change-statement.js';
import { HUNDRED, isNegative, minus, ONE, over, plus, type Range, sizeOf, times, ZERO } from './range.js';
import type { Binding, Part, Relation } from './relation.js';
import type { Direction } from './word-classes.js';

/**
 * The equations that a statement of change asserts: change = to - from; percent = change / from. Levels that are all
 * losses count by their size, so that a loss that decreases is a smaller number.
 */
export function changeRelations(
  statement: Pick<ChangeStatement, 'to' | 'from' | 'amount' | 'percent' | 'points' | 'direction'>,
  binding: Binding,
): Relation[] {
  const { to, from, amount, percent, points } = statement;
  const way = statement.direction ?? wayOf(to, from);
  const relations: (Relation | null)[] = [];
  if (to !== null && from !== null) {
    if (amount !== null) relations.push(amountChange(to, from, amount, way, binding));
    if (percent !== null) relations.push(percentOfLevels(to, from, percent, way, binding));
    // "Increased 2.1% to 45.6%" may be points, or a percentage of a percentage.
    if (percent !== null && to.figure.unit === 'percent')
      relations.push(pointChange(to, from, percent, way, 'open'));
    if (points !== null && to.figure.unit === 'percent')
      relations.push(pointChange(to, from, points, way, binding));
  } else if (amount !== null && percent !== null && amount.figure.unit !== 'percent' && way !== null) {
    if (to !== null) relations.push(percentOfChange(to, amount, percent, way, binding, 'to'));
    if (from !== null) relations.push(percentOfChange(from, amount, percent, way, binding, 'from'));
  }
  return relations.filter((relation) => relation !== null);
}

/** The way that the levels themselves go; null where one is missing, or they are equal. */
function wayOf(to: Part | null, from: Part | null): Direction | null {
  if (to === null || from === null) return null;
  const order = sizeOf(to.figure).compare(sizeOf(from.figure));
  return order === 0 ? null : order > 0 ? 'up' : 'down';
}

function areOpposed(to: Part, from: Part): boolean {
  return isNegative(to.figure) !== isNegative(from.figure);
}

/** Parts: to, from, change. Between a loss and a profit the change is the sum of their sizes. */
function amountChange(
  to: Part,
  from: Part,
  amount: Part,
  way: Direction | null,
  binding: Binding,
): Relation | null {
  const isSum = areOpposed(to, from);
  if (way === null && !isSum) return null;
  const solve = (index: number, [a, b, change]: readonly Range[]): Range | null => {
    if (a === undefined || b === undefined || change === undefined) return null;
    if (isSum) return index === 2 ? plus(a, b) : minus(change, index === 0 ? b : a);
    const [more, less] = way === 'down' ? [b, a] : [a, b];
    if (index === 2) return minus(more, less);
    return (index === 0) === (way === 'down') ? minus(more, change) : plus(less, change);
  };
  const work = `${from.figure.text} to ${to.figure.text} is a change of ${amount.figure.text}`;
  return { kind: 'change', parts: [to, from, amount], solve, confirms: [2, 0, 1], binding, work };
}

/** Parts: to, from, percent. */
function percentOfLevels(
  to: Part,
  from: Part,
  percent: Part,
  way: Direction | null,
  binding: Binding,
): Relation | null {
  if (way === null || areOpposed(to, from) || to.figure.unit === 'percent') return null;
  const solve = (index: number, [a, b, rate]: readonly Range[]): Range | null => {
    if (a === undefined || b === undefined || rate === undefined) return null;
    const share = times(rate, HUNDREDTH);
    if (index === 0) return times(b, way === 'up' ? plus(UNIT, share) : positive(minus(UNIT, share)));
    if (index === 1) return over(a, way === 'up' ? plus(UNIT, share) : positive(minus(UNIT, share)));
    const ratio = over(a, b);
    if (ratio === null) return null;
    return times(positive(way === 'up' ? minus(ratio, UNIT) : minus(UNIT, ratio)), PERCENT);
  };
  const work = `${from.figure.text} to ${to.figure.text} is ${percent.figure.text} ${way}`;
  return { kind: 'percent-change', parts: [to, from, percent], solve, confirms: [2], binding, work };
}

/** Parts: level, change, percent; the earlier level is the later one less the change. */
function percentOfChange(
  level: Part,
  amount: Part,
  percent: Part,
  way: Direction,
  binding: Binding,
  end: 'to' | 'from',
): Relation | null {
  if (isNegative(level.figure)) return null;
  // With q = level / change, the percentage is 1 / (q - 1) up and 1 / (q + 1) down of the later level, 1 / q of the earlier.
  const shift = end === 'from' ? ZERO : way === 'up' ? ONE : ZERO.minus(ONE);
  const shifted: Range = { low: shift, high: shift };
  const solve = (index: number, [a, change, rate]: readonly Range[]): Range | null => {
    if (a === undefined || change === undefined || rate === undefined) return null;
    if (index === 2) {
      const ratio = over(a, change);
      const base = ratio === null ? null : over(UNIT, minus(ratio, shifted));
      return base === null ? null : times(base, PERCENT);
    }
    const inverse = over(PERCENT, rate);
    if (inverse === null) return null;
    const ratio = plus(inverse, shifted);
    return index === 0 ? times(ratio, change) : over(a, ratio);
  };
  const work = `${amount.figure.text} ${way} ${end} ${level.figure.text} is ${percent.figure.text}`;
  return { kind: 'percent-change', parts: [level, amount, percent], solve, confirms: [2], binding, work };
}

/** Parts: to, from, change; percentages, their change in percentage points or basis points. */
function pointChange(
  to: Part,
  from: Part,
  points: Part,
  way: Direction | null,
  binding: Binding,
): Relation | null {
  if (way === null || areOpposed(to, from)) return null;
  const unit = points.figure.unit === 'bp' ? PERCENT : UNIT;
  const solve = (index: number, [a, b, change]: readonly Range[]): Range | null => {
    if (a === undefined || b === undefined || change === undefined) return null;
    const [more, less] = way === 'down' ? [b, a] : [a, b];
    if (index === 2) return times(positive(minus(more, less)), unit);
    const moved = over(change, unit);
    if (moved === null) return null;
    return (index === 0) === (way === 'down') ? minus(more, moved) : plus(less, moved);
  };
  const work = `${from.figure.text} to ${to.figure.text} is ${points.figure.text} ${unit === UNIT ? '' : 'basis points '}${way}`;
  const isTens = unit === PERCENT && points.figure.value.endsWith('0');
  const decimals = [to, from, points].map(({ figure }) =>
    isTens && figure === points.figure ? -1 : figure.decimals,
  );
  return { kind: 'points', parts: [to, from, points], decimals, solve, confirms: [2, 0, 1], binding, work };
}

const UNIT: Range = { low: ONE, high: ONE };
const PERCENT: Range = { low: HUNDRED, high: HUNDRED };
const HUNDREDTH: Range = { low: Fraction.of(1n, 100n), high: Fraction.of(1n, 100n) };

/** What lies above zero of a range; percentages and their bases are never negative. */
function positive({ low, high }: Range): Range {
  return { low: low.compare(ZERO) < 0 ? ZERO : low, high: high.compare(ZERO) < 0 ? ZERO : high };
}
