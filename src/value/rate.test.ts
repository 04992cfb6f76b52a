import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positiveDecimals } from '../../test/arbitraries.js';
import { parseDay } from './day.js';
import { Decimal } from './decimal.js';
import { Money } from './money.js';
import { Rate } from './rate.js';

const DAY = parseDay('2006-03-31');
const rate = (base: string, quote: string, value: string) =>
  Rate.observed(base, quote, Decimal.parse(value), DAY, 'H.10');

describe('Rate', () => {
  it('says what one unit of its base costs', () => {
    const yen = rate('USD', 'JPY', '117.48');
    expect(yen.unit).toBe('JPY/USD');
    expect(yen.rounded(2, 'half-up').toString()).toBe('117.48');
    expect(yen.inverse().unit).toBe('USD/JPY');
    expect(yen.inverse().rounded(6, 'half-up').toString()).toBe('0.008512');
    expect(yen.inverse().path).toEqual(['JPY/USD 2937/25']);
  });

  it('is itself again when inverted twice', () => {
    fc.assert(
      fc.property(positiveDecimals, (value) => {
        const original = Rate.observed('USD', 'JPY', value, DAY, 'H.10');
        const twice = original.inverse().inverse();
        expect([twice.base, twice.quote, twice.day]).toEqual(['USD', 'JPY', DAY]);
        expect(twice.ratio).toEqual(original.ratio);
      }),
    );
  });

  it('crosses by multiplying, and keeps the path', () => {
    fc.assert(
      fc.property(positiveDecimals, positiveDecimals, (a, b) => {
        const euro = Rate.observed('EUR', 'USD', a, DAY, 'H.10');
        const yen = Rate.observed('USD', 'JPY', b, DAY, 'H.10');
        const cross = euro.cross(yen);
        expect(cross.unit).toBe('JPY/EUR');
        expect(cross.ratio).toEqual(euro.ratio.times(yen.ratio));
        expect(cross.path).toEqual([euro.toString(), yen.toString()]);
        expect(cross.inverse().ratio).toEqual(yen.inverse().cross(euro.inverse()).ratio);
      }),
    );
  });

  it('converts either way and rounds once', () => {
    const yen = rate('USD', 'JPY', '117.48');
    expect(yen.convert(Money.parse('JPY 29700000000'), -3, 'half-up').toString()).toBe('USD 252809000');
    expect(yen.convert(Money.parse('USD 2.50'), 0, 'half-up').toString()).toBe('JPY 294');
    expect(yen.convert(Money.parse('USD 2.50'), 2, 'half-up').toString()).toBe('JPY 293.70');
    fc.assert(
      fc.property(positiveDecimals, positiveDecimals, (value, amount) => {
        const direct = Rate.observed('USD', 'JPY', value, DAY, 'H.10');
        const money = Money.of(amount, 'USD');
        expect(direct.inverse().convert(money, 4, 'half-up').toString()).toBe(
          direct.convert(money, 4, 'half-up').toString(),
        );
      }),
    );
  });

  it('refuses what it cannot do, naming the values', () => {
    const yen = rate('USD', 'JPY', '117.48');
    expect(() => rate('USD', 'JPY', '0.00')).toThrowError('Unexpected rate 0.00 JPY per USD');
    expect(() => rate('USD', 'JPY', '-1')).toThrowError(/positive/);
    expect(() => yen.cross(rate('EUR', 'USD', '1.2'))).toThrowError(
      /expected a rate of the same day from JPY/,
    );
    const later = Rate.observed('JPY', 'EUR', Decimal.ONE, parseDay('2006-04-03'), 'H.10');
    expect(() => yen.cross(later)).toThrowError(/same day/);
    expect(() => yen.convert(Money.parse('EUR 1'), 0, 'down')).toThrowError(
      'Cannot convert EUR 1 at a rate of JPY/USD',
    );
  });
});
