import { z } from 'zod';
import { byId, id, optionalSource, source, text } from './common.js';
import {
  amount,
  count,
  dollarRate,
  dollars,
  fraction,
  money,
  multiple,
  number,
  positive,
  price,
  share,
} from './quantities.js';

const line = z.strictObject({
  name: text,
  kind: z.enum(['revenue', 'cost', 'other', 'equity-method', 'other-comprehensive-income']),
  amount: money.describe('As printed: a cost is positive; other lines are positive where they raise income'),
  elasticity: number
    .optional()
    .describe('Of revenue: relative change of volume for a relative change of price'),
  follows: byId(fraction, 'Of a cost: the share by which it follows the volume of a revenue line').optional(),
  'passed-on': byId(
    share,
    'Of a cost: the share of an increase that customers pay, by revenue line',
  ).optional(),
  source: optionalSource,
});

const tax = z.strictObject({
  rate: share,
  'losses-carried-forward': amount.optional(),
  offset: share
    .optional()
    .describe('The share of a year’s income that earlier losses may offset; 100% where not said'),
  'loss-recognised': share
    .optional()
    .describe('The share of a loss that becomes a deferred tax asset; 0% where not said'),
  source: optionalSource,
});

const minority = z.strictObject({
  name: text,
  share,
  lines: byId(share, 'Which part of each line is the subsidiary’s'),
  source: optionalSource,
});

const ads = z.strictObject({
  'share-price': price,
  shares: count,
  'shares-per-ads': positive,
  rate: z
    .union([dollarRate, z.strictObject({ factor: id })], { error: 'expected a rate, or { factor: usd-jpy }' })
    .describe('Units of the register’s currency for one dollar, or the factor that it is'),
  'earnings-multiple': multiple
    .optional()
    .describe('How often a change of net income enters the value of the shares; 0 where not said'),
  'dividend-per-share': amount.optional(),
  'withholding-tax': share.optional(),
  fee: dollars.optional().describe('A year for one ADS'),
  source: optionalSource,
});

/** The year’s plan that risks move. */
export const base = z.strictObject({
  source: source.optional(),
  lines: byId(line, 'Lines of the income statement, and of other comprehensive income'),
  tax: tax.optional(),
  minorities: z.array(minority).max(1_000).optional(),
  equity: money.optional().describe('Shareholders’ equity at the start of the year'),
  ads: ads.optional(),
});

export type BaseEntry = z.output<typeof base>;
