import type { ResolvedRisk, SharedEvent } from '../resolved-register.js';
import type { ExactValues } from '../results/results.js';
import type { DependencySpec } from './dependency/dependency-spec.js';
import { exactOutages } from './dependency/exact-outages.js';
import { networkOf } from './dependency/network.js';
import { exactHoldingLaw } from './holding/holding-law.js';
import type { HoldingSpec } from './holding/holding-spec.js';
import { exactPriceEffect } from './ownership/price-effect.js';

/**
 * What is known exactly of the effect of a risk of the kinds dependency, holding and ownership, to stand beside the
 * simulated one: income is positive, a loss negative. Null where nothing is, or where a part of the effect is measured
 * elsewhere (securities whose impairment goes through income, their gains through other comprehensive income).
 *
 * @param levels of the quantiles
 */
export function exactModelValues(
  { model }: ResolvedRisk,
  sharedEvents: readonly SharedEvent[],
  levels: readonly number[],
): ExactValues | null {
  switch (model.kind) {
    case 'dependency':
      return ofDependency(model, sharedEvents);
    case 'holding':
      return ofHolding(model, sharedEvents, levels);
    case 'ownership': {
      const { mean, deviation } = exactPriceEffect(model);
      return { method: 'independent issues', mean, deviation, quantiles: [], error: 0 };
    }
    default:
      return null;
  }
}

/** Credits depend on the length of each outage, of which no law is known; only their absence is exact. */
function ofDependency(spec: DependencySpec, sharedEvents: readonly SharedEvent[]): ExactValues | null {
  if (spec.services.some(({ credits }) => credits.some(({ amount }) => amount > 0))) return null;
  const exact = exactOutages(spec, networkOf(spec), sharedEvents);
  if ('why' in exact) return null;
  const lostPerYear = spec.services.map(({ revenuePerYear, lostShare }) => revenuePerYear * lostShare);
  const sum = (of: 'outageYears' | 'error'): number =>
    exact.services.reduce((total, outage, index) => total + outage[of] * (lostPerYear[index] as number), 0);
  return {
    method: 'decision diagrams',
    // Not −0 where nothing fails.
    mean: 0 - sum('outageYears'),
    deviation: null,
    quantiles: [],
    error: sum('error'),
  };
}

function ofHolding(
  spec: HoldingSpec,
  sharedEvents: readonly SharedEvent[],
  levels: readonly number[],
): ExactValues | null {
  const canImpair = spec.impairmentBelow !== null || spec.failure !== null || spec.shared.length > 0;
  const isSplit =
    spec.accounting === 'other-comprehensive-income' && (canImpair || spec.plannedGains !== null);
  const { law } = isSplit ? { law: null } : exactHoldingLaw(spec, sharedEvents);
  if (law === null) return null;
  return {
    method: 'quantiles of its law put through its accounting',
    mean: law.mean,
    deviation: law.deviation,
    quantiles: levels.map((level) => ({ level, value: law.quantile(level) })),
    error: 0,
  };
}
