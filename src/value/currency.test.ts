import { describe, expect, it } from 'vitest';
import { CURRENCIES, currencyName, currencyOf, rateUnit } from './currency.js';

describe('currencies', () => {
  it('has each code, sign and word once', () => {
    for (const list of [
      CURRENCIES.map((currency) => currency.code),
      CURRENCIES.flatMap((currency) => currency.signs),
      CURRENCIES.flatMap((currency) => currency.words),
    ]) {
      expect(list.filter((entry, index) => list.indexOf(entry) !== index)).toEqual([]);
    }
  });

  it('lists lower-case words, a longer one before the one that it ends with', () => {
    for (const { words } of CURRENCIES) {
      expect(words).toEqual(words.map((word) => word.toLowerCase()));
      words.forEach((word, index) => {
        const hidden = words.slice(index + 1).filter((later) => later !== word && later.includes(word));
        expect(hidden).toEqual([]);
      });
    }
  });

  it('finds a currency by its code in either case, and says what it expected otherwise', () => {
    expect(currencyOf('jpy').name).toBe('Japanese yen');
    expect(() => currencyOf('XYZ')).toThrowError('Unknown currency "XYZ", expected an ISO code such as JPY');
    expect(currencyName('XYZ')).toBe('XYZ');
    expect(rateUnit('JPY', 'USD')).toBe('JPY/USD');
  });

  it.each([
    ['USD', '$'],
    ['JPY', '¥'],
    ['CHF', 'CHF'],
  ])('prints %s as %s', (code, sign) => {
    expect(currencyOf(code).printed).toBe(sign);
  });
});
