import { InputError } from '../../value/index.js';
import type { DetailSample } from '../simulation/detail-sample.js';
import type { Base } from '../waterfall/base.js';
import type { Measure } from '../waterfall/measure.js';
import type { Waterfall } from '../waterfall/waterfall.js';
import { estimateOf, NO_VARIANCE, withoutError } from './estimate.js';
import { changesAlone, changesTogether } from './measure-sums.js';
import type { Contributions, Estimate } from './results.js';
import { shapleyShares } from './shapley.js';
import { nearMean, type Tail, tailMean, tailOf, valueAtRiskError } from './tail.js';

/** Sums of changes may differ from the change of the sum by this part of the largest: rounding of doubles. */
const ROUNDING = 1e-9;

export interface ContributionOptions {
  /** Of confidence: 0.95. */
  readonly level: number;
  /** Of the random orders of Shapley values. */
  readonly seed: string;
  /** What is parted; where a law has no mean the value at risk is, whatever is asked for. */
  readonly of?: Contributions['of'];
}

/**
 * What each risk adds to the expected shortfall (or the value at risk) of a measure. Where the measure is additive over
 * the risks in every trial of the sample, by Euler: the mean of the risk's own change over the tail trials (Tasche
 * 1999, "Risk contributions and performance measurement"). Elsewhere the own change of a tail trial is not defined (a
 * tax floor, a rate that divides), and its Shapley value stands for it. Both sum to the total exactly. Null where the
 * measure does not move.
 *
 * @throws InputError for a level outside 0.5 to 1 or a sample that is too small for it
 */
export function contributionsOf(
  detail: DetailSample,
  waterfall: Waterfall,
  base: Base,
  measure: Measure,
  options: ContributionOptions,
): Contributions | null {
  checkLevel(options.level, detail.trials);
  const changes = changesTogether(detail, waterfall, base, measure);
  if (!changes.every(Number.isFinite) || changes.every((change) => change === 0)) return null;
  const tail = tailOf(changes, options.level);
  const alone = changesAlone(detail, waterfall, base, measure);
  const isAdditive = sumsTo(alone, changes);
  const moments = detail.risks.map(({ momentsBelow }, nth) =>
    (alone[nth] as Float64Array).some((change) => change !== 0) ? momentsBelow : Number.POSITIVE_INFINITY,
  );
  const heaviest = moments.reduce((least, order) => Math.min(least, order), Number.POSITIVE_INFINITY);
  const of = heaviest <= 1 ? 'value-at-risk' : (options.of ?? 'expected-shortfall');
  const shares = isAdditive
    ? { shares: alone.map((change) => pick(change, tail)), orderErrors: new Float64Array(alone.length) }
    : shapleyShares(detail, waterfall, base, measure, tail.order, tail.count, options.seed);

  const losses = pick(changes, tail).map((change) => -change);
  const summary = of === 'expected-shortfall' ? tailMean : nearMean;
  const total = summary(losses, tail);
  // What lies near the value at risk has it as its mean only about; the parts are brought to sum to it.
  const end = losses[tail.count - 1] as number;
  const factor = of === 'value-at-risk' && total.mean !== 0 ? end / total.mean : 1;
  // The mean near the value at risk is sharp; where the value at risk itself lies is not.
  const endError = of === 'value-at-risk' ? valueAtRiskError(losses, tail) : 0;
  const totalError = of === 'value-at-risk' ? endError : total.standardError;
  const parts = detail.risks.map(({ risk }, nth) => {
    const part = summary(
      (shares.shares[nth] as Float64Array).map((change) => -change),
      tail,
    );
    const moved = total.mean === 0 ? 0 : (part.mean / total.mean) * endError;
    const error = Math.hypot(part.standardError, shares.orderErrors[nth] as number, moved);
    const hasError = of === 'value-at-risk' || (moments[nth] as number) > 2;
    return { risk, estimate: estimate(part.mean * factor, error * Math.abs(factor), hasError) };
  });
  return {
    of,
    method: isAdditive ? 'euler' : 'shapley',
    level: options.level,
    trials: detail.trials,
    total: estimate(total.mean * factor, totalError, of === 'value-at-risk' || heaviest > 2),
    parts: parts.sort((a, b) => (b.estimate.value ?? 0) - (a.estimate.value ?? 0)),
  };
}

function checkLevel(level: number, trials: number): void {
  if (!(level >= 0.5 && level < 1)) {
    throw new InputError('bad-option', `Unexpected level ${level}, expected from 0.5 to below 1 (0.95)`);
  }
  if (trials * (1 - level) < 1) {
    throw new InputError(
      'bad-option',
      `${trials} trials have no tail beyond ${level}: take more trials or a lower level`,
    );
  }
}

function sumsTo(parts: readonly Float64Array[], whole: Float64Array): boolean {
  let largest = 0;
  for (const change of whole) largest = Math.max(largest, Math.abs(change));
  for (const part of parts) for (const change of part) largest = Math.max(largest, Math.abs(change));
  for (let trial = 0; trial < whole.length; trial++) {
    let sum = 0;
    for (const part of parts) sum += part[trial] as number;
    if (Math.abs(sum - (whole[trial] as number)) > ROUNDING * largest) return false;
  }
  return true;
}

function pick(changes: Float64Array, { order }: Tail): Float64Array {
  const out = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) out[i] = changes[order[i] as number] as number;
  return out;
}

function estimate(value: number, standardError: number, hasError: boolean): Estimate {
  return hasError ? estimateOf(value, standardError) : withoutError(value, NO_VARIANCE);
}
