import { Decimal, Fraction, plusDays } from '../../value/index.js';
import { redenominationsWithin } from '../redenominations.js';
import type { TranslationRate } from './translation-rate.js';

/**
 * From which move on a rate is called materially different, in percent, where the user sets none. Rule 3-20 names no
 * figure; 5% is where most reviewers begin to ask (the rule of thumb that Staff Accounting Bulletin 99 starts from).
 */
export const DEFAULT_MATERIAL_PERCENT = Decimal.of(5);

/** How the rate moved from the balance-sheet date to the latest practicable date. */
export interface RateMovement {
  readonly latest: TranslationRate;
  /** Of the rate as quoted, rounded once, half up, to two decimals: -2.98. */
  readonly percent: Decimal;
  /** The threshold, in percent. */
  readonly material: Decimal;
  /** Whether the exact move, either way, is above the threshold. */
  readonly isMaterial: boolean;
  /** Whether the currency was redenominated in between: then the percentage says nothing. */
  readonly isRedenominated: boolean;
}

/** The move between two rates of one unit, by exact fractions. */
export function rateMovement(
  first: TranslationRate,
  latest: TranslationRate,
  material: Decimal = DEFAULT_MATERIAL_PERCENT,
): RateMovement {
  const ratio = Fraction.fromDecimal(latest.value).over(Fraction.fromDecimal(first.value));
  const percent = ratio.minus(Fraction.of(1n)).times(Fraction.of(100n));
  const size = percent.numerator < 0n ? Fraction.of(-percent.numerator, percent.denominator) : percent;
  const span = { start: first.day, until: plusDays(latest.day, 1) };
  return {
    latest,
    percent: percent.rounded(2, 'half-up'),
    material,
    isMaterial: size.compare(Fraction.fromDecimal(material)) > 0,
    isRedenominated: [first.from, first.to].some((code) => redenominationsWithin(code, span).length > 0),
  };
}
