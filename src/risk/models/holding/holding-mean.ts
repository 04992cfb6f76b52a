import type { Distribution } from '../../distributions/distribution.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { SharedEvent } from '../../resolved-register.js';
import { checkHolding } from './check-holding.js';
import { type HoldingEffect, type HoldingTerms, holdingEffect, holdingTerms } from './holding-effects.js';
import type { HoldingSpec } from './holding-spec.js';

/** Expected effects of a year in closed form, or why there are none. */
export type HoldingMean =
  | { readonly mean: Readonly<HoldingEffect> & { readonly total: number }; readonly method: string }
  | { readonly mean: null; readonly why: string };

/**
 * The mean of what {@link holdingSampler} simulates, from limited expected values E[min(X, d)] of the laws of result and
 * value. Ties to other variables do not change it.
 *
 * @throws InputError as the sampler does
 */
export function exactHoldingMean(spec: HoldingSpec, sharedEvents: readonly SharedEvent[]): HoldingMean {
  checkHolding(spec, 'holding');
  const terms = holdingTerms(spec);
  const alive = meanWhileAlive(terms);
  if (typeof alive === 'string') return { mean: null, why: alive };
  const failing = failureProbability(spec, sharedEvents);
  const failed = meanOfFailure(terms);
  const mix = (part: keyof HoldingEffect): number => (1 - failing) * alive[part] + failing * failed[part];
  const mean = { line: mix('line'), impairment: mix('impairment'), gains: mix('gains') };
  return {
    mean: { ...mean, total: mean.line + mean.impairment + mean.gains },
    method: 'limited expected values',
  };
}

/** That it fails within the year, by itself or by a shared event. */
export function failureProbability(
  { failure, shared }: HoldingSpec,
  sharedEvents: readonly SharedEvent[],
): number {
  let survives = 1 - (failure?.probability ?? 0);
  for (const { event, probability } of shared) {
    const { perYear, occurs } = sharedEvents.find(({ id }) => id === event) ?? { perYear: 0, occurs: null };
    if (occurs === true) survives *= 1 - probability;
    else if (occurs === null) survives *= Math.exp(-perYear * probability);
  }
  return 1 - survives;
}

function meanOfFailure(terms: HoldingTerms): HoldingEffect {
  const { failure, accounting, carrying } = terms.spec;
  const recovery = failure === null ? null : distributionOf(failure.recovery);
  const effect = holdingEffect(
    terms,
    { result: 0, change: 0, recovery: recovery?.mean ?? 0 },
    { line: 0, impairment: 0, gains: 0 },
  );
  if (recovery === null || accounting !== 'other-comprehensive-income' || carrying === 0) return effect;
  // Effects are linear in the recovery, but for the part of it above cost, which income does not see.
  const above = carrying * (recovery.mean - recovery.limitedMean(terms.cost / carrying));
  const aboveMean = Math.max(0, recovery.mean * carrying - terms.cost);
  return {
    ...effect,
    line: effect.line + above - aboveMean,
    impairment: effect.impairment - above + aboveMean,
  };
}

/** A text says why there is no closed form. */
function meanWhileAlive(terms: HoldingTerms): HoldingEffect | string {
  const { spec } = terms;
  if (spec.value !== null && 'factor' in spec.value) return 'its value moves with a market factor';
  const value = spec.value === null ? null : changeLaw(distributionOf(spec.value));
  if (value !== null && !Number.isFinite(value.mean) && (spec.accounting !== 'cost' || terms.sold > 0))
    return 'the law of its value has no mean';
  const gains = terms.sold * (value === null || terms.sold === 0 ? 0 : value.mean);
  if (spec.accounting !== 'equity-method') return { ...securityMeans(terms, value), gains };
  if (value !== null && spec.impairmentBelow !== null)
    return 'impairment depends on result and value together';
  const result = distributionOf(spec.result as NonNullable<HoldingSpec['result']>);
  if (!Number.isFinite(result.mean)) return 'the law of the result has no mean';
  return { line: recognisedMean(result, terms), impairment: 0, gains };
}

/** E[max(s R, −exposure)] of losses, and E[max(0, s R − unrecognised)] of profits. */
function recognisedMean(result: Distribution, { share, exposure, spec }: HoldingTerms): number {
  const floor = exposure / share;
  const losses = result.limitedMean(0) - result.limitedMean(-floor) - floor;
  const profits = result.mean - result.limitedMean(spec.unrecognisedLosses / share);
  return share * (losses + profits);
}

interface ChangeLaw {
  readonly mean: number;
  /** E[change; change < d] and P(change < d), for d above −1. */
  below(d: number): { readonly part: number; readonly probability: number };
}

/** A change of value as it counts: no lower than −1. */
function changeLaw(law: Distribution): ChangeLaw {
  // E[max(−1 − X, 0)]: what the floor adds.
  const lifted = -1 - law.limitedMean(-1);
  return {
    mean: law.mean + lifted,
    below(d) {
      const probability = law.cdf(d - 1e-12);
      return { part: law.limitedMean(d) + lifted - d * (1 - probability), probability };
    },
  };
}

function securityMeans(terms: HoldingTerms, value: ChangeLaw | null): Omit<HoldingEffect, 'gains'> {
  const { accounting, carrying, impairmentBelow } = terms.spec;
  const { kept } = terms;
  const atFairValue = accounting !== 'cost';
  const line = atFairValue && value !== null ? kept * value.mean : 0;
  if (impairmentBelow === null || accounting === 'income' || kept <= 0) return { line, impairment: 0 };
  const cost = (terms.cost * kept) / carrying;
  const limit = (cost * (1 - impairmentBelow)) / kept - 1;
  const { part, probability } = belowLimit(value, limit);
  return {
    line: atFairValue ? line - kept * part + (cost - kept) * probability : 0,
    impairment: kept * part + (kept - cost) * probability,
  };
}

function belowLimit(value: ChangeLaw | null, limit: number): { part: number; probability: number } {
  // A value that does not move is below where it stands already; none falls by more than all.
  if (value === null) return { part: 0, probability: limit > 0 ? 1 : 0 };
  return limit > -1 ? value.below(limit) : { part: 0, probability: 0 };
}
