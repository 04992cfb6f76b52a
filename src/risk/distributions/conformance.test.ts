import { describe, expect, it } from 'vitest';
import { kolmogorovDistance } from '../../../test/goodness-of-fit.js';
import { randomStream } from '../random/xoshiro-stream.js';
import type { Distribution } from './distribution.js';
import { distributionOf } from './distribution-of.js';
import type { DistributionSpec } from './distribution-spec.js';

/* One suite over every law: what a `Distribution` promises, whatever it is made of. */

const SPECS: readonly DistributionSpec[] = [
  { distribution: 'constant', value: -4.5 },
  { distribution: 'normal', mean: 0, deviation: 1 },
  { distribution: 'normal', mean: -1000, deviation: 0.02 },
  { distribution: 'lognormal', mu: 1, sigma: 1 },
  { distribution: 'lognormal', mu: 12.66, sigma: 0.7 },
  { distribution: 'lognormal', mu: -2, sigma: 0.001 },
  { distribution: 'pert', low: 20, mode: 100, high: 900, weight: 4 },
  { distribution: 'pert', low: -3, mode: -3, high: 8, weight: 4 },
  { distribution: 'pert', low: 0, mode: 0.9, high: 1, weight: 40 },
  { distribution: 'triangular', low: 10, mode: 20, high: 80 },
  { distribution: 'triangular', low: -1, mode: -1, high: 0 },
  { distribution: 'triangular', low: 5, mode: 9, high: 9 },
  { distribution: 'uniform', low: -3, high: 11 },
  { distribution: 'beta', alpha: 0.4, beta: 0.3, low: 0, high: 1 },
  { distribution: 'beta', alpha: 2, beta: 5, low: -10, high: 30 },
  { distribution: 'beta', alpha: 300, beta: 2, low: 0, high: 1 },
  { distribution: 'gamma', shape: 0.3, scale: 4 },
  { distribution: 'gamma', shape: 1, scale: 1 },
  { distribution: 'gamma', shape: 2.5, scale: 2 },
  { distribution: 'gamma', shape: 5000, scale: 0.01 },
  { distribution: 'student-t', freedom: 0.8, location: 0, scale: 1 },
  { distribution: 'student-t', freedom: 1.5, location: 2, scale: 3 },
  { distribution: 'student-t', freedom: 4, location: 0, scale: 0.01 },
  { distribution: 'student-t', freedom: 200, location: 0, scale: 1 },
  { distribution: 'pareto', shape: 0.7, minimum: 2 },
  { distribution: 'pareto', shape: 1, minimum: 1 },
  { distribution: 'pareto', shape: 1.5, minimum: 1e6 },
  { distribution: 'pareto', shape: 6, minimum: 3 },
  { distribution: 'gpd', shape: 0, scale: 2, threshold: 1 },
  { distribution: 'gpd', shape: 1e-7, scale: 2, threshold: 1 },
  { distribution: 'gpd', shape: 0.2, scale: 5, threshold: 100 },
  { distribution: 'gpd', shape: 0.7, scale: 5, threshold: -100 },
  { distribution: 'gpd', shape: 1.2, scale: 5, threshold: 0 },
  { distribution: 'gpd', shape: -0.4, scale: 5, threshold: 0 },
  { distribution: 'discrete', values: [3, 1, 2, 2, 10], probabilities: [0.2, 0.3, 0.1, 0.4, 0] },
  { distribution: 'discrete', values: [0, 1], probabilities: [0.999, 0.001] },
  { distribution: 'empirical', values: [4, -2, 4, 7, 7.5, 0, 1, 1] },
];

const N = 20_000;
const LEVELS = [1e-9, 1e-4, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.9999, 1 - 1e-9];

describe.each(SPECS.map((spec) => [nameOf(spec), spec] as const))('%s', (name, spec) => {
  const law = distributionOf(spec);
  const hasAtoms = ['constant', 'discrete', 'empirical'].includes(spec.distribution);
  const sampled = Float64Array.from({ length: N }, drawer(law, name));
  const filled = new Float64Array(N);
  law.fill(randomStream(2, `fill ${name}`, 0), filled, 0, N);

  it('takes the cdf back by the quantile', () => {
    for (const p of LEVELS) {
      const x = law.quantile(p);
      if (hasAtoms) {
        expect(law.cdf(x)).toBeGreaterThanOrEqual(p);
        expect(law.cdf(justBelow(x))).toBeLessThan(p);
      } else {
        // A place is a double: the cdf moves by so much from one to the next.
        const step = law.cdf(x + 4e-15 * Math.abs(x)) - law.cdf(x - 4e-15 * Math.abs(x));
        expect(Math.abs(law.cdf(x) - p)).toBeLessThanOrEqual(step + 1e-12 * Math.min(p, 1 - p) + 3e-16);
      }
    }
  });

  it('never falls', () => {
    const quantiles = Array.from({ length: 401 }, (_, index) => law.quantile(index / 400));
    for (let index = 1; index < quantiles.length; index++)
      expect(quantiles[index]).toBeGreaterThanOrEqual(quantiles[index - 1] as number);
    const inside = quantiles.slice(1, -1);
    for (let index = 1; index < inside.length; index++)
      expect(law.cdf(inside[index] as number)).toBeGreaterThanOrEqual(law.cdf(inside[index - 1] as number));
  });

  it('stays on its support', () => {
    const [low, high] = law.support;
    expect([law.quantile(0), law.quantile(1)]).toEqual([low, high]);
    expect([law.cdf(-Infinity), law.cdf(Infinity), law.cdf(high)]).toEqual([0, 1, 1]);
    expect(law.cdf(justBelow(low))).toBe(0);
    for (const draw of [...sampled, ...filled]) if (!(draw >= low && draw <= high)) expect(draw).toBeNaN();
    for (const p of [-0.1, 1.1, Number.NaN]) expect(law.quantile(p)).toBeNaN();
  });

  it('has the limited mean that the integral of its quantile gives', () => {
    if (!(law.momentsBelow > 1) && law.support[0] === -Infinity) {
      expect(law.limitedMean(3)).toBe(-Infinity);
      return;
    }
    // ∫ quantile over [a, b] = E[min(X, q)] − q (1 − p) between the ends.
    const upTo = (p: number) => law.limitedMean(law.quantile(p)) - law.quantile(p) * (1 - p);
    for (const [a, b] of [
      [0.001, 0.2],
      [0.2, 0.8],
      [0.8, 0.999],
    ] as const) {
      const integral = integralOfQuantile(law, a, b);
      const size = Math.max(Math.abs(law.quantile(a)), Math.abs(law.quantile(b)));
      expect(Math.abs(upTo(b) - upTo(a) - integral)).toBeLessThanOrEqual((hasAtoms ? 2e-3 : 1e-9) * size);
    }
  });

  it('has a mean and a variance where moments exist, and none where not', () => {
    expect(Number.isFinite(law.mean)).toBe(law.momentsBelow > 1);
    expect(Number.isFinite(law.variance)).toBe(law.momentsBelow > 2);
    if (!(law.momentsBelow > 1)) return;
    expect(Math.abs(law.limitedMean(Infinity) - law.mean)).toBeLessThanOrEqual(1e-15 * Math.abs(law.mean));
    const far = law.quantile(1 - 1e-9);
    if (law.momentsBelow > 2)
      expect(Math.abs(law.limitedMean(far) - law.mean)).toBeLessThan(1e-4 * Math.sqrt(law.variance) + 1e-15);
    expect(law.limitedMean(law.quantile(0.5))).toBeLessThanOrEqual(law.mean);
  });

  it.each([
    ['sample', sampled],
    ['fill', filled],
  ])('%s has its mean and variance', (_, draws) => {
    if (law.momentsBelow > 4) {
      const mean = draws.reduce((sum, draw) => sum + draw, 0) / N;
      const moment = (order: number) => draws.reduce((sum, draw) => sum + (draw - mean) ** order, 0) / N;
      const variance = moment(2);
      expect(Math.abs(mean - law.mean)).toBeLessThanOrEqual(
        4 * Math.sqrt(law.variance / N) + 1e-15 * Math.abs(mean),
      );
      const errorOfVariance = Math.sqrt(Math.max(moment(4) - variance * variance, 0) / N);
      expect(Math.abs(variance - law.variance)).toBeLessThanOrEqual(
        4 * errorOfVariance + 1e-9 * law.variance,
      );
    }
  });

  it.each([
    ['sample', sampled],
    ['fill', filled],
  ])('%s has its distribution', (_, draws) => {
    const below = hasAtoms ? (x: number) => law.cdf(justBelow(x)) : law.cdf;
    expect(kolmogorovDistance(draws, law.cdf, below)).toBeLessThan(2.23);
    for (const p of [0.005, 0.05, 0.5, 0.95, 0.995]) {
      const x = law.quantile(p);
      const expected = law.cdf(x);
      const share = draws.reduce((count, draw) => count + (draw <= x ? 1 : 0), 0) / N;
      expect(Math.abs(share - expected)).toBeLessThanOrEqual(4 * Math.sqrt((expected * (1 - expected)) / N));
    }
  });

  it('fills what it is told to, and nothing else, the same each time', () => {
    const out = new Float64Array(3000).fill(Number.NaN);
    law.fill(randomStream(1, 'x', 0), out, 5, 2500);
    expect(out.slice(0, 5).every(Number.isNaN) && out.slice(2500).every(Number.isNaN)).toBe(true);
    expect(out.slice(5, 2500).some(Number.isNaN)).toBe(false);
    const again = new Float64Array(3000).fill(Number.NaN);
    distributionOf(structuredClone(spec)).fill(randomStream(1, 'x', 0), again, 5, 2500);
    expect(again).toEqual(out);
  });
});

it('covers every law', () => {
  expect(new Set(SPECS.map((spec) => spec.distribution)).size).toBe(13);
});

function nameOf(spec: DistributionSpec): string {
  const { distribution, ...parameters } = spec;
  return `${distribution} ${JSON.stringify(parameters)}`;
}

function drawer(law: Distribution, name: string): () => number {
  const random = randomStream(1, `sample ${name}`, 0);
  return () => law.sample(random);
}

function justBelow(x: number): number {
  return x - Math.max(Math.abs(x) * 1e-14, 1e-300);
}

/** Gauss's rule of three points on many pieces, of equal length in the logit of the level. */
function integralOfQuantile(law: Distribution, from: number, to: number): number {
  const pieces = 150;
  const logit = (p: number) => Math.log(p / (1 - p));
  const width = (logit(to) - logit(from)) / pieces;
  let sum = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const middle = logit(from) + (piece + 0.5) * width;
    for (const [node, weight] of GAUSS) {
      const p = 1 / (1 + Math.exp(-(middle + (node * width) / 2)));
      sum += (weight / 2) * width * p * (1 - p) * law.quantile(p);
    }
  }
  return sum;
}

const GAUSS: readonly (readonly [number, number])[] = [
  [-Math.sqrt(0.6), 5 / 9],
  [0, 8 / 9],
  [Math.sqrt(0.6), 5 / 9],
];
