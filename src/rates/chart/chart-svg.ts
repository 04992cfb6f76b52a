import { formatDay, InputError, lastDayOf } from '../../value/index.js';
import { type ChartLayout, chartLayout } from './chart-layout.js';
import { type ChartTheme, type Paint, paintOf } from './chart-theme.js';
import { descriptionOf } from './chart-words.js';
import { plotMarkup } from './plot-markup.js';
import type { RateChart } from './rate-chart.js';
import { element, escaped } from './svg-markup.js';
import { svgPicture } from './svg-picture.js';
import { yearMarkup } from './year-markup.js';

/** Sizes that a chart can be drawn at, in pixels. */
export const CHART_WIDTHS = { least: 320, most: 4000 } as const;
export const CHART_HEIGHTS = { least: 180, most: 3000 } as const;

export interface ChartSvgOptions {
  readonly theme: ChartTheme;
  /** In pixels of the view box. */
  readonly width: number;
  readonly height: number;
}

/**
 * The chart as an SVG file to paste anywhere: no script, no font, nothing to fetch, text as text, its own background,
 * title and description for those who do not see it. The same on every machine. Throws `InputError` ('bad-option')
 * for a size that nothing can be read at.
 */
export function chartSvg(chart: RateChart, { theme, width, height }: ChartSvgOptions): string {
  requireSize('width', width, CHART_WIDTHS);
  requireSize('height', height, CHART_HEIGHTS);
  const layout = chartLayout(chart, width, height);
  const paint = paintOf(theme);
  return svgPicture(
    {
      id: idOf(chart),
      width,
      height,
      fontSize: layout.sizes.small,
      theme,
      title: chart.direction,
      description: descriptionOf(chart),
    },
    yearMarkup(chart, layout, paint),
    plotMarkup(chart, layout, paint),
    wordsMarkup(layout, paint),
  );
}

function wordsMarkup(layout: ChartLayout, paint: Paint): string {
  const { title, subtitle, notes, padding, sizes } = layout;
  const lines = (texts: typeof title) =>
    texts.map(({ text, y }) => element('text', { x: padding, y }, escaped(text)));
  return [
    element(
      'g',
      { 'font-size': sizes.title, 'font-weight': 'bold', ...paint({ fill: 'ink' }) },
      ...lines(title),
    ),
    element('g', { 'font-size': sizes.text, ...paint({ fill: 'soft' }) }, ...lines(subtitle)),
    element('g', paint({ fill: 'soft' }), ...lines(notes)),
  ].join('');
}

/** Of the chart's own, since several charts may stand in one page. */
function idOf({ unit, span, source }: RateChart): string {
  const days = [span.start, lastDayOf(span)].map(formatDay);
  const words = ['tickmark', source.name, unit, ...days].join('-').toLowerCase();
  return words.replace(/[^a-z0-9]+/g, '-');
}

function requireSize(what: string, value: number, { least, most }: { least: number; most: number }): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new InputError('bad-option', `Unexpected ${what} ${value}, expected ${least} to ${most} pixels`);
}
