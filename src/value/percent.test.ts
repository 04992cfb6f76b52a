import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimals } from '../../test/arbitraries.js';
import { Decimal } from './decimal.js';
import { Percent } from './percent.js';

const parse = Decimal.parse;

describe('Percent', () => {
  it('means the same in each of its three forms', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        const share = Percent.ofPercent(value);
        expect(share.toPercent().toString()).toBe(value.toString());
        expect(Percent.ofFraction(share.toFraction()).equals(share)).toBe(true);
        expect(Percent.ofBasisPoints(share.toBasisPoints()).equals(share)).toBe(true);
      }),
    );
  });

  it('reads as the name says', () => {
    const share = Percent.ofPercent(parse('29.7'));
    expect(share.toString()).toBe('29.7%');
    expect(share.toFraction().equals(parse('0.297'))).toBe(true);
    expect(share.toBasisPoints().equals(parse('2970'))).toBe(true);
    expect(share.applyTo(parse('1000')).equals(parse('297'))).toBe(true);
  });

  it('rounds a ratio once', () => {
    expect(Percent.ofRatio(parse('1'), parse('3'), 1, 'half-up').toString()).toBe('33.3%');
    expect(Percent.ofRatio(parse('2'), parse('-3'), 2, 'half-up').toString()).toBe('-66.67%');
    expect(() => Percent.ofRatio(parse('1'), parse('0'), 1, 'half-up')).toThrowError(/by zero/);
  });
});
