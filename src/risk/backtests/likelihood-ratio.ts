import { erfc } from '../distributions/special-functions/error-function.js';

export interface LikelihoodRatioTest {
  readonly statistic: number;
  /** By the chi-square law that the statistic approaches for many exceptions. */
  readonly pValue: number;
}

/** n ln p, with 0 ln 0 = 0. */
export function logLikelihood(count: number, probability: number): number {
  return count === 0 ? 0 : count * Math.log(probability);
}

/** P(χ² > statistic) for one or two degrees of freedom. */
export function chiSquareTail(statistic: number, freedom: 1 | 2): number {
  return freedom === 1 ? erfc(Math.sqrt(statistic / 2)) : Math.exp(-statistic / 2);
}
