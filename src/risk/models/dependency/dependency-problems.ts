import { distributionOf } from '../../distributions/distribution-of.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import type { DependencyNode, DependencySpec, DependentService, Need } from './dependency-spec.js';
import { needCycle } from './need-cycle.js';

/** Something wrong with a dependency graph. `path` leads to the place in the spec. */
export interface DependencyProblem {
  readonly severity: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Lists of needs within lists of needs. */
const DEEPEST_NEED = 32;
/** Nodes, services and references in needs. */
const MOST_NODES = 20_000;
const MOST_REFERENCES = 400_000;
/** Failures a year of one node: three a day are no failures but a load. */
export const MOST_FAILURES = 1_000;

type Report = (path: readonly (string | number)[], message: string) => void;

/**
 * Everything that is wrong with a dependency graph, in the order of the spec: names used twice, unknown or empty needs,
 * k > n, cycles (named in order), rates, probabilities and durations out of range; a node that no service needs is a
 * warning.
 *
 * @param sharedEvents ids of the register's shared events; null: not looked up
 */
export function dependencyProblems(
  spec: DependencySpec,
  sharedEvents: readonly string[] | null,
): DependencyProblem[] {
  const problems: DependencyProblem[] = [];
  const error: Report = (path, message) => problems.push({ severity: 'error', path, message });
  if (spec.nodes.length + spec.services.length > MOST_NODES) {
    error(
      [],
      `${spec.nodes.length + spec.services.length} nodes and services, expected at most ${MOST_NODES}.`,
    );
    return problems;
  }
  if (spec.services.length === 0)
    error(['services'], 'No service: name at least one that customers pay for, and what it needs.');
  const nodeIds = idsOf(spec.nodes, 'nodes', error);
  idsOf(spec.services, 'services', error);
  for (const [index, node] of spec.nodes.entries()) checkNode(node, ['nodes', index], sharedEvents, error);
  for (const [index, service] of spec.services.entries()) checkService(service, ['services', index], error);
  if (checkNeeds(spec, nodeIds, error)) {
    const cycle = needCycle(spec);
    if (cycle !== null)
      error(
        ['nodes', nodeIds.get(cycle[0] as string) as number, 'needs'],
        `The needs form a cycle: ${cycle.join(' needs ')}. Remove one of these needs; two that fail together share an event.`,
      );
    else problems.push(...unusedNodes(spec, nodeIds));
  }
  return problems;
}

function idsOf(
  things: readonly { readonly id: string }[],
  where: string,
  error: Report,
): Map<string, number> {
  const ids = new Map<string, number>();
  for (const [index, { id }] of things.entries()) {
    if (ids.has(id))
      error([where, index], `"${id}" stands twice among the ${where}: give each an id of its own.`);
    else ids.set(id, index);
  }
  return ids;
}

function checkNode(
  node: DependencyNode,
  path: readonly (string | number)[],
  sharedEvents: readonly string[] | null,
  error: Report,
): void {
  const { failuresPerYear } = node;
  if (!(failuresPerYear >= 0 && failuresPerYear <= MOST_FAILURES))
    error(
      [...path, 'failuresPerYear'],
      `${node.id} fails ${failuresPerYear} times a year, expected 0 to ${MOST_FAILURES}.`,
    );
  checkDuration(node.repair, `the repair of ${node.id}`, [...path, 'repair'], error);
  if (node.replacement !== null) {
    checkProbability(
      node.replacement.probability,
      `a replacement of ${node.id}`,
      [...path, 'replacement'],
      error,
    );
    checkDuration(
      node.replacement.time,
      `the replacement of ${node.id}`,
      [...path, 'replacement', 'time'],
      error,
    );
  }
  const seen = new Set<string>();
  for (const [index, { event, probability, outage }] of node.shared.entries()) {
    const place = [...path, 'shared', index];
    if (seen.has(event)) error(place, `${node.id} names the shared event "${event}" twice.`);
    seen.add(event);
    if (sharedEvents !== null && !sharedEvents.includes(event))
      error(place, `${node.id} names the shared event "${event}", which the register does not have.`);
    checkProbability(probability, `an outage of ${node.id} by ${event}`, [...place, 'probability'], error);
    checkDuration(outage, `the outage of ${node.id} by ${event}`, [...place, 'outage'], error);
  }
}

function checkService(service: DependentService, path: readonly (string | number)[], error: Report): void {
  const { id, revenuePerYear, lostShare, credits } = service;
  if (!(revenuePerYear >= 0 && revenuePerYear < Infinity))
    error(
      [...path, 'revenuePerYear'],
      `The revenue of ${id} is ${revenuePerYear}, expected an amount from 0.`,
    );
  if (!(lostShare >= 0 && lostShare <= 1))
    error([...path, 'lostShare'], `The lost share of ${id} is ${lostShare}, expected 0% to 100%.`);
  const steps = new Set<number>();
  for (const [index, { afterYears, amount }] of credits.entries()) {
    const place = [...path, 'credits', index];
    if (!(afterYears >= 0 && afterYears < Infinity) || !(amount >= 0 && amount < Infinity))
      error(place, `A credit of ${id} is ${amount} after ${afterYears} years, expected numbers from 0.`);
    if (steps.has(afterYears)) error(place, `${id} has two credits for an outage of the same length.`);
    steps.add(afterYears);
  }
}

function checkProbability(
  value: number,
  what: string,
  path: readonly (string | number)[],
  error: Report,
): void {
  if (!(value >= 0 && value <= 1))
    error(path, `The probability of ${what} is ${value}, expected 0% to 100%.`);
}

function checkDuration(
  spec: DistributionSpec,
  what: string,
  path: readonly (string | number)[],
  error: Report,
): void {
  let low: number;
  try {
    low = distributionOf(spec).support[0];
  } catch (problem) {
    error(path, `The time of ${what}: ${(problem as Error).message}`);
    return;
  }
  if (low < 0)
    error(
      path,
      `The time of ${what} can be negative (${spec.distribution}): use a law that begins at 0, as lognormal, gamma, PERT or triangular.`,
    );
}

/** True where every reference can be followed, so that cycles can be looked for. */
function checkNeeds(spec: DependencySpec, nodeIds: ReadonlyMap<string, number>, error: Report): boolean {
  const services = new Set(spec.services.map(({ id }) => id));
  let references = 0;
  let sound = true;
  const wrong: Report = (path, message) => {
    sound = false;
    error(path, message);
  };
  for (const [where, things] of [
    ['nodes', spec.nodes],
    ['services', spec.services],
  ] as const) {
    for (const [index, { id, needs }] of things.entries()) {
      if (needs !== null) check(needs, id, [where, index, 'needs'], 1);
    }
  }
  if (references > MOST_REFERENCES)
    wrong([], `The needs name ${references} nodes in all, expected at most ${MOST_REFERENCES}.`);
  return sound;

  function check(need: Need, owner: string, path: readonly (string | number)[], depth: number): void {
    if (depth > DEEPEST_NEED) {
      wrong(
        path,
        `The needs of ${owner} are nested deeper than ${DEEPEST_NEED} lists: give parts of them nodes of their own.`,
      );
      return;
    }
    const count = need.of.length;
    references += count;
    if (count === 0)
      wrong(path, `A list of needs of ${owner} is empty: name what it needs, or leave the list out.`);
    else if (!Number.isInteger(need.least) || need.least < 1 || need.least > count)
      wrong(path, `${owner} needs ${need.least} of ${count}, expected a whole number from 1 to ${count}.`);
    const seen = new Set<string>();
    for (const [index, item] of need.of.entries()) {
      const place = [...path, 'of', index];
      if (typeof item !== 'string') {
        check(item, owner, place, depth + 1);
        continue;
      }
      const complaint = complaintAbout(item, owner, seen);
      if (complaint !== null) wrong(place, complaint);
      seen.add(item);
    }
  }

  function complaintAbout(item: string, owner: string, seen: ReadonlySet<string>): string | null {
    if (seen.has(item)) return `A list of needs of ${owner} names ${item} twice.`;
    if (nodeIds.has(item)) return null;
    return services.has(item)
      ? `${owner} needs ${item}, which is a service: name the nodes that ${item} needs.`
      : `${owner} needs "${item}", which is no node of this graph.`;
  }
}

function unusedNodes(spec: DependencySpec, nodeIds: ReadonlyMap<string, number>): DependencyProblem[] {
  const needed = new Set<string>();
  const open: Need[] = spec.services.map(({ needs }) => needs);
  while (open.length > 0) {
    for (const item of (open.pop() as Need).of) {
      if (typeof item !== 'string') open.push(item);
      else if (!needed.has(item)) {
        needed.add(item);
        const { needs } = spec.nodes[nodeIds.get(item) as number] as DependencyNode;
        if (needs !== null) open.push(needs);
      }
    }
  }
  return spec.nodes.flatMap(({ id }, index) =>
    needed.has(id)
      ? []
      : [
          {
            severity: 'warning',
            path: ['nodes', index],
            message: `No service needs ${id}: its failures cost nothing here.`,
          },
        ],
  );
}
