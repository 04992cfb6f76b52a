import type { PrintedNumber } from './printed-number.js';

/** What a recomputation says of a derived figure. */
export interface Verdict {
  /** `exact`: the printed parts give what is printed; `rounding`: values that the parts may stand for do; else null. */
  readonly agreement: 'exact' | 'rounding' | null;
  /** Whether another last digit would have shown: only then is agreement worth a tick. */
  readonly sharp: boolean;
  /** Whether the miss is more than one unit of the last printed digit beyond what rounding of the parts explains. */
  readonly far: boolean;
}

/**
 * Holds `quotient` against `dividend / divisor`, each printed number standing for all that rounds to it. The divisor is
 * positive. Exact integers throughout; null where they would pass 2^53, or where the divisor may be zero.
 */
export function judgeQuotient(
  dividend: PrintedNumber,
  divisor: PrintedNumber,
  quotient: PrintedNumber,
): Verdict | null {
  const shift = dividend.exponent - divisor.exponent - quotient.exponent;
  const [up, down] = shift >= 0 ? [10 ** shift, 1] : [1, 10 ** -shift];
  const [n, m, q] = [dividend.coefficient, divisor.coefficient, quotient.coefficient];
  if (m < 1) return null;
  const largest = Math.max((Math.abs(n) + 1) * 4 * up, (Math.abs(q) + 3) * 2 * (2 * m + 1) * down);
  if (!Number.isSafeInteger(largest)) return null;
  // The least and the greatest quotient, doubled: over the divisor that makes it so.
  const [least, greatest] = [2 * (2 * n - 1) * up, 2 * (2 * n + 1) * up];
  const leastOver = (n > 0 ? 2 * m + 1 : 2 * m - 1) * down;
  const greatestOver = (n >= 0 ? 2 * m - 1 : 2 * m + 1) * down;
  const reaches = (steps: number) => least <= (2 * q + steps) * leastOver;
  const comesDownTo = (steps: number) => greatest >= (2 * q - steps) * greatestOver;
  const agrees = reaches(1) && comesDownTo(1);
  const isExact = Math.abs(2 * n * up - 2 * q * m * down) <= m * down;
  const width = isExact ? 3 : 2;
  return {
    agreement: isExact ? 'exact' : agrees ? 'rounding' : null,
    sharp: least > (2 * q - width) * leastOver && greatest < (2 * q + width) * greatestOver,
    far: !reaches(3) || !comesDownTo(3),
  };
}

/** The quotient rounded half away from zero at an exponent. */
export function quotientAt(dividend: PrintedNumber, divisor: PrintedNumber, exponent: number): PrintedNumber {
  const shift = dividend.exponent - divisor.exponent - exponent;
  const [up, down] = shift >= 0 ? [10n ** BigInt(shift), 1n] : [1n, 10n ** BigInt(-shift)];
  const n = BigInt(Math.abs(dividend.coefficient)) * up;
  const m = BigInt(divisor.coefficient) * down;
  const size = Number((2n * n + m) / (2n * m));
  return { coefficient: dividend.coefficient < 0 ? 0 - size : size, exponent };
}

/** Holds `difference` against `minuend - subtrahend`; null where the numbers would pass 2^53. */
export function judgeDifference(
  minuend: PrintedNumber,
  subtrahend: PrintedNumber,
  difference: PrintedNumber,
): Verdict | null {
  const finest = Math.min(minuend.exponent, subtrahend.exponent, difference.exponent);
  const [stepA, stepB, stepD] = [minuend, subtrahend, difference].map(
    ({ exponent }) => 10 ** (exponent - finest),
  ) as [number, number, number];
  const off = Math.abs(
    minuend.coefficient * stepA - subtrahend.coefficient * stepB - difference.coefficient * stepD,
  );
  if (!Number.isSafeInteger(off * 2 + stepA + stepB + stepD)) return null;
  const isExact = off * 2 <= stepD - 1 || off === 0;
  const slack = stepA + stepB + stepD;
  return {
    agreement: isExact ? 'exact' : off * 2 <= slack ? 'rounding' : null,
    sharp: stepA <= stepD && stepB <= stepD,
    far: off * 2 > slack + 2 * stepD,
  };
}

/** The difference at an exponent, rounded half away from zero; null where the numbers would pass 2^53. */
export function differenceAt(
  minuend: PrintedNumber,
  subtrahend: PrintedNumber,
  exponent: number,
): PrintedNumber | null {
  const finest = Math.min(minuend.exponent, subtrahend.exponent, exponent);
  const fine =
    minuend.coefficient * 10 ** (minuend.exponent - finest) -
    subtrahend.coefficient * 10 ** (subtrahend.exponent - finest);
  if (!Number.isSafeInteger(fine * 2)) return null;
  const step = 10 ** (exponent - finest);
  const size = Math.floor((2 * Math.abs(fine) + step) / (2 * step));
  return { coefficient: fine < 0 ? 0 - size : size, exponent };
}
