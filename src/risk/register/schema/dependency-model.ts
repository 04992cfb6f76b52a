import { z } from 'zod';
import { byId, id, text } from './common.js';
import { durationLaw } from './distributions.js';
import {
  amount,
  DURATION_KEY,
  frequency,
  moneyAYear,
  probability,
  quantityTable,
  share,
} from './quantities.js';
import { raises } from './raises.js';

const MOST_NEEDS = 1_000;

/** What something needs: a node, all of several, any of several, or at least so many of them. */
export type NeedEntry =
  | string
  | { 'any-of': NeedEntry[] }
  | { 'all-of': NeedEntry[] }
  | { 'at-least': number; of: NeedEntry[] };

const need: z.ZodType<NeedEntry, NeedEntry> = z
  .lazy(() => {
    const several = z.array(need).min(1).max(MOST_NEEDS);
    return z.union(
      [
        id,
        z.strictObject({ 'any-of': several }),
        z.strictObject({ 'all-of': several }),
        z.strictObject({ 'at-least': z.int().min(1).max(MOST_NEEDS), of: several }),
      ],
      { error: 'expected a node, { any-of: […] }, { all-of: […] } or { at-least: 2, of: […] }' },
    );
  })
  .meta({ id: 'need', description: 'A node, { any-of: […] }, { all-of: […] } or { at-least: 2, of: […] }' });

const node = z.strictObject({
  name: text,
  type: z.enum(['site', 'carrier', 'supplier', 'system']),
  failures: frequency.optional().describe('Of its own; 0 where not said'),
  repair: durationLaw.optional(),
  replacement: z
    .strictObject({ probability, time: durationLaw })
    .optional()
    .describe('With this probability a failure needs a replacement instead of a repair'),
  needs: need.optional(),
  shared: byId(
    z.strictObject({ probability, outage: durationLaw }),
    'Shared events that put it out',
  ).optional(),
});

const service = z.strictObject({
  name: text,
  needs: need,
  line: id,
  revenue: moneyAYear,
  lost: share.describe('The share of revenue that an outage loses'),
  credits: quantityTable(
    DURATION_KEY,
    amount,
    'Credits to customers by the length of an outage: the highest step reached counts',
  ).optional(),
  'credits-to': id.optional(),
});

export const dependencyModel = z.strictObject({
  kind: z.literal('dependency'),
  nodes: byId(node, 'Sites, carriers, suppliers and systems'),
  services: byId(service, 'What customers pay for'),
  raises: raises.optional(),
});
