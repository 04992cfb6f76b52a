import { basename, join } from 'node:path';
import { type CurrencyCode, type Day, formatDay } from '../../value/index.js';
import type { LoadedRates } from '../loaders/loaded-series.js';
import { type LoadedSource, loadSourceCsv } from '../loaders/source-csv.js';
import { unitsOf } from '../noon-buying-rates.js';
import { encodeRatesFile, type RatesFileSeries } from '../rates-file.js';
import { changeStore, type StateChange } from './change-store.js';
import { keepSource } from './keep-source.js';
import { changesRates, mergeSeries, type ReadingOrigin, type SeriesChange } from './merge-series.js';
import { type HeldSeries, NOON_FILE, type NoonRates, noonRates } from './noon-rates.js';
import {
  type HeldSource,
  readSource,
  SOURCES_FOLDER,
  sourceFileName,
  sourceFiles,
  sourceFileText,
} from './source-files.js';
import { currentState } from './store-states.js';

/** A file of rates as read, and where it came from: of the noon buying rates, or of another source. */
export type Reading =
  | { readonly kind: 'noon'; readonly loaded: LoadedRates; readonly origin: ReadingOrigin }
  | { readonly kind: 'source'; readonly loaded: LoadedSource; readonly origin: ReadingOrigin };

export interface KeepOptions {
  readonly now: () => Date;
  /** Of the noon buying rates only these; all where absent. */
  readonly currencies?: readonly CurrencyCode[] | undefined;
  /** Says what would change, and changes nothing. */
  readonly isDryRun?: boolean;
  /** Milliseconds to wait for another process that changes the store. */
  readonly patience?: number | undefined;
}

/** What readings changed, or would change. */
export interface RatesChange {
  readonly directory: string;
  readonly isDryRun: boolean;
  /** Every series that was read, also where nothing changed. */
  readonly series: readonly SeriesChange[];
  readonly ignored: LoadedRates['ignored'];
  readonly origins: readonly ReadingOrigin[];
}

/**
 * Merges readings into what is held in a user's directory: all of them or, where one is refused, none. Throws
 * `InputError`: 'bad-rates-file' where a reading is not of the series that is held, or what is held is damaged;
 * 'unreadable' where the directory cannot be written, and then it is as before.
 */
export async function keepRates(
  directory: string,
  readings: readonly Reading[],
  options: KeepOptions,
): Promise<RatesChange> {
  if (options.isDryRun === true) {
    const { result } = mergedState(currentState(directory), readings, options);
    return { directory, isDryRun: true, ...result };
  }
  const result = await changeStore(
    directory,
    (state) => withBytes(mergedState(state, readings, options)),
    options,
  );
  return { directory, isDryRun: false, ...result };
}

/** The noon series with the decimals that they are held with. Throws `InputError` where what is held is damaged. */
export function heldSeries(directory: string): readonly RatesFileSeries[] {
  const state = currentState(directory);
  const noon = noonRates(state === null ? null : join(state, NOON_FILE));
  return noon.entries.map(({ code }) => noon.held(code).series);
}

/** Throws `InputError` where a reading would be refused by what is held now. */
export function requireAcceptable(directory: string, reading: Reading): void {
  mergedState(currentState(directory), [reading], {});
}

type Merged = Omit<RatesChange, 'directory' | 'isDryRun'>;

/** A state before its bytes are made: packing the rates takes most of the time, which a dry run can spare. */
interface MergedState {
  readonly files: readonly (readonly [name: string, bytes: () => Uint8Array])[];
  readonly result: Merged;
}

function mergedState(
  state: string | null,
  readings: readonly Reading[],
  { currencies }: Pick<KeepOptions, 'currencies'>,
): MergedState {
  const noon = noonRates(state === null ? null : join(state, NOON_FILE));
  const held = new Map<CurrencyCode, HeldSeries>();
  const heads = state === null ? [] : sourceFiles(state);
  const files = new Map(heads.map((head) => [basename(head.path), () => head.bytes]));
  const sources = new Map<string, HeldSource>();
  const series: SeriesChange[] = [];
  for (const reading of readings) {
    if (reading.kind === 'noon') series.push(...keepNoon(noon, held, reading, currencies));
    else {
      const name = sourceFileName(reading.loaded.source);
      const head = heads.find(({ path }) => basename(path) === name);
      const before = sources.get(name) ?? (head === undefined ? null : readSource(head));
      const kept = keepSource(before, reading.loaded, reading.origin);
      sources.set(name, kept.source);
      const text = Buffer.from(sourceFileText(kept.source));
      // What the file says alone may not fit what is held: found out now, and not when it is next read.
      loadSourceCsv(text, { name: reading.origin.from });
      files.set(name, () => text);
      series.push(...kept.changes);
    }
  }
  return {
    files: [
      [NOON_FILE, () => noonBytes(noon, held)],
      ...[...files].map(([name, bytes]) => [`${SOURCES_FOLDER}/${name}`, bytes] as const),
    ],
    result: {
      series,
      ignored: readings.flatMap((reading) => (reading.kind === 'noon' ? reading.loaded.ignored : [])),
      origins: readings.map(({ origin }) => origin),
    },
  };
}

function withBytes({ files, result }: MergedState): StateChange<Merged> {
  return {
    files: new Map(files.map(([name, bytes]) => [name, bytes()])),
    isMinor: !result.series.some(changesRates),
    result,
  };
}

function keepNoon(
  noon: NoonRates,
  held: Map<CurrencyCode, HeldSeries>,
  { loaded, origin }: Extract<Reading, { kind: 'noon' }>,
  currencies: readonly CurrencyCode[] | undefined,
): SeriesChange[] {
  const wanted = loaded.series.filter(({ currency }) => currencies?.includes(currency) ?? true);
  return wanted.map((reading) => {
    const { currency } = reading;
    const before = held.get(currency) ?? noon.held(currency);
    const about = { source: noon.source, unit: unitsOf(before.series)[0], currency };
    const scaled = { ...before, decimals: before.series.decimals };
    const { decimals, rates, history, change } = mergeSeries(about, scaled, reading, origin);
    held.set(currency, { series: { ...before.series, decimals }, rates, history });
    return change;
  });
}

function noonBytes(noon: NoonRates, changed: ReadonlyMap<CurrencyCode, HeldSeries>): Uint8Array {
  const series = noon.entries.map(({ code }) => changed.get(code) ?? noon.held(code));
  const lastDay = Math.max(...series.map(({ rates }) => rates.days.at(-1) ?? 0)) as Day;
  const { source, description } = noon;
  const mergedWith = { id: noon.package.id, asOf: noon.package.asOf };
  return encodeRatesFile({ source, description, asOf: formatDay(lastDay), mergedWith }, series);
}
