import type { DistributionSpec } from '../src/risk/distributions/distribution-spec.js';
import type {
  DependencyNode,
  DependencySpec,
  DependentService,
  Need,
} from '../src/risk/models/dependency/dependency-spec.js';

export const HOUR = 1 / 8760;
export const DAY = 24 * HOUR;

export const anyOf = (...of: readonly (string | Need)[]): Need => ({ least: 1, of });
export const allOf = (...of: readonly (string | Need)[]): Need => ({ least: of.length, of });
export const atLeast = (least: number, ...of: readonly (string | Need)[]): Need => ({ least, of });

export const exactly = (value: number): DistributionSpec => ({ distribution: 'constant', value });
export const exponential = (mean: number): DistributionSpec => ({
  distribution: 'gamma',
  shape: 1,
  scale: mean,
});

export function node(
  id: string,
  failuresPerYear: number,
  repair: DistributionSpec,
  more: Partial<DependencyNode> = {},
): DependencyNode {
  return {
    id,
    name: `The ${id}`,
    type: 'system',
    failuresPerYear,
    repair,
    replacement: null,
    needs: null,
    shared: [],
    ...more,
  };
}

/** A service that loses 8,760 of revenue in a year of outage: 1 for each hour. */
export function service(id: string, needs: Need, more: Partial<DependentService> = {}): DependentService {
  return {
    id,
    name: `The ${id}`,
    needs,
    line: 'revenue',
    revenuePerYear: 8760,
    lostShare: 1,
    credits: [],
    creditsTo: null,
    ...more,
  };
}

export function graph(
  nodes: readonly DependencyNode[],
  ...services: readonly DependentService[]
): DependencySpec {
  return { kind: 'dependency', nodes, services, raises: [] };
}

/** The bridge network of the textbooks: two ways from left to right, joined in the middle. */
export function bridge(of: (id: string) => DependencyNode): DependencySpec {
  return graph(
    ['a', 'b', 'c', 'd', 'e'].map(of),
    service('link', anyOf(allOf('a', 'd'), allOf('b', 'e'), allOf('a', 'c', 'e'), allOf('b', 'c', 'd'))),
  );
}
