import { randomStream } from '../../random/xoshiro-stream.js';
import { overlapWorth, toHorizon } from './horizon.js';
import { jointChanges } from './joint-changes.js';
import { deviationOf, jointLaw } from './joint-law.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { requireFactor } from './require-factor.js';
import { toVolatility } from './value-at-risk.js';
import { TRADING_DAYS } from './volatility.js';

/** Changes of all factors over the horizon of value at risk in equally likely scenarios. */
export interface MarketScenarios {
  /** A column a factor: fractions of its level, of interest rates absolute. */
  readonly changes: readonly Float64Array[];
  /** For each factor, how many scenarios are worth one independent observation: for days that neighbours share, and repetitions. */
  readonly overlaps: readonly number[];
  readonly scenarios: number;
  /** Days that stand again and again in turn beside other draws; 1 where none do. */
  readonly repetitions: number;
}

/**
 * Historical simulation: each day that the histories share is a scenario, for all factors at once. Where a factor has
 * only a stated volatility, the days are repeated, each as often, beside seeded normal changes of that factor.
 */
export function historicalScenarios(
  factors: readonly MarketFactor[],
  method: MarketMethod,
  draws: number,
  seed: number | bigint,
): MarketScenarios {
  for (const factor of factors) requireFactor(factor);
  const joint = jointChanges(factors, method.window);
  const horizons = joint.changes.map((column, at) =>
    ofHorizon(column, joint.factors[at] as MarketFactor, method),
  );
  const days = horizons[0]?.length ?? 1;
  const isDrawn = (factor: MarketFactor) => factor.history === null;
  const repetitions = factors.some(isDrawn) ? Math.ceil(draws / days) : 1;
  const scenarios = days * repetitions;
  const isOverlapping = joint.days.length > 0 && method.horizonRule === 'overlapping';
  const changes = factors.map((factor) => {
    if (isDrawn(factor)) return fractionsOf(drawnAlone(factor, method, scenarios, seed), factor);
    const column = horizons[joint.factors.indexOf(factor)] as Float64Array;
    return fractionsOf(
      Float64Array.from({ length: scenarios }, (_, at) => column[at % days] as number),
      factor,
    );
  });
  const ofDays = (isOverlapping ? overlapWorth(method.horizonDays) : 1) * repetitions;
  return {
    changes,
    overlaps: factors.map((factor) => (isDrawn(factor) ? 1 : ofDays)),
    scenarios,
    repetitions,
  };
}

/** How often each day stands beside draws of factors without a history; `observations`: daily changes. */
export function repetitionsOf(observations: number, method: MarketMethod, draws: number): number {
  if (observations === 0) return 1;
  const horizons =
    method.horizonRule === 'overlapping' ? observations - method.horizonDays + 1 : observations;
  return Math.ceil(draws / Math.max(1, horizons));
}

/** Monte Carlo: seeded draws from the joint normal law of the daily changes, to the horizon by the square root of time. */
export function drawnScenarios(
  factors: readonly MarketFactor[],
  method: MarketMethod,
  draws: number,
  seed: number | bigint,
): MarketScenarios {
  const { means, mixing } = jointLaw(factors, method);
  const n = factors.length;
  const root = Math.sqrt(method.horizonDays);
  const normals = factors.map(({ id }) => normalsFor(id, draws, seed));
  const changes = factors.map((factor, row) => {
    const out = new Float64Array(draws).fill(method.horizonDays * (means[row] as number));
    for (let column = 0; column <= row; column++) {
      const times = root * (mixing[row * n + column] as number);
      const source = normals[column] as Float64Array;
      for (let at = 0; at < draws; at++) out[at] = (out[at] as number) + times * (source[at] as number);
    }
    return fractionsOf(out, factor);
  });
  return { changes, overlaps: factors.map(() => 1), scenarios: draws, repetitions: 1 };
}

function ofHorizon(column: Float64Array, factor: MarketFactor, method: MarketMethod): Float64Array {
  const stated =
    method.volatility === 'stated' ? deviationOf(factor, null, method) * Math.sqrt(TRADING_DAYS) : null;
  return toHorizon(toVolatility(column, method, stated), method).changes;
}

function drawnAlone(
  factor: MarketFactor,
  method: MarketMethod,
  count: number,
  seed: number | bigint,
): Float64Array {
  const deviation = deviationOf(factor, null, method) * Math.sqrt(method.horizonDays);
  return normalsFor(factor.id, count, seed).map((normal) => deviation * normal);
}

function normalsFor(id: string, count: number, seed: number | bigint): Float64Array {
  const out = new Float64Array(count);
  randomStream(seed, `value-at-risk/${id}`, 0).fillNormal(out, 0, count);
  return out;
}

function fractionsOf(column: Float64Array, factor: MarketFactor): Float64Array {
  return factor.quantity === 'interest-rate' ? column : column.map((change) => Math.expm1(change));
}
