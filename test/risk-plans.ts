import { serialize } from 'node:v8';
import { ColumnMemory } from '../src/risk/simulation/column-memory.js';
import { BLOCK_TRIALS, type Plan, type PlanSettings, planOf } from '../src/risk/simulation/plan.js';
import type { SketchCounts } from '../src/risk/simulation/quantile-sketch.js';
import type { Block, EffectTarget, RiskSampler } from '../src/risk/simulation/risk-sampler.js';
import { blockRunner } from '../src/risk/simulation/run-blocks.js';
import type { Base, Line } from '../src/risk/waterfall/base.js';
import { waterfallOf } from '../src/risk/waterfall/waterfall.js';

/** The plan of an invented issuer: revenue 1,000, costs 900, 5 in interest, no tax. */
export function plainBase(changes: Partial<Base> = {}): Base {
  return {
    currency: 'JPY',
    lines: [
      line('revenue', 'revenue', 1000),
      line('costs', 'cost', 900),
      line('interest', 'other', -5),
      line('gains', 'other-comprehensive-income', 0),
    ],
    tax: { rate: 0, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 1 },
    minorities: [],
    equity: 500,
    ads: null,
    ...changes,
  };
}

export function line(id: string, kind: Line['kind'], amount: number): Line {
  return { id, name: id, kind, amount, elasticity: 0, follows: [], passedOn: [] };
}

/** A risk whose effect on `to` is what `draw` fills in. */
export function riskOf(
  risk: string,
  draw: (block: Block, column: Float64Array) => void,
  more: Partial<RiskSampler> & { readonly to?: EffectTarget } = {},
): RiskSampler {
  const { to = { line: 'costs' }, ...rest } = more;
  return {
    risk,
    effects: [to],
    after: [],
    momentsBelow: Number.POSITIVE_INFINITY,
    simulate: (block, columns) => draw(block, columns[0] as Float64Array),
    ...rest,
  };
}

/** mean + deviation · Z from the risk's own stream. */
export function normalRisk(
  risk: string,
  mean: number,
  deviation: number,
  more: Parameters<typeof riskOf>[2] = {},
): RiskSampler {
  return riskOf(
    risk,
    (block, column) => {
      block.stream(`risk/${risk}/change`).fillNormal(column, 0, block.trials);
      for (let trial = 0; trial < block.trials; trial++)
        column[trial] = mean + deviation * (column[trial] as number);
    },
    more,
  );
}

export const NOTHING_SHARED = {
  events: new Map(),
  factors: { names: [], simulate: () => {} },
  ties: { names: [], simulate: () => {} },
} as const;

export function planFor(
  samplers: readonly RiskSampler[],
  settings: Partial<PlanSettings> = {},
  {
    base = plainBase(),
    occurring = [],
  }: { readonly base?: Base; readonly occurring?: readonly string[] } = {},
): Plan {
  return planOf(
    { base, waterfall: waterfallOf(base), samplers, shared: NOTHING_SHARED, occurring },
    { seed: 1, trials: 20_000, quantiles: 'sketch', ...settings },
  );
}

export function summariesOf(plan: Plan, from = 0, to = Math.ceil(plan.settings.trials / 4096)) {
  return blockRunner(plan).run(from, to);
}

/** A sketch of the values, as the kernel counts them. */
export function countsOf(values: readonly number[]): SketchCounts {
  const memory = new ColumnMemory(1, 1, BLOCK_TRIALS);
  const [column, sketched] = [memory.column(), memory.sketch()];
  for (let from = 0; from < values.length; from += BLOCK_TRIALS) {
    const part = values.slice(from, from + BLOCK_TRIALS);
    column.values.set(part);
    memory.accumulate(column, part.length, sketched);
  }
  return memory.counts(sketched);
}

/** Whether two values are the same byte for byte: comparing large arrays one number at a time takes seconds. */
export function isSame(a: unknown, b: unknown): boolean {
  return serialize(a).equals(serialize(b));
}
