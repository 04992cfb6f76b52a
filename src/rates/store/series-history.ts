import { type Day, formatDay, parseDay } from '../../value/index.js';
import type { MergedRates } from './merge-rates.js';

/** One reading of a series from its publisher: what an auditor needs to fetch the same again. */
export interface RateRetrieval {
  /** When, UTC, ISO 8601 to the second: `2026-11-22T18:04:05Z`. */
  readonly retrieved: string;
  /** Of the bytes that were fetched, lower-case hexadecimal. */
  readonly sha256: string;
  /** The address, or the name of the file that was imported. */
  readonly from: string;
  /** First and last day that it lists, ISO 8601. */
  readonly first: string;
  readonly last: string;
}

/** A rate that its publisher changed. */
export interface RateRevision {
  readonly day: string;
  readonly old: string;
  readonly new: string;
  readonly retrieved: string;
}

/** A rate that its publisher once gave and now lists as "no data". It is kept. */
export interface WithdrawnRate {
  readonly day: string;
  readonly value: string;
  readonly retrieved: string;
}

/** What is known of a series beside its rates; lists ascend by time of retrieval. */
export interface SeriesHistory {
  readonly retrievals: readonly RateRetrieval[];
  readonly revisions: readonly RateRevision[];
  readonly withdrawn: readonly WithdrawnRate[];
}

export const NO_HISTORY: SeriesHistory = { retrievals: [], revisions: [], withdrawn: [] };

/** The history with one more retrieval; those whose days it covers whole say nothing more and are dropped. */
export function withRetrieval(history: SeriesHistory, latest: RateRetrieval): SeriesHistory {
  const stillTell = history.retrievals.filter(
    ({ first, last }) => first < latest.first || last > latest.last,
  );
  return { ...history, retrievals: [...stillTell, latest] };
}

/** When the rate of a day was last read from its publisher, ISO 8601; null where it came with the package. */
export function retrievalOfDay(history: SeriesHistory): (day: Day) => string | null {
  const spans = history.retrievals
    .map(({ retrieved, first, last }) => ({ retrieved, first: parseDay(first), last: parseDay(last) }))
    .reverse();
  return (day) => spans.find(({ first, last }) => first <= day && day <= last)?.retrieved ?? null;
}

export function revisionOf(revised: MergedRates['revised'][number], retrieved: string): RateRevision {
  const { day, old, new: read } = revised;
  return { day: formatDay(day), old: old.toString(), new: read.toString(), retrieved };
}
