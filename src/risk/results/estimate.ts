import { NORMAL_975 } from '../distributions/special-functions/normal-quantile.js';
import type { Estimate } from './results.js';

/** An estimate that is about normal: its 95% interval lies 1.96 standard errors to each side. */
export function estimateOf(value: number, standardError: number): Estimate {
  if (!Number.isFinite(value)) return noEstimate('there is no finite value');
  if (!Number.isFinite(standardError)) return withoutError(value, 'the law has no variance');
  const half = NORMAL_975 * standardError;
  return { value, standardError, low: value - half, high: value + half };
}

/** A value whose error is not known, and why. */
export function withoutError(value: number, why: string): Estimate {
  return { value, standardError: null, low: null, high: null, why };
}

/** No value, and why. */
export function noEstimate(why: string): Estimate {
  return { value: null, standardError: null, low: null, high: null, why };
}

/**
 * Of a probability, from so many cases in so many trials: the score interval of E. Wilson (JASA 22, 1927), which holds
 * near 0 and 1 too. The standard error is half of it in units of a normal's, so that it is not 0 where nothing was hit.
 */
export function probabilityEstimate(cases: number, trials: number): Estimate {
  const share = cases / trials;
  const square = NORMAL_975 ** 2;
  const centre = (share + square / (2 * trials)) / (1 + square / trials);
  const standardError =
    Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials)) / (1 + square / trials);
  const half = NORMAL_975 * standardError;
  return {
    value: share,
    standardError,
    low: cases === 0 ? 0 : Math.max(0, centre - half),
    high: cases === trials ? 1 : Math.min(1, centre + half),
  };
}

export const NO_VARIANCE = 'no standard error: the law has no variance';
