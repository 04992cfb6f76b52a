import { describe, expect, it } from 'vitest';
import { isSame, normalRisk, planFor, riskOf } from '../../../test/risk-plans.js';
import { type BlockWorkers, inThisThread } from './block-workers.js';
import type { Plan } from './plan.js';
import { blockRunner } from './run-blocks.js';
import { type Progress, simulatePlan } from './simulate-plan.js';
import { roundEnds } from './until-error.js';

const RISKS = [normalRisk('price', -300, 100, { to: { line: 'revenue' } })];

/** Workers that answer out of order, the latest first, as threads may. */
function lateFirst(plan: Plan, threads: number): BlockWorkers {
  const runners = Array.from({ length: threads }, () => blockRunner(plan));
  let asked = 0;
  return {
    threads,
    run(from, to) {
      const runner = runners[asked++ % threads];
      const delay = asked % 2 === 0 ? 0 : 3;
      return new Promise((resolve, reject) => {
        setTimeout(() => {
          try {
            resolve(runner?.run(from, to) as never);
          } catch (error) {
            reject(error);
          }
        }, delay);
      });
    },
    close: async () => {},
  };
}

describe('simulatePlan', () => {
  it('gives the same on any number of workers', async () => {
    const plan = planFor(RISKS, { trials: 70_000 });
    const alone = await simulatePlan(plan, inThisThread(plan));
    expect(alone.trials).toBe(70_000);
    for (const threads of [2, 5]) {
      expect(isSame(await simulatePlan(plan, lateFirst(plan, threads)), alone)).toBe(true);
    }
  });

  it('stops at the first fixed round in which the error is small enough', async () => {
    const plan = planFor(RISKS, { trials: 10_000_000 });
    const one = await simulatePlan(plan, inThisThread(plan), { untilError: 0.0012 });
    // VaR 95% is 464, its error 211 / √n: 0.0012 of it at 144,000 trials.
    const round = roundEnds(1000).indexOf(one.trials / 4096);
    expect(one.trials).toBeGreaterThan(100_000);
    expect(one.trials).toBeLessThan(220_000);
    const trials = 4096 * (roundEnds(1000)[round - 1] as number);
    const earlier = planFor(RISKS, { trials });
    const short = await simulatePlan(earlier, inThisThread(earlier), { untilError: 0.0012 });
    expect([short.trials, short.until?.isReached]).toEqual([trials, false]);
    expect(one.until).toMatchObject({ measure: 'net-income', target: 0.0012, isReached: true });
    expect(one.until?.reached).toBeLessThanOrEqual(0.0012);
    expect(isSame(await simulatePlan(plan, lateFirst(plan, 3), { untilError: 0.0012 }), one)).toBe(true);
  });

  it('stops at the trials asked for where the error is not reached, and says so', async () => {
    const plan = planFor(RISKS, { trials: 66_000 });
    const { trials, until } = await simulatePlan(plan, inThisThread(plan), { untilError: 1e-6 });
    expect([trials, until?.isReached]).toEqual([66_000, false]);
    expect(until?.reached).toBeGreaterThan(1e-6);
  });

  it('has nothing to wait for where nothing moves', async () => {
    const plan = planFor([], { trials: 1_000_000 });
    const { trials, until } = await simulatePlan(plan, inThisThread(plan), { untilError: 0.01 });
    expect([trials, until]).toEqual([65_536, { measure: null, target: 0.01, reached: 0, isReached: true }]);
  });

  it('tells how far it is, and can be interrupted', async () => {
    const plan = planFor(RISKS, { trials: 300_000 });
    const seen: Progress[] = [];
    const controller = new AbortController();
    await simulatePlan(plan, inThisThread(plan), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ trials: 300_000, of: 300_000, error: null });
    expect(seen.length).toBeGreaterThan(2);
    const interrupted = simulatePlan(plan, inThisThread(plan), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(interrupted).rejects.toThrow('enough');
  });

  it('passes on what a worker found wrong', async () => {
    const plan = planFor([riskOf('wild', (_, column) => column.fill(Number.NaN))], { trials: 50_000 });
    await expect(simulatePlan(plan, lateFirst(plan, 2))).rejects.toThrow('"wild" came out as NaN');
  });
});

describe('roundEnds', () => {
  it('are fixed, grow by a quarter, and end with the last block', () => {
    expect(roundEnds(40)).toEqual([16, 20, 25, 32, 40]);
    expect(roundEnds(16)).toEqual([16]);
    expect(roundEnds(3)).toEqual([3]);
    expect(roundEnds(244_141).length).toBeLessThan(60);
  });
});
