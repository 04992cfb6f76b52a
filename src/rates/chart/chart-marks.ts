import { type Day, formatDay, InputError, type Span } from '../../value/index.js';
import type { RateObservation, RateSeries } from '../rate-source.js';
import type { ChartFigure, RateChartOptions } from './rate-chart.js';

/** A day whose rate a chart names: the latest practicable date, or one that the user asked for. */
export interface ChartMark {
  readonly kind: 'through' | 'day';
  readonly asked: Day;
  /** Of that day or, where it has none, of the last day before it that has one. */
  readonly rate: ChartFigure;
}

/** The marked days, the latest practicable date last. Throws `InputError` ('no-rate') where one has no rate. */
export function chartMarks(
  series: RateSeries,
  span: Span,
  { marks = [], through }: RateChartOptions,
  figure: (rate: RateObservation) => ChartFigure,
): ChartMark[] {
  const days = [...new Set(marks)].sort((a, b) => a - b);
  return [
    ...days.map((asked): ChartMark => ({ kind: 'day', asked, rate: figure(rateOn(asked)) })),
    ...(through === undefined
      ? []
      : [{ kind: 'through' as const, asked: through, rate: figure(rateOn(through)) }]),
  ];

  function rateOn(day: Day): RateObservation {
    const rate = series.onOrBefore(day);
    if (rate !== null && rate.day >= span.start) return rate;
    throw new InputError(
      'no-rate',
      `Cannot mark ${formatDay(day)}: no rate of ${series.unit} on it, or shortly before it within the chart`,
    );
  }
}
