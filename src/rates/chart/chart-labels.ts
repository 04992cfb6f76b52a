import type { ChartLayout } from './chart-layout.js';
import type { ChartPeriod } from './chart-periods.js';
import { printedFigure } from './chart-words.js';
import { dayInYear, shortDay } from './day-ticks.js';
import { type Box, type LabelWish, type Obstacles, placedLabels } from './label-placement.js';
import type { ChartFigure, RateChart } from './rate-chart.js';
import { textWidth } from './text-width.js';
import type { Spot } from './thinned-line.js';

/** A figure or a date in the plot, placed: its first line is bold. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  readonly box: Box;
  /** What it names. */
  readonly spot: Spot;
}

interface Label extends LabelWish {
  readonly lines: readonly string[];
}

/** A high or low to mark, of a fiscal year or of the whole. */
export interface Extreme {
  readonly figure: ChartFigure;
  readonly side: 'above' | 'below';
  readonly year: ChartPeriod | null;
}

/** Fiscal years narrower than this many of their labels cannot keep them off the line. */
const LEAST_ROOM = 1.4;
/** How far a label may reach out of its fiscal year and still be read as of it. */
const OVERHANG = 6;
/** Half of what a dot takes. */
const DOT = 4;
const LINE = 1.25;

/** Narrower fiscal years get no labels of their own: high and low of the whole are named instead. */
export function namesPeriodExtremes({ periods }: RateChart, { edge, sizes }: ChartLayout): boolean {
  return (
    periods.length > 0 &&
    periods.every(({ period, high, low }) => {
      const widths = [high, low].map((figure) =>
        figure === null ? 0 : labelWidth(inYear(figure), sizes.small),
      );
      return Math.max(...widths) * LEAST_ROOM <= edge(period.until) - edge(period.start);
    })
  );
}

/** The last rate, by the end of the line, in the right margin. */
export function endLabel({ last }: RateChart, layout: ChartLayout): PlacedLabel {
  const { plot, sizes, width, padding, values } = layout;
  const lines = [printedFigure(last), last.day === null ? '' : shortDay(last.day)];
  const height = lines.length * sizes.small * LINE;
  const middle = values.position(last.value);
  const top = Math.min(Math.max(middle - height / 2, plot.top), plot.bottom - height);
  const box = { left: plot.right + 8, right: width - padding + 4, top, bottom: top + height };
  return { lines, box, spot: spotOf(last, layout) };
}

/**
 * Labels of marked days, new currency units, and highs and lows, each where it meets nothing: first the marked days.
 * One that finds no place is left out; its dot and the description keep the figure.
 */
export function placeLabels(
  chart: RateChart,
  layout: ChartLayout,
  line: readonly (readonly Spot[])[],
): PlacedLabel[] {
  const labels = [
    ...redenominationLabels(chart, layout),
    ...markLabels(chart, layout),
    ...extremeLabels(chart, layout),
  ];
  const { plot, values, edge } = layout;
  const averages = chart.periods.flatMap(({ period, average }) => {
    if (average === null) return [];
    const y = values.position(average.value);
    return [[period.start, period.until].map((day) => ({ x: edge(day), y }))];
  });
  const obstacles: Obstacles = {
    bounds: { ...plot, right: layout.width - layout.padding / 2 },
    boxes: [endLabel(chart, layout).box, ...dotSpots(chart, layout).map(dotBox)],
    lines: [line, averages],
  };
  const boxes = placedLabels(labels, obstacles);
  return labels.flatMap(({ lines, spot }, index) => {
    const box = boxes[index] ?? null;
    return box === null ? [] : [{ lines, spot, box }];
  });
}

/** The dots of a chart, beside that of the last rate. */
export function dotSpots(chart: RateChart, layout: ChartLayout): Spot[] {
  const figures = [
    ...yearEnds(chart, layout),
    ...shownMarks(chart).map(({ rate }) => rate),
    ...extremes(chart, layout).map(({ figure }) => figure),
    chart.last,
  ];
  return figures.map((figure) => spotOf(figure, layout));
}

/** The last rate of each fiscal year, where the rows above the plot have room to name them. */
function yearEnds({ periods }: RateChart, { header }: ChartLayout): ChartFigure[] {
  return header.length > 1 ? periods.map(({ end }) => end) : [];
}

/** Marked days but that of the last rate, which the end of the line names. */
export function shownMarks({ marks, last }: RateChart) {
  const days = new Set([last.day]);
  return marks.filter(({ rate }) => !days.has(rate.day) && days.add(rate.day));
}

export function spotOf({ day, value }: ChartFigure, { x, values, plot }: ChartLayout): Spot {
  return { x: day === null ? plot.left : x(day), y: values.position(value) };
}

/** Highs and lows that the chart marks: of each fiscal year or, where these are narrow, of the whole. */
export function extremes(chart: RateChart, layout: ChartLayout): Extreme[] {
  if (!namesPeriodExtremes(chart, layout)) return pairOf(chart, null);
  return chart.periods.flatMap((year) => pairOf(year, year));
}

function pairOf({ high, low }: Pick<RateChart, 'high' | 'low'>, year: ChartPeriod | null): Extreme[] {
  const pair: readonly (readonly [ChartFigure | null, Extreme['side']])[] = [
    [high, 'above'],
    [low, 'below'],
  ];
  return pair.flatMap(([figure, side]) => (figure === null ? [] : [{ figure, side, year }]));
}

function extremeLabels(chart: RateChart, layout: ChartLayout): Label[] {
  // The end of the line names its rate already.
  const named = extremes(chart, layout).filter(({ figure }) => figure.day !== chart.last.day);
  return named.map(({ figure, side, year }) => {
    const lines = year === null ? ofAnyYear(figure) : inYear(figure);
    const label = labelAt(spotOf(figure, layout), lines, [side, 'right', 'left'], layout);
    if (year === null) return label;
    const [left, right] = [layout.edge(year.period.start), layout.edge(year.period.until)];
    return { ...label, keepsOff: true, home: { left: left - OVERHANG, right: right + OVERHANG } };
  });
}

function markLabels(chart: RateChart, layout: ChartLayout): Label[] {
  return shownMarks(chart).map(({ rate }) =>
    labelAt(spotOf(rate, layout), ofAnyYear(rate), ['above', 'below', 'right', 'left'], layout),
  );
}

function redenominationLabels({ redenominations }: RateChart, layout: ChartLayout): Label[] {
  return redenominations.map((day) => {
    const spot = { x: layout.edge(day), y: layout.plot.top + layout.sizes.small * LINE + 2 };
    return labelAt(spot, ['New unit', shortDay(day)], ['left', 'right'], layout);
  });
}

function labelAt(spot: Spot, lines: readonly string[], sides: Label['sides'], { sizes }: ChartLayout): Label {
  const width = labelWidth(lines, sizes.small);
  return { spot, lines, sides, width, height: lines.length * sizes.small * LINE };
}

function labelWidth([first = '', ...rest]: readonly string[], size: number): number {
  return Math.max(textWidth(first, size, true), ...rest.map((line) => textWidth(line, size)));
}

function inYear(figure: ChartFigure): string[] {
  return [printedFigure(figure), figure.day === null ? '' : dayInYear(figure.day)];
}

function ofAnyYear(figure: ChartFigure): string[] {
  return [printedFigure(figure), figure.day === null ? '' : shortDay(figure.day)];
}

function dotBox({ x, y }: Spot): Box {
  return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT };
}
