import type { Filing } from '../../filing/filing.js';
import { oncePerFiling } from '../engine/once.js';
import {
  bestFormula,
  type ChangeLane,
  changeLanes,
  formulaOfShape,
  type JudgedLane,
  judgedBy,
} from './change-lanes.js';

/** A lane of changes whose formula the document shows. */
export interface ShownLane extends JudgedLane {
  /** Whether enough fits that a cell which does not is wrong. */
  readonly isPlain: boolean;
  /** How many cells of how the document lays out its changes fit, this lane's among them. */
  readonly support: number;
}

interface Support {
  fits: number;
  misses: number;
}

/** Cells elsewhere that show a layout to be this document's own. */
const ENOUGH_ELSEWHERE = 6;

/**
 * The lanes of changes of a filing whose formula is shown: by the lane's own cells, or, where the lane is short, by the
 * same heading over the same layout elsewhere in the document.
 */
export const shownChanges = oncePerFiling((filing: Filing): readonly ShownLane[] => {
  const lanes = changeLanes(filing).map((lane) => ({ lane, found: bestFormula(lane) }));
  const supports = new Map<string, Support>();
  for (const { lane, found } of lanes) {
    if (found === null) continue;
    const own = supports.get(layoutOf(lane, found.shape)) ?? { fits: 0, misses: 0 };
    own.fits += found.fits;
    own.misses += found.misses;
    supports.set(layoutOf(lane, found.shape), own);
  }
  const shownLanes = lanes.flatMap(({ lane, found }) => {
    const judged = found ?? byLayout(lane, supports);
    return judged === null ? [] : shown(judged, supports.get(layoutOf(lane, judged.shape)));
  });
  return withoutPartial(shownLanes);
});

/**
 * Of several lanes that seem the change of the same two, one is: the others are parts of it ("operations" beside
 * "currency") and fit only where the rest is nothing.
 */
function withoutPartial(lanes: readonly ShownLane[]): readonly ShownLane[] {
  const fewest = new Map<string, number>();
  for (const lane of lanes)
    fewest.set(partsOf(lane), Math.min(fewest.get(partsOf(lane)) ?? Infinity, lane.misses));
  return lanes.map((lane) =>
    lane.misses > (fewest.get(partsOf(lane)) ?? 0) ? { ...lane, isPlain: false } : lane,
  );
}

function partsOf({ lanes: { grid, axis }, formula: { kind, later, earlier } }: ShownLane): string {
  return `${grid.table.id} ${axis} ${kind} ${later} ${earlier}`;
}

/** A heading without its years over parts that stand alike. */
function layoutOf({ lanes: { axis, grid }, lane }: ChangeLane, shape: string): string {
  const heading = axis === 'column' ? grid.table.columns[lane]?.labelPath.at(-1) : grid.rows[lane]?.label;
  return `${(heading ?? '').toLowerCase().replace(/\d+/g, '')}: ${shape}`;
}

/** A lane that no formula fits, under the one that the document uses below this heading everywhere else. */
function byLayout(lane: ChangeLane, supports: ReadonlyMap<string, Support>): JudgedLane | null {
  const heading = layoutOf(lane, '');
  const [usual, ...others] = [...supports].filter(([layout]) => layout.startsWith(heading));
  if (usual === undefined || others.length > 0) return null;
  const [layout, { fits, misses }] = usual;
  if (fits < 2 * ENOUGH_ELSEWHERE || misses > 0) return null;
  const formula = formulaOfShape(lane, layout.slice(heading.length));
  const judged = formula === null ? null : judgedBy(lane, formula);
  return judged === null || judged.misses > 1 ? null : judged;
}

function shown(judged: JudgedLane, support: Support | undefined): ShownLane[] {
  const { fits, misses } = judged;
  const elsewhere = (support?.fits ?? 0) - fits;
  const missesElsewhere = (support?.misses ?? 0) - misses;
  const isUsual = elsewhere >= ENOUGH_ELSEWHERE && missesElsewhere * 10 <= elsewhere;
  const isPlain = misses <= 1 && (fits >= 3 || isUsual);
  const isShown = isPlain || (misses === 0 && (fits >= 2 || isTelling(judged)));
  return isShown ? [{ ...judged, isPlain, support: support?.fits ?? fits }] : [];
}

/** One row by itself: a difference of long numbers is none by chance, a percentage of two digits may be. */
function isTelling({ formula, judged }: JudgedLane): boolean {
  return (
    formula.kind === 'difference' &&
    judged.some(
      ({ change, verdict }) => verdict.agreement === 'exact' && Math.abs(change.printed.coefficient) >= 10,
    )
  );
}
