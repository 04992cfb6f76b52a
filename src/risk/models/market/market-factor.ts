/** A price, rate or exchange rate of the market, with the history or volatility that its changes are drawn from. */
export interface MarketFactor {
  readonly id: string;
  readonly name: string;
  /** `price` and `exchange-rate` change by fractions of their level, `interest-rate` in absolute terms. */
  readonly quantity: 'price' | 'exchange-rate' | 'interest-rate';
  /** Today's: units of the reporting currency; of an interest rate a fraction a year (0.0125). */
  readonly level: number;
  /** Null where only a volatility is stated. */
  readonly history: FactorHistory | null;
  /** A year's volatility as stated; null where the history tells. Interest rates: absolute (0.004: 40 basis points). */
  readonly volatility: number | null;
  /** A scenario's change over the horizon in every trial, in the terms of `quantity`; null: drawn. */
  readonly forced: number | null;
}

/** Daily observations, oldest first, newest last. */
export interface FactorHistory {
  /** Days since 1970-01-01. */
  readonly days: readonly number[];
  readonly levels: readonly number[];
  /** For a footnote: "H.10 noon buying rates, JPY/USD, 2004-03-31 to 2006-03-31". */
  readonly source: string;
  /** What a reader of its risk figures must know: days missing, a peg, a new currency unit. Empty for most. */
  readonly warnings: readonly string[];
}

/** How value at risk is measured, printed with each number. */
export interface MarketMethod {
  readonly method: 'historical-simulation' | 'parametric' | 'monte-carlo';
  /** Of historical simulation: `sample` takes the changes as they were, the others rescale them to that volatility. */
  readonly volatility: 'sample' | 'ewma' | 'stated';
  /** Decay of the EWMA: 0.94 daily (RiskMetrics 1996). */
  readonly decay: number;
  /** Daily changes that are used, the newest ones. */
  readonly window: number;
  /** Trading days. */
  readonly horizonDays: number;
  /** Confidence level: 0.99. */
  readonly level: number;
  readonly mean: 'zero' | 'sample';
  /** How a horizon of several days comes from daily changes. */
  readonly horizonRule: 'overlapping' | 'square-root-of-time';
  readonly quantileRule: 'order-statistic' | 'interpolated';
  /**
   * How a year's change reaches what accrues over the year (interest, revenue in another currency). `year-average`:
   * the market moves through the year, so its average moves by 1/√3 of what its end does; `whole-year`: the change
   * holds from the first day on.
   */
  readonly accrual: 'year-average' | 'whole-year';
}
