import type { SharedEvent } from '../../resolved-register.js';
import type { DependencySpec } from './dependency-spec.js';
import { type OutageTime, outageTime } from './outage-time.js';
import { hitsByEvent } from './shared-outages.js';

/** Nodes that shared events hit: 2^10 patterns are enumerated. */
export const MOST_HIT_NODES = 10;

/** A shared event that can occur, as the exact path sees it. */
export interface SharedHit {
  /** Index among the events of the graph. */
  readonly event: number;
  readonly id: string;
  /** Occurrences a year; of an event that a scenario makes occur exactly once a year, 1. */
  readonly rate: number;
  readonly forced: boolean;
  readonly hits: readonly { readonly bit: number; readonly probability: number; readonly time: OutageTime }[];
}

/** Which of the hit nodes are free of shared outages, jointly: events hit several nodes at the same moment. */
export interface SharedOutageLaw {
  /** Nodes of the graph; bit k of a pattern is node `nodes[k]`. */
  readonly nodes: readonly number[];
  readonly events: readonly SharedHit[];
  /**
   * The probability of each pattern (bit set: free of shared outages) at a point of the mesh that `integrated` was made
   * for; one event left out on wish.
   */
  patterns(integrals: SharedIntegrals, point: number, without?: SharedHit): Float64Array;
}

/** For each event and each set of the nodes that it hits: ∫₀ᵗ P(an occurrence of age a still holds one of them out) da. */
export type SharedIntegrals = readonly (readonly Float64Array[])[];

/** Null where more than {@link MOST_HIT_NODES} nodes are hit. */
export function sharedOutageLaw(
  spec: DependencySpec,
  sharedEvents: readonly SharedEvent[],
): SharedOutageLaw | null {
  const possible = hitsByEvent(spec).flatMap(({ event, hits }, index) => {
    const shared = sharedEvents.find(({ id }) => id === event);
    if (shared === undefined || shared.occurs === false) return [];
    if (shared.occurs === null && shared.perYear === 0) return [];
    return [{ event: index, id: event, shared, hits }];
  });
  const nodes = [...new Set(possible.flatMap(({ hits }) => hits.map(({ node }) => node)))].sort(
    (a, b) => a - b,
  );
  if (nodes.length > MOST_HIT_NODES) return null;
  const events = possible.map(
    ({ event, id, shared, hits }): SharedHit => ({
      event,
      id,
      rate: shared.occurs === true ? 1 : shared.perYear,
      forced: shared.occurs === true,
      hits: hits.map(({ node, probability, outage }) => ({
        bit: nodes.indexOf(node),
        probability,
        time: outageTime([{ weight: 1, spec: outage }]),
      })),
    }),
  );
  return {
    nodes,
    events,
    patterns: (integrals, point, without) => patternsAt(nodes.length, events, integrals, point, without),
  };
}

/**
 * The integrals at each of some ascending points. The survival of each outage time is averaged over a cell exactly; the
 * product of several is taken of these averages.
 */
export function sharedIntegrals(events: readonly SharedHit[], points: ArrayLike<number>): SharedIntegrals {
  return events.map(({ hits }) => {
    const limited = hits.map(({ time }) => Float64Array.from(points, (point) => time.limitedMean(point)));
    return Array.from({ length: 2 ** hits.length }, (_, subset) => {
      const integral = new Float64Array(points.length);
      for (let at = 1; at < points.length; at++) {
        const width = (points[at] as number) - (points[at - 1] as number);
        let free = 1;
        for (const [hit, { probability }] of hits.entries()) {
          if ((subset & (1 << hit)) === 0) continue;
          const of = limited[hit] as Float64Array;
          free *= 1 - (probability * ((of[at] as number) - (of[at - 1] as number))) / width;
        }
        integral[at] = (integral[at - 1] as number) + (1 - free) * width;
      }
      return integral;
    });
  });
}

/**
 * P(all nodes of A are free) is exp(−λ ∫) of a Poisson event (those occurrences that still hold one of A out are a thinned
 * Poisson number) and 1 − ∫ of one that occurs once, at a uniform time. From these for all A, the patterns follow by
 * inclusion and exclusion.
 */
function patternsAt(
  nodes: number,
  events: readonly SharedHit[],
  integrals: SharedIntegrals,
  point: number,
  without: SharedHit | undefined,
): Float64Array {
  const law = new Float64Array(2 ** nodes).fill(1);
  for (const [index, event] of events.entries()) {
    if (event === without) continue;
    for (let set = 0; set < law.length; set++) {
      const subset = hitsWithin(event, set);
      const integral = ((integrals[index] as readonly Float64Array[])[subset] as Float64Array)[
        point
      ] as number;
      law[set] = (law[set] as number) * (event.forced ? 1 - integral : Math.exp(-event.rate * integral));
    }
  }
  for (let bit = 1; bit < law.length; bit <<= 1) {
    for (let set = 0; set < law.length; set++) {
      if ((set & bit) === 0) law[set] = Math.max(0, (law[set] as number) - (law[set | bit] as number));
    }
  }
  return law;
}

/** Which of an event's hits are on nodes of a set. */
function hitsWithin({ hits }: SharedHit, set: number): number {
  let subset = 0;
  for (const [hit, { bit }] of hits.entries()) {
    if ((set & (1 << bit)) !== 0) subset |= 1 << hit;
  }
  return subset;
}
