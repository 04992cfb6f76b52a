import { describe, expect, it } from 'vitest';
import { EVENT } from '../../../test/sampled-event.js';
import { eventSampler } from '../models/event/event-sampler.js';
import type { EventSpec } from '../models/event/event-spec.js';
import { simulateSharedEvent } from '../models/event/shared-events.js';
import { randomStream } from '../random/xoshiro-stream.js';
import type { SharedEvent } from '../resolved-register.js';
import type { RiskContext } from '../simulation/risk-context.js';
import { exactLossOf } from './exact-loss.js';

const TRIALS = 4096;
const BLOCKS = 12;

const QUAKE: SharedEvent = { id: 'quake', name: 'Earthquake', perYear: 0.3, occurs: null };
const BASE: EventSpec = {
  ...EVENT,
  frequency: { frequency: 'poisson', rate: 2 },
  severity: { distribution: 'lognormal', mu: 1, sigma: 1 },
};

const MODELS: readonly (readonly [string, Partial<EventSpec>])[] = [
  ['an event as it is', {}],
  [
    'one with limit, threshold and two layers of insurance',
    {
      limit: 20,
      franchise: 1.5,
      insurance: [
        { excess: 2, limit: 4, share: 0.8, annualLimit: null },
        { excess: 8, limit: null, share: 0.5, annualLimit: null },
      ],
    },
  ],
  [
    'a negative binomial one, recognised late',
    {
      frequency: { frequency: 'negative-binomial', mean: 3, size: 0.8 },
      delay: { distribution: 'gamma', shape: 2, scale: 0.3 },
    },
  ],
  [
    'a binomial one, recognised a quarter later',
    {
      frequency: { frequency: 'binomial', trials: 6, probability: 0.25 },
      delay: { distribution: 'constant', value: 0.25 },
    },
  ],
  [
    'one that follows from a shared event',
    {
      shared: [{ event: 'quake', probability: 0.6, severity: { distribution: 'uniform', low: 5, high: 30 } }],
    },
  ],
  [
    'one with everything',
    {
      severity: { distribution: 'discrete', values: [1, 4, 25], probabilities: [0.5, 0.3, 0.2] },
      limit: 20,
      franchise: 2,
      insurance: [{ excess: 5, limit: 10, share: 0.9, annualLimit: null }],
      delay: { distribution: 'uniform', low: 0, high: 0.5 },
      shared: [{ event: 'quake', probability: 0.5, severity: null }],
    },
  ],
];

/** Losses of the event as the simulation draws them. */
function simulated(spec: EventSpec): Float64Array {
  const line = {
    id: 'costs',
    name: 'Costs',
    kind: 'cost',
    amount: 100,
    elasticity: 0,
    follows: [],
    passedOn: [],
  } as const;
  const context = {
    base: { lines: [line] },
    raisedBy: [],
    factors: [],
    method: {},
  } as unknown as RiskContext;
  const sampler = eventSampler(spec, 'r', context);
  const losses = new Float64Array(TRIALS * BLOCKS);
  for (let index = 0; index < BLOCKS; index++) {
    const stream = (purpose: string) => randomStream(20_060_331, purpose, index);
    const quakes = new Int32Array(TRIALS);
    simulateSharedEvent(QUAKE, { trials: TRIALS, stream }, quakes);
    const block = {
      index,
      trials: TRIALS,
      stream,
      sharedEvent: () => quakes,
      factor: () => new Float64Array(TRIALS),
      tied: () => null,
      occurrences: () => new Int32Array(TRIALS),
    };
    const columns = sampler.effects.map(() => new Float64Array(TRIALS));
    sampler.simulate(block, columns, null);
    for (const column of columns)
      column.forEach((effect, trial) => {
        const place = index * TRIALS + trial;
        losses[place] = (losses[place] as number) - effect;
      });
  }
  return losses;
}

describe('the simulation has the exact law of', () => {
  it.each(MODELS)('%s', (_, rest) => {
    const spec = { ...BASE, ...rest };
    const { law } = exactLossOf('r', spec, { sharedEvents: [QUAKE], raised: new Set(), tied: new Set() });
    if (law === null) throw new Error('expected a law');
    const losses = simulated(spec);
    const count = losses.length;
    const mean = losses.reduce((sum, each) => sum + each, 0) / count;
    expect(Math.abs(mean - law.mean)).toBeLessThan((4 * law.deviation) / Math.sqrt(count));
    for (const p of [0.3, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999]) {
      // Just beside the quantile, so that a sum of cents does not miss a step by rounding.
      const at = law.quantile(p) + 1e-6;
      const expected = law.cdf(at);
      const below = losses.reduce((sum, each) => sum + (each <= at ? 1 : 0), 0) / count;
      expect(Math.abs(below - expected)).toBeLessThan(
        4 * Math.sqrt((expected * (1 - expected)) / count) + 1e-6,
      );
    }
  });
});
