import type {
  DependencyNode,
  DependencySpec,
  DependentService,
  Need,
} from '../../models/dependency/dependency-spec.js';
import { error } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { NeedEntry } from '../schema/dependency-model.js';
import type { ModelOf } from '../schema/models.js';
import { Unresolved } from './amounts.js';
import { resolveRaises } from './resolve-event.js';
import type { Resolver } from './resolver.js';

type Model = ModelOf<'dependency'>;

export function resolveDependency(model: Model, path: RegisterPath, resolver: Resolver): DependencySpec {
  return {
    kind: 'dependency',
    nodes: Object.entries(model.nodes).map(([id, node]) =>
      nodeOf(id, node, [...path, 'nodes', id], resolver),
    ),
    services: Object.entries(model.services).map(([id, service]) =>
      serviceOf(id, service, [...path, 'services', id], resolver),
    ),
    raises: resolveRaises(model.raises, [...path, 'raises'], resolver),
  };
}

function nodeOf(
  id: string,
  node: Model['nodes'][string],
  path: RegisterPath,
  resolver: Resolver,
): DependencyNode {
  const failuresPerYear = resolver.optional(node.failures, [...path, 'failures'], 0);
  if (node.repair === undefined && failuresPerYear > 0) {
    throw new Unresolved(
      error(
        'missing',
        path,
        'missing "repair": how long until it works again after a failure of its own',
        'key',
      ),
    );
  }
  const { replacement } = node;
  return {
    id,
    name: node.name,
    type: node.type,
    failuresPerYear,
    repair: resolver.optionalLaw(node.repair, [...path, 'repair']) ?? { distribution: 'constant', value: 0 },
    replacement:
      replacement === undefined
        ? null
        : {
            probability: resolver.number(replacement.probability, [...path, 'replacement', 'probability']),
            time: resolver.law(replacement.time, [...path, 'replacement', 'time']),
          },
    needs: node.needs === undefined ? null : needOf(node.needs),
    shared: Object.entries(node.shared ?? {}).map(([event, { probability, outage }]) => ({
      event,
      probability: resolver.number(probability, [...path, 'shared', event, 'probability']),
      outage: resolver.law(outage, [...path, 'shared', event, 'outage']),
    })),
  };
}

function serviceOf(
  id: string,
  service: Model['services'][string],
  path: RegisterPath,
  resolver: Resolver,
): DependentService {
  const steps = service.credits;
  return {
    id,
    name: service.name,
    needs: needOf(service.needs),
    line: service.line,
    revenuePerYear: resolver.number(service.revenue, [...path, 'revenue']),
    lostShare: resolver.number(service.lost, [...path, 'lost']),
    credits: (steps?.entries ?? [])
      .map(([time, amount]) => ({
        afterYears: resolver.key(time, steps?.table ?? { dimension: 'duration' }, [...path, 'credits', time]),
        amount: resolver.number(amount, [...path, 'credits', time]),
      }))
      .sort((one, other) => one.afterYears - other.afterYears),
    creditsTo: service['credits-to'] ?? null,
  };
}

/** The depth of needs is bounded by that of the text. */
function needOf(need: NeedEntry): Need {
  if (typeof need === 'string') return { least: 1, of: [need] };
  const { least, of } = partsOf(need);
  return { least, of: of.map((each) => (typeof each === 'string' ? each : needOf(each))) };
}

function partsOf(need: Exclude<NeedEntry, string>): { least: number; of: readonly NeedEntry[] } {
  if ('any-of' in need) return { least: 1, of: need['any-of'] };
  if ('all-of' in need) return { least: need['all-of'].length, of: need['all-of'] };
  return { least: need['at-least'], of: need.of };
}
