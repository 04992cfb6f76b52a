import type { RandomStream } from '../random/random-stream.js';

/** A law of one random quantity, ready to be asked and drawn from. One conformance suite covers every one. */
export interface Distribution {
  /** NaN where the law has none. */
  readonly mean: number;
  /** Infinity or NaN where the law has none. */
  readonly variance: number;
  /** Moments of every order below this are finite: Infinity for most laws, the shape of a Pareto, 1/ξ of a GPD. */
  readonly momentsBelow: number;
  readonly support: readonly [low: number, high: number];
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** The least x with P(X ≤ x) ≥ p, for p in [0, 1]. */
  quantile(p: number): number;
  /**
   * The quantile by interpolation, a hundred times as fast, where it takes long to compute: for drawing, within 1e-8 of
   * the law's spread. Absent where the quantile is fast itself: `law.tabulatedQuantile ?? law.quantile`.
   */
  readonly tabulatedQuantile?: (p: number) => number;
  /** E[min(X, d)], the limited expected value: what an amount costs on average where it is capped at d. −∞ where the left tail has no mean. */
  limitedMean(d: number): number;
  /** One draw. */
  sample(random: RandomStream): number;
  /** Draws for `out[from]` up to, not with, `out[to]`: the same law as `sample`, faster. */
  fill(random: RandomStream, out: Float64Array, from: number, to: number): void;
}
