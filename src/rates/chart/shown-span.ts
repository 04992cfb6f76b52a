import {
  type Day,
  formatDay,
  InputError,
  lastDayOf,
  plusDays,
  type Span,
  spanOf,
} from '../../value/index.js';
import { coverageText, newerRatesText } from '../choose-series.js';
import { fiscalYearRows } from '../exchange-rate-table-rows.js';
import type { RateSeries } from '../rate-source.js';
import type { RateChartOptions } from './rate-chart.js';

/**
 * The days that a chart shows: from its first day or fiscal year to its last, the latest practicable date included;
 * without them, from the first rate to the last. Throws `InputError` ('bad-option') where they contradict each other.
 */
export function shownSpan(series: RateSeries, options: RateChartOptions): Span {
  const years = askedYears(options);
  const { from, to, through, marks = [] } = options;
  const [firstYear, lastYear] = [years[0], years.at(-1)];
  const first = from ?? firstYear?.start ?? series.firstDay;
  const last = to ?? latest(through, lastYear && lastDayOf(lastYear)) ?? series.lastDay;
  if (last < first) {
    // Of the ends that nobody gave the series has the other one.
    if (first > series.lastDay || last < series.firstDay) {
      const asked = first > series.lastDay ? first : last;
      throw notCovered(series, `on ${formatDay(asked)}`, asked);
    }
    throw new InputError(
      'bad-option',
      `Unexpected end of the chart on ${formatDay(last)}, expected a day on or after its start, ${formatDay(first)}`,
    );
  }
  if (through !== undefined && lastYear !== undefined && through < lastDayOf(lastYear)) {
    throw new InputError(
      'bad-option',
      `Unexpected latest practicable date ${formatDay(through)}, expected one after the last fiscal year, which ends on ${formatDay(lastDayOf(lastYear))}`,
    );
  }
  const span = spanOf(first, last);
  for (const day of [...years.flatMap((year) => [year.start, lastDayOf(year)]), through, ...marks]) {
    if (day !== undefined) requireShown(day, span);
  }
  return span;
}

/** Says that the rates do not reach to what was asked for, and what to do. */
export function notCovered(series: RateSeries, what: string, last: Day): InputError {
  const remedy = last > series.lastDay ? `; ${newerRatesText(series.source)}` : '';
  return new InputError('no-rate', `Cannot draw ${series.unit} ${what}; ${coverageText(series)}${remedy}`);
}

/** The fiscal years asked for, in order. Throws `InputError` ('bad-option'). */
export function askedYears({ years = [], fiscalYearEnd }: RateChartOptions): Span[] {
  const ascending = [...new Set(years)].sort((a, b) => a - b);
  return fiscalYearRows({ years: ascending, fiscalYearEnd }).map(({ period }) => period);
}

/** Whether a span shows every rate that a series has in a period, which may begin or end on days without rates. */
export function showsAllOf(series: RateSeries, span: Span, period: Span): boolean {
  const first = series.after(plusDays(period.start, -1));
  const last = series.onOrBefore(lastDayOf(period));
  return first !== null && last !== null && span.start <= first.day && last.day < span.until;
}

function latest(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

function requireShown(day: Day, span: Span): void {
  if (span.start <= day && day < span.until) return;
  throw new InputError(
    'bad-option',
    `Unexpected ${formatDay(day)}, expected a day of the chart, ${formatDay(span.start)} to ${formatDay(lastDayOf(span))}`,
  );
}
