import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimals, roundingModes } from '../../test/arbitraries.js';
import { Decimal } from './decimal.js';
import type { RoundingMode } from './rounding.js';

const parse = Decimal.parse;

describe('Decimal text', () => {
  it.each([
    ['0', 0n, 0],
    ['0.00', 0n, 2],
    ['117.48', 11748n, 2],
    ['104.40', 10440n, 2],
    ['-0.5', -5n, 1],
    ['29700000000', 29700000000n, 0],
    ['0.000001', 1n, 6],
  ])('reads and prints %s', (text, coefficient, scale) => {
    const value = parse(text);
    expect([value.coefficient, value.scale]).toEqual([coefficient, scale]);
    expect(value.toString()).toBe(text);
  });

  it.each([
    ['+1.50', '1.50'],
    ['007', '7'],
    ['-0.00', '0.00'],
  ])('prints %s in the plain form %s', (text, plain) => {
    expect(parse(text).toString()).toBe(plain);
  });

  it.each(['', ' 1', '1 ', '1,234', '1.', '.5', '1e3', '0x1f', '--1', 'NaN', '１', '1\n', '9'.repeat(1001)])(
    'refuses %j',
    (text) => {
      expect(() => parse(text)).toThrowError(/expected a plain decimal/);
    },
  );

  it('reads back what it prints, digit for digit', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        const again = parse(value.toString());
        expect([again.coefficient, again.scale]).toEqual([value.coefficient, value.scale]);
      }),
    );
  });

  it('takes safe integers only, and multiplies a negative scale out', () => {
    expect(Decimal.of(5, 1).toString()).toBe('0.5');
    expect(Decimal.of(297n, -8).toString()).toBe('29700000000');
    expect(() => Decimal.of(0.1)).toThrowError(/expected a safe integer/);
    expect(() => Decimal.of(2 ** 53)).toThrowError(/expected a safe integer/);
  });
});

describe('Decimal algebra', () => {
  it('adds and multiplies as exact ratios do', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(sameRatio(a.plus(b), a.coefficient * ten(b) + b.coefficient * ten(a), ten(a) * ten(b))).toBe(
          true,
        );
        expect(sameRatio(a.times(b), a.coefficient * b.coefficient, ten(a) * ten(b))).toBe(true);
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        expect(a.plus(b).scale).toBe(Math.max(a.scale, b.scale));
      }),
    );
  });

  it('obeys the laws of a ring', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        expect(
          a
            .plus(b)
            .plus(c)
            .equals(a.plus(b.plus(c))),
        ).toBe(true);
        expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true);
        expect(a.plus(Decimal.ZERO).equals(a) && a.times(Decimal.ONE).equals(a)).toBe(true);
        expect(a.plus(a.negated()).sign()).toBe(0);
        expect(a.abs().sign()).toBe(a.sign() === 0 ? 0 : 1);
      }),
    );
  });

  it('compares by value, whatever the trailing zeros', () => {
    expect(parse('1.50').equals(parse('1.5'))).toBe(true);
    expect(parse('1.50').compare(parse('1.51'))).toBe(-1);
    fc.assert(
      fc.property(decimals, decimals, fc.integer({ min: 0, max: 5 }), (a, b, zeros) => {
        const padded = a.rounded(a.scale + zeros, 'down');
        expect(padded.scale).toBe(a.scale + zeros);
        expect(padded.equals(a)).toBe(true);
        expect(padded.compare(b)).toBe(a.minus(b).sign());
        expect(a.compare(b) + b.compare(a)).toBe(0);
      }),
    );
  });

  it('crosses to a double only through toNumber', () => {
    expect(parse('117.48').toNumber()).toBe(117.48);
  });
});

describe('Decimal rounding', () => {
  /** Each row: value, decimals, then what each mode makes of it. */
  const table: [string, number, Record<RoundingMode, string>][] = [
    row('113.665', 2, '113.67', '113.66', '113.66', '113.67', '113.66', '113.67'),
    row('114.625', 2, '114.63', '114.62', '114.62', '114.63', '114.62', '114.63'),
    row('-2.5', 0, '-3', '-2', '-2', '-3', '-3', '-2'),
    row('2.5', 0, '3', '2', '2', '3', '2', '3'),
    row('0.4', 0, '0', '0', '0', '1', '0', '1'),
    row('-0.4', 0, '0', '0', '0', '-1', '-1', '0'),
    row('1250', -2, '1300', '1200', '1200', '1300', '1200', '1300'),
    row('1.2', 3, '1.200', '1.200', '1.200', '1.200', '1.200', '1.200'),
  ];

  it.each(table)('rounds %s to %i decimals', (text, places, expected) => {
    for (const [mode, rounded] of Object.entries(expected)) {
      expect(
        parse(text)
          .rounded(places, mode as RoundingMode)
          .toString(),
        mode,
      ).toBe(rounded);
    }
  });

  it('agrees with the definition of each mode', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: -3, max: 8 }), roundingModes, (value, places, mode) => {
        const rounded = value.rounded(places, mode);
        expect(isRounded(value, rounded, places, mode)).toBe(true);
        expect(rounded.scale).toBe(Math.max(0, places));
      }),
      { numRuns: 500 },
    );
  });

  it('divides as the exact ratio would round', () => {
    fc.assert(
      fc.property(
        decimals,
        decimals.filter((divisor) => divisor.sign() !== 0),
        fc.integer({ min: -2, max: 6 }),
        (a, b, places) => {
          const quotient = a.dividedBy(b, places, 'half-up');
          // |a − q·b| ≤ |b| × half a step, the definition of a nearest quotient.
          const error = a.minus(quotient.times(b)).abs();
          expect(error.compare(b.abs().times(Decimal.of(5n, places + 1)))).toBeLessThanOrEqual(0);
        },
      ),
    );
    expect(parse('1').dividedBy(parse('3'), 4, 'half-up').toString()).toBe('0.3333');
    expect(parse('-1').dividedBy(parse('8'), 2, 'half-up').toString()).toBe('-0.13');
    expect(parse('1').dividedBy(parse('-8'), 2, 'half-even').toString()).toBe('-0.12');
    expect(() => parse('1.5').dividedBy(parse('0.00'), 2, 'down')).toThrowError('Cannot divide 1.5 by zero');
  });
});

function row(
  text: string,
  places: number,
  ...[up, even, down, away, floor, ceiling]: [string, string, string, string, string, string]
): [string, number, Record<RoundingMode, string>] {
  return [text, places, { 'half-up': up, 'half-even': even, down, up: away, floor, ceiling }];
}

function ten(value: Decimal): bigint {
  return 10n ** BigInt(value.scale);
}

function sameRatio(value: Decimal, numerator: bigint, denominator: bigint): boolean {
  return value.coefficient * denominator === numerator * ten(value);
}

/** The modes told apart by order and distance alone, in units of 10^-8 × 2 so that a half step is whole. */
function isRounded(value: Decimal, rounded: Decimal, places: number, mode: RoundingMode): boolean {
  const scaled = (decimal: Decimal) => decimal.coefficient * 2n * 10n ** BigInt(8 - decimal.scale);
  const [x, r, step] = [scaled(value), scaled(rounded), 2n * 10n ** BigInt(8 - places)];
  const size = (n: bigint) => (n < 0n ? -n : n);
  const gap = size(x - r);
  if (r % step !== 0n || gap >= step) return false;
  switch (mode) {
    case 'floor':
      return r <= x;
    case 'ceiling':
      return r >= x;
    case 'down':
      return size(r) <= size(x);
    case 'up':
      return size(r) >= size(x);
    case 'half-up':
      return 2n * gap < step || (2n * gap === step && size(r) > size(x));
    case 'half-even':
      return 2n * gap < step || (2n * gap === step && (r / step) % 2n === 0n);
  }
}
