/**
 * A stream of random numbers, keyed by what it is for: the same key gives the same numbers on any machine and thread,
 * and the numbers of one key say nothing of those of another. A risk draws from streams of its own, one a block of
 * trials, so that adding a risk leaves the draws of all others alone.
 *
 * The fills are several times faster than a call for each number. They write `out[from]` up to, not with, `out[to]`.
 */
export interface RandomStream {
  /** 32 random bits, as a signed integer. */
  bits(): number;
  /** Uniform on (0, 1): never 0, never 1; a multiple of 2^-53. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Exponential of mean 1. */
  exponential(): number;
  /** Uniform on the integers 0 … n − 1, for n from 1 to 2^31 − 1. */
  below(n: number): number;
  fillBits(out: Int32Array, from: number, to: number): void;
  fillUniform(out: Float64Array, from: number, to: number): void;
  fillNormal(out: Float64Array, from: number, to: number): void;
  /** e^(mu + sigma · N) for normal N: in one go, because it is what most amounts of losses are. */
  fillLognormal(mu: number, sigma: number, out: Float64Array, from: number, to: number): void;
  fillExponential(out: Float64Array, from: number, to: number): void;
  fillBelow(n: number, out: Int32Array, from: number, to: number): void;
}
