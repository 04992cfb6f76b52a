import {
  dotSpots,
  endLabel,
  extremes,
  type PlacedLabel,
  placeLabels,
  shownMarks,
  spotOf,
} from './chart-labels.js';
import type { ChartLayout } from './chart-layout.js';
import type { Paint } from './chart-theme.js';
import type { RateChart } from './rate-chart.js';
import { element, escaped, linePath, pixels } from './svg-markup.js';
import { type Spot, thinnedLine } from './thinned-line.js';

/** More columns than these are not told apart, and would make a large file. */
const MOST_COLUMNS = 800;
const DENSE = 2;
/** A label further from its spot than this, in pixels, is tied to it by a line. */
const FAR = 13;

/** Everything between the axes: grid, line, averages, dots, labels; and the axes. */
export function plotMarkup(chart: RateChart, layout: ChartLayout, paint: Paint): string {
  const { plot } = layout;
  const columnWidth = Math.max(1, (plot.right - plot.left) / MOST_COLUMNS);
  const lines = chart.lines.map((line) =>
    thinnedLine(
      line.map(({ day, value }) => ({ x: layout.x(day), y: layout.values.position(value) })),
      columnWidth,
    ),
  );
  const labels = placeLabels(chart, layout, lines);
  return [
    gridMarkup(layout, paint),
    dayMarkup(layout, paint),
    ruleMarkup(chart, layout, paint),
    averageMarkup(chart, layout, paint),
    lineMarkup(lines, layout, paint),
    leaderMarkup(labels, paint),
    dotMarkup(chart, layout, paint),
    labelMarkup([endLabel(chart, layout), ...labels], layout, paint),
  ].join('');
}

function gridMarkup({ plot, values, sizes }: ChartLayout, paint: Paint): string {
  const rules = values.ticks.map(
    ({ value }) => `M${pixels(plot.left)},${pixels(values.position(value))}H${pixels(plot.right)}`,
  );
  const texts = values.ticks.map(({ value, text }) =>
    element('text', { x: plot.left - 8, y: values.position(value) + sizes.small * 0.35 }, escaped(text)),
  );
  return [
    element('path', { d: rules.join(''), ...paint({ fill: 'none', stroke: 'grid' }) }),
    element('g', { 'text-anchor': 'end', ...paint({ fill: 'soft' }) }, ...texts),
  ].join('');
}

function dayMarkup({ plot, days, x, sizes }: ChartLayout, paint: Paint): string {
  const marks = days.map(({ day }) => `M${pixels(x(day))},${pixels(plot.bottom)}v4`);
  const texts = days.map(({ day, text }) =>
    element('text', { x: x(day), y: plot.bottom + 5 + sizes.small }, escaped(text)),
  );
  const d = `M${pixels(plot.left)},${pixels(plot.bottom)}H${pixels(plot.right)}${marks.join('')}`;
  return [
    element('path', { d, ...paint({ fill: 'none', stroke: 'axis' }) }),
    element('g', { 'text-anchor': 'middle', ...paint({ fill: 'soft' }) }, ...texts),
  ].join('');
}

/** Rules from top to bottom: where a new currency unit begins, and at marked days. */
function ruleMarkup(chart: RateChart, { plot, edge, x }: ChartLayout, paint: Paint): string {
  const places = [
    ...chart.redenominations.map(edge),
    ...shownMarks(chart).map(({ rate }) => (rate.day === null ? plot.left : x(rate.day))),
  ];
  if (places.length === 0) return '';
  const d = places.map((place) => `M${pixels(place)},${pixels(plot.top)}V${pixels(plot.bottom)}`).join('');
  return element('path', { d, 'stroke-dasharray': '2 3', ...paint({ fill: 'none', stroke: 'axis' }) });
}

function averageMarkup({ periods }: RateChart, { values, edge, plot }: ChartLayout, paint: Paint): string {
  const d = periods.flatMap(({ period, average }) => {
    if (average === null) return [];
    const [left, right] = [Math.max(plot.left, edge(period.start)), Math.min(plot.right, edge(period.until))];
    return [`M${pixels(left + 1)},${pixels(values.position(average.value))}H${pixels(right - 1)}`];
  });
  if (d.length === 0) return '';
  return element('path', {
    d: d.join(''),
    'stroke-width': 1.6,
    ...paint({ fill: 'none', stroke: 'average' }),
  });
}

function lineMarkup(lines: readonly (readonly Spot[])[], { plot }: ChartLayout, paint: Paint): string {
  const count = lines.reduce((sum, line) => sum + line.length, 0);
  const isDense = count > DENSE * (plot.right - plot.left);
  return element('path', {
    d: lines.map(linePath).join(''),
    'stroke-width': isDense ? 1.1 : 1.5,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
    ...paint({ fill: 'none', stroke: 'line' }),
  });
}

/** Large dots at year-ends, marked days and the last rate, small ones at highs and lows; one where two fall together. */
function dotMarkup(chart: RateChart, layout: ChartLayout, paint: Paint): string {
  const key = ({ x, y }: Spot) => `${pixels(x)},${pixels(y)}`;
  const small = new Map(
    extremes(chart, layout)
      .map(({ figure }) => spotOf(figure, layout))
      .map((spot) => [key(spot), spot]),
  );
  const large = new Map(dotSpots(chart, layout).map((spot) => [key(spot), spot]));
  for (const place of small.keys()) large.delete(place);
  const last = spotOf(chart.last, layout);
  large.set(key(last), last);
  small.delete(key(last));
  const dots = (spots: Iterable<Spot>, r: number) =>
    [...spots].map(({ x, y }) => element('circle', { cx: x, cy: y, r }));
  return [
    element('g', paint({ fill: 'ink', stroke: 'paper' }), ...dots(small.values(), 2.4)),
    element('g', paint({ fill: 'line', stroke: 'paper' }), ...dots(large.values(), 3.4)),
  ].join('');
}

/** Lines from labels that found no place beside what they name. */
function leaderMarkup(labels: readonly PlacedLabel[], paint: Paint): string {
  const d = labels.flatMap(({ box, spot }) => {
    const x = Math.min(Math.max(spot.x, box.left), box.right);
    const y = Math.min(Math.max(spot.y, box.top), box.bottom);
    const distance = Math.hypot(x - spot.x, y - spot.y);
    return distance > FAR ? [linePath([spot, { x, y }])] : [];
  });
  if (d.length === 0) return '';
  return element('path', { d: d.join(''), 'stroke-width': 0.8, ...paint({ fill: 'none', stroke: 'axis' }) });
}

/**
 * Labels, and behind them a rim in the colour of the paper that keeps one legible where it crosses a line after all. The
 * rim is a text of its own: viewers that do not know `paint-order` would draw it over the letters.
 */
function labelMarkup(labels: readonly PlacedLabel[], { sizes, plot }: ChartLayout, paint: Paint): string {
  const texts = labels.map((label) => labelText(label, label.box.left >= plot.right ? sizes.text : null));
  const rim = { 'stroke-width': 3, 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
  return [
    element('g', { ...rim, ...paint({ fill: 'paper', stroke: 'paper' }) }, ...texts),
    element('g', paint({ fill: 'ink' }), ...texts),
  ].join('');
}

/** `endSize` is that of the last rate, beside the plot; null for a label in it. */
function labelText({ lines, box }: PlacedLabel, endSize: number | null): string {
  const x = endSize === null ? (box.left + box.right) / 2 : box.left;
  const height = (box.bottom - box.top) / lines.length;
  const spans = lines.map((text, index) => {
    const [weight, size] = index === 0 ? ['bold', endSize] : [null, null];
    const y = box.top + height * (index + 0.8);
    return element('tspan', { x, y, 'font-weight': weight, 'font-size': size }, escaped(text));
  });
  return element('text', { 'text-anchor': endSize === null ? 'middle' : null }, ...spans);
}
