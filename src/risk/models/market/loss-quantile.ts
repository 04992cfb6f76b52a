import { NORMAL_975 } from '../../distributions/special-functions/normal-quantile.js';
import type { MarketMethod } from './market-factor.js';

/** What rounding does to n(1 − a) must not move the rank: 10 · (1 − 0.9) is 0.9999999999999998 in doubles. */
const RANK_SLACK = 1e-9;
/** Up to here the binomial interval is summed exactly, beyond it the normal approximation is as good. */
const MOST_EXACT = 5000;

/**
 * Value at risk of n equally likely losses, sorted ascending. `order-statistic`: the k-th largest with
 * k = floor(n(1 − a)) + 1, the least loss that no more than a share 1 − a of the losses exceed. `interpolated`:
 * linear between neighbours at rank 1 + (n − 1) a (Hyndman and Fan's type 7, what spreadsheets do).
 */
export function lossQuantile(
  sorted: Float64Array,
  level: number,
  rule: MarketMethod['quantileRule'],
): number {
  const n = sorted.length;
  if (rule === 'order-statistic') return sorted[n - lossRank(n, level)] as number;
  const at = (n - 1) * level;
  const below = Math.floor(at + RANK_SLACK);
  const lower = sorted[below] as number;
  const upper = sorted[Math.min(n - 1, below + 1)] as number;
  return lower + Math.max(0, at - below) * (upper - lower);
}

/** k: the value at risk is the k-th largest of n losses. */
export function lossRank(n: number, level: number): number {
  return Math.min(n, Math.floor(n * (1 - level) + RANK_SLACK) + 1);
}

/**
 * Expected shortfall of n equally likely losses, sorted ascending: the mean of the worst share 1 − a, of the loss at
 * its edge only the part that belongs to it. Source: C. Acerbi, D. Tasche, "On the coherence of expected shortfall", 2002.
 */
export function lossShortfall(sorted: Float64Array, level: number): number {
  const n = sorted.length;
  const rank = lossRank(n, level);
  let beyond = 0;
  for (let at = n - rank + 1; at < n; at++) beyond += sorted[at] as number;
  const share = n * (1 - level);
  const edge = sorted[n - rank] as number;
  return share < RANK_SLACK ? edge : (beyond + (share - (rank - 1)) * edge) / share;
}

/** An error bar: the value's standard error, and an interval that holds it with 95%; null where an end is open. */
export interface ErrorBar {
  readonly standardError: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Of `lossQuantile`. The interval is by order statistics (the ranks between which a binomial number falls with 95%):
 * it has no upper end where the losses are too few for one. The standard error is that of J. Maritz and R. Jarrett,
 * JASA 73 (1978): the deviation of the order statistic if the losses were drawn again. `overlap`: days by which
 * neighbouring losses share a horizon, or times that each is repeated; n such losses are worth n / overlap.
 */
export function quantileErrorBar(sorted: Float64Array, level: number, overlap: number): ErrorBar {
  const n = sorted.length;
  const { lower, upper } = intervalRanks(n, level, overlap);
  return {
    standardError: orderStatisticDeviation(sorted, n - lossRank(n, level) + 1, overlap),
    low: lower < 1 ? null : (sorted[lower - 1] as number),
    high: upper > n ? null : (sorted[upper - 1] as number),
  };
}

/** sqrt((Var(tail) + a (ES − VaR)²) / (n (1 − a))): the asymptotic deviation of the mean of the tail (Manistre and Hancock 2005). */
export function shortfallErrorBar(sorted: Float64Array, level: number, overlap: number): ErrorBar {
  const n = sorted.length;
  const rank = lossRank(n, level);
  const shortfall = lossShortfall(sorted, level);
  const edge = sorted[n - rank] as number;
  let squares = 0;
  for (let at = n - rank; at < n; at++) squares += ((sorted[at] as number) - shortfall) ** 2;
  const variance = squares / rank + level * (shortfall - edge) ** 2;
  const standardError = Math.sqrt((overlap * variance) / Math.max(1, n * (1 - level)));
  const half = NORMAL_975 * standardError;
  return { standardError, low: shortfall - half, high: shortfall + half };
}

/** Ranks from 1, ascending; lower 0 or upper n + 1: no such order statistic. */
function intervalRanks(n: number, level: number, overlap: number): { lower: number; upper: number } {
  if (overlap > 1) {
    // The ranks among so many independent losses, stretched over all.
    const worth = Math.max(1, Math.floor(n / overlap));
    const ranks = intervalRanks(worth, level, 1);
    const upper = ranks.upper > worth ? n + 1 : Math.ceil((ranks.upper * n) / worth);
    return { lower: Math.floor((ranks.lower * n) / worth), upper };
  }
  if (n > MOST_EXACT) {
    const half = NORMAL_975 * Math.sqrt(n * level * (1 - level));
    return {
      lower: Math.max(0, Math.floor(n * level - half)),
      upper: Math.min(n + 1, Math.ceil(n * level + half) + 1),
    };
  }
  // By the number E of losses beyond the quantile, binomial (n, 1 − a): the tail is short, so its ranks come first.
  let logarithm = n * Math.log(level);
  const odds = Math.log1p(-level) - Math.log(level);
  let [cumulated, upper] = [0, n + 1];
  for (let beyond = 0; beyond < n; beyond++) {
    cumulated += Math.exp(logarithm);
    if (cumulated <= 0.025) upper = n - beyond;
    if (cumulated >= 0.975) return { lower: n - beyond, upper };
    logarithm += Math.log((n - beyond) / (beyond + 1)) + odds;
  }
  return { lower: 0, upper };
}

/**
 * Of the rank-th smallest of n losses that are worth n / overlap: weights are those of the beta density of its
 * probability, at the middles of the steps.
 */
function orderStatisticDeviation(sorted: Float64Array, rank: number, overlap: number): number {
  const n = sorted.length;
  const [before, after] = [(rank - 1) / overlap, (n - rank) / overlap];
  const mode = before + after === 0 ? 0.5 : before / (before + after);
  const peak = Math.min(1 - 0.5 / n, Math.max(0.5 / n, mode));
  const top = before * Math.log(peak) + after * Math.log1p(-peak);
  let [weights, first, second] = [0, 0, 0];
  const centre = sorted[rank - 1] as number;
  for (let at = 0; at < n; at++) {
    const p = (at + 0.5) / n;
    const weight = Math.exp(before * Math.log(p) + after * Math.log1p(-p) - top);
    const away = (sorted[at] as number) - centre;
    weights += weight;
    first += weight * away;
    second += weight * away * away;
  }
  return Math.sqrt(Math.max(0, second / weights - (first / weights) ** 2));
}
