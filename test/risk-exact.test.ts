import { describe, expect, it } from 'vitest';
import { probabilityEstimate } from '../src/risk/results/estimate.js';
import type { Estimate } from '../src/risk/results/results.js';
import { spreadOf } from '../src/risk/results/spread.js';
import { orderedValues } from '../src/risk/simulation/ordered-values.js';
import { simulate } from '../src/risk/simulation/simulate.js';
import type { Tally } from '../src/risk/simulation/totals.js';
import { exactModels } from './risk-exact-models.js';

const TRIALS = 40_000;
const MODELS = exactModels();

/** How many standard errors apart; what has none is not compared. */
function distance({ value, standardError }: Estimate, exact: number | null): number {
  if (value === null || standardError === null || exact === null || !Number.isFinite(exact)) return 0;
  return Math.abs(value - exact) / Math.max(standardError, 0.0005 * Math.abs(exact), 1e-12);
}

describe('the simulation against exact laws', () => {
  it('knows at least twenty', () => {
    expect(MODELS.length).toBeGreaterThanOrEqual(20);
  });

  it.each(MODELS.map((model) => [model.name, model] as const))('%s', async (_, { register, law }) => {
    const { measures } = await simulate(register, { trials: TRIALS, seed: 20 });
    const change = measures.find(({ measure }) => measure === 'operating-income')?.change as Tally;
    const { mean, deviation, valueAtRisk, expectedShortfall } = spreadOf(change, {
      confidence: [0.5, 0.95, 0.99],
    });
    const away = new Map<string, number>([
      ['mean', distance(mean, -law.mean)],
      ['deviation', distance(deviation, law.deviation)],
    ]);
    for (const [nth, { level, estimate }] of valueAtRisk.entries()) {
      const exact = law.valueAtRisk(level);
      // Where an atom lies across the level, the order statistic is on it or beside it.
      if (law.cdf(exact) - law.cdf(exact - 1e-6 * Math.abs(exact) - 1e-9) < 1e-3)
        away.set(`VaR ${level}`, distance(estimate, exact));
      const shortfall = expectedShortfall[nth]?.estimate as Estimate;
      away.set(`ES ${level}`, distance(shortfall, law.expectedShortfall(level)));
    }
    const limit = law.valueAtRisk(0.9) * 1.001 + 1e-6;
    const beyond = Math.round(orderedValues(change).below(-limit));
    away.set('P(loss > VaR 90%)', distance(probabilityEstimate(beyond, TRIALS), 1 - law.cdf(limit)));
    expect(Object.fromEntries([...away].filter(([, errors]) => !(errors < 4)))).toEqual({});
    expect([...away.values()].filter((errors) => errors > 0).length).toBeGreaterThan(4);
  });
});
