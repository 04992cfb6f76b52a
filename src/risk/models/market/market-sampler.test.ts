import { describe, expect, it } from 'vitest';
import type { RiskContext } from '../../simulation/risk-context.js';
import type { Block } from '../../simulation/risk-sampler.js';
import type { Line } from '../../waterfall/base.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { marketSampler } from './market-sampler.js';
import type { CurrencyPosition, MarketSpec, Position, PricePosition, RatePosition } from './market-spec.js';
import { STANDARD_METHOD } from './standard-method.js';

const METHOD: MarketMethod = { ...STANDARD_METHOD, method: 'parametric', accrual: 'whole-year' };

const FACTORS: MarketFactor[] = [
  factor('usd', 'exchange-rate', 117.48),
  factor('jgb', 'interest-rate', 0.012),
  factor('topix', 'price', 1700),
];

const LINES = ['revenue', 'interest', 'exchange', 'securities'].map(
  (id) => ({ id, name: id, kind: 'other', amount: 0 }) as Line,
);

const USD: CurrencyPosition = {
  position: 'currency',
  name: 'dollar payables',
  basis: 'balance',
  factor: 'usd',
  currency: 'USD',
  amount: -2e6,
  settlementPrice: null,
  line: 'exchange',
  maturities: [],
};
const LOAN: RatePosition = {
  position: 'rate',
  name: 'bank loan',
  instrument: 'debt',
  factor: 'jgb',
  amount: 1e9,
  fixedRate: null,
  spread: 0.005,
  pays: null,
  paymentsPerYear: 2,
  discountMargin: null,
  line: 'interest',
  maturities: [{ years: 4, amount: 1e9 }],
};
const SHARES: PricePosition = {
  position: 'price',
  name: 'listed shares',
  basis: 'balance',
  factor: 'topix',
  amount: 6.8e9,
  beta: 1.2,
  line: 'securities',
};

function factor(id: string, quantity: MarketFactor['quantity'], level: number): MarketFactor {
  return { id, name: id, quantity, level, history: null, volatility: 0.1, forced: null };
}

/** The effects of positions in one trial with these changes of the factors, by target. */
function effects(
  positions: readonly Position[],
  changes: Record<string, number>,
  accrual = METHOD.accrual,
): Record<string, number> {
  const spec: MarketSpec = { kind: 'market', category: 'foreign-exchange', purpose: 'other', positions };
  const context = {
    base: { lines: LINES },
    factors: FACTORS,
    method: { ...METHOD, accrual },
    raisedBy: [],
  } as unknown as RiskContext;
  const sampler = marketSampler(spec, 'fx', context);
  const columns = sampler.effects.map(() => Float64Array.of(99, 99));
  const block = {
    index: 0,
    trials: 1,
    factor: (id: string) => Float64Array.of(changes[id] ?? 0),
  } as unknown as Block;
  const occurrences = Int32Array.of(7);
  sampler.simulate(block, columns, occurrences);
  expect(occurrences[0]).toBe(0);
  // Beyond the block's trials nothing is written.
  expect(columns.every((column) => column[1] === 99)).toBe(true);
  return Object.fromEntries(
    sampler.effects.map((target, at) => [
      'line' in target ? target.line : `ads ${target.ads}`,
      columns[at]?.[0] ?? 0,
    ]),
  );
}

describe('what a change of the market does to income', () => {
  it('balances in another currency change by amount, level and change', () => {
    expect(effects([USD], { usd: 0.1 })).toEqual({ exchange: -2e6 * 117.48 * 0.1 });
    expect(
      effects([{ ...USD, basis: 'forward', amount: 3e6, settlementPrice: 115 }], { usd: -0.05 }).exchange,
    ).toBeCloseTo(-3e6 * 117.48 * 0.05, 6);
  });

  it('variable interest changes by principal and change, to its side of the balance sheet', () => {
    expect(effects([LOAN], { jgb: 0.01 })).toEqual({ interest: -1e7 });
    expect(effects([{ ...LOAN, instrument: 'deposit' }], { jgb: 0.01 })).toEqual({ interest: 1e7 });
    const swap: RatePosition = { ...LOAN, instrument: 'swap', fixedRate: 0.02, spread: 0, pays: 'fixed' };
    expect(effects([swap], { jgb: 0.01 })).toEqual({ interest: 1e7 });
    expect(effects([{ ...swap, pays: 'variable' }], { jgb: 0.01 })).toEqual({ interest: -1e7 });
    // A swap that pays fixed takes the change off the loan.
    expect(effects([LOAN, swap], { jgb: 0.01 }).interest).toBeCloseTo(0, 6);
  });

  it('principal counts until it falls due', () => {
    const maturities = [
      { years: 0.25, amount: 4e8 },
      { years: 3, amount: 6e8 },
    ];
    expect(effects([{ ...LOAN, maturities }], { jgb: 0.01 }).interest).toBeCloseTo(-(1e8 + 6e8) * 0.01, 6);
    expect(effects([{ ...LOAN, maturities: [] }], { jgb: 0.01 })).toEqual({ interest: -1e7 });
  });

  it('fixed interest changes nothing: its fair value is for Item 11', () => {
    expect(effects([{ ...LOAN, fixedRate: 0.02, spread: null }], { jgb: 0.01 })).toEqual({});
  });

  it('shares move by their beta, several positions of a line together', () => {
    expect(effects([SHARES], { topix: -0.2 }).securities).toBeCloseTo(-0.2 * 1.2 * 6.8e9, 4);
    const both = effects([SHARES, { ...USD, line: 'securities' }], { topix: -0.2, usd: 0.1 });
    expect(Object.keys(both)).toEqual(['securities']);
    expect(both.securities).toBeCloseTo(-0.2 * 1.2 * 6.8e9 - 2e6 * 11.748, 4);
  });

  it('an ADS moves by logarithms: more yen for a dollar, fewer dollars for a yen', () => {
    const moved = effects([{ position: 'ads', name: 'ADS', rateFactor: 'usd', priceFactor: 'topix' }], {
      usd: 0.1,
      topix: -0.2,
    });
    expect(moved['ads rate']).toBeCloseTo(-Math.log(1.1), 14);
    expect(moved['ads price']).toBeCloseTo(Math.log(0.8), 14);
    expect(
      effects([{ position: 'ads', name: 'ADS', rateFactor: 'usd', priceFactor: null }], { usd: 0.1 }),
    ).not.toHaveProperty('ads price');
  });
});

describe('what accrues over the year', () => {
  const flow: CurrencyPosition = { ...USD, basis: 'flow', amount: 1e6, line: 'revenue' };

  it('takes the whole change, or that of the year’s average', () => {
    expect(effects([flow], { usd: 0.1 }).revenue).toBeCloseTo(1e6 * 117.48 * 0.1, 6);
    expect(effects([flow], { usd: 0.1 }, 'year-average').revenue).toBeCloseTo(
      1e6 * 117.48 * (1.1 ** (1 / Math.sqrt(3)) - 1),
      6,
    );
    expect(effects([LOAN], { jgb: 0.01 }, 'year-average').interest).toBeCloseTo(-1e7 / Math.sqrt(3), 6);
    // A balance is worth what it is worth at the year's end.
    expect(effects([USD], { usd: 0.1 }, 'year-average')).toEqual(effects([USD], { usd: 0.1 }));
  });

  it('a year’s average of a random walk moves by 1/√3 of its end', () => {
    // Var of the mean of n steps of a walk: Σ k² / n³ → 1/3.
    const n = 252;
    let squares = 0;
    for (let k = 1; k <= n; k++) squares += (k / n) ** 2 / n;
    expect(Math.sqrt(squares)).toBeCloseTo(1 / Math.sqrt(3), 2);
  });
});

describe('positions that cannot be simulated', () => {
  it.each<[Position, string]>([
    [
      { ...USD, factor: 'gbp' },
      'Position "dollar payables" names the market factor "gbp", expected one of usd, jgb, topix',
    ],
    [
      { ...USD, factor: 'jgb' },
      'moves with the factor "jgb", which is an interest rate; expected a price or an exchange rate',
    ],
    [{ ...LOAN, factor: 'usd' }, 'which is an exchange rate; expected an interest rate'],
    [
      { ...USD, line: 'nowhere' },
      'of risk "fx" goes to the line "nowhere", expected one of revenue, interest',
    ],
    [{ ...USD, amount: Number.NaN }, 'Unexpected amount NaN of position "dollar payables"'],
    [{ ...SHARES, beta: Number.POSITIVE_INFINITY }, 'Unexpected beta Infinity'],
    [{ ...LOAN, amount: -1e9, maturities: [] }, 'expected a positive one: the instrument says who owes it'],
    [
      { ...LOAN, fixedRate: 0.02 },
      'Unexpected both rates of position "bank loan", expected a fixed rate, or a spread',
    ],
    [{ ...LOAN, spread: null }, 'Unexpected neither rate'],
    [
      { ...LOAN, spread: 2.5 },
      'Unexpected rate 2.5 of position "bank loan", expected a fraction a year such as 0.02 for 2%',
    ],
    [
      { ...LOAN, instrument: 'swap' },
      'Unexpected swap of position "bank loan", expected its fixed rate, and which leg is paid',
    ],
    [{ ...LOAN, pays: 'fixed' }, 'Unexpected leg paid of a debt'],
    [
      { ...LOAN, maturities: [{ years: 2, amount: 5e8 }] },
      'Unexpected maturities that sum to 500000000 of position "bank loan", expected the amount, 1000000000',
    ],
    [{ ...LOAN, maturities: [{ years: 0, amount: 1e9 }] }, 'Unexpected 1000000000 in 0 years'],
    [
      { ...LOAN, maturities: [{ years: 1e9, amount: 1e9 }] },
      'expected amounts that fall due within 100 years',
    ],
  ])('are refused: %#', (position, message) => {
    expect(() => effects([position], {})).toThrow(message);
  });
});
