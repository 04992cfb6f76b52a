import { describe, expect, it } from 'vitest';
import { normalCdf } from '../distributions/special-functions/error-function.js';
import { studentTCdf } from '../distributions/student-t.js';
import { randomStream } from '../random/xoshiro-stream.js';
import type { Correlation } from '../resolved-register.js';
import { latentCdf } from './latent-cdf.js';
import type { Copula } from './latent-correlation.js';
import { tiedSampler } from './tied-sampler.js';

const GAUSSIAN: Copula = { copula: 'gaussian' };
const STUDENT_T: Copula = { copula: 't', freedom: 3 };
const TRIALS = 4096;
const BLOCKS = 5;

/** The uniforms of all variables over a few blocks. */
function draws(correlations: readonly Correlation[], copula: Copula, seed = 7): Map<string, Float64Array> {
  const sampler = tiedSampler(correlations, copula);
  const all = new Map(sampler.variables.map((name) => [name, new Float64Array(TRIALS * BLOCKS)]));
  for (let block = 0; block < BLOCKS; block++) {
    const columns = sampler.variables.map((name) =>
      (all.get(name) as Float64Array).subarray(block * TRIALS, (block + 1) * TRIALS),
    );
    sampler.simulate({ trials: TRIALS, stream: (purpose) => randomStream(seed, purpose, block) }, columns);
  }
  return all;
}

function pair(
  measure: Correlation['measure'],
  value: number,
  between: [string, string] = ['a', 'b'],
): Correlation {
  return { between, measure, value };
}

/** Share of concordant less that of discordant pairs, over pairs of neighbours, each used once: its error is plain. */
function kendall(x: Float64Array, y: Float64Array): { value: number; error: number } {
  let sum = 0;
  const pairs = Math.floor(x.length / 2);
  for (let index = 0; index < pairs; index++) {
    const [i, j] = [2 * index, 2 * index + 1];
    sum += Math.sign(((x[i] as number) - (x[j] as number)) * ((y[i] as number) - (y[j] as number)));
  }
  const value = sum / pairs;
  return { value, error: Math.sqrt((1 - value * value) / pairs) };
}

/** 12 E[UV] − 3: the uniforms are the ranks. */
function spearman(x: Float64Array, y: Float64Array): { value: number; error: number } {
  const products = x.map((each, index) => 12 * (each - 0.5) * ((y[index] as number) - 0.5));
  const value = products.reduce((sum, each) => sum + each, 0) / x.length;
  const squares = products.reduce((sum, each) => sum + (each - value) ** 2, 0) / x.length;
  return { value, error: Math.sqrt(squares / x.length) };
}

describe('the distribution function of a latent variable', () => {
  it('is that of the normal law', () => {
    const cdf = latentCdf(GAUSSIAN);
    for (let x = -9; x <= 9; x += 0.0137) expect(Math.abs(cdf(x) - normalCdf(x))).toBeLessThan(1e-13);
    expect(cdf(-9) / normalCdf(-9)).toBe(1);
  });

  it.each([1, 2, 3, 4, 4.5, 6, 20, 22, 300])('is that of Student t with %d degrees of freedom', (freedom) => {
    const cdf = latentCdf({ copula: 't', freedom });
    for (let t = -30; t <= 30; t += 0.37) {
      const exact = studentTCdf(freedom, t);
      expect(Math.abs(cdf(t) - exact)).toBeLessThan(1e-15 + 1e-8 * Math.min(exact, 1 - exact));
    }
    expect([cdf(-1e200), cdf(0), cdf(1e200)].map((each) => Number(each.toFixed(12)))).toEqual([0, 0.5, 1]);
  });
});

describe('tied uniforms', () => {
  for (const copula of [GAUSSIAN, STUDENT_T]) {
    for (const value of [-0.7, -0.2, 0.35, 0.8]) {
      it(`have Kendall's tau ${value} and Spearman's rho ${value} through the ${copula.copula} copula`, () => {
        const tau = draws([pair('kendall', value)], copula);
        const measured = kendall(tau.get('a') as Float64Array, tau.get('b') as Float64Array);
        expect(Math.abs(measured.value - value)).toBeLessThan(4 * measured.error);
        const rho = draws([pair('spearman', value)], copula);
        const ranks = spearman(rho.get('a') as Float64Array, rho.get('b') as Float64Array);
        expect(Math.abs(ranks.value - value)).toBeLessThan(4 * ranks.error);
      });
    }

    it(`are uniform through the ${copula.copula} copula`, () => {
      for (const column of draws(
        [pair('kendall', 0.5), pair('spearman', -0.3, ['b', 'c'])],
        copula,
      ).values()) {
        const mean = column.reduce((sum, each) => sum + each, 0) / column.length;
        expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * column.length));
        for (const p of [0.01, 0.25, 0.9]) {
          const below = column.reduce((sum, each) => sum + (each <= p ? 1 : 0), 0) / column.length;
          expect(Math.abs(below - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / column.length));
        }
        expect(Math.min(...column.subarray(0, 1000))).toBeGreaterThan(0);
        expect(Math.max(...column.subarray(0, 1000))).toBeLessThan(1);
      }
    });
  }

  it('come together in the tails through the t copula alone', () => {
    const joint = (copula: Copula) => {
      const columns = [...draws([pair('kendall', 0.3)], copula).values()] as [Float64Array, Float64Array];
      return columns[0].reduce(
        (sum, u, index) => sum + (u > 0.99 && (columns[1][index] as number) > 0.99 ? 1 : 0),
        0,
      );
    };
    // Given one beyond 99%: about 0.13 of the other for the normal, 0.33 for t with 3 degrees.
    const expected = TRIALS * BLOCKS * 0.01;
    expect(joint(GAUSSIAN)).toBeLessThan(0.25 * expected);
    expect(joint(STUDENT_T)).toBeGreaterThan(0.25 * expected);
  });

  it('of the others stay as they are when a variable is added last', () => {
    for (const copula of [GAUSSIAN, STUDENT_T]) {
      const before = draws([pair('kendall', 0.4)], copula);
      const after = draws([pair('kendall', 0.4), pair('kendall', 0.3, ['b', 'c'])], copula);
      expect(after.get('a')).toEqual(before.get('a'));
      expect(after.get('b')).toEqual(before.get('b'));
      expect(after.get('c')).not.toEqual(before.get('b'));
    }
  });

  it('are the same for a block whatever block came before', () => {
    const sampler = tiedSampler([pair('kendall', 0.5)], STUDENT_T);
    const run = (block: number) => {
      const columns = [new Float64Array(64), new Float64Array(64)];
      sampler.simulate({ trials: 64, stream: (purpose) => randomStream(1, purpose, block) }, columns);
      return columns;
    };
    const first = run(3);
    run(1);
    expect(run(3)).toEqual(first);
  });
});
