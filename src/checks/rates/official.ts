import type { RateObservation, RateSeries, RateSource, RateStatistic } from '../../rates/rate-source.js';
import {
  type Day,
  Decimal,
  Fraction,
  formatDay,
  formatDayLong,
  parsePeriod,
  type RateUnit,
  type Span,
  WEEKDAYS,
  weekdayOf,
} from '../../value/index.js';
import type { TickInput } from '../check.js';
import { periodName } from '../engine/period-name.js';

/** A printed rate beside the recomputed one. */
export interface OfficialComparison {
  readonly agrees: boolean;
  /** The exact value, rounded half up at the printed decimals. */
  readonly recomputed: Decimal;
  /** What should stand there: `recomputed`, but in digits of its own where the printed number is of another size. */
  readonly expected: Decimal;
  /** Whether more decimals are printed than the source carries, so that its own precision decided. */
  readonly atSourcePrecision: boolean;
}

/**
 * Compares a printed rate with an exact one: rounded half up at the printed decimals it must be equal. Where more
 * decimals are printed than the source carries, equality at the source's decimals is enough.
 */
export function compareWithOfficial(
  printed: Decimal,
  decimals: number,
  value: Fraction,
  series: RateSeries,
): OfficialComparison {
  const recomputed = value.rounded(decimals, 'half-up');
  if (recomputed.equals(printed))
    return { agrees: true, recomputed, expected: recomputed, atSourcePrecision: false };
  const finer = !series.inverted && decimals > series.decimals;
  const agrees =
    finer && printed.rounded(series.decimals, 'half-up').equals(value.rounded(series.decimals, 'half-up'));
  const expected = ofOneSize(printed, value) ? recomputed : ownDigits(printed, value, series);
  return { agrees, recomputed, expected, atSourcePrecision: finer };
}

/** Whether two rates differ by less than a factor of five: beyond it the printed decimals tell nothing of the other. */
function ofOneSize(printed: Decimal, value: Fraction): boolean {
  const [size, five] = [Fraction.fromDecimal(printed.abs()), Fraction.of(5n)];
  return size.times(five).compare(value) > 0 && value.times(five).compare(size) > 0;
}

/** To the decimals of the source; an inverse, to as many digits as are printed, four at least. */
function ownDigits(printed: Decimal, value: Fraction, series: RateSeries): Decimal {
  if (!series.inverted) return value.rounded(series.decimals, 'half-up');
  const digits = Math.max(4, significantDigits(printed));
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const shown = value.rounded(decimals, 'half-up');
    if (significantDigits(shown) >= digits) return shown;
  }
  return value.rounded(MOST_DECIMALS, 'half-up');
}

const MOST_DECIMALS = 12;

function significantDigits(number: Decimal): number {
  return number.toString().replace(/\D/g, '').replace(/^0+/, '').length;
}

/** The series of a unit, or why there is none, for a person. */
export function seriesFor(rates: RateSource, unit: RateUnit): RateSeries | string {
  const series = rates.series(unit);
  if (series !== null) return series;
  const [quote, base] = unit.split('/');
  if (quote !== 'USD' && base !== 'USD') {
    return `${rates.name} quotes against the U.S. dollar only, not ${unit}`;
  }
  return `no rates for ${quote === 'USD' ? base : quote}`;
}

/** Why a figure is not recomputed where the text names a source that is not held, with the remedy. */
export function notImported(name: string): string {
  return `another source is named: ${name}; import its rates with "tickmark rates import"`;
}

/** "21 noon buying rates", "1 rate of the Bank of Canada". */
export function countedRates(series: RateSeries, count: number, kind = ''): string {
  const { rateName } = series;
  const hasPlural = /\brate\b/.test(rateName);
  if (!hasPlural) return `${count} ${kind}${count === 1 ? 'value' : 'values'} of the ${rateName}`;
  return `${count} ${kind}${count === 1 ? rateName : rateName.replace(/\brate\b/, 'rates')}`;
}

/** "noon buying rate of Friday, March 31, 2006", "rate of the Bank of Canada on Friday, March 31, 2006". */
export function rateOnDayName({ rateName }: RateSeries, day: Day): string {
  return `${rateName} ${/ of /.test(rateName) ? 'on' : 'of'} ${dayWithWeekday(day)}`;
}

/** Why the rates do not cover a span, its days as a person writes them; null where they do. */
export function gapIn(series: RateSeries, span: Span): string | null {
  const gap = series.gap(span);
  return gap === null ? null : gap.replace(ISO_PERIOD, (period) => periodName(parsePeriod(period)));
}

const ISO_PERIOD = /\b\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?\b/g;

/** What a tick or a finding rests on. */
export function inputOf(series: RateSeries, observation: RateObservation): TickInput {
  return {
    source: series.source,
    series: series.currency,
    date: formatDay(observation.day),
    value: observation.printed.toString(),
  };
}

/** How a statistic comes about, in words and numbers. */
export function formulaOf(
  series: RateSeries,
  statistic: RateStatistic,
  method: 'daily' | 'month-end',
  decimals: number,
): string {
  const count = statistic.inputs.length;
  const only = statistic.inputs[0];
  const ofInverse = series.inverted ? ', each inverted' : '';
  if (statistic.name === 'average') {
    const unrounded = statistic.value.rounded(decimals + 4, 'half-up');
    const rates =
      method === 'month-end'
        ? `the last ${series.rateName} of each of ${count} month${count === 1 ? '' : 's'}`
        : countedRates(series, count, 'daily ');
    return `mean of ${rates}${ofInverse} = ${unrounded}`;
  }
  const day = only === undefined ? '' : `, of ${formatDayLong(only.day)}${ofInverse}`;
  if (statistic.name === 'period-end') return `last ${series.rateName} of the period${day}`;
  const extreme = statistic.name === 'high' ? 'highest' : 'lowest';
  return `${extreme} of ${countedRates(series, statistic.observations)}${day}`;
}

/** "H.10 of March 31, 2006: 117.48". */
export function observationLine(series: RateSeries, observation: RateObservation): string {
  return `${series.source} ${series.currency} of ${formatDayLong(observation.day)}: ${observation.printed}`;
}

/** "Sunday, December 31, 2006". */
export function dayWithWeekday(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]}, ${formatDayLong(day)}`;
}

/** The printed value of a figure; null where it holds no number. */
export function numberOf(value: string): Decimal | null {
  return /^[+-]?\d+(\.\d+)?$/.test(value) ? Decimal.parse(value) : null;
}
