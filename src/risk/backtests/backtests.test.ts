import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest } from './backtest.js';
import { binomialProbabilities } from './binomial-law.js';
import { binomialTest } from './binomial-test.js';
import { conditionalCoverageTest, independenceTest } from './christoffersen.js';
import { kupiecRegion, kupiecSize, kupiecTest } from './kupiec.js';
import { chiSquareTail } from './likelihood-ratio.js';
import { trafficLight } from './traffic-light.js';

function hits(days: number, at: readonly number[]): Uint8Array {
  const out = new Uint8Array(days);
  for (const day of at) out[day - 1] = 1;
  return out;
}

describe('the exact binomial test', () => {
  it('has the binomial law', () => {
    const probabilities = binomialProbabilities(5, 0.3);
    const known = [0.16807, 0.36015, 0.3087, 0.1323, 0.02835, 0.00243];
    for (const [k, p] of known.entries()) expect(probabilities[k]).toBeCloseTo(p, 14);
    const many = binomialProbabilities(13_000, 0.01);
    expect(many.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(many.reduce((sum, p, k) => sum + k * p, 0)).toBeCloseTo(130, 9);
  });

  it('counts outcomes no more likely than the one observed, as R does', () => {
    // binom.test(7, 250, 0.01): 0.01370; binom.test(0, 250, 0.01): 0.18887.
    expect(binomialTest(250, 7, 0.01).pValue).toBeCloseTo(0.0137, 4);
    expect(binomialTest(250, 0, 0.01).pValue).toBeCloseTo(0.1889, 4);
    expect(binomialTest(250, 2, 0.01).pValue).toBeCloseTo(1, 12);
    // An outcome that is as likely counts, in spite of rounding.
    expect(binomialTest(10, 2, 0.5).pValue).toBeCloseTo(112 / 1024, 14);
  });

  it('rejects a right model no more often than its significance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 400 }),
        fc.constantFrom(0.01, 0.05, 0.3),
        (days, probability) => {
          const law = binomialProbabilities(days, probability);
          const rejected = law.reduce(
            (sum, p, k) => sum + (binomialTest(days, k, probability).pValue <= 0.05 ? p : 0),
            0,
          );
          expect(rejected).toBeLessThanOrEqual(0.05 + 1e-12);
        },
      ),
      { numRuns: 10 },
    );
  });

  it.each([
    [0, 0, 0.01, 'Unexpected 0 days'],
    [250.5, 2, 0.01, 'Unexpected 250.5 days'],
    [250, 251, 0.01, 'Unexpected 251 exceptions in 250 days'],
    [250, Number.NaN, 0.01, 'Unexpected NaN exceptions'],
    [250, 2, 0, 'Unexpected probability 0'],
    [250, 2, 1, 'Unexpected probability 1'],
    [1e9, 2, 0.5, 'expected 1 to 1000000'],
  ])('refuses %d days, %d exceptions, %d', (days, exceptions, probability, message) => {
    expect(() => binomialTest(days, exceptions, probability)).toThrow(message);
  });
});

describe("Kupiec's test", () => {
  it('has the statistics of the worked examples', () => {
    const statistic = (x: number) => kupiecTest(500, x, 0.05).statistic.toFixed(4);
    expect([40, 35, 45].map(statistic)).toEqual(['8.0790', '3.7651', '13.7550']);
    expect(kupiecTest(500, 40, 0.05).pValue).toBeLessThan(0.01);
    expect(kupiecTest(500, 35, 0.05).pValue).toBeGreaterThan(0.05);
    const year = Array.from({ length: 13 }, (_, x) => kupiecTest(250, x, 0.01).statistic.toFixed(4));
    expect(year.join(' ')).toBe(
      '5.0252 1.1765 0.1084 0.0949 0.7691 1.9568 3.5554 5.4970 7.7336 10.2290 12.9555 15.8906 19.0162',
    );
    expect(kupiecTest(255, 0, 0.01).statistic).toBeCloseTo(5.126, 3);
  });

  it('has the critical values of the chi-square law', () => {
    expect(chiSquareTail(3.841459, 1)).toBeCloseTo(0.05, 7);
    expect(chiSquareTail(6.634897, 1)).toBeCloseTo(0.01, 7);
    expect(chiSquareTail(5.991465, 2)).toBeCloseTo(0.05, 7);
    expect(chiSquareTail(9.21034, 2)).toBeCloseTo(0.01, 7);
  });

  it.each([
    [255, 0.01, 1, 6],
    [255, 0.025, 3, 11],
    [255, 0.05, 7, 20],
    [255, 0.075, 12, 27],
    [255, 0.1, 17, 35],
    [510, 0.01, 2, 10],
    [510, 0.025, 7, 20],
    [510, 0.05, 17, 35],
    [510, 0.1, 39, 64],
    [1000, 0.01, 5, 16],
    [1000, 0.025, 16, 35],
    [1000, 0.05, 38, 64],
    [1000, 0.1, 82, 119],
  ])('does not reject at 5%%: %d days, probability %d: %d to %d', (days, probability, least, most) => {
    expect(kupiecRegion(days, probability, 0.05)).toEqual([least, most]);
  });

  it('rejects 9.5% of right models at 250 days and 99%', () => {
    expect(kupiecSize(250, 0.01, 0.05)).toBeCloseTo(0.095, 3);
  });
});

describe("Christoffersen's tests", () => {
  it('have the values of the toy example', () => {
    const test = independenceTest(hits(20, [5, 6, 7, 15]));
    expect(test).toMatchObject({ n00: 13, n01: 2, n10: 2, n11: 2 });
    expect(test.statistic).toBeCloseTo(2.231409, 6);
    const both = conditionalCoverageTest(hits(20, [5, 6, 7, 15]), 0.05);
    expect(both.statistic).toBeCloseTo(2.231409 + kupiecTest(20, 4, 0.05).statistic, 6);
  });

  it('have an exact p-value that counts all orders', () => {
    for (const [days, at] of [
      [9, [2, 3, 8]],
      [9, [1, 2, 3]],
      [10, [10]],
      [8, [1, 3, 5, 7]],
      [7, [1, 2, 3, 4, 5, 6]],
    ] as const) {
      const observed = hits(days, at);
      const { statistic, exactPValue } = independenceTest(observed);
      let [as, all] = [0, 0];
      for (let order = 0; order < 2 ** days; order++) {
        const other = Uint8Array.from({ length: days }, (_, day) => (order >> day) & 1);
        if (other.reduce((sum, each) => sum + each, 0) !== at.length) continue;
        all++;
        if (independenceTest(other).statistic >= statistic - 1e-9) as++;
      }
      expect(exactPValue).toBeCloseTo(as / all, 10);
    }
  });

  it('find nothing where there is nothing to find', () => {
    for (const none of [hits(50, []), new Uint8Array(50).fill(1)]) {
      expect(independenceTest(none)).toMatchObject({ statistic: 0, exactPValue: 1 });
    }
    expect(() => independenceTest(new Uint8Array(1))).toThrow('Unexpected 1 days');
  });

  it('find clusters', () => {
    const clustered = hits(500, [100, 101, 102, 103, 300, 301, 302, 450]);
    expect(independenceTest(clustered).exactPValue).toBeLessThan(1e-6);
    const spread = hits(500, [20, 80, 140, 200, 260, 320, 380, 440]);
    expect(independenceTest(spread).exactPValue).toBeGreaterThan(0.5);
  });
});

describe('the traffic light', () => {
  it('has the cumulative probabilities and plus factors of Basel 1996', () => {
    const lights = Array.from({ length: 11 }, (_, x) => trafficLight(250, x, 0.01));
    expect(lights.map(({ cumulative }) => (100 * cumulative).toFixed(2))).toEqual(
      '8.11 28.58 54.32 75.81 89.22 95.88 98.63 99.60 99.89 99.97 99.99'.split(' '),
    );
    expect(lights.map(({ zone }) => zone[0]).join('')).toBe('gggggyyyyyr');
    expect(lights.map(({ plusFactor }) => plusFactor)).toEqual([
      0, 0, 0, 0, 0, 0.4, 0.5, 0.65, 0.75, 0.85, 1,
    ]);
    expect(trafficLight(250, 40, 0.01)).toMatchObject({ zone: 'red', plusFactor: 1 });
    expect(trafficLight(500, 4, 0.01)).toMatchObject({ zone: 'green', plusFactor: null });
  });
});

describe('a backtest', () => {
  it('counts losses above the value at risk, not those equal to it', () => {
    const losses = Float64Array.from({ length: 500 }, (_, day) =>
      day % 50 === 0 ? 2 : day % 7 === 0 ? 1 : -1,
    );
    const result = backtest(losses, new Float64Array(500).fill(1), 0.99);
    expect(result).toMatchObject({ days: 500, exceptions: 10, zones: { green: 0, yellow: 2, red: 0 } });
    expect(result.exactPValue).toBe(binomialTest(500, 10, 0.01).pValue);
    expect(result.kupiecPValue).toBe(kupiecTest(500, 10, 0.01).pValue);
  });
});
