import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/xoshiro-stream.js';
import { compareRuns } from './compare-runs.js';
import { inputTornado } from './input-tornado.js';
import { pairedDifference } from './paired-difference.js';

const TRIALS = 40_000;
const Z95 = 1.6448536;

describe('a paired difference', () => {
  const before = normal('a', 100);

  it('is that of the laws, with an error far below that of two runs apart', () => {
    const other = normal('b', 10);
    const after = before.map((value, trial) => 1.2 * value - 15 + (other[trial] as number));
    const { mean, valueAtRisk, expectedShortfall } = pairedDifference(before, after, 0.95);
    const sigma = Math.hypot(120, 10);
    near(mean.value, -15, 4 * (mean.standardError ?? 0));
    near(valueAtRisk.value, Z95 * (sigma - 100) + 15, 4 * (valueAtRisk.standardError ?? 0));
    near(expectedShortfall.value, 2.0627128 * (sigma - 100) + 15, 4 * (expectedShortfall.standardError ?? 0));
    // Two runs with other random numbers would have an error of sqrt(100² + 120²) / sqrt(n).
    expect(mean.standardError ?? 1).toBeLessThan((0.3 * Math.hypot(100, 120)) / Math.sqrt(TRIALS));
  });

  it('has errors that hold: over many seeds, four in a thousand are beyond 3', () => {
    let beyond = 0;
    const scores: number[] = [];
    for (let seed = 0; seed < 200; seed++) {
      const one = normal('a', 100, seed, 2000);
      const noise = normal('b', 40, seed, 2000);
      const { valueAtRisk } = pairedDifference(
        one,
        one.map((value, at) => value + (noise[at] as number)),
        0.95,
      );
      const score =
        ((valueAtRisk.value ?? 0) - Z95 * (Math.hypot(100, 40) - 100)) / (valueAtRisk.standardError ?? 0);
      scores.push(score);
      if (Math.abs(score) > 3) beyond++;
    }
    const spread = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0) / scores.length);
    expect(beyond).toBeLessThanOrEqual(4);
    expect(spread).toBeGreaterThan(0.75);
    expect(spread).toBeLessThan(1.3);
  });

  it('of a run with itself is nothing, without error', () => {
    expect(pairedDifference(before, before, 0.99).mean).toMatchObject({ value: 0, standardError: 0 });
    expect(pairedDifference(before, before, 0.99).valueAtRisk).toMatchObject({ value: 0, standardError: 0 });
  });
});

describe('runs compared', () => {
  const estimate = { value: 0, standardError: 1, low: -2, high: 2 };
  const result = (base: number) => ({
    measure: 'operating-income' as const,
    unit: 'JPY',
    base,
    change: {
      mean: estimate,
      deviation: estimate,
      quantiles: [],
      valueAtRisk: [{ level: 0.95, estimate }],
      expectedShortfall: [{ level: 0.95, estimate }],
      exceedance: [],
      histogram: { edges: [], counts: [] },
      exact: null,
    },
    probabilityOfLoss: estimate,
    contributions: null,
  });
  const run = (base: number, changes: Float64Array, trials: number) => ({
    trials,
    measures: [result(base)],
    changes: () => changes,
  });
  const about = { id: 'c', name: 'C', kind: 'control', shocks: [], level: 0.95 } as const;

  it('give a control its net worth, planned or in place', () => {
    const [with_, without] = [Float64Array.from([5, -5, 1, 3]), Float64Array.from([1, -9, -3, -1])];
    const planned = compareRuns(run(0, without, 9), run(0, with_, 4), {
      ...about,
      status: 'planned',
      costPerYear: 1,
    });
    const inPlace = compareRuns(run(0, with_, 9), run(0, without, 4), {
      ...about,
      status: 'in-place',
      costPerYear: 1,
    });
    expect(planned.net?.value).toBe(3);
    expect(inPlace.net?.value).toBe(3);
    expect(planned.measures[0]?.probabilityOfLoss?.value).toBe(-0.5);
  });

  it('count a change of the plan itself', () => {
    const same = new Float64Array(4);
    const { measures } = compareRuns(run(10, same, 9), run(4, same, 4), {
      ...about,
      status: null,
      costPerYear: null,
    });
    expect(measures[0]?.mean.value).toBe(-6);
    expect(measures[0]?.valueAtRisk.value ?? 0).toBe(0);
  });

  it('say that there is no mean where a law has none', () => {
    const same = new Float64Array(4);
    const none = {
      value: null,
      standardError: null,
      low: null,
      high: null,
      why: 'no mean: the law has none',
    };
    const heavy = {
      ...run(0, same, 4),
      measures: [{ ...result(0), change: { ...result(0).change, mean: none } }],
    };
    const { measures } = compareRuns(heavy, run(0, same, 4), { ...about, status: null, costPerYear: null });
    expect(measures[0]?.mean).toEqual(none);
  });
});

describe('inputs moved', () => {
  it('come in the order of what they do', async () => {
    const trials = normal('x', 10);
    const moved = (input: string, by: number) => ({
      input,
      low: { text: '−10%', shock: -by },
      high: { text: '+10%', shock: by },
    });
    const found = await inputTornado(
      [moved('small', 1), moved('none', 0), moved('large', 5)],
      (shock) => trials.map((value) => value + (shock ?? 0)),
      { measure: 'revenue', unit: 'JPY', level: 0.95 },
    );
    expect(found.bars.map(({ input }) => input)).toEqual(['large', 'small', 'none']);
    expect(found.bars[0]?.low.mean.value).toBeCloseTo(-5, 9);
    expect(found.bars[0]?.high.valueAtRisk.value).toBeCloseTo(-5, 9);
  });
});

function normal(purpose: string, sigma: number, seed = 3, trials = TRIALS): Float64Array {
  const out = new Float64Array(trials);
  randomStream(seed, purpose, 0).fillNormal(out, 0, trials);
  return out.map((value) => sigma * value);
}

function near(value: number | null, expected: number, within: number): void {
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThan(within);
}
