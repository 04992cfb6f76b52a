import { readFileSync } from 'node:fs';
import { type CurrencyCode, InputError } from '../../value/index.js';
import type { DailyRates } from '../daily-rates.js';
import { bundledRatesFile, type RatesSupply } from '../noon-buying-rates.js';
import { openRatesFile, type RatesFile, type RatesFileEntry, type RatesFileSeries } from '../rates-file.js';
import { mergeRates } from './merge-rates.js';
import { NO_HISTORY, retrievalOfDay, revisionOf, type SeriesHistory } from './series-history.js';
import { damagedStore } from './store-errors.js';

/** Its name in a state of the store. */
export const NOON_FILE = 'noon-buying-rates.bin';

/** One series as held: its rates and what is known of them. */
export interface HeldSeries {
  readonly series: RatesFileSeries;
  readonly rates: DailyRates;
  readonly history: SeriesHistory;
  /** Where they stand in a file as they are. */
  readonly packed?: Uint8Array;
}

/** The noon buying rates of the package and of the user as one; a currency is decoded and merged when asked for. */
export interface NoonRates extends RatesSupply {
  /** The file of the package that they stand on. */
  readonly package: RatesFile;
  held(code: CurrencyCode): HeldSeries;
}

/**
 * The rates of the package with those of a user's file, null for none. Where the package is of another version than
 * the one that the file was merged with, no day of either is lost; of two rates of one day the one that was retrieved
 * later wins, because a publisher corrects a rate, and never back. A package counts as retrieved on the last day that
 * it holds. Throws `InputError` ('bad-rates-file') that names the file and the remedy where it is damaged.
 */
export function noonRates(path: string | null): NoonRates {
  const bundle = bundledRatesFile();
  const stored = path === null ? null : openStored(path);
  if (path === null || stored === null) return supplyOf(bundle, bundle, (code) => heldAlone(bundle, code));
  const guarded = (read: (code: CurrencyCode) => HeldSeries) => (code: CurrencyCode) => {
    try {
      return read(code);
    } catch (cause) {
      throw damagedStore(path, cause);
    }
  };
  const { mergedWith } = stored;
  if (mergedWith?.id === bundle.id) {
    return supplyOf(
      stored,
      bundle,
      guarded((code) => heldAlone(stored, code)),
    );
  }
  const isNewer = bundle.asOf > (mergedWith?.asOf ?? '');
  return supplyOf(
    {
      ...stored,
      asOf: bundle.asOf > stored.asOf ? bundle.asOf : stored.asOf,
      entries: unitedEntries(stored, bundle),
    },
    bundle,
    guarded((code) => heldTogether(stored, bundle, code, isNewer)),
  );
}

function supplyOf(
  { source, description, asOf, entries }: Omit<RatesSupply, 'rates'>,
  bundle: RatesFile,
  held: (code: CurrencyCode) => HeldSeries,
): NoonRates {
  return { source, description, asOf, entries, package: bundle, held, rates: (code) => held(code).rates };
}

/** Null where there is none: a user may delete the file, and then holds the rates of the package. */
function openStored(path: string): RatesFile | null {
  try {
    return openRatesFile(readFileSync(path));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw damagedStore(path, cause);
  }
}

function heldAlone(file: RatesFile, code: CurrencyCode): HeldSeries {
  const entry = entryOf(file, code);
  if (entry === undefined) throw new InputError('unknown-currency', `No rates for ${code}`);
  const history = entry.history ?? NO_HISTORY;
  return { series: seriesOf(entry), rates: file.rates(code), history, packed: file.packed(code) };
}

function heldTogether(
  stored: RatesFile,
  bundle: RatesFile,
  code: CurrencyCode,
  isNewer: boolean,
): HeldSeries {
  if (entryOf(bundle, code) === undefined) return heldAlone(stored, code);
  if (entryOf(stored, code) === undefined) return heldAlone(bundle, code);
  const [ours, theirs] = [heldAlone(stored, code), heldAlone(bundle, code)];
  const retrieved = retrievalOfDay(ours.history);
  const { decimals, rates, revised } = mergeRates(
    { decimals: ours.series.decimals, rates: ours.rates },
    { decimals: theirs.series.decimals, rates: theirs.rates, noData: new Int32Array() },
    (day) => {
      const time = retrieved(day);
      return time === null ? isNewer : time.slice(0, bundle.asOf.length) < bundle.asOf;
    },
  );
  const revisions = revised.map((each) => revisionOf(each, bundle.asOf));
  const history = { ...ours.history, revisions: [...ours.history.revisions, ...revisions] };
  return { series: { ...ours.series, decimals }, rates, history };
}

function unitedEntries(stored: RatesFile, bundle: RatesFile): RatesFileSeries[] {
  const codes = new Set([...stored.entries, ...bundle.entries].map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const entries = [entryOf(stored, code), entryOf(bundle, code)].filter((entry) => entry !== undefined);
    const [first] = entries;
    const decimals = Math.max(...entries.map((entry) => entry.decimals));
    return first === undefined ? [] : [{ ...seriesOf(first), decimals }];
  });
}

function entryOf(file: RatesFile, code: CurrencyCode): RatesFileEntry | undefined {
  return file.entries.find((entry) => entry.code === code);
}

/** What a series is, without its place in a file. */
function seriesOf({ code, name, h10, fred, quoted, decimals }: RatesFileSeries): RatesFileSeries {
  return { code, name, h10, fred, quoted, decimals };
}
