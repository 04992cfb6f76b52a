import { z } from 'zod';
import { id, optionalSource, text } from './common.js';
import {
  amount,
  anyMoney,
  DURATION_KEY,
  fraction,
  money,
  number,
  price,
  quantityTable,
} from './quantities.js';

const MATURITIES = 'Amounts by the time until they fall due: { 1 year: JPY 4,500 million }';

const currencyPosition = z.strictObject({
  position: z.literal('currency'),
  name: text,
  basis: z.enum(['balance', 'flow', 'forward']).optional(),
  factor: id,
  amount: anyMoney.describe('In its own currency: what is received is positive, what is paid negative'),
  'settlement-price': price
    .optional()
    .describe('Of a forward: units of the register’s currency for one of the other'),
  line: id,
  maturities: quantityTable(DURATION_KEY, anyMoney, MATURITIES).optional(),
  source: optionalSource,
});

const ratePosition = z.strictObject({
  position: z.literal('rate'),
  name: text,
  instrument: z.enum(['debt', 'deposit', 'swap']),
  factor: id,
  amount: amount.describe('Principal or notional'),
  'fixed-rate': fraction.optional(),
  spread: fraction.optional().describe('Over the factor’s rate, where interest is variable'),
  pays: z.enum(['fixed', 'variable']).optional().describe('Of a swap: the leg that is paid'),
  'payments-a-year': z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(12)]).optional(),
  'discount-margin': fraction.optional(),
  line: id,
  maturities: quantityTable(DURATION_KEY, amount, MATURITIES).optional(),
  source: optionalSource,
});

const pricePosition = z.strictObject({
  position: z.literal('price'),
  name: text,
  basis: z.enum(['balance', 'flow']).optional(),
  factor: id,
  amount: money,
  beta: number.optional().describe('It moves by so many times the factor’s change; 1 where not said'),
  line: id,
  source: optionalSource,
});

const adsPosition = z.strictObject({
  position: z.literal('ads'),
  name: text,
  'rate-factor': id,
  'price-factor': id.optional(),
  source: optionalSource,
});

/** Positions of one of Item 11's categories. */
export const marketModel = z.strictObject({
  kind: z.literal('market'),
  category: z.enum(['interest-rate', 'foreign-exchange', 'commodity-price', 'equity-price']),
  purpose: z.enum(['trading', 'other']),
  positions: z
    .array(
      z
        .discriminatedUnion('position', [currencyPosition, ratePosition, pricePosition, adsPosition])
        .meta({ id: 'position' }),
    )
    .min(1)
    .max(10_000),
});

export type PositionEntry = z.output<typeof marketModel>['positions'][number];
