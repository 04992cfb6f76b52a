import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedNumber } from './printed-number.js';

describe('the number of a cell', () => {
  it.each([
    ['1,234', 4, 0, true],
    ['$ 1,234.5', 4, 1, true],
    ['(12,345,678)', 8, 0, true],
    ['US$(17)', 2, 0, false],
    ['4.50%', 1, 2, false],
    ['1,234(1)', 4, 0, true],
    ['¥\t431,915', 6, 0, true],
    ['.75', 0, 2, false],
    ['12.5*', 2, 1, false],
  ])('%s is in order', (text, wholeDigits, decimals, grouped) => {
    expect(printedNumber(text)).toMatchObject({ kind: 'plain', wholeDigits, decimals, grouped });
  });

  it.each([
    ['1,34', 'group', '1.34'],
    ['12,3456', 'group', null],
    ['1,234,56', 'group', '1,234.56'],
    ['1234,567', 'group', null],
    ['0,512', 'zero', '0.512'],
    ['1.234.567', 'points', '1,234,567'],
    ['1,,234', 'separator', '1,234'],
    ['1, 234', 'space', '1,234'],
    ['1,2O4', 'letter', '1,204'],
    ['(1,234', 'bracket', '(1,234)'],
    ['1,234)', 'bracket', '(1,234)'],
    ['((1,234))', 'sign', '(1,234)'],
    ['$$1,234', 'sign', '$1,234'],
    ['--1,234', 'sign', '-1,234'],
  ])('%s is not', (text, kind, expected) => {
    expect(printedNumber(text)).toMatchObject({ kind: 'faulty', faulty: { kind, expected } });
  });

  it.each([
    '',
    '—',
    'Total',
    '2024',
    '10.07.1',
    '5,16,34',
    '8,10 11,12 13,22',
    '53 1/2',
    '1995,1996',
    '3.50% - 4.25%',
    '12/31/2024',
  ])('%s is none, or a plain one', (text) => {
    expect(printedNumber(text)?.kind).not.toBe('faulty');
  });

  it('is in order for every amount that is printed with commas and decimals', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(999), fc.boolean(), (whole, part, bracketed) => {
        const text = `${whole.toLocaleString('en-US')}.${String(part).padStart(3, '0')}`;
        expect(printedNumber(bracketed ? `(${text})` : text)).toMatchObject({ kind: 'plain', decimals: 3 });
      }),
    );
  });

  it('is not in order where a digit behind a comma is dropped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (whole) => {
        expect(printedNumber(whole.toLocaleString('en-US').slice(0, -1))).toMatchObject({ kind: 'faulty' });
      }),
    );
  });

  it('takes no longer for a long cell', () => {
    expect(printedNumber('1,'.repeat(100_000))).toBeNull();
  });
});
