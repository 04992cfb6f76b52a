import { z } from 'zod';
import { CATEGORIES } from '../categories.js';
import { base } from './base.js';
import { byId, day, id, optionalSource, source, text } from './common.js';
import { market } from './market.js';
import { model } from './models.js';
import { anyQuantity, fraction, frequency, money, moneyAYear, number } from './quantities.js';

/** The most risks of a register. */
export const MOST_RISKS = 10_000;

const input = z.strictObject({
  value: anyQuantity,
  source: optionalSource,
});

const shock = z
  .union(
    [
      z.strictObject({ change: text, to: anyQuantity }),
      z.strictObject({ change: text, times: number }),
      z.strictObject({ change: text, plus: anyQuantity }),
      z.strictObject({ event: id, occurs: z.boolean() }),
      z.strictObject({ factor: id, by: fraction }),
      z.strictObject({ without: id }),
    ],
    {
      error:
        'expected one of { change: PATH, to: … }, { change: PATH, times: … }, { change: PATH, plus: … }, { event: ID, occurs: true }, { factor: ID, by: 8% }, { without: RISK }',
    },
  )
  .meta({
    id: 'shock',
    description: 'A change of the register: of a number by its path, an event, a factor, a risk left out',
  });

const control = z.strictObject({
  id,
  name: text,
  status: z.enum(['planned', 'in-place']),
  cost: z.union([moneyAYear, money], { error: 'expected an amount a year' }).optional(),
  shocks: z
    .array(shock)
    .min(1)
    .max(1_000)
    .describe('Planned: what it would change. In place: what would change without it'),
  source: optionalSource,
});

const scenario = z.strictObject({
  id,
  name: text,
  shocks: z.array(shock).min(1).max(1_000),
});

const risk = z.strictObject({
  heading: text.describe('The heading of its risk factor'),
  factor: text.optional().describe('The key of its risk factor in the report, which "risk init" fills in'),
  category: text.meta({ anyOf: [{ enum: [...CATEGORIES] }, { type: 'string' }] }),
  owner: text.describe('Who answers for it; "open" where nobody does yet'),
  review: day.describe('When it is to be reviewed next'),
  controls: z.array(control).max(1_000).optional(),
  source: optionalSource,
  model: model.optional(),
});

const correlation = z.strictObject({
  between: z.tuple([text, text], { error: 'expected two variables' }),
  kendall: number.optional(),
  spearman: number.optional(),
  source: optionalSource,
});

const correlations = z.strictObject({
  copula: z.enum(['gaussian', 't']).optional(),
  freedom: number.optional().describe('Of the t copula: more than 2'),
  pairs: z.array(correlation).max(100_000),
  source: source.optional(),
});

/** The register, `risks.yaml`: this schema gives types, messages and the JSON Schema that editors use. */
export const registerSchema = z.strictObject({
  register: z.literal(1, { error: 'expected 1, the version of the format' }),
  issuer: text,
  report: text.optional().describe('The report that figures stand in, by its path from the register'),
  legend: text.optional().describe('Printed with every result: Privileged and confidential'),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'expected a currency code such as JPY' }),
  show: text.optional().describe('How amounts are printed: JPY million'),
  'as-of': day.describe('The day that the register speaks of: the balance sheet’s'),
  categories: z
    .array(text)
    .max(1_000)
    .optional()
    .describe('Categories of your own, beside those that are known'),
  inputs: byId(input, 'Named numbers, which "$name" takes anywhere').optional(),
  base: base.optional().describe('The year’s plan that risks move'),
  market: market.optional(),
  'shared-events': byId(
    z.strictObject({ name: text, frequency, source: optionalSource }),
    'What several risks may follow from: an earthquake, the failure of a party',
  ).optional(),
  correlations: correlations.optional(),
  risks: byId(risk, 'By id'),
  scenarios: z.array(scenario).max(1_000).optional(),
});

export type RegisterContent = z.output<typeof registerSchema>;
export type RiskEntry = RegisterContent['risks'][string];
export type ControlEntry = NonNullable<RiskEntry['controls']>[number];
export type ScenarioEntry = NonNullable<RegisterContent['scenarios']>[number];
export type ShockEntry = ScenarioEntry['shocks'][number];
export type InputEntry = NonNullable<RegisterContent['inputs']>[string];
