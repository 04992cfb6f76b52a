import { InputError } from '../../../value/index.js';
import type { Correlation, ResolvedRegister, ResolvedRisk, RiskSpec } from '../../resolved-register.js';
import type { RegisterPath } from '../reading/register-path.js';
import { placeOf, type Register } from '../register.js';
import type { ModelEntry } from '../schema/models.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { Unresolved } from './amounts.js';
import { resolveBase } from './resolve-base.js';
import { resolveDependency } from './resolve-dependency.js';
import { resolveDriver, resolveEvent } from './resolve-event.js';
import { resolveHolding, resolveOwnership } from './resolve-holding.js';
import { type MarketSources, resolveFactors, resolveMethod } from './resolve-market.js';
import { resolveMarketModel } from './resolve-positions.js';
import { Resolver } from './resolver.js';
import { applyShocks, type Shock } from './shocks.js';

export interface ResolveOptions extends MarketSources {
  /** What is changed, in this order: a scenario, a control, a step of a tornado. */
  readonly shocks?: readonly Shock[];
}

/**
 * A register in numbers, with its shocks made. Risks without a model are left out. Throws `InputError` that names file,
 * line and remedy: a value still open, a shock to something that is not there or that makes a probability of 120%, no
 * rates for a currency, a file that cannot be read.
 */
export function resolveRegister(register: Register, options: ResolveOptions): ResolvedRegister {
  try {
    return resolved(register.content, options);
  } catch (cause) {
    if (!(cause instanceof Unresolved)) throw cause;
    const { path, at, message, code } = cause.draft;
    const { line, column } = placeOf(register, path, at);
    const remedy = code === 'open' ? '; "tickmark risk check --severity info" lists all that is open' : '';
    throw new InputError('bad-register', `${register.path}:${line}:${column}: ${message}${remedy}`);
  }
}

function resolved(content: RegisterContent, options: ResolveOptions): ResolvedRegister {
  const shocks = applyShocks(content, options.shocks ?? []);
  const resolver = new Resolver(content, shocks);
  const method = resolveMethod(resolver);
  const factors = resolveFactors(resolver, method.window, options);
  const { correlations } = content;
  return {
    issuer: content.issuer,
    base: resolveBase(resolver, factors),
    sharedEvents: resolveSharedEvents(resolver),
    market: { factors, method },
    correlations: resolveCorrelations(resolver),
    copula:
      correlations?.copula === 't'
        ? { copula: 't', freedom: resolver.optional(correlations.freedom, ['correlations', 'freedom'], 4) }
        : { copula: 'gaussian' },
    risks: resolveRisks(resolver),
  };
}

function resolveSharedEvents(resolver: Resolver): ResolvedRegister['sharedEvents'] {
  return Object.entries(resolver.content['shared-events'] ?? {}).map(([id, { name, frequency }]) => ({
    id,
    name,
    perYear: resolver.number(frequency, ['shared-events', id, 'frequency']),
    occurs: resolver.shocks.occurs.get(id) ?? null,
  }));
}

/** Pairs with a risk that a scenario leaves out are left out with it. */
export function resolveCorrelations(resolver: Resolver): Correlation[] {
  const { without } = resolver.shocks;
  const isLeft = (variable: string) => without.has(variable.split('.')[0] ?? '');
  return (resolver.content.correlations?.pairs ?? []).flatMap(({ between, kendall, spearman }, index) => {
    if (between.some(isLeft)) return [];
    const measure = kendall === undefined ? 'spearman' : 'kendall';
    const quantity = kendall ?? spearman;
    if (quantity === undefined) return [];
    const value = resolver.number(quantity, ['correlations', 'pairs', index, measure]);
    return [{ between, measure, value }];
  });
}

function resolveRisks(resolver: Resolver): ResolvedRisk[] {
  const { without } = resolver.shocks;
  return Object.entries(resolver.content.risks).flatMap(([id, { model }]) => {
    if (model === undefined || without.has(id)) return [];
    const spec = resolveModel(model, ['risks', id, 'model'], resolver);
    return [{ id, model: without.size === 0 ? spec : withoutRaising(spec, without) }];
  });
}

/** One risk's model in numbers. Throws `Unresolved`. */
export function resolveModel(model: ModelEntry, path: RegisterPath, resolver: Resolver): RiskSpec {
  switch (model.kind) {
    case 'driver':
      return resolveDriver(model, path, resolver);
    case 'event':
      return resolveEvent(model, path, resolver);
    case 'market':
      return resolveMarketModel(model, path, resolver);
    case 'dependency':
      return resolveDependency(model, path, resolver);
    case 'holding':
      return resolveHolding(model, path, resolver);
    case 'ownership':
      return resolveOwnership(model, path, resolver);
  }
}

/** What is left out cannot be raised. */
function withoutRaising(spec: RiskSpec, without: ReadonlySet<string>): RiskSpec {
  if (!('raises' in spec)) return spec;
  return { ...spec, raises: spec.raises.filter(({ risk }) => !without.has(risk)) };
}
