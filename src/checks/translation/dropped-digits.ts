import { type Fit, impliedRate, type Translation } from './fit.js';
import type { StatedRate } from './stated-rate.js';

/** A translation with the rate that it fits. */
export interface Fitted {
  readonly translation: Translation;
  readonly rate: StatedRate;
  readonly fit: Fit;
}

/** Whether a report drops digits instead of rounding: several amounts fit only so, and nearly all fit so. */
export function dropsDigits(fitted: readonly Fitted[]): boolean {
  const tight = fitted.filter(({ translation }) => impliedRate(translation).isTight());
  const onlySo = tight.filter(({ fit }) => fit === 'truncated').length;
  const also = tight.filter(({ translation, rate }) =>
    impliedRate(translation, 'truncated').overlaps(rate.meant),
  );
  return onlySo >= FEWEST && 10 * also.length >= 9 * tight.length;
}

const FEWEST = 3;

/** Whether a fit confirms an amount, in a report of this habit. */
export function confirms(fit: Fit, truncates: boolean): boolean {
  return fit === 'exact' || fit === 'rounding' || (fit === 'truncated' && truncates);
}

/** Why a fit that does not confirm an amount speaks against none. */
export function doubtOf(fit: Fit): string {
  return fit === 'loose'
    ? 'agrees with the stated rate as an approximate amount only'
    : 'agrees with the stated rate only where digits were dropped instead of rounded';
}
