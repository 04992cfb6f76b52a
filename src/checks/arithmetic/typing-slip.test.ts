import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typingSlip } from './typing-slip.js';

describe('typingSlip', () => {
  it.each([
    [12_345, 12_335, 'one digit differs'],
    [12_354, 12_345, 'two adjacent digits swapped'],
    [14_325, 12_345, 'two digits swapped'],
    [14_352, 12_345, null],
    [13_245, 12_345, 'two adjacent digits swapped'],
    [15_342, 12_345, 'two digits swapped'],
    [1_245, 12_345, 'a digit dropped'],
    [123_345, 12_345, 'a digit doubled or added'],
    [9, 95, 'a digit dropped'],
    [-512, 512, 'the sign is turned'],
    [512_000, 512, 'a factor of 1,000'],
    [512, 512_000, 'a factor of 1,000'],
    [512, 634, null],
    [0, 5, null],
    [-512, 513, null],
  ])('%s for %s: %s', (printed, expected, slip) => {
    expect(typingSlip(printed, expected)).toBe(printed === expected ? null : slip);
  });

  it('finds no slip between a number and itself', () => {
    fc.assert(fc.property(fc.integer(), (number) => typingSlip(number, number) === null));
  });

  it('finds every change of one digit that keeps the length', () => {
    const place = fc.nat(5);
    fc.assert(
      fc.property(
        fc.integer({ min: 111_111, max: 999_999 }),
        place,
        fc.integer({ min: 1, max: 9 }),
        (number, at, to) => {
          const digits = [...String(number)];
          fc.pre(digits[at] !== String(to));
          digits[at] = String(to);
          expect(typingSlip(Number(digits.join('')), number)).toBe('one digit differs');
        },
      ),
    );
  });

  it('is the same from both sides for changed and swapped digits', () => {
    const positive = fc.integer({ min: 100, max: 999_999 });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const slip = typingSlip(a, b);
        if (slip === 'a digit dropped' || slip === 'a digit doubled or added') return;
        expect(typingSlip(b, a)).toBe(slip);
      }),
    );
  });

  it('sees the zero that a number with decimals begins with', () => {
    expect(typingSlip(90, 9, 2)).toBe('two adjacent digits swapped');
    expect(typingSlip(90, 9)).toBeNull();
  });
});
