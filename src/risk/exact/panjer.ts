import type { FrequencyLaw } from './frequency-law.js';

/**
 * The law of a sum of N severities on the grid 0, 1, 2, …: out[s] = P(S = s) for s below `severity.length`. What the
 * severity lacks to 1 lies beyond the grid, and so do the sums with it. Every term is positive for Poisson and negative
 * binomial frequencies, so that the relative error stays small in the far tail; the work grows with the square of the
 * length.
 * Source: H. Panjer, "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12 (1981).
 */
export function panjer(frequency: FrequencyLaw, severity: Float64Array): Float64Array {
  const { a, b } = frequency.panjer;
  const out = new Float64Array(severity.length);
  const nothing = severity[0] ?? 0;
  out[0] = frequency.none(nothing);
  const factor = 1 / (1 - a * nothing);
  for (let s = 1; s < out.length; s++) {
    const ratio = b / s;
    let sum = 0;
    for (let j = 1; j <= s; j++) {
      sum += (a + ratio * j) * (severity[j] as number) * (out[s - j] as number);
    }
    out[s] = factor * sum;
  }
  return out;
}
