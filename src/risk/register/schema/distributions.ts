import { z } from 'zod';
import type { QuantityKind } from '../quantity/quantity-kind.js';
import {
  duration,
  fraction,
  frequency,
  LEVEL_KEY,
  money,
  number,
  positive,
  probability,
  type QuantitySchema,
  quantityTable,
  tailIndex,
  trials,
} from './quantities.js';

/** Most values of a discrete or an empirical law. */
const MOST_VALUES = 100_000;

/**
 * Every law, by its parameters or by quantiles, of one kind of quantity. A bare quantity is a law too: always that
 * value.
 */
function lawOf(id: string, value: QuantitySchema, key: QuantityKind) {
  const unit = z.string().optional().describe('What bare numbers beside it are in: JPY million, hours, %');
  const quantiles = quantityTable(
    LEVEL_KEY,
    value,
    'Quantiles by level: { 5%: JPY 30 million, 95%: JPY 260 million }',
  );
  const between = { low: value, high: value };
  const law = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
    z.strictObject({ distribution: z.literal(name), unit, ...shape });
  const written = z
    .discriminatedUnion('distribution', [
      law('constant', { value }),
      law('normal', { mean: value.optional(), deviation: value.optional(), quantiles: quantiles.optional() }),
      law('lognormal', {
        mean: value.optional(),
        deviation: value.optional(),
        median: value.optional(),
        mu: number.optional(),
        sigma: positive.optional(),
        quantiles: quantiles.optional(),
      }),
      law('pert', {
        low: value.optional(),
        mode: value.optional(),
        high: value.optional(),
        weight: positive.optional(),
        quantiles: quantiles.optional(),
      }),
      law('triangular', {
        low: value.optional(),
        mode: value.optional(),
        high: value.optional(),
        quantiles: quantiles.optional(),
      }),
      law('uniform', { low: value.optional(), high: value.optional(), quantiles: quantiles.optional() }),
      law('beta', {
        alpha: positive.optional(),
        beta: positive.optional(),
        ...between,
        quantiles: quantiles.optional(),
      }),
      law('gamma', {
        shape: positive.optional(),
        scale: value.optional(),
        mean: value.optional(),
        deviation: value.optional(),
        quantiles: quantiles.optional(),
      }),
      law('student-t', {
        freedom: positive,
        location: value.optional(),
        scale: value.optional(),
        quantiles: quantiles.optional(),
      }),
      law('pareto', {
        minimum: value.optional(),
        shape: positive.optional(),
        quantiles: quantiles.optional(),
      }),
      law('gpd', {
        shape: tailIndex.optional(),
        scale: value.optional(),
        threshold: value.optional(),
        quantiles: quantiles.optional(),
      }),
      law('discrete', {
        values: quantityTable(key, probability, 'Values with their probabilities, which sum to 100%'),
      }),
      law('empirical', { values: z.array(value).min(1).max(MOST_VALUES) }),
    ])
    .meta({ id: `${id}-distribution`, description: 'A distribution by its parameters, or by quantiles' });
  return z.union([value, written], { error: 'expected a distribution or a single quantity' });
}

export const moneyLaw = lawOf('money', money, { dimension: 'money' });
export const fractionLaw = lawOf('fraction', fraction, { dimension: 'fraction' });
export const durationLaw = lawOf('duration', duration, { dimension: 'duration', atLeast: 0 });

/** A year's number of occurrences; a bare frequency is a Poisson law. */
export const frequencyLaw = z.union(
  [
    frequency,
    z
      .discriminatedUnion('distribution', [
        z.strictObject({ distribution: z.literal('poisson'), rate: frequency }),
        z.strictObject({ distribution: z.literal('negative-binomial'), mean: frequency, size: positive }),
        z.strictObject({ distribution: z.literal('binomial'), trials: trials, probability }),
      ])
      .meta({ id: 'frequency-distribution', description: 'A year’s number of occurrences' }),
  ],
  { error: 'expected a frequency or its distribution' },
);

export type Law = z.output<typeof moneyLaw>;
export type FrequencyLaw = z.output<typeof frequencyLaw>;
