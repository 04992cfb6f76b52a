import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstIndex } from './first-index.js';

it('finds where a sorted list passes a value, as a look at each in turn does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 })),
      fc.integer({ min: -1, max: 21 }),
      (list, value) => {
        const sorted = [...list].sort((a, b) => a - b);
        const expected = sorted.findIndex((each) => each >= value);
        const found = firstIndex(sorted.length, (index) => (sorted[index] ?? 0) >= value);
        expect(found).toBe(expected < 0 ? sorted.length : expected);
      },
    ),
  );
});

it('asks about few of many', () => {
  let asked = 0;
  const found = firstIndex(1_000_000, (index) => {
    asked++;
    return index >= 654_321;
  });
  expect(found).toBe(654_321);
  expect(asked).toBeLessThanOrEqual(20);
});
