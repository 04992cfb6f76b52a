import type { Network } from './network.js';

/**
 * Which vertices of a network are out, kept up to date as nodes fail and recover. A change costs as many steps as
 * vertices change with it. All nodes work at first.
 */
export class NetworkState {
  readonly #network: Network;
  /** How many inputs of a vertex are out, outages of the node itself among them. */
  readonly #out: Int32Array;
  readonly #pending: number[] = [];
  /** Services whose state has changed since the caller emptied the list, possibly there and back. */
  readonly changed: number[] = [];
  /** Vertices that have been visited, for those who bound their work. */
  steps = 0;

  constructor(network: Network) {
    this.#network = network;
    this.#out = new Int32Array(network.tolerance.length);
  }

  /** One more outage of a node begins (+1) or ends (−1); several may overlap. */
  change(node: number, by: 1 | -1): void {
    const { tolerance, parents, parentsFrom, nodes, gates } = this.#network;
    const out = this.#out;
    const pending = this.#pending;
    const firstService = nodes + gates;
    pending.push(node);
    // Counts move one way within a change, so that the order in which vertices are visited does not matter.
    while (pending.length > 0) {
      const vertex = pending.pop() as number;
      this.steps++;
      const before = out[vertex] as number;
      out[vertex] = before + by;
      const limit = tolerance[vertex] as number;
      if (before > limit === before + by > limit) continue;
      if (vertex >= firstService) this.changed.push(vertex - firstService);
      for (let at = parentsFrom[vertex] as number; at < (parentsFrom[vertex + 1] as number); at++)
        pending.push(parents[at] as number);
    }
  }

  serviceIsOut(service: number): boolean {
    const vertex = this.#network.nodes + this.#network.gates + service;
    return (this.#out[vertex] as number) > (this.#network.tolerance[vertex] as number);
  }
}
