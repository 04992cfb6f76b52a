import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantFor, meantNumbers } from './meant-number.js';

describe('meantNumbers', () => {
  it('holds what one slip turns into the typed number', () => {
    expect(meantNumbers(1261)).toEqual(expect.arrayContaining([1216, 1251, 12614, 126]));
    expect(meantNumbers(-35)).toEqual(expect.arrayContaining([-53, -36, -335]));
    expect(meantNumbers(1261)).not.toContain(1261);
    expect(meantNumbers(1261)).not.toContain(1333);
  });

  it('finds the number back after any digit is dropped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 99_999_999 }), fc.nat(7), (meant, place) => {
        const digits = String(meant);
        const at = place % digits.length;
        const typed = digits.slice(0, at) + digits.slice(at + 1);
        fc.pre(!typed.startsWith('0'));
        expect(meantNumbers(Number(typed))).toContain(meant);
      }),
    );
  });
});

describe('meantFor', () => {
  it('takes the nearest that holds, and none for a single digit', () => {
    expect(meantFor(245, (size) => size % 100 === 46)).toBe(246);
    expect(meantFor(245, () => false)).toBeNull();
    expect(meantFor(3, () => true)).toBeNull();
  });
});
