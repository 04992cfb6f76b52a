import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, Fraction } from '../../value/index.js';
import { ImpliedRate, type PrintedSize, sharedRate } from './implied-rate.js';

const size = (text: string, decimals: number): PrintedSize => ({ value: Decimal.parse(text), decimals });
const exactly = (value: bigint) => ImpliedRate.between(Fraction.of(value), Fraction.of(value));

describe('the rates that two printed amounts imply', () => {
  it('are all quotients of values that print so', () => {
    const implied = ImpliedRate.ofAmounts(size('100', 0), size('1.0', 1), 'rounded');
    expect(String(implied.low)).toBe(String(Fraction.of(995n, 10n).over(Fraction.of(105n, 100n))));
    expect(String(implied.high)).toBe(String(Fraction.of(1005n, 10n).over(Fraction.of(95n, 100n))));
  });

  it('have no upper end where the dollars may be zero', () => {
    expect(ImpliedRate.ofAmounts(size('3', 0), size('0.0', 1), 'rounded').high).toBeNull();
    expect(ImpliedRate.ofAmounts(size('0', 0), size('0.0', 1), 'truncated').low.numerator).toBe(0n);
  });

  it('disregard signs', () => {
    const loss = ImpliedRate.ofAmounts(size('-100', 0), size('1.0', 1), 'rounded');
    expect(loss.holds(Fraction.of(100n))).toBe(true);
  });

  it('hold every rate that prints the dollars from the local amount', () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 9n });
    const decimals = fc.integer({ min: -2, max: 3 });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 6n }), decimals, (local, perMille, places) => {
        const rate = Fraction.of(perMille, 1000n);
        const printed = Fraction.of(local).over(rate).rounded(places, 'half-up');
        const implied = ImpliedRate.ofAmounts(
          { value: Decimal.of(local), decimals: 0 },
          { value: printed, decimals: places },
          'rounded',
        );
        return implied.holds(rate);
      }),
    );
  });

  it('reads a printed rate in both directions', () => {
    const yen = ImpliedRate.ofPrinted(Decimal.parse('117.48'), 2, false);
    const dollars = ImpliedRate.ofPrinted(Decimal.parse('0.7820'), 4, true);
    expect(yen.holds(Fraction.of(117485n, 1000n))).toBe(true);
    expect(yen.holds(Fraction.of(117486n, 1000n))).toBe(false);
    expect(dollars.holds(Fraction.of(10000n, 7820n))).toBe(true);
    expect(dollars.holds(Fraction.of(1n))).toBe(false);
  });
});

describe('the rate that amounts share', () => {
  it('is the one that most of them hold', () => {
    const shared = sharedRate([exactly(117n), exactly(107n), exactly(107n), exactly(99n), exactly(107n)]);
    expect(shared?.members).toEqual([1, 2, 4]);
    expect(shared?.rate.holds(Fraction.of(107n))).toBe(true);
  });

  it('is held by no more than itself among thousands that differ', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => exactly(BigInt(index + 1)));
    expect(sharedRate(many)?.members.length).toBe(1);
    expect(sharedRate([])).toBeNull();
  });

  it('is held by as many as a count one by one finds', () => {
    const ends = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 8 }));
    fc.assert(
      fc.property(fc.array(ends, { minLength: 1, maxLength: 12 }), (list) => {
        const implied = list.map(([low, width]) =>
          ImpliedRate.between(Fraction.of(BigInt(low)), Fraction.of(BigInt(low + width))),
        );
        const most = Math.max(
          ...Array.from(
            { length: 40 },
            (_, at) => implied.filter((each) => each.holds(Fraction.of(BigInt(at)))).length,
          ),
        );
        return sharedRate(implied)?.members.length === most;
      }),
    );
  });
});
