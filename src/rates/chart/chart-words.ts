import { formatDayLong, lastDayOf, MONTHS } from '../../value/index.js';
import { directionText } from '../direction.js';
import type { AverageMethod } from '../rate-source.js';
import { withThousands } from '../table-formats/printed-text.js';
import { isNewUnit } from './chart-lines.js';
import type { ChartPeriod } from './chart-periods.js';
import type { ChartFigure, RateChart } from './rate-chart.js';

const METHODS: Readonly<Record<AverageMethod, string>> = {
  daily: 'the mean of the daily rates of the year',
  'month-end': 'the mean of the last rate of each month of the year',
};

/** Rates this many days apart are set on every working day, weekends between them. */
const DAILY = 3;
/** More gaps than these are counted, not listed. */
const MOST_GAPS = 2;

/** Below the title: what is shown, of which days. */
export function subtitleOf(chart: RateChart): string {
  const { span, rateName, stepDays, fiscalYearEnd: end, periods, scale } = chart;
  const [first, last] = [formatDayLong(span.start), formatDayLong(lastDayOf(span))];
  const days = first === last ? `of ${first}` : `from ${first} to ${last}`;
  const years =
    end === null || periods.length === 0 ? '' : `; fiscal years ended ${yearEnd(end.month, end.day)}`;
  const name = stepDays > DAILY ? capitalized(plural(rateName)) : `Daily ${plural(rateName)}`;
  return `${name} ${days}${years}${scale === 'log' ? '; logarithmic scale' : ''}`;
}

/** The source and the date of the rates held. */
export function sourceOf({ source }: RateChart): string {
  return `Source: ${source.description}. Held as of ${formatDayLong(source.asOf)}.`;
}

/** What a reader must know, beside the source, to form the figures again: method, direction, gaps, currency units. */
export function notesOf(chart: RateChart): string[] {
  const { unit, publishedUnit, averageMethod, periods, redenominations } = chart;
  const notes: string[] = [];
  if (periods.length > 0) {
    notes.push(`Average (short lines): ${METHODS[averageMethod]}. Year-end: the last rate of the year.`);
  }
  if (unit !== publishedUnit) {
    notes.push(`Each daily rate is the inverse of the published one, ${directionText(publishedUnit)}.`);
  }
  notes.push(...gapNotes(chart));
  if (redenominations.length > 0) {
    const days = redenominations.map(formatDayLong).join(' and ');
    notes.push(`A new currency unit begins on ${days}; the rates before and after cannot be compared.`);
  }
  return notes;
}

/** Where the line breaks for want of rates. */
function gapNotes({ lines, redenominations }: RateChart): string[] {
  const gaps = lines.slice(1).flatMap((line, index) => {
    const [before, after] = [lines[index]?.at(-1), line[0]];
    if (before === undefined || after === undefined) return [];
    return isNewUnit(before.day, after.day, redenominations)
      ? []
      : [`between ${formatDayLong(before.day)} and ${formatDayLong(after.day)}`];
  });
  if (gaps.length > MOST_GAPS) return [`The source has no rates in ${gaps.length} long stretches.`];
  return gaps.length === 0 ? [] : [`The source has no rates ${gaps.join(' and ')}.`];
}

/** The source alone, for a chart with room for no more. */
export function shortSource({ source, rateName }: RateChart): string {
  // "rate of the Bank of Canada" names the source already.
  const what = rateName.includes(source.name) ? '' : ` ${plural(rateName)}`;
  return `Source: ${source.name}${what}, as of ${formatDayLong(source.asOf)}`;
}

/** All that a chart says, in sentences, for those who do not see it. */
export function descriptionOf(chart: RateChart): string {
  const { high, low, last, periods, marks } = chart;
  return [
    `${subtitleOf(chart)}.`,
    ...(high === null || low === null ? [] : [`High ${ofDay(high)}, low ${ofDay(low)}.`]),
    `Last ${ofDay(last)}.`,
    ...periods.map(periodText),
    ...marks.map(({ kind, rate }) => `${kind === 'through' ? 'Latest' : 'Marked'}: ${ofDay(rate)}.`),
    ...notesOf(chart),
    sourceOf(chart),
  ].join(' ');
}

/** "117.48", thousands separated. */
export function printedFigure({ printed }: ChartFigure): string {
  return withThousands(printed);
}

/** "117.48 on March 31, 2006". */
export function ofDay(figure: ChartFigure): string {
  const day = figure.day === null ? '' : ` on ${formatDayLong(figure.day)}`;
  return `${printedFigure(figure)}${day}`;
}

function periodText({ label, high, low, average, end }: ChartPeriod): string {
  const figures = [
    ...(high === null ? [] : [`high ${ofDay(high)}`]),
    ...(low === null ? [] : [`low ${ofDay(low)}`]),
    ...(average === null ? [] : [`average ${printedFigure(average)}`]),
    `year-end ${printedFigure(end)}`,
  ];
  return `Fiscal ${label}: ${figures.join(', ')}.`;
}

function plural(rateName: string): string {
  return rateName.replace(/\brate\b/, 'rates');
}

function yearEnd(month: number, day: number): string {
  return month === 2 && day >= 28 ? 'the last day of February' : `${MONTHS[month - 1]} ${day}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
