import { type CurrencyCode, type Day, formatDay } from '../../value/index.js';
import type { DailyRates } from '../daily-rates.js';
import { hasRedenominations, isRedenomination } from '../redenominations.js';

/** No rate moved so far in a day since 1971, but for Venezuela's: the greatest other move is 1.9-fold (LKR, 1977). */
const MOST_IN_A_DAY = 20;

/** So many rates must follow at the new level before it counts as one. */
const RATES_THAT_SETTLE_IT = 10;

/** A rate far off the one before it. */
export interface Jump {
  readonly index: number;
  /** ISO 8601. */
  readonly day: string;
  /**
   * `spike`: a later rate is back at the old level, so one of the two is wrong.
   * `unsettled`: too few rates follow to tell a new currency from a slip of the decimal point.
   */
  readonly kind: 'spike' | 'unsettled';
  /** A currency that was replaced before may be again: then the series waits, and the rest of the file does not. */
  readonly mayBeNewCurrency: boolean;
}

/**
 * The first rate that is more than 20-fold off the one before it and is not shown to be true: by ten further rates at
 * the new level, none of them back at the old, or by a known redenomination on that day. So a wrong rate is held up,
 * and a true change of currency is held up for ten business days at most.
 */
export function firstJump(currency: CurrencyCode, { days, coefficients }: DailyRates): Jump | null {
  for (let index = 1; index < days.length; index++) {
    const before = coefficients[index - 1] ?? 0;
    if (!isFarOff(coefficients[index] ?? 0, before)) continue;
    const kind = kindOf(coefficients, index, before);
    const day = (days[index] ?? 0) as Day;
    if (kind === null || (kind === 'unsettled' && isRedenomination(currency, day))) continue;
    return { index, day: formatDay(day), kind, mayBeNewCurrency: hasRedenominations(currency) };
  }
  return null;
}

function kindOf(coefficients: Float64Array, index: number, before: number): Jump['kind'] | null {
  const after = coefficients.subarray(index + 1, index + 1 + RATES_THAT_SETTLE_IT);
  if (after.some((rate) => !isFarOff(rate, before))) return 'spike';
  return after.length < RATES_THAT_SETTLE_IT ? 'unsettled' : null;
}

/** Coefficients of one series share their decimals, so their ratio is that of the rates; 20-fold needs no exactness. */
function isFarOff(rate: number, other: number): boolean {
  return rate > other * MOST_IN_A_DAY || other > rate * MOST_IN_A_DAY;
}
