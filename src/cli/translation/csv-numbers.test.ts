import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecimalSign, englishNumbers } from './csv-numbers.js';

function english(values: readonly string[], decimal?: DecimalSign): readonly string[] {
  return englishNumbers([['Label 1.5', ...values]], 'x.csv', decimal)[0]?.slice(1) ?? [];
}

describe('the numbers of a spreadsheet', () => {
  it.each([
    [['702.946,5'], ['702,946.5']],
    [
      ['702.946', '-5,6 %'],
      ['702,946', '-5.6 %'],
    ],
    [
      ['(1.234.567)', '1.234'],
      ['(1,234,567)', '1,234'],
    ],
    [
      ['702 946,5', '31.12.2017'],
      ['702,946.5', '31.12.2017'],
    ],
    [
      ["702'946.50", '12.5'],
      ['702,946.50', '12.5'],
    ],
    [
      ['EUR 1.234,50', '0,125'],
      ['EUR 1,234.50', '0.125'],
    ],
    [
      ['702,946', '1.234'],
      ['702,946', '1.234'],
    ],
    [
      ['702946,25', '2017'],
      ['702946.25', '2017'],
    ],
    [
      ['82.14', '702,946'],
      ['82.14', '702,946'],
    ],
    [
      ['n/a', '—', 'Note 3', '3, 4', '2005/2006'],
      ['n/a', '—', 'Note 3', '3, 4', '2005/2006'],
    ],
    [
      ['1.23.4', '12,34'],
      ['1.23.4', '12.34'],
    ],
  ])('%j are %j', (values, expected) => {
    expect(english(values)).toEqual(expected);
  });

  it('are refused where they contradict each other, or tell nothing', () => {
    expect(() => english(['1.234,5', '1,234.5'])).toThrow(
      'Cannot read x.csv as CSV: “1.234,5” has a decimal comma and “1,234.5” a decimal point; say with --decimal',
    );
    expect(() => english(['668.337', '-489.538'])).toThrow(
      'Cannot tell whether “668.337” in x.csv has thousands or decimals: add --decimal comma or --decimal point',
    );
  });

  it('follow the word of the user', () => {
    expect(english(['668.337'], 'comma')).toEqual(['668,337']);
    expect(english(['668.337'], 'point')).toEqual(['668.337']);
    expect(english(['668,337'], 'comma')).toEqual(['668.337']);
  });

  it('mean the same in every country', () => {
    const numbers = fc.array(
      fc.record({ whole: fc.nat(10 ** 9), fraction: fc.stringMatching(/^\d{2}$/), negative: fc.boolean() }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(numbers, fc.constantFrom(['.', ','], [' ', ','], ["'", '.'], [',', '.']), (list, signs) => {
        const [thousands = '', decimals = ''] = signs;
        const written = (group: string, point: string) =>
          list.map(({ whole, fraction, negative }) => {
            const digits = String(whole).replace(/\B(?=(?:\d{3})+$)/g, group);
            return `${negative ? '(' : ''}${digits}${point}${fraction}${negative ? ')' : ''}`;
          });
        expect(english(written(thousands, decimals))).toEqual(written(',', '.'));
      }),
    );
  });

  it('of any signs lose no digit', () => {
    const field = fc.string({ unit: fc.constantFrom('1', '2', '0', '.', ',', ' ', "'", '(', '-', '%', 'A') });
    fc.assert(
      fc.property(fc.array(field), fc.constantFrom<DecimalSign>('point', 'comma'), (fields, decimal) => {
        const digits = (texts: readonly string[]) => texts.map((text) => text.replace(/\D/g, ''));
        expect(digits(english(fields, decimal))).toEqual(digits(fields));
      }),
    );
  });
});
