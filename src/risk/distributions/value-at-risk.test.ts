import { describe, expect, it } from 'vitest';
import { distributionOf } from './distribution-of.js';
import type { DistributionSpec } from './distribution-spec.js';
import { expectedShortfallOf, valueAtRiskOf } from './value-at-risk.js';

const shortfall = (spec: DistributionSpec, level: number) => expectedShortfallOf(distributionOf(spec), level);

describe('value at risk and expected shortfall of a law', () => {
  it('of the standard normal law are those of the tables', () => {
    const law = distributionOf({ distribution: 'normal', mean: 0, deviation: 1 });
    for (const [level, value, beyond] of [
      [0.95, 1.6448536269514722, 2.062712807507426],
      [0.975, 1.959963984540054, 2.337802792201414],
      [0.99, 2.3263478740408408, 2.665214220345805],
      [0.995, 2.5758293035489004, 2.891948605383481],
    ] as const) {
      expect(valueAtRiskOf(law, level)).toBeCloseTo(value, 12);
      expect(expectedShortfallOf(law, level)).toBeCloseTo(beyond, 12);
    }
  });

  it('of laws with closed forms', () => {
    expect(shortfall({ distribution: 'lognormal', mu: 1, sigma: 1 }, 0.99)).toBeCloseTo(
      41.39388777037271,
      10,
    );
    expect(shortfall({ distribution: 'student-t', freedom: 4, location: 0, scale: 1 }, 0.975)).toBeCloseTo(
      3.993557022712851,
      11,
    );
    // Pareto: VaR · shape / (shape − 1). GPD: (VaR + scale − shape · threshold) / (1 − shape) (McNeil, Frey, Embrechts).
    const pareto = distributionOf({ distribution: 'pareto', shape: 3, minimum: 10 });
    expect(expectedShortfallOf(pareto, 0.999)).toBeCloseTo(valueAtRiskOf(pareto, 0.999) * 1.5, 9);
    const gpd = distributionOf({ distribution: 'gpd', shape: 0.4, scale: 5, threshold: 2 });
    expect(expectedShortfallOf(gpd, 0.99)).toBeCloseTo((valueAtRiskOf(gpd, 0.99) + 5 - 0.4 * 2) / 0.6, 10);
    expect(shortfall({ distribution: 'uniform', low: 0, high: 100 }, 0.95)).toBeCloseTo(97.5, 12);
    expect(shortfall({ distribution: 'constant', value: 7 }, 0.95)).toBe(7);
  });

  it('of a law with atoms takes the part of the atom that belongs to the tail', () => {
    const spec: DistributionSpec = {
      distribution: 'discrete',
      values: [0, 10, 100],
      probabilities: [0.9, 0.08, 0.02],
    };
    // The worst 5%: 2% of 100 and 3% of 10.
    expect(shortfall(spec, 0.95)).toBeCloseTo((0.02 * 100 + 0.03 * 10) / 0.05, 12);
    expect(shortfall(spec, 0.99)).toBeCloseTo(100, 12);
  });

  it('is null where the law has no mean', () => {
    expect(shortfall({ distribution: 'pareto', shape: 1, minimum: 1 }, 0.99)).toBeNull();
    expect(shortfall({ distribution: 'gpd', shape: 1.2, scale: 1, threshold: 0 }, 0.99)).toBeNull();
    expect(shortfall({ distribution: 'student-t', freedom: 1, location: 0, scale: 1 }, 0.99)).toBeNull();
  });

  it('needs a level between 0 and 1', () => {
    for (const level of [0, 1, 99, -0.5, Number.NaN])
      expect(() => shortfall({ distribution: 'constant', value: 7 }, level)).toThrow(/^Unexpected level/);
  });
});
