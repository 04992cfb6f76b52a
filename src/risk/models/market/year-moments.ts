import { type HistoricalMonths, historicalMonths, yearDeviations } from './historical-months.js';
import { jointLaw } from './joint-law.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { TRADING_DAYS } from './volatility.js';

/** Weights on the year's changes X of factors, a number a factor: logarithms, of interest rates the rate itself. */
export type Weights = Float64Array;

/** Moments of the year's changes in closed form. */
export interface YearMoments {
  /** E exp(u · X). */
  exponential(weights: Weights): number;
  /** E X_r exp(u · X). */
  tilted(factor: number, weights: Weights): number;
  /** E X_r X_q. */
  product(factor: number, other: number): number;
  /** Where a factor's own law is normal; null for one that is drawn from months. */
  normal(factor: number): { readonly mean: number; readonly deviation: number } | null;
}

/**
 * Exact moments of what `marketFactorsSampler` draws: of the joint normal law, or of sums of twelve independent months
 * of history, E exp(u · X) = (the mean over the months of exp(u · month))¹². `tied`: variables of correlations; a tied
 * factor is normal and independent here, so that only one of them may enter a question.
 */
export function yearMoments(
  factors: readonly MarketFactor[],
  method: MarketMethod,
  tied: ReadonlySet<string>,
): YearMoments {
  const law = jointLaw(factors, method);
  const months = method.method === 'historical-simulation' ? historicalMonths(factors, method) : null;
  const deviations = yearDeviations(law, months);
  const n = factors.length;
  const sums = factors.map((factor, at) => (isAlone(factor, tied) ? null : (months?.sums[at] ?? null)));
  const means = factors.map((factor, at) => {
    if (factor.forced === null) return TRADING_DAYS * (law.means[at] as number);
    return factor.quantity === 'interest-rate' ? factor.forced : Math.log1p(factor.forced);
  });
  const covariance = (row: number, column: number): number => {
    const [one, other] = [factors[row] as MarketFactor, factors[column] as MarketFactor];
    if (one.forced !== null || other.forced !== null) return 0;
    if (row === column) return (deviations[row] as number) ** 2;
    if (months !== null || isAlone(one, tied) || isAlone(other, tied)) return 0;
    let sum = 0;
    for (let k = 0; k < n; k++) {
      sum += (law.mixing[row * n + k] as number) * (law.mixing[column * n + k] as number);
    }
    return TRADING_DAYS * sum;
  };
  const ofMonths = monthMoments(sums, months);
  /** Derivative of the normal part's exponent by a weight. */
  const slope = (factor: number, weights: Weights): number => {
    let sum = means[factor] as number;
    for (let at = 0; at < n; at++) {
      if (sums[at] === null) sum += covariance(factor, at) * (weights[at] as number);
    }
    return sum;
  };
  const exponential = (weights: Weights): number => {
    let exponent = 0;
    for (let at = 0; at < n; at++) {
      const weight = weights[at] as number;
      if (weight === 0 || sums[at] !== null) continue;
      exponent += weight * ((means[at] as number) + (slope(at, weights) - (means[at] as number)) / 2);
    }
    return Math.exp(exponent) * ofMonths.exponential(weights);
  };
  const tiltedMean = (factor: number, weights: Weights): number =>
    sums[factor] === null ? slope(factor, weights) : ofMonths.tiltedMean(factor, weights);
  const none = new Float64Array(n);
  return {
    exponential,
    tilted: (factor, weights) => tiltedMean(factor, weights) * exponential(weights),
    product(factor, other) {
      if (sums[factor] !== null && sums[other] !== null) return ofMonths.product(factor, other);
      const shared = sums[factor] === null && sums[other] === null ? covariance(factor, other) : 0;
      return shared + tiltedMean(factor, none) * tiltedMean(other, none);
    },
    normal(factor) {
      if (sums[factor] !== null) return null;
      return { mean: means[factor] as number, deviation: Math.sqrt(covariance(factor, factor)) };
    },
  };
}

function isAlone({ id, forced }: MarketFactor, tied: ReadonlySet<string>): boolean {
  return forced !== null || tied.has(`factor.${id}`);
}

/** Of the sum of `draws` independent months, each start as likely as the others. */
function monthMoments(sums: readonly (Float64Array | null)[], months: HistoricalMonths | null) {
  const { starts = 0, draws = 0 } = months ?? {};
  const average = (weights: Weights, times: (start: number) => number): number => {
    let total = 0;
    for (let start = 0; start < starts; start++) {
      let exponent = 0;
      sums.forEach((column, at) => {
        if (column !== null) exponent += (weights[at] as number) * (column[start] as number);
      });
      total += Math.exp(exponent) * times(start);
    }
    return total / starts;
  };
  const value = (factor: number, start: number) => sums[factor]?.[start] ?? 0;
  const none = new Float64Array(sums.length);
  return {
    exponential: (weights: Weights): number => (starts === 0 ? 1 : average(weights, () => 1) ** draws),
    tiltedMean: (factor: number, weights: Weights): number =>
      (draws * average(weights, (start) => value(factor, start))) / average(weights, () => 1),
    product(factor: number, other: number): number {
      const [one, two] = [factor, other].map((at) => average(none, (start) => value(at, start))) as [
        number,
        number,
      ];
      const both = average(none, (start) => value(factor, start) * value(other, start));
      return draws * both + draws * (draws - 1) * one * two;
    },
  };
}
