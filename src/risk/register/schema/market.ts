import { z } from 'zod';
import { byId, optionalSource, source, text } from './common.js';
import { fraction, level, price, share, tradingDays, volatility } from './quantities.js';

const pair = z
  .string()
  .regex(/^[A-Z]{3}\/[A-Z]{3}$/, { error: 'expected two currencies such as JPY/USD: yen for one dollar' });

const name = text;

/** A factor says where its level and its changes come from: rates, a file of prices, or a stated volatility. */
const factor = z
  .strictObject({
    name,
    rates: pair.optional().describe('Noon buying rates: units of the first currency for one of the second'),
    prices: text.optional().describe('A CSV of daily prices, by its path from the register'),
    yields: text
      .optional()
      .describe('A CSV of daily interest rates in percent, by its path from the register'),
    column: text.optional().describe('The column of the CSV, where it has several'),
    price: price.optional().describe('Today’s price, with a stated volatility'),
    rate: fraction.optional().describe('Today’s interest rate, with a stated volatility'),
    volatility: volatility.optional().describe('A year’s; of an interest rate in absolute terms: 0.4%'),
    source: optionalSource,
  })
  .meta({ id: 'factor' });

const method = z.strictObject({
  method: z.enum(['historical-simulation', 'parametric', 'monte-carlo']).optional(),
  volatility: z.enum(['sample', 'ewma', 'stated']).optional(),
  decay: share.optional(),
  window: tradingDays.optional(),
  horizon: tradingDays.optional(),
  level: level.optional(),
  mean: z.enum(['zero', 'sample']).optional(),
  'horizon-rule': z.enum(['overlapping', 'square-root-of-time']).optional(),
  'quantile-rule': z.enum(['order-statistic', 'interpolated']).optional(),
  accrual: z.enum(['year-average', 'whole-year']).optional(),
});

export const market = z.strictObject({
  method: method.optional().describe('How value at risk is measured'),
  factors: byId(factor, 'Exchange rates, interest rates, prices'),
  source: source.optional(),
});

export type FactorEntry = z.output<typeof factor>;
