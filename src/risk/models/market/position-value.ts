import { rateFairValue } from './fair-value.js';
import type { Position } from './market-spec.js';
import { exposureOf, type FactorIndex, factorOf, requirePosition } from './position-exposure.js';

/** A position with a fair value, ready to be valued again at another level of its factor. */
export interface ValuedPosition {
  readonly position: Position;
  readonly factor: string;
  /** Change of its fair value in the reporting currency for a change of the factor: a fraction of its level, of interest rates absolute. */
  change(change: number): number;
}

/**
 * Null for what has no fair value that moves with the market: flows of the year, and ADSs, which others hold; and for
 * debt, deposits and swaps without maturities, whose cash flows are not known. Throws `InputError` as `factorOf`.
 */
export function valuedPosition(position: Position, factors: FactorIndex): ValuedPosition | null {
  requirePosition(position);
  if (position.position === 'ads') return null;
  const factor = factorOf(factors, position.factor, position);
  if (position.position === 'rate') {
    if (position.maturities.length === 0) return null;
    const today = rateFairValue(position, factor.level);
    return {
      position,
      factor: factor.id,
      change: (change) => rateFairValue(position, factor.level + change) - today,
    };
  }
  if (position.basis === 'flow') return null;
  const exposure = exposureOf(position, factor);
  return { position, factor: factor.id, change: (change) => exposure * change };
}

/** Change of fair value for a change of the factor by 1, at today's level: the central difference over a basis point each way. */
export function deltaOf({ change }: ValuedPosition): number {
  const step = 1e-4;
  return (change(step) - change(-step)) / (2 * step);
}
