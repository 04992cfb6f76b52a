import type { CompoundPart } from './compound-grid.js';

export interface CompoundMoments {
  /** Infinity where the law has none. */
  readonly mean: number;
  /** Infinity where the law has none. */
  readonly deviation: number;
  /** NaN where the law has none, and of a constant. */
  readonly skewness: number;
}

/** Mean, variance and third central moment: all three add up over independent parts. */
type Cumulants = readonly [first: number, second: number, third: number];

/** Mean, standard deviation and skewness of a sum of independent compound parts, in closed form. */
export function compoundMoments(parts: readonly CompoundPart[]): CompoundMoments {
  const [mean, variance, third] = sum(parts.filter(({ frequency }) => frequency.mean > 0).map(compound));
  const deviation = Math.sqrt(variance);
  return {
    mean,
    deviation,
    skewness: deviation > 0 && third < Infinity ? third / deviation ** 3 : Number.NaN,
  };
}

/**
 * A random sum: E[S] = E[N] E[X], Var S = E[N] Var X + Var N E[X]²,
 * κ3 S = E[N] κ3 X + 3 Var N E[X] Var X + κ3 N E[X]³.
 */
function compound({ frequency, claim }: CompoundPart): Cumulants {
  const { mean, variance, third } = frequency;
  const [x1, x2, x3] = sum(
    claim.map(({ probability, severity }) => cumulants(probability, severity.moments)),
  );
  return [
    mean * x1,
    x2 < Infinity ? mean * x2 + variance * x1 ** 2 : Infinity,
    x3 < Infinity ? mean * x3 + 3 * variance * x1 * x2 + third * x1 ** 3 : Infinity,
  ];
}

/** Of an amount that comes with that probability, from its raw moments. */
function cumulants(probability: number, moments: readonly [number, number, number]): Cumulants {
  const [first, second, third] = moments.map((moment) => probability * moment) as [number, number, number];
  if (probability === 0) return [0, 0, 0];
  return [
    first,
    second < Infinity ? second - first ** 2 : Infinity,
    third < Infinity ? third - 3 * first * second + 2 * first ** 3 : Infinity,
  ];
}

function sum(all: readonly Cumulants[]): Cumulants {
  return all.reduce(([a, b, c], [x, y, z]): Cumulants => [a + x, b + y, c + z], [0, 0, 0]);
}
