import type { CompoundMoments } from './compound-moments.js';

/** The law of a loss over the year, without simulation: a loss is positive, a gain negative, in the reporting currency. */
export interface LossLaw extends CompoundMoments {
  readonly method: 'panjer' | 'fft' | 'normal';
  /** P(S ≤ loss). */
  cdf(loss: number): number;
  /** The least loss s with P(S ≤ s) ≥ p, for p in [0, 1]; Infinity where no grid reaches it. */
  quantile(p: number): number;
  /** Bounds that the quantile keeps whatever the cell. */
  bounds(p: number): readonly [low: number, high: number];
  /** How far the quantile may be off for its cells being no smaller: an estimate, where `bounds` are certain and wide. */
  errorAt(p: number): number;
  /** The size of the grid's cell where the quantile at p lies; 0 without a grid. */
  cellAt(p: number): number;
  /** The loss that is exceeded in no more than 1 − level of the years: `quantile(level)`. */
  valueAtRisk(level: number): number;
  /** The mean of the worst 1 − level of the years; Infinity where the law has no mean. */
  expectedShortfall(level: number): number;
  /** E[(S − retention)+]. */
  stopLoss(retention: number): number;
}
