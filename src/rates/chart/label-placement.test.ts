import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelWish, overlap, placedLabels } from './label-placement.js';

const BOUNDS = { left: 0, top: 0, right: 400, bottom: 200 };
const FLAT = [
  { x: 0, y: 100 },
  { x: 400, y: 100 },
];

const wish = (over: Partial<LabelWish> = {}): LabelWish => ({
  spot: { x: 200, y: 100 },
  width: 40,
  height: 24,
  sides: ['above', 'below', 'right', 'left'],
  ...over,
});

describe('the placing of labels', () => {
  it('never lets labels meet each other, a mark, or the edge', () => {
    const spots = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 200 }) });
    const wishes = fc.array(
      spots.map((spot) => wish({ spot })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(wishes, (all) => {
        const marks = all.map(({ spot: { x, y } }) => ({
          left: x - 4,
          right: x + 4,
          top: y - 4,
          bottom: y + 4,
        }));
        const placed = placedLabels(all, { bounds: BOUNDS, boxes: marks, lines: [[FLAT]] });
        const found = placed.filter((box) => box !== null);
        for (const [index, box] of found.entries()) {
          expect(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 200).toBe(true);
          const others = [...marks, ...found.slice(0, index)];
          expect(others.some((other) => overlap(box, other))).toBe(false);
        }
      }),
    );
  });

  it('keeps off the line where there is a place, and takes the better side', () => {
    const [above] = placedLabels([wish()], { bounds: BOUNDS, boxes: [], lines: [[FLAT]] });
    expect(above?.bottom).toBe(92.5);
    const [below] = placedLabels([wish({ sides: ['below'] })], {
      bounds: BOUNDS,
      boxes: [],
      lines: [[FLAT]],
    });
    expect(below?.top).toBe(107.5);
  });

  it('gives up the lesser line first', () => {
    const rule = [
      { x: 0, y: 85 },
      { x: 400, y: 85 },
    ];
    const sides = ['above'] as const;
    const low = { ...BOUNDS, top: 60 };
    const [box] = placedLabels([wish({ sides })], { bounds: low, boxes: [], lines: [[FLAT], [rule]] });
    expect(box?.bottom).toBe(92.5);
  });

  it('sets a label upon a line only where it may', () => {
    const lines = Array.from({ length: 40 }, (_, index) => FLAT.map(({ x }) => ({ x, y: index * 5 })));
    const obstacles = { bounds: BOUNDS, boxes: [], lines: [lines] };
    expect(placedLabels([wish(), wish({ keepsOff: true })], obstacles).map((box) => box !== null)).toEqual([
      true,
      false,
    ]);
  });

  it('stays at home where it can', () => {
    const spot = { x: 200, y: 100 };
    const [left, right] = placedLabels(
      [wish({ spot, home: { left: 150, right: 200 } }), wish({ spot, home: { left: 200, right: 250 } })],
      { bounds: BOUNDS, boxes: [], lines: [] },
    );
    expect([left?.right, right?.left]).toEqual([200, 200]);
  });
});
