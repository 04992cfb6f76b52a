import type { RiskContext } from '../../simulation/risk-context.js';
import type { RiskSampler } from '../../simulation/risk-sampler.js';
import { driverChange } from './driver-change.js';
import { type DriverEffect, driverEffects } from './driver-effects.js';
import type { DriverSpec } from './driver-spec.js';
import { responsesOf } from './line-response.js';

/**
 * A driver made ready to simulate: one change a trial, drawn or tied to other variables, and what it does to each line
 * that it reaches.
 *
 * @throws InputError where a line is unknown or cannot move so, or the change is too often below −100%
 */
export function driverSampler(
  spec: DriverSpec,
  risk: string,
  { base }: Pick<RiskContext, 'base'>,
): RiskSampler {
  const responses = responsesOf(spec, risk, base);
  const change = driverChange(spec, risk, responses);
  const effects = driverEffects(responses, base);
  let changes = new Float64Array(0);
  return {
    risk,
    effects: effects.map(({ line }) => ({ line })),
    after: [],
    momentsBelow: change.law.momentsBelow / Math.max(1, ...effects.map(({ degree }) => degree)),
    simulate(block, columns) {
      const { trials } = block;
      if (changes.length < trials) changes = new Float64Array(trials);
      const tied = block.tied(risk);
      if (tied === null) change.fill(block.stream(`risk/${risk}/change`), changes, trials);
      else for (let trial = 0; trial < trials; trial++) changes[trial] = change.drawn(tied[trial] as number);
      effects.forEach((effect, nth) => {
        write(effect, changes, columns[nth] as Float64Array, trials);
      });
    },
  };
}

function write({ slope, at }: DriverEffect, changes: Float64Array, out: Float64Array, trials: number): void {
  if (slope === null) {
    for (let trial = 0; trial < trials; trial++) out[trial] = at(changes[trial] as number);
    return;
  }
  for (let trial = 0; trial < trials; trial++) out[trial] = slope * (changes[trial] as number);
}
