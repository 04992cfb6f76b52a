import { meanOf } from '../../simulation/moments.js';
import type { MarketMethod } from './market-factor.js';

/** Changes over a horizon. */
export interface HorizonChanges {
  readonly changes: Float64Array;
  /** How many of them are worth one that shares no day with the others: 1 where none do. */
  readonly overlap: number;
}

/**
 * Changes over the method's horizon from daily ones: sums of overlapping days, or each day's change away from the mean
 * times √days. The mean of the sample is taken out, or counts once for each day of the horizon.
 */
export function toHorizon(daily: Float64Array, method: MarketMethod): HorizonChanges {
  const { horizonDays: days } = method;
  const mean = meanOf(daily);
  const drift = method.mean === 'zero' ? 0 : mean;
  if (days > 1 && method.horizonRule === 'overlapping') {
    const changes = overlappingSums(daily, days).map((sum) => sum + days * (drift - mean));
    return { changes, overlap: overlapWorth(days) };
  }
  const root = Math.sqrt(days);
  return { changes: daily.map((change) => days * drift + root * (change - mean)), overlap: 1 };
}

/** Sums of every `days` neighbouring changes: n − days + 1 of them. */
export function overlappingSums(changes: Float64Array, days: number): Float64Array {
  const sums = new Float64Array(Math.max(0, changes.length - days + 1));
  for (let at = 0; at < sums.length; at++) {
    let sum = 0;
    for (let day = 0; day < days; day++) sum += changes[at + day] as number;
    sums[at] = sum;
  }
  return sums;
}

/**
 * How many overlapping sums of independent days are worth one that shares no day: (2 h² + 1) / (3 h), the sum of the
 * squares of their correlations 1 − k / h. That is the inflation of the variance of a variance; of the share of losses
 * beyond a quantile it is a bound, because far out neighbours have less in common (simulated, h = 10: 5 at 95%, not 6.7).
 */
export function overlapWorth(days: number): number {
  return (2 * days * days + 1) / (3 * days);
}
