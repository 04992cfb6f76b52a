import { describe, expect, it } from 'vitest';
import { distributionOf } from './distribution-of.js';
import type { DistributionSpec } from './distribution-spec.js';
import { studentTCdf, studentTQuantile } from './student-t.js';

/* Values of single laws that are published, or computed with 40 digits (mpmath 1.3). */

describe('values of laws', () => {
  it('PERT (20, 100, 900): mean 220 and its true deviation, not a sixth of the width', () => {
    const law = distributionOf({ distribution: 'pert', low: 20, mode: 100, high: 900, weight: 4 });
    expect(law.mean).toBeCloseTo(220, 11);
    expect(Math.sqrt(law.variance)).toBeCloseTo(139.38641048743392, 11);
    expect(law.cdf(60)).toBeCloseTo(0.09420197314646252, 14);
    expect(law.cdf(220)).toBeCloseTo(0.5717419730165346, 14);
    expect(law.cdf(500)).toBeCloseTo(0.955053218022899, 14);
    expect(law.limitedMean(220)).toBeCloseTo(163.6729653122538, 10);
  });

  it('lognormal, gamma and Student t: limited means', () => {
    expect(distributionOf({ distribution: 'lognormal', mu: 1, sigma: 1 }).limitedMean(5)).toBeCloseTo(
      2.915484371953373,
      13,
    );
    expect(distributionOf({ distribution: 'gamma', shape: 2.5, scale: 2 }).limitedMean(4)).toBeCloseTo(
      3.298776763032541,
      13,
    );
    const t = distributionOf({ distribution: 'student-t', freedom: 4, location: 0, scale: 1 });
    expect(t.limitedMean(1.5)).toBeCloseTo(-0.1, 14);
  });

  it('Pareto and GPD: limited means by hand, across shape 1', () => {
    const pareto = (shape: number) => distributionOf({ distribution: 'pareto', shape, minimum: 2 });
    expect(pareto(1).limitedMean(6)).toBeCloseTo(2 + 2 * Math.log(3), 14);
    expect(pareto(2).limitedMean(6)).toBeCloseTo(4 - 4 / 6, 14);
    expect(pareto(1 + 1e-9).limitedMean(6)).toBeCloseTo(2 + 2 * Math.log(3), 8);
    const gpd = (shape: number) => distributionOf({ distribution: 'gpd', shape, scale: 3, threshold: 1 });
    expect(gpd(0).limitedMean(4)).toBeCloseTo(1 + 3 * (1 - Math.exp(-1)), 14);
    expect(gpd(1).limitedMean(4)).toBeCloseTo(1 + 3 * Math.log(2), 14);
    expect(gpd(0.5).limitedMean(4)).toBeCloseTo(1 + 6 * (1 - 1 / 1.5), 14);
    // A GPD from threshold minimum with scale minimum / shape is Pareto's law.
    const same = distributionOf({ distribution: 'gpd', shape: 0.5, scale: 1, threshold: 2 });
    for (const x of [2.5, 4, 100]) expect(same.cdf(x)).toBeCloseTo(pareto(2).cdf(x), 14);
  });

  it("Student's t quantiles as tables print them", () => {
    for (const [freedom, p, value] of [
      [1, 0.99, 31.82051595377396],
      [2, 0.975, 4.302652729749464],
      [3, 0.995, 5.840909309733357],
      [4, 0.01, -3.746947387979197],
      [5, 0.95, 2.0150483733330242],
      [10, 0.999, 4.14370049404659],
      [30, 0.975, 2.042272456301238],
    ] as const)
      expect(Math.abs(studentTQuantile(freedom, p) / value - 1)).toBeLessThan(1e-13);
    // Two methods meet at a freedom of a million.
    for (const t of [-6, -3, -0.5, 2])
      expect(Math.abs(studentTCdf(1e6 * (1 + 1e-9), t) / studentTCdf(1e6, t) - 1)).toBeLessThan(1e-11);
    for (const p of [1e-10, 0.001, 0.3])
      expect(Math.abs(studentTQuantile(1e6 * (1 + 1e-9), p) / studentTQuantile(1e6, p) - 1)).toBeLessThan(
        1e-11,
      );
    expect(studentTQuantile(1e12, 0.975)).toBeCloseTo(1.959963984540054, 10);
    expect([studentTQuantile(3, 0), studentTQuantile(3, 0.5), studentTQuantile(3, 1)]).toEqual([
      -Infinity,
      -0,
      Infinity,
    ]);
  });

  it('discrete: values in any order, doubled or impossible ones; levels as people write them', () => {
    const law = distributionOf({
      distribution: 'discrete',
      values: [3, 1, 2, 2, 10],
      probabilities: [0.2, 0.3, 0.1, 0.4, 0],
    });
    expect(law.support).toEqual([1, 3]);
    expect([0, 0.3, 0.30001, 0.8, 0.81, 1].map(law.quantile)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(law.mean).toBeCloseTo(1.9, 15);
    const tenths = distributionOf({
      distribution: 'discrete',
      values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      probabilities: Array(10).fill(0.1),
    });
    for (let k = 1; k <= 10; k++) expect(tenths.quantile(k / 10)).toBe(k);
  });

  it('empirical: the order statistic, whatever k/n rounds to', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    const law = distributionOf({ distribution: 'empirical', values });
    for (let k = 1; k <= 100; k++) expect(law.quantile(k / 100)).toBe(k);
    expect(law.mean).toBe(50.5);
    expect(law.variance).toBeCloseTo((100 * 100 - 1) / 12, 10);
  });
});

describe('parameters that make no law', () => {
  const wrong: readonly (readonly [DistributionSpec, RegExp])[] = [
    [
      { distribution: 'constant', value: Number.NaN },
      /^constant: unexpected value NaN, expected a finite number/,
    ],
    [
      { distribution: 'normal', mean: 0, deviation: -1 },
      /^normal: unexpected deviation -1, expected a positive number/,
    ],
    [{ distribution: 'normal', mean: Infinity, deviation: 1 }, /^normal: unexpected mean Infinity/],
    [
      { distribution: 'lognormal', mu: 50_000, sigma: 1 },
      /Mu is the logarithm of the median, not the median/,
    ],
    [{ distribution: 'lognormal', mu: 0, sigma: 0 }, /^lognormal: unexpected sigma 0/],
    [{ distribution: 'pert', low: 30, mode: 20, high: 90, weight: 4 }, /^pert: low 30 is above mode 20/],
    [{ distribution: 'pert', low: 10, mode: 100, high: 90, weight: 4 }, /^pert: mode 100 is above high 90/],
    [{ distribution: 'pert', low: 1, mode: 2, high: 3, weight: 0 }, /^pert: unexpected weight 0/],
    [
      { distribution: 'triangular', low: 5, mode: 5, high: 5 },
      /^triangular: low and high are both 5; write a constant/,
    ],
    [{ distribution: 'triangular', low: 5, mode: Number.NaN, high: 6 }, /^triangular: unexpected mode NaN/],
    [{ distribution: 'uniform', low: 7, high: 2 }, /^uniform: low 7 is above high 2/],
    [
      { distribution: 'uniform', low: -1.7e308, high: 1.7e308 },
      /^uniform: low -1.7e\+308 and high 1.7e\+308 are too far apart/,
    ],
    [{ distribution: 'beta', alpha: 0, beta: 1, low: 0, high: 1 }, /^beta: unexpected alpha 0/],
    [{ distribution: 'beta', alpha: 1, beta: 1, low: 1, high: 0 }, /^beta: low 1 is above high 0/],
    [{ distribution: 'gamma', shape: 1, scale: Number.NaN }, /^gamma: unexpected scale NaN/],
    [{ distribution: 'gamma', shape: 1e300, scale: 1e300 }, /^gamma: /],
    [
      { distribution: 'gamma', shape: 1e13, scale: 1 },
      /^gamma: shape 10000000000000 is beyond 1000000000000; write a normal law/,
    ],
    [{ distribution: 'student-t', freedom: 0, location: 0, scale: 1 }, /^student-t: unexpected freedom 0/],
    [{ distribution: 'pareto', shape: 1, minimum: 0 }, /^pareto: unexpected minimum 0/],
    [{ distribution: 'gpd', shape: Number.NaN, scale: 1, threshold: 0 }, /^gpd: unexpected shape NaN/],
    [{ distribution: 'gpd', shape: 0.1, scale: 0, threshold: 0 }, /^gpd: unexpected scale 0/],
    [
      { distribution: 'discrete', values: [1, 2], probabilities: [30, 70] },
      /^discrete: unexpected probability 30 of 1, expected 0 to 1/,
    ],
    [
      { distribution: 'discrete', values: [1, 2], probabilities: [0.3, 0.6] },
      /^discrete: the probabilities sum to 0.9, expected 1/,
    ],
    [
      { distribution: 'discrete', values: [1], probabilities: [0.5, 0.5] },
      /^discrete: 1 values but 2 probabilities/,
    ],
    [{ distribution: 'discrete', values: [], probabilities: [] }, /^discrete: the probabilities sum to 0/],
    [
      { distribution: 'discrete', values: [Number.NaN], probabilities: [1] },
      /^discrete: unexpected value NaN/,
    ],
    [{ distribution: 'empirical', values: [] }, /^empirical: no values/],
    [{ distribution: 'empirical', values: [1, Infinity] }, /^empirical: unexpected value Infinity/],
    [{ distribution: 'cauchy' } as unknown as DistributionSpec, /^Unexpected distribution "cauchy"/],
  ];

  it.each(wrong.map(([spec, message]) => [JSON.stringify(spec), spec, message] as const))(
    '%s',
    (_, spec, message) => {
      expect(() => distributionOf(spec)).toThrow(
        expect.objectContaining({ name: 'InputError', message: expect.stringMatching(message) }),
      );
    },
  );
});
