import type { DependencySpec } from './dependency-spec.js';
import type { Network } from './network.js';
import { hitsByEvent } from './shared-outages.js';

/** A dependency graph laid out for a plot: what is needed stands in a lower layer than what needs it. */
export interface DependencyGraph {
  readonly vertices: readonly GraphVertex[];
  /** Indices into `vertices`: `from` is needed by `to`. */
  readonly edges: readonly { readonly from: number; readonly to: number }[];
  readonly layers: number;
  /** Places in the fullest layer. */
  readonly width: number;
  readonly events: readonly { readonly id: string; readonly nodes: readonly string[] }[];
}

export interface GraphVertex {
  readonly kind: 'site' | 'carrier' | 'supplier' | 'system' | 'gate' | 'service';
  /** Of a node or service its id and name; of a gate its rule: "any of 2", "2 of 3". */
  readonly id: string;
  readonly name: string;
  /** 0: needs nothing. */
  readonly layer: number;
  /** Place within its layer, from 0. */
  readonly place: number;
}

/** Sweeps that move each vertex to the mean place of what it is joined to. */
const SWEEPS = 8;

/**
 * Layers by the longest way down, order within a layer by barycentres (K. Sugiyama, S. Tagawa, M. Toda, IEEE Trans. SMC 11,
 * 1981). A list of needs that all must work is drawn as plain edges, not as a gate, where it stands outermost.
 */
export function dependencyGraph(spec: DependencySpec, network: Network): DependencyGraph {
  const { nodes, gates } = network;
  const drawn = new Map<number, number>();
  const inputs: number[][] = [];
  const described: Pick<GraphVertex, 'kind' | 'id' | 'name'>[] = [];
  for (const vertex of network.order) {
    if (isPlain(network, vertex)) continue;
    drawn.set(vertex, described.length);
    inputs.push(drawnInputs(network, vertex).map((input) => drawn.get(input) as number));
    described.push(
      vertex < nodes
        ? nodeVertex(spec, vertex)
        : vertex < nodes + gates
          ? gateVertex(network, vertex)
          : serviceVertex(spec, vertex - nodes - gates),
    );
  }
  const layer = layersOf(inputs);
  const place = placesOf(inputs, layer);
  const layers = layer.reduce((highest, at) => Math.max(highest, at + 1), 0);
  return {
    vertices: described.map((vertex, index) => ({
      ...vertex,
      layer: layer[index] as number,
      place: place[index] as number,
    })),
    edges: inputs.flatMap((list, to) => list.map((from) => ({ from, to }))),
    layers,
    width: place.reduce((widest, at) => Math.max(widest, at + 1), 0),
    events: hitsByEvent(spec).map(({ event, hits }) => ({
      id: event,
      nodes: hits.map(({ node }) => (spec.nodes[node] as DependencySpec['nodes'][number]).id),
    })),
  };
}

/** A gate that tolerates nothing and is all that a node or service needs. */
function isPlain(network: Network, vertex: number): boolean {
  if (vertex < network.nodes || vertex >= network.nodes + network.gates) return false;
  if ((network.tolerance[vertex] as number) > 0) return false;
  const parent = network.parents[network.parentsFrom[vertex] as number] as number;
  return parent < network.nodes || parent >= network.nodes + network.gates;
}

function drawnInputs(network: Network, vertex: number): number[] {
  const direct = inputsOf(network, vertex);
  return direct.flatMap((input) => (isPlain(network, input) ? inputsOf(network, input) : [input]));
}

function inputsOf(network: Network, vertex: number): number[] {
  return Array.from(
    network.inputs.subarray(network.inputsFrom[vertex] as number, network.inputsFrom[vertex + 1] as number),
  );
}

function nodeVertex(spec: DependencySpec, node: number): Pick<GraphVertex, 'kind' | 'id' | 'name'> {
  const { type, id, name } = spec.nodes[node] as DependencySpec['nodes'][number];
  return { kind: type, id, name };
}

function serviceVertex(spec: DependencySpec, service: number): Pick<GraphVertex, 'kind' | 'id' | 'name'> {
  const { id, name } = spec.services[service] as DependencySpec['services'][number];
  return { kind: 'service', id, name };
}

function gateVertex(network: Network, vertex: number): Pick<GraphVertex, 'kind' | 'id' | 'name'> {
  const of = inputsOf(network, vertex).length;
  const least = of - (network.tolerance[vertex] as number);
  const name = least === 1 ? `any of ${of}` : least === of ? `all of ${of}` : `${least} of ${of}`;
  return { kind: 'gate', id: `gate-${vertex - network.nodes + 1}`, name };
}

/** Vertices stand after their inputs. */
function layersOf(inputs: readonly number[][]): number[] {
  const layer: number[] = [];
  for (const list of inputs)
    layer.push(list.reduce((highest, input) => Math.max(highest, (layer[input] as number) + 1), 0));
  return layer;
}

function placesOf(inputs: readonly number[][], layer: readonly number[]): number[] {
  const joined: number[][] = inputs.map((list) => [...list]);
  for (const [to, list] of inputs.entries()) for (const from of list) (joined[from] as number[]).push(to);
  const rows: number[][] = [];
  for (const [vertex, at] of layer.entries()) {
    rows[at] ??= [];
    (rows[at] as number[]).push(vertex);
  }
  const place = new Array<number>(layer.length).fill(0);
  const number = (row: readonly number[]): void => {
    for (const [at, vertex] of row.entries()) place[vertex] = at;
  };
  rows.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      // Places are compared as fractions of a row, so that a row of two spreads beside a row of ten.
      const wish = new Map(row.map((vertex) => [vertex, barycentre(vertex)]));
      row.sort((a, b) => (wish.get(a) as number) - (wish.get(b) as number) || a - b);
      number(row);
    }
  }
  return place;

  function barycentre(vertex: number): number {
    const others = joined[vertex] as number[];
    if (others.length === 0) return relative(vertex);
    return others.reduce((sum, other) => sum + relative(other), 0) / others.length;
  }

  function relative(vertex: number): number {
    return ((place[vertex] as number) + 0.5) / (rows[layer[vertex] as number] as number[]).length;
  }
}
