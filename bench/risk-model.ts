import { STANDARD_METHOD } from '../src/risk/models/market/standard-method.js';
import type { ResolvedRegister, ResolvedRisk } from '../src/risk/resolved-register.js';

/** Ten kinds of event, each Poisson × lognormal, and two amounts that move: what the risk benchmarks simulate. */
export const RATES = [0.05, 0.1, 0.1, 0.2, 0.25, 0.3, 0.5, 0.5, 1, 2];
export const MEDIANS = [50, 20, 80, 10, 15, 30, 5, 8, 3, 1];
export const SIGMAS = [1.2, 1, 1.5, 0.8, 1, 1.1, 0.7, 0.9, 0.8, 0.6];
/** One amount is normal, the other 500 · (e^(0.08 Z) − 1); both are costs. */
export const NORMAL = { mean: -10, deviation: 40 };
export const MOVED = { amount: 500, sigma: 0.08 };

const COSTS = 10_000;

/** The mean of their sum, in closed form. */
export const EXACT_MEAN =
  RATES.reduce(
    (sum, rate, nth) => sum + rate * (MEDIANS[nth] ?? 0) * Math.exp((SIGMAS[nth] ?? 0) ** 2 / 2),
    0,
  ) +
  NORMAL.mean +
  MOVED.amount * Math.expm1(MOVED.sigma ** 2 / 2);

const line = (id: string, amount: number) =>
  ({ id, name: id, kind: 'cost', amount, elasticity: 0, follows: [], passedOn: [] }) as const;

/** The model as a register: what the engine makes of it is what any register goes through. */
export const REGISTER: ResolvedRegister = {
  issuer: 'Benchmark',
  base: {
    currency: 'USD',
    // Of the second line, the amounts of the normal law are small changes.
    lines: [line('losses', 0), line('costs', COSTS)],
    tax: { rate: 0, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 0 },
    minorities: [],
    equity: 1000,
    ads: null,
  },
  sharedEvents: [],
  market: {
    factors: [
      {
        id: 'commodity',
        name: 'Commodity',
        quantity: 'price',
        level: 1,
        history: null,
        volatility: MOVED.sigma,
        forced: null,
      },
    ],
    method: {
      ...STANDARD_METHOD,
      method: 'parametric',
      volatility: 'stated',
      window: 250,
      accrual: 'whole-year',
    },
  },
  correlations: [],
  copula: { copula: 'gaussian' },
  risks: [
    ...RATES.map(
      (rate, nth): ResolvedRisk => ({
        id: `event-${nth}`,
        model: {
          kind: 'event',
          frequency: { frequency: 'poisson', rate },
          severity: { distribution: 'lognormal', mu: Math.log(MEDIANS[nth] ?? 0), sigma: SIGMAS[nth] ?? 0 },
          limit: null,
          franchise: 0,
          insurance: [],
          delay: null,
          to: [{ line: 'losses', share: 1 }],
          recoveryTo: null,
          shared: [],
          raises: [],
        },
      }),
    ),
    {
      id: 'normal',
      model: {
        kind: 'driver',
        moves: [{ line: 'costs', through: 'amount', loading: 1 }],
        change: { distribution: 'normal', mean: NORMAL.mean / COSTS, deviation: NORMAL.deviation / COSTS },
      },
    },
    {
      id: 'moved',
      model: {
        kind: 'market',
        category: 'commodity-price',
        purpose: 'other',
        positions: [
          {
            position: 'price',
            name: 'Commodity bought',
            basis: 'balance',
            factor: 'commodity',
            amount: -MOVED.amount,
            beta: 1,
            line: 'losses',
          },
        ],
      },
    },
  ],
};
