/** The count, mean and sums of powers of the deviations from it: what a distribution's first four moments come from. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Σ (x − mean)². */
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

export const NO_MOMENTS: Moments = { count: 0, mean: 0, second: 0, third: 0, fourth: 0 };

/**
 * The moments of both samples together (Pébay 2008, "Formulas for Robust, One-Pass Parallel Computation of Covariances
 * and Arbitrary-Order Statistical Moments", Sandia SAND2008-6212). Not associative to the last bit: who wants the same
 * bytes on any number of threads merges block by block in order.
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  const delta = b.mean - a.mean;
  const [shareA, shareB] = [a.count / count, b.count / count];
  const square = delta * delta * a.count * shareB;
  return {
    count,
    mean: a.mean + delta * shareB,
    second: a.second + b.second + square,
    third:
      a.third +
      b.third +
      square * delta * (shareA - shareB) +
      3 * delta * (shareA * b.second - shareB * a.second),
    fourth:
      a.fourth +
      b.fourth +
      square * delta * delta * (shareA * shareA - shareA * shareB + shareB * shareB) +
      6 * delta * delta * (shareA * shareA * b.second + shareB * shareB * a.second) +
      4 * delta * (shareA * b.third - shareB * a.third),
  };
}

/** The mean of `values[from..to)`. */
export function meanOf(values: Float64Array, from = 0, to = values.length): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += values[index] as number;
  return sum / (to - from);
}

/** Of a sample that is at hand: about its first value, so that squares of large values do not hide small differences. */
export function momentsOf(values: ArrayLike<number>): Moments {
  const shift = values[0] ?? 0;
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  for (let index = 0; index < values.length; index++) {
    const away = (values[index] as number) - shift;
    const square = away * away;
    sums[0] += away;
    sums[1] += square;
    sums[2] += square * away;
    sums[3] += square * square;
  }
  return momentsFromSums(values.length, shift, sums);
}

/** Of a sample whose sums of powers of x − shift are given. */
export function momentsFromSums(
  count: number,
  shift: number,
  sums: readonly [s1: number, s2: number, s3: number, s4: number],
): Moments {
  if (count === 0) return NO_MOMENTS;
  const [s1, s2, s3, s4] = sums;
  const d = s1 / count;
  return {
    count,
    mean: shift + d,
    // Rounding must not make a sum of squares negative.
    second: Math.max(0, s2 - d * s1),
    third: s3 - 3 * d * s2 + 2 * d * d * s1,
    fourth: Math.max(0, s4 - 4 * d * s3 + 6 * d * d * s2 - 3 * d * d * d * s1),
  };
}
