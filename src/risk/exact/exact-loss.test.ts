import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DistributionSpec } from '../distributions/distribution-spec.js';
import { normalCdf } from '../distributions/special-functions/error-function.js';
import { normalQuantile } from '../distributions/special-functions/normal-quantile.js';
import type { EventSpec } from '../models/event/event-spec.js';
import { compoundByFft } from './compound-grid.js';
import { discretise } from './discretise.js';
import type { ExactLaw } from './exact-law.js';
import { type ExactContext, exactLossOf } from './exact-loss.js';
import { frequencyLaw } from './frequency-law.js';
import { occurrenceLaw } from './occurrence-law.js';
import { panjer } from './panjer.js';

const ALONE: ExactContext = { sharedEvents: [], raised: new Set(), tied: new Set() };
const LOGNORMAL: DistributionSpec = { distribution: 'lognormal', mu: 1, sigma: 1 };

function event(severity: DistributionSpec, rest: Partial<EventSpec> = {}): EventSpec {
  return {
    kind: 'event',
    frequency: { frequency: 'poisson', rate: 5 },
    severity,
    limit: null,
    franchise: 0,
    insurance: [],
    delay: null,
    to: [{ line: 'sga', share: 1 }],
    recoveryTo: null,
    shared: [],
    raises: [],
    ...rest,
  };
}

function lawOf(spec: EventSpec, context = ALONE): ExactLaw {
  const { law, reason } = exactLossOf('r', spec, context);
  if (law === null) throw new Error(reason);
  return law;
}

describe('the exact law of an event', () => {
  it('is that of Poisson 3 and the severity of Loss Models, example 9.5', () => {
    const probabilities = [0.15, 0.2, 0.25, 0.125, 0.075, 0.05, 0.05, 0.05, 0.025, 0.025];
    const values = probabilities.map((_, index) => 25 * (index + 1));
    const spec = event(
      { distribution: 'discrete', values, probabilities },
      { frequency: { frequency: 'poisson', rate: 3 } },
    );
    const law = lawOf(spec);
    expect(law.method).toBe('panjer');
    expect(law.mean / 25).toBeCloseTo(11.1, 12);
    expect(law.deviation ** 2 / 625).toBeCloseTo(57.15, 10);
    expect([0.9, 0.95, 0.99, 0.999].map((p) => law.valueAtRisk(p) / 25)).toEqual([21, 25, 33, 43]);
    expect([0.95, 0.99, 0.999].map((p) => (law.expectedShortfall(p) / 25).toFixed(5))).toEqual([
      '29.97206',
      '37.23250',
      '46.51966',
    ]);
    expect(law.cdf(0)).toBeCloseTo(0.049787068, 9);
    expect(law.cdf(24.9)).toBe(law.cdf(0));
    expect(law.cdf(25) - law.cdf(0)).toBeCloseTo(0.022404181, 9);
    expect(law.bounds(0.99)).toEqual([825, 825]);
    expect(law.errorAt(0.99)).toBe(0);
  });

  it('is that of Poisson 2 and an exponential', () => {
    const spec = event(
      { distribution: 'gamma', shape: 1, scale: 1 },
      { frequency: { frequency: 'poisson', rate: 2 } },
    );
    const law = lawOf(spec);
    const known = [0.135335283, 0.394296859, 0.603500961, 0.913934478, 0.995834914];
    for (const [index, x] of [0, 1, 2, 5, 10].entries())
      expect(law.cdf(x)).toBeCloseTo(known[index] as number, 7);
    // To every digit, by recursion and by transform: the cell's error goes with its square, and two cells tell it.
    const severity = occurrenceLaw(spec.severity, spec, { loss: 1, recovery: 1 });
    if (severity === null) throw new Error('expected a law');
    const frequency = frequencyLaw(spec.frequency);
    for (const compound of [panjer, compoundByFft]) {
      const at = (cell: number) => {
        const masses = compound(frequency, discretise(severity, cell, 10.5 / cell, 'unbiased'));
        return (x: number) =>
          masses.reduce((sum, p, j) => sum + (j * cell < x - 1e-9 ? p : j * cell < x + 1e-9 ? p / 2 : 0), 0);
      };
      const [fine, coarse] = [at(1 / 256), at(1 / 128)];
      for (const [index, x] of [0, 1, 2, 5, 10].entries()) {
        if (x > 0)
          expect(((4 * fine(x) - coarse(x)) / 3).toFixed(9)).toBe((known[index] as number).toFixed(9));
      }
    }
  });

  it('is that of Poisson 5 and a lognormal', () => {
    const law = lawOf(event(LOGNORMAL));
    expect(law.method).toBe('fft');
    expect([law.mean, law.deviation, law.skewness].map((each) => each.toFixed(6))).toEqual([
      '22.408445',
      '16.522432',
      '2.004272',
    ]);
    const quantiles = [
      [0.5, 18.82],
      [0.9, 43.04],
      [0.95, 53.1],
      [0.99, 78.32],
      [0.995, 90.6],
      [0.999, 124.54],
    ] as const;
    for (const [p, known] of quantiles) {
      expect(Math.abs(law.quantile(p) - known)).toBeLessThanOrEqual(0.02);
      const [low, high] = law.bounds(p);
      expect(low).toBeLessThanOrEqual(law.quantile(p));
      expect(high).toBeGreaterThanOrEqual(law.quantile(p));
      expect(high - low).toBeLessThan(0.05);
      expect(law.errorAt(p)).toBeLessThan(1e-4);
    }
    const shortfalls = [
      [0.95, 69.4],
      [0.99, 98.25],
      [0.999, 154.08],
    ] as const;
    for (const [p, known] of shortfalls)
      expect(Math.abs(law.expectedShortfall(p) - known)).toBeLessThanOrEqual(0.02);
  });

  it('matches the published annual loss of riskquant', () => {
    // Netflix's riskquant: frequency 0.10, 5% and 95% points of a lognormal 100,000 and 1,000,000.
    const [low, high] = [Math.log(100_000), Math.log(1_000_000)];
    const severity: DistributionSpec = {
      distribution: 'lognormal',
      mu: (low + high) / 2,
      sigma: (high - low) / 2 / 1.6448536269514722,
    };
    const law = lawOf(event(severity, { frequency: { frequency: 'poisson', rate: 0.1 } }));
    expect(law.mean).toBeCloseTo(40_400.128269457266, 6);
  });

  it('of a Pareto without a mean has quantiles and says that it has no mean', () => {
    const once = event(
      { distribution: 'pareto', shape: 0.9, minimum: 1 },
      { frequency: { frequency: 'binomial', trials: 1, probability: 1 } },
    );
    const law = lawOf(once);
    for (const p of [0.1, 0.9, 0.99, 0.9999])
      expect(law.quantile(p) / (1 - p) ** (-1 / 0.9)).toBeCloseTo(1, 4);
    expect([law.mean, law.deviation, law.expectedShortfall(0.9)]).toEqual([Infinity, Infinity, Infinity]);
    expect(law.skewness).toBeNaN();
  });

  it('reads the far tail and the near part each from a grid that fits', () => {
    const law = lawOf(
      event(
        { distribution: 'pareto', shape: 1.5, minimum: 1e5 },
        { frequency: { frequency: 'poisson', rate: 3 } },
      ),
    );
    expect(law.mean).toBeCloseTo(900_000, 6);
    // P(S > x) = λ P(X > x) as x grows (subexponential).
    const far = law.quantile(1 - 1e-7);
    expect((3 * (1e5 / far) ** 1.5) / 1e-7).toBeCloseTo(1, 2);
    expect(law.cellAt(0.5)).toBeLessThan(law.cellAt(0.9999) / 8);
  });

  it('of thousands of occurrences is nearly normal, with the skewness of the closed form', () => {
    const law = lawOf(event(LOGNORMAL, { frequency: { frequency: 'poisson', rate: 3000 } }));
    for (const p of [0.05, 0.5, 0.99]) {
      // The expansion of E. Cornish and R. Fisher (1938) to its second term.
      const z = normalQuantile(p);
      const expected = law.mean + law.deviation * (z + (law.skewness * (z * z - 1)) / 6);
      expect(Math.abs(law.quantile(p) - expected) / law.deviation).toBeLessThan(0.01);
    }
    const more = event(LOGNORMAL, { frequency: { frequency: 'poisson', rate: 6000 } });
    expect(exactLossOf('r', more, ALONE).reason).toBe('it occurs too often for a grid of losses');
  });

  it('of a negative binomial with a huge size is that of a Poisson', () => {
    const one = lawOf(event(LOGNORMAL));
    const other = lawOf(
      event(LOGNORMAL, { frequency: { frequency: 'negative-binomial', mean: 5, size: 1e12 } }),
    );
    for (const p of [0.5, 0.99, 0.9999]) expect(other.quantile(p) / one.quantile(p)).toBeCloseTo(1, 8);
  });

  it('has small losses right under the heaviest tails', () => {
    const once = event(
      { distribution: 'gpd', shape: 4, scale: 1, threshold: 0 },
      { frequency: { frequency: 'binomial', trials: 1, probability: 1 } },
    );
    const law = lawOf(once);
    for (const p of [0.01, 0.5, 0.99]) expect(law.quantile(p) / (((1 - p) ** -4 - 1) / 4)).toBeCloseTo(1, 3);
  });

  it('without occurrences is 0', () => {
    const law = lawOf(event(LOGNORMAL, { frequency: { frequency: 'poisson', rate: 0 } }));
    expect([law.mean, law.deviation, law.cdf(0), law.quantile(0.99), law.expectedShortfall(0.99)]).toEqual([
      0, 0, 1, 0, 0,
    ]);
  });

  it('has a step where a limit is reached, and none between', () => {
    const law = lawOf(
      event(LOGNORMAL, { limit: 4, frequency: { frequency: 'binomial', trials: 1, probability: 0.5 } }),
    );
    // P(X ≤ 4) = Φ(ln 4 − 1) = 0.650…: half of it, and the half without an occurrence.
    expect(law.cdf(3.9999)).toBeCloseTo(0.5 + 0.5 * normalCdf(Math.log(4) - 1), 4);
    expect(law.cdf(4)).toBeCloseTo(1, 5);
    expect(law.quantile(0.9)).toBeCloseTo(4, 12);
    expect(law.quantile(0.999)).toBeCloseTo(4, 12);
    expect(law.expectedShortfall(0.9)).toBeCloseTo(4, 6);
    expect(law.quantile(0.5)).toBe(0);
  });

  it('keeps its laws for any event', () => {
    const severities = fc.oneof(
      fc.record({
        distribution: fc.constant('lognormal' as const),
        mu: fc.double({ min: -3, max: 12, noNaN: true }),
        sigma: fc.double({ min: 0.1, max: 2, noNaN: true }),
      }),
      fc.record({
        distribution: fc.constant('gamma' as const),
        shape: fc.double({ min: 0.3, max: 9, noNaN: true }),
        scale: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      }),
      fc.record({
        distribution: fc.constant('uniform' as const),
        low: fc.double({ min: 0, max: 5, noNaN: true }),
        high: fc.double({ min: 6, max: 99, noNaN: true }),
      }),
      fc.record({
        distribution: fc.constant('pareto' as const),
        shape: fc.double({ min: 0.6, max: 5, noNaN: true }),
        minimum: fc.double({ min: 0.1, max: 1e6, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(severities, fc.double({ min: 0.01, max: 20, noNaN: true }), (severity, rate) => {
        const law = lawOf(event(severity, { frequency: { frequency: 'poisson', rate } }));
        let before = 0;
        for (const p of [0.05, 0.5, 0.9, 0.99]) {
          const at = law.quantile(p);
          const [low, high] = law.bounds(p);
          expect(at).toBeGreaterThanOrEqual(before);
          expect(low).toBeLessThanOrEqual(at * (1 + 1e-9));
          expect(high).toBeGreaterThanOrEqual(at * (1 - 1e-9));
          expect(law.cdf(at)).toBeGreaterThan(p - 1e-9);
          if (at > 0) expect(law.cdf(at * (1 - 1e-3))).toBeLessThan(p + 1e-9);
          if (Number.isFinite(law.mean)) expect(law.expectedShortfall(p)).toBeGreaterThanOrEqual(at);
          before = at;
        }
        expect(law.cdf(-1)).toBe(0);
      }),
      { numRuns: 8 },
    );
  });
});

describe('an event without an exact law says why', () => {
  it.each([
    [event(LOGNORMAL), { ...ALONE, raised: new Set(['r']) }, 'another risk raises its frequency'],
    [
      event(LOGNORMAL),
      { ...ALONE, tied: new Set(['r.severity']) },
      'its severity is tied to another variable',
    ],
    [
      event(LOGNORMAL, { insurance: [{ excess: 1, limit: 2, share: 1, annualLimit: 3 }] }),
      ALONE,
      'its insurance has a limit for the year',
    ],
    [
      event(LOGNORMAL, {
        insurance: [
          { excess: 1, limit: null, share: 1, annualLimit: null },
          { excess: 2, limit: null, share: 0.5, annualLimit: null },
        ],
      }),
      ALONE,
      'a larger loss can leave less after insurance',
    ],
  ] as const)('%#', (spec, context, reason) => {
    expect(exactLossOf('r', spec, context)).toEqual({ law: null, reason });
  });

  it('but a tied frequency leaves it as it is', () => {
    expect(
      exactLossOf('r', event(LOGNORMAL), { ...ALONE, tied: new Set(['r.frequency']) }).reason,
    ).toBeNull();
  });
});
