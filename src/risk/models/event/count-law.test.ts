import { describe, expect, it } from 'vitest';
import { countLawOf, poissonLaw } from './count-law.js';
import type { FrequencySpec } from './event-spec.js';

const LAWS: readonly [string, FrequencySpec][] = [
  ['a rare Poisson', { frequency: 'poisson', rate: 0.05 }],
  ['a Poisson', { frequency: 'poisson', rate: 3.5 }],
  ['a frequent Poisson', { frequency: 'poisson', rate: 9000.5 }],
  ['a negative binomial', { frequency: 'negative-binomial', mean: 4, size: 2.5 }],
  ['a wild negative binomial', { frequency: 'negative-binomial', mean: 20, size: 0.1 }],
  ['a binomial', { frequency: 'binomial', trials: 12, probability: 0.3 }],
  ['a likely binomial', { frequency: 'binomial', trials: 7, probability: 0.98 }],
  ['a certain binomial', { frequency: 'binomial', trials: 5, probability: 1 }],
  ['no binomial', { frequency: 'binomial', trials: 0, probability: 0.5 }],
];

describe('the law of a number of occurrences', () => {
  it.each(LAWS)('has the moments of %s in its table', (_, frequency) => {
    const law = countLawOf(frequency);
    let [mean, square, last] = [0, 0, 0];
    const end = law.quantile(1 - 2 ** -53);
    for (let n = 0; n <= end; n++) {
      const probability = law.cdf(n) - last;
      last = law.cdf(n);
      mean += n * probability;
      square += n * n * probability;
    }
    expect(mean / (law.mean || 1)).toBeCloseTo(law.mean === 0 ? 0 : 1, 9);
    expect((square - mean ** 2) / (law.variance || 1)).toBeCloseTo(law.variance === 0 ? 0 : 1, 6);
  });

  it.each(LAWS)('inverts the cdf of %s', (_, frequency) => {
    const law = countLawOf(frequency);
    for (let nth = 1; nth < 500; nth++) {
      const p = nth / 500;
      const n = law.quantile(p);
      expect(law.cdf(n)).toBeGreaterThanOrEqual(p);
      if (n > 0) expect(law.cdf(n - 1)).toBeLessThan(p);
    }
  });

  it.each([
    [poissonLaw(3), 0, 0.04978706836786394],
    [poissonLaw(3), 3, 0.6472318887822313],
    [countLawOf({ frequency: 'binomial', trials: 250, probability: 0.01 }), 4, 0.8922],
    // (2/3)^2, and 2 · (1/3) · (2/3)^2 more.
    [countLawOf({ frequency: 'negative-binomial', mean: 1, size: 2 }), 1, 4 / 9 + 8 / 27],
  ])('knows a published cumulative probability', (law, n, expected) => {
    expect(law.cdf(n)).toBeCloseTo(expected, expected === 0.8922 ? 4 : 14);
  });

  it('multiplies the mean, and a probability up to 1', () => {
    expect(countLawOf({ frequency: 'poisson', rate: 2 }, 1.5).mean).toBe(3);
    expect(countLawOf({ frequency: 'negative-binomial', mean: 2, size: 4 }, 2).variance).toBe(4 + 16 / 4);
    expect(countLawOf({ frequency: 'binomial', trials: 3, probability: 0.4 }, 5).mean).toBe(3);
  });

  it.each([
    [{ frequency: 'poisson', rate: -1 }, 'Unexpected -1 for the rate of a Poisson frequency'],
    [{ frequency: 'poisson', rate: Number.NaN }, 'Unexpected NaN'],
    [{ frequency: 'negative-binomial', mean: 1, size: 0 }, 'the size of a negative binomial frequency'],
    [{ frequency: 'binomial', trials: 2.5, probability: 0.1 }, 'expected a whole number from 0'],
    [{ frequency: 'binomial', trials: 2, probability: 10 }, 'Unexpected 10 for the probability'],
    [{ frequency: 'negative-binomial', mean: 10_000, size: 1e-6 }, 'over a million occurrences'],
    [{ frequency: 'negative-binomial', mean: 2, size: 1e-300 }, 'over a million occurrences'],
  ] as const)('refuses %j', (frequency, message) => {
    expect(() => countLawOf(frequency)).toThrow(message);
  });
});
