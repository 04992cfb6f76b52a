import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random/xoshiro-stream.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import type { Position, PricePosition, RatePosition } from './market-spec.js';
import { portfolioValueAtRisk } from './portfolio-value-at-risk.js';
import { STANDARD_METHOD } from './standard-method.js';
import { valueAtRisk } from './value-at-risk.js';

const METHOD: MarketMethod = { ...STANDARD_METHOD, method: 'parametric' };
const HISTORICAL: MarketMethod = { ...METHOD, method: 'historical-simulation' };
const Z = 2.3263478740408408;

function normals(purpose: string, n = 500): Float64Array {
  const out = new Float64Array(n);
  randomStream(5, purpose, 0).fillNormal(out, 0, n);
  return out;
}

function factor(id: string, changes: Float64Array | null, change: Partial<MarketFactor> = {}): MarketFactor {
  const { quantity = 'price', level = 100 } = change;
  let value = level;
  const levels = [
    value,
    ...Array.from(
      changes ?? [],
      (move) => (value = quantity === 'interest-rate' ? value + move : value * Math.exp(move)),
    ),
  ];
  const history =
    changes === null ? null : { days: levels.map((_, at) => at), levels, source: 'test', warnings: [] };
  return { id, name: id, quantity, level, history, volatility: null, forced: null, ...change };
}

function shares(id: string, amount: number): PricePosition {
  return { position: 'price', name: id, basis: 'balance', factor: id, amount, beta: 1, line: 'x' };
}

const A = normals('a').map((z) => 0.01 * z);
const B = normals('b').map((z, at) => 0.006 * z - 0.5 * (A[at] as number));
const FACTORS = [factor('a', A), factor('b', B)];
const BONDS: RatePosition = {
  position: 'rate',
  name: 'bonds',
  instrument: 'deposit',
  factor: 'r',
  amount: 1000,
  fixedRate: 0.02,
  spread: null,
  pays: null,
  paymentsPerYear: 2,
  discountMargin: null,
  line: 'x',
  maturities: [{ years: 10, amount: 1000 }],
};

/** Values of two positions of their own, and of both. */
function measure(
  method: MarketMethod,
  left: Position = shares('a', 100),
  right: Position = shares('b', 100),
  factors = FACTORS,
) {
  return portfolioValueAtRisk([[left], [right], [left, right]], factors, method, { seed: 3 }).map(
    (each) => each?.value ?? Number.NaN,
  ) as [number, number, number];
}

describe('value at risk of a portfolio', () => {
  it('is that of the sum of the changes, by variances and covariances', () => {
    const [left, right, both] = measure(METHOD);
    const sum = A.map((change, at) => 100 * change + 100 * (B[at] as number));
    expect(left).toBeCloseTo(
      valueAtRisk(
        A.map((change) => 100 * change),
        METHOD,
      ).value,
      8,
    );
    expect(both).toBeCloseTo(valueAtRisk(sum, METHOD).value, 8);
    expect(both).toBeLessThan(left + right);
    const ewma: MarketMethod = { ...METHOD, volatility: 'ewma' };
    expect(measure(ewma)[2]).toBeCloseTo(valueAtRisk(sum, ewma).value, 8);
  });

  it('is the order statistic of the days by historical simulation, all factors moving on the same day', () => {
    const oneDay: MarketMethod = { ...HISTORICAL, horizonDays: 1, mean: 'sample' };
    const [, , both] = measure(oneDay);
    const losses = A.map(
      (change, at) => -100 * Math.expm1(change) - 100 * Math.expm1(B[at] as number),
    ).sort();
    expect(both).toBeCloseTo(losses[500 - 6] as number, 10);
  });

  it('by Monte Carlo agrees with the linear value where positions are linear and small', () => {
    const [linear, drawn] = [METHOD, { ...METHOD, method: 'monte-carlo' as const }].map(
      (method) =>
        portfolioValueAtRisk(
          [[shares('a', 100), shares('b', 100)]],
          FACTORS,
          { ...method, horizonDays: 1 },
          { seed: 3 },
        )[0],
    );
    // e^x − 1 is not quite x: half a square of a daily move of 2%.
    const slack = 4 * (drawn?.standardError ?? 0) + 0.01 * (linear?.value ?? 0);
    expect(Math.abs((drawn?.value ?? 0) - (linear?.value ?? 0))).toBeLessThan(slack);
  });

  it('nets positions against each other, and a hedge takes the risk away', () => {
    for (const method of [METHOD, HISTORICAL, { ...METHOD, method: 'monte-carlo' as const }]) {
      expect(
        portfolioValueAtRisk([[shares('a', 100), shares('a', -100)]], FACTORS, method)[0]?.value,
      ).toBeCloseTo(0, 10);
    }
  });

  it('takes the rate sensitivity of bonds: duration for small moves, the price curve in simulation', () => {
    const moves = normals('r').map((z) => 0.0005 * z);
    const factors = [factor('r', moves, { quantity: 'interest-rate', level: 0.02 })];
    let duration = 0;
    for (let period = 1; period <= 20; period++) duration += 0.5 / 1.01 ** period;
    const deviation = Math.sqrt(moves.reduce((sum, move) => sum + move * move, 0) / moves.length);
    const [linear] = portfolioValueAtRisk([[BONDS]], factors, METHOD);
    expect(linear?.value).toBeCloseTo(Z * Math.sqrt(10) * deviation * 1000 * duration, 3);
    const [simulated] = portfolioValueAtRisk([[BONDS]], factors, HISTORICAL);
    expect(Math.abs((simulated?.value ?? 0) / (linear?.value ?? 1) - 1)).toBeLessThan(0.3);
  });

  it('draws what has only a stated volatility beside the days, each day as often', () => {
    const oil = factor('oil', null, { volatility: 0.4 });
    const [history, stated, both] = measure(HISTORICAL, shares('a', 100), shares('oil', 100), [
      ...FACTORS,
      oil,
    ]);
    // A fall of the logarithm by z deviations.
    const expected = -100 * Math.expm1(-Z * 0.4 * Math.sqrt(10 / 252));
    expect(both).toBeGreaterThan(Math.max(history, stated));
    expect(both).toBeLessThan(history + stated);
    // Its own draws are all independent: their error is that of 20,000 and more, not of 500 days.
    const [, beside] = portfolioValueAtRisk(
      [[shares('a', 100)], [shares('oil', 100)]],
      [...FACTORS, oil],
      HISTORICAL,
      { seed: 3 },
    );
    expect(beside?.value).toBe(stated);
    expect(Math.abs(stated - expected)).toBeLessThan(4 * (beside?.standardError ?? 0));
    expect((beside?.standardError ?? 1) / expected).toBeLessThan(0.02);
    const [measured] = portfolioValueAtRisk([[shares('oil', 100)]], [oil], HISTORICAL);
    expect(measured?.warnings).toEqual([]);
    expect(measured?.statement).toContain(
      'taken as normal with a stated volatility, independent of the others: oil.',
    );
  });

  it('is not shortened by the history of a factor that nothing moves with', () => {
    const short = factor('short', A.slice(0, 30));
    expect(portfolioValueAtRisk([[shares('a', 100)]], [...FACTORS, short], METHOD)[0]?.observations).toBe(
      500,
    );
  });

  it('is null without fair values, and warns of a peg', () => {
    const flow: Position = { ...shares('a', 100), basis: 'flow' };
    expect(portfolioValueAtRisk([[flow], []], FACTORS, METHOD)).toEqual([null, null]);
    const undated: Position = { ...BONDS, maturities: [] };
    expect(
      portfolioValueAtRisk([[undated]], [factor('r', A, { quantity: 'interest-rate', level: 0.02 })], METHOD),
    ).toEqual([null]);
    const peg = portfolioValueAtRisk(
      [[shares('peg', 100)]],
      [factor('peg', new Float64Array(100))],
      HISTORICAL,
    )[0];
    expect(peg?.value).toBe(0);
    expect(peg?.warnings[0]).toContain('as a peg does');
  });
});
