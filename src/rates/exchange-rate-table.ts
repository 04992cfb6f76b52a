import {
  type CurrencyCode,
  type Day,
  type Decimal,
  formatDay,
  formatPeriod,
  InputError,
  type RateUnit,
  type Span,
} from '../value/index.js';
import { chooseSeries, coverageText, newerRatesText, publishedUnit } from './choose-series.js';
import { directionText, quoteSign } from './direction.js';
import { tableFootnotes } from './exchange-rate-table-footnotes.js';
import { type ExchangeRateTableOptions, type PlannedRow, tableRows } from './exchange-rate-table-rows.js';
import { printedDecimals } from './printed-decimals.js';
import type {
  AverageMethod,
  RateSeries,
  RateSource,
  RateStatistic,
  RateStatisticName,
} from './rate-source.js';

/** The columns, in the order that annual reports print them. */
export const RATE_COLUMNS: readonly RateStatisticName[] = ['high', 'low', 'average', 'period-end'];

/** One figure of the table: what it rests on, and how it is printed (rounded once, half up). */
export interface ExchangeRateCell {
  readonly statistic: RateStatistic;
  readonly printed: Decimal;
}

export interface ExchangeRateRow {
  /** "2002", "January", "July (through July 7, 2006)". */
  readonly label: string;
  readonly period: Span;
  readonly averageMethod: AverageMethod;
  readonly cells: Readonly<Record<RateStatisticName, ExchangeRateCell>>;
}

export interface ExchangeRateGroup {
  /** "Fiscal year ended March 31,", "Calendar year 2006". */
  readonly heading: string;
  readonly rows: readonly ExchangeRateRow[];
}

/** A note below the table; `mark` is what its column carries, or null for a note on the whole. */
export interface TableFootnote {
  readonly mark: string | null;
  readonly text: string;
}

/** An exchange-rate table as Item 3 of a Form 20-F prints it, with the work behind every figure. */
export interface ExchangeRateTable {
  readonly unit: RateUnit;
  /** What a rate counts: "Japanese yen per U.S. $1.00". */
  readonly direction: string;
  /** What the first row of a group prints before its figures: "¥". */
  readonly sign: string;
  readonly currency: CurrencyCode;
  readonly inverted: boolean;
  /** The direction in which the source publishes what the statistics list as `printed`. */
  readonly publishedUnit: RateUnit;
  readonly decimals: number;
  readonly groups: readonly ExchangeRateGroup[];
  readonly footnotes: readonly TableFootnote[];
  readonly source: { readonly name: string; readonly description: string; readonly asOf: Day };
  /** The last day for which the source's series of this currency has a rate. */
  readonly lastDay: Day;
}

/**
 * Builds an exchange-rate table: high, low, average and period-end of each fiscal year and each month asked for.
 *
 * A fiscal year's average is the mean of each month's last rate unless `average` says 'daily'; a month's is the mean
 * of its daily rates. Throws `InputError`: 'unknown-currency', 'bad-option', or 'no-rate' where the rates do not
 * cover a period whole.
 */
export function exchangeRateTable(source: RateSource, options: ExchangeRateTableOptions): ExchangeRateTable {
  const series = chooseSeries(source, options);
  const rows = tableRows(options).map((row) => ({ ...row, statistics: statisticsOf(series, row) }));
  const extremes = rows.flatMap(({ statistics: { high, low } }) => [...high.inputs, ...low.inputs]);
  const decimals = options.decimals ?? printedDecimals(series, extremes);
  const table = {
    unit: series.unit,
    direction: directionText(series.unit),
    sign: quoteSign(series.unit),
    currency: series.currency,
    inverted: series.inverted,
    publishedUnit: publishedUnit(series),
    decimals,
    groups: groupsOf(rows, decimals),
    source: { name: source.name, description: source.description, asOf: source.asOf },
    lastDay: series.lastDay,
  };
  return { ...table, footnotes: tableFootnotes(table) };
}

type Statistics = Readonly<Record<RateStatisticName, RateStatistic>>;

function statisticsOf(series: RateSeries, { period, averageMethod }: PlannedRow): Statistics {
  const gap = series.gap(period);
  if (gap !== null) throw notCovered(series, period, gap);
  const of = (name: RateStatisticName) => series.statistic(name, period, averageMethod);
  return { high: of('high'), low: of('low'), average: of('average'), 'period-end': of('period-end') };
}

function notCovered(series: RateSeries, period: Span, gap: string): InputError {
  const endsWithin = period.start <= series.lastDay && series.lastDay < period.until;
  const isTooEarly = series.lastDay < period.until;
  const remedies = [
    ...(endsWithin ? [` A month can be asked for through ${formatDay(series.lastDay)}.`] : []),
    ...(isTooEarly ? [` ${newerRatesText(series.source)}.`] : []),
  ];
  return new InputError(
    'no-rate',
    `Cannot fill the row of ${formatPeriod(period)}: ${gap}; ${coverageText(series)}.${remedies.join('')}`,
  );
}

function groupsOf(
  rows: readonly (PlannedRow & { readonly statistics: Statistics })[],
  decimals: number,
): ExchangeRateGroup[] {
  const groups = new Map<string, ExchangeRateRow[]>();
  for (const { heading, statistics, ...row } of rows) {
    const group = groups.get(heading) ?? [];
    groups.set(heading, group);
    group.push({ ...row, cells: printedCells(statistics, decimals) });
  }
  return [...groups].map(([heading, members]) => ({ heading, rows: members }));
}

function printedCells(statistics: Statistics, decimals: number): ExchangeRateRow['cells'] {
  const cell = (name: RateStatisticName): ExchangeRateCell => {
    const statistic = statistics[name];
    return { statistic, printed: statistic.value.rounded(decimals, 'half-up') };
  };
  return { high: cell('high'), low: cell('low'), average: cell('average'), 'period-end': cell('period-end') };
}
