import type { Filing, Table } from '../../filing/filing.js';
import { allowedSteps, type Deviation, habitOf, type RoundingHabit } from '../arithmetic/habit.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';
import type { Quantity } from '../arithmetic/quantity.js';
import { oncePerFiling } from '../engine/once.js';
import { findSums } from './find-sums.js';
import type { FoundSum } from './found-sum.js';
import {
  columnMatrix,
  type Direction,
  type LineMatrix,
  rowMatrix,
  type SumLine,
  UNREADABLE,
} from './line-matrix.js';
import { lineWordsReader } from './line-words.js';
import { isAdditive } from './open-lines.js';

export interface RelationTerm {
  readonly line: SumLine;
  readonly sign: 1 | -1;
}

/** What a line of a sum has printed at one position. */
export interface PlacedTerm extends RelationTerm {
  readonly quantity: Quantity;
}

/** A sum at one position: the figures that are printed there. */
export interface SumPlace {
  /** Column (of a sum of rows) or row (of a sum of columns) of the table. */
  readonly position: number;
  readonly total: Quantity;
  readonly terms: readonly PlacedTerm[];
  /** Total less sum, in steps of `10^exponent`; null where something there is no readable number. */
  readonly difference: number | null;
  readonly exponent: number;
  /** All of its figures are printed to the same step, zeros aside. */
  readonly isEven: boolean;
  /** Where it does not hold: a line between, of another kind, prints just what is missing. */
  readonly isMissingLine: boolean;
  /** It compares two other positions: a column headed "Change". */
  readonly isComparison: boolean;
}

/** A statement about the lines of a table: one is the signed sum of others, at every position. */
export interface SumRelation {
  readonly table: Table;
  readonly direction: Direction;
  readonly total: SumLine;
  readonly terms: readonly RelationTerm[];
  readonly evidence: number;
  readonly isPlain: boolean;
  /** Only label and place say that it should hold; it holds nowhere in the table. */
  readonly isAssumed: boolean;
  /** Opening balance and movements make the closing balance. */
  readonly isRollForward: boolean;
  readonly places: readonly SumPlace[];
}

/** The sums of a filing, and how its totals stand to their lines. */
export interface FilingSums {
  readonly relations: readonly SumRelation[];
  readonly habit: RoundingHabit;
}

/**
 * Every sum of rows and of columns that the tables of a filing show, in order of the document. Where the sums that
 * foot exactly show that this report rounds its totals apart, sums that are off by no more are looked for as well.
 */
export const filingSums = oncePerFiling((filing: Filing): FilingSums => {
  const read = lineWordsReader();
  const matrices = numberGrids(filing).flatMap((grid) =>
    isTooLarge(grid) ? [] : [rowMatrix(grid, read), columnMatrix(grid, read)],
  );
  const strict = matrices.map((matrix) => relationsOf(matrix, 0));
  const strictRelations = strict.flatMap(({ relations }) => relations);
  const habit = habitOf(deviationsOf(strictRelations));
  const tolerance = allowedSteps(habit, 3);
  if (tolerance === 0) return { relations: strictRelations, habit };
  const relations = strict.flatMap(({ relations: own, sawNearMiss }, index) => {
    const matrix = matrices[index];
    return sawNearMiss && matrix !== undefined ? relationsOf(matrix, tolerance).relations : own;
  });
  return { relations, habit: habitOf(deviationsOf(relations)) };
});

interface RelationsOfMatrix {
  readonly relations: readonly SumRelation[];
  readonly sawNearMiss: boolean;
}

function relationsOf(matrix: LineMatrix, tolerance: number): RelationsOfMatrix {
  const { sums, sawNearMiss } = findSums(matrix, tolerance);
  return { relations: sums.map((sum) => relationOf(matrix, sum)), sawNearMiss };
}

function deviationsOf(relations: readonly SumRelation[]): Deviation[] {
  const deviations: Deviation[] = [];
  for (const { places, isPlain } of relations) {
    for (const { difference, isEven, isComparison, terms, total } of places) {
      if (difference === null || !isEven || isComparison || terms.length < 2) continue;
      if (!isAdditive(total.figure.unit)) continue;
      const isOff = difference !== 0;
      deviations.push({
        steps: difference,
        lines: terms.length,
        isOneSided: isOff && isPlain && terms.every(({ quantity, sign }) => sign * quantity.coefficient >= 0),
        figures: isOff
          ? [total, ...terms.map(({ quantity }) => quantity)].map(({ figure }) => figure.id)
          : [],
      });
    }
  }
  return deviations;
}

/** A table of more cells is a list, not a statement that somebody adds up. */
const MOST_CELLS = 20_000;

function isTooLarge(grid: NumberGrid): boolean {
  return grid.rows.length * grid.columns.length > MOST_CELLS;
}

function relationOf(matrix: LineMatrix, sum: FoundSum): SumRelation {
  const { lines } = matrix;
  const total = lines[sum.total] as SumLine;
  const terms = sum.terms.map(({ line, sign }) => ({ line: lines[line] as SumLine, sign }));
  const [first] = terms;
  const isRollForward =
    first !== undefined && first.sign === 1 && first.line.words.isOpening && total.words.isClosing;
  return {
    table: matrix.grid.table,
    direction: matrix.direction,
    total,
    terms,
    evidence: sum.evidence,
    isPlain: sum.isPlain,
    isAssumed: sum.isAssumed,
    isRollForward,
    places: matrix.positions.flatMap((_, index) => placeOf(matrix, sum, index) ?? []),
  };
}

function placeOf(matrix: LineMatrix, sum: FoundSum, index: number): SumPlace | null {
  const { lines, cells, kinds, positions, comparisons } = matrix;
  const width = positions.length;
  const own = kinds[sum.total * width + index] ?? 0;
  const total = cells[sum.total * width + index];
  if (total == null) return null;
  const terms: PlacedTerm[] = [];
  let isReadable = true;
  for (const { line, sign } of sum.terms) {
    const at = line * width + index;
    const kind = kinds[at] ?? 0;
    const quantity = cells[at];
    if (kind === UNREADABLE) isReadable = false;
    else if (quantity != null && (kind === own || kind === 0 || own === 0))
      terms.push({ line: lines[line] as SumLine, quantity, sign });
  }
  const filled = [total, ...terms.map(({ quantity }) => quantity)].filter(
    ({ coefficient }) => coefficient !== 0,
  );
  const exponent = filled.reduce((finest, own) => Math.min(finest, own.exponent), filled[0]?.exponent ?? 0);
  const inSteps = ({ coefficient, exponent: own }: Quantity) =>
    coefficient === 0 ? 0 : coefficient * 10 ** (own - exponent);
  const added = terms.reduce((sum, { quantity, sign }) => sum + sign * inSteps(quantity), 0);
  const difference = inSteps(total) - added;
  return {
    position: positions[index] ?? 0,
    total,
    terms,
    difference: isReadable && Number.isSafeInteger(difference) ? difference : null,
    exponent,
    isMissingLine:
      difference !== 0 && printsBetween(matrix, sum, index, difference / 10 ** (total.exponent - exponent)),
    isComparison: comparisons.has(index),
    isEven: filled.every((quantity) => quantity.exponent === exponent),
  };
}

/** Whether a line that is no part of the sum stands among its lines, or next to them, and prints so much. */
function printsBetween(
  { cells, positions }: LineMatrix,
  sum: FoundSum,
  index: number,
  steps: number,
): boolean {
  const own = new Set(sum.terms.map(({ line }) => line));
  const first = Math.max(0, Math.min(sum.total, ...own) - 1);
  const last = Math.min(cells.length / positions.length - 1, Math.max(sum.total, ...own) + 1);
  for (let line = first; line <= last; line++) {
    if (line === sum.total || own.has(line)) continue;
    if (Math.abs(cells[line * positions.length + index]?.coefficient ?? 0) === Math.abs(steps)) return true;
  }
  return false;
}
