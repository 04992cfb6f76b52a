import type { CurrencyCode, RateUnit } from '../../value/index.js';
import type { DailyRates } from '../daily-rates.js';

/** The layouts that official rates come in. */
export type RatesFormat = 'h10-xml' | 'ddp-csv' | 'fred-csv';

/** One series as a file gives it, in the direction that its source publishes, before it is merged with what is held. */
export interface LoadedSeries {
  /** Its name in the file: `RXI_N.B.JA`, `DEXJPUS`. */
  readonly code: string;
  readonly currency: CurrencyCode;
  /** `JPY/USD`, `USD/EUR`. */
  readonly unit: RateUnit;
  /** The most decimals that any of its rates needs; never fewer than the series is held with. */
  readonly decimals: number;
  /** Ascending by day; coefficients at `decimals`. */
  readonly rates: DailyRates;
  /** Days that the file lists without a rate, ascending: the source says that there is none. */
  readonly noData: Int32Array;
}

/** A file of official rates as read. */
export interface LoadedRates {
  readonly format: RatesFormat;
  readonly series: readonly LoadedSeries[];
  /** Series that the file has and Tickmark does not keep: monthly means, indexes. For a report, not an error. */
  readonly ignored: readonly { readonly code: string; readonly reason: string }[];
}
