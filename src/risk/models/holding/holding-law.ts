import { distributionOf } from '../../distributions/distribution-of.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import type { SharedEvent } from '../../resolved-register.js';
import { expectation } from '../expectation.js';
import { type HoldingEffect, type HoldingTerms, holdingEffect, holdingTerms } from './holding-effects.js';
import { exactHoldingMean, failureProbability } from './holding-mean.js';
import type { HoldingSpec } from './holding-spec.js';

/** The law of a holding's whole effect of a year: its own line, impairment and gains together. */
export interface HoldingLaw {
  readonly mean: number;
  /** Null where the law has too few moments to compute it. */
  readonly deviation: number | null;
  /** P(effect ≤ x). */
  cdf(x: number): number;
  /** The least effect that is not exceeded with probability p, 0 < p < 1. */
  quantile(p: number): number;
}

const NEVER: DistributionSpec = { distribution: 'constant', value: 0 };

/**
 * Exact where one law moves the holding: the result of an investee, or the value of a security. The effect never falls
 * as that rises, so that its quantiles are those of the law put through the accounting; a failure mixes in its own.
 *
 * @throws InputError as the sampler does
 */
export function exactHoldingLaw(
  spec: HoldingSpec,
  sharedEvents: readonly SharedEvent[],
): { readonly law: HoldingLaw } | { readonly law: null; readonly why: string } {
  const exact = exactHoldingMean(spec, sharedEvents);
  if (exact.mean === null) return { law: null, why: exact.why };
  const terms = holdingTerms(spec);
  const moved = movedBy(terms);
  if (moved === null) return { law: null, why: 'result and value move it together' };
  const failing = failureProbability(spec, sharedEvents);
  const alive = { law: distributionOf(moved.law), effect: moved.effect };
  const recovery = spec.failure?.recovery ?? NEVER;
  const failed = { law: distributionOf(recovery), effect: (back: number) => totalOf(terms, 0, 0, back) };
  const atAlive = (p: number): number => alive.effect(alive.law.quantile(p));
  const atFailed = (p: number): number => failed.effect(failed.law.quantile(p));
  const cdf = (x: number): number =>
    (1 - failing) * shareUpTo(atAlive, x) + (failing > 0 ? failing * shareUpTo(atFailed, x) : 0);
  const { total: mean } = exact.mean;
  return {
    law: {
      mean,
      deviation: alive.law.momentsBelow > 4 ? deviation() : null,
      cdf,
      quantile(p) {
        if (failing === 0) return atAlive(p);
        if (failing === 1) return atFailed(p);
        // A mixture's quantile lies between those of its parts.
        const [a, b] = [atAlive(p), atFailed(p)];
        return leastReaching(cdf, p, Math.min(a, b), Math.max(a, b));
      },
    },
  };

  function deviation(): number {
    const square = (effect: (value: number) => number) => (value: number) => (effect(value) - mean) ** 2;
    const spread =
      (1 - failing) * expectation(moved?.law ?? NEVER, square(alive.effect)) +
      failing * expectation(recovery, square(failed.effect));
    return Math.sqrt(spread);
  }
}

/** The one law that moves the holding, and its effect at a value of it; null where there are two. */
function movedBy(terms: HoldingTerms): { law: DistributionSpec; effect: (value: number) => number } | null {
  const { accounting, result, value, impairmentBelow } = terms.spec;
  // A value with a market factor has no exact mean, so that it does not come here.
  const valueLaw = value === null || 'factor' in value ? NEVER : value;
  const byValue = {
    law: valueLaw,
    effect: (change: number) => totalOf(terms, 0, Math.max(-1, change), null),
  };
  if (accounting !== 'equity-method') return byValue;
  const valueCounts = valueLaw !== NEVER && (impairmentBelow !== null || terms.sold > 0);
  if (valueCounts) return null;
  return { law: result ?? NEVER, effect: (of: number) => totalOf(terms, of, 0, null) };
}

function totalOf(terms: HoldingTerms, result: number, change: number, recovery: number | null): number {
  const into: HoldingEffect = { line: 0, impairment: 0, gains: 0 };
  const { line, impairment, gains } = holdingEffect(terms, { result, change, recovery }, into);
  return line + impairment + gains;
}

/** The greatest p at which a function that never falls is at most x. */
function shareUpTo(at: (p: number) => number, x: number): number {
  const [first, last] = [1e-15, 1 - 1e-15];
  if (at(first) > x) return 0;
  if (at(last) <= x) return 1;
  let [low, high] = [first, last];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (at(middle) <= x) low = middle;
    else high = middle;
  }
  return low;
}

function leastReaching(cdf: (x: number) => number, p: number, from: number, to: number): number {
  let [low, high] = [from, to];
  // At an atom the share that is found lies a rounding below its top.
  if (cdf(low) >= p - 1e-13) return low;
  for (let step = 0; step < 100 && high - low > 1e-13 * Math.max(Math.abs(low), Math.abs(high)); step++) {
    const middle = (low + high) / 2;
    if (cdf(middle) >= p - 1e-13) high = middle;
    else low = middle;
  }
  return high;
}
