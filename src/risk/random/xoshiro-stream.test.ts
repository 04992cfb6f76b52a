import { describe, expect, it } from 'vitest';
import { chiSquareProbability, countsOf, kolmogorovDistance } from '../../../test/goodness-of-fit.js';
import { normalCdf, normalUpperTail } from '../distributions/special-functions/error-function.js';
import { exponentials } from './exponential-function.js';
import type { RandomStream } from './random-stream.js';
import { avalanche } from './stream-key.js';
import { randomStream, XoshiroStream } from './xoshiro-stream.js';
import { EXPONENTIAL_ZIGGURAT, NORMAL_ZIGGURAT } from './ziggurat.js';

const N = 400_000;

describe('the generator', () => {
  it('gives the words of the reference implementation of xoshiro128**, each fourth', () => {
    const key = Int32Array.of(1, 2, 3, 4);
    const words = new Int32Array(4000);
    new XoshiroStream(key).fillBits(words, 0, words.length);
    const first = words.filter((_, index) => index % 4 === 0);
    const unsigned = Array.from(first, (word) => word >>> 0);
    expect(unsigned.slice(0, 8)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
    ]);
    expect(unsigned[999]).toBe(3170714187);
  });

  it('steps the other three as the reference does, from mixed states', () => {
    const key = Int32Array.of(1, -2, 3, 0x40000000);
    const words = new Int32Array(400);
    new XoshiroStream(key).fillBits(words, 0, words.length);
    for (const lane of [1, 2, 3]) {
      const state = key.map((word) => avalanche(word + Math.imul(lane, 0x9e3779b9)));
      const own = words.filter((_, index) => index % 4 === lane);
      expect([...own]).toEqual(referenceWords(state, own.length));
    }
  });

  it('begins anew with a key as a new stream does', () => {
    const used = new XoshiroStream(Int32Array.of(5, 6, 7, 8));
    used.bits();
    used.fillNormal(new Float64Array(10), 0, 10);
    used.restart(Int32Array.of(1, 2, 3, 4));
    const fresh = new XoshiroStream(Int32Array.of(1, 2, 3, 4));
    for (let index = 0; index < 100; index++) expect(used.bits()).toBe(fresh.bits());
  });

  it('gives each word once, whether drawn one by one or by a fill', () => {
    const all = new Int32Array(4 + 12 + 64 + 64);
    new XoshiroStream(Int32Array.of(1, 2, 3, 4)).fillBits(all, 0, all.length);
    const stream = new XoshiroStream(Int32Array.of(1, 2, 3, 4));
    const drawn = [stream.bits(), stream.bits()];
    // Ten words take three steps of four.
    const filled = new Int32Array(10);
    stream.fillBits(filled, 0, 10);
    for (let index = 2; index < 4 + 64 + 64; index++) drawn.push(stream.bits());
    expect([...filled]).toEqual([...all.slice(4, 14)]);
    expect(drawn).toEqual([...all.slice(0, 4), ...all.slice(16)]);
  });

  it('fills normal and exponential numbers as single draws would from the same words', () => {
    for (const law of ['normal', 'exponential'] as const) {
      const stream = new XoshiroStream(Int32Array.of(9, 8, 7, 6));
      const words = new Int32Array(1000 + 250);
      new XoshiroStream(Int32Array.of(9, 8, 7, 6)).fillBits(words, 0, words.length);
      const filled = new Float64Array(1000);
      if (law === 'normal') stream.fillNormal(filled, 0, 1000);
      else stream.fillExponential(filled, 0, 1000);
      const layers = new Uint8Array(words.buffer, 4000);
      const { inside, width } = law === 'normal' ? NORMAL_ZIGGURAT : EXPONENTIAL_ZIGGURAT;
      let taken = 0;
      filled.forEach((value, index) => {
        const word = words[index] as number;
        const place = law === 'normal' ? word : word >>> 1;
        const layer = layers[index] as number;
        const distance = law === 'normal' ? word ^ (word >> 31) : place;
        if (distance >= (inside[layer] as number)) return;
        expect(value).toBe((place + 0.5) * (width[layer] as number));
        taken++;
      });
      expect(taken).toBeGreaterThan(970);
      expect(taken).toBeLessThan(1000);
    }
  });

  it('fills lognormal numbers as powers of its normal ones', () => {
    for (const [mu, sigma] of [
      [1, 0.5],
      // Some are beyond what the quick way can.
      [0, 400],
    ] as const) {
      const [normal, lognormal] = [new Float64Array(2500), new Float64Array(2500)];
      randomStream(3, 'lognormal', 0).fillNormal(normal, 7, 2400);
      randomStream(3, 'lognormal', 0).fillLognormal(mu, sigma, lognormal, 7, 2400);
      exponentials(normal, 7, 2400, mu, sigma);
      expect(lognormal).toEqual(normal);
    }
  });

  it('leaves the one state that gives zeros only', () => {
    const stream = new XoshiroStream(new Int32Array(4));
    expect(Array.from({ length: 100 }, () => stream.bits()).some((word) => word !== 0)).toBe(true);
  });

  it('gives the same for the same key, and streams of other keys are independent of it', () => {
    const length = 20_000;
    const keys: [number, string, number][] = [
      [1, 'risk/a/severity', 0],
      [1, 'risk/a/severity', 1],
      [1, 'risk/a/severity', 2],
      [1, 'risk/b/severity', 0],
      [1, 'risk/a/frequency', 0],
      [2, 'risk/a/severity', 0],
    ];
    const columns = keys.map((key) => normals(randomStream(...key), length));
    expect(normals(randomStream(1, 'risk/a/severity', 0), length)).toEqual(columns[0]);
    for (const [index, column] of columns.entries())
      for (const other of columns.slice(0, index))
        for (const lag of [0, 1]) {
          expect(Math.abs(correlation(column, other, lag)) * Math.sqrt(length)).toBeLessThan(4.5);
        }
  });
});

describe('uniform numbers', () => {
  it('stay inside (0, 1) whatever the words', () => {
    for (const word of [0, -1, 1, 0x7fffffff, -0x80000000]) {
      const stream = new ConstantWords(word);
      expect(stream.uniform()).toBeGreaterThan(0);
      expect(stream.uniform()).toBeLessThan(1);
    }
  });

  it('are uniform, drawn either way, down to their low bits', () => {
    for (const draws of [filled('fillUniform'), drawn((stream) => stream.uniform())]) {
      expect(kolmogorovDistance(draws, (x) => x)).toBeLessThan(2.23);
      const low = countsOf(
        draws.map((draw) => Math.floor(draw * 2 ** 52) % 64),
        64,
      );
      expect(chiSquareProbability(low, () => 1 / 64, N)).toBeGreaterThan(1e-4);
    }
  });
});

describe('normal numbers', () => {
  it('are normal, drawn either way: distribution, tails, signs', () => {
    for (const draws of [filled('fillNormal'), drawn((stream) => stream.normal())]) {
      expect(kolmogorovDistance(draws, normalCdf)).toBeLessThan(2.23);
      for (const bound of [1, 2, 3, NORMAL_ZIGGURAT.start, 4]) {
        expectShare(draws, (x) => x > bound, normalUpperTail(bound));
        expectShare(draws, (x) => x < -bound, normalUpperTail(bound));
      }
      expectShare(draws, (x) => x > 0, 0.5);
    }
  });

  it('do not depend on the ones before, in value or size', () => {
    const draws = filled('fillNormal');
    const sizes = draws.map((x) => x * x - 1);
    for (const lag of [1, 2, 3, 4, 5, 8]) {
      expect(Math.abs(correlation(draws, draws, lag)) * Math.sqrt(N)).toBeLessThan(4);
      expect((Math.abs(correlation(sizes, sizes, lag)) / 2) * Math.sqrt(N)).toBeLessThan(4);
    }
  });
});

describe('exponential numbers', () => {
  it('are exponential, drawn either way, beyond the start of the tail too', () => {
    for (const draws of [filled('fillExponential'), drawn((stream) => stream.exponential())]) {
      expect(kolmogorovDistance(draws, (x) => -Math.expm1(-x))).toBeLessThan(2.23);
      for (const bound of [1, 3, EXPONENTIAL_ZIGGURAT.start])
        expectShare(draws, (x) => x > bound, Math.exp(-bound));
      expect(draws.every((x) => x > 0)).toBe(true);
    }
  });
});

describe('integers below a bound', () => {
  it('are all as likely, drawn either way', () => {
    for (const n of [1, 2, 3, 7, 100, 4096]) {
      const draws = new Int32Array(N);
      stream().fillBelow(n, draws, 0, N);
      const one = stream();
      for (const column of [draws, Int32Array.from(draws, () => one.below(n))]) {
        const counts = countsOf(column, n);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(N);
        if (n > 1) expect(chiSquareProbability(counts, () => 1 / n, N)).toBeGreaterThan(1e-4);
      }
    }
  });

  it('reach large bounds and stay below them', () => {
    for (const n of [2 ** 21, 2 ** 21 + 1, 3 * 2 ** 29, 2 ** 31 - 1]) {
      const draws = new Int32Array(10_000);
      stream().fillBelow(n, draws, 0, draws.length);
      const shares = Float64Array.from(draws, (draw) => (draw + 0.5) / n);
      expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...draws)).toBeLessThan(n);
      expect(kolmogorovDistance(shares, (x) => x)).toBeLessThan(2.23);
    }
  });

  it('need a bound from 1 to 2^31 − 1', () => {
    for (const n of [0, -1, 1.5, Number.NaN, 2 ** 31])
      expect(() => stream().below(n)).toThrow(/^Unexpected bound/);
  });
});

it('fills write where they are told, and nowhere else', () => {
  for (const name of ['fillUniform', 'fillNormal', 'fillExponential'] as const) {
    const out = new Float64Array(5000).fill(-1000);
    stream()[name](out, 7, 4000);
    expect(out.slice(0, 7).every((x) => x === -1000) && out.slice(4000).every((x) => x === -1000)).toBe(true);
    expect(out.slice(7, 4000).every((x) => x > -10)).toBe(true);
    stream()[name](out, 10, 10);
  }
});

/** A stream whose words are all the same: the bounds of what is made of them. */
class ConstantWords extends XoshiroStream {
  readonly #word: number;
  constructor(word: number) {
    super(Int32Array.of(1, 2, 3, 4));
    this.#word = word;
  }
  override bits(): number {
    return this.#word;
  }
}

function stream(): RandomStream {
  return randomStream(20061123, 'test', 3);
}

function filled(name: 'fillUniform' | 'fillNormal' | 'fillExponential'): Float64Array {
  const out = new Float64Array(N);
  stream()[name](out, 0, N);
  return out;
}

function drawn(draw: (stream: RandomStream) => number): Float64Array {
  const source = stream();
  return Float64Array.from({ length: N }, () => draw(source));
}

function normals(source: RandomStream, length: number): Float64Array {
  const out = new Float64Array(length);
  source.fillNormal(out, 0, length);
  return out;
}

/** The correlation of two columns of mean 0, the second moved by `lag`; of unit variance, or as it is. */
function correlation(a: Float64Array, b: Float64Array, lag: number): number {
  let sum = 0;
  for (let index = lag; index < a.length; index++) sum += (a[index] as number) * (b[index - lag] as number);
  return sum / a.length;
}

/** The share of draws for which something holds is its probability, within 4 standard errors. */
function expectShare(draws: Float64Array, holds: (x: number) => boolean, probability: number): void {
  const share = draws.reduce((count, x) => count + (holds(x) ? 1 : 0), 0) / draws.length;
  const error = Math.sqrt((probability * (1 - probability)) / draws.length);
  expect(Math.abs(share - probability)).toBeLessThan(4 * error);
}

/** As D. Blackman and S. Vigna wrote it, with the words as they go. */
function referenceWords(state: Int32Array, count: number): number[] {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));
  return Array.from({ length: count }, () => {
    const word = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return word;
  });
}
