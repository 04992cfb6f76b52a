import type { Figure } from '../../filing/filing.js';
import { Fraction } from '../../value/index.js';
import type { RelatedPlace } from '../check.js';
import type { Hedge } from './lead.js';
import { around, exactly, overlap, type Range, sizeOf, stepOf, widthOf } from './range.js';

/** A figure of a statement, and how sure it is. */
export interface Part {
  readonly figure: Figure;
  readonly hedge: Hedge;
}

/** What one figure must be by the others; null where they do not tell. Ranges stand in the order of `parts`. */
export type Solve = (index: number, known: readonly Range[]) => Range | null;

export type Binding = 'stated' | 'likely' | 'open';

export type RelationKind =
  | 'change'
  | 'percent-change'
  | 'points'
  | 'sum'
  | 'share'
  | 'whole'
  | 'price'
  | 'multiple'
  | 'average';

/** What a sentence asserts of several of its figures at once: an equation that can be solved for each of them. */
export interface Relation {
  readonly kind: RelationKind;
  readonly parts: readonly Part[];
  /** What the equation takes for each part; its printed size where absent. */
  readonly values?: readonly Fraction[];
  /** Decimals of the last digit that tells, where they are not those of the figure: "190 basis points" tells tens. */
  readonly decimals?: readonly number[];
  readonly solve: Solve;
  /** Indexes of the parts that the others confirm where the equation holds, likeliest to be wrong first. */
  readonly confirms: readonly number[];
  /**
   * What it means that the equation does not hold. `stated`: the sentence states all parts, so it is wrong. `likely`: its
   * words leave another reading, so it is wrong only where a slip of the hand in one part explains it. `open`: nothing.
   */
  readonly binding: Binding;
  /** The work in words, for the tick of a part and for the evidence of a finding. */
  readonly work: string;
}

export interface Solution {
  /** What the part would be, computed from the others as printed. */
  readonly value: Fraction;
  /** All that it may be, each other figure standing for half a step either way. */
  readonly range: Range;
}

/** The other figures of a statement, for a finding at one of them. */
export function partsBeside(at: Part, { parts }: Relation): RelatedPlace[] {
  return parts
    .filter((part) => part !== at)
    .map(({ figure: { id, start, end } }) => ({
      figure: id,
      start,
      end,
      note: 'stands in the same statement',
    }));
}

/** What the other parts make of one; null where they do not tell. */
export function solutionOf(relation: Relation, index: number): Solution | null {
  return solved(relation, index, valuesOf(relation));
}

function solved(relation: Relation, index: number, values: readonly Fraction[]): Solution | null {
  const value = relation.solve(index, values.map(exactly));
  const range = value === null ? null : relation.solve(index, rangesAround(relation, values, 3n));
  return value === null || range === null ? null : { value: value.low, range };
}

/** What each part stands for: half a step either way, and a step more where "approximately" loosens it. */
function rangesAround(relation: Relation, values: readonly Fraction[], about: bigint): Range[] {
  return relation.parts.map(({ hedge }, index) =>
    around(values[index] as Fraction, decimalsOf(relation, index), hedge === 'about' ? about : 1n),
  );
}

function decimalsOf({ parts, decimals }: Relation, index: number): number {
  return decimals?.[index] ?? parts[index]?.figure.decimals ?? 0;
}

export function valuesOf({ parts, values }: Relation): readonly Fraction[] {
  return values ?? parts.map(({ figure }) => sizeOf(figure));
}

/** Whether the equation can hold of what is printed; null where its parts do not tell. */
export function holds(relation: Relation): boolean | null {
  const index = relation.confirms[0] ?? 0;
  const values = valuesOf(relation);
  const ranges = rangesAround(relation, values, 3n);
  if (relation.solve(index, values.map(exactly)) === null) return null;
  const range = relation.solve(index, ranges);
  return range === null ? null : overlap(range, ranges[index] as Range);
}

/**
 * Whether the others confirm a part to its last printed digit: what they come to rounds to what is printed, and they
 * leave it no more room than steps like its own do.
 */
export function confirmsPart(relation: Relation, index: number): Solution | null {
  const part = relation.parts[index];
  if (part === undefined || part.hedge === 'bound') return null;
  const values = valuesOf(relation);
  const solution = solved(relation, index, values);
  if (solution === null) return null;
  // Each other part of the same step widens the room by a step: two of a change, five of a sum of five.
  const room = stepOf(decimalsOf(relation, index)).times(Fraction.of(BigInt(relation.parts.length - 1)));
  const isLoose = relation.parts.some(({ hedge }) => hedge === 'about');
  const strict = isLoose ? relation.solve(index, rangesAround(relation, values, 1n)) : solution.range;
  const isSharp = strict !== null && widthOf(strict).compare(room) <= 0;
  const printed = values[index] as Fraction;
  const rounds = overlap(exactly(solution.value), around(printed, decimalsOf(relation, index)));
  return isSharp && rounds ? solution : null;
}
