/** 1 / √(2π) and √2, to double precision. */
const INVERSE_ROOT_TWO_PI = 0.3989422804014327;
const ROOT_TWO = Math.SQRT2;

/** P(Z ≤ x) of a standard normal Z. Relative error below 1e-15, in the left tail too (to −37, where it leaves the normal doubles). */
export function normalCdf(x: number): number {
  return x < 0 ? normalUpperTail(-x) : 1 - normalUpperTail(x);
}

/** P(Z > x) of a standard normal Z, with small relative error in the right tail too. */
export function normalUpperTail(x: number): number {
  if (x < 0) return 1 - normalUpperTail(-x);
  return 0.5 * scaledErrorFunction(x / ROOT_TWO) * expOfHalfSquare(x);
}

/** Density of the standard normal. */
export function normalDensity(x: number): number {
  return INVERSE_ROOT_TWO_PI * expOfHalfSquare(x);
}

/** erf(x) = 2/√π ∫₀ˣ e^(−t²) dt. */
export function erf(x: number): number {
  if (Math.abs(x) > 0.5) return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** 1 − erf(x), with small relative error where it is small. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return scaledErrorFunction(x) * expOfSquare(x);
}

/**
 * Coefficients of erfcx(x) · (1 + 2x) in Chebyshev polynomials of t = (x − 3.75) / (x + 3.75), for x ≥ 0: computed with
 * 40 digits, cut where they fall below 2e-17 (the mapping of M. Shepherd and J. Laframboise, Math. Comp. 36, 1981).
 */
const CHEBYSHEV = [
  2.3551578691348034, -0.004590054580646478, -0.08424913336651792, 0.05920993999819189, -0.026658668435305753,
  0.009074997670705265, -0.002413163540417608, 0.0004907758365258086, -6.916973302501207e-5,
  4.13902798607301e-6, 7.74038306619849e-7, -2.1886401049234397e-7, 1.076499946567091e-8,
  4.521959811218287e-9, -7.754400208831351e-10, -6.318088340886684e-11, 2.86879501093067e-11,
  1.9455868545777347e-13, -9.65469674843344e-13, 3.25254814814874e-14, 3.3478119482868056e-14,
  -1.864562880419313e-15, -1.2507950530688648e-15, 7.418235256624044e-17, 5.068148904796111e-17,
];

/** e^(x²) erfc(x) for x ≥ 0. */
export function scaledErrorFunction(x: number): number {
  if (x === Infinity) return 0;
  const t = (2 * (x - 3.75)) / (x + 3.75);
  let next = 0;
  let afterNext = 0;
  for (let index = CHEBYSHEV.length - 1; index > 0; index--) {
    const here = t * next - afterNext + (CHEBYSHEV[index] as number);
    afterNext = next;
    next = here;
  }
  return (0.5 * (t * next + (CHEBYSHEV[0] as number)) - afterNext) / (1 + 2 * x);
}

/** e^(−x²/2): x in two parts, so that the rounding of its square does not enter the exponent (W. Cody, Math. Comp. 23, 1969). */
function expOfHalfSquare(x: number): number {
  if (Math.abs(x) > 40) return 0;
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (x - coarse) * (x + coarse));
}

function expOfSquare(x: number): number {
  if (Math.abs(x) > 28) return 0;
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-coarse * coarse) * Math.exp(-(x - coarse) * (x + coarse));
}
