import { join } from 'node:path';
import { type CurrencyCode, type Day, formatDay, type RateUnit } from '../../value/index.js';
import { unitsOf } from '../noon-buying-rates.js';
import { releasesBehind } from './h10-releases.js';
import { NOON_FILE, noonRates } from './noon-rates.js';
import type { RateRetrieval, SeriesHistory } from './series-history.js';
import { readSource, sourceFiles } from './source-files.js';
import { currentState } from './store-states.js';

/** What is held of one series. */
export interface SeriesStatus extends SeriesHistory {
  readonly unit: RateUnit;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly rates: number;
  /** Null where the rates are those of the package alone. */
  readonly latest: RateRetrieval | null;
}

export interface NoonSeriesStatus extends SeriesStatus {
  readonly currency: CurrencyCode;
  /** H.10 releases that hold newer rates; null for a series that its publisher has ended. */
  readonly releasesBehind: number | null;
}

export interface SourceStatus {
  readonly source: string;
  readonly names: readonly string[];
  readonly description: string;
  /** Its file. */
  readonly path: string;
  readonly series: readonly SeriesStatus[];
}

/** All that is held, and how old it is. */
export interface RatesStatus {
  readonly today: string;
  /** Where a user's rates are or would be kept; null where the environment names no home. */
  readonly directory: string | null;
  /** Whether nothing was fetched or imported. */
  readonly isPackageOnly: boolean;
  /** The last day that the rates of the package hold. */
  readonly packageAsOf: string;
  readonly noon: readonly NoonSeriesStatus[];
  readonly sources: readonly SourceStatus[];
}

/** What is held in a directory, null for none. Throws `InputError` ('bad-rates-file') where it is damaged. */
export function ratesStatus(directory: string | null, today: Day): RatesStatus {
  const state = directory === null ? null : currentState(directory);
  const noon = noonRates(state === null ? null : join(state, NOON_FILE));
  const codes = noon.entries.map(({ code }) => code).sort();
  return {
    today: formatDay(today),
    directory,
    isPackageOnly: state === null,
    packageAsOf: noon.package.asOf,
    noon: codes.map((currency) => {
      const { series, rates, history } = noon.held(currency);
      const lastDay = (rates.days.at(-1) ?? 0) as Day;
      // Without a number at FRED a series is one that has ended, such as that of the German mark.
      const behind = series.fred === '' ? null : releasesBehind(lastDay, today);
      return { currency, releasesBehind: behind, ...seriesStatus(unitsOf(series)[0], rates.days, history) };
    }),
    sources: (state === null ? [] : sourceFiles(state)).map((head) => {
      const { source, names, description, series } = readSource(head);
      const statuses = series.map(({ unit, rates, history }) => seriesStatus(unit, rates.days, history));
      return { source, names, description, path: head.path, series: statuses };
    }),
  };
}

function seriesStatus(unit: RateUnit, days: Int32Array, history: SeriesHistory): SeriesStatus {
  return {
    unit,
    firstDay: formatDay((days.at(0) ?? 0) as Day),
    lastDay: formatDay((days.at(-1) ?? 0) as Day),
    rates: days.length,
    latest: history.retrievals.at(-1) ?? null,
    ...history,
  };
}
