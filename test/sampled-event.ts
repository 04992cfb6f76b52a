import { eventSampler } from '../src/risk/models/event/event-sampler.js';
import type { EventSpec } from '../src/risk/models/event/event-spec.js';
import { randomStream } from '../src/risk/random/xoshiro-stream.js';
import { BlockContext } from '../src/risk/simulation/block-context.js';
import type { RiskContext } from '../src/risk/simulation/risk-context.js';
import type { Base, Line } from '../src/risk/waterfall/base.js';

export const TRIALS = 4096;
const BLOCKS = 12;

const line = (id: string, kind: Line['kind']): Line => ({
  id,
  name: id,
  kind,
  amount: 0,
  elasticity: 0,
  follows: [],
  passedOn: [],
});

export const BASE: Base = {
  currency: 'JPY',
  lines: [line('costs', 'cost'), line('sales', 'revenue'), line('other', 'other')],
  tax: { rate: 0, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 0 },
  minorities: [],
  equity: 0,
  ads: null,
};

export const EVENT: EventSpec = {
  kind: 'event',
  frequency: { frequency: 'poisson', rate: 1.5 },
  severity: { distribution: 'gamma', shape: 2, scale: 3 },
  limit: null,
  franchise: 0,
  insurance: [],
  delay: null,
  to: [{ line: 'costs', share: 1 }],
  recoveryTo: null,
  shared: [],
  raises: [],
};

export const layer = (
  excess: number,
  limit: number | null,
  share = 1,
  annualLimit: number | null = null,
) => ({
  excess,
  limit,
  share,
  annualLimit,
});

interface RunOptions {
  readonly tied?: 'frequency' | 'severity';
  readonly sharedEvent?: number;
  readonly raisedBy?: RiskContext['raisedBy'];
  readonly blocks?: number;
}

/** Simulates the event "leak": its losses (the first column, as positive), columns, occurrences and tied numbers, all blocks together. */
export function run(
  spec: EventSpec,
  { tied, sharedEvent = 0, raisedBy = [], blocks = BLOCKS }: RunOptions = {},
) {
  const sampler = eventSampler(spec, 'leak', { base: BASE, raisedBy });
  const all = sampler.effects.map(() => new Float64Array(blocks * TRIALS));
  const occurrences = new Int32Array(blocks * TRIALS);
  const numbers = new Float64Array(blocks * TRIALS);
  for (let index = 0; index < blocks; index++) {
    const range = [index * TRIALS, (index + 1) * TRIALS] as const;
    const block = blockOf(index, TRIALS, tied, sharedEvent);
    // What stood in a column before must not matter.
    const columns = all.map((column) => column.subarray(...range).fill(7));
    sampler.simulate(block, columns, occurrences.subarray(...range).fill(7));
    if (tied !== undefined) numbers.set(block.tied(`leak.${tied}`) as Float64Array, range[0]);
  }
  const losses = (all[0] as Float64Array).map((effect) => 0 - effect);
  const lines = sampler.effects.map((effect) => ('line' in effect ? effect.line : ''));
  return { losses, columns: all, lines, occurrences, tied: numbers };
}

export function blockOf(index: number, trials: number, tied?: string, sharedEvent = 0): BlockContext {
  const names = tied === undefined ? [] : [`leak.${tied}`];
  const block = new BlockContext(
    7,
    {
      events: new Map([['quake', (_block, out) => void out.fill(sharedEvent)]]),
      factors: { names: [], simulate: () => {} },
      ties: {
        names,
        simulate: (of, [column]) =>
          randomStream(7, 'tied', of.index).fillUniform(column as Float64Array, 0, of.trials),
      },
      counted: ['outage'],
    },
    TRIALS,
  );
  // 4096 is 1 more than a multiple of 3: the turn goes on from block to block.
  block.occurrences('outage').forEach((_, trial, counts) => {
    counts[trial] = (index * TRIALS + trial) % 3;
  });
  block.begin(index, trials);
  return block;
}
