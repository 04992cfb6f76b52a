import { meanOf } from '../../simulation/moments.js';
import { jointChanges } from './joint-changes.js';
import { deviationOf, type JointLaw, jointLaw } from './joint-law.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { toVolatility } from './value-at-risk.js';
import { sampleVolatility, TRADING_DAYS } from './volatility.js';

/**
 * Trading days that are drawn together, one month: the bootstrap keeps what days of one month have in common (calm and
 * stormy weeks, mean reversion), which days drawn one by one would lose. Source of the method, with blocks that wrap
 * round the end: D. Politis, J. Romano, "A circular block-resampling procedure for stationary data", 1992.
 */
const BLOCK_DAYS = 21;
/** A history of fewer days has too few months in it: its days are drawn one by one. */
export const LEAST_DAYS_FOR_BLOCKS = 3 * BLOCK_DAYS;

/** Sums of the 21 days from each day of the common history on, or of one where it is short. */
export interface HistoricalMonths {
  /** A column a factor; null where it has no history. */
  readonly sums: readonly (Float64Array | null)[];
  /** Days that a month may start on. */
  readonly starts: number;
  /** Months, or days, of a year. */
  readonly draws: number;
}

/** Throws `InputError` as `jointChanges`. */
export function historicalMonths(factors: readonly MarketFactor[], method: MarketMethod): HistoricalMonths {
  const joint = jointChanges(factors, method.window);
  const starts = joint.days.length;
  const length = starts < LEAST_DAYS_FOR_BLOCKS ? 1 : BLOCK_DAYS;
  const sums = factors.map((factor) => {
    const changes = joint.changes[joint.factors.indexOf(factor)];
    return changes === undefined ? null : blockSums(prepared(changes, factor, method), length);
  });
  return { sums, starts, draws: TRADING_DAYS / length };
}

/**
 * A year's volatility of each factor, of the changes of its logarithm (of interest rates, of the rate): as the sampler
 * draws it, so by historical simulation that of months put together, not of single days.
 */
export function yearlyVolatilities(factors: readonly MarketFactor[], method: MarketMethod): Float64Array {
  const months = method.method === 'historical-simulation' ? historicalMonths(factors, method) : null;
  return yearDeviations(jointLaw(factors, method), months);
}

/** The same of a law and months that are made already. */
export function yearDeviations({ deviations }: JointLaw, months: HistoricalMonths | null): Float64Array {
  return deviations.map((deviation, at) => {
    const sums = months?.sums[at] ?? null;
    if (sums === null) return deviation * Math.sqrt(TRADING_DAYS);
    return sampleVolatility(sums, 0, sums.length, 'sample') * Math.sqrt(months?.draws ?? 0);
  });
}

function prepared(changes: Float64Array, factor: MarketFactor, method: MarketMethod): Float64Array {
  const rescaled = toVolatility(
    changes,
    method,
    method.volatility === 'stated' ? yearOf(factor, method) : null,
  );
  if (method.mean === 'sample') return rescaled;
  const mean = meanOf(rescaled);
  return rescaled.map((change) => change - mean);
}

function yearOf(factor: MarketFactor, method: MarketMethod): number {
  return deviationOf(factor, null, method) * Math.sqrt(TRADING_DAYS);
}

/**
 * The sums of `length` days from each day on, wrapped round the end. Days drawn round the mean of the sample lack
 * length / n of the variance that independent days have, because the mean follows them: it is put back.
 */
function blockSums(changes: Float64Array, length: number): Float64Array {
  const n = changes.length;
  const mean = meanOf(changes);
  const spread = Math.sqrt(n / (n - length));
  return changes.map((_, start) => {
    let sum = 0;
    for (let day = 0; day < length; day++) sum += (changes[(start + day) % n] as number) - mean;
    return length * mean + spread * sum;
  });
}
