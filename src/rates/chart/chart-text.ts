import { type Day, lastDayOf } from '../../value/index.js';
import { wrapped } from '../table-formats/terminal.js';
import { notesOf, ofDay, sourceOf, subtitleOf } from './chart-words.js';
import { dayTicks } from './day-ticks.js';
import { allPoints, type RateChart, rangeOf } from './rate-chart.js';
import { inksOf } from './text-inks.js';
import { sketchRows } from './text-sketch.js';
import { yearLines } from './text-years.js';
import { type ValueAxis, valueAxis } from './value-axis.js';

const NARROWEST = 40;
const LEAST_ROWS = 4;
const DOTS_DOWN = 4;

/** The widest name of a row below the plot. */
const NAMES = 'Fiscal year'.length;

export interface ChartTextOptions {
  /** Width to keep to; below 40 counts as 40. */
  readonly columns: number;
  /** Lines of the plot; below 4 counts as 4. */
  readonly rows: number;
  readonly color: boolean;
}

/** What the parts of a sketch share: the width left of the plot, that of the plot, and where a day stands in it. */
export interface SketchFrame {
  readonly gutter: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: ValueAxis;
  /** Of the middle of a day, from 0, in columns and parts of one. */
  readonly x: (day: Day) => number;
  /** Of the beginning of a day. */
  readonly edge: (day: Day) => number;
}

/**
 * The chart as a sketch for a terminal: the line in braille dots, averages as short rules, and below it the figures of
 * the fiscal years, high, low and last, the notes. Says the same without colour. Ends with a line end.
 */
export function chartText(chart: RateChart, options: ChartTextOptions): string {
  const inks = inksOf(options.color);
  const columns = Math.max(NARROWEST, options.columns);
  const frame = frameOf(chart, columns, Math.max(LEAST_ROWS, options.rows));
  const plain = (text: string) => wrapped(text, columns);
  const lines = [
    ...plain(chart.direction).map(inks.bold),
    ...plain(subtitleOf(chart)),
    '',
    ...sketchRows(chart, frame, inks),
    ...axisLines(chart, frame),
    ...yearLines(chart, frame),
    '',
    ...plain(extremesText(chart)),
    ...chart.marks.flatMap(({ kind, rate }) =>
      plain(`${kind === 'through' ? 'Latest practicable date' : 'Marked'}: ${ofDay(rate)}.`),
    ),
    ...[...notesOf(chart), sourceOf(chart)].flatMap(plain).map(inks.dim),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function frameOf(chart: RateChart, width: number, rows: number): SketchFrame {
  const place = { top: 0, bottom: rows * DOTS_DOWN - 1, margin: 0 };
  const values = valueAxis(rangeOf(allPoints(chart)), chart.scale, place, Math.max(2, Math.round(rows / 4)));
  const labels = values.ticks.map(({ text }) => text.length);
  const gutter = Math.max(...labels, chart.periods.length > 0 ? NAMES : 0) + 1;
  const columns = width - gutter - 1;
  const { start, until } = chart.span;
  const edge = (day: Day) => ((day - start) / (until - start)) * columns;
  const x = (day: Day) => ((day - start + 0.5) / (until - start)) * columns;
  return { gutter, columns, rows, values, x, edge };
}

function axisLines(chart: RateChart, { gutter, columns, x }: SketchFrame): string[] {
  const last = lastDayOf(chart.span);
  const namesMonths = chart.periods.length > 0 && chart.fiscalYearEnd?.month !== 12;
  const placed = (text: string, at: number) =>
    Math.max(0, Math.min(Math.floor(at) - Math.floor(text.length / 2), columns - text.length));
  const ticks = dayTicks(chart.span.start, last, namesMonths, (candidates) => {
    let end = 0;
    return candidates.every(({ day, text }) => {
      const start = placed(text, x(day));
      const isFree = start >= end;
      end = start + text.length + 2;
      return isFree;
    });
  });
  const rule = Array.from({ length: columns }, () => '─');
  let dates = '';
  for (const { day, text } of ticks) {
    rule[Math.floor(x(day))] = '┬';
    dates = dates.padEnd(placed(text, x(day))) + text;
  }
  return [`${' '.repeat(gutter)}└${rule.join('')}`, `${' '.repeat(gutter + 1)}${dates}`];
}

function extremesText({ high, low, last }: RateChart): string {
  const parts =
    high === null || low === null || high.day === low.day ? [] : [`High ${ofDay(high)}`, `low ${ofDay(low)}`];
  const text = [...parts, `last ${ofDay(last)}`].join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
