import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../filing/filing.js';
import { coefficientAt, decimalText, quantityOf } from './quantity.js';

const figure = (value: string, decimals: number, more: Partial<Figure> = {}): Figure =>
  ({ role: 'amount', unit: 'JPY', value, decimals, ...more }) as Figure;

describe('quantityOf', () => {
  it.each([
    ['29700000000', -8, 297, 8],
    ['-1204', 0, -1204, 0],
    ['0.90', 2, 90, -2],
    ['2.5', 2, 250, -2],
    ['0', -6, 0, 6],
    ['-0.05', 2, -5, -2],
  ])('reads %s with %i decimals as %i steps of 10^%i', (value, decimals, coefficient, exponent) => {
    expect(quantityOf(figure(value, decimals))).toMatchObject({ coefficient, exponent });
  });

  it.each([
    ['a label', figure('4', 0, { role: 'label' })],
    ['a date', figure('2024-03-31', 0, { unit: 'date' })],
    ['a number finer than its last printed digit', figure('1250', -2)],
    ['more decimals than are printed', figure('1.25', 1)],
    ['a number of twelve digits', figure('123456789012', 0)],
  ])('has none for %s', (_, own) => {
    expect(quantityOf(own)).toBeNull();
  });

  it('keeps the value: steps printed again are the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
        fc.integer({ min: -8, max: 8 }),
        (steps, exponent) => {
          const value = decimalText(steps, exponent);
          expect(quantityOf(figure(value, -exponent))).toMatchObject({ coefficient: steps, exponent });
        },
      ),
    );
  });
});

describe('coefficientAt', () => {
  it('is exact at a finer step, or none', () => {
    const million = { figure: figure('297000000', -6), coefficient: 297, exponent: 6 };
    expect(coefficientAt(million, 3)).toBe(297_000);
    expect(coefficientAt(million, -8)).toBeNull();
  });
});
