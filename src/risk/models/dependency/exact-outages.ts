import type { SharedEvent } from '../../resolved-register.js';
import { DecisionDiagram, DiagramTooLarge } from './decision-diagram.js';
import type { DependencyNode, DependencySpec } from './dependency-spec.js';
import { DiagramProbability } from './diagram-probability.js';
import type { Network } from './network.js';
import { unavailabilityOverYear } from './node-unavailability.js';
import { type OutageTime, ownOutageTime } from './outage-time.js';
import { type Moment, NEGLIGIBLE, type OutageTotals, outageTotals, outByStrike } from './outage-totals.js';
import {
  MOST_HIT_NODES,
  type SharedIntegrals,
  type SharedOutageLaw,
  sharedIntegrals,
  sharedOutageLaw,
} from './shared-outage-law.js';
import { nodeStructure, type Part, type Structure } from './structure.js';
import { yearMesh } from './year-mesh.js';

/** Expected outages without simulation, of each service and of "any service". */
export interface ExactOutages {
  readonly services: readonly ExactOutage[];
  readonly any: ExactOutage;
}

/** Times in years. */
export interface ExactOutage {
  /** Expected time out within a year that begins with everything working. */
  readonly outageYears: number;
  /** Expected number of outages that begin in that year. */
  readonly outages: number;
  /** Bound of the numerical error of `outageYears`, in years. */
  readonly error: number;
  /** After many years; null where there is no such state, and `why`. */
  readonly longRun: LongRun | null;
  readonly why?: string;
  readonly importance: readonly PartImportance[];
  /** How likely one occurrence of a shared event puts the service out while everything else works. */
  readonly strikes: readonly { readonly part: Part; readonly probability: number }[];
}

export interface LongRun {
  readonly availability: number;
  readonly outagesPerYear: number;
  /** Mean length of an outage; null where there is none. */
  readonly meanOutageYears: number | null;
}

/** How much a part matters for a service, over the year. */
export interface PartImportance {
  readonly part: Part;
  /** P(service works | part works) − P(service works | part is out), mean over the year (Birnbaum 1969); null of an event. */
  readonly birnbaum: number | null;
  /** Share of the time out that would not be if the part never failed: Fussell-Vesely, as NUREG/CR-3385 (1983) takes it. */
  readonly fussellVesely: number;
  /** Share of the outages that begin with this part's failure (Barlow & Proschan 1975). */
  readonly begins: number;
}

/** Steps through diagrams that an exact answer may take: some seconds. */
const MOST_WORK = 4e8;

/**
 * Expected outages by decision diagrams over the independent states of nodes, conditional on which nodes shared events
 * hold out. Exact up to the numerical error that it states; repair times may have any law.
 *
 * @returns a reason instead where the graph is too large for it
 */
export function exactOutages(
  spec: DependencySpec,
  network: Network,
  sharedEvents: readonly SharedEvent[],
): ExactOutages | { readonly why: string } {
  const shared = sharedOutageLaw(spec, sharedEvents);
  if (shared === null) return { why: `Shared events hit more than ${MOST_HIT_NODES} nodes: only simulated.` };
  const diagram = new DecisionDiagram();
  let structure: Structure;
  try {
    structure = nodeStructure(spec, network, diagram);
  } catch (error) {
    if (error instanceof DiagramTooLarge) return { why: `${error.message}: only simulated.` };
    throw error;
  }
  const times = structure.parts.map(({ index }) => ownOutageTime(spec.nodes[index] as DependencyNode));
  const year = yearMoments(spec, structure.parts, times, shared);
  const roots = [...structure.works, structure.allWork].map((root) => new DiagramProbability(diagram, root));
  const steps = roots.reduce((sum, root) => sum + root.size + 10, 0) * year.length * 2 ** shared.nodes.length;
  if (steps * (2 + 2 * shared.events.length) > MOST_WORK)
    return { why: `${new DiagramTooLarge().message}: only simulated.` };
  const rates = Float64Array.from(
    structure.parts,
    ({ index }) => (spec.nodes[index] as DependencyNode).failuresPerYear,
  );
  const longRun = longRunMoment(structure.parts, rates, times, shared);
  // What rounding may do to the patterns of shared outages.
  const lost = shared.nodes.length === 0 ? 0 : NEGLIGIBLE * 2 ** shared.nodes.length;
  const outages = roots.map((works): ExactOutage => {
    const totals = outageTotals(works, structure.parts, rates, shared, year);
    const importance = importanceOf(structure.parts, shared, totals);
    const error = Math.abs(totals.out - totals.outCheck) + 1e-9 * totals.out + lost;
    const strikes = shared.events.map((event) => ({
      part: { kind: 'event' as const, index: event.event },
      probability: outByStrike(works, structure.parts, shared, event),
    }));
    const inYear = { outageYears: totals.out, outages: totals.outages, error, importance, strikes };
    if ('why' in longRun) return { ...inYear, longRun: null, why: longRun.why };
    return { ...inYear, longRun: longRunOf(outageTotals(works, structure.parts, rates, shared, [longRun])) };
  });
  return { services: outages.slice(0, -1), any: outages.at(-1) as ExactOutage };
}

function yearMoments(
  spec: DependencySpec,
  parts: readonly Part[],
  times: readonly OutageTime[],
  shared: SharedOutageLaw,
): Moment[] {
  const all = [...times, ...shared.events.flatMap(({ hits }) => hits.map(({ time }) => time))];
  const shortest = Math.min(1, ...all.map((time) => time.quantile(0.5)));
  const mesh = yearMesh(shortest, [...new Set(all.flatMap(({ kinks }) => kinks))]);
  // Equal nodes are usual (two routers of one make): their curve is computed once.
  const curves = new Map<string, Float64Array>();
  const unavailabilities = parts.map(({ index }, variable) => {
    const { failuresPerYear, repair, replacement } = spec.nodes[index] as DependencyNode;
    const key = JSON.stringify([failuresPerYear, repair, replacement]);
    const curve =
      curves.get(key) ?? unavailabilityOverYear(failuresPerYear, times[variable] as OutageTime, mesh);
    curves.set(key, curve);
    return curve;
  });
  const integrals = sharedIntegrals(shared.events, mesh.points);
  return Array.from(mesh.points, (_, point) => ({
    weight: mesh.simpson[point] as number,
    checkWeight: mesh.trapezoid[point] as number,
    unavailability: Float64Array.from(unavailabilities, (curve) => curve[point] as number),
    patterns: (without) => shared.patterns(integrals, point, without),
  }));
}

/** The state after many years: a node is out λm / (1 + λm) of the time, m its mean outage, whatever the law. */
function longRunMoment(
  parts: readonly Part[],
  rates: Float64Array,
  times: readonly OutageTime[],
  shared: SharedOutageLaw,
): Moment | { why: string } {
  if (shared.events.some(({ forced }) => forced))
    return { why: 'a scenario makes a shared event occur in this year' };
  const lasting = [
    ...times.filter((_, variable) => (rates[variable] as number) > 0),
    ...shared.events.flatMap(({ hits }) => hits.map(({ time }) => time)),
  ];
  if (lasting.some(({ mean }) => mean === Number.POSITIVE_INFINITY))
    return { why: 'an outage time has no mean, so that its node is out for ever in the end' };
  const unavailability = Float64Array.from(parts, (_, variable) => {
    const load = (rates[variable] as number) * (times[variable] as OutageTime).mean;
    return (rates[variable] as number) === 0 ? 0 : load / (1 + load);
  });
  const { integrals, last } = longIntegrals(shared);
  return {
    weight: 1,
    checkWeight: 1,
    unavailability,
    patterns: (without) => shared.patterns(integrals, last, without),
  };
}

/** Integrals up to any age: a geometric mesh as far as outages reach, and beyond it the sum of what is left of each. */
function longIntegrals(shared: SharedOutageLaw): { integrals: SharedIntegrals; last: number } {
  const times = shared.events.flatMap(({ hits }) => hits.map(({ time }) => time));
  const far = Math.max(1e-6, ...times.map((time) => time.quantile(1 - 1e-9)));
  const near = Math.min(far / 10, ...times.map((time) => Math.max(1e-9, time.quantile(0.5) / 10)));
  const cells = 600;
  const geometric = Array.from({ length: cells + 1 }, (_, cell) => near * (far / near) ** (cell / cells));
  const kinks = times.flatMap((time) => time.kinks).filter((kink) => kink < far);
  const points = Float64Array.from(new Set([0, ...geometric, ...kinks])).sort();
  const last = points.length - 1;
  const integrals = sharedIntegrals(shared.events, points);
  for (const [index, { hits }] of shared.events.entries()) {
    for (const [subset, integral] of (integrals[index] as readonly Float64Array[]).entries()) {
      for (const [hit, { probability, time }] of hits.entries()) {
        if ((subset & (1 << hit)) === 0) continue;
        const left = Math.max(0, time.mean - time.limitedMean(points[last] as number));
        integral[last] = (integral[last] as number) + probability * left;
      }
    }
  }
  return { integrals, last };
}

function longRunOf({ out, outages }: OutageTotals): LongRun {
  return {
    availability: 1 - out,
    outagesPerYear: outages,
    meanOutageYears: outages > 0 ? out / outages : null,
  };
}

function importanceOf(
  parts: readonly Part[],
  shared: SharedOutageLaw,
  totals: OutageTotals,
): PartImportance[] {
  const share = (part: number, of: number): number => (of > 0 ? part / of : 0);
  const nodes = parts.map((part, variable) => ({
    part,
    birnbaum: totals.birnbaum[variable] as number,
    fussellVesely: share(totals.spared[variable] as number, totals.out),
    begins: share(totals.begun[variable] as number, totals.outages),
  }));
  const events = shared.events.map(({ event }, index) => ({
    part: { kind: 'event' as const, index: event },
    birnbaum: null,
    fussellVesely: share(totals.sparedByEvent[index] as number, totals.out),
    begins: share(totals.begunByEvent[index] as number, totals.outages),
  }));
  return [...nodes, ...events];
}
