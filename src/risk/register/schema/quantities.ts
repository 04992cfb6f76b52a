import { z } from 'zod';
import type { Quantity, QuantityKind, QuantityTable } from '../quantity/quantity-kind.js';

const text = z.union([z.string(), z.number()], { error: 'expected a number with its unit' });

/** What stands where a quantity is due: its text or bare number, an input by "$name", or "open". */
function quantity(id: string, kind: QuantityKind, description: string) {
  return text
    .transform((written): Quantity => ({ quantity: kind, text: String(written) }))
    .meta({ id, description: `${description}; "$name" takes an input, "open" is still to be filled in` });
}

export type QuantitySchema = ReturnType<typeof quantity>;

/** Each once, so that the published schema names it. */
export const money = quantity(
  'money',
  { dimension: 'money' },
  'An amount of the register’s currency: JPY 6.4 billion',
);
export const amount = quantity(
  'amount',
  { dimension: 'money', atLeast: 0 },
  'An amount that is not negative: JPY 6.4 billion',
);
export const anyMoney = quantity(
  'any-money',
  { dimension: 'any-money' },
  'An amount of any currency: USD -14 million',
);
export const dollars = quantity('dollars', { dimension: 'dollars', atLeast: 0 }, 'Dollars: USD 0.02');
export const moneyAYear = quantity(
  'money-a-year',
  { dimension: 'money-a-year', atLeast: 0 },
  'An amount a year: JPY 21,400 million a year',
);
export const dollarRate = quantity(
  'dollar-rate',
  { dimension: 'exchange-rate', above: 0 },
  'Units of the register’s currency for one dollar: 149.8 JPY/USD',
);
export const price = quantity('price', { dimension: 'money', above: 0 }, 'A price: JPY 182,000');
export const fraction = quantity('fraction', { dimension: 'fraction' }, 'A share or a change: 12%, -0.3');
export const probability = quantity(
  'probability',
  { dimension: 'fraction', atLeast: 0, atMost: 1 },
  'A probability: 5%',
);
export const share = quantity(
  'share',
  { dimension: 'fraction', atLeast: 0, atMost: 1 },
  'A share of a whole: 25%',
);
export const level = quantity(
  'level',
  { dimension: 'fraction', above: 0, below: 1 },
  'A level between 0% and 100%: 99%',
);
export const volatility = quantity(
  'volatility',
  { dimension: 'fraction', atLeast: 0 },
  'A year’s volatility: 38%',
);
export const frequency = quantity(
  'frequency',
  { dimension: 'frequency', atLeast: 0, atMost: 1e6 },
  'How often: 0.12 a year, 1 in 50 years',
);
export const duration = quantity(
  'duration',
  { dimension: 'duration', atLeast: 0 },
  'A time: 6 hours, 3 days, 1.5 years',
);
export const tradingDays = quantity(
  'trading-days',
  { dimension: 'trading-days', above: 0, whole: true },
  'Trading days: 10 days',
);
export const number = quantity('number', { dimension: 'number' }, 'A plain number: 1.5');
export const positive = quantity(
  'positive-number',
  { dimension: 'number', above: 0 },
  'A number above 0: 1.5',
);
/** Of a generalised Pareto law: 0.5 has no variance, 1 no mean; beyond 5 its amounts are no money. */
export const tailIndex = quantity(
  'tail-index',
  { dimension: 'number', atLeast: -5, atMost: 5 },
  'The shape of a tail: 0.35',
);
export const multiple = quantity('multiple', { dimension: 'number', atLeast: 0 }, 'A multiple: 1.5');
export const count = quantity('count', { dimension: 'count', above: 0 }, 'A number of shares: 204,300');
export const trials = quantity(
  'trials',
  { dimension: 'count', atLeast: 1, atMost: 1e9, whole: true },
  'A whole number',
);
export const anyQuantity = quantity(
  'quantity',
  { dimension: 'any' },
  'A quantity with its unit: JPY 6.4 billion, 12%, 0.25 a year, 6 hours, 1.5',
);

/** Quantities under quantities: `{ 5%: JPY 30 million }`. */
export function quantityTable(key: QuantityKind, value: QuantitySchema, description: string) {
  return z
    .record(z.string(), value)
    .transform((record): QuantityTable => ({ table: key, entries: Object.entries(record) }))
    .describe(description);
}

export const LEVEL_KEY: QuantityKind = { dimension: 'fraction', above: 0, below: 1 };
export const DURATION_KEY: QuantityKind = { dimension: 'duration', atLeast: 0 };
