import { civilDateOf, type Day, Decimal, endOfMonth, Fraction, InputError } from '../value/index.js';
import type { DailyRates } from './daily-rates.js';
import type { AverageMethod, RateStatisticName } from './rate-source.js';

/** The published rates of a period, and whether they are asked for the other way round. */
export interface PeriodRates extends DailyRates {
  readonly decimals: number;
  readonly inverted: boolean;
}

/** A statistic, and the indexes of the rates that it rests on. */
export interface IndexedStatistic {
  readonly value: Fraction;
  readonly inputs: readonly number[];
}

/**
 * One statistic of the daily rates of a period. All are exact, and all are of the rates in the direction asked for:
 * where inverted, each daily rate is inverted first, so that the high is on the day of the published low, and the
 * average is the mean of inverses, not the inverse of the mean. A high or low that held on several days is of the first.
 * `method` matters for the average alone. Throws `InputError` ('no-rate') for no rates.
 */
export function statisticOf(
  name: RateStatisticName,
  rates: PeriodRates,
  method: AverageMethod,
): IndexedStatistic {
  const count = rates.days.length;
  if (count === 0) throw new InputError('no-rate', `Cannot take the ${name} of no rates`);
  switch (name) {
    case 'high':
      return ofOne(rates, rates.inverted ? least(rates.coefficients) : greatest(rates.coefficients));
    case 'low':
      return ofOne(rates, rates.inverted ? greatest(rates.coefficients) : least(rates.coefficients));
    case 'period-end':
      return ofOne(rates, count - 1);
    case 'average': {
      const inputs = method === 'daily' ? [...rates.days.keys()] : lastOfEachMonth(rates.days);
      return { value: meanOf(rates, inputs), inputs };
    }
  }
}

/**
 * Indexes of the last day of each calendar month that has one, for an average by month-ends. A month that the period
 * cuts short gives its last day within the period.
 * Source: Form 20-F, Item 3.A.3 as it stood until 2018: fiscal years are averaged from the rates on the last day of
 * each month; that day is the last one with a rate.
 */
export function lastOfEachMonth(days: Int32Array): number[] {
  const found: number[] = [];
  let monthEnd: number = Number.POSITIVE_INFINITY;
  for (const [index, day] of days.entries()) {
    if (index > 0 && day <= monthEnd) continue;
    if (index > 0) found.push(index - 1);
    const { year, month } = civilDateOf(day as Day);
    monthEnd = endOfMonth(year, month);
  }
  return days.length > 0 ? [...found, days.length - 1] : found;
}

function ofOne(rates: PeriodRates, index: number): IndexedStatistic {
  return { value: valueAt(rates, index), inputs: [index] };
}

/** The exact mean of the rates at those indexes. */
function meanOf(rates: PeriodRates, indexes: readonly number[]): Fraction {
  if (rates.inverted) return Fraction.mean(indexes.map((index) => valueAt(rates, index)));
  // The same mean, summed as integers: it costs a tenth of making each a fraction first.
  const sum = indexes.reduce((total, index) => total + BigInt(rates.coefficients[index] ?? 0), 0n);
  return Fraction.fromDecimal(Decimal.of(sum, rates.decimals)).over(Fraction.of(BigInt(indexes.length)));
}

function valueAt({ coefficients, decimals, inverted }: PeriodRates, index: number): Fraction {
  const published = Fraction.fromDecimal(Decimal.of(coefficients[index] ?? 0, decimals));
  return inverted ? published.inverse() : published;
}

function greatest(coefficients: Float64Array): number {
  let found = 0;
  for (let index = 1; index < coefficients.length; index++) {
    if ((coefficients[index] ?? 0) > (coefficients[found] ?? 0)) found = index;
  }
  return found;
}

function least(coefficients: Float64Array): number {
  let found = 0;
  for (let index = 1; index < coefficients.length; index++) {
    if ((coefficients[index] ?? 0) < (coefficients[found] ?? 0)) found = index;
  }
  return found;
}
