import { deviance, logGamma, stirlingError } from './gamma-function.js';
import { normalQuantile } from './normal-quantile.js';
import { rootOfIncreasing } from './root.js';

/**
 * I_x(a, b): the cdf at x of a beta variable, for a, b > 0.
 *
 * @param y 1 − x, given apart because where x is near 1 only the caller may know it exactly
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): number {
  if (!(x > 0)) return 0;
  if (!(y > 0)) return 1;
  return x < (a + 1) / (a + b + 2) ? fractionPart(a, b, x, y) : 1 - fractionPart(b, a, y, x);
}

/** x^a y^b / B(a, b): the density of the beta law times x y, by Loader's saddle points. */
export function betaTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const correction = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return (
    Math.sqrt((a / n) * (b / (2 * Math.PI))) * Math.exp(correction - deviance(a, n * x) - deviance(b, n * y))
  );
}

/** The x with I_x(a, b) = p, and y = 1 − x without loss where x is near 1. */
export function inverseIncompleteBeta(
  a: number,
  b: number,
  p: number,
): { readonly x: number; readonly y: number } {
  if (!(p >= 0 && p <= 1)) return { x: Number.NaN, y: Number.NaN };
  if (p <= 0.5) return fromLowerTail(a, b, p);
  const { x, y } = fromLowerTail(b, a, 1 - p);
  return { x: y, y: x };
}

/** For p ≤ ½. In the logit of x, and the logarithm of p, the function is concave: Newton's method never strays. */
function fromLowerTail(a: number, b: number, p: number): { readonly x: number; readonly y: number } {
  if (p === 0) return { x: 0, y: 1 };
  // I_x(a, b) = x^a / (a B(a, b)) to the last digit where x is so small.
  const byPower = (Math.log(p) + Math.log(a) + logGamma(a) + logGamma(b) - logGamma(a + b)) / a;
  if (byPower < -40) return { x: Math.exp(byPower), y: 1 };
  const nearNormal = Math.log(a / b) + normalQuantile(p) * Math.sqrt(1 / a + 1 / b);
  const u = rootOfIncreasing(
    (logit) => {
      const x = 1 / (1 + Math.exp(-logit));
      const y = 1 / (1 + Math.exp(logit));
      const lower = incompleteBeta(a, b, x, y);
      return [Math.log(lower / p), betaTerm(a, b, x, y) / lower];
    },
    a < 1 && byPower < nearNormal ? byPower : nearNormal,
  );
  return { x: 1 / (1 + Math.exp(-u)), y: 1 / (1 + Math.exp(u)) };
}

/** The continued fraction of I_x(a, b) (DLMF 8.17.22), by the modified method of Lentz. */
function fractionPart(a: number, b: number, x: number, y: number): number {
  const term = betaTerm(a, b, x, y) / a;
  if (term === 0) return 0;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || 1e-300);
  let value = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || 1e-300);
    c = 1 + even / c || 1e-300;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || 1e-300);
    c = 1 + odd / c || 1e-300;
    value *= c * d;
    if (!(Math.abs(c * d - 1) >= 2e-16) || m > 1e7) return term * value;
  }
}
