import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random/xoshiro-stream.js';
import { overlappingSums, overlapWorth } from './horizon.js';
import type { MarketMethod } from './market-factor.js';
import { STANDARD_METHOD } from './standard-method.js';
import { valueAtRisk } from './value-at-risk.js';
import { TRADING_DAYS } from './volatility.js';

const ONE_DAY: MarketMethod = { ...STANDARD_METHOD, horizonDays: 1, mean: 'sample' };
const PARAMETRIC: MarketMethod = { ...ONE_DAY, method: 'parametric', mean: 'zero', volatility: 'stated' };
/** A standard deviation of 1 a day. */
const UNIT = { statedVolatility: Math.sqrt(TRADING_DAYS) };

/** Gains −n, …, −1: losses 1, …, n. */
function losses(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, at) => at - n);
}

function normals(n: number, purpose = 'test/normals'): Float64Array {
  const out = new Float64Array(n);
  randomStream(7, purpose, 0).fillNormal(out, 0, n);
  return out;
}

describe('the parametric value at risk', () => {
  it.each([
    [0.95, 1.644854, 2.062713],
    [0.975, 1.959964, 2.337803],
    [0.99, 2.326348, 2.665214],
    [0.995, 2.575829, 2.891949],
  ])('has the multiples of the normal law at %d', (level, value, shortfall) => {
    const measured = valueAtRisk(new Float64Array(0), { ...PARAMETRIC, level }, UNIT);
    expect(measured.value).toBeCloseTo(value, 6);
    expect(measured.expectedShortfall).toBeCloseTo(shortfall, 6);
    expect(measured.standardError).toBe(0);
  });

  it('grows with the square root of time, its mean with time', () => {
    const changes = Float64Array.of(0.02, -0.01, 0.03, 0.01, -0.02, 0.01);
    const method = { ...PARAMETRIC, volatility: 'sample', mean: 'sample' } as const;
    const mean = 0.04 / 6;
    const deviation = Math.sqrt((0.002 - 6 * mean ** 2) / 5);
    const tenDays = valueAtRisk(changes, { ...method, horizonDays: 10 });
    expect(tenDays.value).toBeCloseTo(2.3263478740408408 * deviation * Math.sqrt(10) - 10 * mean, 12);
    const zero = { ...method, mean: 'zero' } as const;
    expect(valueAtRisk(changes, { ...zero, horizonDays: 10 }).value).toBeCloseTo(
      Math.sqrt(10) * valueAtRisk(changes, zero).value,
      12,
    );
  });

  it('takes the standard error of a normal sample: z σ / √(2n)', () => {
    const changes = normals(500);
    const measured = valueAtRisk(changes, { ...PARAMETRIC, volatility: 'sample' });
    expect(measured.standardError).toBeCloseTo(measured.value / Math.sqrt(1000), 12);
    expect(Math.abs(measured.value - 2.326348)).toBeLessThan(4 * measured.standardError);
    const ewma = valueAtRisk(changes, { ...PARAMETRIC, volatility: 'ewma' });
    // (1 + λ) / (1 − λ) = 32.3 observations.
    expect(ewma.standardError).toBeCloseTo(ewma.value / Math.sqrt((2 * 1.94) / 0.06), 6);
  });

  it('is subadditive, scales with the position, and is the same long and short', () => {
    const series = fc.array(
      fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
      {
        minLength: 5,
        maxLength: 60,
      },
    );
    const method = { ...PARAMETRIC, volatility: 'sample' } as const;
    const value = (changes: number[]) => valueAtRisk(Float64Array.from(changes), method).value;
    fc.assert(
      fc.property(series, fc.double({ min: 0.1, max: 100, noNaN: true }), (pairs, size) => {
        const [left, right, both] = [
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
          pairs.map(([a, b]) => a + b),
        ];
        expect(value(both)).toBeLessThanOrEqual(value(left) + value(right) + 1e-12);
        expect(value(left.map((change) => size * change))).toBeCloseTo(size * value(left), 8);
        expect(value(left.map((change) => -change))).toBeCloseTo(value(left), 12);
      }),
    );
  });
});

describe('historical simulation', () => {
  it('takes the order statistic that it names', () => {
    const measured = valueAtRisk(losses(250), ONE_DAY);
    expect(measured.value).toBe(248);
    expect(measured.expectedShortfall).toBeCloseTo((250 + 249 + 0.5 * 248) / 2.5, 10);
    expect(measured.statement).toContain('the 3rd largest of 250 losses (k = floor(n (1 - a)) + 1)');
    expect(
      valueAtRisk(losses(100), { ...ONE_DAY, level: 0.95, quantileRule: 'interpolated' }).value,
    ).toBeCloseTo(95.05, 10);
  });

  it('takes out the mean of the sample, or leaves it in', () => {
    const zero = valueAtRisk(losses(250), { ...ONE_DAY, mean: 'zero' });
    expect(zero.value).toBeCloseTo(248 - 125.5, 10);
    // Ten days: ten times the mean, √10 of what is left.
    expect(valueAtRisk(losses(250), { ...ONE_DAY, horizonDays: 10 }).value).toBeCloseTo(
      10 * 125.5 + Math.sqrt(10) * 122.5,
      8,
    );
  });

  it('adds up overlapping horizons', () => {
    const changes = Float64Array.of(-1, -2, -3, -4, -5, -6);
    expect([...overlappingSums(changes, 3)]).toEqual([-6, -9, -12, -15]);
    const method = { ...ONE_DAY, horizonDays: 3, horizonRule: 'overlapping' } as const;
    expect(valueAtRisk(changes, method).value).toBe(15);
    expect(valueAtRisk(changes, { ...method, mean: 'zero' }).value).toBeCloseTo(15 - 10.5, 12);
    expect(valueAtRisk(changes, method).statement).toContain('Overlapping horizons of 3 trading days');
  });

  it('knows what overlapping horizons are worth', () => {
    let squares = 1;
    for (let k = 1; k < 10; k++) squares += 2 * (1 - k / 10) ** 2;
    expect(overlapWorth(10)).toBeCloseTo(squares, 12);
    expect(overlapWorth(1)).toBe(1);
    // Seen over 300 samples of 500 days: the standard error stated is that of the values.
    const method = {
      ...PARAMETRIC,
      volatility: 'sample',
      horizonDays: 10,
      horizonRule: 'overlapping',
    } as const;
    const runs = Array.from({ length: 300 }, (_, run) =>
      valueAtRisk(normals(500, `test/overlap ${run}`), method),
    );
    const mean = runs.reduce((sum, { value }) => sum + value, 0) / runs.length;
    const seen = Math.sqrt(runs.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (runs.length - 1));
    const stated = runs.reduce((sum, { standardError }) => sum + standardError, 0) / runs.length;
    expect(Math.abs(seen / stated - 1)).toBeLessThan(4 / Math.sqrt(2 * runs.length));
  });

  it('uses the newest changes of the window alone', () => {
    const changes = Float64Array.from([...new Array(100).fill(-1000), ...losses(50)]);
    expect(valueAtRisk(changes, { ...ONE_DAY, window: 50 }).value).toBe(50);
    expect(valueAtRisk(changes, { ...ONE_DAY, window: 50 }).observations).toBe(50);
  });

  it('rescales to the volatility of now (Hull and White), or to a stated one', () => {
    const changes = normals(500).map((change, at) => change * (at < 400 ? 1 : 3));
    const plain = valueAtRisk(changes, { ...ONE_DAY, mean: 'zero', level: 0.95 });
    const filtered = valueAtRisk(changes, { ...ONE_DAY, mean: 'zero', level: 0.95, volatility: 'ewma' });
    // The latest deviation is 3; without the filter most of the sample stands at 1.
    expect(plain.value).toBeLessThan(3.5);
    expect(filtered.value).toBeGreaterThan(4);
    expect(filtered.value).toBeLessThan(7);
    const stated = { ...ONE_DAY, mean: 'zero', volatility: 'stated' } as const;
    expect(valueAtRisk(changes, stated, { statedVolatility: 20 }).value).toBeCloseTo(
      2 * valueAtRisk(changes, stated, { statedVolatility: 10 }).value,
      10,
    );
  });

  it('agrees with the parametric value on a long normal sample', () => {
    const measured = valueAtRisk(normals(20_000), { ...ONE_DAY, window: 20_000 });
    expect(Math.abs(measured.value - 2.326348)).toBeLessThan(4 * measured.standardError);
    expect(Math.abs(measured.expectedShortfall - 2.665214)).toBeLessThan(4 * measured.expectedShortfallError);
  });

  it('warns of a peg, and of too few observations for an upper bound', () => {
    const peg = valueAtRisk(new Float64Array(500), ONE_DAY);
    expect(peg.value).toBe(0);
    expect(peg.warnings[0]).toContain('as a peg does');
    const few = valueAtRisk(losses(250), ONE_DAY);
    expect(few.high).toBeNull();
    expect(few.warnings).toEqual([
      '250 observations are too few for an upper bound of the error at 99%: some 368 are needed',
    ]);
    expect(valueAtRisk(losses(400), ONE_DAY).warnings).toEqual([]);
  });
});

describe('Monte Carlo', () => {
  it('comes to the parametric value within its error, the same for the same seed', () => {
    const changes = normals(500);
    const method = { ...PARAMETRIC, volatility: 'sample', horizonDays: 10 } as const;
    const exact = valueAtRisk(changes, method);
    const drawn = valueAtRisk(changes, { ...method, method: 'monte-carlo' }, { seed: 11 });
    // Of the two errors only that of the draws is between them.
    const ofDraws = Math.sqrt(drawn.standardError ** 2 - exact.standardError ** 2);
    expect(Math.abs(drawn.value - exact.value)).toBeLessThan(4 * ofDraws);
    expect(ofDraws).toBeGreaterThan(0);
    expect(valueAtRisk(changes, { ...method, method: 'monte-carlo' }, { seed: 11 })).toEqual(drawn);
    expect(valueAtRisk(changes, { ...method, method: 'monte-carlo' }, { seed: 12 }).value).not.toBe(
      drawn.value,
    );
  });
});

describe('the statement', () => {
  it('says sign, horizon, level, method, mean, horizon rule and quantile rule', () => {
    expect(valueAtRisk(losses(250), { ...ONE_DAY, mean: 'zero', horizonDays: 10 }).statement).toBe(
      'Losses are positive. Horizon 10 trading days, confidence level 99%: the loss is expected to be larger on one of 100 such horizons. Historical simulation: the newest 250 daily changes as they were. Mean: zero; that of the sample is taken out. 10 trading days from one by the square root of time. Quantile: the 3rd largest of 250 losses (k = floor(n (1 - a)) + 1), which one more loss like them exceeds with probability 3/251 = 1.2%.',
    );
    expect(valueAtRisk(losses(250), { ...PARAMETRIC, volatility: 'ewma' }).statement).toBe(
      'Losses are positive. Horizon 1 trading day, confidence level 99%: the loss is expected to be larger on one of 100 such horizons. Parametric (variance-covariance): a normal law with an exponentially weighted volatility (decay 0.94) of the newest 250 daily changes. Mean: zero. Quantile: that of the normal law.',
    );
  });
});

describe('what cannot be measured', () => {
  it.each([
    [{ level: 1 }, 'Unexpected level 1'],
    [{ level: 99 }, 'Unexpected level 99, expected one between 0.5 and 1 such as 0.99'],
    [{ horizonDays: 0 }, 'Unexpected horizon of 0 trading days'],
    [{ horizonDays: 2.5 }, 'Unexpected horizon of 2.5'],
    [{ window: Number.NaN }, 'Unexpected window of NaN days'],
    [{ volatility: 'stated' }, 'Unexpected volatility (none)'],
    [{ horizonDays: 10, horizonRule: 'overlapping' }, 'Only 5 daily changes, expected at least 11'],
  ])('is refused: %o', (wrong, message) => {
    expect(() => valueAtRisk(losses(5), { ...ONE_DAY, ...wrong } as MarketMethod)).toThrow(message);
  });

  it('is refused where a change is no number', () => {
    expect(() => valueAtRisk(Float64Array.of(1, Number.NaN, 2), ONE_DAY)).toThrow(
      'Unexpected change NaN at observation 2',
    );
    expect(() => valueAtRisk(Float64Array.of(1), ONE_DAY)).toThrow('Only 1 daily changes');
    expect(() => valueAtRisk(losses(50), { ...ONE_DAY, method: 'monte-carlo' }, { draws: 1e12 })).toThrow(
      'Unexpected 1000000000000 draws',
    );
  });
});
