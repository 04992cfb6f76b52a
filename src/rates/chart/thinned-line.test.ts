import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinnedLine } from './thinned-line.js';

// Of every size: left to itself the library makes short ones, of which none is thinned.
const heights = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 3000, size: 'max' });
const line = heights.map((all) => all.map((y, index) => ({ x: (index * 300) / all.length, y })));
const columnWidths = fc.constantFrom(1, 1.5, 3, 40);

describe('a thinned line', () => {
  it('keeps both ends, and the highest and the lowest of every column', () => {
    let thinned = 0;
    fc.assert(
      fc.property(line, columnWidths, (whole, columnWidth) => {
        const kept = thinnedLine(whole, columnWidth);
        expect([kept[0], kept.at(-1)]).toEqual([whole[0], whole.at(-1)]);
        expect(extremes(kept, columnWidth)).toEqual(extremes(whole, columnWidth));
        if (kept.length < whole.length) thinned += 1;
      }),
    );
    expect(thinned).toBeGreaterThan(20);
  });

  it('is part of the line, in order, four points a column at most unless it has few', () => {
    fc.assert(
      fc.property(line, columnWidths, (whole, columnWidth) => {
        const kept = thinnedLine(whole, columnWidth);
        const indexes = kept.map((spot) => whole.indexOf(spot));
        expect(indexes).toEqual([...new Set(indexes)].sort((a, b) => a - b));
        expect(indexes).not.toContain(-1);
        expect(kept.length).toBeLessThanOrEqual(4 * (Math.floor(300 / columnWidth) + 1));
      }),
    );
  });

  it('stays whole where it has few points', () => {
    const few = Array.from({ length: 20 }, (_, index) => ({ x: index * 10, y: index % 7 }));
    expect(thinnedLine(few, 1)).toBe(few);
    expect(thinnedLine([], 1)).toEqual([]);
  });
});

/** Least and greatest `y` of each column. */
function extremes(spots: readonly { x: number; y: number }[], columnWidth: number): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { x, y } of spots) {
    const column = Math.floor(x / columnWidth);
    const [least, greatest] = found.get(column) ?? [y, y];
    found.set(column, [Math.min(least ?? y, y), Math.max(greatest ?? y, y)]);
  }
  return found;
}
