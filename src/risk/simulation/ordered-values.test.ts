import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf } from '../../../test/risk-plans.js';
import { orderedValues } from './ordered-values.js';
import { SKETCH_ERROR } from './quantile-sketch.js';

/** The same values in order, and by their sketch. */
function both(values: readonly number[]) {
  const column = Float64Array.from(values);
  const counts = countsOf(values);
  return [
    orderedValues({ values: column.slice().sort(), sketch: counts }),
    orderedValues({ values: null, sketch: counts }),
  ] as const;
}

const amounts = fc.array(
  fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
  {
    minLength: 1,
    maxLength: 40,
  },
);

describe('orderedValues', () => {
  it('of a sketch differ from those themselves by its error', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const [exact, sketched] = both(values);
        expect(sketched.count).toBe(exact.count);
        for (let rank = 1; rank <= exact.count; rank++) {
          const { value } = exact.at(rank);
          const { low, high, value: middle } = sketched.at(rank);
          if (Math.abs(value) < 2 ** -1022) continue;
          expect(low <= value && value <= high).toBe(true);
          expect(Math.abs(middle - value)).toBeLessThanOrEqual(1.001 * SKETCH_ERROR * Math.abs(value));
        }
        const size = values.reduce((sum, x) => sum + Math.abs(x), 0);
        const [a, b] = [exact, sketched].map((each) => each.lowest(share * exact.count, 0).first);
        expect(Math.abs((a as number) - (b as number))).toBeLessThanOrEqual(
          1.001 * SKETCH_ERROR * size + 1e-300,
        );
        const [c, d] = [exact, sketched].map((each) => each.sum((x) => x));
        expect(Math.abs((c as number) - (d as number))).toBeLessThanOrEqual(
          1.001 * SKETCH_ERROR * size + 1e-9,
        );
      }),
    );
  });

  it('count what is less than a value, of the bucket it falls in the half', () => {
    const [exact, sketched] = both([-3, -3, 0, 0, 0, 7, 1e9]);
    for (const each of [exact, sketched]) {
      expect([-4, -2, 0, 1, 100, 2e9].map((value) => each.below(value))).toEqual([0, 2, 2, 5, 6, 7]);
    }
    expect([exact.below(7), sketched.below(7.001)]).toEqual([5, 5.5]);
  });

  it('sum the lowest, with a part of the last', () => {
    const [exact, sketched] = both([-4, -2, -2, 8]);
    expect(exact.lowest(2.5, 0)).toEqual({ first: -7, second: 22, third: -76 });
    expect(exact.lowest(1, -4)).toEqual({ first: 0, second: 0, third: 0 });
    expect(sketched.lowest(2.5, 0).first).toBeCloseTo(-7, 1);
  });

  it('know an amount that comes again and again to the last digit', () => {
    const values = [-1000.7, -1000.7, -1000.7, -64, -64, 0, 0, 512, 512, 700.1, 700.2, 3.3];
    const sample = Float64Array.from(values);
    const each = orderedValues({ values: null, sketch: countsOf(values), sample });
    expect([1, 3, 4, 5, 7, 9, 10].map((rank) => each.at(rank).value)).toEqual([
      -1000.7, -1000.7, -64, -64, 0, 512, 512,
    ]);
    // Two amounts share the last bucket, and 3.3 came once only: the middle of the bucket.
    expect(each.at(8).value).not.toBe(3.3);
    expect([each.at(11).value, each.at(12).value]).toEqual([each.at(11).value, each.at(11).value]);
    expect([each.at(11).low < 700.1, each.at(11).high > 700.2]).toEqual([true, true]);
    expect(each.lowest(5, 0).first).toBeCloseTo(-3 * 1000.7 - 128, 9);
  });
});
