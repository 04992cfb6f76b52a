import { type CurrencyCode, InputError } from '../../value/index.js';
import type { RatesFileSeries } from '../rates-file.js';
import { heldSeries, keepRates, type RatesChange, requireAcceptable } from '../store/keep-rates.js';
import { fredSeriesAddress } from './addresses.js';
import { type FetchedRates, type FetchOptions, fetchNoonRates } from './fetch-noon-rates.js';

export interface UpdateOptions extends Omit<FetchOptions, 'catalogue' | 'accept'> {
  readonly isDryRun?: boolean;
  /** Said where nothing could be fetched: what to do on a machine that reaches the network through a proxy. */
  readonly proxyHint?: string | undefined;
}

/** What an update changed, and what it could not have. */
export interface RatesUpdate extends Pick<FetchedRates, 'failures' | 'missing'> {
  readonly change: RatesChange;
}

/**
 * Fetches newer noon buying rates and merges them into what is held in a user's directory. What could be had is kept,
 * at one stroke. Throws `InputError`: 'unreachable' where nothing could be had, with what happened at each address and
 * what to do; 'unknown-currency'; and what `keepRates` throws. Then what is held is as before.
 */
export async function updateRates(directory: string, options: UpdateOptions): Promise<RatesUpdate> {
  const catalogue = heldSeries(directory);
  requirePublished(options.currencies ?? [], catalogue);
  const accept: FetchOptions['accept'] = (reading) => requireAcceptable(directory, reading);
  const { readings, failures, missing } = await fetchNoonRates({ ...options, catalogue, accept });
  const { currencies, isDryRun = false, now } = options;
  if (readings.length === 0) throw nothingFetched(failures, options);
  const change = await keepRates(directory, readings, { currencies, isDryRun, now });
  return { change, failures, missing };
}

function requirePublished(currencies: readonly CurrencyCode[], catalogue: readonly RatesFileSeries[]): void {
  // Without a number at FRED a series has ended.
  const known = catalogue.filter(({ fred }) => fred !== '').map(({ code }) => code);
  const unknown = currencies.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  throw new InputError(
    'unknown-currency',
    `No newer rates of "${unknown.slice(0, 20)}" are published in H.10, expected one of ${known.sort().join(', ')}`,
  );
}

function nothingFetched(
  failures: FetchedRates['failures'],
  { h10, fred, proxyHint }: UpdateOptions,
): InputError {
  const reasons = failures.map(({ address, reason }) => `${address}: ${reason.replace(/\.$/, '')}`);
  const example = fredSeriesAddress(fred, 'DEXJPUS').href;
  const remedies = [
    'Check the network and try again later; or download one of these in a browser and run "tickmark rates import FILE":',
    `${h10.href} (all currencies)`,
    `${example} (one currency)`,
    ...(proxyHint === undefined ? [] : [proxyHint]),
  ];
  return new InputError(
    'unreachable',
    'Cannot fetch newer rates; those held are unchanged, and "tickmark check" goes on with them',
    { details: [...reasons, ...remedies] },
  );
}
