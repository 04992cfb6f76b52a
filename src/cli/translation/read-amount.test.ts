import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../value/index.js';
import { readTypedAmount } from './read-amount.js';

function read(typed: string, currency?: string, to = 'USD') {
  const { currency: found, amount } = readTypedAmount(typed, currency, to);
  const { text, value, decimals, power, brackets, per } = amount;
  return [found, text, value.toString(), decimals, power, brackets, per];
}

describe('an amount as typed', () => {
  it.each([
    ['¥29.7 billion', undefined, ['JPY', '¥29.7 billion', '29700000000', 1, 9, false, null]],
    ['RMB6,506.3 million', undefined, ['CNY', 'RMB6,506.3 million', '6506300000', 1, 6, false, null]],
    ['JPY 29700000000', undefined, ['JPY', 'JPY 29700000000', '29700000000', 0, 0, false, null]],
    ['(1,234)', 'JPY', ['JPY', '¥(1,234)', '-1234', 0, 0, true, null]],
    ['△500 million', 'JPY', ['JPY', '¥△500 million', '-500000000', 0, 6, false, null]],
    ['¥45.30 per share', undefined, ['JPY', '¥45.30', '45.30', 2, 0, false, 'share']],
    ['€0.45 per ADS', undefined, ['EUR', '€0.45', '0.45', 2, 0, false, 'ADS']],
    ['€1.2m', undefined, ['EUR', '€1.2m', '1200000', 1, 6, false, null]],
    ['5 million yen', undefined, ['JPY', '5 million yen', '5000000', 0, 6, false, null]],
    ['two million yen', undefined, ['JPY', 'two million yen', '2000000', 0, 6, false, null]],
    ['¥100', 'CNY', ['CNY', '¥100', '100', 0, 0, false, null]],
    ['$5 million', 'CAD', ['CAD', '$5 million', '5000000', 0, 6, false, null]],
    ['-2.5', 'EUR', ['EUR', '€-2.5', '-2.5', 1, 0, false, null]],
  ])('%s', (typed, currency, expected) => {
    expect(read(typed, currency)).toEqual(expected);
  });

  it.each([
    ['hello', undefined, 'Unexpected "hello", expected an amount such as "¥29.7 billion"'],
    ['', undefined, 'expected an amount'],
    ['¥5 and ¥6', undefined, 'expected an amount'],
    ['29.7%', undefined, 'expected an amount'],
    ['March 31, 2006', undefined, 'expected an amount'],
    ['¥117.48 per U.S. dollar', undefined, 'expected an amount'],
    ['12.5', undefined, 'Cannot tell the currency of "12.5": print its sign, or add --currency JPY'],
    ['¥1,34', undefined, 'expected commas before every third digit'],
    ['€5', 'JPY', 'Cannot translate "€5" from JPY: it prints EUR'],
    [
      '$5 million',
      undefined,
      'a bare "$" is read as the U.S. dollar; name another dollar with --currency CAD',
    ],
    ['9'.repeat(200), 'JPY', 'expected an amount'],
  ])('refuses %j', (typed, currency, message) => {
    expect(() => read(typed, currency)).toThrow(message);
  });

  it('never throws anything else, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '¥',
      '(',
      ')',
      '1',
      ',',
      '.5',
      ' ',
      'million',
      '$',
      '-',
      '%',
      'per share',
      '½',
      '\u001b',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 10 }),
        fc.constantFrom(undefined, 'JPY', 'CAD'),
        (parts, code) => {
          try {
            const { amount } = readTypedAmount(parts.join(''), code, 'USD');
            expect(amount.text).not.toContain('\u001b');
            expect(amount.decimals).toBeGreaterThanOrEqual(0);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
    );
  });
});
