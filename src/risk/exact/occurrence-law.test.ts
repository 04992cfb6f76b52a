import { describe, expect, it } from 'vitest';
import { distributionOf } from '../distributions/distribution-of.js';
import type { DistributionSpec } from '../distributions/distribution-spec.js';
import { lossOf, type OccurrenceTerms, recoveriesOf } from '../models/event/occurrence.js';
import { randomStream } from '../random/xoshiro-stream.js';
import { discretise } from './discretise.js';
import { occurrenceLaw } from './occurrence-law.js';
import { rawMoments } from './raw-moments.js';
import { severityCdf } from './severity-law.js';

const NET = { loss: 1, recovery: 1 };
const PLAIN: OccurrenceTerms = { limit: null, franchise: 0, insurance: [] };
const LAYERED: OccurrenceTerms = {
  limit: 12,
  franchise: 1.5,
  insurance: [
    { excess: 2, limit: 3, share: 0.8, annualLimit: null },
    { excess: 6, limit: null, share: 0.5, annualLimit: null },
  ],
};

const SEVERITIES: readonly DistributionSpec[] = [
  { distribution: 'lognormal', mu: 1, sigma: 1 },
  { distribution: 'gamma', shape: 0.6, scale: 5 },
  { distribution: 'pert', low: 0.5, mode: 2, high: 15, weight: 4 },
  { distribution: 'triangular', low: 0, mode: 3, high: 14 },
  { distribution: 'beta', alpha: 0.7, beta: 2, low: 0, high: 20 },
  { distribution: 'uniform', low: 1, high: 16 },
  { distribution: 'pareto', shape: 3.5, minimum: 1 },
  { distribution: 'gpd', shape: 0.2, scale: 2, threshold: 0.5 },
  { distribution: 'normal', mean: 4, deviation: 3 },
  { distribution: 'student-t', freedom: 4.5, location: 3, scale: 2 },
  { distribution: 'discrete', values: [0.5, 1.5, 4, 20], probabilities: [0.2, 0.3, 0.4, 0.1] },
  { distribution: 'empirical', values: [1, 3, 3, 9, 13] },
  { distribution: 'constant', value: 7 },
];

/** Draws of what an occurrence leaves, by the functions that the simulation uses. */
function drawn(spec: DistributionSpec, terms: OccurrenceTerms, count: number): Float64Array {
  const severities = new Float64Array(count);
  distributionOf(spec).fill(randomStream(11, `severity/${spec.distribution}`, 0), severities, 0, count);
  return severities.map((severity) => {
    const loss = lossOf(severity, terms);
    return loss - recoveriesOf(loss, terms).reduce((sum, paid) => sum + paid, 0);
  });
}

describe('the law of what an occurrence leaves', () => {
  for (const spec of SEVERITIES) {
    it(`is that of draws of ${spec.distribution}, with and without limit, threshold and layers`, () => {
      for (const terms of [PLAIN, LAYERED]) {
        const law = occurrenceLaw(spec, terms, NET);
        if (law === null) throw new Error('expected a law');
        const count = 20_000;
        const draws = drawn(spec, terms, count);
        for (const y of [0, 1, 2, 2.5, 3, 5, 6.8]) {
          const expected = severityCdf(law, y);
          const below = draws.reduce((sum, each) => sum + (each <= y + 1e-12 ? 1 : 0), 0) / count;
          expect(Math.abs(below - expected)).toBeLessThan(
            4 * Math.sqrt((expected * (1 - expected)) / count) + 1e-9,
          );
        }
        const [mean, square] = law.moments;
        const average = draws.reduce((sum, each) => sum + each, 0) / count;
        expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt((square - mean ** 2) / count) + 1e-9);
      }
    });

    it(`has the moments of ${spec.distribution} cut into small cells`, () => {
      const law = occurrenceLaw(spec, LAYERED, NET);
      if (law === null) throw new Error('expected a law');
      const cell = 1 / 512;
      const masses = discretise(law, cell, 8192, 'unbiased');
      const total = (order: number) => masses.reduce((sum, p, j) => sum + p * (j * cell) ** order, 0);
      expect(total(0)).toBeCloseTo(1, 11);
      expect(total(1) / law.moments[0]).toBeCloseTo(1, 8);
      expect(total(2) / law.moments[1]).toBeCloseTo(1, 5);
      expect(total(3) / law.moments[2]).toBeCloseTo(1, 5);
    });
  }

  it('without terms has the raw moments of its severity', () => {
    for (const spec of SEVERITIES.filter(
      ({ distribution }) => !['normal', 'student-t'].includes(distribution),
    )) {
      const law = occurrenceLaw(spec, PLAIN, NET);
      const raw = rawMoments(spec, distributionOf(spec));
      for (const [order, moment] of raw.entries())
        expect((law?.moments[order] ?? 0) / moment).toBeCloseTo(1, 9);
    }
  });

  it('of a discretisation keeps the mean, or bounds it from either side', () => {
    const law = occurrenceLaw(SEVERITIES[0] as DistributionSpec, LAYERED, NET);
    if (law === null) throw new Error('expected a law');
    const mean = (method: Parameters<typeof discretise>[3]) =>
      discretise(law, 0.05, 400, method).reduce((sum, p, j) => sum + p * j * 0.05, 0);
    expect(mean('unbiased')).toBeCloseTo(law.moments[0], 9);
    expect(mean('lower')).toBeLessThan(law.moments[0]);
    expect(mean('upper')).toBeGreaterThan(law.moments[0]);
    expect(Math.abs(mean('rounding') - law.moments[0])).toBeLessThan(0.001);
  });

  it('is none where more loss can leave less', () => {
    const terms = {
      ...PLAIN,
      insurance: [
        { excess: 0, limit: null, share: 1.2, annualLimit: null },
        { excess: 5, limit: null, share: 0.2, annualLimit: null },
      ],
    };
    expect(
      occurrenceLaw(
        { distribution: 'uniform', low: 0, high: 9 },
        { ...terms, insurance: [{ excess: 2, limit: 5, share: 1.4, annualLimit: null }] },
        NET,
      ),
    ).toBeNull();
    expect(
      occurrenceLaw({ distribution: 'uniform', low: 0, high: 9 }, terms, { loss: 0.3, recovery: 1 }),
    ).toBeNull();
  });
});
