import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import { scaledLaw, shiftedLaw } from './law-shift.js';

const LAWS: readonly DistributionSpec[] = [
  { distribution: 'constant', value: 3 },
  { distribution: 'normal', mean: 1, deviation: 2 },
  { distribution: 'lognormal', mu: 0.5, sigma: 0.7 },
  { distribution: 'pert', low: 1, mode: 2, high: 5, weight: 4 },
  { distribution: 'triangular', low: 1, mode: 2, high: 5 },
  { distribution: 'uniform', low: -1, high: 5 },
  { distribution: 'beta', alpha: 2, beta: 3, low: 0, high: 4 },
  { distribution: 'gamma', shape: 2, scale: 3 },
  { distribution: 'student-t', freedom: 5, location: 1, scale: 2 },
  { distribution: 'pareto', shape: 3, minimum: 2 },
  { distribution: 'gpd', shape: 0.2, scale: 3, threshold: 1 },
  { distribution: 'discrete', values: [1, 2, 4], probabilities: [0.2, 0.5, 0.3] },
  { distribution: 'empirical', values: [3, 1, 2] },
];
const LEVELS = [0.05, 0.3, 0.5, 0.77, 0.99];
const SHIFTLESS = ['lognormal', 'gamma', 'pareto'];

describe.each(LAWS)('the law $distribution', (law) => {
  it('has scaled quantiles when it is scaled', () => {
    const [before, after] = [law, scaledLaw(law, 2.5) as DistributionSpec].map(distributionOf);
    for (const level of LEVELS)
      expect(after?.quantile(level)).toBeCloseTo(2.5 * (before?.quantile(level) ?? 0), 8);
    expect(scaledLaw(law, 0)).toEqual({ distribution: 'constant', value: 0 });
    expect(scaledLaw(law, -1)).toBeNull();
  });

  it('has shifted quantiles when it is shifted, or no such form', () => {
    const shifted = shiftedLaw(law, 1.5);
    expect(shifted === null).toBe(SHIFTLESS.includes(law.distribution));
    if (shifted === null) return;
    const [before, after] = [law, shifted].map(distributionOf);
    for (const level of LEVELS)
      expect(after?.quantile(level)).toBeCloseTo((before?.quantile(level) ?? 0) + 1.5, 8);
  });
});
