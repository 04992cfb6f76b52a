import { type Day, lastDayOf } from '../../value/index.js';
import { wrapped } from '../table-formats/terminal.js';
import { notesOf, printedFigure, shortSource, sourceOf, subtitleOf } from './chart-words.js';
import { type DayTick, dayTicks, shortDay } from './day-ticks.js';
import type { Box } from './label-placement.js';
import { allPoints, type RateChart, rangeOf } from './rate-chart.js';
import { textWidth } from './text-width.js';
import { type ValueAxis, valueAxis } from './value-axis.js';

/** Narrower charts have smaller type, wider ones, for a slide, larger. */
const NARROW = 480;
const WIDE = 1000;
const MOST_TICKS = 8;
/** Notes take at most this part of the height; else the source is named short, or stands there alone. */
const MOST_NOTES = 0.14;
const PADDING = 12;
const LINE = 1.35;

/** Sizes of type, in pixels. */
export interface TypeSizes {
  readonly title: number;
  readonly text: number;
  readonly small: number;
}

/** Where everything of a chart stands, in pixels. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly padding: number;
  readonly sizes: TypeSizes;
  readonly title: readonly TextLine[];
  readonly subtitle: readonly TextLine[];
  readonly notes: readonly TextLine[];
  /** Base lines of the rows above the plot: fiscal year and, where their figures have room, average and year-end. */
  readonly header: readonly { readonly name: string; readonly y: number }[];
  /** Where the bands of the fiscal years begin: above their labels. */
  readonly bandTop: number;
  readonly plot: Box;
  readonly values: ValueAxis;
  readonly days: readonly DayTick[];
  /** The middle of a day. */
  readonly x: (day: Day) => number;
  /** Where a day begins. */
  readonly edge: (day: Day) => number;
}

export interface TextLine {
  readonly text: string;
  readonly y: number;
}

/** A plot lower than this leaves no rows to the figures of fiscal years. */
const LOWEST_PLOT = 110;

/** Lays a chart out; the figures of fiscal years stand in rows where every one of them has room. */
export function chartLayout(chart: RateChart, width: number, height: number): ChartLayout {
  if (chart.periods.length === 0) return laidOut(chart, width, height, []);
  const full = laidOut(chart, width, height, ['Fiscal year', 'Average', 'Year-end']);
  return haveRoom(chart, full) ? full : laidOut(chart, width, height, ['Fiscal year']);
}

function haveRoom({ periods }: RateChart, { edge, sizes, plot }: ChartLayout): boolean {
  if (plot.bottom - plot.top < LOWEST_PLOT) return false;
  return periods.every(({ period, average, end }) => {
    const texts = [average, end].map((figure) => (figure === null ? '' : printedFigure(figure)));
    const needed = Math.max(...texts.map((text) => textWidth(text, sizes.small))) + 4;
    return needed <= edge(period.until) - edge(period.start);
  });
}

function laidOut(chart: RateChart, width: number, height: number, rows: readonly string[]): ChartLayout {
  const sizes = typeSizes(width);
  const room = width - 2 * PADDING;
  const title = linesFrom(PADDING - 2, wrappedAt(chart.direction, room, sizes.title, true), sizes.title);
  const subtitle = linesFrom(endOf(title), wrappedAt(subtitleOf(chart), room, sizes.text), sizes.text);
  const notes = noteLines(chart, room, height, sizes.small);
  const bandTop = endOf(subtitle) + sizes.small * 0.9;
  const header = linesFrom(bandTop + 2, rows, sizes.small).map(({ text, y }) => ({ name: text, y }));
  const top = header.length === 0 ? bandTop : endOf(header) + 4;
  const bottom = (notes[0]?.y ?? height) - sizes.small * LINE - sizes.small * 2.1;

  const values = axisOf(chart, { top, bottom }, sizes);
  const names = rows.map((name) => textWidth(name, sizes.small) + (name === rows[0] ? 0 : KEY));
  const marks = values.ticks.map(({ text }) => textWidth(text, sizes.small));
  const left = PADDING + Math.max(...names, ...marks, 0) + 8;
  const right = width - PADDING - endLabelWidth(chart, sizes);
  const { start, until } = chart.span;
  const perDay = (right - left) / (until - start);
  const x = (day: Day) => left + (day - start + 0.5) * perDay;
  return {
    width,
    height,
    padding: PADDING,
    sizes,
    title,
    subtitle,
    notes,
    header,
    bandTop,
    plot: { left, top, right, bottom },
    values,
    days: dayTicks(start, lastDayOf(chart.span), hasOtherYears(chart), (ticks) =>
      standApart(ticks, x, sizes.small, width),
    ),
    x,
    edge: (day) => left + (day - start) * perDay,
  };
}

function typeSizes(width: number): TypeSizes {
  if (width < NARROW) return { title: 14, text: 11, small: 10 };
  return width < WIDE ? { title: 17, text: 12.5, small: 11 } : { title: 22, text: 16, small: 14 };
}

/** Room for the sign before the name of a row. */
export const KEY = 16;

function axisOf(chart: RateChart, ends: { top: number; bottom: number }, { small }: TypeSizes): ValueAxis {
  const height = ends.bottom - ends.top;
  // Labels of high and low stand within: two lines and their distance.
  const margin = Math.min(2 * small * LINE + 8, height * 0.3);
  const count = Math.min(MOST_TICKS, Math.max(3, Math.round(height / 40)));
  return valueAxis(rangeOf(allPoints(chart)), chart.scale, { ...ends, margin }, count);
}

function endLabelWidth({ last }: RateChart, { text, small }: TypeSizes): number {
  const date = last.day === null ? '' : shortDay(last.day);
  return Math.max(textWidth(printedFigure(last), text, true), textWidth(date, small)) + 8;
}

/** Whether fiscal years stand above other years than those of the axis. */
function hasOtherYears({ periods, fiscalYearEnd }: RateChart): boolean {
  return periods.length > 0 && fiscalYearEnd?.month !== 12;
}

function standApart(
  ticks: readonly DayTick[],
  x: (day: Day) => number,
  size: number,
  width: number,
): boolean {
  let end = 0;
  return ticks.every(({ day, text }) => {
    const half = textWidth(text, size) / 2;
    const isFree = x(day) - half >= end;
    end = x(day) + half + size;
    return isFree && x(day) + half <= width;
  });
}

function noteLines(chart: RateChart, room: number, height: number, size: number): TextLine[] {
  const [notes, source, short] = [notesOf(chart), sourceOf(chart), shortSource(chart)];
  const forms = [[...notes, source], [...notes, short], [short]];
  const broken = forms.map((texts) => texts.flatMap((text) => wrappedAt(text, room, size)));
  const lines =
    broken.find(({ length }) => length * size * LINE <= height * MOST_NOTES) ?? broken.at(-1) ?? [];
  return linesFrom(height - PADDING - lines.length * size * LINE + size * 0.35, lines, size);
}

/** Base lines below `top`. */
function linesFrom(top: number, texts: readonly string[], size: number): TextLine[] {
  return texts.map((text, index) => ({ text, y: top + size * (1 + index * LINE) }));
}

/** Where the next line may begin. */
function endOf(lines: readonly { readonly y: number }[]): number {
  return (lines.at(-1)?.y ?? PADDING) + 5;
}

function wrappedAt(text: string, room: number, size: number, isBold = false): string[] {
  return wrapped(text, room, (line) => textWidth(line, size, isBold));
}
