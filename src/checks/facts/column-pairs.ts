import { groupedBy } from '../engine/grouped.js';
import type { AmountFact } from './amount-facts.js';
import { samePeriodLength } from './equal-values.js';
import type { Tie } from './ties.js';

/** Two columns of two tables that print the same lines. */
export interface ColumnPair {
  /** Lines of one label in both that agree. */
  readonly agreeing: number;
  /** Lines of one label in both that do not. */
  readonly differing: readonly { readonly left: AmountFact; readonly right: AmountFact }[];
}

/** Two columns that agree in this many lines are one column printed twice, in part. */
const SAME_COLUMN = 3;
/** A table ties to this many others at most; a page of like tables is not compared each with each. */
const MOST_PAIRS = 4000;

/**
 * The columns of two tables that state one thing: a segment in the discussion and in the notes, a statement and its
 * summary. `agree` says whether two places can state one value.
 */
export function columnPairs(
  facts: readonly AmountFact[],
  ties: readonly Tie[],
  agree: (a: AmountFact, b: AmountFact) => boolean,
): ColumnPair[] {
  const tied = ties.filter(
    ({ coarse, fine }) =>
      coarse.series.table !== null && fine.series.table !== null && sameLabel(coarse, fine),
  );
  const pairs = [...groupedBy(tied, pairKey).values()].filter((own) => own.length >= SAME_COLUMN);
  const asked = new Set(
    pairs.slice(0, MOST_PAIRS).flatMap(([tie]) => (tie === undefined ? [] : keysOf(tie))),
  );
  const columns = groupedBy(
    facts.filter((fact) => fact.series.table !== null && asked.has(columnKey(fact))),
    columnKey,
  );
  return pairs.slice(0, MOST_PAIRS).flatMap(([first]) => {
    if (first === undefined) return [];
    const [left, right] = keysOf(first).map((key) => byLabel(columns.get(key) ?? []));
    return left === undefined || right === undefined ? [] : [compared(left, right, agree)];
  });
}

function compared(
  left: ReadonlyMap<number, AmountFact | null>,
  right: ReadonlyMap<number, AmountFact | null>,
  agree: (a: AmountFact, b: AmountFact) => boolean,
): ColumnPair {
  let agreeing = 0;
  const differing: { left: AmountFact; right: AmountFact }[] = [];
  for (const [label, a] of left) {
    const b = right.get(label);
    if (
      a === null ||
      b == null ||
      a.figure.unit !== b.figure.unit ||
      a.day !== b.day ||
      !samePeriodLength(a, b)
    )
      continue;
    if (agree(a, b)) agreeing += 1;
    else differing.push({ left: a, right: b });
  }
  return { agreeing, differing };
}

/** By label; null for one that stands twice in the column, and for none. */
function byLabel(column: readonly AmountFact[]): Map<number, AmountFact | null> {
  const lines = new Map<number, AmountFact | null>();
  for (const fact of column) {
    const { own } = fact.series;
    if (own.words.length > 0) lines.set(own.line, lines.has(own.line) ? null : fact);
  }
  return lines;
}

function sameLabel({ series: a }: AmountFact, { series: b }: AmountFact): boolean {
  return a.own.line === b.own.line && a.own.words.length > 0;
}

function keysOf({ coarse, fine }: Tie): readonly [number, number] {
  return [columnKey(coarse), columnKey(fine)];
}

/** A column as one number; no table has 2^9 columns of like figures. */
function columnKey({ figure: { where }, series: { place } }: AmountFact): number {
  return 'column' in where ? place * 512 + (where.column % 512) : -1;
}

function pairKey(tie: Tie): number {
  const [a, b] = keysOf(tie);
  return a < b ? a * 2 ** 26 + b : b * 2 ** 26 + a;
}
