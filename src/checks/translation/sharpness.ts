import type { Figure } from '../../filing/filing.js';
import { Decimal, type ShorteningHabit } from '../../value/index.js';
import { impliedRate, sizeOf, type Translation } from './fit.js';
import type { ImpliedRate } from './implied-rate.js';

/** Which of the two amounts of a translation a rate confirms. */
export interface SharpSides {
  readonly local: boolean;
  readonly dollars: boolean;
}

/**
 * An amount is confirmed to its last digit where the next digit up or down would not agree with the rate: of yen in
 * millions beside dollars in thousands that is the yen, since many dollars come of one printed million.
 */
export function sharpSides(translation: Translation, rate: ImpliedRate, habit: ShorteningHabit): SharpSides {
  const fits = (other: Translation) => impliedRate(other, habit).overlaps(rate);
  if (!fits(translation)) return { local: false, dollars: false };
  const { local, dollars } = translation;
  return {
    local: neighbours(local).every((other) => !fits({ ...translation, local: other })),
    dollars: neighbours(dollars).every((other) => !fits({ ...translation, dollars: other })),
  };
}

/** The figure with its last printed digit one higher and, where it is not zero, one lower. */
function neighbours(figure: Figure): Figure[] {
  const { value, decimals } = sizeOf(figure);
  const step = Decimal.of(1n, decimals);
  const lower = value.minus(step);
  const values = lower.sign() < 0 ? [value.plus(step)] : [value.plus(step), lower];
  return values.map((each) => ({ ...figure, value: each.toString() }));
}
