import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashFlowsOf, rateFairValue } from './fair-value.js';
import type { RatePosition } from './market-spec.js';

function debt(change: Partial<RatePosition> = {}): RatePosition {
  return {
    position: 'rate',
    name: 'notes',
    instrument: 'debt',
    factor: 'jgb',
    amount: 100,
    fixedRate: 0.05,
    spread: null,
    pays: null,
    paymentsPerYear: 2,
    discountMargin: null,
    line: 'interest',
    maturities: [{ years: 3, amount: 100 }],
    ...change,
  };
}

/** Discounted one cash flow after the other, compounded at each date. */
function byHand(position: RatePosition, rate: number, discount: number): number {
  const { paymentsPerYear: frequency } = position;
  return cashFlowsOf(position, rate).reduce(
    (sum, { years, amount }) => sum + amount / (1 + discount / frequency) ** (years * frequency),
    0,
  );
}

describe('the fair value of fixed interest', () => {
  it('is what its cash flows are worth, by hand', () => {
    // 2.5 twice a year for a year and 100, at 4%: 2.5/1.02 + 102.5/1.02².
    const oneYear = debt({ maturities: [{ years: 1, amount: 100 }] });
    expect(cashFlowsOf(oneYear, 0.05)).toEqual([
      { years: 0.5, amount: 2.5 },
      { years: 1, amount: 2.5 },
      { years: 1, amount: 100 },
    ]);
    expect(rateFairValue(oneYear, 0.04)).toBeCloseTo(-(2.5 / 1.02 + 102.5 / 1.02 ** 2), 12);
    expect(rateFairValue(debt(), 0.03)).toBeCloseTo(-byHand(debt(), 0.05, 0.03), 10);
    const instalments = debt({
      paymentsPerYear: 4,
      maturities: [
        { years: 1, amount: 30 },
        { years: 2, amount: 30 },
        { years: 7, amount: 40 },
      ],
    });
    expect(rateFairValue(instalments, 0.01)).toBeCloseTo(-byHand(instalments, 0.05, 0.01), 10);
  });

  it('is par at its own rate, for any maturity and broken first period', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 40, noNaN: true }),
        fc.double({ min: -0.01, max: 0.2, noNaN: true }),
        fc.constantFrom(1, 2, 4, 12),
        (years, rate, paymentsPerYear) => {
          const bond = debt({
            fixedRate: rate,
            paymentsPerYear: paymentsPerYear as 1 | 2 | 4 | 12,
            maturities: [{ years, amount: 100 }],
          });
          expect(rateFairValue(bond, rate)).toBeCloseTo(-100, 8);
          expect(rateFairValue({ ...bond, instrument: 'deposit' }, rate)).toBeCloseTo(100, 8);
        },
      ),
    );
  });

  it('moves by duration and convexity', () => {
    // Closed forms over the cash flows: D = Σ t v / (1 + y/m) / V, C = Σ t (t + 1/m) v / (1 + y/m)² / V.
    const bond = debt({ maturities: [{ years: 10, amount: 100 }] });
    const [y, m, step] = [0.04, 2, 0.001];
    const value = -rateFairValue(bond, y);
    let [duration, convexity] = [0, 0];
    for (const { years, amount } of cashFlowsOf(bond, 0.05)) {
      const worth = amount / (1 + y / m) ** (years * m);
      duration += (years * worth) / (1 + y / m) / value;
      convexity += (years * (years + 1 / m) * worth) / (1 + y / m) ** 2 / value;
    }
    const change = -rateFairValue(bond, y + step) - value;
    const expected = value * (-duration * step + 0.5 * convexity * step ** 2);
    // What is left is the third order: a few parts in 10,000 of the change.
    expect(Math.abs(change / expected - 1)).toBeLessThan(1e-4);
    expect(Math.abs(change / (-value * duration * step) - 1)).toBeGreaterThan(1e-3);
    expect(duration).toBeCloseTo(7.9, 0);
  });

  it('falls as the rate rises, faster for longer debt', () => {
    const lossOf = (years: number) => {
      const bond = debt({ maturities: [{ years, amount: 100 }], instrument: 'deposit' });
      return rateFairValue(bond, 0.05) - rateFairValue(bond, 0.06);
    };
    expect(
      [1, 2, 5, 10, 30].map(lossOf).every((loss, at, all) => loss > (at === 0 ? 0 : (all[at - 1] as number))),
    ).toBe(true);
  });

  it('takes the margin that a buyer would ask', () => {
    expect(rateFairValue(debt({ discountMargin: 0.02 }), 0.03)).toBeCloseTo(-100, 10);
  });
});

describe('the fair value of variable interest', () => {
  it('stays at par at its own spread, and moves by the margin where that has changed', () => {
    const loan = debt({ fixedRate: null, spread: 0.01 });
    for (const level of [-0.001, 0, 0.02, 0.1]) expect(rateFairValue(loan, level)).toBeCloseTo(-100, 10);
    const dearer = { ...loan, discountMargin: 0.02 };
    expect(rateFairValue(dearer, 0.02)).toBeCloseTo(-byHand(dearer, 0.03, 0.04), 10);
    expect(rateFairValue(dearer, 0.02)).toBeGreaterThan(-100);
  });
});

describe('the fair value of a swap', () => {
  const swap = debt({
    instrument: 'swap',
    pays: 'fixed',
    fixedRate: 0.02,
    spread: 0,
    maturities: [{ years: 5, amount: 100 }],
  });

  it('is nothing at the market rate, and what rates have moved over its life otherwise', () => {
    expect(rateFairValue(swap, 0.02)).toBeCloseTo(0, 10);
    // Receives 1% more than it pays, five years, discounted at 3%.
    let annuity = 0;
    for (let period = 1; period <= 10; period++) annuity += 1 / 1.015 ** period;
    expect(rateFairValue(swap, 0.03)).toBeCloseTo(0.5 * annuity, 10);
  });

  it('is the other party’s loss', () => {
    expect(rateFairValue({ ...swap, pays: 'variable' }, 0.035)).toBeCloseTo(-rateFairValue(swap, 0.035), 12);
  });
});

describe('what has no fair value', () => {
  it('is debt without maturities, or a rate that nothing can be discounted at', () => {
    expect(() => rateFairValue(debt({ maturities: [] }), 0.02)).toThrow('Position "notes" has no maturities');
    expect(() => rateFairValue(debt(), -2)).toThrow('Cannot discount position "notes" at a rate of -2');
  });
});
