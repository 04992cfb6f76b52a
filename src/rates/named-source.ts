import {
  type CurrencyCode,
  civilDateOf,
  type Day,
  InputError,
  type RateUnit,
  weekdayOf,
} from '../value/index.js';
import { DailySeries, madeOnce } from './daily-series.js';
import { inverseOf, otherThanDollarOf } from './direction.js';
import type { LoadedSource, SourceSeries } from './loaders/source-csv.js';
import type { NamedRateSource, RateSeries } from './rate-source.js';
import { sourceRateName } from './source-rate-name.js';

/**
 * An imported source: each pair in the direction that the file gives and in the other one, whose rates are exact
 * inverses. Throws `InputError` ('no-rate') for a source without a rate.
 *
 * Nothing is known of the source's holidays, so only weekends, January 1 and December 25 count as closed: where a
 * period begins or ends on another day without a rate, a figure is left undecided rather than called wrong.
 */
export function namedRateSource(source: LoadedSource): NamedRateSource {
  const asOf = lastDayOf(source);

  function make(unit: RateUnit): RateSeries | null {
    const found = source.series.find((series) => series.unit === unit || inverseOf(series.unit) === unit);
    if (found === undefined) return null;
    const about = {
      unit,
      currency: otherThanDollarOf(found.unit),
      inverted: unit !== found.unit,
      source: source.source,
      rateName: sourceRateName(source.source),
      decimals: found.decimals,
      isClosed,
    };
    return new DailySeries(about, found.rates);
  }

  return {
    name: source.source,
    names: source.names,
    description: source.description,
    asOf,
    currencies: currenciesOf(source.series),
    series: madeOnce(make),
  };
}

function isClosed(day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return true;
  const { month, day: dayOfMonth } = civilDateOf(day);
  return (month === 1 && dayOfMonth === 1) || (month === 12 && dayOfMonth === 25);
}

function lastDayOf({ source, series }: LoadedSource): Day {
  const last = series.reduce(
    (latest, { rates }) => Math.max(latest, rates.days.at(-1) ?? -Infinity),
    -Infinity,
  );
  if (last === -Infinity)
    throw new InputError('no-rate', `Unexpected source ${source} without a rate, expected one`);
  return last as Day;
}

function currenciesOf(series: readonly SourceSeries[]): CurrencyCode[] {
  const codes = series.flatMap(({ unit }) => unit.split('/'));
  return [...new Set(codes)].filter((code) => code !== 'USD').sort();
}
