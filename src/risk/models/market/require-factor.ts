import { InputError } from '../../../value/index.js';
import type { MarketFactor } from './market-factor.js';

/** A year's volatility beyond this is a percentage that was meant as a fraction, or basis points. */
const MOST_VOLATILITY = { price: 10, 'exchange-rate': 10, 'interest-rate': 0.5 } as const;

/** Throws `InputError` for a factor whose level, stated volatility or forced change cannot be one. */
export function requireFactor({ id, quantity, level, volatility, forced }: MarketFactor): void {
  const isRate = quantity === 'interest-rate';
  if (!Number.isFinite(level) || (isRate ? Math.abs(level) > 1 : level <= 0)) {
    const expected = isRate ? 'a fraction a year such as 0.0125 for 1.25%' : 'a positive number';
    throw bad('bad-number', `level ${level} of factor "${id}"`, expected);
  }
  if (volatility !== null && !(volatility >= 0 && volatility <= MOST_VOLATILITY[quantity])) {
    const example = isRate
      ? 'an absolute one such as 0.004 for 40 basis points'
      : 'a fraction such as 0.25 for 25%';
    const expected = `0 to ${MOST_VOLATILITY[quantity]} a year, ${example}`;
    throw bad('bad-number', `volatility ${volatility} of factor "${id}"`, expected);
  }
  if (forced === null || (Number.isFinite(forced) && (isRate ? Math.abs(forced) <= 1 : forced > -1))) return;
  const expected = isRate ? 'a fraction such as 0.01 for one percentage point' : 'a number above -1 (-100%)';
  throw bad('bad-option', `change ${forced} of factor "${id}" in a scenario`, expected);
}

function bad(code: 'bad-number' | 'bad-option', unexpected: string, expected: string): InputError {
  return new InputError(code, `Unexpected ${unexpected}, expected ${expected}`);
}
