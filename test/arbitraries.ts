import fc from 'fast-check';
import { type Day, Decimal, dayOf, Fraction, type RoundingMode } from '../src/value/index.js';

/** Generators of values for property tests. Small coefficients are likely, so that ties and zeros turn up. */

export const ROUNDING_MODES: readonly RoundingMode[] = [
  'half-up',
  'half-even',
  'down',
  'up',
  'floor',
  'ceiling',
];

const coefficients = fc.oneof(
  fc.bigInt({ min: -200n, max: 200n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);

export const roundingModes = fc.constantFrom(...ROUNDING_MODES);

export const decimals = fc
  .tuple(coefficients, fc.integer({ min: 0, max: 8 }))
  .map(([coefficient, scale]) => Decimal.of(coefficient, scale));

export const positiveDecimals = decimals.filter((value) => value.sign() > 0);

export const fractions = fc
  .tuple(
    coefficients,
    coefficients.filter((value) => value !== 0n),
  )
  .map(([numerator, denominator]) => Fraction.of(numerator, denominator));

export const days = fc.integer({ min: dayOf(1584, 1, 1), max: dayOf(9990, 12, 31) }).map((day) => day as Day);
