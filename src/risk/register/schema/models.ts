import { z } from 'zod';
import { byId, day, id, text } from './common.js';
import { dependencyModel } from './dependency-model.js';
import { durationLaw, fractionLaw, frequencyLaw, moneyLaw } from './distributions.js';
import { marketModel } from './market-model.js';
import { amount, count, fraction, money, number, probability, share, trials } from './quantities.js';
import { raises } from './raises.js';

const driverModel = z.strictObject({
  kind: z.literal('driver'),
  moves: z
    .array(
      z.strictObject({
        line: id,
        through: z.enum(['amount', 'price', 'volume']),
        loading: number.optional().describe('The line moves by so many times the change; 1 where not said'),
      }),
    )
    .min(1)
    .max(1_000),
  change: fractionLaw.describe('The relative change of the year: -8% is 8% lower'),
});

const insuranceLayer = z.strictObject({
  excess: amount.describe('The deductible: what the insured bears of each loss before the layer pays'),
  limit: amount.optional(),
  share: share.optional().describe('What the layer pays of it; 100% where not said'),
  'annual-limit': amount.optional(),
});

const eventModel = z.strictObject({
  kind: z.literal('event'),
  frequency: frequencyLaw,
  severity: moneyLaw.describe('The loss of one occurrence, positive, before limit and insurance'),
  limit: amount.optional().describe('The most that one occurrence can cost'),
  franchise: amount
    .optional()
    .describe(
      'Below it an occurrence is not counted, above it the whole counts; what the insured bears first is the excess of a layer',
    ),
  insurance: z.array(insuranceLayer).max(100).optional(),
  delay: durationLaw.optional().describe('From the occurrence to the day that the loss is recognised'),
  to: byId(share, 'Where the loss goes: lines with their shares, which sum to 100%'),
  'recovery-to': id
    .optional()
    .describe('The line that takes the insurer’s payments; the same lines where not said'),
  shared: byId(
    z.strictObject({ probability, severity: moneyLaw.optional() }),
    'Shared events that bring this about, each with its probability',
  ).optional(),
  raises: raises.optional(),
});

const holdingModel = z.strictObject({
  kind: z.literal('holding'),
  accounting: z.enum(['equity-method', 'other-comprehensive-income', 'income', 'cost']),
  line: id,
  'impairment-line': id.optional(),
  carrying: amount,
  'cost-basis': amount
    .optional()
    .describe('Of securities through other comprehensive income: what they cost'),
  share: share.optional().describe('Share of the investee that is held'),
  advances: amount.optional(),
  commitments: z
    .array(z.strictObject({ amount, from: day, to: day }))
    .max(1_000)
    .optional(),
  result: moneyLaw
    .optional()
    .describe('Result of the whole investee for a year; our share of it comes on top of the plan’s line'),
  'unrecognised-losses': amount.optional(),
  value: z
    .union([z.strictObject({ factor: id, beta: number.optional() }), fractionLaw], {
      error: 'expected { factor, beta }, or a distribution of the change',
    })
    .optional(),
  failure: z.strictObject({ probability, recovery: fractionLaw }).optional(),
  'impairment-below': share.optional().describe('A fall by more than this is impairment'),
  'planned-gains': z.strictObject({ amount: money, line: id, proceeds: amount.optional() }).optional(),
  shared: byId(z.strictObject({ probability }), 'Shared events in which it fails').optional(),
});

const ownershipModel = z.strictObject({
  kind: z.literal('ownership'),
  shares: count,
  holders: byId(
    z.strictObject({
      name: text,
      share,
      preemptive: probability
        .optional()
        .describe('It has pre-emptive rights, and uses them with this probability'),
      'always-votes': z.boolean().optional(),
    }),
    'Named holders; the dispersed rest is what is left',
  ),
  issues: z
    .array(z.strictObject({ id, probability, size: fractionLaw, discount: fraction.optional() }))
    .max(1_000)
    .optional(),
  turnout: fractionLaw.describe('Share of the votes cast by those who do not always vote'),
  thresholds: z
    .array(share)
    .min(1)
    .max(20)
    .optional()
    .describe('Of the votes cast; 1/3, 1/2 and 2/3 where not said'),
  power: z
    .strictObject({ index: z.enum(['banzhaf', 'shapley-shubik']), quota: share, rest: trials })
    .optional(),
});

/** One of the six kinds. */
export const model = z
  .discriminatedUnion('kind', [
    driverModel,
    eventModel,
    marketModel,
    dependencyModel,
    holdingModel,
    ownershipModel,
  ])
  .meta({
    id: 'model',
    description: 'How the risk acts: driver, event, market, dependency, holding or ownership',
  });

export type ModelEntry = z.output<typeof model>;
export type ModelOf<Kind extends ModelEntry['kind']> = Extract<ModelEntry, { kind: Kind }>;
