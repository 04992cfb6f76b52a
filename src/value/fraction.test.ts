import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimals, fractions, roundingModes } from '../../test/arbitraries.js';
import { Decimal } from './decimal.js';
import { Fraction } from './fraction.js';

const ZERO = Fraction.of(0n);
const ONE = Fraction.of(1n);

describe('Fraction', () => {
  it.each([
    [6n, 4n, '3/2'],
    [6n, -4n, '-3/2'],
    [-6n, -4n, '3/2'],
    [0n, -7n, '0/1'],
    [11748n, 100n, '2937/25'],
  ])('keeps %d/%d in lowest terms', (numerator, denominator, text) => {
    expect(Fraction.of(numerator, denominator).toString()).toBe(text);
  });

  it('obeys the laws of a field', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(a.plus(b)).toEqual(b.plus(a));
        expect(a.plus(b).plus(c)).toEqual(a.plus(b.plus(c)));
        expect(a.times(b)).toEqual(b.times(a));
        expect(a.times(b.times(c))).toEqual(a.times(b).times(c));
        expect(a.times(b.plus(c))).toEqual(a.times(b).plus(a.times(c)));
        expect(a.minus(a)).toEqual(ZERO);
        if (!a.equals(ZERO)) {
          expect(a.times(a.inverse())).toEqual(ONE);
          expect(a.inverse().inverse()).toEqual(a);
          expect(b.over(a).times(a)).toEqual(b);
        }
      }),
    );
  });

  it('means lie between the least and the greatest, and times the count make the sum', () => {
    fc.assert(
      fc.property(fc.array(fractions, { minLength: 1, maxLength: 12 }), (values) => {
        const mean = Fraction.mean(values);
        const sorted = [...values].sort((a, b) => a.compare(b));
        expect(mean.compare(sorted[0] ?? ZERO)).toBeGreaterThanOrEqual(0);
        expect(mean.compare(sorted.at(-1) ?? ZERO)).toBeLessThanOrEqual(0);
        expect(mean.times(Fraction.of(BigInt(values.length)))).toEqual(
          values.reduce((sum, value) => sum.plus(value), ZERO),
        );
      }),
    );
  });

  it('rounds a decimal as the decimal itself does', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: -3, max: 9 }), roundingModes, (value, places, mode) => {
        const rounded = Fraction.fromDecimal(value).rounded(places, mode);
        expect(rounded.toString()).toBe(value.rounded(places, mode).toString());
      }),
      { numRuns: 300 },
    );
  });

  it('rounds a ratio that no decimal holds', () => {
    const third = Fraction.of(1n, 3n);
    expect(third.rounded(4, 'half-up').toString()).toBe('0.3333');
    expect(third.rounded(4, 'ceiling').toString()).toBe('0.3334');
    expect(Fraction.of(-2n, 3n).rounded(2, 'half-up').toString()).toBe('-0.67');
    expect(Fraction.of(2000n, 3n).rounded(-2, 'half-up').toString()).toBe('700');
  });

  it('orders like the numbers', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(a.compare(b)).toBe(Decimal.of(a.minus(b).numerator).sign());
        expect(a.compare(b) === 0).toBe(a.equals(b));
      }),
    );
  });

  it('refuses to divide by zero', () => {
    expect(() => Fraction.of(1n, 0n)).toThrowError('Cannot form the ratio 1/0');
    expect(() => ZERO.inverse()).toThrowError(/ratio 1\/0/);
    expect(() => Fraction.mean([])).toThrowError(/ratio/);
  });
});
