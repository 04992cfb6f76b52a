import { type CurrencyCode, formatDay, InputError, type RateUnit, rateUnit } from '../value/index.js';
import { inverseOf } from './direction.js';
import type { RateSeries, RateSource } from './rate-source.js';

/** A currency, a unit such as `JPY/USD`, or both. Either may be lower case. */
export interface SeriesChoice {
  readonly currency?: CurrencyCode | undefined;
  readonly unit?: string | undefined;
}

/**
 * The series that is asked for: of the unit where one is given, else of the currency against the U.S. dollar in the
 * direction that the source publishes. A pair without the dollar, of an imported source, goes by its unit alone.
 * Throws `InputError` ('unknown-currency', 'bad-option') and says what there is.
 */
export function chooseSeries(source: RateSource, choice: SeriesChoice): RateSeries {
  const unit = choice.unit?.toUpperCase();
  // Of other sources a pair need not have the U.S. dollar in it.
  const ofUnit = unit === undefined || choice.currency !== undefined ? null : source.series(unit as RateUnit);
  if (ofUnit !== null) return ofUnit;
  const currency = choice.currency?.toUpperCase() ?? otherThanDollar(unit);
  if (currency === undefined) {
    throw new InputError('bad-option', 'Unexpected end of options, expected a currency such as JPY');
  }
  const [perDollar, dollarsPer] = [rateUnit(currency, 'USD'), rateUnit('USD', currency)];
  const series = [source.series(perDollar), source.series(dollarsPer)].filter((found) => found !== null);
  if (series.length === 0) throw unknownCurrency(source, currency);
  if (unit !== undefined && unit !== perDollar && unit !== dollarsPer) {
    throw new InputError('bad-option', `Unexpected unit "${unit}", expected ${perDollar} or ${dollarsPer}`);
  }
  const chosen = series.find((found) => (unit === undefined ? !found.inverted : found.unit === unit));
  if (chosen === undefined) throw unknownCurrency(source, currency);
  return chosen;
}

/** The direction that the source publishes: the unit of the series, or its inverse. */
export function publishedUnit({ unit, inverted }: RateSeries): RateUnit {
  return inverted ? inverseOf(unit) : unit;
}

/** "the H.10 rates of JPY run from 1971-01-04 to 2026-05-15", for a message. */
export function coverageText(series: RateSeries): string {
  const [first, last] = [formatDay(series.firstDay), formatDay(series.lastDay)];
  return `the ${series.source} rates of ${series.currency} run from ${first} to ${last}`;
}

/** What to do where rates end too early, a sentence of a message. */
export function newerRatesText(source: string): string {
  return source === 'H.10'
    ? '"tickmark rates update" fetches newer ones'
    : `"tickmark rates import FILE" takes newer ones of ${source}`;
}

function otherThanDollar(unit: string | undefined): CurrencyCode | undefined {
  if (unit === undefined) return undefined;
  const match = /^(?:([A-Z]{3})\/USD|USD\/([A-Z]{3}))$/.exec(unit);
  const currency = match?.[1] ?? match?.[2];
  if (currency === undefined) {
    throw new InputError('bad-option', `Unexpected unit "${unit}", expected one such as JPY/USD or USD/JPY`);
  }
  return currency;
}

function unknownCurrency(source: RateSource, currency: string): InputError {
  const shown = currency.slice(0, 20);
  const pairs = shown === 'USD' ? [] : pairsOf(source, shown);
  if (pairs.length > 0) {
    return new InputError(
      'unknown-currency',
      `${source.name} has no rates of ${shown} against USD, expected a unit of ${pairs.join(', ')}`,
    );
  }
  const what = shown === 'USD' ? 'USD is what the rates are quoted against' : `No rates for "${shown}"`;
  return new InputError(
    'unknown-currency',
    `${what} in ${source.name}, expected one of ${source.currencies.join(', ')}`,
  );
}

/** The pairs without the dollar that an imported source has of a currency. */
function pairsOf(source: RateSource, currency: CurrencyCode): RateUnit[] {
  const units = source.currencies.flatMap((other) => [rateUnit(currency, other), rateUnit(other, currency)]);
  return units.filter((unit) => {
    const series = source.series(unit);
    return series !== null && !series.inverted;
  });
}
