import {
  noonBuyingRates,
  type RateObservation,
  type RateSeries,
  type RateSource,
  rateOnDay,
  redenominationsWithin,
} from '../../../rates/index.js';
import {
  type Day,
  type Fraction,
  formatDay,
  InputError,
  plusDays,
  type RateUnit,
  rateUnit,
} from '../../../value/index.js';
import { historyWarnings, LEAST_CHANGES } from './history-warnings.js';
import type { FactorHistory } from './market-factor.js';

/** Places after the point that are kept of an exact ratio: beyond what a double holds of any rate. */
const DECIMALS = 24;
/** Trading days that a window may ask for: longer than the noon buying rates are. */
const LONGEST_WINDOW = 20_000;

/** Level and daily history of a factor of the market. */
export interface LoadedFactor {
  readonly level: number;
  readonly history: FactorHistory;
}

/**
 * An exchange rate with its history, from a source of rates against the U.S. dollar. `pair` is "JPY/USD": units of the
 * first for one of the second; a pair without the dollar is crossed over the dollar, on days that both have. The level
 * is the last rate on or before `asOf`, and `window` daily changes lead up to it, or as many as there are, with a
 * warning. Ratios stay exact until they become doubles, here and nowhere else.
 *
 * Throws `InputError`: 'bad-option' (the pair or the window), 'unknown-currency' (says which there are), 'no-rate'
 * (none within ten days before `asOf`, or fewer than 20 daily changes).
 */
export function exchangeRateHistory(
  pair: string,
  asOf: Day,
  window: number,
  source: RateSource = noonBuyingRates(),
): LoadedFactor {
  const unit = unitOf(pair);
  if (!Number.isInteger(window) || window < LEAST_CHANGES || window > LONGEST_WINDOW) {
    throw new InputError(
      'bad-option',
      `Unexpected window of ${window} days for ${unit}, expected a whole number from ${LEAST_CHANGES} to ${LONGEST_WINDOW}`,
    );
  }
  const observed = observationsOf(unit, asOf, window, source);
  const { kept, cut } = sinceRedenomination(unit, observed);
  const chosen = kept.slice(-(window + 1));
  const changes = chosen.length - 1;
  const last = chosen.at(-1);
  const first = chosen[0];
  if (last === undefined || first === undefined || changes < LEAST_CHANGES) {
    throw new InputError(
      'no-rate',
      `Only ${Math.max(0, changes)} daily changes of ${unit} up to ${formatDay(asOf)}${cut}, expected at least ${LEAST_CHANGES}; state a volatility instead`,
    );
  }
  const days = chosen.map((each) => each.day);
  const levels = chosen.map((each) => toLevel(each.ratio));
  const warnings = historyWarnings(unit, days, levels);
  if (changes < window)
    warnings.unshift(`${unit}: ${changes} daily changes, not the ${window} asked for${cut}`);
  const crossed = unit.includes('USD') ? '' : ', crossed over the U.S. dollar';
  const span = `${formatDay(first.day)} to ${formatDay(last.day)}`;
  return {
    level: toLevel(last.ratio),
    history: { days, levels, source: `${source.name} rates of ${unit}${crossed}, ${span}`, warnings },
  };
}

interface ExactRate {
  readonly day: Day;
  readonly ratio: Fraction;
}

/** The one door from exact rates to doubles. */
function toLevel(ratio: Fraction): number {
  return ratio.rounded(DECIMALS, 'half-even').toNumber();
}

function unitOf(pair: string): RateUnit {
  const match = /^\s*([A-Za-z]{3})\s*\/\s*([A-Za-z]{3})\s*$/.exec(pair);
  const [quote = '', base = ''] = (match?.slice(1) ?? []).map((code) => code.toUpperCase());
  if (match === null || quote === base) {
    throw new InputError(
      'bad-option',
      `Unexpected pair "${pair.slice(0, 40)}", expected two currencies such as JPY/USD: units of the first for one of the second`,
    );
  }
  return rateUnit(quote, base);
}

/** Up to the last rate on or before `asOf`, at least `window` + 1 of them where the source has so many. */
function observationsOf(unit: RateUnit, asOf: Day, window: number, source: RateSource): ExactRate[] {
  const [quote = '', base = ''] = unit.split('/');
  const direct = source.series(unit);
  if (direct !== null) return within(direct, asOf, window, source);
  if (quote === 'USD' || base === 'USD') {
    // Says which currencies there are.
    rateOnDay(source, { currency: quote === 'USD' ? base : quote }, asOf);
  }
  const quotes = within(dollarSeries(source, quote, asOf), asOf, window, source);
  const bases = new Map(
    within(dollarSeries(source, base, asOf), asOf, window, source).map((each) => [each.day, each.ratio]),
  );
  return quotes.flatMap(({ day, ratio }) => {
    const other = bases.get(day);
    return other === undefined ? [] : [{ day, ratio: ratio.over(other) }];
  });
}

function dollarSeries(source: RateSource, currency: string, asOf: Day): RateSeries {
  const series = source.series(rateUnit(currency, 'USD'));
  if (series !== null) return series;
  rateOnDay(source, { currency }, asOf);
  throw new InputError('no-rate', `No rates of ${currency} per U.S. dollar in ${source.name}`);
}

function within(series: RateSeries, asOf: Day, window: number, source: RateSource): RateObservation[] {
  if (series.onOrBefore(asOf) === null) {
    // Says when the rates begin or end, and how to get newer ones.
    rateOnDay(source, { unit: series.unit }, asOf);
  }
  // Five rates a week, less holidays; the slack covers the longest gaps of markets that were closed.
  const start = plusDays(asOf, -Math.ceil(window * 1.5) - 60);
  return [...series.within({ start, until: plusDays(asOf, 1) })];
}

/** A change from one currency unit to the next is no market move: the history begins after it. */
function sinceRedenomination(
  unit: RateUnit,
  rates: readonly ExactRate[],
): { kept: readonly ExactRate[]; cut: string } {
  const [first, last] = [rates[0], rates.at(-1)];
  if (first === undefined || last === undefined) return { kept: rates, cut: '' };
  const span = { start: first.day, until: plusDays(last.day, 1) };
  const cuts = unit.split('/').flatMap((code) => redenominationsWithin(code, span));
  if (cuts.length === 0) return { kept: rates, cut: '' };
  const from = Math.max(...cuts) as Day;
  return {
    kept: rates.filter(({ day }) => day >= from),
    cut: ` (the rates before ${formatDay(from)} are of another currency unit)`,
  };
}
