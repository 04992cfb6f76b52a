import type { SharedEvent } from '../../resolved-register.js';
import { type CutSets, minimalCutSets } from './cut-sets.js';
import { dependencyProblems } from './dependency-problems.js';
import type { DependencySpec, DependentService } from './dependency-spec.js';
import { type ExactOutage, exactOutages } from './exact-outages.js';
import { type DependencyGraph, dependencyGraph } from './graph-layout.js';
import { networkOf } from './network.js';
import { type OutageStatistics, outageStatistics } from './outage-statistics.js';
import { hitsByEvent } from './shared-outages.js';
import type { Part } from './structure.js';

/** What can be said of a dependency graph without the rest of the register. Times in years of 8,760 hours. */
export interface DependencyAnalysis {
  readonly graph: DependencyGraph;
  readonly services: readonly ServiceAnalysis[];
  /** Spells in which at least one service is out: the occurrences that raise other risks. Null where not computed. */
  readonly anyService: ExactOutage | null;
  readonly warnings: readonly string[];
}

export interface ServiceAnalysis {
  readonly id: string;
  readonly name: string;
  /** Null where the graph is too large, and `why`. */
  readonly exact: ExactServiceOutage | null;
  readonly why?: string;
  readonly simulated: OutageStatistics | null;
  readonly cutSets: NamedCutSets;
  /** Cut sets of one: nodes whose failure alone puts the service out, and shared events that alone can do so. */
  readonly singlePoints: readonly NamedPart[];
}

export interface ExactServiceOutage extends Omit<ExactOutage, 'importance' | 'strikes'> {
  /** Expected lost revenue of the year, in units of the reporting currency; credits are only simulated. */
  readonly lostRevenue: number;
  /** Greatest share of the time out first. */
  readonly importance: readonly NamedImportance[];
  /**
   * Of each shared event: how likely one occurrence puts the service out while everything else works. A shared event
   * among the single points of failure puts it out with this probability only.
   */
  readonly strikes: readonly (NamedPart & { readonly probability: number })[];
}

/** A node of the graph or a shared event. */
export interface NamedPart {
  readonly kind: 'node' | 'event';
  readonly id: string;
  readonly name: string;
}

/** See {@link PartImportance}. */
export interface NamedImportance extends NamedPart {
  readonly birnbaum: number | null;
  readonly fussellVesely: number;
  readonly begins: number;
}

export interface NamedCutSets extends Omit<CutSets, 'sets'> {
  readonly sets: readonly (readonly NamedPart[])[];
}

/** How to simulate the outages beside: with the register's own seed and risk id, they are the trials of its run. */
export interface OutageRun {
  readonly risk: string;
  readonly seed: number | bigint;
  readonly trials: number;
}

/**
 * Availability, outages, minimal cut sets, single points of failure and importance of the parts of a dependency graph,
 * and the graph laid out for a plot.
 *
 * @param run simulates the distribution of outage hours and credits too; null: exact values and cut sets only
 * @throws InputError where the graph has an error
 */
export function analyseDependencies(
  spec: DependencySpec,
  sharedEvents: readonly SharedEvent[],
  run: OutageRun | null = null,
): DependencyAnalysis {
  const events = sharedEvents.map(({ id }) => id);
  const network = networkOf(spec, events);
  const exact = exactOutages(spec, network, sharedEvents);
  const cutSets = minimalCutSets(spec, network, (event) => canOccur(sharedEvents, event));
  const simulated =
    run === null ? null : outageStatistics(spec, sharedEvents, run.risk, run.seed, run.trials);
  const named = partNames(spec, sharedEvents);
  return {
    graph: dependencyGraph(spec, network),
    services: spec.services.map((service, index) => {
      const { sets, ...counted } = cutSets[index] as CutSets;
      return {
        id: service.id,
        name: service.name,
        ...('why' in exact
          ? { exact: null, why: exact.why }
          : { exact: serviceOutage(exact.services[index] as ExactOutage, service, named) }),
        simulated: simulated?.[index] ?? null,
        cutSets: { ...counted, sets: sets.map((set) => set.map(named)) },
        singlePoints: sets.flatMap((set) => (set.length === 1 ? set.map(named) : [])),
      };
    }),
    anyService: 'why' in exact ? null : exact.any,
    warnings: dependencyProblems(spec, events).map(({ message }) => message),
  };
}

function canOccur(sharedEvents: readonly SharedEvent[], event: string): boolean {
  const shared = sharedEvents.find(({ id }) => id === event);
  return shared !== undefined && (shared.occurs ?? shared.perYear > 0);
}

function partNames(spec: DependencySpec, sharedEvents: readonly SharedEvent[]): (part: Part) => NamedPart {
  const events = hitsByEvent(spec);
  return ({ kind, index }) => {
    if (kind === 'node') {
      const { id, name } = spec.nodes[index] as DependencySpec['nodes'][number];
      return { kind, id, name };
    }
    const id = (events[index] as (typeof events)[number]).event;
    return { kind, id, name: sharedEvents.find((event) => event.id === id)?.name ?? id };
  };
}

function serviceOutage(
  { importance, strikes, ...outage }: ExactOutage,
  { revenuePerYear, lostShare }: DependentService,
  named: (part: Part) => NamedPart,
): ExactServiceOutage {
  return {
    ...outage,
    lostRevenue: outage.outageYears * revenuePerYear * lostShare,
    importance: importance
      .map(({ part, ...measures }) => ({ ...named(part), ...measures }))
      .toSorted((a, b) => b.fussellVesely - a.fussellVesely),
    strikes: strikes.map(({ part, probability }) => ({ ...named(part), probability })),
  };
}
