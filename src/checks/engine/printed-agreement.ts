import type { Figure } from '../../filing/filing.js';
import { Decimal, Interval } from '../../value/index.js';
import { typingSlip } from '../rates/likely-cause.js';

/**
 * Whether two printed figures can stand for one value. Printed to the same step they must be equal. Otherwise the
 * coarser one must be what the finer one shortens to, by rounding or, as is usual in Japan, by dropping digits.
 */
export function printedAgree(a: Figure, b: Figure): boolean {
  const [coarse, fine] = a.decimals <= b.decimals ? [a, b] : [b, a];
  const value = Decimal.parse(fine.value);
  const shortened = Decimal.parse(coarse.value);
  if (coarse.decimals === fine.decimals) return shortened.equals(value);
  return (
    Interval.ofPrinted(shortened, coarse.decimals, 'rounded').contains(value) ||
    Interval.ofPrinted(shortened, coarse.decimals, 'truncated').contains(value)
  );
}

/**
 * How one of two printed figures may have been mistyped for the other, compared at the coarser step; or null. Figures
 * of fewer than three digits are a digit apart by chance.
 */
export function printedSlip(a: Figure, b: Figure): string | null {
  const decimals = Math.min(a.decimals, b.decimals);
  const [typed = Decimal.ZERO, meant = Decimal.ZERO] = [a, b].map(({ value }) =>
    Decimal.parse(value).abs().dividedBy(Decimal.of(1n, decimals), 0, 'half-up'),
  );
  const shorter = Math.min(typed.toString().length, meant.toString().length);
  return shorter < 3 ? null : typingSlip(typed, meant);
}

/**
 * Compares two printed rates at the coarser of their steps: negative, zero or positive. Rounding keeps the order, so
 * a difference that remains is one of the rates themselves.
 */
export function comparePrinted(a: Figure, b: Figure): number {
  const decimals = Math.min(a.decimals, b.decimals);
  const left = Decimal.parse(a.value).rounded(decimals, 'half-up');
  return left.compare(Decimal.parse(b.value).rounded(decimals, 'half-up'));
}
