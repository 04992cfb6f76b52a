import { readFileSync } from 'node:fs';
import { type CurrencyCode, InputError, parseDay, type RateUnit, rateUnit } from '../value/index.js';
import type { DailyRates } from './daily-rates.js';
import { DailySeries } from './daily-series.js';
import type { RateSeries, RateSource } from './rate-source.js';
import { openRatesFile, type RatesFile, type RatesFileEntry } from './rates-file.js';

/** Beside this module, in the sources and in the built package alike. */
const BUNDLED = new URL('./noon-buying-rates.bin', import.meta.url);

let bundled: RateSource | undefined;

/**
 * The Federal Reserve's H.10 noon buying rates that come with the package, 1971 on. The file is opened at the first
 * call and kept; a currency is decoded when its series is first asked for. Throws `InputError` ('bad-rates-file')
 * where the file is missing or damaged.
 */
export function noonBuyingRates(): RateSource {
  bundled ??= ratesFromFile(openRatesFile(readBundled()));
  return bundled;
}

/** Series of an opened file, each currency decoded once and seen in either direction. */
export function ratesFromFile(file: RatesFile): RateSource {
  const decoded = new Map<CurrencyCode, DailyRates>();
  const made = new Map<RateUnit, RateSeries>();

  function make(unit: RateUnit): RateSeries | null {
    const entry = file.entries.find((candidate) => unitsOf(candidate).includes(unit));
    if (entry === undefined) return null;
    const rates = decoded.get(entry.code) ?? file.rates(entry.code);
    decoded.set(entry.code, rates);
    const { code, decimals } = entry;
    const inverted = unit !== unitsOf(entry)[0];
    return new DailySeries({ unit, currency: code, inverted, source: file.source, decimals }, rates);
  }

  return {
    name: file.source,
    description: file.description,
    asOf: parseDay(file.asOf),
    currencies: file.entries.map((entry) => entry.code).sort(),
    series(unit) {
      const series = made.get(unit) ?? make(unit);
      if (series !== null) made.set(unit, series);
      return series;
    },
  };
}

/** Both units of a currency against the U.S. dollar, the one that the source publishes first. */
function unitsOf({ code, quoted }: RatesFileEntry): readonly [RateUnit, RateUnit] {
  const perDollar = rateUnit(code, 'USD');
  const dollarsPer = rateUnit('USD', code);
  return quoted === 'per_usd' ? [perDollar, dollarsPer] : [dollarsPer, perDollar];
}

function readBundled(): Uint8Array {
  try {
    return readFileSync(BUNDLED);
  } catch (error) {
    throw new InputError(
      'bad-rates-file',
      'Cannot read the noon buying rates that come with the package. Install it again.',
      { cause: error },
    );
  }
}
