import type { Measure } from '../waterfall/measure.js';

/** A number with its error. `standardError` and the interval are null where the law has none, and `why` says so. */
export interface Estimate {
  readonly value: number | null;
  readonly standardError: number | null;
  /** The 95% interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why there is no value or no error: "the law has no mean". */
  readonly why?: string;
}

/** What a law is known to be, to compare the simulated with. */
export interface ExactValues {
  /** "FFT of a compound Poisson law", "sum of normals". */
  readonly method: string;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly quantiles: readonly { readonly level: number; readonly value: number }[];
  /** By the method's own grid, at most; 0 where closed form. */
  readonly error: number;
}

/** An estimate at a level of confidence, or at a probability. */
export interface EstimateAt {
  readonly level: number;
  readonly estimate: Estimate;
}

/** One quantity over all trials: the change of a measure from its base, or a risk's own effect. Income is positive, a loss negative. */
export interface Spread {
  readonly mean: Estimate;
  readonly deviation: Estimate;
  readonly quantiles: readonly EstimateAt[];
  /** Loss at each confidence level, positive: VaR 95% is the loss that 5% of trials reach or exceed. */
  readonly valueAtRisk: readonly EstimateAt[];
  readonly expectedShortfall: readonly EstimateAt[];
  /** P(loss > loss), from certain to rare. */
  readonly exceedance: readonly { readonly loss: number; readonly probability: Estimate }[];
  /** Counts between edges: `counts.length` is `edges.length - 1`. What lies outside is counted in the last ones. */
  readonly histogram: { readonly edges: readonly number[]; readonly counts: readonly number[] };
  readonly exact: ExactValues | null;
}

export interface MeasureResult {
  readonly measure: Measure;
  /** `JPY`, or `USD` for the value of an ADS. */
  readonly unit: string;
  readonly base: number;
  readonly change: Spread;
  /** Of an operating loss (operating-income), of a net loss (net-income); null for other measures. */
  readonly probabilityOfLoss: Estimate | null;
  readonly contributions: Contributions | null;
}

/** What each risk adds to the value at risk or the expected shortfall of a measure at a level. */
export interface Contributions {
  readonly of: 'expected-shortfall' | 'value-at-risk';
  /**
   * `euler` where the measure is additive over the risks in every trial; else `shapley`: the Shapley value of each tail
   * trial's change through the waterfall, which is the same where the measure is additive. Both sum exactly.
   */
  readonly method: 'euler' | 'shapley';
  readonly level: number;
  /** Trials that it was measured on: a sample of the run, so that the total may differ from the run's by its error. */
  readonly trials: number;
  readonly total: Estimate;
  /** The largest first; a loss is positive, a risk that softens the others' negative. */
  readonly parts: readonly { readonly risk: string; readonly estimate: Estimate }[];
}

export interface RiskResult {
  readonly risk: string;
  readonly heading: string;
  readonly category: string;
  readonly kind: string;
  /** What `effect` is measured on; `none`: it moves no measure (votes without an issue of shares). */
  readonly effectOn: 'income-before-tax' | 'other-comprehensive-income' | 'ads-value' | 'none';
  /** Its effect alone. An ADS position: the change of the logarithm of the dollars an ADS is worth. */
  readonly effect: Spread | null;
  readonly occurrences: { readonly mean: Estimate; readonly probabilityOfAny: Estimate } | null;
}
