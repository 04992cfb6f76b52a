/**
 * The law of one amount, zero or positive, as the exact methods need it: points that have probability of their own, and
 * a continuous part.
 */
export interface SeverityLaw {
  readonly atoms: readonly { readonly at: number; readonly probability: number }[];
  readonly continuous: ContinuousPart | null;
  /** E[Y], E[Y²], E[Y³]; Infinity where there is none. */
  readonly moments: readonly [number, number, number];
}

export interface ContinuousPart {
  /** The probability of the continuous part at or below y; at Infinity, of the whole part. */
  readonly upTo: (y: number) => number;
  readonly mass: number;
  /** Where `upTo` bends or begins a new order of size, ascending: an integral over it is taken in pieces. */
  readonly kinks: readonly number[];
}

/** P(Y ≤ y). */
export function severityCdf({ atoms, continuous }: SeverityLaw, y: number): number {
  let sum = continuous?.upTo(y) ?? 0;
  for (const { at, probability } of atoms) if (at <= y) sum += probability;
  return Math.min(1, sum);
}

/** The least amount on a doubling ladder from which on no more than `tail` lies above. */
export function severityReach(law: SeverityLaw, tail: number): number {
  const { atoms, continuous } = law;
  const topAtom = atoms.reduce((top, { at }) => Math.max(top, at), 0);
  if (continuous === null) return topAtom;
  let reach = 1;
  while (reach < 1e300 && 1 - severityCdf(law, reach) > tail) reach *= 2;
  while (reach > 1e-300 && 1 - severityCdf(law, reach / 2) <= tail) reach /= 2;
  return reach;
}
