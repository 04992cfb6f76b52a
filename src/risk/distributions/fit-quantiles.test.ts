import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from './distribution-of.js';
import type { DistributionSpec } from './distribution-spec.js';
import { fitQuantiles, type GivenParameters, quantileMisfit } from './fit-quantiles.js';

type Law = DistributionSpec['distribution'];
type Points = readonly (readonly [level: number, value: number])[];

function lawThrough(law: Law, points: Points, given?: GivenParameters): DistributionSpec {
  return fitQuantiles(
    law,
    points.map(([level, value]) => ({ level, value })),
    given,
  );
}

/** Quantiles of a law, fitted, give the law back. */
function expectBack(
  spec: DistributionSpec,
  levels: readonly number[],
  given: GivenParameters = {},
  digits = 1e-7,
): void {
  const law = distributionOf(spec);
  const fitted = lawThrough(
    spec.distribution,
    levels.map((level) => [level, law.quantile(level)]),
    given,
  );
  for (const [name, value] of Object.entries(spec)) {
    if (typeof value !== 'number') continue;
    const found = (fitted as unknown as Record<string, number>)[name] as number;
    expect(Math.abs(found - value), `${name} ${found}, expected ${value}`).toBeLessThan(
      digits * Math.max(Math.abs(value), 1),
    );
  }
}

describe('fitQuantiles', () => {
  it("gives riskquant's published expected loss: lognormal, 5% 100,000, 95% 1,000,000, once in ten years", () => {
    const spec = lawThrough('lognormal', [
      [0.05, 100_000],
      [0.95, 1_000_000],
    ]);
    expect(spec).toMatchObject({ mu: expect.closeTo(12.664218, 6), sigma: expect.closeTo(0.699936, 6) });
    expect(0.1 * distributionOf(spec).mean).toBeCloseTo(40_400.128269457266, 9);
  });

  it('gives back every law from as many quantiles as it has unknown parameters', () => {
    expectBack({ distribution: 'normal', mean: -0.03, deviation: 0.05 }, [0.1, 0.9]);
    expectBack({ distribution: 'normal', mean: 5, deviation: 2 }, [0.9], { mean: 5 });
    expectBack({ distribution: 'normal', mean: 5, deviation: 2 }, [0.9], { deviation: 2 });
    expectBack({ distribution: 'lognormal', mu: 18, sigma: 1.4 }, [0.05, 0.95]);
    expectBack({ distribution: 'uniform', low: 3, high: 8 }, [0.05, 0.95]);
    expectBack({ distribution: 'uniform', low: 3, high: 8 }, [0.7], { low: 3 });
    expectBack({ distribution: 'uniform', low: 3, high: 8 }, [0.7], { high: 8 });
    expectBack({ distribution: 'student-t', freedom: 4, location: 1, scale: 3 }, [0.05, 0.95], {
      freedom: 4,
    });
    expectBack({ distribution: 'pareto', shape: 1.2, minimum: 7 }, [0.5, 0.99]);
    expectBack({ distribution: 'pareto', shape: 1.2, minimum: 7 }, [0.99], { minimum: 7 });
    expectBack({ distribution: 'pareto', shape: 1.2, minimum: 7 }, [0.99], { shape: 1.2 });
    for (const shape of [-0.4, 0, 0.35, 1.3]) {
      const spec: DistributionSpec = { distribution: 'gpd', shape, scale: 4, threshold: 10 };
      expectBack(spec, [0.3, 0.8, 0.99]);
      expectBack(spec, [0.5, 0.95], { shape });
      expectBack(spec, [0.5, 0.95], { threshold: 10 });
      expectBack(spec, [0.5], { shape, threshold: 10 });
    }
    for (const shape of [0.1, 1, 4.6, 900])
      expectBack({ distribution: 'gamma', shape, scale: 2 }, [0.05, 0.95]);
    expectBack({ distribution: 'gamma', shape: 3, scale: 2 }, [0.9], { scale: 2 });
    expectBack({ distribution: 'gamma', shape: 3, scale: 2 }, [0.9], { shape: 3 });
    expectBack({ distribution: 'beta', alpha: 0.4, beta: 0.7, low: 0, high: 1 }, [0.1, 0.9]);
    expectBack({ distribution: 'beta', alpha: 20, beta: 3, low: -5, high: 10 }, [0.1, 0.9], {
      low: -5,
      high: 10,
    });
    expectBack({ distribution: 'beta', alpha: 2, beta: 3, low: 0, high: 1 }, [0.9], { alpha: 2 });
    expectBack({ distribution: 'triangular', low: 0, mode: 20, high: 100 }, [0.05, 0.95], { mode: 20 });
    expectBack({ distribution: 'triangular', low: 0, mode: 0, high: 100 }, [0.95], { low: 0, mode: 0 });
    expectBack(
      { distribution: 'pert', low: 5, mode: 20, high: 140, weight: 4 },
      [0.05, 0.95],
      { mode: 20 },
      1e-6,
    );
    expectBack(
      { distribution: 'pert', low: 5, mode: 20, high: 40, weight: 9 },
      [0.1, 0.9],
      { mode: 20, weight: 9 },
      1e-6,
    );
  });

  it('goes through any two sensible quantiles of a gamma, a beta and a GPD', () => {
    const open = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        open(0.01, 0.4),
        open(0.6, 0.999),
        open(0.02, 0.45),
        open(0.55, 0.98),
        (p, q, low, high) => {
          for (const law of ['gamma', 'beta', 'gpd'] as const) {
            const points = [
              { level: p, value: low },
              { level: q, value: high },
            ];
            const spec = fitQuantiles(law, points, law === 'gpd' ? { threshold: 0 } : {});
            for (const { value, fitted } of quantileMisfit(spec, points))
              expect(Math.abs(fitted / value - 1)).toBeLessThan(1e-6);
          }
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it('takes more quantiles by least squares and says how near it comes', () => {
    const points = [
      { level: 0.1, value: -9 },
      { level: 0.5, value: -1 },
      { level: 0.9, value: 3 },
    ];
    const spec = fitQuantiles('normal', points);
    expect(spec).toMatchObject({
      mean: expect.closeTo(-7 / 3, 12),
      deviation: expect.closeTo(4.681824876434273, 12),
    });
    const misfit = quantileMisfit(spec, points);
    expect(misfit.map(({ fitted }) => fitted)).toEqual([
      expect.closeTo(-25 / 3, 12),
      expect.closeTo(-7 / 3, 12),
      expect.closeTo(11 / 3, 12),
    ]);
    for (const law of ['lognormal', 'gamma', 'gpd', 'pareto'] as const) {
      const many = [0.05, 0.2, 0.5, 0.8, 0.95].map((level, index) => ({
        level,
        value: [3, 5, 9, 20, 50][index] as number,
      }));
      const best = Math.max(
        ...quantileMisfit(fitQuantiles(law, many), many).map(({ value, fitted }) =>
          Math.abs(Math.log(fitted / value)),
        ),
      );
      expect(best).toBeLessThan(1.5);
    }
  });
});
