import type { DriverSpec } from '../../models/driver/driver-spec.js';
import type { EventSpec, FrequencySpec, Raise } from '../../models/event/event-spec.js';
import { isQuantity } from '../quantity/quantity-kind.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { FrequencyLaw } from '../schema/distributions.js';
import type { ModelOf } from '../schema/models.js';
import type { Resolver } from './resolver.js';

/** All occurrences of a year together raise another's frequency by no more than this, where a register does not say. */
const STANDARD_AT_MOST = 10;

export function resolveDriver(model: ModelOf<'driver'>, path: RegisterPath, resolver: Resolver): DriverSpec {
  return {
    kind: 'driver',
    moves: model.moves.map(({ line, through, loading }, index) => ({
      line,
      through,
      loading: resolver.optional(loading, [...path, 'moves', index, 'loading'], 1),
    })),
    change: resolver.law(model.change, [...path, 'change']),
  };
}

export function resolveEvent(model: ModelOf<'event'>, path: RegisterPath, resolver: Resolver): EventSpec {
  const at = (key: string) => [...path, key];
  return {
    kind: 'event',
    frequency: resolveFrequency(model.frequency, at('frequency'), resolver),
    severity: resolver.law(model.severity, at('severity')),
    limit: resolver.optional(model.limit, at('limit'), null),
    franchise: resolver.optional(model.franchise, at('franchise'), 0),
    insurance: (model.insurance ?? []).map((layer, index) => {
      const of = (key: string) => [...path, 'insurance', index, key];
      return {
        excess: resolver.number(layer.excess, of('excess')),
        limit: resolver.optional(layer.limit, of('limit'), null),
        share: resolver.optional(layer.share, of('share'), 1),
        annualLimit: resolver.optional(layer['annual-limit'], of('annual-limit'), null),
      };
    }),
    delay: resolver.optionalLaw(model.delay, at('delay')),
    to: Object.entries(model.to).map(([line, share]) => ({
      line,
      share: resolver.number(share, [...path, 'to', line]),
    })),
    recoveryTo: model['recovery-to'] ?? null,
    shared: Object.entries(model.shared ?? {}).map(([event, { probability, severity }]) => ({
      event,
      probability: resolver.number(probability, [...path, 'shared', event, 'probability']),
      severity: resolver.optionalLaw(severity, [...path, 'shared', event, 'severity']),
    })),
    raises: resolveRaises(model.raises, at('raises'), resolver),
  };
}

function resolveFrequency(law: FrequencyLaw, path: RegisterPath, resolver: Resolver): FrequencySpec {
  if (isQuantity(law)) return { frequency: 'poisson', rate: resolver.number(law, path) };
  switch (law.distribution) {
    case 'poisson':
      return { frequency: 'poisson', rate: resolver.number(law.rate, [...path, 'rate']) };
    case 'negative-binomial':
      return {
        frequency: 'negative-binomial',
        mean: resolver.number(law.mean, [...path, 'mean']),
        size: resolver.number(law.size, [...path, 'size']),
      };
    case 'binomial':
      return {
        frequency: 'binomial',
        trials: resolver.number(law.trials, [...path, 'trials']),
        probability: resolver.number(law.probability, [...path, 'probability']),
      };
  }
}

export function resolveRaises(
  raises: ModelOf<'event'>['raises'],
  path: RegisterPath,
  resolver: Resolver,
): Raise[] {
  return (raises ?? []).map((raise, index) => ({
    risk: raise.risk,
    times: resolver.number(raise.times, [...path, index, 'times']),
    atMost: resolver.optional(raise['at-most'], [...path, index, 'at-most'], STANDARD_AT_MOST),
  }));
}
