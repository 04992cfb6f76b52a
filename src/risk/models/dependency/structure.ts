import { type DecisionDiagram, DiagramTooLarge, TRUE } from './decision-diagram.js';
import type { DependencySpec } from './dependency-spec.js';
import type { Network } from './network.js';
import { hitsByEvent } from './shared-outages.js';

/** What can fail: an index into the nodes of the graph, or into its shared events. */
export interface Part {
  readonly kind: 'node' | 'event';
  readonly index: number;
}

/** The services of a graph as increasing functions of the parts that work. */
export interface Structure {
  /** The part that each variable stands for. */
  readonly parts: readonly Part[];
  /** "This service works", a function for each service. */
  readonly works: readonly number[];
  /** "Every service works". */
  readonly allWork: number;
}

/** Variables: the diagrams' recursion goes as deep. */
export const MOST_PARTS = 1_000;

/** Functions of the nodes' own states: a node is down by a failure of its own or by a shared event. @throws DiagramTooLarge */
export function nodeStructure(spec: DependencySpec, network: Network, diagram: DecisionDiagram): Structure {
  const parts = partsInOrder(network)
    .filter((node) => {
      const { failuresPerYear, shared } = spec.nodes[node] as DependencySpec['nodes'][number];
      return failuresPerYear > 0 || shared.some(({ probability }) => probability > 0);
    })
    .map((index): Part => ({ kind: 'node', index }));
  const variables = variablesOf(parts, diagram);
  return structureOf(network, diagram, parts, (node) => variables.get(`node ${node}`) ?? TRUE);
}

/** Functions of failures of nodes by themselves and of shared events that do not occur: for cut sets. @throws DiagramTooLarge */
export function causeStructure(
  spec: DependencySpec,
  network: Network,
  diagram: DecisionDiagram,
  possible: (event: string) => boolean,
): Structure {
  const events = hitsByEvent(spec);
  const parts = [
    ...events.flatMap(({ event }, index): Part[] => (possible(event) ? [{ kind: 'event', index }] : [])),
    ...partsInOrder(network)
      .filter((node) => (spec.nodes[node] as DependencySpec['nodes'][number]).failuresPerYear > 0)
      .map((index): Part => ({ kind: 'node', index })),
  ];
  const variables = variablesOf(parts, diagram);
  const hitBy = new Map<number, number[]>();
  for (const [index, { hits }] of events.entries()) {
    const variable = variables.get(`event ${index}`);
    if (variable === undefined) continue;
    for (const { node } of hits) hitBy.set(node, [...(hitBy.get(node) ?? []), variable]);
  }
  return structureOf(network, diagram, parts, (node) =>
    // From the last variable to the first: each step then costs one node.
    (hitBy.get(node) ?? []).reduceRight(
      (works, event) => diagram.and(event, works),
      variables.get(`node ${node}`) ?? TRUE,
    ),
  );
}

function variablesOf(parts: readonly Part[], diagram: DecisionDiagram): Map<string, number> {
  if (parts.length > MOST_PARTS)
    throw new DiagramTooLarge(`${parts.length} parts can fail, and an exact answer goes to ${MOST_PARTS}`);
  return new Map(
    parts.map(({ kind, index }, variable) => [`${kind} ${index}`, diagram.variableNode(variable)]),
  );
}

function structureOf(
  network: Network,
  diagram: DecisionDiagram,
  parts: readonly Part[],
  ownState: (node: number) => number,
): Structure {
  const needed = neededVertices(network);
  const works = new Int32Array(network.tolerance.length);
  for (const vertex of network.order) {
    if (needed[vertex] === 0) continue;
    const from = network.inputsFrom[vertex] as number;
    const to = network.inputsFrom[vertex + 1] as number;
    const inputs = Array.from(network.inputs.subarray(from, to), (input) => works[input] as number);
    const met = diagram.atLeast(to - from - (network.tolerance[vertex] as number), inputs);
    works[vertex] = vertex < network.nodes ? diagram.and(ownState(vertex), met) : met;
  }
  const services = Array.from(works.subarray(network.nodes + network.gates));
  return { parts, works: services, allWork: diagram.atLeast(services.length, services) };
}

/** Nodes as a walk from the services down meets them first: parts that are needed together stand together. */
function partsInOrder(network: Network): number[] {
  const seen = new Uint8Array(network.tolerance.length);
  const nodes: number[] = [];
  for (let service = 0; service < network.services; service++) {
    const open = [network.nodes + network.gates + service];
    while (open.length > 0) {
      const vertex = open.pop() as number;
      if (seen[vertex] === 1) continue;
      seen[vertex] = 1;
      if (vertex < network.nodes) nodes.push(vertex);
      const from = network.inputsFrom[vertex] as number;
      for (let at = (network.inputsFrom[vertex + 1] as number) - 1; at >= from; at--)
        open.push(network.inputs[at] as number);
    }
  }
  return nodes;
}

function neededVertices(network: Network): Uint8Array {
  const needed = new Uint8Array(network.tolerance.length).fill(1, network.nodes + network.gates);
  for (let at = network.order.length - 1; at >= 0; at--) {
    const vertex = network.order[at] as number;
    if (needed[vertex] === 0) continue;
    for (
      let input = network.inputsFrom[vertex] as number;
      input < (network.inputsFrom[vertex + 1] as number);
      input++
    )
      needed[network.inputs[input] as number] = 1;
  }
  return needed;
}
