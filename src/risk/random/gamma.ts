import { InputError } from '../../value/index.js';
import { exponentials } from './exponential-function.js';
import type { RandomStream } from './random-stream.js';

/**
 * One gamma variable of this shape and scale 1 (G. Marsaglia, W. Tsang, ACM TOMS 26(3), 2000). Below shape 1 it is the
 * draw of shape + 1 times U^(1/shape).
 *
 * @throws InputError where the shape is not a positive finite number
 */
export function gamma(random: RandomStream, shape: number): number {
  requireShape(shape);
  if (shape < 1) return gammaFromOne(random, shape + 1) * Math.exp(-random.exponential() / shape);
  return gammaFromOne(random, shape);
}

/** Gamma variables of this shape and scale for `out[from]` up to, not with, `out[to]`. */
export function fillGamma(
  random: RandomStream,
  shape: number,
  scale: number,
  out: Float64Array,
  from: number,
  to: number,
): void {
  requireShape(shape);
  if (shape < 1) {
    fillGamma(random, shape + 1, scale, out, from, to);
    timesPowersOfUniforms(random, 1 / shape, out, from, to);
    return;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  random.fillNormal(out, from, to);
  for (let index = from; index < to; index++) {
    const x = out[index] as number;
    const t = 1 + c * x;
    const v = t * t * t;
    out[index] =
      v > 0 && isAccepted(random.uniform(), x, v, d) ? scale * d * v : scale * gammaFromOne(random, shape);
  }
}

const CHUNK = 1024;
const powers = new Float64Array(CHUNK);

/** Each number times U^exponent, which is e^(−exponent E) for an exponential E. */
function timesPowersOfUniforms(
  random: RandomStream,
  exponent: number,
  out: Float64Array,
  from: number,
  to: number,
): void {
  for (let start = from; start < to; start += CHUNK) {
    const count = Math.min(CHUNK, to - start);
    random.fillExponential(powers, 0, count);
    exponentials(powers, 0, count, 0, -exponent);
    for (let each = 0; each < count; each++)
      out[start + each] = (out[start + each] as number) * (powers[each] as number);
  }
}

function requireShape(shape: number): void {
  if (!(shape > 0 && shape < Infinity))
    throw new InputError(
      'bad-number',
      `Unexpected shape ${shape} of a gamma law, expected a positive number.`,
    );
}

function gammaFromOne(random: RandomStream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const t = 1 + c * x;
    const v = t * t * t;
    if (v > 0 && isAccepted(random.uniform(), x, v, d)) return d * v;
  }
}

function isAccepted(u: number, x: number, v: number, d: number): boolean {
  const square = x * x;
  return u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v));
}
