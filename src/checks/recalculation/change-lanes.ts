import type { Filing } from '../../filing/filing.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';
import { oncePerFiling } from '../engine/once.js';
import { type ChangeFormula, type ChangeKind, type JudgedChange, judgeChange } from './change-formula.js';
import {
  type ChangeHeading,
  changeHeading,
  changeLabel,
  mentionsChange,
  mentionsPercentChange,
} from './change-words.js';
import { columnLanes, type Lanes, rowLanes } from './lanes.js';

/** A column or row of changes, and those beside it that it may be the change of. */
export interface ChangeLane {
  readonly lanes: Lanes;
  readonly lane: number;
  readonly heading: ChangeHeading;
  readonly parts: readonly number[];
}

/** The same under one formula, every cell judged by it. */
export interface JudgedLane extends ChangeLane {
  readonly formula: ChangeFormula;
  /** Where the parts stand from it: alike in two tables that are laid out alike. */
  readonly shape: string;
  readonly judged: readonly JudgedChange[];
  /** Cells that only this formula gives, and cells that it does not give. */
  readonly fits: number;
  readonly misses: number;
}

/** How far off the parts of a change may stand, counted in lanes that hold amounts. */
const LEFT = 5;
const RIGHT = 3;
/** A table with more columns of changes than this is none of comparisons. */
const MOST_CHANGES = 12;

/** The columns and rows whose heading says change, in order. */
export const changeLanes = oncePerFiling((filing: Filing): readonly ChangeLane[] =>
  numberGrids(filing).flatMap((grid) => {
    const columns = headedColumns(grid);
    const rows = new Map<number, ChangeHeading>();
    grid.rows.forEach(({ kind, label }, row) => {
      const heading = kind === 'data' ? changeLabel(label) : null;
      if (heading !== null) rows.set(row, heading);
    });
    return [
      ...(columns.size === 0 ? [] : lanesUnder(columnLanes(grid), columns)),
      ...(rows.size === 0 ? [] : lanesUnder(rowLanes(grid), rows)),
    ];
  }),
);

/** Where a heading over all columns speaks of change ("2024 compared to 2023"), the own heading of each decides. */
function headedColumns({ table, columns }: NumberGrid): Map<number, ChangeHeading> {
  const paths = columns.map((column) => table.columns[column]?.labelPath ?? []);
  const isOverAll = paths.every(mentionsChange);
  const headed = new Map<number, ChangeHeading>();
  columns.forEach((column, index) => {
    const path = paths[index] ?? [];
    const heading = changeHeading(isOverAll ? path.slice(-1) : path);
    if (heading !== null) headed.set(column, heading);
  });
  return headed.size === columns.length ? new Map() : headed;
}

function lanesUnder(lanes: Lanes, headings: ReadonlyMap<number, ChangeHeading>): ChangeLane[] {
  if (headings.size > MOST_CHANGES) return [];
  const parts = lanes.lanes.filter((lane) => !headings.has(lane) && !isOtherChange(lanes, lane));
  return [...headings].map(([lane, heading]) => ({ lanes, lane, heading, parts }));
}

function isOtherChange({ axis, grid }: Lanes, lane: number): boolean {
  if (axis === 'row') return mentionsPercentChange(grid.rows[lane]?.label ?? '');
  return mentionsChange(grid.table.columns[lane]?.labelPath.slice(-1) ?? []);
}

/** The lane under the formula that fits most of its cells; null where none fits. */
export function bestFormula(lane: ChangeLane): JudgedLane | null {
  const kinds: ChangeKind[] = lane.heading.percent ? ['percent'] : ['difference', 'percent'];
  let best: JudgedLane | null = null;
  for (const [later, earlier] of candidates(lane)) {
    for (const kind of kinds) {
      const found = judgedBy(lane, { kind, later, earlier });
      if (found.fits === 0 || found.misses > found.fits) continue;
      if (best === null || score(found) > score(best)) best = found;
    }
  }
  return best;
}

/** Ordered pairs of lanes near a lane of changes, the nearest first. */
function candidates({ parts, lane }: ChangeLane): (readonly [later: number, earlier: number])[] {
  const before = parts.filter((part) => part < lane).slice(-LEFT);
  const near = [...before, ...parts.filter((part) => part > lane).slice(0, RIGHT)];
  const pairs = near.flatMap((later) =>
    near.filter((earlier) => earlier !== later).map((earlier) => [later, earlier] as const),
  );
  const distance = ([a, b]: readonly [number, number]) => Math.abs(a - lane) + Math.abs(b - lane);
  return pairs.sort((a, b) => distance(a) - distance(b) || a[0] - b[0]);
}

function score({ fits, misses }: JudgedLane): number {
  return fits - 2 * misses;
}

/** Every cell of a lane judged by one formula; only the first few where most speak against it. */
export function judgedBy(lane: ChangeLane, formula: ChangeFormula): JudgedLane {
  const judged: JudgedChange[] = [];
  let [fits, misses] = [0, 0];
  for (const position of lane.lanes.positions) {
    const one = judgeChange(lane.lanes, lane.lane, position, formula, lane.heading.favorable);
    if (one === null) continue;
    judged.push(one);
    if (one.verdict.agreement === null) misses++;
    else if (one.verdict.sharp) fits++;
    if (misses > 2 && misses > fits) break;
  }
  return { ...lane, formula, shape: shapeOf(lane, formula), judged, fits, misses };
}

function shapeOf(lane: ChangeLane, { kind, later, earlier }: ChangeFormula): string {
  return `${lane.lanes.axis} ${kind} ${stepsTo(lane, later)} ${stepsTo(lane, earlier)}`;
}

/** -1 for the nearest part before a lane, 1 for the nearest behind it. */
function stepsTo({ parts, lane }: ChangeLane, part: number): number {
  const behind = parts.findIndex((other) => other > lane);
  const place = behind < 0 ? parts.length : behind;
  const index = parts.indexOf(part);
  return index < place ? index - place : index - place + 1;
}

/** The parts that a formula of this shape has in a lane; null where the lane has none there. */
export function formulaOfShape(lane: ChangeLane, shape: string): ChangeFormula | null {
  const [axis, kind, later, earlier] = shape.split(' ');
  if (axis !== lane.lanes.axis || (kind !== 'percent' && kind !== 'difference')) return null;
  const part = (steps: number) => lane.parts.find((one) => stepsTo(lane, one) === steps);
  const [laterPart, earlierPart] = [part(Number(later)), part(Number(earlier))];
  return laterPart === undefined || earlierPart === undefined
    ? null
    : { kind, later: laterPart, earlier: earlierPart };
}
