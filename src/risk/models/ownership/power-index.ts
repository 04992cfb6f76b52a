import { InputError } from '../../../value/index.js';

/** Power of each player of a weighted vote, in the order of the weights. */
export interface PowerIndex {
  /**
   * Penrose-Banzhaf: the probability that the player decides when all others vote either way with probability 1/2
   * (L. S. Penrose, JRSS 109, 1946; J. F. Banzhaf, Rutgers Law Review 19, 1965).
   */
  readonly banzhaf: readonly number[];
  /** The same, made to sum to 1. */
  readonly normalisedBanzhaf: readonly number[];
  /**
   * Shapley-Shubik: the probability that the player decides when all join in a random order (L. S. Shapley, M. Shubik,
   * APSR 48, 1954). Sums to 1.
   */
  readonly shapleyShubik: readonly number[];
}

const MOST_PLAYERS = 500;
/** Additions: about a second. */
const MOST_STEPS = 5e8;

/**
 * Exact power indices of a vote with whole weights that is won by a weight of at least `quota`, by generating functions:
 * the numbers of coalitions of the other players by size and weight (I. Mann, L. S. Shapley, RAND RM-3158, 1962; S. J.
 * Brams, P. J. Affuso, Theory and Decision 7, 1976). Made anew for each weight that occurs: taking a player out of the
 * product by division would lose digits.
 *
 * @throws InputError where weights or quota are no whole numbers, or there are too many of them
 */
export function powerIndex(weights: readonly number[], quota: number): PowerIndex {
  checkVote(weights, quota);
  const players = weights.length;
  const byWeight = new Map<number, { banzhaf: number; shapleyShubik: number }>();
  for (const [index, weight] of weights.entries()) {
    if (!byWeight.has(weight)) byWeight.set(weight, powerOf(weights.toSpliced(index, 1), weight, quota));
  }
  const power = weights.map((weight) => byWeight.get(weight) as { banzhaf: number; shapleyShubik: number });
  const banzhaf = power.map((of) => of.banzhaf);
  return {
    banzhaf,
    normalisedBanzhaf: normalised(banzhaf),
    shapleyShubik: power.map((of) => of.shapleyShubik),
  };

  function powerOf(others: readonly number[], weight: number, needed: number) {
    const coalitions = coalitionsBySize(others, needed);
    let swings = 0;
    let pivots = 0;
    let ofSize = 1;
    for (const [size, counts] of coalitions.entries()) {
      let decided = 0;
      for (let total = Math.max(0, needed - weight); total < needed; total++)
        decided += counts[total] as number;
      swings += decided;
      pivots += decided / (players * ofSize);
      ofSize *= (others.length - size) / (size + 1);
    }
    return { banzhaf: swings / 2 ** others.length, shapleyShubik: pivots };
  }
}

export function normalised(powers: readonly number[]): number[] {
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => (all > 0 ? power / all : 0));
}

/** How many sets of so many players have a total weight of exactly w, for w below `needed`: [size][w]. */
function coalitionsBySize(weights: readonly number[], needed: number): Float64Array[] {
  const counts = Array.from({ length: weights.length + 1 }, () => new Float64Array(needed));
  (counts[0] as Float64Array)[0] = 1;
  for (const [before, weight] of weights.entries()) {
    for (let size = before + 1; size > 0; size--) {
      const into = counts[size] as Float64Array;
      const from = counts[size - 1] as Float64Array;
      for (let total = needed - 1; total >= weight; total--)
        into[total] = (into[total] as number) + (from[total - weight] as number);
    }
  }
  return counts;
}

function checkVote(weights: readonly number[], quota: number): void {
  const refuse = (message: string): never => {
    throw new InputError('bad-weights', message);
  };
  if (weights.length === 0 || weights.length > MOST_PLAYERS)
    refuse(`${weights.length} players, expected 1 to ${MOST_PLAYERS}.`);
  for (const weight of weights)
    if (!Number.isSafeInteger(weight) || weight < 0)
      refuse(`Unexpected weight ${weight} in a vote, expected a whole number from 0.`);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isSafeInteger(quota) || quota < 1 || quota > all)
    refuse(`Unexpected quota ${quota}, expected a whole number from 1 to the sum of all weights, ${all}.`);
  const steps = new Set(weights).size * weights.length ** 2 * quota;
  if (steps > MOST_STEPS)
    refuse(
      `Power indices of ${weights.length} players at a quota of ${quota} would take too long: state the weights in larger units.`,
    );
}
