import { type ChartLayout, KEY } from './chart-layout.js';
import type { ChartPeriod } from './chart-periods.js';
import type { Paint } from './chart-theme.js';
import { printedFigure } from './chart-words.js';
import type { ChartFigure, RateChart } from './rate-chart.js';
import { element, escaped } from './svg-markup.js';
import { textWidth } from './text-width.js';

/** The fiscal years: a band for every other one, and above the plot their names and, with room, their figures. */
export function yearMarkup(chart: RateChart, layout: ChartLayout, paint: Paint): string {
  if (chart.periods.length === 0) return '';
  return [
    element('g', paint({ fill: 'band' }), ...bands(chart, layout)),
    element('g', { 'text-anchor': 'middle', ...paint({ fill: 'ink' }) }, ...cells(chart, layout)),
    element('g', paint({ fill: 'soft' }), ...rowNames(layout)),
    ...keys(layout, paint),
  ].join('');
}

function bands({ periods }: RateChart, layout: ChartLayout): string[] {
  const { bandTop, plot } = layout;
  return periods
    .filter((_, index) => index % 2 === 0)
    .map((period) => {
      const { left, right } = shownEnds(period, layout);
      return element('rect', { x: left, y: bandTop, width: right - left, height: plot.bottom - bandTop });
    });
}

function cells({ periods }: RateChart, layout: ChartLayout): string[] {
  const { header, sizes } = layout;
  const [years, averages, ends] = header;
  const every = thinning(periods, layout);
  return periods.flatMap((period, index) => {
    const { left, right } = shownEnds(period, layout);
    const x = (left + right) / 2;
    // Counted from the last: the latest year is always named.
    const isNamed = (periods.length - 1 - index) % every === 0;
    const figure = (value: ChartFigure | null, y: number | undefined) =>
      y === undefined || value === null ? '' : element('text', { x, y }, printedFigure(value));
    return [
      years === undefined || !isNamed
        ? ''
        : element(
            'text',
            { x, y: years.y, 'font-weight': 'bold', 'font-size': sizes.small },
            escaped(period.label),
          ),
      figure(period.average, averages?.y),
      figure(period.end, ends?.y),
    ];
  });
}

/** 1 where every year can be named, 2 for every other, … */
function thinning(periods: readonly ChartPeriod[], layout: ChartLayout): number {
  const narrowest = Math.min(
    ...periods.map((period) => {
      const { left, right } = shownEnds(period, layout);
      return right - left;
    }),
  );
  const needed = textWidth('2000', layout.sizes.small, true) + 6;
  return [1, 2, 5, 10, 20, 50].find((every) => every * narrowest >= needed) ?? periods.length;
}

function rowNames({ header, padding }: ChartLayout): string[] {
  return header.map(({ name, y }, index) =>
    element('text', { x: padding + (index === 0 ? 0 : KEY), y }, escaped(name)),
  );
}

/** The signs of average and year-end before the names of their rows. */
function keys({ header, padding, sizes }: ChartLayout, paint: Paint): string[] {
  const [, averages, ends] = header;
  const lift = sizes.small * 0.34;
  return [
    averages === undefined
      ? ''
      : element('path', {
          d: `M${padding},${averages.y - lift}h11`,
          'stroke-width': 1.6,
          ...paint({ fill: 'none', stroke: 'average' }),
        }),
    ends === undefined
      ? ''
      : element('circle', { cx: padding + 5.5, cy: ends.y - lift, r: 3, ...paint({ fill: 'line' }) }),
  ];
}

/** A fiscal year may begin a few days before the first rate shown. */
function shownEnds({ period }: ChartPeriod, { edge, plot }: ChartLayout) {
  return { left: Math.max(plot.left, edge(period.start)), right: Math.min(plot.right, edge(period.until)) };
}
