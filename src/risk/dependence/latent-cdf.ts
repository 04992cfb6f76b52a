import { normalCdf } from '../distributions/special-functions/error-function.js';
import { smoothTable } from '../distributions/special-functions/smooth-table.js';
import { tabulatedStudentTCdf } from '../distributions/student-t.js';
import type { Copula } from './latent-correlation.js';

/** The sum of an even number of degrees of freedom has half as many terms: beyond this a table is faster. */
const MOST_SUMMED = 20;

/** The normal one is tabulated between these deviations, with an error below 1e-13; beyond, it is computed. */
const TABULATED = 5;
const STEPS = 1024;

/** The distribution function of one latent variable, for loops: a few nanoseconds a value where there is a closed form. */
export function latentCdf(copula: Copula): (x: number) => number {
  if (copula.copula === 'gaussian') return smoothTable(normalCdf, -TABULATED, TABULATED, STEPS);
  const { freedom } = copula;
  return freedom % 2 === 0 && freedom <= MOST_SUMMED
    ? evenStudentTCdf(freedom)
    : tabulatedStudentTCdf(freedom);
}

/**
 * P(T ≤ t) for an even number of degrees of freedom: ½ + ½ s (1 + c/2 + 1·3/(2·4) c² + …) with s = t / √(ν + t²) and
 * c = ν / (ν + t²); absolute error below 1e-15. Source: M. Abramowitz and I. Stegun, formula 26.7.4.
 */
function evenStudentTCdf(freedom: number): (t: number) => number {
  const ratios = Array.from({ length: freedom / 2 - 1 }, (_, index) => (2 * index + 1) / (2 * index + 2));
  const factors = Float64Array.from(ratios.reverse());
  return (t) => {
    const square = t * t;
    if (square > 1e40) return t < 0 ? 0 : 1;
    const c = freedom / (freedom + square);
    let sum = 1;
    for (let index = 0; index < factors.length; index++) sum = 1 + (factors[index] as number) * c * sum;
    return 0.5 + (0.5 * t * sum) / Math.sqrt(freedom + square);
  };
}
