import {
  type CurrencyCode,
  type Day,
  type Decimal,
  formatDay,
  formatPeriod,
  InputError,
  lastDayOf,
  type RateUnit,
  type Span,
} from '../../value/index.js';
import { chooseSeries, publishedUnit } from '../choose-series.js';
import { directionText } from '../direction.js';
import type { ExchangeRateTableOptions, MonthDay } from '../exchange-rate-table-rows.js';
import { printedDecimals, requireDecimals } from '../printed-decimals.js';
import type { AverageMethod, RateObservation, RateSeries, RateSource } from '../rate-source.js';
import { redenominationsWithin } from '../redenominations.js';
import { medianStep, partedLines } from './chart-lines.js';
import { type ChartMark, chartMarks } from './chart-marks.js';
import { type ChartPeriod, chartPeriods } from './chart-periods.js';
import { notCovered, shownSpan } from './shown-span.js';

/** A linear axis that reaches from one to this many times as much shows nothing of its lower end. */
const MOST_ON_LINEAR_AXIS = 100;

export type ChartScale = 'linear' | 'log';

/** What a chart shows: the whole series unless years, days or a latest practicable date narrow it. */
export interface RateChartOptions
  extends Pick<ExchangeRateTableOptions, 'currency' | 'unit' | 'fiscalYearEnd' | 'years'> {
  /** First and last day shown. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** The latest practicable date: the chart reaches to it and names its rate. */
  readonly through?: Day | undefined;
  /** Days whose rates are marked. */
  readonly marks?: readonly Day[] | undefined;
  /** How fiscal years are averaged; by month-ends unless said otherwise. */
  readonly average?: AverageMethod | undefined;
  /** Decimals of printed rates; 0 to 12. */
  readonly decimals?: number | undefined;
  /** Logarithmic without being asked only where the highest rate is more than 100 times the lowest. */
  readonly scale?: ChartScale | undefined;
}

/** A daily rate; `value` is the nearest double, for drawing and nothing else. */
export interface ChartPoint {
  readonly day: Day;
  readonly value: number;
  readonly observation: RateObservation;
}

/** A figure that a chart prints: rounded once, half up, from the exact one; `day` is null for an average. */
export interface ChartFigure {
  readonly day: Day | null;
  readonly printed: Decimal;
  readonly value: number;
}

/** A series of rates, ready to draw in any form. */
export interface RateChart {
  readonly unit: RateUnit;
  /** What a rate counts: "Japanese yen per U.S. $1.00". */
  readonly direction: string;
  readonly currency: CurrencyCode;
  /** The direction in which the source publishes; other than `unit` where each rate was inverted. */
  readonly publishedUnit: RateUnit;
  readonly rateName: string;
  /** Days from one rate to the next, the median: 1 of daily rates. */
  readonly stepDays: number;
  readonly source: { readonly name: string; readonly description: string; readonly asOf: Day };
  readonly decimals: number;
  readonly span: Span;
  readonly scale: ChartScale;
  /** The rates in order, parted where the source has a gap or a new currency unit begins. Never empty. */
  readonly lines: readonly (readonly ChartPoint[])[];
  readonly fiscalYearEnd: MonthDay | null;
  readonly averageMethod: AverageMethod;
  readonly periods: readonly ChartPeriod[];
  readonly marks: readonly ChartMark[];
  /** The last rate shown. */
  readonly last: ChartFigure;
  /** Of all that is shown; null where it holds two currency units. */
  readonly high: ChartFigure | null;
  readonly low: ChartFigure | null;
  /** Days from which on the rates are of a new currency unit. */
  readonly redenominations: readonly Day[];
}

/**
 * What a chart of a series shows. Throws `InputError`: 'unknown-currency', 'bad-option', or 'no-rate' where the rates
 * do not cover what is asked for.
 */
export function rateChart(source: RateSource, options: RateChartOptions): RateChart {
  const series = chooseSeries(source, options);
  const span = shownSpan(series, options);
  const gap = series.gap(span);
  if (gap !== null) throw notCovered(series, `over ${formatPeriod(span)}: ${gap}`, lastDayOf(span));
  const redenominations = redenominationsWithin(series.currency, span);
  const points = series.within(span).map((observation) => pointOf(series, observation));
  const stepDays = medianStep(points);
  const [high, low] = (['high', 'low'] as const).map((name) => series.statistic(name, span, 'daily'));
  const extremes = [...(high?.inputs ?? []), ...(low?.inputs ?? [])];
  requireDecimals(options.decimals);
  const decimals = options.decimals ?? printedDecimals(series, extremes);
  const figure = (rate: RateObservation | undefined): ChartFigure => figureOf(series, rate, decimals, span);
  return {
    unit: series.unit,
    direction: directionText(series.unit),
    currency: series.currency,
    publishedUnit: publishedUnit(series),
    rateName: series.rateName,
    stepDays,
    source: { name: source.name, description: source.description, asOf: source.asOf },
    decimals,
    span,
    scale: options.scale ?? fittingScale(points),
    lines: partedLines(points, stepDays, redenominations),
    fiscalYearEnd: options.fiscalYearEnd ?? null,
    averageMethod: options.average ?? 'month-end',
    periods: chartPeriods(series, span, options, decimals),
    marks: chartMarks(series, span, options, figure),
    last: figure(points.at(-1)?.observation),
    high: redenominations.length > 0 ? null : figure(high?.inputs[0]),
    low: redenominations.length > 0 ? null : figure(low?.inputs[0]),
    redenominations,
  };
}

/** Every rate shown, in order. */
export function allPoints(chart: RateChart): ChartPoint[] {
  return chart.lines.flat();
}

/** The lowest and the highest of some rates, as they are drawn. */
export function rangeOf(points: readonly ChartPoint[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const { value } of points) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function pointOf({ inverted }: RateSeries, observation: RateObservation): ChartPoint {
  const published = observation.printed.toNumber();
  return { day: observation.day, value: inverted ? 1 / published : published, observation };
}

function figureOf(
  series: RateSeries,
  rate: RateObservation | undefined,
  decimals: number,
  span: Span,
): ChartFigure {
  if (rate === undefined) {
    throw new InputError('no-rate', `No rate of ${series.unit} by ${formatDay(lastDayOf(span))}`);
  }
  const { day, value } = pointOf(series, rate);
  return { day, value, printed: rate.ratio.rounded(decimals, 'half-up') };
}

function fittingScale(points: readonly ChartPoint[]): ChartScale {
  const [low, high] = rangeOf(points);
  return high > low * MOST_ON_LINEAR_AXIS ? 'log' : 'linear';
}
