import { describe, expect, it } from 'vitest';
import { anyOf, exactly, graph, HOUR, node, service } from '../../../test/dependency-graphs.js';
import { aHolding } from '../../../test/holdings.js';
import { meanAndError, sampleRisk } from '../../../test/sampled-risk.js';
import { distributionOf } from '../distributions/distribution-of.js';
import type { DistributionSpec } from '../distributions/distribution-spec.js';
import { exactModelValues } from './exact-model-values.js';
import { expectation } from './expectation.js';
import { exactHoldingLaw } from './holding/holding-law.js';
import { holdingSampler } from './holding/holding-sampler.js';
import type { HoldingSpec } from './holding/holding-spec.js';
import { ownershipSampler } from './ownership/ownership-sampler.js';
import type { OwnershipSpec } from './ownership/ownership-spec.js';

const normal = (mean: number, deviation: number) => ({ distribution: 'normal', mean, deviation }) as const;

describe('expectation', () => {
  it.each<[DistributionSpec]>([
    [normal(3, 2)],
    [{ distribution: 'lognormal', mu: 1, sigma: 0.8 }],
    [{ distribution: 'gamma', shape: 0.7, scale: 2 }],
    [{ distribution: 'uniform', low: -1, high: 4 }],
    [{ distribution: 'beta', alpha: 2, beta: 5, low: 0, high: 1 }],
    [{ distribution: 'gpd', shape: 0.1, scale: 2, threshold: 1 }],
    [{ distribution: 'discrete', values: [1, 4], probabilities: [0.2, 0.8] }],
    [{ distribution: 'empirical', values: [1, 4, 4.5] }],
    [{ distribution: 'constant', value: 2 }],
  ])('has the mean and variance of %o', (spec) => {
    const law = distributionOf(spec);
    expect(expectation(spec, (x) => x)).toBeCloseTo(law.mean, 5);
    expect(expectation(spec, (x) => (x - law.mean) ** 2)).toBeCloseTo(law.variance, 3);
  });
});

const failure = { probability: 0.1, recovery: { distribution: 'uniform', low: 0, high: 0.5 } } as const;
const security = (spec: Partial<HoldingSpec>) =>
  aHolding({ result: null, share: null, accounting: 'cost', ...spec });

const holdings: [name: string, spec: HoldingSpec][] = [
  ['losses that stop', aHolding({ result: normal(-200, 300) })],
  ['losses not recognised before', aHolding({ result: normal(50, 400), unrecognisedLosses: 40 })],
  ['failure with recovery', aHolding({ result: normal(0, 200), failure })],
  ['failure for certain', aHolding({ failure: { ...failure, probability: 1 } })],
  ['impairment of securities at cost', security({ value: normal(0, 0.4), impairmentBelow: 0.3, failure })],
  [
    'securities through income',
    security({ value: { distribution: 'lognormal', mu: -2, sigma: 0.5 }, accounting: 'income' }),
  ],
];

describe("a holding's law", () => {
  it.each(holdings)('is that of the simulated: %s', (_, spec) => {
    const { law } = exactHoldingLaw(spec, []);
    if (law === null) throw new Error('no law');
    const trials = 20_000;
    const oneLine = { ...spec, impairmentLine: null };
    const effects = (
      sampleRisk(holdingSampler(oneLine, 's'), trials, { seed: 2 }).columns[0] as Float64Array
    ).sort();
    const { mean, error } = meanAndError(effects);
    expect(Math.abs(mean - law.mean)).toBeLessThan(4 * error);
    expect(Math.abs(error * Math.sqrt(trials) - (law.deviation as number))).toBeLessThan(
      0.05 * (law.deviation as number),
    );
    for (const p of [0.01, 0.05, 0.2, 0.5, 0.9, 0.99]) {
      const value = law.quantile(p);
      const margin = 4 * Math.sqrt((p * (1 - p)) / trials);
      // So many are below it, and so many at most it: an atom may lie there.
      const step = 1e-9 * (1 + Math.abs(value));
      expect(effects.filter((effect) => effect < value - step).length / trials).toBeLessThan(p + margin);
      expect(effects.filter((effect) => effect <= value + step).length / trials).toBeGreaterThan(p - margin);
      expect(law.cdf(value + step)).toBeGreaterThan(p - 1e-9);
    }
  });

  it('is unknown where two laws move it', () => {
    const spec = aHolding({
      value: normal(0, 0.2),
      plannedGains: { amount: 5, proceeds: 10, line: 'gains' },
    });
    expect(exactHoldingLaw(spec, [])).toEqual({ law: null, why: 'result and value move it together' });
  });
});

describe('exact values', () => {
  const ownership: OwnershipSpec = {
    kind: 'ownership',
    shares: 1000,
    holders: [],
    issues: [
      { id: 'a', probability: 0.4, size: { distribution: 'uniform', low: 0.05, high: 0.3 }, discount: 0.2 },
      { id: 'b', probability: 0.7, size: { distribution: 'constant', value: 0.1 }, discount: 0.1 },
    ],
    turnout: { distribution: 'constant', value: 0.6 },
    thresholds: [0.5],
    power: null,
  };

  it('of issues of shares: mean and deviation as simulated', () => {
    const exact = exactModelValues({ id: 'o', model: ownership }, [], []);
    const prices = sampleRisk(ownershipSampler(ownership, 'o'), 40_000).columns[0] as Float64Array;
    const { mean, error } = meanAndError(prices);
    expect(Math.abs(mean - (exact?.mean as number))).toBeLessThan(4 * error);
    expect(Math.abs((error * 200) / (exact?.deviation as number) - 1)).toBeLessThan(0.03);
  });

  it('of a graph: the mean loss, where no credits are paid', () => {
    const repair = exactly(10 * HOUR);
    const spec = graph([node('a', 1, repair)], service('s', anyOf('a')));
    const exact = exactModelValues({ id: 'd', model: spec }, [], []);
    expect(exact?.mean).toBeCloseTo(-10, 1);
    const credited = graph(
      [node('a', 1, repair)],
      service('s', anyOf('a'), { credits: [{ afterYears: HOUR, amount: 1 }] }),
    );
    expect(exactModelValues({ id: 'd', model: credited }, [], [])).toBe(null);
  });

  it('of a holding: quantiles at the levels asked for', () => {
    const exact = exactModelValues(
      { id: 'h', model: aHolding({ result: normal(-200, 300) }) },
      [],
      [0.05, 0.5],
    );
    expect(exact?.quantiles).toEqual([
      { level: 0.05, value: -100 },
      { level: 0.5, value: -60 },
    ]);
    const split = security({
      accounting: 'other-comprehensive-income',
      value: normal(0, 0.1),
      impairmentBelow: 0.3,
    });
    expect(exactModelValues({ id: 'h', model: split }, [], [])).toBe(null);
  });
});
