import { z } from 'zod';
import {
  count,
  day,
  estimate,
  known,
  measure,
  number,
  probability,
  spread,
  text,
} from './estimate-schema.js';

export const measureResult = z.strictObject({
  measure,
  unit: text.describe('ISO code of the currency.'),
  base: number.describe('As planned.'),
  change: spread.describe('From plan, over one year.'),
  probabilityOfLoss: estimate.nullable(),
  contributions: z
    .strictObject({
      of: z.enum(['expected-shortfall', 'value-at-risk']),
      method: z.enum(['euler', 'shapley']),
      level: probability,
      trials: count,
      total: estimate,
      parts: z
        .array(z.strictObject({ risk: text, estimate }))
        .describe('Sum to the total; the largest first.'),
    })
    .nullable(),
});

const raise = z.strictObject({ risk: text, times: number, atMost: number });

export const riskResult = z.strictObject({
  risk: text,
  heading: text,
  category: text,
  kind: text,
  effectOn: z.enum(['income-before-tax', 'other-comprehensive-income', 'ads-value', 'none']),
  effect: spread.nullable(),
  occurrences: z.strictObject({ mean: estimate, probabilityOfAny: estimate }).nullable(),
  owner: text.nullable(),
  review: day.nullable(),
  controls: z.array(
    z.strictObject({ id: text, name: text, status: z.enum(['in-place', 'planned']), costPerYear: known }),
  ),
  model: z.array(text),
  inputs: z.array(text),
  source: text.nullable(),
  lines: z.array(z.strictObject({ line: text, name: text, mean: estimate })),
  raises: z.array(raise),
  raisedBy: z.array(raise),
  sharedEvents: z.array(text),
  momentsBelow: known.describe('Moments of every order below this are finite; null: all.'),
});

export const heatMap = z.strictObject({
  probabilityBands: z.array(probability),
  sizeBands: z.array(number),
  sizeOf: text,
  cells: z.array(
    z.strictObject({
      risk: text,
      probability: estimate,
      size: estimate,
      badYear: estimate,
      probabilityBand: count,
      sizeBand: count,
    }),
  ),
});

export const tornado = z.strictObject({
  measure,
  unit: text,
  lowLevel: probability,
  highLevel: probability,
  bars: z.array(z.strictObject({ risk: text, low: estimate, high: estimate })),
});

const inputMove = z.strictObject({ text, mean: estimate, valueAtRisk: estimate });

export const inputTornado = z.strictObject({
  measure,
  unit: text,
  level: probability,
  bars: z.array(z.strictObject({ input: text, low: inputMove, high: inputMove })),
});

export const input = z.strictObject({
  name: text,
  value: text,
  source: z.union([
    z.strictObject({ kind: z.literal('figure'), text, place: text.nullable() }),
    z.strictObject({ kind: z.literal('assumption'), text, author: text.nullable(), date: day.nullable() }),
  ]),
  usedBy: z.array(text),
});

export const comparison = z
  .strictObject({
    id: text,
    name: text,
    kind: z.enum(['scenario', 'control']),
    shocks: z.array(text),
    status: z.enum(['planned', 'in-place']).nullable(),
    costPerYear: known,
    level: probability,
    measures: z.array(
      z.strictObject({
        measure,
        unit: text,
        mean: estimate,
        valueAtRisk: estimate,
        expectedShortfall: estimate,
        probabilityOfLoss: estimate.nullable(),
      }),
    ),
    net: estimate.nullable(),
  })
  .describe('Another run less this one, trial by trial with the same random numbers.');
