import { percentText } from '../../percent-text.js';
import { lossRank } from './loss-quantile.js';
import type { MarketMethod } from './market-factor.js';

/**
 * What must be printed with a value at risk: sign, horizon, level, method and volatility, mean, horizon rule, quantile
 * rule. Plain sentences, to be joined or listed.
 *
 * @param repetitions how often each day stands beside draws of factors without a history
 */
export function valueAtRiskStatement(
  method: MarketMethod,
  observations: number,
  draws: number,
  repetitions = 1,
): string {
  return [
    'Losses are positive.',
    `Horizon ${days(method.horizonDays)}, confidence level ${percentText(method.level)}: the loss is expected to be larger on one of ${+(1 / (1 - method.level)).toPrecision(3)} such horizons.`,
    methodSentence(method, observations, draws),
    meanSentence(method),
    ...horizonSentence(method),
    quantileSentence(method, observations, draws, repetitions),
  ].join(' ');
}

function methodSentence(method: MarketMethod, observations: number, draws: number): string {
  const { decay, volatility } = method;
  const source = {
    sample: `the volatility of the newest ${observations} daily changes`,
    ewma: `an exponentially weighted volatility (decay ${decay}) of the newest ${observations} daily changes`,
    stated: 'a stated volatility',
  }[volatility];
  if (method.method === 'parametric') return `Parametric (variance-covariance): a normal law with ${source}.`;
  if (method.method === 'monte-carlo') {
    return `Monte Carlo: ${draws.toLocaleString('en-US')} seeded draws from a normal law with ${source}.`;
  }
  if (volatility === 'sample')
    return `Historical simulation: the newest ${observations} daily changes as they were.`;
  const rescaled =
    volatility === 'ewma'
      ? `each rescaled from the exponentially weighted volatility (decay ${decay}) of its day to the latest`
      : 'rescaled to a stated volatility';
  return `Historical simulation: the newest ${observations} daily changes, ${rescaled}.`;
}

function meanSentence({ mean, method }: MarketMethod): string {
  if (mean === 'sample') return 'Mean: that of the sample, for each day of the horizon.';
  return method === 'historical-simulation' ? 'Mean: zero; that of the sample is taken out.' : 'Mean: zero.';
}

function horizonSentence({ horizonDays, horizonRule, method, volatility }: MarketMethod): string[] {
  if (horizonDays === 1) return [];
  const scaled = `${days(horizonDays)} from one by the square root of time.`;
  if (horizonRule === 'square-root-of-time') return [scaled];
  if (method !== 'historical-simulation' && volatility !== 'sample') return [scaled];
  return [`Overlapping horizons of ${days(horizonDays)}; error bars allow for the days that they share.`];
}

function quantileSentence(
  method: MarketMethod,
  observations: number,
  draws: number,
  repetitions: number,
): string {
  if (method.method === 'parametric') return 'Quantile: that of the normal law.';
  const overlapping = method.method === 'historical-simulation' && method.horizonRule === 'overlapping';
  const losses =
    method.method === 'monte-carlo'
      ? draws
      : overlapping
        ? (observations - method.horizonDays + 1) * repetitions
        : observations * repetitions;
  if (method.quantileRule === 'interpolated') {
    return `Quantile: linear between neighbours at rank 1 + (n - 1) a of ${losses} losses.`;
  }
  const rank = lossRank(losses, method.level);
  const rule = `Quantile: the ${ordinal(rank)}largest of ${losses} losses (k = floor(n (1 - a)) + 1)`;
  if (method.method === 'monte-carlo' || repetitions > 1) return `${rule}.`;
  return `${rule}, which one more loss like them exceeds with probability ${rank}/${losses + 1} = ${percentText(rank / (losses + 1), 3)}.`;
}

function ordinal(rank: number): string {
  if (rank === 1) return '';
  const suffix = rank % 100 >= 11 && rank % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${suffix} `;
}

function days(count: number): string {
  return count === 1 ? '1 trading day' : `${count} trading days`;
}
