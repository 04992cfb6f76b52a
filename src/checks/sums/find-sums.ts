import type { FoundSum } from './found-sum.js';
import type { LineMatrix } from './line-matrix.js';
import { FURTHEST_LINE } from './open-lines.js';
import { SumSearch } from './sum-search.js';

/** What a total that stands before its lines must show more: reading backwards finds more by chance. */
const BACKWARD_STRICTNESS = 2;
/** The same of lines that stand apart from each other, under one label. */
const ALIKE_STRICTNESS = 1;
/** The same where subtotals are taken apart. */
const LEAVES_STRICTNESS = 0.5;

/** The sums of a matrix, and whether a tolerance might show others. */
export interface SumsOfMatrix {
  readonly sums: readonly FoundSum[];
  readonly sawNearMiss: boolean;
}

const NOTHING: SumsOfMatrix = { sums: [], sawNearMiss: false };

/**
 * The sums of a matrix. Lines are read in order onto a stack of open lines; a line that is the total of the last of
 * them takes their place, so that a total of totals is found as one. Then the same backwards, for totals that stand
 * before their lines, among the lines that are in no sum; then among lines of the same name, which recur in groups.
 * `tolerance` is the number of steps by which a total may be off in this report.
 */
export function findSums(matrix: LineMatrix, tolerance: number): SumsOfMatrix {
  if (matrix.lines.length < 3 || matrix.positions.length === 0) return NOTHING;
  const found = new Map<number, FoundSum>();
  const search = new SumSearch(matrix, tolerance, (line) => found.has(line));
  const open = forward(matrix, search, found);
  backward(matrix, search, open, found);
  for (const lines of linesOfOneName(matrix)) amongAlike(lines, search, found);
  const sums = [...found.values()].sort((a, b) => a.total - b.total);
  return { sums, sawNearMiss: search.sawNearMiss };
}

function forward({ lines }: LineMatrix, search: SumSearch, found: Map<number, FoundSum>): readonly number[] {
  const open: number[] = [];
  for (let line = 0; line < lines.length; line++) {
    const plain = search.find(line, open, 0);
    const apart = plain?.isWhole === true ? null : takenApart(open, found);
    const fromLeaves = apart === null ? null : search.find(line, apart.leaves, LEAVES_STRICTNESS);
    const sum = better(plain, fromLeaves);
    if (sum !== null) {
      close(open, sum, sum === fromLeaves ? apart?.origin : undefined);
      if (isSumOfParts(sum)) found.set(line, sum);
    }
    open.push(line);
  }
  return open;
}

/** The open lines with subtotals taken apart: some columns of a statement have them, others only their lines. */
function takenApart(
  open: readonly number[],
  found: ReadonlyMap<number, FoundSum>,
): { readonly leaves: readonly number[]; readonly origin: ReadonlyMap<number, number> } | null {
  if (!open.some((line) => isTakenApart(found.get(line)))) return null;
  const leaves: number[] = [];
  const origin = new Map<number, number>();
  const pending: number[] = [];
  for (let at = open.length - 1; at >= 0 && leaves.length < FURTHEST_LINE; at--) {
    const from = open[at] ?? 0;
    pending.push(from);
    for (
      let line = pending.pop();
      line !== undefined && leaves.length < FURTHEST_LINE;
      line = pending.pop()
    ) {
      const sum = found.get(line);
      if (sum !== undefined && isTakenApart(sum)) for (const term of sum.terms) pending.push(term.line);
      else {
        leaves.push(line);
        origin.set(line, from);
      }
    }
  }
  return leaves.length > open.length || leaves.some((leaf) => origin.get(leaf) !== leaf)
    ? { leaves: leaves.reverse(), origin }
    : null;
}

/** A balance is carried forward as it is. */
function isTakenApart(sum: FoundSum | undefined): boolean {
  return sum?.isPlain === true && !sum.isCarried;
}

function better(a: FoundSum | null, b: FoundSum | null): FoundSum | null {
  if (a === null || b === null) return a ?? b;
  if (a.isAssumed || b.isAssumed) return a.isAssumed ? b : a;
  return b.evidence > a.evidence ? b : a;
}

function backward(
  { lines }: LineMatrix,
  search: SumSearch,
  open: readonly number[],
  found: Map<number, FoundSum>,
): void {
  const after: number[] = [];
  const stillOpen = new Set(open);
  for (let line = lines.length - 1; line >= 0; line--) {
    if (!stillOpen.has(line)) continue;
    if (!found.has(line)) {
      const sum = search.find(line, after, BACKWARD_STRICTNESS);
      if (sum !== null) {
        close(after, sum);
        if (isSumOfParts(sum)) found.set(line, { ...sum, terms: [...sum.terms].reverse() });
      }
    }
    after.push(line);
  }
}

/** Lines whose label recurs three times and more: the same line of several groups and of their total. */
function linesOfOneName({ lines }: LineMatrix): number[][] {
  const byName = new Map<string, number[]>();
  lines.forEach(({ label }, index) => {
    const own = byName.get(label);
    if (label === '') return;
    if (own === undefined) byName.set(label, [index]);
    else own.push(index);
  });
  return [...byName.values()].filter((own) => own.length >= 3);
}

/** The first or the last of them as the total of the others. */
function amongAlike(lines: readonly number[], search: SumSearch, found: Map<number, FoundSum>): void {
  const [first = 0, last = 0] = [lines[0], lines.at(-1)];
  for (const [total, others] of [
    [last, lines.slice(0, -1)],
    [first, lines.slice(1).reverse()],
  ] as const) {
    if (found.has(total)) continue;
    const sum = search.find(total, others, ALIKE_STRICTNESS);
    if (sum !== null && isSumOfParts(sum)) {
      found.set(total, sum);
      return;
    }
  }
}

/** A total of a single line is a copy of it: it takes its place, and proves nothing. */
function isSumOfParts({ terms }: FoundSum): boolean {
  return terms.length > 1;
}

/** Takes the lines of a sum, or the subtotals that they came from, off the open lines. */
function close(open: number[], { terms }: FoundSum, origin?: ReadonlyMap<number, number>): void {
  const taken = new Set(terms.map(({ line }) => origin?.get(line) ?? line));
  const start = Math.max(0, open.length - FURTHEST_LINE);
  const kept = open.slice(start).filter((line) => !taken.has(line));
  open.splice(start, open.length - start, ...kept);
}
