import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGrouped, scaledValue } from './numerals.js';

describe('isGrouped', () => {
  it.each([
    ['1,234', true],
    ['12,345,678.90', true],
    ['1234', false],
    ['1,23', false],
    ['1,2345', false],
    ['1,234.', false],
    ['1,234.5.6', false],
    [',234', false],
    ['1234,567', false],
    ['1,234,', false],
    ['', false],
  ])('%s: %s', (text, expected) => expect(isGrouped(text)).toBe(expected));

  it('tells what the pattern of such numbers does', () => {
    const text = fc.string({ unit: fc.constantFrom('1', '2', '34', '567', ',', ',890', '.') });
    fc.assert(
      fc.property(text, (printed) => {
        expect(isGrouped(printed)).toBe(
          printed.length < 60 && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(printed),
        );
      }),
    );
  });
});

describe('scaledValue', () => {
  it.each([
    ['297', 1, 9, false, '29700000000', -8],
    ['5', 0, 18, true, '-5000000000000000000', -18],
    ['5', 2, 0, true, '-0.05', 2],
    ['000', 0, 3, true, '0', -3],
    ['1234', 0, 0, false, '1234', 0],
  ] as const)('%s with %i decimals, times 10^%i', (digits, decimals, power, negative, value, printed) =>
    expect(scaledValue({ digits, decimals }, power, negative)).toEqual({ value, decimals: printed }),
  );
});
