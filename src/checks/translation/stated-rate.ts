import type { Figure } from '../../filing/filing.js';
import { type CurrencyCode, type Day, Fraction, isInstant } from '../../value/index.js';
import { numberOf } from '../rates/official.js';
import { isRateUnit } from '../rates/rate-cells.js';
import { ImpliedRate } from './implied-rate.js';

/** A rate against the U.S. dollar that a report prints, seen as local units for one dollar. */
export interface StatedRate {
  readonly figure: Figure;
  /** The one that is not the U.S. dollar. */
  readonly currency: CurrencyCode;
  /** Exactly as printed: local units for one dollar. */
  readonly perDollar: Fraction;
  /** Whether it is printed the other way, as dollars for one local unit. */
  readonly inverse: boolean;
  /** Every rate that is printed so. */
  readonly meant: ImpliedRate;
  /** The day that it is said to be of, or null. */
  readonly day: Day | null;
}

/** The rate that a figure states; null for anything else and for a rate between two other currencies. */
export function statedRate(figure: Figure): StatedRate | null {
  if (figure.role !== 'amount' || !isRateUnit(figure.unit)) return null;
  const [quote = '', base = ''] = figure.unit.split('/');
  const printed = numberOf(figure.value);
  if (printed === null || printed.sign() <= 0 || (quote === 'USD') === (base === 'USD')) return null;
  const inverse = quote === 'USD';
  const ratio = Fraction.fromDecimal(printed);
  return {
    figure,
    currency: inverse ? base : quote,
    perDollar: inverse ? ratio.inverse() : ratio,
    inverse,
    meant: ImpliedRate.ofPrinted(printed, figure.decimals, inverse),
    day: figure.period !== null && isInstant(figure.period) ? figure.period.instant : null,
  };
}

/** The rates without those that state the same again; none where they are so many that an amount fits one by chance. */
export function fewRates(rates: readonly StatedRate[]): StatedRate[] {
  const byValue = new Map<string, StatedRate>();
  for (const rate of rates) {
    const value = `${rate.currency} ${rate.perDollar}`;
    if (!byValue.has(value)) byValue.set(value, rate);
  }
  return byValue.size > MOST_RATES ? [] : [...byValue.values()];
}

const MOST_RATES = 8;
