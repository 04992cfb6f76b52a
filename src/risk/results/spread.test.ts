import { describe, expect, it } from 'vitest';
import { normalRisk, planFor, riskOf } from '../../../test/risk-plans.js';
import { inThisThread } from '../simulation/block-workers.js';
import { simulatePlan } from '../simulation/simulate-plan.js';
import type { Tally } from '../simulation/totals.js';
import { spreadOf } from './spread.js';

async function tallyOf(
  risk: ReturnType<typeof riskOf>,
  quantiles: 'sketch' | 'exact' = 'sketch',
): Promise<Tally> {
  const plan = planFor([risk], { trials: 40_000, quantiles });
  const { risks } = await simulatePlan(plan, inThisThread(plan));
  return risks[0]?.effect as Tally;
}

describe('spreadOf', () => {
  it('finds a normal law again, with intervals around its numbers', async () => {
    const { mean, deviation, quantiles, valueAtRisk, expectedShortfall } = spreadOf(
      await tallyOf(normalRisk('normal', -10, 40)),
    );
    const known = [
      [mean, -10],
      [deviation, 40],
      [quantiles.find(({ level }) => level === 0.5)?.estimate, -10],
      [valueAtRisk.find(({ level }) => level === 0.95)?.estimate, 10 + 40 * 1.644854],
      [valueAtRisk.find(({ level }) => level === 0.99)?.estimate, 10 + 40 * 2.326348],
      [expectedShortfall.find(({ level }) => level === 0.95)?.estimate, 10 + 40 * 2.062713],
      [expectedShortfall.find(({ level }) => level === 0.99)?.estimate, 10 + 40 * 2.665214],
    ] as const;
    for (const [estimate, exact] of known) {
      const { value, standardError } = estimate as { value: number; standardError: number };
      expect(Math.abs(value - exact)).toBeLessThan(4 * standardError);
      expect(standardError).toBeLessThan(0.02 * Math.abs(exact) + 0.3);
    }
  });

  it('draws the exceedance curve down to the last trial, and a histogram of all', async () => {
    const tally = await tallyOf(normalRisk('normal', -10, 40));
    const { exceedance, histogram } = spreadOf(tally);
    const losses = exceedance.map(({ loss }) => loss);
    const probabilities = exceedance.map(({ probability }) => probability.value as number);
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    expect(probabilities[0]).toBeGreaterThan(0.99);
    expect(probabilities.at(-1)).toBeLessThan(2 / 40_000);
    const at5 = exceedance.find(({ probability }) => (probability.value as number) <= 0.05);
    expect(at5?.loss).toBeGreaterThan(70);
    expect(at5?.loss).toBeLessThan(90);
    expect(histogram.counts).toHaveLength(histogram.edges.length - 1);
    expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(40_000);
    expect(Math.min(...histogram.counts)).toBeGreaterThan(0);
  });

  it('is nearly the same by the sketch as by all values', async () => {
    const [sketched, exact] = await Promise.all([
      tallyOf(normalRisk('normal', -10, 40)),
      tallyOf(normalRisk('normal', -10, 40), 'exact'),
    ]);
    const [a, b] = [spreadOf(sketched), spreadOf(exact)];
    b.valueAtRisk.forEach(({ estimate }, nth) => {
      const value = estimate.value as number;
      expect(Math.abs((a.valueAtRisk[nth]?.estimate.value as number) - value)).toBeLessThan(0.0005 * value);
    });
    b.expectedShortfall.forEach(({ estimate }, nth) => {
      const value = estimate.value as number;
      expect(Math.abs((a.expectedShortfall[nth]?.estimate.value as number) - value)).toBeLessThan(
        0.0001 * value,
      );
    });
  });

  it('holds for what never varies', async () => {
    const { mean, deviation, valueAtRisk, exceedance, histogram } = spreadOf(
      await tallyOf(riskOf('still', (_, column) => column.fill(0))),
    );
    expect([mean.value, mean.standardError, deviation.value, valueAtRisk[0]?.estimate.value]).toEqual([
      0, 0, 0, 0,
    ]);
    expect([exceedance.length, histogram]).toEqual([1, { edges: [0, 0], counts: [40_000] }]);
  });
});
