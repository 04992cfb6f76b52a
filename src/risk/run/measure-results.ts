import { contributionsOf } from '../results/contributions.js';
import { probabilityEstimate } from '../results/estimate.js';
import type { MeasureResult, Spread } from '../results/results.js';
import { CONFIDENCE_LEVELS, spreadOf } from '../results/spread.js';
import type { Simulation } from '../simulation/simulate-plan.js';
import type { Base } from '../waterfall/base.js';
import { type Measure, unitOf } from '../waterfall/measure.js';
import type { Waterfall } from '../waterfall/waterfall.js';

export interface MeasuredOn {
  readonly simulation: Simulation;
  readonly waterfall: Waterfall;
  readonly base: Base;
  readonly level: number;
}

/** What a loss is called where there is one: an operating loss, a net loss. Other measures have none. */
const LOSS_MEASURES: readonly Measure[] = ['operating-income', 'net-income'];

/** Each measure that something moves, with its spread, the chance of a loss and what each risk adds. */
export function measureResults({ simulation, waterfall, base, level }: MeasuredOn): MeasureResult[] {
  const options = { level, seed: String(simulation.seed) };
  return measureSpreads(simulation, base, level).map((result) => ({
    ...result,
    contributions: contributionsOf(simulation.detail, waterfall, base, result.measure, options),
  }));
}

/** The same without what each risk adds. */
export function measureSpreads({ measures, trials }: Simulation, base: Base, level: number): MeasureResult[] {
  return measures.flatMap(({ measure, base: planned, change, belowZero }) => {
    if (change === null) return [];
    return [
      {
        measure,
        unit: unitOf(measure, base.currency),
        base: planned,
        change: { ...spreadOf(change, levelsWith(level)), exact: null } satisfies Spread,
        probabilityOfLoss: LOSS_MEASURES.includes(measure) ? probabilityEstimate(belowZero, trials) : null,
        contributions: null,
      },
    ];
  });
}

/** The usual levels of confidence, and the one that was asked for. */
export function levelsWith(level: number): { readonly confidence: readonly number[] } {
  return { confidence: [...new Set([...CONFIDENCE_LEVELS, level])].sort((a, b) => a - b) };
}
