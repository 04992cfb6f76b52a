import { InputError } from '../../value/index.js';
import type { Distribution } from './distribution.js';

/**
 * Value at risk of a law of losses: the least amount that is not exceeded with probability `level` (0.99 is 99%).
 *
 * @throws InputError where the level is not between 0 and 1
 */
export function valueAtRiskOf(losses: Distribution, level: number): number {
  if (!(level > 0 && level < 1))
    throw new InputError(
      'bad-number',
      `Unexpected level ${level}, expected a number between 0 and 1 (0.99 for 99%).`,
    );
  return losses.quantile(level);
}

/**
 * Expected shortfall of a law of losses: the mean of the worst 1 − `level` of outcomes, with the part of an atom at the
 * value at risk that belongs to them (C. Acerbi, D. Tasche, Journal of Banking and Finance 26, 2002). From
 * E[(X − q)+] = E[X] − E[min(X, q)], so it is exact for every law. Null where the law has no mean.
 *
 * @throws InputError where the level is not between 0 and 1
 */
export function expectedShortfallOf(losses: Distribution, level: number): number | null {
  const quantile = valueAtRiskOf(losses, level);
  if (!Number.isFinite(losses.mean)) return null;
  return quantile + (losses.mean - losses.limitedMean(quantile)) / (1 - level);
}
