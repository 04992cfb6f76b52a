/**
 * How a value between two representable ones is settled.
 * `half-up` sends ties away from zero (official tables), `half-even` to the even digit,
 * `down` truncates toward zero, `up` goes away from zero, `floor` and `ceiling` toward the infinities.
 */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up' | 'floor' | 'ceiling';

/** `numerator / denominator` as an integer under `mode`; the denominator must be positive. */
export function roundQuotient(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const away = numerator < 0n ? quotient - 1n : quotient + 1n;
  return goesAway(quotient, remainder, denominator, mode) ? away : quotient;
}

function goesAway(quotient: bigint, remainder: bigint, denominator: bigint, mode: RoundingMode): boolean {
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  switch (mode) {
    case 'half-up':
      return twice >= denominator;
    case 'half-even':
      return twice > denominator || (twice === denominator && quotient % 2n !== 0n);
    case 'down':
      return false;
    case 'up':
      return true;
    case 'floor':
      return remainder < 0n;
    case 'ceiling':
      return remainder > 0n;
  }
}

/** 10 to the power of a non-negative integer. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
