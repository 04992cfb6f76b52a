import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityEstimate } from '../results/estimate.js';
import type { Estimate } from '../results/results.js';
import {
  deviationEstimate,
  expectedShortfallEstimate,
  meanEstimate,
  quantileEstimate,
  valueAtRiskEstimate,
} from './estimates.js';
import { momentsFromSums } from './moments.js';
import { orderedValues } from './ordered-values.js';
import type { Tally } from './totals.js';

const NO_SKETCH = { pages: new Uint16Array(), counts: new Uint32Array() };

function tallyOf(values: readonly number[], momentsBelow = Number.POSITIVE_INFINITY): Tally {
  const sums = [1, 2, 3, 4].map((k) => values.reduce((sum, x) => sum + x ** k, 0));
  return {
    moments: momentsFromSums(values.length, 0, sums as [number, number, number, number]),
    sketch: NO_SKETCH,
    values: Float64Array.from(values).sort(),
    momentsBelow,
  };
}

/** −1 … −100: losses of 1 to 100. */
const HUNDRED = tallyOf(Array.from({ length: 100 }, (_, nth) => -1 - nth));
const ordered = orderedValues(HUNDRED);

describe('estimates', () => {
  it('give the mean s / √n, symmetric where nothing is skewed', () => {
    const { value, standardError, low, high } = meanEstimate(HUNDRED);
    expect(value).toBe(-50.5);
    expect(standardError).toBeCloseTo(Math.sqrt(101 / 12), 10);
    expect((low as number) + (high as number)).toBeCloseTo(-101, 8);
    expect(high).toBeCloseTo(-50.5 + 1.959964 * Math.sqrt(101 / 12), 4);
  });

  it('stretch the interval of a mean to the side of the long tail', () => {
    const skewed = tallyOf(Array.from({ length: 200 }, (_, nth) => -Math.exp(nth / 40)));
    const { value, low, high } = meanEstimate(skewed) as { value: number; low: number; high: number };
    expect(value - low).toBeGreaterThan(1.05 * (high - value));
  });

  it('take the order statistics that VaR and ES are defined by', () => {
    expect(valueAtRiskEstimate(ordered, 0.95).value).toBe(95);
    expect(valueAtRiskEstimate(ordered, 0.99).value).toBe(99);
    // 0.1 + 0.85 is not 0.95 to the last bit, and 95 all the same.
    expect(valueAtRiskEstimate(ordered, 0.1 + 0.85).value).toBe(95);
    expect(expectedShortfallEstimate(ordered, 0.95, HUNDRED).value).toBe(98);
    // Of 2.5 trials in the tail: 100, 99 and half of 98.
    expect(expectedShortfallEstimate(ordered, 0.975, HUNDRED).value).toBeCloseTo(248 / 2.5, 12);
    expect(quantileEstimate(ordered, 0.05).value).toBe(-96);
  });

  it('count the part of an atom that falls into the tail', () => {
    const atoms = tallyOf([...Array(90).fill(0), ...Array(10).fill(-7)]);
    const values = orderedValues(atoms);
    expect(expectedShortfallEstimate(values, 0.8, atoms).value).toBeCloseTo(3.5, 12);
    expect(expectedShortfallEstimate(values, 0.95, atoms).value).toBe(7);
    expect(valueAtRiskEstimate(values, 0.8)).toMatchObject({ value: 0 });
    expect(valueAtRiskEstimate(values, 0.95)).toMatchObject({ value: 7 });
  });

  it('give the error of ES by the tail and by VaR', () => {
    // Manistre and Hancock: ((Var of the tail) + level · (ES − VaR)²) / (n (1 − level)).
    const { standardError } = expectedShortfallEstimate(ordered, 0.9, HUNDRED);
    const tail = [91, 92, 93, 94, 95, 96, 97, 98, 99, 100];
    const variance = tail.reduce((sum, x) => sum + (x - 95.5) ** 2, 0) / 10;
    expect(standardError).toBeCloseTo(Math.sqrt((variance + 0.9 * (95.5 - 90) ** 2) / 10), 10);
  });

  it('bound a quantile by the order statistics around it', () => {
    const { standardError, low, high } = quantileEstimate(ordered, 0.5);
    expect([low, high]).toEqual([expect.closeTo(-101 + 50.5 - 9.8, 1), expect.closeTo(-101 + 50.5 + 9.8, 1)]);
    expect(standardError).toBeCloseTo(5, 1);
    const open = quantileEstimate(ordered, 0.01);
    expect([open.value, open.low, open.standardError]).toEqual([-100, null, null]);
    expect(open.high).not.toBeNull();
    expect(open.why).toContain('below');
    const loss = valueAtRiskEstimate(ordered, 0.99);
    expect([loss.value, loss.high]).toEqual([99, null]);
    expect(loss.why).toContain('above');
  });

  it('say why there is none', () => {
    expect(meanEstimate({ ...HUNDRED, momentsBelow: 1 })).toMatchObject({
      value: null,
      why: 'the law has no mean',
    });
    const heavy = { ...HUNDRED, momentsBelow: 1.5 };
    expect(meanEstimate(heavy)).toMatchObject({ value: -50.5, standardError: null, low: null });
    expect(expectedShortfallEstimate(ordered, 0.95, heavy)).toMatchObject({ value: 98, standardError: null });
    expect(expectedShortfallEstimate(ordered, 0.95, { momentsBelow: 0.9 }).value).toBeNull();
    expect(deviationEstimate(heavy)).toMatchObject({ value: null, why: 'the law has no variance' });
    expect(deviationEstimate({ ...HUNDRED, momentsBelow: 3 })).toMatchObject({ standardError: null });
    expect(deviationEstimate({ ...HUNDRED, momentsBelow: 3 }).value).toBeCloseTo(29.0115, 4);
  });

  it('give a deviation its error by the fourth moment, and none where few trials decide it', () => {
    const { value, standardError, low, high } = deviationEstimate(HUNDRED) as unknown as Record<
      string,
      number
    >;
    // The kurtosis of 1 … 100 is 1.7998.
    expect(standardError).toBeCloseTo(((value as number) / 2) * Math.sqrt(0.79976 / 100), 4);
    expect(low).toBeLessThan(value as number);
    expect(high).toBeGreaterThan(value as number);
    const wild = deviationEstimate(tallyOf([...Array(999).fill(0), -1e6]));
    expect([wild.low, wild.why]).toEqual([null, expect.stringContaining('few trials')]);
    expect(wild.standardError).toBeGreaterThan(1e4);
  });

  it('follow Wilson for probabilities, also of what never happened', () => {
    const { value, low, high } = probabilityEstimate(10, 100) as unknown as Record<string, number>;
    expect([value, low, high]).toEqual([0.1, expect.closeTo(0.05523, 5), expect.closeTo(0.17437, 5)]);
    expect(probabilityEstimate(0, 100)).toMatchObject({ value: 0, low: 0 });
    expect(probabilityEstimate(0, 100).high).toBeCloseTo(0.037, 3);
    expect(probabilityEstimate(100, 100)).toMatchObject({ value: 1, high: 1 });
  });

  it('are finite and in order for any amounts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e80, max: 1e80, noNaN: true }), { minLength: 1, maxLength: 50 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (values, level) => {
          const tally = tallyOf(values);
          const all = orderedValues(tally);
          [
            meanEstimate(tally),
            deviationEstimate(tally),
            quantileEstimate(all, level),
            valueAtRiskEstimate(all, level),
            expectedShortfallEstimate(all, level, tally),
          ].forEach(expectOrdered);
        },
      ),
    );
  });
});

function expectOrdered({ value, standardError, low, high }: Estimate): void {
  for (const number of [value, standardError, low, high]) {
    if (number !== null) expect(Number.isFinite(number)).toBe(true);
  }
  if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
  if (standardError !== null) expect(standardError).toBeGreaterThanOrEqual(0);
}
