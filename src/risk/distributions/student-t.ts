import { fillGamma, gamma } from '../random/gamma.js';
import type { RandomStream } from '../random/random-stream.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireFinite, requirePositive } from './parameters.js';
import { normalCdf } from './special-functions/error-function.js';
import { betaTerm, incompleteBeta, inverseIncompleteBeta } from './special-functions/incomplete-beta.js';
import { normalQuantile } from './special-functions/normal-quantile.js';
import { smoothTable, tabulated } from './special-functions/smooth-table.js';

/** Mean squares of normal numbers: scratch of one fill at a time. */
const CHUNK = 1024;
const squares = new Float64Array(CHUNK);

/** Beyond this freedom the continued fraction loses digits, and the expansion about the normal law has none left to lose. */
const NEARLY_NORMAL = 1e6;

/** Below this, the tails are too steep for a table. */
const SMOOTH_FROM = 0.5;
/** Beyond arsinh(t / √freedom) of this, the cdf is not tabulated. */
const FARTHEST_SINH = 24;

/** Student's t: a normal law with heavy tails. `scale` is not its deviation, which is scale √(freedom / (freedom − 2)). */
export function studentT({ freedom, location, scale }: SpecOf<'student-t'>): Distribution {
  requirePositive('student-t', 'freedom', freedom);
  requireFinite('student-t', 'location', location);
  requirePositive('student-t', 'scale', scale);
  const quantile = (p: number) => location + scale * studentTQuantile(freedom, p);
  return {
    mean: freedom > 1 ? location : Number.NaN,
    variance: freedom > 2 ? scale * scale * (freedom / (freedom - 2)) : freedom > 1 ? Infinity : Number.NaN,
    momentsBelow: freedom,
    support: [-Infinity, Infinity],
    cdf: (x) => studentTCdf(freedom, (x - location) / scale),
    quantile,
    ...(freedom >= SMOOTH_FROM && { tabulatedQuantile: tabulated(quantile) }),
    limitedMean: (d) => {
      if (!(freedom > 1)) return d === -Infinity ? d : -Infinity;
      return location + scale * limitedStandardMean(freedom, (d - location) / scale);
    },
    sample: (random) => location + scale * standardT(random, freedom),
    fill: (random, out, from, to) => {
      random.fillNormal(out, from, to);
      for (let start = from; start < to; start += CHUNK) {
        const count = Math.min(CHUNK, to - start);
        fillGamma(random, freedom / 2, 2 / freedom, squares, 0, count);
        for (let each = 0; each < count; each++) {
          const chi = Math.sqrt(squares[each] as number);
          out[start + each] = location + scale * ((out[start + each] as number) / chi);
        }
      }
    },
  };
}

/** P(T ≤ t) of Student's t. */
export function studentTCdf(freedom: number, t: number): number {
  if (freedom > NEARLY_NORMAL) return normalCdf(asNormal(freedom, t));
  const upper = 0.5 * tails(freedom, t);
  return t < 0 ? upper : 1 - upper;
}

/**
 * P(T ≤ t) as a function for loops, thirty times as fast: interpolated in its logarithm over arsinh(t / √freedom), in
 * which both tails are straight. Relative error below 1e-9, in the tails too.
 */
export function tabulatedStudentTCdf(freedom: number): (t: number) => number {
  const root = Math.sqrt(freedom);
  // Where the tail, about cosh(u)^−freedom, leaves the doubles.
  const farthest = Math.min(FARTHEST_SINH, Math.acosh(Math.exp(630 / freedom)));
  const steps = Math.ceil(farthest * (64 + 8 * root));
  const logTail = smoothTable(
    (u) => Math.log(studentTCdf(freedom, -root * Math.sinh(u))),
    0,
    farthest,
    steps,
  );
  return (t) => {
    const u = Math.asinh(Math.abs(t) / root);
    if (!(u < farthest)) return studentTCdf(freedom, t);
    const lower = Math.exp(logTail(u));
    return t < 0 ? lower : 1 - lower;
  };
}

/** The t with P(T ≤ t) = p. */
export function studentTQuantile(freedom: number, p: number): number {
  if (p > 0.5) return -studentTQuantile(freedom, 1 - p);
  if (freedom > NEARLY_NORMAL) return fromNormal(freedom, normalQuantile(p));
  const { x, y } = inverseIncompleteBeta(freedom / 2, 0.5, 2 * p);
  return -Math.sqrt(freedom * (y / x));
}

/** The normal deviate of the same probability, to order 1 / freedom² (Abramowitz and Stegun 26.7.5 and its inverse). */
function asNormal(freedom: number, t: number): number {
  const square = t * t;
  if (!(square < 1e4)) return t;
  return (
    t - (t * (square + 1)) / (4 * freedom) + (t * ((13 * square + 8) * square + 3)) / (96 * freedom * freedom)
  );
}

function fromNormal(freedom: number, z: number): number {
  const square = z * z;
  if (!(square < 1e4)) return z;
  return (
    z + (z * (square + 1)) / (4 * freedom) + (z * ((5 * square + 16) * square + 3)) / (96 * freedom * freedom)
  );
}

/** P(|T| > |t|). */
function tails(freedom: number, t: number): number {
  if (Math.abs(t) > 1e150) return incompleteBeta(freedom / 2, 0.5, (freedom / t) * (1 / t), 1);
  const square = t * t;
  return incompleteBeta(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square));
}

/** E[min(T, d)] = d P(T > d) − density(d) (freedom + d²) / (freedom − 1). */
function limitedStandardMean(freedom: number, d: number): number {
  if (d === Infinity) return 0;
  if (d === -Infinity) return d;
  const above = studentTCdf(freedom, -d);
  return d * above - (density(freedom, d) * (freedom + d * d)) / (freedom - 1);
}

function density(freedom: number, t: number): number {
  const atOne = betaTerm(freedom / 2, 0.5, freedom / (freedom + 1), 1 / (freedom + 1));
  return atOne * Math.exp(-0.5 * (freedom + 1) * (Math.log1p((t * t) / freedom) - Math.log1p(1 / freedom)));
}

function standardT(random: RandomStream, freedom: number): number {
  return random.normal() / Math.sqrt(gamma(random, freedom / 2) / (freedom / 2));
}
