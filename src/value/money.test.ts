import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimals } from '../../test/arbitraries.js';
import { Decimal } from './decimal.js';
import { Money } from './money.js';

const money = Money.parse;

describe('Money', () => {
  it('reads back what it prints', () => {
    fc.assert(
      fc.property(decimals, (amount) => {
        const text = Money.of(amount, 'JPY').toString();
        expect(money(text).toString()).toBe(text);
      }),
    );
  });

  it.each(['12.50', 'usd 1', 'USD', 'USD 1,000', 'USD  1'])('refuses %j', (text) => {
    expect(() => money(text)).toThrowError(/expected/);
  });

  it('adds, scales and rounds exactly, and only when told', () => {
    expect(money('USD 1.10').plus(money('USD 2.2')).toString()).toBe('USD 3.30');
    expect(money('USD 1.10').minus(money('USD 2.2')).toString()).toBe('USD -1.10');
    expect(money('USD 0.335').times(Decimal.of(1)).toString()).toBe('USD 0.335');
    expect(money('USD 0.335').rounded(2, 'half-up').toString()).toBe('USD 0.34');
    expect(money('USD 1.0').equals(money('USD 1'))).toBe(true);
    expect(money('USD 1').equals(money('EUR 1'))).toBe(false);
    expect(money('USD 1').negated().compare(money('USD 0'))).toBe(-1);
  });

  it('names both values when currencies mix', () => {
    const [a, b] = [money('EUR 5.00'), money('USD 3.00')];
    expect(() => a.plus(b)).toThrowError('Cannot add EUR 5.00 and USD 3.00: the currencies differ');
    expect(() => a.minus(b)).toThrowError('Cannot subtract EUR 5.00 and USD 3.00');
    expect(() => a.compare(b)).toThrowError('Cannot compare EUR 5.00 and USD 3.00');
  });
});

describe('Money.allocate', () => {
  it.each([
    ['USD 0.05', [1, 1], ['USD 0.03', 'USD 0.02']],
    ['USD 100', [1, 1, 1], ['USD 34', 'USD 33', 'USD 33']],
    ['JPY -100', [1, 2], ['JPY -33', 'JPY -67']],
    ['JPY 7', [0, 5], ['JPY 0', 'JPY 7']],
  ])('splits %s by %j', (text, weights, parts) => {
    expect(money(text).allocate(weights.map(BigInt)).map(String)).toEqual(parts);
  });

  it('conserves the whole, within one unit of the exact share', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 8 })
      .filter((list) => list.some((weight) => weight > 0n));
    fc.assert(
      fc.property(decimals, weights, (amount, list) => {
        const whole = Money.of(amount, 'USD');
        const parts = whole.allocate(list);
        const total = list.reduce((sum, weight) => sum + weight, 0n);
        expect(parts.reduce((sum, part) => sum.plus(part)).toString()).toBe(whole.toString());
        parts.forEach((part, index) => {
          const error = part.amount.coefficient * total - amount.coefficient * (list[index] ?? 0n);
          expect(error < total && error > -total).toBe(true);
        });
      }),
    );
  });

  it.each([[[]], [[0, 0]], [[2, -1]]])('refuses the weights %j', (weights) => {
    expect(() => money('USD 1').allocate(weights.map(BigInt))).toThrowError(
      /non-negative weights with a positive sum/,
    );
  });
});
