import { deviance, logGamma, stirlingError } from './gamma-function.js';
import { normalQuantile } from './normal-quantile.js';
import { rootOfIncreasing } from './root.js';

/** P(a, x): the cdf at x of a gamma variable of shape a > 0 and scale 1. */
export function lowerGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? seriesPart(a, x) : 1 - fractionPart(a, x);
}

/** Q(a, x) = 1 − P(a, x), with small relative error where it is small. */
export function upperGamma(a: number, x: number): number {
  if (!(x > 0)) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - seriesPart(a, x) : fractionPart(a, x);
}

/** x^a e^(−x) / Γ(a + 1): the density of the gamma law of shape a + 1, by Loader's saddle point. */
function gammaTerm(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** The x with P(a, x) = p: 0 at 0, ∞ at 1. */
export function inverseLowerGamma(a: number, p: number): number {
  if (!(p > 0)) return p === 0 ? 0 : Number.NaN;
  if (p >= 1) return p === 1 ? Infinity : Number.NaN;
  // P(a, x) = x^a / Γ(a + 1) to the last digit where x is so small.
  const byPower = (Math.log(p) + logGamma(a + 1)) / a;
  if (byPower < -40) return Math.exp(byPower);
  const start = wilsonHilferty(a, p) ?? byPower;
  const u = p <= 0.5 ? logFromLowerTail(a, p, start) : logFromUpperTail(a, 1 - p, start);
  return Math.exp(u);
}

/** In the logarithms of x and of the smaller tail the function is concave and nearly straight: Newton's method never strays. */
function logFromLowerTail(a: number, p: number, start: number): number {
  return rootOfIncreasing((u) => {
    const x = Math.exp(u);
    const lower = lowerGamma(a, x);
    return [Math.log(lower / p), (a * gammaTerm(a, x)) / lower];
  }, start);
}

function logFromUpperTail(a: number, q: number, start: number): number {
  return rootOfIncreasing((u) => {
    const x = Math.exp(u);
    const upper = upperGamma(a, x);
    return [Math.log(q / upper), (a * gammaTerm(a, x)) / upper];
  }, start);
}

/** The logarithm of the quantile as approximated by E. Wilson and M. Hilferty (1931), where it is of use. */
function wilsonHilferty(a: number, p: number): number | null {
  const root = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
  return a >= 0.5 && root > 0.1 ? Math.log(a) + 3 * Math.log(root) : null;
}

function seriesPart(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return gammaTerm(a, x) * sum;
}

/** Legendre's continued fraction, by the modified method of Lentz. */
function fractionPart(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || 1e-300);
    c = b + numerator / c || 1e-300;
    const factor = c * d;
    value *= factor;
    if (!(Math.abs(factor - 1) >= 2e-16) || n > 1e7) return a * gammaTerm(a, x) * value;
  }
}
