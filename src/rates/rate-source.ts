import type { CurrencyCode, Day, Decimal, Fraction, RateUnit, Span } from '../value/index.js';

/** How an average over a period is formed: of every daily rate, or of the last rate of each month (old Item 3.A.3). */
export type AverageMethod = 'daily' | 'month-end';

/** The four columns of an exchange-rate table. */
export type RateStatisticName = 'high' | 'low' | 'average' | 'period-end';

/** One official rate. */
export interface RateObservation {
  readonly day: Day;
  /** As the source prints it, in the source's own direction. */
  readonly printed: Decimal;
  /** Exact, in the direction of the series that it was asked of: the printed value or its inverse. */
  readonly ratio: Fraction;
}

/** A high, low, average or period-end over a span, with the observations that it rests on. */
export interface RateStatistic {
  readonly name: RateStatisticName;
  /** Exact; round it once, half up, where it is printed or compared. */
  readonly value: Fraction;
  /** High, low, period-end: the one day. Average: every rate that entered the mean. */
  readonly inputs: readonly RateObservation[];
  /** How many daily observations the span holds. */
  readonly observations: number;
}

/** The daily rates of one currency against the U.S. dollar, seen in one direction of quotation. */
export interface RateSeries {
  /** `JPY/USD`: Japanese yen per U.S. dollar. */
  readonly unit: RateUnit;
  /** The currency that is not the U.S. dollar. */
  readonly currency: CurrencyCode;
  /** Whether this direction is the inverse of the one that the source publishes. */
  readonly inverted: boolean;
  /** Short name of the source: `H.10`, `Bank of Canada`. */
  readonly source: string;
  /** What one of its rates is called in a sentence: "noon buying rate", "rate of the Bank of Canada". */
  readonly rateName: string;
  /** Decimals that the source prints, in its own direction. */
  readonly decimals: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The rate of that very day, or null. */
  on(day: Day): RateObservation | null;
  /** The last rate on or before a day, or null where the series has not begun or ended more than ten days before. */
  onOrBefore(day: Day): RateObservation | null;
  /** The first rate after a day, or null. */
  after(day: Day): RateObservation | null;
  /** Every rate of a span, in order. */
  within(span: Span): readonly RateObservation[];
  /** Null where the rates cover the span whole; else why not, for a person: "the rates end on 2026-05-15". */
  gap(span: Span): string | null;
  /** Throws `InputError` where `gap` is not null. */
  statistic(name: RateStatisticName, span: Span, method: AverageMethod): RateStatistic;
}

/** A set of official series. A check gets one in its context; nothing is read before a series is asked for. */
export interface RateSource {
  /** `H.10`, `Bank of Canada`. */
  readonly name: string;
  /** For a footnote: what the rates are and who publishes them. */
  readonly description: string;
  /** The last day that any of its series holds. */
  readonly asOf: Day;
  /** The currencies it has, sorted, without the U.S. dollar. */
  readonly currencies: readonly CurrencyCode[];
  /** The series in that direction, or null where the source has none. Of the H.10, one side of the unit is `USD`. */
  series(unit: RateUnit): RateSeries | null;
}

/** A source that issuers name instead of the Federal Reserve, imported by the user under that name. */
export interface NamedRateSource extends RateSource {
  /** What documents call it, its name first: "Bank of Canada", "BoC". Compared without regard to capitals. */
  readonly names: readonly string[];
}
