/** A straight piece of what an occurrence leaves, as a function of its severity x: from `start` up to the next piece. */
export interface Piece {
  readonly start: number;
  /** At `start`. */
  readonly amount: number;
  readonly slope: number;
}

/** Slopes that differ by less are the same. */
const SAME = 1e-9;

/**
 * The straight pieces of a function of the severity between the given bends, or null where it falls somewhere or is not
 * straight between them: then its law has no simple form.
 */
export function risingPieces(amount: (severity: number) => number, bends: readonly number[]): Piece[] | null {
  const starts = [...new Set([0, ...bends.filter((bend) => bend > 0 && Number.isFinite(bend))])].sort(
    (a, b) => a - b,
  );
  const pieces: Piece[] = [];
  let before = 0;
  for (const [index, start] of starts.entries()) {
    const width = (starts[index + 1] ?? 2 * start + 1) - start;
    const third = width / 3;
    const [at, one, two] = [amount(start), amount(start + third), amount(start + 2 * third)];
    const slope = (two - one) / third;
    if (slope < -SAME || at < before - SAME * Math.abs(before)) return null;
    if (Math.abs(at + slope * third - one) > SAME * Math.max(1, width)) return null;
    pieces.push({ start, amount: at, slope: Math.abs(slope) < SAME ? 0 : slope });
    before = at + slope * width;
  }
  return pieces;
}

/** The largest severity that leaves no more than y ≥ 0; Infinity where every severity does. */
export function largestSeverity(pieces: readonly Piece[], y: number): number {
  for (let index = pieces.length - 1; index >= 0; index--) {
    const { start, amount, slope } = pieces[index] as Piece;
    if (amount > y) continue;
    const end = pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return slope === 0 ? end : Math.min(end, start + (y - amount) / slope);
  }
  return Number.NEGATIVE_INFINITY;
}

/** What is reached just below a piece's end. */
export function amountAtEnd(pieces: readonly Piece[], index: number): number {
  const { start, amount, slope } = pieces[index] as Piece;
  const end = pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  return slope === 0 ? amount : amount + slope * (end - start);
}
