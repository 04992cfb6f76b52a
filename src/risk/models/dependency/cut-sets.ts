import { searchCutSets } from './cut-set-search.js';
import { DecisionDiagram, DiagramTooLarge } from './decision-diagram.js';
import type { DependencySpec } from './dependency-spec.js';
import type { Network } from './network.js';
import { SetFamilies } from './set-family.js';
import { causeStructure, type Part } from './structure.js';

/**
 * Minimal cut sets of one service: sets of parts (nodes that fail by themselves, shared events that occur) whose joint
 * failure can put the service out, while no part of the set may work. A shared event counts as a cut where its hitting all
 * the nodes that it can hit puts the service out, however unlikely.
 */
export interface CutSets {
  /** Deduced from the needs by decision diagrams, or found by trying. */
  readonly method: 'diagram' | 'search';
  /** How many there are of each number of parts: index 0 is always 0. Up to `completeTo`. */
  readonly counts: readonly number[];
  /** All cut sets of up to so many parts are counted; null: all there are. */
  readonly completeTo: number | null;
  /** Fewest parts first; not all where there are more than {@link MOST_LISTED}. */
  readonly sets: readonly (readonly Part[])[];
}

export const MOST_LISTED = 2_000;
/** Where all are too many, sets of up to so many parts. */
const LARGE_ORDER = 3;

/** @param possible whether a shared event can occur at all */
export function minimalCutSets(
  spec: DependencySpec,
  network: Network,
  possible: (event: string) => boolean,
): CutSets[] {
  const diagram = new DecisionDiagram();
  try {
    const { parts, works } = causeStructure(spec, network, diagram, possible);
    return works.map((root) => cutSetsOf(diagram, root, parts));
  } catch (error) {
    if (error instanceof DiagramTooLarge)
      return searchCutSets(spec, network, possible, LARGE_ORDER, MOST_LISTED);
    throw error;
  }
}

function cutSetsOf(diagram: DecisionDiagram, root: number, parts: readonly Part[]): CutSets {
  let families = new SetFamilies(diagram);
  let family: number;
  let completeTo: number | null = null;
  try {
    family = families.minimalCuts(root, parts.length);
  } catch (error) {
    if (!(error instanceof DiagramTooLarge)) throw error;
    families = new SetFamilies(diagram);
    family = families.minimalCuts(root, LARGE_ORDER);
    completeTo = LARGE_ORDER;
  }
  const counts = families.sizes(family);
  const listed = families.sets(family, MOST_LISTED);
  return {
    method: 'diagram',
    counts,
    completeTo,
    sets: listed.map((set) => set.map((variable) => parts[variable] as Part)),
  };
}
