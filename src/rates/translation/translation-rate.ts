import {
  type CurrencyCode,
  currencyOf,
  type Day,
  type Decimal,
  Fraction,
  formatDay,
  InputError,
  plusDays,
  type RateUnit,
  rateUnit,
} from '../../value/index.js';
import { coverageText } from '../choose-series.js';
import type { RateSeries, RateSource } from '../rate-source.js';

/** The one rate of a translation, as its source prints it: what a reader needs to form every amount again. */
export interface TranslationRate {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  /** The direction of `value`, either of the two: `JPY/USD` is yen per dollar, and a dollar amount is amount / rate. */
  readonly unit: RateUnit;
  readonly value: Decimal;
  /** The balance-sheet date, or whichever day was asked for. */
  readonly asked: Day;
  /** The day that the rate is of: the day asked, or the last before it that has one. */
  readonly day: Day;
  /** "noon buying rate". */
  readonly rateName: string;
  readonly source: { readonly name: string; readonly description: string };
  /** Whether an official source gave it; else the user did. */
  readonly isOfficial: boolean;
}

/** Which currency is translated into which. */
export interface CurrencyPair {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
}

/**
 * The last rate of a source on or before a day. Throws `InputError`: 'unknown-currency', 'currency-mismatch' where
 * both are the same, 'bad-option' where the source quotes neither against the other (we form no cross rates), 'no-rate'
 * where its rates do not reach the day.
 */
export function translationRate(source: RateSource, pair: CurrencyPair, asked: Day): TranslationRate {
  requireTwoCurrencies(pair);
  const series = seriesOf(source, pair);
  const observation = series.onOrBefore(asked);
  if (observation === null || hasEndedBefore(series, asked)) throw noRate(series, asked);
  const { unit, rateName } = series;
  return {
    ...pair,
    unit,
    value: observation.printed,
    asked,
    day: observation.day,
    rateName,
    source: { name: source.name, description: source.description },
    isOfficial: true,
  };
}

/** A rate that the user gives, with where it comes from. */
export interface OwnRate extends CurrencyPair {
  readonly value: Decimal;
  /** The direction that `value` is quoted in. */
  readonly unit: string;
  readonly day: Day;
  readonly source: string;
}

/** Throws `InputError`: 'unknown-currency', 'currency-mismatch', 'bad-option' for another unit or a rate that is not positive. */
export function ownTranslationRate({ from, to, value, unit, day, source }: OwnRate): TranslationRate {
  requireTwoCurrencies({ from, to });
  const units = [rateUnit(from, to), rateUnit(to, from)];
  const stated = units.find((each) => each === unit.toUpperCase());
  if (stated === undefined) {
    throw new InputError('bad-option', `Unexpected unit "${unit}", expected ${units.join(' or ')}`);
  }
  if (value.sign() <= 0) {
    throw new InputError('bad-option', `Unexpected rate ${value}, expected one above zero`);
  }
  const rateName = 'rate';
  const named = { name: source, description: source };
  return { from, to, unit: stated, value, asked: day, day, rateName, source: named, isOfficial: false };
}

/** The amount in the other currency, exactly: nothing is rounded before it is printed. */
export function translatedExactly(amount: Decimal, { unit, from, to, value }: TranslationRate): Fraction {
  const [base, rate] = [Fraction.fromDecimal(amount), Fraction.fromDecimal(value)];
  return unit === rateUnit(to, from) ? base.times(rate) : base.over(rate);
}

/** The work in figures: "29700000000 / 117.48". */
export function translationFormula(amount: Decimal, { unit, from, to, value }: TranslationRate): string {
  return `${amount} ${unit === rateUnit(to, from) ? '×' : '/'} ${value}`;
}

function requireTwoCurrencies({ from, to }: CurrencyPair): void {
  const [base, target] = [currencyOf(from).code, currencyOf(to).code];
  if (base !== target) return;
  throw new InputError(
    'currency-mismatch',
    `Cannot translate ${base} into ${target}: the amounts are in that currency already; name another with --to`,
  );
}

/** In the direction that the source publishes, so that the rate stated is the rate as printed there. */
function seriesOf(source: RateSource, { from, to }: CurrencyPair): RateSeries {
  const found = [source.series(rateUnit(from, to)), source.series(rateUnit(to, from))].find(
    (series) => series !== null && !series.inverted,
  );
  if (found) return found;
  const other = from === 'USD' ? to : from;
  if (from === 'USD' || to === 'USD') {
    throw new InputError(
      'unknown-currency',
      `No rates for "${other}" in ${source.name}, expected one of ${source.currencies.join(', ')}; or give a rate of your own with --rate`,
    );
  }
  throw new InputError(
    'bad-option',
    `Cannot translate ${from} into ${to}: ${source.name} quotes neither against the other; give a rate of your own with --rate and --rate-unit ${rateUnit(from, to)}`,
  );
}

/** Whether a day after the last rate is one on which the source sets rates: a Sunday after the last Friday is not. */
function hasEndedBefore(series: RateSeries, asked: Day): boolean {
  if (asked <= series.lastDay) return false;
  return series.gap({ start: series.lastDay, until: plusDays(asked, 1) }) !== null;
}

function noRate(series: RateSeries, asked: Day): InputError {
  const isLater = asked > series.lastDay;
  const remedy = isLater
    ? 'get newer ones with "tickmark rates update" or "tickmark rates import", or give a rate of your own with --rate'
    : 'give a rate of your own with --rate';
  return new InputError(
    'no-rate',
    `Cannot translate at the rate of ${formatDay(asked)}: ${coverageText(series)}; ${remedy}`,
  );
}
