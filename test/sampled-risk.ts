import { simulateSharedEvent } from '../src/risk/models/event/shared-events.js';
import type { SharedEvent } from '../src/risk/resolved-register.js';
import { BlockContext, type ColumnSource } from '../src/risk/simulation/block-context.js';
import { BLOCK_TRIALS } from '../src/risk/simulation/plan.js';
import type { RiskSampler } from '../src/risk/simulation/risk-sampler.js';

/** What a risk's sampler draws on its own, without an engine: a column of each effect over all trials. */
export interface SampledRisk {
  readonly columns: readonly Float64Array[];
  readonly occurrences: Int32Array;
}

export function sampleRisk(
  sampler: RiskSampler,
  trials: number,
  {
    seed = 1,
    events = [],
    factors = NOTHING,
    ties = NOTHING,
    backwards = false,
  }: {
    seed?: number;
    events?: readonly SharedEvent[];
    factors?: ColumnSource;
    ties?: ColumnSource;
    /** Blocks from the last to the first, as threads may come to them. */
    backwards?: boolean;
  } = {},
): SampledRisk {
  const context = new BlockContext(
    seed,
    {
      events: new Map(
        events.map((event) => [event.id, (block, out) => simulateSharedEvent(event, block, out)]),
      ),
      factors,
      ties,
      counted: [],
    },
    BLOCK_TRIALS,
  );
  const columns = sampler.effects.map(() => new Float64Array(trials));
  const occurrences = new Int32Array(trials);
  const blocks = Array.from({ length: Math.ceil(trials / BLOCK_TRIALS) }, (_, block) => block);
  for (const block of backwards ? blocks.reverse() : blocks) {
    const first = block * BLOCK_TRIALS;
    const count = Math.min(BLOCK_TRIALS, trials - first);
    context.begin(block, count);
    sampler.simulate(
      context,
      columns.map((column) => column.subarray(first, first + count)),
      occurrences.subarray(first, first + count),
    );
  }
  return { columns, occurrences };
}

const NOTHING: ColumnSource = { names: [], simulate: () => undefined };

/** A sample's mean and its standard error. */
export function meanAndError(values: ArrayLike<number>): { mean: number; error: number } {
  let mean = 0;
  for (let index = 0; index < values.length; index++) mean += (values[index] as number) / values.length;
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += ((values[index] as number) - mean) ** 2;
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
