import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf, isSame } from '../../../test/risk-plans.js';
import { bucketsOf, QuantileSketch, SKETCH_ERROR } from './quantile-sketch.js';

function sketchOf(values: readonly number[]): QuantileSketch {
  const sketch = new QuantileSketch();
  sketch.merge(countsOf(values));
  return sketch;
}

const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('QuantileSketch', () => {
  it('finds any value to within half a thousandth of itself', () => {
    expect(SKETCH_ERROR).toBeLessThanOrEqual(0.0005);
    fc.assert(
      fc.property(anyDouble, (value) => {
        const [bucket, ...rest] = bucketsOf(sketchOf([value]).toCounts());
        expect([bucket?.count, rest]).toEqual([1, []]);
        const { low, high } = bucket as { low: number; high: number };
        if (Math.abs(value) < 2 ** -1022) {
          expect([low, high]).toEqual([0, 0]);
          return;
        }
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(Math.abs(low + (high - low) / 2 - value)).toBeLessThanOrEqual(
          SKETCH_ERROR * Math.abs(value) * (1 + 1e-12),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the order and the number of values', () => {
    fc.assert(
      fc.property(fc.array(anyDouble, { maxLength: 60 }), (values) => {
        const buckets = bucketsOf(sketchOf(values).toCounts());
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        let before = Number.NEGATIVE_INFINITY;
        for (const { low, high } of buckets) {
          expect(low).toBeGreaterThanOrEqual(before);
          expect(high).toBeGreaterThanOrEqual(low);
          before = high;
        }
        const ranked = buckets.flatMap(({ low, high, count }) => Array(count).fill([low, high]));
        [...values]
          .sort((a, b) => a - b)
          .forEach((value, nth) => {
            expect(ranked[nth][0] <= value || Math.abs(value) < 2 ** -1022).toBe(true);
            expect(ranked[nth][1] >= value || Math.abs(value) < 2 ** -1022).toBe(true);
          });
      }),
    );
  });

  it('is the same however values were parted and merged', () => {
    fc.assert(
      fc.property(fc.array(anyDouble, { maxLength: 30 }), fc.array(anyDouble, { maxLength: 30 }), (a, b) => {
        const together = sketchOf([...a, ...b]).toCounts();
        const merged = sketchOf(b);
        merged.merge(sketchOf(a).toCounts());
        expect(isSame(merged.toCounts(), together)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('counts both zeros as one, and forgets when cleared', () => {
    const sketch = sketchOf([0, -0, 3, 5]);
    expect(bucketsOf(sketch.toCounts())[0]).toEqual({ low: 0, high: 0, count: 2 });
    sketch.clear();
    expect(bucketsOf(sketch.toCounts())).toEqual([]);
  });
});
