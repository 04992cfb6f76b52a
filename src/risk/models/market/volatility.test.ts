import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf } from '../../simulation/moments.js';
import {
  dailyVolatility,
  ewmaDaysOfWeight,
  ewmaHalfLife,
  ewmaObservations,
  ewmaVolatility,
  rescaledToEwma,
  sampleVolatility,
} from './volatility.js';

const CHANGES = Float64Array.of(0.01, -0.02, 0.03, 0, -0.01);

describe('volatility', () => {
  it('has the half-lives and days of weight that RiskMetrics gives for its decays', () => {
    expect(ewmaHalfLife(0.94)).toBeCloseTo(11.2, 2);
    expect(ewmaDaysOfWeight(0.94, 0.99)).toBeCloseTo(74.4, 1);
    expect(ewmaDaysOfWeight(0.97, 0.99)).toBeCloseTo(151.2, 1);
  });

  it('is the root mean square around zero, or the deviation around the mean with n - 1', () => {
    expect(sampleVolatility(CHANGES, 0, 5, 'zero')).toBeCloseTo(Math.sqrt(0.0015 / 5), 15);
    expect(sampleVolatility(CHANGES, 0, 5, 'sample')).toBeCloseTo(
      Math.sqrt((0.0015 - 5 * 0.002 ** 2) / 4),
      15,
    );
    expect(sampleVolatility(CHANGES, 1, 3, 'zero')).toBeCloseTo(Math.sqrt(0.0013 / 2), 15);
  });

  it('weights the newest change most, by hand', () => {
    // Oldest first, decay 0.5: weights 1/16, 1/8, 1/4, 1/2, 1 of 31/16.
    const sum = 0.0001 / 16 + 0.0004 / 8 + 0.0009 / 4 + 0 + 0.0001;
    expect(ewmaVolatility(CHANGES, 0, 5, 0.5)).toBeCloseTo(Math.sqrt((sum * 16) / 31), 15);
  });

  it('obeys the recursion of RiskMetrics once the history is long', () => {
    const long = Float64Array.from({ length: 1000 }, (_, at) => Math.sin(at * 7) / 100);
    const [before, after] = [
      ewmaVolatility(long, 0, 999, 0.94) ** 2,
      ewmaVolatility(long, 0, 1000, 0.94) ** 2,
    ];
    expect(after).toBeCloseTo(0.94 * before + 0.06 * (long[999] as number) ** 2, 15);
  });

  it('is worth (1 + decay) / (1 - decay) observations in the long run', () => {
    expect(ewmaObservations(10_000, 0.94)).toBeCloseTo(1.94 / 0.06, 10);
    expect(ewmaObservations(1, 0.94)).toBeCloseTo(1, 12);
  });

  it('scales with the changes and does not see their signs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 50 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (values, factor) => {
          const changes = Float64Array.from(values);
          const n = changes.length;
          const scaled = changes.map((change) => -factor * change);
          const volatility = ewmaVolatility(changes, 0, n, 0.94);
          expect(ewmaVolatility(scaled, 0, n, 0.94)).toBeCloseTo(factor * volatility, 10);
          expect(sampleVolatility(scaled, 0, n, 'sample')).toBeCloseTo(
            factor * sampleVolatility(changes, 0, n, 'sample'),
            10,
          );
        },
      ),
    );
  });

  it('rescales calm days up where the latest are stormy, and keeps their order and signs', () => {
    const changes = Float64Array.from(
      { length: 200 },
      (_, at) => (at % 2 === 0 ? 1 : -1) * (at < 150 ? 0.001 : 0.01),
    );
    const rescaled = rescaledToEwma(changes, 0.94);
    const latest = ewmaVolatility(changes, 0, 200, 0.94);
    expect(rescaled.every((change, at) => Math.sign(change) === Math.sign(changes[at] as number))).toBe(true);
    // By day 100 the filter has forgotten where it began, and that day stood at the calm volatility.
    expect(Math.abs(rescaled[149] as number)).toBeCloseTo(latest, 4);
    expect(rescaledToEwma(new Float64Array(30), 0.94).every((change) => change === 0)).toBe(true);
  });

  it('refuses a decay of 1 and a stated volatility that is not stated', () => {
    expect(() => ewmaVolatility(CHANGES, 0, 5, 1)).toThrow(
      'Unexpected decay 1, expected one between 0 and 1',
    );
    const stated = { volatility: 'stated', mean: 'zero', decay: 0.94 } as const;
    expect(() => dailyVolatility(CHANGES, stated, null)).toThrow('expected a stated one of a year');
    expect(() => dailyVolatility(CHANGES, stated, Number.NaN)).toThrow('Unexpected volatility NaN');
    expect(dailyVolatility(CHANGES, stated, Math.sqrt(252) / 100).value).toBeCloseTo(0.01, 15);
    expect(meanOf(CHANGES)).toBeCloseTo(0.002, 15);
  });
});
