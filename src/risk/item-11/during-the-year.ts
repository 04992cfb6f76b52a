import { formatDay, InputError, parseDay } from '../../value/index.js';
import { monthsBefore } from '../models/market/other-markets.js';
import type { MarketGroup, ValueAtRiskPart } from './item-11-data.js';
import type { PriorItem11, PriorPart } from './prior-item-11.js';

/** Ends of equal periods that the form wants at least, this year-end among them. */
const LEAST_PERIODS = 4;
/** Ends of months and quarters are so many days from even. */
const UNEVEN_DAYS = 5;

type Category = ValueAtRiskPart['category'];

/** Value at risk on one day of the year, by purpose and category. */
export interface ValuesOn {
  readonly day: string;
  value(purpose: MarketGroup['purpose'], category: Category): number | null;
}

/** The quarter-ends of the year before the last, newest first: with it, the four periods of a year. */
export function quarterEnds(asOf: string): string[] {
  return [3, 6, 9].map((months) => monthsBefore(asOf, months));
}

/**
 * Average, high and low of this year-end's value and those of the days before; null where a day lacks it, so that no
 * average leaves a quarter out.
 */
export function duringOf(
  now: number,
  asOf: string,
  earlier: readonly ValuesOn[],
  purpose: MarketGroup['purpose'],
  category: Category,
): ValueAtRiskPart['during'] {
  if (earlier.length + 1 < LEAST_PERIODS) return null;
  const points = [{ day: asOf, value: now }];
  for (const each of earlier) {
    const value = each.value(purpose, category);
    if (value === null) return null;
    points.unshift({ day: each.day, value });
  }
  const values = points.map(({ value }) => value);
  return {
    average: values.reduce((sum, value) => sum + value, 0) / values.length,
    high: Math.max(...values),
    low: Math.min(...values),
    points: points.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/**
 * Value at risk as it was printed on earlier days of the year, from the Item 11 kept of each. Throws `InputError` ('bad-option') where
 * these days are not ends of equal periods of the year before `asOf`, at least four with it, or where the values are of
 * another horizon or level.
 */
export function keptValues(
  kept: readonly PriorItem11[],
  asOf: string,
  method: { readonly horizonDays: number; readonly level: number },
): ValuesOn[] {
  const dated = kept.map((each) => ({ day: each.asOf ?? '', data: each }));
  requireEqualPeriods(
    dated.map(({ day }) => day),
    asOf,
  );
  for (const { day, data } of dated) {
    const other = partsOf(data).find(({ valueAtRisk }) => !isComparable(valueAtRisk, method));
    if (other !== undefined) {
      throw new InputError(
        'bad-option',
        `The value at risk of ${day} is over ${other.valueAtRisk.horizonDays} trading days at ${other.valueAtRisk.level}, expected ${method.horizonDays} at ${method.level} as now: their average would mean nothing`,
      );
    }
  }
  return dated.map(({ day, data }) => ({
    day,
    value: (purpose, category) => priorValue(data, purpose, category),
  }));
}

/** Last year's value at risk of a category. */
export function priorValue(
  { valueAtRisk }: Pick<PriorItem11, 'valueAtRisk'>,
  purpose: MarketGroup['purpose'],
  category: Category,
): number | null {
  const group = valueAtRisk.find((each) => each.purpose === purpose);
  const parts = group === undefined ? [] : [...group.parts, ...(group.total === null ? [] : [group.total])];
  const found = parts.find((each) => each.category === category);
  // A year or a quarter with one category had no line for all together.
  const alone = category === 'total' && group?.total === null && parts.length === 1 ? parts[0] : undefined;
  return (found ?? alone)?.valueAtRisk.value ?? null;
}

/** Of the same horizon and level; what says neither is taken to be. */
export function isComparable(
  { horizonDays, level }: PriorPart['valueAtRisk'],
  method: { readonly horizonDays: number; readonly level: number },
): boolean {
  return (
    (horizonDays ?? method.horizonDays) === method.horizonDays && (level ?? method.level) === method.level
  );
}

export function partsOf({ valueAtRisk }: Pick<PriorItem11, 'valueAtRisk'>): PriorPart[] {
  return valueAtRisk.flatMap(({ parts, total }) => (total === null ? parts : [...parts, total]));
}

function requireEqualPeriods(days: readonly string[], asOf: string): void {
  const sorted = [...days, asOf].sort();
  const numbers = sorted.map((day) => (day === '' ? Number.NaN : parseDay(day)));
  const gaps = numbers.slice(1).map((day, at) => day - (numbers[at] as number));
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  const first = sorted[0] ?? asOf;
  const isOfYear = first > monthsBefore(asOf, 12) && sorted.at(-1) === asOf;
  if (sorted.length >= LEAST_PERIODS && least > 0 && most - least <= 2 * UNEVEN_DAYS && isOfYear) return;
  throw new InputError(
    'bad-option',
    `Unexpected days of the value at risk of the year: ${sorted.map((day) => day || 'one without a day').join(', ')}; expected ends of at least four equal periods after ${monthsBefore(asOf, 12)}, such as ${quarterEnds(asOf).join(', ')} and ${formatDay(parseDay(asOf))}`,
  );
}
