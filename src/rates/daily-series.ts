import {
  type CurrencyCode,
  type Day,
  Decimal,
  formatDay,
  formatPeriod,
  InputError,
  plusDays,
  type RateUnit,
  type Span,
} from '../value/index.js';
import { DailyObservation } from './daily-observation.js';
import { type DailyRates, indexFrom } from './daily-rates.js';
import type {
  AverageMethod,
  RateObservation,
  RateSeries,
  RateStatistic,
  RateStatisticName,
} from './rate-source.js';
import { statisticOf } from './statistics.js';

/** A rate older than this says nothing of a day: the longest run of holidays is shorter. */
const MAX_AGE_DAYS = 10;

/** What a series is, beside its rates. */
export interface SeriesAbout
  extends Pick<RateSeries, 'unit' | 'currency' | 'inverted' | 'source' | 'rateName' | 'decimals'> {
  /** Whether the source sets no rate on a day by rule, such as a weekend: decides at the ends of a span alone. */
  readonly isClosed: (day: Day) => boolean;
}

/** The daily rates of one currency in one direction, over decoded arrays that both directions share. */
export class DailySeries implements RateSeries {
  readonly unit: RateUnit;
  readonly currency: CurrencyCode;
  readonly inverted: boolean;
  readonly source: string;
  readonly rateName: string;
  readonly decimals: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  private readonly isClosed: (day: Day) => boolean;
  private readonly rates: DailyRates;
  /** Made when first asked for, and kept. */
  private readonly made: RateObservation[] = [];

  /** Throws `InputError` ('no-rate') for no rates. */
  constructor(about: SeriesAbout, rates: DailyRates) {
    const [first, last] = [rates.days.at(0), rates.days.at(-1)];
    if (first === undefined || last === undefined) {
      throw new InputError('no-rate', `Unexpected empty series ${about.unit}, expected at least one rate`);
    }
    this.unit = about.unit;
    this.currency = about.currency;
    this.inverted = about.inverted;
    this.source = about.source;
    this.rateName = about.rateName;
    this.isClosed = about.isClosed;
    this.decimals = about.decimals;
    this.firstDay = first as Day;
    this.lastDay = last as Day;
    this.rates = rates;
  }

  on(day: Day): RateObservation | null {
    const index = indexFrom(this.rates.days, day);
    return this.rates.days[index] === day ? this.at(index) : null;
  }

  onOrBefore(day: Day): RateObservation | null {
    const found = this.at(indexFrom(this.rates.days, plusDays(day, 1)) - 1);
    return found !== null && day - found.day <= MAX_AGE_DAYS ? found : null;
  }

  after(day: Day): RateObservation | null {
    return this.at(indexFrom(this.rates.days, plusDays(day, 1)));
  }

  within(span: Span): readonly RateObservation[] {
    const found: RateObservation[] = [];
    const until = indexFrom(this.rates.days, span.until);
    for (let index = indexFrom(this.rates.days, span.start); index < until; index++) {
      const rate = this.at(index);
      if (rate !== null) found.push(rate);
    }
    return found;
  }

  gap(span: Span): string | null {
    if (span.until <= span.start) return 'the period holds no day';
    if (this.couldHaveRate(span.start, this.firstDay))
      return `the rates begin on ${formatDay(this.firstDay)}`;
    if (this.couldHaveRate(plusDays(this.lastDay, 1), span.until)) {
      return `the rates end on ${formatDay(this.lastDay)}`;
    }
    const isEmpty = indexFrom(this.rates.days, span.start) === indexFrom(this.rates.days, span.until);
    return isEmpty ? `${this.source} has no rate in ${formatPeriod(span)}` : null;
  }

  statistic(name: RateStatisticName, span: Span, method: AverageMethod): RateStatistic {
    const gap = this.gap(span);
    if (gap !== null) {
      const period = span.until > span.start ? formatPeriod(span) : 'an empty period';
      throw new InputError('no-rate', `No ${name} of ${this.unit} over ${period}: ${gap}`);
    }
    const [from, until] = [indexFrom(this.rates.days, span.start), indexFrom(this.rates.days, span.until)];
    const days = this.rates.days.subarray(from, until);
    const coefficients = this.rates.coefficients.subarray(from, until);
    const { decimals, inverted } = this;
    const { value, inputs } = statisticOf(name, { days, coefficients, decimals, inverted }, method);
    const observed = inputs.map((index) => this.at(from + index)).filter((rate) => rate !== null);
    return { name, value, inputs: observed, observations: days.length };
  }

  private at(index: number): RateObservation | null {
    const kept = this.made[index];
    if (kept !== undefined) return kept;
    const day = this.rates.days[index];
    const coefficient = this.rates.coefficients[index];
    if (day === undefined || coefficient === undefined) return null;
    const rate = new DailyObservation(day as Day, Decimal.of(coefficient, this.decimals), this.inverted);
    this.made[index] = rate;
    return rate;
  }

  /** Whether some day from `start` up to, and without, `until` is one on which the source sets rates. */
  private couldHaveRate(start: Day, until: Day): boolean {
    for (let day = start; day < until; day = plusDays(day, 1)) {
      if (!this.isClosed(day)) return true;
    }
    return false;
  }
}

/** The series of a source, each made when first asked for and kept. */
export function madeOnce(make: (unit: RateUnit) => RateSeries | null): (unit: RateUnit) => RateSeries | null {
  const made = new Map<RateUnit, RateSeries>();
  return (unit) => {
    const series = made.get(unit) ?? make(unit);
    if (series !== null) made.set(unit, series);
    return series;
  };
}
