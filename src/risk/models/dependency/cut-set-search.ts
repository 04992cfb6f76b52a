import type { CutSets } from './cut-sets.js';
import type { DependencySpec } from './dependency-spec.js';
import type { Network } from './network.js';
import { NetworkState } from './network-state.js';
import { hitsByEvent } from './shared-outages.js';
import type { Part } from './structure.js';

/** Vertices visited in all: some seconds. */
const MOST_STEPS = 200_000_000;
/** Sets of several parts that are tried. */
const MOST_SETS = 3_000_000;

/**
 * Minimal cut sets of every service by trying: each part alone, then pairs of parts, then triples, as far as the work
 * allows; only orders that were gone through whole are given. For graphs that are too large for diagrams.
 */
export function searchCutSets(
  spec: DependencySpec,
  network: Network,
  possible: (event: string) => boolean,
  order: number,
  listed: number,
): CutSets[] {
  const search = new Search(network, partsOf(spec, possible), listed);
  let completeTo = 0;
  while (completeTo < order && search.tryAll(completeTo + 1)) completeTo++;
  return search.found.map((orders) => ({
    method: 'search',
    counts: [0, ...orders.counts.slice(1, completeTo + 1)],
    completeTo,
    sets: orders.sets.filter((set) => set.length <= completeTo).slice(0, listed),
  }));
}

interface FailingPart {
  readonly part: Part;
  /** Nodes that go out with it. */
  readonly nodes: readonly number[];
}

function partsOf(spec: DependencySpec, possible: (event: string) => boolean): FailingPart[] {
  const events = hitsByEvent(spec).flatMap(({ event, hits }, index): FailingPart[] =>
    possible(event) ? [{ part: { kind: 'event', index }, nodes: hits.map(({ node }) => node) }] : [],
  );
  const nodes = spec.nodes.flatMap(({ failuresPerYear }, index): FailingPart[] =>
    failuresPerYear > 0 ? [{ part: { kind: 'node', index }, nodes: [index] }] : [],
  );
  return [...events, ...nodes];
}

class Search {
  readonly found: { readonly counts: number[]; readonly sets: Part[][] }[];
  readonly #state: NetworkState;
  readonly #parts: readonly FailingPart[];
  readonly #listed: number;
  /** Keys "service: part part" of the cut sets that are known. */
  readonly #cuts = new Set<string>();

  constructor(network: Network, parts: readonly FailingPart[], listed: number) {
    this.#state = new NetworkState(network);
    this.#parts = parts;
    this.#listed = listed;
    this.found = Array.from({ length: network.services }, () => ({ counts: [0], sets: [] }));
  }

  /** Tries all sets of so many parts; false where that is too much work. */
  tryAll(order: number): boolean {
    for (const { counts } of this.found) counts[order] = 0;
    // A part that puts every service out by itself is in no larger minimal set.
    const candidates = [...this.#parts.keys()].filter(
      (part) => !this.found.every((_, service) => this.#cuts.has(`${service}:${part}`)),
    );
    if (order > 1 && choose(candidates.length, order) > MOST_SETS) return false;
    return this.#extend([], candidates, 0, order);
  }

  #extend(chosen: readonly number[], candidates: readonly number[], from: number, left: number): boolean {
    for (let at = from; at < candidates.length; at++) {
      if (this.#state.steps > MOST_STEPS) return false;
      const part = candidates[at] as number;
      this.#state.changed.length = 0;
      this.#change(part, 1);
      const set = [...chosen, part];
      let whole = true;
      if (left === 1) this.#record(set);
      else whole = this.#extend(set, candidates, at + 1, left - 1);
      this.#change(part, -1);
      if (!whole) return false;
    }
    return true;
  }

  #change(part: number, by: 1 | -1): void {
    // Counted even where a change goes no further, so that many useless sets come to an end too.
    this.#state.steps++;
    for (const node of (this.#parts[part] as FailingPart).nodes) this.#state.change(node, by);
  }

  /** The last part has just failed: services that went out with it are cut by the set, unless by fewer. */
  #record(set: readonly number[]): void {
    for (const service of new Set(this.#state.changed)) {
      if (subsetsOf(set).some((subset) => this.#cuts.has(`${service}:${subset.join(' ')}`))) continue;
      this.#cuts.add(`${service}:${set.join(' ')}`);
      const { counts, sets } = this.found[service] as { counts: number[]; sets: Part[][] };
      counts[set.length] = (counts[set.length] as number) + 1;
      if (sets.length < this.#listed) sets.push(set.map((part) => (this.#parts[part] as FailingPart).part));
    }
  }
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let chosen = 0; chosen < k; chosen++) ways *= (n - chosen) / (chosen + 1);
  return ways;
}

/** All subsets that leave out something: of at most three parts. */
function subsetsOf(set: readonly number[]): number[][] {
  const subsets: number[][] = [];
  for (let mask = 1; mask < 2 ** set.length - 1; mask++)
    subsets.push(set.filter((_, index) => (mask & (1 << index)) !== 0));
  return subsets;
}
