import { readFileSync } from 'node:fs';
import { type CurrencyCode, InputError, parseDay, type RateUnit, rateUnit } from '../value/index.js';
import { isBankHoliday } from './bank-holidays.js';
import type { DailyRates } from './daily-rates.js';
import { DailySeries, madeOnce } from './daily-series.js';
import type { RateSeries, RateSource } from './rate-source.js';
import { openRatesFile, type RatesFile, type RatesFileOrigin, type RatesFileSeries } from './rates-file.js';

/** Beside this module, in the sources and in the built package alike. */
const BUNDLED = new URL('./noon-buying-rates.bin', import.meta.url);

const NOON_BUYING_RATE = 'noon buying rate';

/** What series are made of: a file of rates, or several as one. */
export interface RatesSupply extends RatesFileOrigin {
  readonly entries: readonly RatesFileSeries[];
  /** At the decimals of its entry. Throws `InputError`. */
  rates(code: CurrencyCode): DailyRates;
}

let bundled: RateSource | undefined;
let bundledFile: RatesFile | undefined;

/**
 * The Federal Reserve's H.10 noon buying rates that come with the package, 1971 on. The file is opened at the first
 * call and kept; a currency is decoded when its series is first asked for. Throws `InputError` ('bad-rates-file')
 * where the file is missing or damaged.
 */
export function noonBuyingRates(): RateSource {
  bundled ??= ratesFromFile(bundledRatesFile());
  return bundled;
}

/** The file of the package, opened once. Throws `InputError` ('bad-rates-file'). */
export function bundledRatesFile(): RatesFile {
  bundledFile ??= openRatesFile(readBundled());
  return bundledFile;
}

/** Series of an opened file, each currency decoded once and seen in either direction. */
export function ratesFromFile(file: RatesSupply): RateSource {
  const decoded = new Map<CurrencyCode, DailyRates>();

  function make(unit: RateUnit): RateSeries | null {
    const entry = file.entries.find((candidate) => unitsOf(candidate).includes(unit));
    if (entry === undefined) return null;
    const rates = decoded.get(entry.code) ?? file.rates(entry.code);
    decoded.set(entry.code, rates);
    const { code, decimals } = entry;
    const inverted = unit !== unitsOf(entry)[0];
    const about = {
      unit,
      currency: code,
      inverted,
      source: file.source,
      rateName: NOON_BUYING_RATE,
      decimals,
    };
    return new DailySeries({ ...about, isClosed: isBankHoliday }, rates);
  }

  return {
    name: file.source,
    description: file.description,
    asOf: parseDay(file.asOf),
    currencies: file.entries.map((entry) => entry.code).sort(),
    series: madeOnce(make),
  };
}

/** Both units of a currency against the U.S. dollar, the one that the source publishes first. */
export function unitsOf({ code, quoted }: RatesFileSeries): readonly [RateUnit, RateUnit] {
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
