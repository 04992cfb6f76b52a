import { InputError } from '../../value/index.js';
import { tiedSampler } from '../dependence/tied-sampler.js';
import { requireKnownVariables } from '../dependence/tied-variables.js';
import { dependencySampler } from '../models/dependency/dependency-sampler.js';
import { driverSampler } from '../models/driver/driver-sampler.js';
import { eventSampler } from '../models/event/event-sampler.js';
import { raisersOf } from '../models/event/raisers.js';
import { checkSharedEvent, simulateSharedEvent } from '../models/event/shared-events.js';
import { holdingSampler } from '../models/holding/holding-sampler.js';
import { marketFactorsSampler } from '../models/market/factors-sampler.js';
import { marketSampler } from '../models/market/market-sampler.js';
import { ownershipSampler } from '../models/ownership/ownership-sampler.js';
import type { ResolvedRegister, ResolvedRisk } from '../resolved-register.js';
import { waterfallOf } from '../waterfall/waterfall.js';
import type { ColumnSource, EventSource } from './block-context.js';
import { type Plan, type PlanSettings, planOf } from './plan.js';
import type { RiskContext } from './risk-context.js';
import type { RiskSampler } from './risk-sampler.js';

/** Models whose occurrences are counted: they happen or not, where others move. */
const OCCURRING: readonly string[] = ['event', 'dependency'];

/**
 * Makes a register ready to simulate in this thread.
 *
 * @throws InputError where a model, the base, a correlation or the order of the risks is impossible
 */
export function compilePlan(register: ResolvedRegister, settings: PlanSettings): Plan {
  const { base, risks, market, sharedEvents, correlations, copula } = register;
  requireKnownVariables(correlations, register);
  const raisers = raisersOf(register);
  const samplers = risks.map((risk) => {
    const raisedBy = raisers.get(risk.id) ?? [];
    return samplerOf(risk, { base, raisedBy, factors: market.factors, method: market.method });
  });
  return planOf(
    {
      base,
      waterfall: waterfallOf(base),
      samplers,
      shared: {
        events: new Map(sharedEvents.map((event) => [event.id, eventSource(event)])),
        factors: factorsOf(register),
        ties: tiesOf(correlations, copula),
      },
      occurring: risks.filter(({ model }) => OCCURRING.includes(model.kind)).map(({ id }) => id),
    },
    settings,
  );
}

function samplerOf({ id, model }: ResolvedRisk, context: RiskContext): RiskSampler {
  switch (model.kind) {
    case 'driver':
      return driverSampler(model, id, context);
    case 'event':
      return eventSampler(model, id, context);
    case 'market':
      return marketSampler(model, id, context);
    case 'dependency':
      return dependencySampler(model, id);
    case 'holding':
      return holdingSampler(model, id);
    case 'ownership':
      return ownershipSampler(model, id);
  }
}

function eventSource(event: ResolvedRegister['sharedEvents'][number]): EventSource {
  checkSharedEvent(event);
  return (block, out) => simulateSharedEvent(event, block, out);
}

function factorsOf({ market: { factors, method } }: ResolvedRegister): ColumnSource {
  const names = factors.map(({ id }) => id);
  const repeated = names.find((name, nth) => names.indexOf(name) !== nth);
  if (repeated !== undefined) {
    throw new InputError(
      'bad-config',
      `Two market factors have the id "${repeated}". Give one of them another.`,
    );
  }
  const sampler = marketFactorsSampler(factors, method);
  return { names, simulate: (block, columns) => sampler.simulate(block, columns) };
}

function tiesOf(
  correlations: ResolvedRegister['correlations'],
  copula: ResolvedRegister['copula'],
): ColumnSource {
  const sampler = tiedSampler(correlations, copula);
  return { names: sampler.variables, simulate: (block, columns) => sampler.simulate(block, columns) };
}
