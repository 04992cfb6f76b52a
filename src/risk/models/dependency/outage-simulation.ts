import type { Block } from '../../simulation/risk-sampler.js';
import type { DependencySpec } from './dependency-spec.js';
import { type Network, networkOf } from './network.js';
import { NetworkState } from './network-state.js';
import { NodeFailures } from './node-failures.js';
import { OutageList } from './outage-list.js';
import { SharedOutages } from './shared-outages.js';

/** What a simulation finds, in the order of trials. Times are fractions of the trial's year. */
export interface OutageListener {
  /** A service was out from `start` to `end`; what lasts beyond the year ends at 1. */
  outage(service: number, trial: number, start: number, end: number): void;
  /** A spell in which at least one service was out has begun. */
  spell(trial: number): void;
}

/** Outages that are held in memory at a time. */
const OUTAGES_AT_ONCE = 200_000;

/**
 * Event-driven simulation of a dependency graph over one year a trial. The cost goes with the number of failures, not of
 * trials: nodes' outages that overlap no other are looked up, and only clusters of overlapping ones are followed through
 * the graph. A service is out while its need is unmet; its outages are those maximal intervals.
 */
export class OutageSimulation {
  readonly network: Network;
  readonly #failures: NodeFailures;
  readonly #shared: SharedOutages;
  readonly #state: NetworkState;
  readonly #outages = new OutageList();
  /** Services that are out when this node alone is; found when first needed. */
  readonly #lostWith: (readonly number[] | undefined)[];
  /** Since when a service has been out; NaN while it works. */
  readonly #outSince: Float64Array;

  /** @throws InputError where the graph has an error */
  constructor(spec: DependencySpec, risk: string) {
    this.network = networkOf(spec);
    this.#failures = new NodeFailures(spec, risk);
    this.#shared = new SharedOutages(spec, risk);
    this.#state = new NetworkState(this.network);
    this.#lostWith = new Array(spec.nodes.length);
    this.#outSince = new Float64Array(spec.services.length).fill(Number.NaN);
  }

  run(block: Block, listener: OutageListener): void {
    const own = this.#failures.start(block);
    const shared = this.#shared.start(block);
    const atOnce = Math.max(1, Math.floor(OUTAGES_AT_ONCE / Math.max(1, this.#failures.perTrial)));
    for (let from = 0; from < block.trials; from += atOnce) {
      const to = Math.min(block.trials, from + atOnce);
      this.#outages.clear();
      own.draw(to, this.#outages);
      shared.draw(from, to, this.#outages);
      this.#follow(from, to, listener);
    }
  }

  #follow(fromTrial: number, toTrial: number, listener: OutageListener): void {
    const { order, from } = this.#outages.byTrial(fromTrial, toTrial - fromTrial);
    const { starts, ends } = this.#outages;
    for (let trial = fromTrial; trial < toTrial; trial++) {
      const last = from[trial - fromTrial + 1] as number;
      let next = from[trial - fromTrial] as number;
      while (next < last) {
        const first = next++;
        let end = ends[order[first] as number] as number;
        while (next < last && (starts[order[next] as number] as number) <= end) {
          end = Math.max(end, ends[order[next++] as number] as number);
        }
        if (next === first + 1) this.#alone(order[first] as number, trial, listener);
        else this.#cluster(order.subarray(first, next), trial, listener);
      }
    }
  }

  #alone(outage: number, trial: number, listener: OutageListener): void {
    const node = this.#outages.nodes[outage] as number;
    const lost = this.#lostWith[node] ?? this.#findLost(node);
    if (lost.length === 0) return;
    listener.spell(trial);
    for (const service of lost)
      listener.outage(
        service,
        trial,
        this.#outages.starts[outage] as number,
        this.#outages.ends[outage] as number,
      );
  }

  #findLost(node: number): readonly number[] {
    this.#state.change(node, 1);
    const lost = [...new Set(this.#state.changed)].sort((a, b) => a - b);
    this.#state.change(node, -1);
    this.#state.changed.length = 0;
    this.#lostWith[node] = lost;
    return lost;
  }

  /** Follows outages that overlap, in order of their starts, through the graph until the last has ended. */
  #cluster(outages: Int32Array, trial: number, listener: OutageListener): void {
    const { nodes, starts, ends } = this.#outages;
    const byEnd = outages.slice().sort((a, b) => (ends[a] as number) - (ends[b] as number) || a - b);
    let begun = 0;
    let ended = 0;
    let servicesOut = 0;
    while (ended < byEnd.length) {
      const time = Math.min(
        begun < outages.length ? (starts[outages[begun] as number] as number) : 1,
        ends[byEnd[ended] as number] as number,
      );
      // All that happens at one moment is taken together: a handover without a gap is no outage.
      while (begun < outages.length && (starts[outages[begun] as number] as number) === time)
        this.#state.change(nodes[outages[begun++] as number] as number, 1);
      while (ended < byEnd.length && (ends[byEnd[ended] as number] as number) === time)
        this.#state.change(nodes[byEnd[ended++] as number] as number, -1);
      servicesOut = this.#settle(time, trial, servicesOut, listener);
    }
  }

  /** Reports the outages that have ended now; gives how many services are out. */
  #settle(time: number, trial: number, before: number, listener: OutageListener): number {
    const { changed } = this.#state;
    let servicesOut = before;
    for (const service of changed) {
      const since = this.#outSince[service] as number;
      const isOut = this.#state.serviceIsOut(service);
      if (isOut === !Number.isNaN(since)) continue;
      if (isOut) {
        this.#outSince[service] = time;
        servicesOut++;
      } else {
        this.#outSince[service] = Number.NaN;
        servicesOut--;
        listener.outage(service, trial, since, time);
      }
    }
    changed.length = 0;
    if (before === 0 && servicesOut > 0) listener.spell(trial);
    return servicesOut;
  }
}
