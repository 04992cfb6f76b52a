import { describe, expect, it } from 'vitest';
import { isDigitAt, withCommas } from './digits.js';

describe('withCommas', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['-123456', '-123,456'],
    ['29700000000', '29,700,000,000'],
  ])('prints %s as %s', (whole, printed) => {
    expect(withCommas(whole)).toBe(printed);
  });
});

describe('isDigitAt', () => {
  it('knows a digit from its neighbours in the code, and from the end of the text', () => {
    expect(['/', '0', '9', ':', ''].map((text) => isDigitAt(text, 0))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});
