import { type CurrencyCode, type Day, formatDay, type RateUnit } from '../../value/index.js';
import type { ListedRates, MergedRates, ScaledRates } from './merge-rates.js';
import { mergeRates } from './merge-rates.js';
import { requireSameSeries } from './same-series.js';
import { type RateRetrieval, revisionOf, type SeriesHistory, withRetrieval } from './series-history.js';

/** Where a reading came from, and when. */
export type ReadingOrigin = Pick<RateRetrieval, 'retrieved' | 'sha256' | 'from'>;

/** What a reading changed in one series; figures as text, days in ISO 8601. */
export interface SeriesChange {
  /** `H.10`, `Bank of Canada`. */
  readonly source: string;
  readonly unit: RateUnit;
  /** The currency, where the other side is the U.S. dollar and the source is the H.10. */
  readonly currency: CurrencyCode | null;
  readonly added: { readonly days: number; readonly first: string; readonly last: string } | null;
  readonly revised: readonly { readonly day: string; readonly old: string; readonly new: string }[];
  /** Listed as "no data" now for the first time; the rates are kept. */
  readonly withdrawn: readonly { readonly day: string; readonly value: string }[];
  readonly lastDay: string;
}

/** A series with the reading merged in. */
export interface MergedSeries extends ScaledRates {
  readonly history: SeriesHistory;
  readonly change: SeriesChange;
}

/**
 * Merges a reading of a series into what is held, and keeps account of it. Throws `InputError` ('bad-rates-file')
 * where it is not of the same series.
 */
export function mergeSeries(
  about: Pick<SeriesChange, 'source' | 'unit' | 'currency'>,
  held: ScaledRates & { readonly history: SeriesHistory },
  reading: ListedRates,
  origin: ReadingOrigin,
): MergedSeries {
  requireSameSeries(held, reading, `${about.unit} in ${origin.from}`);
  const merged = mergeRates(held, reading);
  const { decimals, rates } = merged;
  const changes = changesOf(merged, held.history);
  return {
    decimals,
    rates,
    history: historyWith(
      held.history,
      reading,
      { revised: merged.revised, withdrawn: changes.withdrawn },
      origin,
    ),
    change: { ...about, ...changes, lastDay: isoDay(rates.days.at(-1) ?? 0) },
  };
}

/** Whether a reading changed anything that is held. */
export function changesRates({ added, revised, withdrawn }: SeriesChange): boolean {
  return added !== null || revised.length > 0 || withdrawn.length > 0;
}

function changesOf(
  { added, revised, withdrawn }: MergedRates,
  history: SeriesHistory,
): Pick<SeriesChange, 'added' | 'revised' | 'withdrawn'> {
  const known = new Set(history.withdrawn.map(({ day }) => day));
  const [first, last] = [added.at(0), added.at(-1)];
  return {
    added:
      first === undefined || last === undefined
        ? null
        : { days: added.length, first: isoDay(first), last: isoDay(last) },
    revised: revised.map(({ day, old, new: read }) => ({ day: isoDay(day), old: `${old}`, new: `${read}` })),
    withdrawn: withdrawn
      .map(({ day, value }) => ({ day: isoDay(day), value: `${value}` }))
      .filter(({ day }) => !known.has(day)),
  };
}

function historyWith(
  history: SeriesHistory,
  reading: ListedRates,
  { revised, withdrawn }: Pick<MergedRates, 'revised'> & Pick<SeriesChange, 'withdrawn'>,
  { retrieved, sha256, from }: ReadingOrigin,
): SeriesHistory {
  const listed = [...endsOf(reading.rates.days), ...endsOf(reading.noData)];
  if (listed.length === 0) return history;
  const [first, last] = [isoDay(Math.min(...listed)), isoDay(Math.max(...listed))];
  const given = new Set(Array.from(reading.rates.days, isoDay));
  return {
    ...withRetrieval(history, { retrieved, sha256, from, first, last }),
    revisions: [...history.revisions, ...revised.map((each) => revisionOf(each, retrieved))],
    withdrawn: [
      ...history.withdrawn.filter(({ day }) => !given.has(day)),
      ...withdrawn.map((each) => ({ ...each, retrieved })),
    ],
  };
}

function endsOf(days: Int32Array): number[] {
  return [days.at(0), days.at(-1)].filter((day) => day !== undefined);
}

function isoDay(day: number): string {
  return formatDay(day as Day);
}
