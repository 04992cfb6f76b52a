import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '../../random/xoshiro-stream.js';
import {
  lossQuantile,
  lossRank,
  lossShortfall,
  quantileErrorBar,
  shortfallErrorBar,
} from './loss-quantile.js';

/** 1, 2, … n. */
function upTo(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, at) => at + 1);
}

const LOSSES = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 300 })
  .map((values) => Float64Array.from(values).sort());
const LEVEL = fc.constantFrom(0.9, 0.95, 0.975, 0.99, 0.995, 0.6);

describe('the quantile of losses', () => {
  it('is the k-th largest with k = floor(n (1 - a)) + 1, whatever doubles make of n (1 - a)', () => {
    expect([10, 100, 250, 500, 1000].map((n) => lossRank(n, 0.99))).toEqual([1, 2, 3, 6, 11]);
    // 10 × (1 − 0.9) is 0.9999999999999998.
    expect(lossRank(10, 0.9)).toBe(2);
    expect(lossQuantile(upTo(100), 0.95, 'order-statistic')).toBe(95);
    expect(lossQuantile(upTo(250), 0.99, 'order-statistic')).toBe(248);
  });

  it('interpolates as spreadsheets do', () => {
    // PERCENTILE({1,2,3,4}, 0.9) = 3.7, PERCENTILE(1…100, 0.95) = 95.05.
    expect(lossQuantile(upTo(4), 0.9, 'interpolated')).toBeCloseTo(3.7, 12);
    expect(lossQuantile(upTo(100), 0.95, 'interpolated')).toBeCloseTo(95.05, 10);
    expect(lossQuantile(upTo(101), 0.99, 'interpolated')).toBe(100);
  });

  it('is the least loss that no more than 1 - a of all exceed', () => {
    fc.assert(
      fc.property(LOSSES, LEVEL, (sorted, level) => {
        const value = lossQuantile(sorted, level, 'order-statistic');
        const beyond = sorted.filter((loss) => loss > value).length;
        const atOrBeyondNext = sorted.filter((loss) => loss >= value).length;
        expect(beyond).toBeLessThanOrEqual(sorted.length * (1 - level) + 1e-9);
        expect(atOrBeyondNext).toBeGreaterThan(sorted.length * (1 - level) - 1e-9);
      }),
    );
  });
});

describe('the shortfall of losses', () => {
  it('counts of the loss at the edge only what belongs to the tail', () => {
    // 95% of 1…100: the mean of 96…100.
    expect(lossShortfall(upTo(100), 0.95)).toBeCloseTo(98, 12);
    // 99% of 250: 2.5 losses: 250, 249 and half of 248.
    expect(lossShortfall(upTo(250), 0.99)).toBeCloseTo((250 + 249 + 0.5 * 248) / 2.5, 10);
    // A single loss of three stands for the whole tail.
    expect(lossShortfall(upTo(3), 0.99)).toBeCloseTo(3, 12);
  });

  it('is never below the quantile by either rule, and never above the largest loss', () => {
    fc.assert(
      fc.property(LOSSES, LEVEL, (sorted, level) => {
        const shortfall = lossShortfall(sorted, level);
        const slack = 1e-9 * (1 + Math.abs(shortfall));
        expect(shortfall).toBeGreaterThanOrEqual(lossQuantile(sorted, level, 'order-statistic') - slack);
        expect(shortfall).toBeGreaterThanOrEqual(lossQuantile(sorted, level, 'interpolated') - slack);
        expect(shortfall).toBeLessThanOrEqual((sorted.at(-1) as number) + slack);
      }),
    );
  });

  it('is subadditive, which the quantile is not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
          minLength: 2,
          maxLength: 80,
        }),
        LEVEL,
        (pairs, level) => {
          const shortfall = (losses: number[]) => lossShortfall(Float64Array.from(losses).sort(), level);
          const [left, right] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
          const together = pairs.map(([a, b]) => a + b);
          expect(shortfall(together)).toBeLessThanOrEqual(shortfall(left) + shortfall(right) + 1e-9);
        },
      ),
    );
  });
});

describe('error bars', () => {
  it('are the binomial ranks of the textbook', () => {
    // n = 100 at the median: ranks 40 and 61 (Conover; P = 96.5%). Level 0.5 is only asked of the ranks.
    const { low, high } = quantileErrorBar(upTo(100), 0.5, 1);
    expect([low, high]).toEqual([40, 61]);
  });

  it('have no upper end where the losses are too few', () => {
    // 0.99^n <= 2.5% from n = 368 on.
    expect(quantileErrorBar(upTo(367), 0.99, 1).high).toBeNull();
    expect(quantileErrorBar(upTo(368), 0.99, 1).high).not.toBeNull();
    expect(quantileErrorBar(upTo(20), 0.95, 1).low).not.toBeNull();
  });

  it('are those of the days where each day is repeated', () => {
    const days = Float64Array.from({ length: 500 }, (_, at) => Math.tan((at / 500) * 1.5));
    const repeated = Float64Array.from({ length: 20_000 }, (_, at) => days[Math.floor(at / 40)] as number);
    const [once, often] = [quantileErrorBar(days, 0.99, 1), quantileErrorBar(repeated, 0.99, 40)];
    expect(often.standardError / once.standardError).toBeCloseTo(1, 1);
    expect(often.low as number).toBeCloseTo(once.low as number, 0);
  });

  it('hold the true quantile of a normal law with 95%, and their standard errors are those seen', () => {
    const [runs, n, level, truth, shortfallTruth] = [1500, 500, 0.95, 1.6448536269514722, 2.0627128075074257];
    const draws = new Float64Array(runs * n);
    randomStream(20_060_331, 'test/quantiles', 0).fillNormal(draws, 0, draws.length);
    let [held, heldShortfall, stated, statedShortfall] = [0, 0, 0, 0];
    const [seen, seenShortfall] = [new Float64Array(runs), new Float64Array(runs)];
    for (let run = 0; run < runs; run++) {
      const sorted = draws.slice(run * n, (run + 1) * n).sort();
      const bar = quantileErrorBar(sorted, level, 1);
      const shortfallBar = shortfallErrorBar(sorted, level, 1);
      if ((bar.low as number) <= truth && truth <= (bar.high as number)) held++;
      if ((shortfallBar.low as number) <= shortfallTruth && shortfallTruth <= (shortfallBar.high as number))
        heldShortfall++;
      stated += bar.standardError / runs;
      statedShortfall += shortfallBar.standardError / runs;
      seen[run] = lossQuantile(sorted, level, 'order-statistic');
      seenShortfall[run] = lossShortfall(sorted, level);
    }
    expect(held / runs).toBeGreaterThan(0.94);
    expect(held / runs).toBeLessThan(0.975);
    expect(heldShortfall / runs).toBeGreaterThan(0.88);
    expect(stated / deviation(seen)).toBeGreaterThan(0.93);
    expect(stated / deviation(seen)).toBeLessThan(1.1);
    expect(statedShortfall / deviation(seenShortfall)).toBeGreaterThan(0.9);
    expect(statedShortfall / deviation(seenShortfall)).toBeLessThan(1.1);
  });
});

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
