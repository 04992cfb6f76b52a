import { z } from 'zod';

export const number = z.number();
export const known = number.nullable();
export const text = z.string();
export const count = z.int().min(0);
export const probability = number.min(0).max(1);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const measure = z.enum([
  'revenue',
  'operating-income',
  'net-income',
  'other-comprehensive-income',
  'equity',
  'ads-value',
]);

export const estimate = z
  .strictObject({
    value: known,
    standardError: known,
    low: known.describe('Of the 95% interval.'),
    high: known,
    why: text.optional().describe('Why there is no value or no error.'),
  })
  .describe('A number with its standard error; null where the law has none.')
  .meta({ id: 'estimate' });

export const estimatesByLevel = z.array(z.strictObject({ level: probability, estimate }));

export const spread = z
  .strictObject({
    mean: estimate,
    deviation: estimate,
    quantiles: estimatesByLevel,
    valueAtRisk: estimatesByLevel.describe('Losses, positive.'),
    expectedShortfall: estimatesByLevel.describe('Losses, positive.'),
    exceedance: z
      .array(z.strictObject({ loss: number, probability: estimate }))
      .describe('From certain to rare.'),
    histogram: z.strictObject({ edges: z.array(number), counts: z.array(number.min(0)) }),
    exact: z
      .strictObject({
        method: text,
        mean: known,
        deviation: known,
        quantiles: z.array(z.strictObject({ level: probability, value: number })),
        error: number.min(0).describe("By the method's grid, at most."),
      })
      .nullable(),
  })
  .describe('One quantity over all trials: income is positive, a loss negative.')
  .meta({ id: 'spread' });
