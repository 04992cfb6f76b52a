import type { Figure } from '../../filing/filing.js';
import { Decimal, Fraction } from '../../value/index.js';

/** All values from `low` to `high`, both included, exactly. Ratios of amounts need fractions, which `Interval` has not. */
export interface Range {
  readonly low: Fraction;
  readonly high: Fraction;
}

export const ZERO = Fraction.of(0n);
export const ONE = Fraction.of(1n);
export const HUNDRED = Fraction.of(100n);

export function exactly(value: Fraction): Range {
  return { low: value, high: value };
}

/** A value that is known to so many steps of its last printed digit either way, in halves: 1 is half a step. */
export function around(value: Fraction, decimals: number, halves = 1n): Range {
  const reach = stepOf(decimals).times(Fraction.of(halves, 2n));
  return { low: value.minus(reach), high: value.plus(reach) };
}

/** The worth of the last printed digit. */
export function stepOf(decimals: number): Fraction {
  const power = 10n ** BigInt(Math.abs(decimals));
  return decimals > 0 ? Fraction.of(1n, power) : Fraction.of(power);
}

export function plus(a: Range, b: Range): Range {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

export function minus(a: Range, b: Range): Range {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

/** The product of two ranges that hold nothing negative. */
export function times(a: Range, b: Range): Range {
  return { low: a.low.times(b.low), high: a.high.times(b.high) };
}

/** The quotient of two ranges above zero; null where the divisor reaches zero. */
export function over(a: Range, b: Range): Range | null {
  return b.low.compare(ZERO) <= 0 ? null : { low: a.low.over(b.high), high: a.high.over(b.low) };
}

export function overlap(a: Range, b: Range): boolean {
  return a.low.compare(b.high) <= 0 && b.low.compare(a.high) <= 0;
}

export function widthOf({ low, high }: Range): Fraction {
  return high.minus(low);
}

/** The printed size of a figure, sign aside: a loss is printed with brackets or as "a loss of". */
export function sizeOf({ value }: Figure): Fraction {
  return Fraction.fromDecimal(Decimal.parse(value).abs());
}

export function isNegative({ value }: Figure): boolean {
  return value.startsWith('-');
}
