import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimals } from '../../test/arbitraries.js';
import { Decimal } from './decimal.js';
import { Interval } from './interval.js';

const parse = Decimal.parse;

/** An interval with its ends open or closed, and values that lie in it. */
const intervals = fc
  .tuple(decimals, decimals, fc.boolean(), fc.boolean())
  .filter(([a, b]) => !a.equals(b))
  .map(([a, b, lowIncluded, highIncluded]) =>
    a.compare(b) < 0
      ? Interval.of(a, b, lowIncluded, highIncluded)
      : Interval.of(b, a, lowIncluded, highIncluded),
  );

const withMember = intervals.chain((interval) => {
  const middle = interval.low.plus(interval.high).times(parse('0.5'));
  const members = [interval.low, interval.high, middle].filter((value) => interval.contains(value));
  return fc.tuple(fc.constant(interval), fc.constantFrom(...members));
});

describe('what a printed figure stands for', () => {
  it.each([
    ['12.3', 1, 'rounded', '[12.25, 12.35]'],
    ['4218', 0, 'rounded', '[4217.5, 4218.5]'],
    ['29700000000', -8, 'rounded', '[29650000000, 29750000000]'],
    ['-12', 0, 'rounded', '[-12.5, -11.5]'],
    ['12', 0, 'truncated', '[12, 13)'],
    ['-12', 0, 'truncated', '(-13, -12]'],
    ['0', 0, 'truncated', '(-1, 1)'],
    ['120', -1, 'truncated', '[120, 130)'],
  ] as const)('%s at %i decimals, %s: %s', (value, places, habit, text) => {
    expect(Interval.ofPrinted(parse(value), places, habit).toString()).toBe(text);
  });

  it('holds a value if and only if the habit prints it so', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: -2, max: 6 }), (value, places) => {
        const truncated = value.rounded(places, 'down');
        expect(Interval.ofPrinted(truncated, places, 'truncated').contains(value)).toBe(true);
        for (const mode of ['half-up', 'half-even'] as const) {
          const rounded = Interval.ofPrinted(value.rounded(places, mode), places, 'rounded');
          expect(rounded.contains(value)).toBe(true);
        }
        const step = Decimal.of(1n, places);
        const next = truncated.plus(truncated.sign() < 0 ? step.negated() : step);
        expect(Interval.ofPrinted(truncated, places, 'truncated').contains(next)).toBe(false);
      }),
    );
  });
});

describe('Interval arithmetic', () => {
  it('holds every sum, difference and product of its members', () => {
    fc.assert(
      fc.property(withMember, withMember, ([a, x], [b, y]) => {
        expect(a.plus(b).contains(x.plus(y))).toBe(true);
        expect(a.minus(b).contains(x.minus(y))).toBe(true);
        expect(a.times(b).contains(x.times(y))).toBe(true);
        expect(a.negated().contains(x.negated())).toBe(true);
      }),
    );
  });

  it('overlaps symmetrically, and exactly where a value is in both', () => {
    fc.assert(
      fc.property(withMember, intervals, ([a, x], b) => {
        expect(a.overlaps(b)).toBe(b.overlaps(a));
        expect(a.intersection(b)?.contains(x) ?? false).toBe(b.contains(x));
        expect(a.overlaps(a)).toBe(true);
        expect(Interval.exactly(x).overlaps(b)).toBe(b.contains(x));
      }),
    );
  });

  it('minds open ends that touch', () => {
    const upTo13 = Interval.of(parse('12'), parse('13'), true, false);
    const from13 = Interval.of(parse('13'), parse('14'));
    expect(upTo13.overlaps(from13)).toBe(false);
    expect(Interval.of(parse('12'), parse('13')).intersection(from13)?.toString()).toBe('[13, 13]');
  });

  it('refuses ends that hold no value', () => {
    expect(() => Interval.of(parse('2'), parse('1'))).toThrowError('No value lies between 2 and 1');
    expect(() => Interval.of(parse('1.0'), parse('1'), true, false)).toThrowError(/No value lies/);
  });
});
