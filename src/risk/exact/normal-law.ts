import {
  normalCdf,
  normalDensity,
  normalUpperTail,
} from '../distributions/special-functions/error-function.js';
import { normalQuantile } from '../distributions/special-functions/normal-quantile.js';
import type { LossLaw } from './loss-law.js';

/** A normal loss: what normal amounts add up to, in closed form. */
export class NormalLaw implements LossLaw {
  readonly method = 'normal';
  readonly mean: number;
  readonly deviation: number;
  readonly skewness = 0;

  constructor(mean: number, deviation: number) {
    this.mean = mean;
    this.deviation = deviation;
  }

  cdf(loss: number): number {
    if (this.deviation === 0) return loss >= this.mean ? 1 : 0;
    return normalCdf((loss - this.mean) / this.deviation);
  }

  quantile(p: number): number {
    return this.deviation === 0 ? this.mean : this.mean + this.deviation * normalQuantile(p);
  }

  bounds(p: number): readonly [low: number, high: number] {
    return [this.quantile(p), this.quantile(p)];
  }

  errorAt(_p: number): number {
    return 0;
  }

  cellAt(_p: number): number {
    return 0;
  }

  valueAtRisk(level: number): number {
    return this.quantile(level);
  }

  /** mean + deviation · φ(z) / (1 − level). */
  expectedShortfall(level: number): number {
    return this.mean + (this.deviation * normalDensity(normalQuantile(level))) / (1 - level);
  }

  stopLoss(retention: number): number {
    const above = this.mean - retention;
    if (this.deviation === 0) return Math.max(0, above);
    const z = -above / this.deviation;
    return this.deviation * normalDensity(z) + above * normalUpperTail(z);
  }
}

/** The sum of independent normal losses. */
export function normalSum(
  losses: readonly { readonly mean: number; readonly deviation: number }[],
): NormalLaw {
  return new NormalLaw(
    losses.reduce((sum, { mean }) => sum + mean, 0),
    Math.hypot(...losses.map(({ deviation }) => deviation)),
  );
}
