import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf, isSame } from '../../../test/risk-plans.js';
import { ColumnMemory } from './column-memory.js';
import { momentsFromSums } from './moments.js';
import { bucketsOf } from './quantile-sketch.js';

const SIZE = 64;
// Without −0, which counts apart from 0.
const amounts = fc.array(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
  { minLength: 1, maxLength: SIZE },
);

describe('ColumnMemory', () => {
  it('sums powers as JavaScript does, to the last bit, and adds to a total', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const memory = new ColumnMemory(2, 1, SIZE);
        const [column, total] = [memory.column(), memory.column()];
        column.values.set(values);
        total.values.fill(1);
        const [a, b, c] = [0, values.length >> 1, values.length - 1].map((nth) => values[nth] as number);
        const shift = [a, b, c].sort((x, y) => (x as number) - (y as number))[1] as number;
        const sketch = memory.sketch();
        const found = memory.accumulate(column, values.length, sketch, total);
        expect(found).toEqual(momentsFromSums(values.length, shift, powerSums(values, shift)));
        expect([...total.values.subarray(0, values.length)]).toEqual(values.map((value) => 1 + value));
        expect(isSame(memory.counts(sketch), countsOf(values))).toBe(true);
      }),
    );
  });

  it('settles the trials that are touched as it accumulates the whole column', () => {
    const places = fc.uniqueArray(fc.nat(SIZE - 1), { minLength: 0, maxLength: SIZE });
    fc.assert(
      fc.property(amounts, places, fc.array(fc.nat(SIZE - 1)), (values, touched, again) => {
        const memory = new ColumnMemory(2, 2, SIZE);
        const [column, total] = [memory.column(), memory.column()];
        const [settled, whole] = [memory.sketch(), memory.sketch()];
        for (const [nth, place] of touched.entries()) column.values[place] = values[nth % values.length] ?? 0;
        const before = column.values.slice();
        const repeated = again.flatMap((nth) => touched[nth % touched.length] ?? []);
        const list = Int32Array.from([...touched, ...repeated].slice(0, SIZE));
        const expected = memory.accumulate(column, SIZE, whole, null);
        const found = memory.settle(column, { trials: list, count: list.length }, SIZE, settled, total);
        expect(found.count).toBe(SIZE);
        const size = Math.max(1, ...before.map(Math.abs));
        expect(Math.abs(found.mean - expected.mean)).toBeLessThan(1e-14 * size);
        expect(Math.abs(found.second - expected.second)).toBeLessThan(1e-10 * size ** 2);
        expect(Math.abs(found.third - expected.third)).toBeLessThan(1e-10 * size ** 3);
        expect(Math.abs(found.fourth - expected.fourth)).toBeLessThan(1e-10 * size ** 4);
        expect(total.values).toEqual(before.map((value) => value + 0));
        expect(column.values.every((value) => value === 0)).toBe(true);
        expect(isSame(memory.counts(settled), memory.counts(whole))).toBe(true);
      }),
    );
  });

  it('adds columns of any length', () => {
    const memory = new ColumnMemory(2, 0, SIZE);
    const [sum, column] = [memory.column(), memory.column()];
    for (const trials of [1, 2, 7, SIZE]) {
      sum.values.fill(1);
      column.values.fill(0.5);
      memory.addTo(sum, column, trials);
      expect([...sum.values.subarray(0, trials)]).toEqual(Array(trials).fill(1.5));
    }
  });

  it('loses no count where values need more pages than there are', () => {
    // Nearly every exponent of both signs, in three sketches by turns: more than the memory of three holds.
    const wide = Array.from({ length: 2000 }, (_, nth) => (nth % 2 === 0 ? 1 : -1) * 2 ** (nth - 1000));
    const memory = new ColumnMemory(1, 3, SIZE);
    const column = memory.column();
    const sketches = [memory.sketch(), memory.sketch(), memory.sketch()];
    for (let from = 0; from < 2 * wide.length; from += SIZE) {
      const part = [...wide, ...wide].slice(from, from + SIZE);
      column.values.set(part);
      for (const sketched of sketches) memory.accumulate(column, part.length, sketched, null);
    }
    const expected = countsOf([...wide, ...wide]);
    for (const sketched of sketches) {
      expect(isSame(memory.counts(sketched), expected)).toBe(true);
      expect(bucketsOf(memory.counts(sketched))).toEqual([]);
    }
    expect(sketches.some(({ pages }) => pages.length < 2000)).toBe(true);
  });
});

/** As the kernel adds them: values at even places and at odd ones apart. */
function powerSums(values: readonly number[], shift: number): [number, number, number, number] {
  const lanes = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ] as [number[], number[]];
  values.forEach((value, nth) => {
    const d = value - shift;
    const powers = [d, d * d, d * d * d, d * d * (d * d)];
    lanes[(nth % 2) as 0 | 1] = (lanes[nth % 2] as number[]).map((sum, power) => sum + (powers[power] ?? 0));
  });
  return lanes[0].map((sum, power) => sum + (lanes[1][power] ?? 0)) as [number, number, number, number];
}
