import { NORMAL_975 } from '../distributions/special-functions/normal-quantile.js';
import { noEstimate, withoutError } from '../results/estimate.js';
import type { Estimate } from '../results/results.js';
import { momentsOf } from './moments.js';
import { type OrderedValues, orderedValues } from './ordered-values.js';
import type { Tally } from './totals.js';

/** Above this, Hall's transformation of a deviation held the exact value in fewer than 93 of 100 runs (`npm run bench:risk-coverage`). */
const MOST_SKEWED = 0.04;
/** Fewer values tell nothing of a fourth moment. */
const FEWEST = 10;

/** Of the law's mean: s / √n, and an interval that allows for skewness. None where the law has no mean. */
export function meanEstimate({ moments, momentsBelow }: Pick<Tally, 'moments' | 'momentsBelow'>): Estimate {
  if (momentsBelow <= 1) return noEstimate('the law has no mean');
  const { count, mean, second, third } = moments;
  if (momentsBelow <= 2) return withoutError(mean, 'the law has no variance, so its mean no standard error');
  if (count < 2) return withoutError(mean, 'one trial tells no error');
  const deviation = Math.sqrt(second / (count - 1));
  if (!Number.isFinite(deviation)) return withoutError(mean, 'the amounts are too large to square');
  const skewness = third / count / (second / count) ** 1.5;
  return skewedEstimate(mean, deviation / Math.sqrt(count), skewness, count);
}

/** The same of a sample of which every value is kept. */
export function sampleMeanEstimate(
  values: ArrayLike<number>,
  momentsBelow = Number.POSITIVE_INFINITY,
): Estimate {
  return meanEstimate({ moments: momentsOf(values), momentsBelow });
}

/**
 * Of the law's standard deviation, by the fourth moment; the interval is that of the mean of squared deviations, with
 * their own skewness. Where a few trials make up most of it (a heavy tail), no interval would hold what it says: none.
 */
export function deviationEstimate(tally: Tally, values: OrderedValues = orderedValues(tally)): Estimate {
  const { moments, momentsBelow } = tally;
  if (momentsBelow <= 2) return noEstimate('the law has no variance');
  const { count, mean, second, fourth } = moments;
  if (count < 2) return noEstimate('one trial tells no deviation');
  const deviation = Math.sqrt(second / (count - 1));
  if (!Number.isFinite(deviation)) return noEstimate('the amounts are too large to square');
  if (momentsBelow <= 4)
    return withoutError(deviation, 'the law has no fourth moment, so its deviation no standard error');
  if (deviation === 0) return { value: 0, standardError: 0, low: 0, high: 0 };
  if (count < FEWEST) return withoutError(deviation, 'too few trials to tell its error');
  const variance = second / count;
  // Of squared deviations in units of the variance: variance and skewness.
  const spread = fourth / count / variance ** 2 - 1;
  if (!Number.isFinite(spread))
    return withoutError(deviation, 'the amounts are too large to raise to the fourth power');
  if (!(spread > 1e-12)) return { value: deviation, standardError: 0, low: deviation, high: deviation };
  const standardError = (deviation * Math.sqrt(spread / count)) / 2;
  const sixth =
    values.sum((x) => {
      const square = ((x - mean) * (x - mean)) / variance;
      return square * square * square;
    }) / count;
  const skewness = (sixth - 3 * (spread + 1) + 2) / spread ** 1.5;
  if (!(skewness / (3 * Math.sqrt(count)) < MOST_SKEWED)) {
    return {
      ...withoutError(deviation, 'a few trials make up most of it: too few trials for an interval'),
      standardError,
    };
  }
  const { low, high } = skewedEstimate(deviation ** 2, 2 * deviation * standardError, skewness, count);
  return {
    value: deviation,
    standardError,
    low: Math.sqrt(Math.max(0, low as number)),
    high: Math.sqrt(high as number),
  };
}

/**
 * Of the value that a share `p` of trials does not exceed: the order statistic ⌈np⌉, and between which order statistics
 * the law's own quantile lies (the number of trials below it is binomial; with the correction for its skewness, and
 * interpolated as in Nyblom, J. Stat. Comput. Simul. 41, 1992). The interval is widened to the edges of the sketch's
 * buckets; the standard error is not.
 */
export function quantileEstimate(values: OrderedValues, p: number): Estimate {
  const { count } = values;
  const { value } = values.at(Math.min(count, Math.max(1, Math.ceil(roundedRank(count * p)))));
  const centre = count * p + 0.5 + ((1 - 2 * p) * (NORMAL_975 * NORMAL_975 - 1)) / 6;
  const half = NORMAL_975 * Math.sqrt(count * p * (1 - p));
  const low = between(values, centre - half, 'low');
  const high = between(values, centre + half, 'high');
  if (low !== null && high !== null) {
    const [from, to] = [centre - half, centre + half].map((rank) => between(values, rank, 'near') as number);
    return {
      value,
      standardError: ((to as number) - (from as number)) / (2 * NORMAL_975),
      low: Math.min(low, value),
      high: Math.max(high, value),
    };
  }
  const side = low === null ? 'below' : 'above';
  return {
    value,
    standardError: null,
    low,
    high,
    why: `too few trials lie ${side} to bound it on that side`,
  };
}

/**
 * Of the loss that is exceeded with probability 1 − level: the order statistic ⌈n · level⌉ of the losses, positive.
 */
export function valueAtRiskEstimate(values: OrderedValues, level: number): Estimate {
  const { count } = values;
  const rank = count + 1 - Math.min(count, Math.max(1, Math.ceil(roundedRank(count * level))));
  const { standardError, low, high, why } = quantileEstimate(values, 1 - level);
  const value = negated(values.at(rank).value);
  const estimate = {
    value,
    standardError,
    low: flip(high, value, Math.min),
    high: flip(low, value, Math.max),
  };
  return why === undefined ? estimate : { ...estimate, why: swapSides(why) };
}

/**
 * Of the mean loss in the worst 1 − level of trials, with the part of an atom that falls in them. Standard error
 * √((Var(tail) + level · (ES − VaR)²) / (n (1 − level))) (Manistre and Hancock, NAAJ 9(2), 2005), the interval with
 * the skewness of the same influence function.
 */
export function expectedShortfallEstimate(
  values: OrderedValues,
  level: number,
  { momentsBelow }: Pick<Tally, 'momentsBelow'>,
): Estimate {
  if (momentsBelow <= 1) return noEstimate('the law has no mean, so no expected shortfall');
  const { count } = values;
  const inTail = count * (1 - level);
  const { value: varIncome } = values.at(Math.min(count, Math.floor(roundedRank(inTail)) + 1));
  const sums = values.lowest(inTail, varIncome);
  // Of the losses beyond VaR, y = VaR income − income, in the tail.
  const [y1, y2, y3] = [-sums.first / inTail, sums.second / inTail, -sums.third / inTail];
  const value = negated(varIncome) + y1;
  if (momentsBelow <= 2)
    return withoutError(value, 'the law has no variance, so its expected shortfall no standard error');
  if (inTail < 2) return withoutError(value, 'too few trials lie in the tail to tell its error');
  // The influence function is VaR + y / (1 − level) in the tail, VaR elsewhere: moments of a mixture with an atom at 0.
  const tail = 1 - level;
  const [m1, m2, m3] = [y1, y2 / tail, y3 / tail ** 2];
  const variance = m2 - m1 * m1;
  if (!(variance > 0)) return { value, standardError: 0, low: value, high: value };
  if (!Number.isFinite(variance)) return withoutError(value, 'the amounts are too large to square');
  const skewness = (m3 - 3 * m1 * m2 + 2 * m1 ** 3) / variance ** 1.5;
  return skewedEstimate(value, Math.sqrt(variance / count), skewness, count);
}

/**
 * An interval for a mean of skewed values: P. Hall's monotone transformation of the studentised mean (JRSS B 54, 1992),
 * which is normal to the next order in n.
 */
function skewedEstimate(value: number, standardError: number, skewness: number, count: number): Estimate {
  if (standardError === 0) return { value, standardError, low: value, high: value };
  if (!Number.isFinite(skewness)) {
    return { ...withoutError(value, 'the amounts are too large to raise to the third power'), standardError };
  }
  const a = skewness / (3 * Math.sqrt(count));
  const place = (z: number) => (Math.abs(a) < 1e-9 ? z : (Math.cbrt(1 + 3 * a * (z - a / 2)) - 1) / a);
  return {
    value,
    standardError,
    low: value - standardError * place(NORMAL_975),
    high: value - standardError * place(-NORMAL_975),
  };
}

/** The value at a rank that may lie between two, by its bucket's edge or place in it; null outside the ranks. */
function between(values: OrderedValues, rank: number, side: 'low' | 'high' | 'near'): number | null {
  const lower = Math.floor(rank);
  if (lower < 1 || Math.ceil(rank) > values.count) return null;
  const below = values.at(lower)[side];
  const above = values.at(Math.ceil(rank))[side];
  return below + (rank - lower) * (above - below);
}

/** 0.95 · 1000 is 950.0000000000001 less a bit: a rank that is whole but for rounding is whole. */
function roundedRank(rank: number): number {
  const whole = Math.round(rank);
  return Math.abs(rank - whole) < 1e-9 * Math.max(1, whole) ? whole : rank;
}

function flip(bound: number | null, value: number, keep: (a: number, b: number) => number): number | null {
  return bound === null ? null : keep(negated(bound), value);
}

function swapSides(why: string): string {
  return why.replace(/below|above/, (side) => (side === 'below' ? 'above' : 'below'));
}

/** −x, but 0 stays 0. */
function negated(x: number): number {
  return x === 0 ? 0 : -x;
}
