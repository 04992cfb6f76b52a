import {
  civilDateOf,
  type Decimal,
  formatPeriod,
  InputError,
  lastDayOf,
  type Span,
} from '../../value/index.js';
import { coverageText } from '../choose-series.js';
import type { MonthDay } from '../exchange-rate-table-rows.js';
import type { AverageMethod, RateSeries, RateStatistic, RateStatisticName } from '../rate-source.js';
import { redenominationsWithin } from '../redenominations.js';
import type { ChartFigure, RateChartOptions } from './rate-chart.js';
import { askedYears, showsAllOf } from './shown-span.js';

/** Decimals that no pixel can show the lack of. */
const DRAWN_DECIMALS = 15;

/** A fiscal year of a chart. Figures that a change of the currency unit makes meaningless are null. */
export interface ChartPeriod {
  /** The calendar year in which it ends: "2006". */
  readonly label: string;
  readonly period: Span;
  readonly high: ChartFigure | null;
  readonly low: ChartFigure | null;
  readonly average: ChartFigure | null;
  readonly end: ChartFigure;
}

/**
 * The fiscal years asked for; where only a year-end is given, each one whose rates are all shown. Throws `InputError`:
 * 'no-rate' where the rates do not cover a year that was asked for, 'bad-option' where none is shown whole.
 */
export function chartPeriods(
  series: RateSeries,
  span: Span,
  options: RateChartOptions,
  decimals: number,
): ChartPeriod[] {
  const method = options.average ?? 'month-end';
  return periodsOf(series, span, options).map((period) => {
    const gap = series.gap(period);
    if (gap !== null) {
      throw new InputError(
        'no-rate',
        `Cannot mark the fiscal year ${formatPeriod(period)}: ${gap}; ${coverageText(series)}`,
      );
    }
    return chartPeriod(series, period, method, decimals);
  });
}

function periodsOf(series: RateSeries, span: Span, options: RateChartOptions): Span[] {
  const { fiscalYearEnd, years = [] } = options;
  if (years.length > 0 || fiscalYearEnd === undefined) return askedYears(options);
  const whole = fiscalYearsWithin(span, fiscalYearEnd).filter(
    (period) => series.gap(period) === null && showsAllOf(series, span, period),
  );
  if (whole.length > 0) return whole;
  throw new InputError(
    'bad-option',
    `Unexpected fiscal year-end ${fiscalYearEnd.month}-${fiscalYearEnd.day}: no fiscal year lies whole within ${formatPeriod(span)}, expected a longer chart, or no fiscal year-end`,
  );
}

function fiscalYearsWithin(span: Span, end: MonthDay): Span[] {
  const first = civilDateOf(span.start).year;
  const count = civilDateOf(lastDayOf(span)).year - first + 1;
  return askedYears({
    fiscalYearEnd: end,
    years: Array.from({ length: count }, (_, index) => first + index),
  });
}

function chartPeriod(series: RateSeries, period: Span, method: AverageMethod, decimals: number): ChartPeriod {
  const holdsTwoUnits = redenominationsWithin(series.currency, period).length > 0;
  const figure = (name: RateStatisticName) => figureOf(series.statistic(name, period, method), decimals);
  return {
    label: String(civilDateOf(lastDayOf(period)).year),
    period,
    high: holdsTwoUnits ? null : figure('high'),
    low: holdsTwoUnits ? null : figure('low'),
    average: holdsTwoUnits ? null : figure('average'),
    end: figure('period-end'),
  };
}

function figureOf({ name, value, inputs }: RateStatistic, decimals: number): ChartFigure {
  const printed: Decimal = value.rounded(decimals, 'half-up');
  const drawn = value.rounded(DRAWN_DECIMALS, 'half-up').toNumber();
  return { day: name === 'average' ? null : (inputs[0]?.day ?? null), printed, value: drawn };
}
