import type { Distribution } from '../../distributions/distribution.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import type { RandomStream } from '../../random/random-stream.js';
import type { Block } from '../../simulation/risk-sampler.js';
import type { DependencySpec } from './dependency-spec.js';
import type { OutageList } from './outage-list.js';

/**
 * Outages of the nodes by shared events. An event occurs at a uniform time of the year and puts out each node that
 * names it with the node's own probability, all from the same moment.
 */
export class SharedOutages {
  readonly #events: readonly HittingEvent[];

  constructor(spec: DependencySpec, risk: string) {
    this.#events = hitsByEvent(spec).map(({ event, hits }) => ({
      event,
      purpose: `risk/${risk}/event/${event}`,
      hits: hits.map(({ node, probability, outage }) => ({
        node,
        probability,
        outage: distributionOf(outage),
      })),
    }));
  }

  /** Adds the outages of trials `from` up to, not with, `to`, once all earlier trials of the block have been drawn. */
  start(block: Block): { draw(from: number, to: number, out: OutageList): void } {
    const events = this.#events.map(({ event, purpose, hits }) => ({
      counts: block.sharedEvent(event),
      random: block.stream(purpose),
      hits,
    }));
    return {
      draw: (from, to, out) => {
        for (const { counts, random, hits } of events) {
          for (let trial = from; trial < to; trial++) {
            for (let left = counts[trial] as number; left > 0; left--) strike(trial, hits, random, out);
          }
        }
      },
    };
  }
}

function strike(trial: number, hits: HittingEvent['hits'], random: RandomStream, out: OutageList): void {
  const start = random.uniform();
  for (const { node, probability, outage } of hits) {
    if (random.uniform() >= probability) continue;
    const end = Math.min(1, start + outage.sample(random));
    if (end > start) out.add(trial, node, start, end);
  }
}

interface HittingEvent {
  readonly event: string;
  readonly purpose: string;
  readonly hits: readonly {
    readonly node: number;
    readonly probability: number;
    readonly outage: Distribution;
  }[];
}

/** A shared event, and the nodes of the graph that each occurrence of it can put out. */
interface EventHits {
  readonly event: string;
  readonly hits: readonly {
    readonly node: number;
    readonly probability: number;
    readonly outage: DistributionSpec;
  }[];
}

/** The shared events that a graph names, in the order in which it first names them. */
export function hitsByEvent(spec: DependencySpec): EventHits[] {
  const events = new Map<string, EventHits['hits'][number][]>();
  for (const [node, { shared }] of spec.nodes.entries()) {
    for (const { event, probability, outage } of shared) {
      if (probability === 0) continue;
      const hits = events.get(event) ?? [];
      hits.push({ node, probability, outage });
      events.set(event, hits);
    }
  }
  return [...events].map(([event, hits]) => ({ event, hits }));
}
