import { upperGamma } from '../src/risk/distributions/special-functions/incomplete-gamma.js';

/**
 * The greatest distance between the empirical distribution of draws and a cdf, times the root of their number
 * (Kolmogorov and Smirnov). Of the right law, above 2.23 with probability 1e-4; of laws with atoms more rarely.
 *
 * @param cdfBelow P(X < x), where the law has atoms
 */
export function kolmogorovDistance(
  draws: Float64Array,
  cdf: (x: number) => number,
  cdfBelow: (x: number) => number = cdf,
): number {
  const sorted = Float64Array.from(draws).sort();
  const n = sorted.length;
  let greatest = 0;
  for (let from = 0; from < n; ) {
    const value = sorted[from] as number;
    let to = from + 1;
    while (to < n && sorted[to] === value) to++;
    greatest = Math.max(greatest, Math.abs(to / n - cdf(value)), Math.abs(from / n - cdfBelow(value)));
    from = to;
  }
  return greatest * Math.sqrt(n);
}

/** How often each integer below `cells` was drawn; greater ones are left out. */
export function countsOf(draws: ArrayLike<number>, cells: number): Int32Array {
  const counts = new Int32Array(cells);
  for (let index = 0; index < draws.length; index++) {
    const cell = draws[index] as number;
    if (cell < cells) counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** The probability of so great a chi-square of counts against probabilities; cells that expect fewer than 10 are joined. */
export function chiSquareProbability(
  counts: ArrayLike<number>,
  probability: (cell: number) => number,
  n: number,
): number {
  let statistic = 0;
  let cells = 0;
  let observed = 0;
  let expected = 0;
  let expectedSoFar = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    observed += counts[cell] as number;
    expected += n * probability(cell);
    expectedSoFar += n * probability(cell);
    if (expected < 10 || n - expectedSoFar < 10) continue;
    statistic += (observed - expected) ** 2 / expected;
    cells++;
    observed = 0;
    expected = 0;
  }
  const restExpected = n - expectedSoFar + expected;
  if (restExpected > 1e-6 * n) {
    let drawn = 0;
    for (let cell = 0; cell < counts.length; cell++) drawn += counts[cell] as number;
    const rest = observed + n - drawn;
    statistic += (rest - restExpected) ** 2 / restExpected;
    cells++;
  }
  return upperGamma((cells - 1) / 2, statistic / 2);
}
