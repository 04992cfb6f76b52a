import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../value/index.js';
import { randomStream } from '../../random/xoshiro-stream.js';
import type { RiskContext } from '../../simulation/risk-context.js';
import type { Block } from '../../simulation/risk-sampler.js';
import type { Line } from '../../waterfall/base.js';
import { exactMarketValues } from './exact-market-values.js';
import { exchangeRateHistory } from './exchange-rate-history.js';
import { marketFactorsSampler } from './factors-sampler.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { marketSampler } from './market-sampler.js';
import type { CurrencyPosition, MarketSpec, Position, PricePosition, RatePosition } from './market-spec.js';
import { STANDARD_METHOD } from './standard-method.js';

const TRIALS = 4096;
const BLOCKS = 30;
const LEVELS = [0.01, 0.05, 0.5, 0.95];
const DAY = parseDay('2006-03-31');
const METHOD: MarketMethod = { ...STANDARD_METHOD, method: 'parametric', window: 250 };
const HISTORICAL: MarketMethod = { ...METHOD, method: 'historical-simulation' };

const FACTORS: MarketFactor[] = [
  rated('usd', 'JPY/USD'),
  rated('eur', 'JPY/EUR'),
  { id: 'oil', name: 'oil', quantity: 'price', level: 60, history: null, volatility: 0.35, forced: null },
  {
    id: 'jgb',
    name: 'jgb',
    quantity: 'interest-rate',
    level: 0.01,
    history: null,
    volatility: 0.004,
    forced: null,
  },
];
const LINES = [
  { id: 'exchange', kind: 'other' },
  { id: 'securities', kind: 'other-comprehensive-income' },
] as Line[];

const USD: CurrencyPosition = {
  position: 'currency',
  name: 'usd',
  basis: 'balance',
  factor: 'usd',
  currency: 'USD',
  amount: -5,
  settlementPrice: null,
  line: 'exchange',
  maturities: [],
};
const EUR: CurrencyPosition = { ...USD, name: 'eur', factor: 'eur', currency: 'EUR', amount: 4 };
const OIL: PricePosition = {
  position: 'price',
  name: 'oil',
  basis: 'flow',
  factor: 'oil',
  amount: -300,
  beta: 0.7,
  line: 'exchange',
};
const LOAN: RatePosition = {
  position: 'rate',
  name: 'loan',
  instrument: 'debt',
  factor: 'jgb',
  amount: 20_000,
  fixedRate: null,
  spread: 0,
  pays: null,
  paymentsPerYear: 2,
  discountMargin: null,
  line: 'exchange',
  maturities: [{ years: 3, amount: 20_000 }],
};

function rated(id: string, pair: string): MarketFactor {
  return {
    id,
    name: id,
    quantity: 'exchange-rate',
    ...exchangeRateHistory(pair, DAY, 250),
    volatility: 0.12,
    forced: null,
  };
}

interface Case {
  readonly positions: readonly Position[];
  readonly method?: MarketMethod;
  readonly factors?: readonly MarketFactor[];
  readonly tied?: string;
}

function setUp({ positions, method = METHOD, factors = FACTORS, tied }: Case) {
  const spec: MarketSpec = { kind: 'market', category: 'foreign-exchange', purpose: 'other', positions };
  const context = { base: { lines: LINES }, factors, method, raisedBy: [] } as unknown as RiskContext;
  return {
    spec,
    context,
    exact: exactMarketValues(spec, context, new Set(tied === undefined ? [] : [tied]), LEVELS),
  };
}

/** The risk's effect in every trial, by the samplers of a run. */
function simulated(each: Case): Float64Array {
  const { spec, context } = setUp(each);
  const factors = context.factors;
  const [drawFactors, sampler] = [
    marketFactorsSampler(factors, context.method),
    marketSampler(spec, 'fx', context),
  ];
  const out = new Float64Array(TRIALS * BLOCKS);
  for (let index = 0; index < BLOCKS; index++) {
    const columns = factors.map(() => new Float64Array(TRIALS));
    const uniforms = new Float64Array(TRIALS);
    randomStream(4, 'tied', index).fillUniform(uniforms, 0, TRIALS);
    const block = {
      index,
      trials: TRIALS,
      stream: (purpose: string) => randomStream(4, purpose, index),
      tied: (variable: string) => (variable === each.tied ? uniforms : null),
      factor: (id: string) => columns[factors.findIndex((factor) => factor.id === id)],
    } as unknown as Block;
    drawFactors.simulate(block, columns);
    sampler.simulate(block, [out.subarray(index * TRIALS, (index + 1) * TRIALS)], null);
  }
  return out;
}

describe('the exact effect of a market risk', () => {
  it.each<[string, Case]>([
    ['a currency', { positions: [USD] }],
    ['a currency, of months of history', { positions: [USD], method: HISTORICAL }],
    ['two currencies of common days', { positions: [USD, EUR] }],
    ['two currencies of common months', { positions: [USD, EUR], method: HISTORICAL }],
    ['two currencies by EWMA', { positions: [USD, EUR], method: { ...METHOD, volatility: 'ewma' } }],
    ['filtered months', { positions: [USD, EUR], method: { ...HISTORICAL, volatility: 'ewma' } }],
    ['with drift', { positions: [USD, EUR], method: { ...METHOD, mean: 'sample' } }],
    ['months with drift', { positions: [USD, EUR], method: { ...HISTORICAL, mean: 'sample' } }],
    ['a flow', { positions: [OIL] }],
    [
      'a flow and a balance of one factor',
      { positions: [USD, { ...USD, basis: 'flow', amount: 8 }], method: HISTORICAL },
    ],
    ['a flow of the whole year', { positions: [OIL], method: { ...METHOD, accrual: 'whole-year' } }],
    ['variable interest', { positions: [LOAN] }],
    ['interest and prices', { positions: [LOAN, USD, OIL], method: HISTORICAL }],
    ['interest and prices of a normal law', { positions: [LOAN, USD, EUR, OIL] }],
    ['interest with a history', { positions: [LOAN, USD], factors: withRates(), method: HISTORICAL }],
    ['interest with a history, jointly normal', { positions: [LOAN, USD], factors: withRates() }],
    ['a tied factor beside a free one', { positions: [USD, EUR], method: HISTORICAL, tied: 'factor.usd' }],
    ['a tied factor of a normal law', { positions: [USD, EUR], tied: 'factor.usd' }],
    [
      'a factor that a scenario sets',
      {
        positions: [USD, EUR],
        factors: FACTORS.map((factor) => (factor.id === 'usd' ? { ...factor, forced: 0.2 } : factor)),
      },
    ],
  ])('has the mean, deviation and quantiles that are simulated: %s', (_, each) => {
    const { exact } = setUp(each);
    const effect = simulated(each);
    const n = effect.length;
    const mean = effect.reduce((sum, value) => sum + value, 0) / n;
    const [second, fourth] = [2, 4].map(
      (power) => effect.reduce((sum, value) => sum + (value - mean) ** power, 0) / n,
    ) as [number, number];
    const deviation = Math.sqrt(second);
    expect(Math.abs(mean - (exact?.mean ?? Number.NaN))).toBeLessThan((4 * deviation) / Math.sqrt(n));
    const deviationError = Math.sqrt((fourth - second ** 2) / n) / (2 * deviation);
    expect(Math.abs(deviation - (exact?.deviation ?? Number.NaN))).toBeLessThan(4 * deviationError);
    for (const { level, value } of exact?.quantiles ?? []) {
      const below = effect.filter((each) => each <= value).length / n;
      expect(Math.abs(below - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / n));
    }
  });

  it('knows quantiles of one factor of a normal logarithm that moves it one way, and of interest alone', () => {
    const counted = (each: Case) => setUp(each).exact?.quantiles.length;
    expect(counted({ positions: [USD] })).toBe(4);
    expect(counted({ positions: [LOAN] })).toBe(4);
    expect(counted({ positions: [USD, { ...USD, basis: 'flow', amount: 8 }] })).toBe(0);
    expect(counted({ positions: [USD, EUR] })).toBe(0);
    expect(counted({ positions: [USD], method: HISTORICAL })).toBe(0);
    const [first] = setUp({ positions: [OIL] }).exact?.quantiles ?? [];
    // The worst percent of a purchase: oil at its best percent upwards.
    expect(first?.value).toBeCloseTo(-210 * Math.expm1((0.35 * 2.3263478740408408) / Math.sqrt(3)), 8);
  });

  it('is that of income where it reaches income, else of other comprehensive income', () => {
    const securities = { ...EUR, line: 'securities' };
    expect(setUp({ positions: [USD, securities] }).exact).toEqual(setUp({ positions: [USD] }).exact);
    expect(setUp({ positions: [securities] }).exact).toEqual(setUp({ positions: [EUR] }).exact);
  });

  it('is not known for ADSs alone, fixed interest, or two factors that are tied', () => {
    expect(
      setUp({ positions: [{ position: 'ads', name: 'ads', rateFactor: 'usd', priceFactor: null }] }).exact,
    ).toBeNull();
    expect(setUp({ positions: [{ ...LOAN, fixedRate: 0.02, spread: null }] }).exact).toBeNull();
    const { spec, context } = setUp({ positions: [USD, EUR] });
    expect(exactMarketValues(spec, context, new Set(['factor.usd', 'factor.eur']), LEVELS)).toBeNull();
  });
});

/** The rate with a history that moves against the dollar. */
function withRates(): MarketFactor[] {
  const { history } = FACTORS[0] as MarketFactor;
  const levels = (history?.levels ?? []).map(
    (level, at) => 0.01 + 0.0001 * Math.sin(at) - 0.0002 * (level - 110),
  );
  return FACTORS.map((factor) =>
    factor.id === 'jgb' && history !== null ? { ...factor, history: { ...history, levels } } : factor,
  );
}
