import { InputError } from '../../value/index.js';
import { exponentials } from './exponential-function.js';
import { AT_ONCE, FEW, type RandomKernel, randomKernel, STATE } from './kernel/random-kernel.js';
import type { RandomStream } from './random-stream.js';
import { avalanche, streamKey } from './stream-key.js';
import { EXPONENTIAL_ZIGGURAT, NORMAL_ZIGGURAT } from './ziggurat.js';

/**
 * The stream of random numbers of a purpose ("risk/outage/severity") and a block of trials.
 *
 * @param seed an integer; its 64 bits count, so that 7 and 7n are the same
 * @throws InputError where seed or block are not integers
 */
export function randomStream(seed: number | bigint, purpose: string, block: number): RandomStream {
  return new XoshiroStream(streamKey(seed, purpose, block));
}

const {
  start: normalStart,
  width: normalWidth,
  inside: normalInside,
  height: normalHeight,
} = NORMAL_ZIGGURAT;
const {
  start: exponentialStart,
  width: exponentialWidth,
  inside: exponentialInside,
  height: exponentialHeight,
} = EXPONENTIAL_ZIGGURAT;

/** Up to here, 32 bits times n is an exact double; integers below n come from it without bias (D. Lemire, ACM TOMACS 29(1), 2019). */
const MOST_BY_PRODUCT = 2 ** 21;
const LANES = 4;
const GOLDEN = 0x9e3779b9;

/**
 * xoshiro128** 1.1 (D. Blackman, S. Vigna, ACM TOMS 47(4), 2021): 32 bits a step, period 2^128 − 1. Four of them side by
 * side, which the processor steps at once: the words are theirs by turns. Each starts at a hashed, so as good as random,
 * point of that period: that two of four million sequences of 2^32 numbers overlap has a probability below 2^-50.
 *
 * Single draws take words from a few made ahead; a fill begins after those, and makes whole steps of four.
 */
export class XoshiroStream implements RandomStream {
  readonly #state = new Int32Array(STATE);
  readonly #words = new Int32Array(FEW);
  #made = 0;
  #next = 0;

  /** @param key four words */
  constructor(key: Int32Array) {
    this.restart(key);
  }

  /** As a new stream of that key. */
  restart(key: Int32Array): void {
    const state = this.#state;
    for (let lane = 0; lane < LANES; lane++) {
      let some = 0;
      for (let word = 0; word < 4; word++) {
        const own = (key[word] as number) + Math.imul(lane, GOLDEN);
        const mixed = lane === 0 ? own : avalanche(own);
        state[LANES * word + lane] = mixed;
        some |= mixed;
      }
      // Zero is the one state that the generator never leaves.
      if (some === 0) state[lane] = 1;
    }
    this.#made = 0;
    this.#next = 0;
  }

  bits(): number {
    if (this.#next === this.#made) this.#moreWords();
    return this.#words[this.#next++] as number;
  }

  uniform(): number {
    const high = this.bits() >>> 6;
    return (high * 2 ** 26 + (this.bits() >>> 6) + 0.5) * 2 ** -52;
  }

  normal(): number {
    const place = this.bits();
    const layer = this.bits() & 255;
    if ((place ^ (place >> 31)) < (normalInside[layer] as number))
      return (place + 0.5) * (normalWidth[layer] as number);
    return this.#normalOutside(place, layer);
  }

  exponential(): number {
    const place = this.bits() >>> 1;
    const layer = this.bits() & 255;
    if (place < (exponentialInside[layer] as number))
      return (place + 0.5) * (exponentialWidth[layer] as number);
    return this.#exponentialOutside(place, layer);
  }

  below(n: number): number {
    checkBound(n);
    if (n > MOST_BY_PRODUCT) {
      const shift = Math.clz32(n - 1);
      for (;;) {
        const word = this.bits() >>> shift;
        if (word < n) return word;
      }
    }
    const refused = 2 ** 32 % n;
    for (;;) {
      const scaled = (this.bits() >>> 0) * n;
      const whole = Math.floor(scaled * 2 ** -32);
      if (scaled - whole * 2 ** 32 >= refused) return whole;
    }
  }

  fillBits(out: Int32Array, from: number, to: number): void {
    this.#fillLeading(32, out, from, to);
  }

  fillUniform(out: Float64Array, from: number, to: number): void {
    const kernel = randomKernel();
    const words = kernel.words;
    this.#lend(kernel);
    for (let start = from; start < to; start += AT_ONCE / 2) {
      const end = Math.min(start + AT_ONCE / 2, to);
      kernel.makeWords(2 * (end - start));
      for (let index = start, at = 0; index < end; index++, at += 2) {
        const high = (words[at] as number) >>> 6;
        out[index] = (high * 2 ** 26 + ((words[at + 1] as number) >>> 6) + 0.5) * 2 ** -52;
      }
    }
    this.#takeBack(kernel);
  }

  fillNormal(out: Float64Array, from: number, to: number): void {
    const kernel = randomKernel();
    for (let start = from; start < to; start += AT_ONCE) {
      const count = Math.min(AT_ONCE, to - start);
      this.#drawNormals(kernel, count);
      copy(kernel.values, count, out, start);
    }
  }

  fillLognormal(mu: number, sigma: number, out: Float64Array, from: number, to: number): void {
    const kernel = randomKernel();
    for (let start = from; start < to; start += AT_ONCE) {
      const count = Math.min(AT_ONCE, to - start);
      this.#drawNormals(kernel, count);
      if (kernel.takePowers(count, mu, sigma)) copy(kernel.powers, count, out, start);
      else {
        copy(kernel.values, count, out, start);
        exponentials(out, start, start + count, mu, sigma);
      }
    }
  }

  fillExponential(out: Float64Array, from: number, to: number): void {
    const kernel = randomKernel();
    for (let start = from; start < to; start += AT_ONCE) {
      const count = Math.min(AT_ONCE, to - start);
      this.#lend(kernel);
      const rejected = kernel.drawExponentials(count);
      this.#takeBack(kernel);
      copy(kernel.values, count, out, start);
      for (let nth = 0; nth < rejected; nth++) {
        const value = kernel.outside(nth);
        const place = kernel.placeOf(value) >>> 1;
        out[start + value] = this.#exponentialOutside(place, kernel.layerOf(value, count));
      }
    }
  }

  fillBelow(n: number, out: Int32Array, from: number, to: number): void {
    checkBound(n);
    if (n > MOST_BY_PRODUCT) {
      for (let index = from; index < to; index++) out[index] = this.below(n);
      return;
    }
    const refused = 2 ** 32 % n;
    if (refused === 0 && n > 1) {
      this.#fillLeading(Math.log2(n), out, from, to);
      return;
    }
    this.fillBits(out, from, to);
    for (let index = from; index < to; index++) {
      const scaled = ((out[index] as number) >>> 0) * n;
      const whole = Math.floor(scaled * 2 ** -32);
      out[index] = scaled - whole * 2 ** 32 >= refused ? whole : this.below(n);
    }
  }

  /** As many of the leading bits of words. */
  #fillLeading(bits: number, out: Int32Array, from: number, to: number): void {
    const kernel = randomKernel();
    this.#lend(kernel);
    for (let start = from; start < to; start += AT_ONCE) {
      const count = Math.min(AT_ONCE, to - start);
      kernel.makeNumbers(count, bits);
      copy(kernel.words, count, out, start);
    }
    this.#takeBack(kernel);
  }

  #drawNormals(kernel: RandomKernel, count: number): void {
    this.#lend(kernel);
    const rejected = kernel.drawNormals(count);
    this.#takeBack(kernel);
    const values = kernel.values;
    for (let nth = 0; nth < rejected; nth++) {
      const value = kernel.outside(nth);
      values[value] = this.#normalOutside(kernel.placeOf(value), kernel.layerOf(value, count));
    }
  }

  /** Four words at first: many streams of a block are asked for one number, or for fills only. */
  #moreWords(): void {
    const count = this.#made === 0 ? LANES : FEW;
    const kernel = randomKernel();
    this.#lend(kernel);
    kernel.makeFew(count);
    this.#takeBack(kernel);
    copy(kernel.few, count, this.#words, 0);
    this.#made = count;
    this.#next = 0;
  }

  #lend({ state }: RandomKernel): void {
    state.set(this.#state);
  }

  #takeBack({ state }: RandomKernel): void {
    this.#state.set(state);
  }

  /** The draw whose place in its layer may lie outside the curve: in the tail, under the curve after all, or anew. */
  #normalOutside(place: number, layer: number): number {
    if (layer === 0) return place < 0 ? -this.#normalTail(normalStart) : this.#normalTail(normalStart);
    const x = (place + 0.5) * (normalWidth[layer] as number);
    const low = normalHeight[layer] as number;
    const y = low + this.uniform() * ((normalHeight[layer + 1] as number) - low);
    return y < Math.exp(-0.5 * x * x) ? x : this.normal();
  }

  /** Marsaglia's tail (Technometrics 6, 1964). */
  #normalTail(start: number): number {
    for (;;) {
      const beyond = this.exponential() / start;
      if (2 * this.exponential() > beyond * beyond) return start + beyond;
    }
  }

  #exponentialOutside(place: number, layer: number): number {
    if (layer === 0) return exponentialStart + this.exponential();
    const x = (place + 0.5) * (exponentialWidth[layer] as number);
    const low = exponentialHeight[layer] as number;
    const y = low + this.uniform() * ((exponentialHeight[layer + 1] as number) - low);
    return y < Math.exp(-x) ? x : this.exponential();
  }
}

function checkBound(n: number): void {
  if (!(n >= 1 && n < 2 ** 31 && Math.floor(n) === n))
    throw new InputError(
      'bad-number',
      `Unexpected bound ${n} of random integers, expected an integer from 1 to 2^31 - 1.`,
    );
}

/** The first `count` numbers of scratch to their place. */
function copy<A extends Int32Array | Float64Array>(from: A, count: number, to: A, at: number): void {
  to.set(count === from.length ? from : from.subarray(0, count), at);
}
