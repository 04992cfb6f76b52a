import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Moments, mergeMoments, momentsFromSums, NO_MOMENTS } from './moments.js';

/** By the definitions, in two passes. */
function direct(values: readonly number[]): Moments {
  const count = values.length;
  if (count === 0) return NO_MOMENTS;
  const mean = values.reduce((sum, x) => sum + x, 0) / count;
  const power = (k: number) => values.reduce((sum, x) => sum + (x - mean) ** k, 0);
  return { count, mean, second: power(2), third: power(3), fourth: power(4) };
}

function bySums(values: readonly number[], shift: number): Moments {
  const sums = [1, 2, 3, 4].map((k) => values.reduce((sum, x) => sum + (x - shift) ** k, 0));
  return momentsFromSums(values.length, shift, sums as [number, number, number, number]);
}

function expectClose(found: Moments, expected: Moments, scale: number): void {
  expect(found.count).toBe(expected.count);
  expect(Math.abs(found.mean - expected.mean)).toBeLessThanOrEqual(1e-11 * scale);
  for (const [k, name] of (['second', 'third', 'fourth'] as const).entries()) {
    const size = (1 + expected.count) * scale ** (k + 2);
    expect(Math.abs(found[name] - expected[name]), name).toBeLessThanOrEqual(1e-11 * size);
  }
}

const sample = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 40 });

describe('moments', () => {
  it('of two samples merge to those of both together', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        expectClose(mergeMoments(direct(a), direct(b)), direct([...a, ...b]), 1000);
      }),
    );
  });

  it('come from sums of powers about any shift nearby', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: -1000, max: 1000, noNaN: true }), (values, shift) => {
        expectClose(bySums(values, shift), direct(values), 2000);
      }),
    );
  });

  it('keep their digits where the mean is a billion times the deviation', () => {
    const values = [1, 2, 4, 8, 16].map((x) => 1e9 + x);
    const { second, fourth } = bySums(values, 1e9 + 4);
    expect(second).toBeCloseTo(148.8, 6);
    expect(fourth).toBeCloseTo(direct([1, 2, 4, 8, 16]).fourth, 4);
  });
});
