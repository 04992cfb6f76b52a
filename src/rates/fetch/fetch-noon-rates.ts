import { setTimeout as wait } from 'node:timers/promises';
import { type CurrencyCode, InputError, parseDay } from '../../value/index.js';
import { loadRates } from '../loaders/load-rates.js';
import type { LoadedRates } from '../loaders/loaded-series.js';
import type { RatesFileSeries } from '../rates-file.js';
import type { Reading } from '../store/keep-rates.js';
import { readingOrigin } from '../store/reading-origin.js';
import { fredSeriesAddress } from './addresses.js';
import { type DownloadOptions, download } from './download.js';

const MEGABYTE = 1024 * 1024;
const MOST_RELEASE_BYTES = 64 * MEGABYTE;
const MOST_SERIES_BYTES = 8 * MEGABYTE;
/** So many series that fail one after the other tell that the rest will. */
const MOST_FAILURES = 3;

export interface FetchOptions extends Omit<DownloadOptions, 'maxBytes'> {
  /** `auto`: the Federal Reserve, and FRED for what it does not give. */
  readonly from: 'auto' | 'fed' | 'fred';
  readonly h10: URL;
  readonly fred: URL;
  /** The series that are kept. */
  readonly catalogue: readonly RatesFileSeries[];
  /** Only these; all that are still published where absent. */
  readonly currencies?: readonly CurrencyCode[] | undefined;
  /** Throws `InputError` where a reading cannot be of the series that are held. */
  readonly accept: (reading: Reading) => void;
}

/** A file that could not be had or used, for a person. */
export interface FetchFailure {
  readonly address: string;
  /** Of one series, its currency; of the whole release, null. */
  readonly currency: CurrencyCode | null;
  readonly reason: string;
}

export interface FetchedRates {
  readonly readings: readonly Extract<Reading, { kind: 'noon' }>[];
  readonly failures: readonly FetchFailure[];
  /** Asked for and not fetched. */
  readonly missing: readonly CurrencyCode[];
}

/** Fetches newer rates. Never throws for what a server does: every failure is in the result, with its reason. */
export async function fetchNoonRates(options: FetchOptions): Promise<FetchedRates> {
  const readings: Extract<Reading, { kind: 'noon' }>[] = [];
  const failures: FetchFailure[] = [];
  const missing = () => {
    const had = readings.flatMap(({ loaded }) => loaded.series.map(({ currency }) => currency));
    return wantedSeries(options).filter(({ code }) => !had.includes(code));
  };
  if (options.from !== 'fred') {
    options.say(`fetching ${options.h10.href}`);
    const tried = await fetchFile(options.h10, null, MOST_RELEASE_BYTES, options);
    if ('loaded' in tried) readings.push(tried);
    else failures.push(tried);
  }
  if (options.from !== 'fed') {
    const wanted = missing();
    let inARow = 0;
    for (const [index, series] of wanted.entries()) {
      if (index > 0) await wait(options.timeout / 60);
      options.say(`fetching ${series.fred} of FRED, ${index + 1} of ${wanted.length}`);
      const address = fredSeriesAddress(options.fred, series.fred);
      const tried = await fetchFile(address, series.code, MOST_SERIES_BYTES, options);
      if ('loaded' in tried) readings.push(tried);
      else failures.push(tried);
      inARow = 'loaded' in tried ? 0 : inARow + 1;
      if (inARow === MOST_FAILURES || ('isServerDown' in tried && tried.isServerDown)) break;
    }
  }
  return { readings, failures: failures.map(plainFailure), missing: missing().map(({ code }) => code) };
}

function plainFailure({ address, currency, reason }: FetchFailure): FetchFailure {
  return { address, currency, reason };
}

/** Without a number at FRED a series has ended. */
function wantedSeries({ catalogue, currencies }: FetchOptions): RatesFileSeries[] {
  return catalogue.filter(({ code, fred }) => fred !== '' && (currencies?.includes(code) ?? true));
}

async function fetchFile(
  address: URL,
  currency: CurrencyCode | null,
  maxBytes: number,
  options: FetchOptions,
): Promise<Extract<Reading, { kind: 'noon' }> | (FetchFailure & { readonly isServerDown: boolean })> {
  const failed = (reason: string, isServerDown = false) => ({
    address: address.href,
    currency,
    reason,
    isServerDown,
  });
  const { now, catalogue, accept } = options;
  const result = await download(address, { ...options, maxBytes });
  if (result.bytes === null) return failed(result.reason, result.isServerDown);
  const name = address.href;
  const origin = readingOrigin(result.bytes, name, now());
  try {
    const loaded = await loadRates(result.bytes, {
      name,
      catalogue,
      today: parseDay(origin.retrieved.slice(0, 10)),
    });
    if (currency !== null) requireOnly(loaded, currency);
    const reading = { kind: 'noon', loaded, origin } as const;
    accept(reading);
    return reading;
  } catch (error) {
    if (error instanceof InputError) return failed(error.message);
    throw error;
  }
}

function requireOnly({ series }: LoadedRates, currency: CurrencyCode): void {
  const other = series.find((each) => each.currency !== currency);
  if (other === undefined && series.length > 0) return;
  throw new InputError(
    'bad-rates-file',
    `Unexpected series ${other?.code ?? 'none'}, expected that of ${currency}: it is another series than asked for`,
  );
}
