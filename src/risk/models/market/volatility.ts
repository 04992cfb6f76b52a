import { InputError } from '../../../value/index.js';
import { meanOf } from '../../simulation/moments.js';
import type { MarketMethod } from './market-factor.js';

/** Trading days that make a year of the market: what a yearly volatility is divided over. */
export const TRADING_DAYS = 252;

/** A volatility for one day, and how many equally weighted observations it is worth (Infinity where it is stated). */
export interface DailyVolatility {
  readonly value: number;
  readonly effective: number;
}

/**
 * The volatility of a day from daily changes, oldest first, as the method says. `stated` is a year's, in the units of the changes.
 * Throws `InputError` where the method wants a stated volatility and there is none, or the decay is not within (0, 1).
 */
export function dailyVolatility(
  changes: Float64Array,
  method: Pick<MarketMethod, 'volatility' | 'mean' | 'decay'>,
  stated: number | null,
): DailyVolatility {
  if (method.volatility === 'stated') {
    if (stated === null || !(stated >= 0 && Number.isFinite(stated))) {
      throw new InputError(
        'bad-option',
        `Unexpected volatility ${stated ?? '(none)'}, expected a stated one of a year, 0 or more, or the method "sample" or "ewma"`,
      );
    }
    return { value: stated / Math.sqrt(TRADING_DAYS), effective: Number.POSITIVE_INFINITY };
  }
  if (method.volatility === 'ewma') {
    return {
      value: ewmaVolatility(changes, 0, changes.length, method.decay),
      effective: ewmaObservations(changes.length, method.decay),
    };
  }
  const effective = method.mean === 'zero' ? changes.length : changes.length - 1;
  return { value: sampleVolatility(changes, 0, changes.length, method.mean), effective };
}

/** Root mean square around zero (divided by n), or deviation around the sample's mean (by n − 1), of changes[from..to). */
export function sampleVolatility(
  changes: Float64Array,
  from: number,
  to: number,
  mean: MarketMethod['mean'],
): number {
  const centre = mean === 'zero' ? 0 : meanOf(changes, from, to);
  let sum = 0;
  for (let at = from; at < to; at++) {
    const away = (changes[at] as number) - centre;
    sum += away * away;
  }
  return Math.sqrt(sum / (mean === 'zero' ? to - from : to - from - 1));
}

/**
 * σ² = Σ λ^i x² / Σ λ^i, i days back from changes[to − 1], around zero: the exponentially weighted average of RiskMetrics
 * (Technical Document, 4th ed. 1996), its weights made to sum to 1 over the days there are.
 */
export function ewmaVolatility(changes: Float64Array, from: number, to: number, decay: number): number {
  requireDecay(decay);
  let [sum, weights] = [0, 0];
  for (let at = from; at < to; at++) {
    const change = changes[at] as number;
    sum = sum * decay + change * change;
    weights = weights * decay + 1;
  }
  return weights === 0 ? Number.NaN : Math.sqrt(sum / weights);
}

/** Observations of equal weight that an EWMA over n days is worth: (Σ w)² / Σ w² (Kish 1965). */
export function ewmaObservations(n: number, decay: number): number {
  requireDecay(decay);
  const sum = (1 - decay ** n) / (1 - decay);
  const squares = (1 - decay ** (2 * n)) / (1 - decay * decay);
  return (sum * sum) / squares;
}

/** Days after which the weight of an observation is halved: ln 0.5 / ln λ. */
export function ewmaHalfLife(decay: number): number {
  requireDecay(decay);
  return Math.log(0.5) / Math.log(decay);
}

/** Newest days that hold so much of the weight of an endless EWMA: ln(1 − share) / ln λ. */
export function ewmaDaysOfWeight(decay: number, share: number): number {
  requireDecay(decay);
  return Math.log(1 - share) / Math.log(decay);
}

/**
 * Each change times the volatility of tomorrow over that of its own day, both by EWMA: filtered changes for historical
 * simulation. The first days, before there is a volatility, use that of all days.
 * Source: J. Hull, A. White, "Incorporating volatility updating into the historical simulation method for VaR",
 * Journal of Risk 1(1), 1998.
 */
export function rescaledToEwma(changes: Float64Array, decay: number): Float64Array {
  requireDecay(decay);
  const n = changes.length;
  const tomorrow = ewmaVolatility(changes, 0, n, decay);
  const whole = sampleVolatility(changes, 0, n, 'zero');
  const rescaled = new Float64Array(n);
  // Starts at the variance of all days, so that the first days are not divided by a chance zero.
  let variance = whole * whole;
  for (let at = 0; at < n; at++) {
    const change = changes[at] as number;
    rescaled[at] = variance > 0 ? change * (tomorrow / Math.sqrt(variance)) : 0;
    variance = decay * variance + (1 - decay) * change * change;
  }
  return rescaled;
}

function requireDecay(decay: number): void {
  if (decay > 0 && decay < 1) return;
  throw new InputError('bad-option', `Unexpected decay ${decay}, expected one between 0 and 1 such as 0.94`);
}
