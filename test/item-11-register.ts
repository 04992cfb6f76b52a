import type { Item11, SensitivityRow, TabularRow } from '../src/risk/item-11/item-11-data.js';
import type { MarketFactor, MarketMethod } from '../src/risk/models/market/market-factor.js';
import type {
  CurrencyPosition,
  MarketSpec,
  Position,
  PricePosition,
  RatePosition,
} from '../src/risk/models/market/market-spec.js';
import { STANDARD_METHOD } from '../src/risk/models/market/standard-method.js';
import type { ResolvedRegister, ResolvedRisk } from '../src/risk/resolved-register.js';
import type { Base, Line } from '../src/risk/waterfall/base.js';

/** The market risks of an invented network operator, small enough to be worked out by hand. */

/** Of 99%. */
export const Z = 2.3263478740408408;
export const METHOD: MarketMethod = { ...STANDARD_METHOD, method: 'parametric', volatility: 'stated' };
export const FACTORS: MarketFactor[] = [
  factor('usd', 'exchange-rate', 120, 0.1),
  factor('krw', 'exchange-rate', 0.1, 0.12),
  factor('jgb', 'interest-rate', 0.02, 0.005),
  factor('topix', 'price', 1700, 0.2),
  factor('power', 'price', 18, 0.3),
];
export const BASE: Base = {
  currency: 'JPY',
  lines: [
    line('network', 'cost'),
    line('interest', 'other'),
    line('exchange', 'other'),
    line('securities', 'other-comprehensive-income'),
  ],
  tax: { rate: 0.4, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 0 },
  minorities: [],
  equity: 20e9,
  ads: {
    sharePrice: 480_000,
    shares: 200_000,
    sharesPerAds: 0.0025,
    rate: 120,
    earningsMultiple: 20,
    dividendPerShare: 1500,
    withholdingTax: 0.1,
    feePerAds: 0.01,
  },
};

export const FIXED = rate('Notes', {
  fixedRate: 0.03,
  maturities: [
    { years: 1, amount: 400 },
    { years: 2.5, amount: 600 },
  ],
  amount: 1000,
});
export const SECOND = rate('Lease', {
  fixedRate: 0.05,
  maturities: [
    { years: 2.5, amount: 200 },
    { years: 8, amount: 300 },
  ],
  amount: 500,
});
export const LOAN = rate('Bank loan', {
  spread: 0.01,
  maturities: [{ years: 4, amount: 2000 }],
  amount: 2000,
});
const SWAP = rate('Swap', {
  instrument: 'swap',
  fixedRate: 0.025,
  spread: 0,
  pays: 'fixed',
  maturities: [{ years: 4, amount: 2000 }],
  amount: 2000,
});
export const PAYABLE: CurrencyPosition = {
  ...currency('Payable', 'usd', 'USD', -50),
  maturities: [
    { years: 0.3, amount: -20 },
    { years: 6, amount: -30 },
  ],
};
const FORWARD: CurrencyPosition = {
  ...currency('Forward', 'usd', 'USD', 40),
  basis: 'forward',
  settlementPrice: 118,
  maturities: [{ years: 0.5, amount: 40 }],
};
export const WON = currency('Won', 'krw', 'KRW', 10_000);
const SHARES: PricePosition = {
  position: 'price',
  name: 'Shares',
  basis: 'balance',
  factor: 'topix',
  amount: 6800,
  beta: 1.5,
  line: 'securities',
};
const POWER: PricePosition = {
  position: 'price',
  name: 'Electricity',
  basis: 'flow',
  factor: 'power',
  amount: -900,
  beta: 1,
  line: 'network',
};
export const ADS: Position = { position: 'ads', name: 'ADS', rateFactor: 'usd', priceFactor: null };

export const REGISTER = register([
  market('interest', 'interest-rate', [FIXED, SECOND, LOAN, SWAP]),
  market('exchange', 'foreign-exchange', [PAYABLE, WON, ADS]),
  market('dealing', 'foreign-exchange', [FORWARD], 'trading'),
  market('shares', 'equity-price', [SHARES]),
  market('power', 'commodity-price', [POWER]),
]);

function factor(
  id: string,
  quantity: MarketFactor['quantity'],
  level: number,
  volatility: number,
): MarketFactor {
  return { id, name: `the ${id}`, quantity, level, history: null, volatility, forced: null };
}

function line(id: string, kind: Line['kind']): Line {
  return { id, name: id, kind, amount: 0, elasticity: 0, follows: [], passedOn: [] };
}

function rate(name: string, change: Partial<RatePosition>): RatePosition {
  return {
    position: 'rate',
    name,
    instrument: 'debt',
    factor: 'jgb',
    amount: 0,
    fixedRate: null,
    spread: null,
    pays: null,
    paymentsPerYear: 1,
    discountMargin: null,
    line: 'interest',
    maturities: [],
    ...change,
  };
}

function currency(name: string, id: string, code: string, amount: number): CurrencyPosition {
  return {
    position: 'currency',
    name,
    basis: 'balance',
    factor: id,
    currency: code,
    amount,
    settlementPrice: null,
    line: 'exchange',
    maturities: [],
  };
}

export function market(
  id: string,
  category: MarketSpec['category'],
  positions: Position[],
  purpose: MarketSpec['purpose'] = 'other',
): ResolvedRisk {
  return { id, model: { kind: 'market', category, purpose, positions } };
}

export function register(risks: ResolvedRisk[], change: Partial<ResolvedRegister> = {}): ResolvedRegister {
  return {
    issuer: 'Kitahama Network K.K.',
    base: BASE,
    sharedEvents: [],
    market: { factors: FACTORS, method: METHOD },
    correlations: [],
    copula: { copula: 'gaussian' },
    risks,
    ...change,
  };
}

export function tabularRow(data: Item11, name: string): TabularRow {
  const row = data.tabular.flatMap(({ rows }) => rows).find((each) => each.name === name);
  if (row === undefined) throw new Error(`no row ${name}`);
  return row;
}

export function sensitivityRow(
  data: Item11,
  category: string,
  name: string,
  shock: string,
  purpose = 'other',
): SensitivityRow {
  const group = data.sensitivity.find((each) => each.category === category && each.purpose === purpose);
  const row = group?.rows.find((each) => each.name === name && each.shock === shock);
  if (row === undefined) throw new Error(`no row ${category} ${name} ${shock}`);
  return row;
}
