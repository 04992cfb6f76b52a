import { type Fraction, InputError } from '../value/index.js';
import type { RateObservation, RateSeries } from './rate-source.js';

/** More decimals than any rate carries meaning for, or a table has room for. */
const MAX_DECIMALS = 12;

/** Throws `InputError` ('bad-option') for decimals that no rate is printed with. */
export function requireDecimals(decimals: number | undefined): void {
  if (decimals === undefined) return;
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MAX_DECIMALS) {
    throw new InputError('bad-option', `Unexpected decimals ${decimals}, expected 0 to ${MAX_DECIMALS}`);
  }
}

/**
 * How many decimals to print. In the source's own direction: what the source prints. Inverted: as many significant
 * digits as the source's greatest rate among `rates` carries, so that 117.48 is told apart from 117.49 as 0.0085121
 * from 0.0085114; 12 decimals at most.
 */
export function printedDecimals(series: RateSeries, rates: readonly RateObservation[]): number {
  if (!series.inverted) return series.decimals;
  const [first, ...rest] = rates;
  if (first === undefined) return series.decimals;
  const greatest = rest.reduce((a, b) => (b.printed.compare(a.printed) > 0 ? b : a), first);
  const digits = greatest.printed.coefficient.toString().length;
  return Math.min(MAX_DECIMALS, Math.max(0, digits - 1 - magnitudeOf(greatest.ratio)));
}

/** The power of ten of the first digit: 2 for 117.48, -3 for 0.0085. */
function magnitudeOf({ numerator, denominator }: Fraction): number {
  const guess = numerator.toString().length - denominator.toString().length;
  const reaches =
    guess >= 0
      ? numerator >= denominator * 10n ** BigInt(guess)
      : numerator * 10n ** BigInt(-guess) >= denominator;
  return reaches ? guess : guess - 1;
}
