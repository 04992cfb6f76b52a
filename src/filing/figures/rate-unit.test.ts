import { describe, expect, it } from 'vitest';
import { readCurrencyAndScale, readRateUnit } from './rate-unit.js';

describe('readRateUnit', () => {
  it.each([
    ['noon buying rates for Japanese yen per U.S. $1.00', 'JPY/USD'],
    ['Japanese yen per U.S. \\$1.00 in New York City', 'JPY/USD'],
    ['U.S. dollars per euro', 'USD/EUR'],
    ['yen per dollar', 'JPY/USD'],
    ['expressed in RMB per US$1.00', 'CNY/USD'],
    ['(¥ per US$1.00)', 'JPY/USD'],
    ['Canadian dollars per U.S. dollar', 'CAD/USD'],
    ['one euro in U.S. dollars', 'USD/EUR'],
    ['US$1.00 = RMB', 'CNY/USD'],
    ['JPY/USD', 'JPY/USD'],
    ['between the Japanese yen and the U.S. dollar', null],
    ['amounts in yen', null],
    ['in NT dollars per U.S. dollar', 'TWD/USD'],
    ['Won 1,130.60 to US$1.00', 'KRW/USD'],
    ['W1,130.60 to US$1.00', 'KRW/USD'],
    ['Y117.48 = US$1.00', 'JPY/USD'],
    ['Brazilian reais (R$) per U.S. dollar', 'BRL/USD'],
    ['for one euro, expressed in U.S. dollars', 'USD/EUR'],
    ['yen equivalent of one U.S. dollar', 'JPY/USD'],
    ['in rupees per US$1.00', null],
    ['Indian rupees. The rates are rupees per US$1.00', 'INR/USD'],
    ['Indian rupees and Sri Lankan rupees. The rates are rupees per US$1.00', null],
    ['pesos per U.S. dollar', null],
    ['in Mexican pesos per U.S. dollar', 'MXN/USD'],
  ])('%s', (text, unit) => {
    expect(readRateUnit(text)).toBe(unit);
  });

  it('takes the bare signs as the options say', () => {
    expect(readRateUnit('¥ per $1.00', { yen: 'CNY', dollar: 'HKD' })).toBe('CNY/HKD');
    expect(readRateUnit('pesos per $1.00', { peso: 'MXN' })).toBe('MXN/USD');
  });
});

describe('readCurrencyAndScale', () => {
  it.each([
    ['(in millions of yen, except per share data)', 'JPY', 6, true],
    ['Thousands of U.S. dollars', 'USD', 3, false],
    ['(¥ in billions)', 'JPY', 9, false],
    ['(EUR million)', 'EUR', 6, false],
    ['(€m)', 'EUR', 6, false],
    ["RMB'000", 'CNY', 3, false],
    ['in thousands', null, 3, false],
    ['we paid $5 million', 'USD', null, false],
  ])('%s', (text, currency, scale, exceptPerShare) => {
    expect(readCurrencyAndScale(text)).toEqual({ currency, scale, exceptPerShare });
  });

  it.each(['millions of customers', 'Year ended March 31,', 'in rupees per US$1.00'])(
    '%s states neither',
    (text) => {
      expect(readCurrencyAndScale(text)).toBeNull();
    },
  );
});
