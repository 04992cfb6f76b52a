import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceAt, judgeDifference, judgeQuotient, quotientAt } from './verdict.js';

const whole = (coefficient: number) => ({ coefficient, exponent: 0 });
const tenths = (coefficient: number) => ({ coefficient, exponent: -1 });

describe('judgeQuotient', () => {
  it('agrees exactly with the quotient rounded at its last digit', () => {
    const number = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: -4, max: 0 }), (n, m, exponent) => {
        const quotient = quotientAt(whole(n), whole(m), exponent);
        expect(judgeQuotient(whole(n), whole(m), quotient)?.agreement).toBe('exact');
      }),
    );
  });

  it('grants what the parts may stand for, and no more', () => {
    // 3 / 8 lies between 2.5 / 8.5 = 0.294 and 3.5 / 7.5 = 0.467.
    const percent = (coefficient: number) => ({ coefficient, exponent: -2 });
    expect(judgeQuotient(whole(3), whole(8), percent(38))?.agreement).toBe('exact');
    expect(judgeQuotient(whole(3), whole(8), percent(47))?.agreement).toBe('rounding');
    expect(judgeQuotient(whole(3), whole(8), percent(48))).toMatchObject({ agreement: null, far: false });
    expect(judgeQuotient(whole(3), whole(8), percent(49))).toMatchObject({ agreement: null, far: true });
    expect(judgeQuotient(whole(3), whole(8), percent(38))?.sharp).toBe(false);
  });

  it('is sharp where another last digit would show', () => {
    const rate = { coefficient: 297, exponent: -3 };
    expect(judgeQuotient(whole(18_460), whole(62_180), rate)).toMatchObject({
      agreement: 'exact',
      sharp: true,
    });
    expect(judgeQuotient(whole(18_460), whole(62_180), { ...rate, coefficient: 299 })?.agreement).toBeNull();
  });

  it('says nothing of a divisor of zero and of numbers beyond exact integers', () => {
    expect(judgeQuotient(whole(5), whole(0), whole(1))).toBeNull();
    expect(judgeQuotient(whole(9e14), whole(7), tenths(4))).toBeNull();
  });
});

describe('judgeDifference', () => {
  it('is exact for the difference itself, at any step', () => {
    const number = fc.integer({ min: -9_999_999, max: 9_999_999 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(judgeDifference(whole(a), whole(b), whole(a - b))).toMatchObject({
          agreement: 'exact',
          sharp: true,
        });
        expect(judgeDifference(tenths(a), tenths(b), tenths(a - b + 1))?.agreement).toBe('rounding');
        expect(judgeDifference(whole(a), whole(b), whole(a - b + 2))).toMatchObject({ agreement: null });
        expect(differenceAt(whole(a), whole(b), 0)?.coefficient).toBe(a - b);
      }),
    );
  });

  it('takes a coarser difference as rounded', () => {
    expect(judgeDifference(tenths(123), tenths(45), whole(8))).toMatchObject({
      agreement: 'exact',
      sharp: true,
    });
    expect(judgeDifference(whole(12), whole(4), tenths(81))?.sharp).toBe(false);
  });
});
