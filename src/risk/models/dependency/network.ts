import { InputError } from '../../../value/index.js';
import { dependencyProblems } from './dependency-problems.js';
import type { DependencySpec, Need } from './dependency-spec.js';

/**
 * A dependency graph as flat arrays. A vertex is a node, a gate (one list of several needs) or a service, in this order. It is out
 * when more of its inputs are out than it tolerates: a gate "k of n" tolerates n − k, nodes and services none. An outage of
 * a node itself counts as an input of it that is out.
 */
export interface Network {
  readonly nodes: number;
  readonly gates: number;
  readonly services: number;
  /** How many inputs of a vertex may be out. */
  readonly tolerance: Int32Array;
  /** What a vertex needs: `inputs[inputsFrom[v] .. inputsFrom[v + 1]]`. */
  readonly inputsFrom: Int32Array;
  readonly inputs: Int32Array;
  /** Which vertices need it: `parents[parentsFrom[v] .. parentsFrom[v + 1]]`. */
  readonly parentsFrom: Int32Array;
  readonly parents: Int32Array;
  /** Every vertex after all that it needs. */
  readonly order: Int32Array;
}

/**
 * @param sharedEvents ids of the register's shared events; null: not looked up
 * @throws InputError naming the first error of {@link dependencyProblems}
 */
export function networkOf(spec: DependencySpec, sharedEvents: readonly string[] | null = null): Network {
  const error = dependencyProblems(spec, sharedEvents).find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new InputError('bad-config', error.message);
  return compiled(spec);
}

function compiled(spec: DependencySpec): Network {
  const { gates, roots } = gatesOf(spec);
  const nodes = spec.nodes.length;
  const vertices = nodes + gates.length + spec.services.length;
  const tolerance = new Int32Array(vertices);
  const inputLists: number[][] = roots.slice(0, nodes).map((root) => (root === null ? [] : [root]));
  for (const [index, gate] of gates.entries()) {
    tolerance[nodes + index] = gate.inputs.length - gate.least;
    inputLists.push(gate.inputs);
  }
  for (const root of roots.slice(nodes)) inputLists.push([root as number]);
  const [inputsFrom, inputs] = flattened(inputLists);
  const parentLists: number[][] = inputLists.map(() => []);
  for (const [vertex, list] of inputLists.entries()) {
    for (const input of list) (parentLists[input] as number[]).push(vertex);
  }
  const [parentsFrom, parents] = flattened(parentLists);
  const network = { nodes, gates: gates.length, services: spec.services.length, tolerance };
  return { ...network, inputsFrom, inputs, parentsFrom, parents, order: orderOf(inputLists, parentLists) };
}

interface Gate {
  readonly least: number;
  readonly inputs: number[];
}

/** The gates of all needs, and the root gate of each node and service (null: needs nothing). */
function gatesOf(spec: DependencySpec): { gates: Gate[]; roots: (number | null)[] } {
  const nodeIndex = new Map(spec.nodes.map(({ id }, index) => [id, index]));
  const gates: Gate[] = [];
  const roots = [...spec.nodes, ...spec.services].map(({ needs }) =>
    needs === null ? null : addGate(needs),
  );
  return { gates, roots };

  /** A list of one needs no gate. The depth of needs is bounded by `dependencyProblems`. */
  function addGate(need: Need): number {
    const only = need.of.length === 1 ? need.of[0] : undefined;
    if (only !== undefined) return typeof only === 'string' ? (nodeIndex.get(only) as number) : addGate(only);
    const gate: Gate = { least: need.least, inputs: [] };
    const vertex = spec.nodes.length + gates.push(gate) - 1;
    for (const item of need.of) {
      gate.inputs.push(typeof item === 'string' ? (nodeIndex.get(item) as number) : addGate(item));
    }
    return vertex;
  }
}

function flattened(lists: readonly (readonly number[])[]): [from: Int32Array, items: Int32Array] {
  const from = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) from[index + 1] = (from[index] as number) + list.length;
  return [from, Int32Array.from(lists.flat())];
}

/** Vertices without inputs first (A. B. Kahn, CACM 5(11), 1962); that there is no cycle has been checked. */
function orderOf(inputLists: readonly number[][], parentLists: readonly number[][]): Int32Array {
  const missing = inputLists.map((list) => list.length);
  const order = missing.flatMap((count, vertex) => (count === 0 ? [vertex] : []));
  for (let next = 0; next < order.length; next++) {
    for (const parent of parentLists[order[next] as number] as number[]) {
      missing[parent] = (missing[parent] as number) - 1;
      if (missing[parent] === 0) order.push(parent);
    }
  }
  return Int32Array.from(order);
}
