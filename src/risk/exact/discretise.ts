import { integrate, integrateCell } from '../distributions/special-functions/quadrature.js';
import type { ContinuousPart, SeverityLaw } from './severity-law.js';

/**
 * How an amount becomes a multiple of the cell:
 *
 * - `rounding`: to the nearest;
 * - `unbiased`: parted between its two neighbours so that the mean stays;
 * - `lower`, `upper`: down or up, which gives bounds for the law of every sum.
 *
 * Source: S. Klugman, H. Panjer and G. Willmot, Loss Models, 4th ed., section 9.6.5.
 */
export type Discretisation = 'rounding' | 'unbiased' | 'lower' | 'upper';

/**
 * Probabilities of 0, h, 2h, … below `count` cells; what is missing to 1 lies beyond. Points with probability of their
 * own that lie on the grid stay where they are in each method.
 */
export function discretise(
  law: SeverityLaw,
  cell: number,
  count: number,
  method: Discretisation,
): Float64Array {
  const out = discretiseAtoms(law, cell, count, method);
  if (law.continuous !== null) addContinuous(out, law.continuous, cell, method);
  return out;
}

/** The same of the points alone. */
export function discretiseAtoms(
  { atoms }: SeverityLaw,
  cell: number,
  count: number,
  method: Discretisation,
): Float64Array {
  const out = new Float64Array(count);
  for (const { at, probability } of atoms) {
    const place = at / cell;
    const nearest = Math.round(place);
    // A point within rounding of the grid is on the grid.
    const isOnGrid = Math.abs(place - nearest) <= 1e-9 * Math.max(1, nearest);
    const below = isOnGrid ? nearest : Math.floor(place);
    const part = isOnGrid ? 0 : partAbove(place - below, method);
    if (below < count) out[below] = (out[below] as number) + probability * (1 - part);
    if (below + 1 < count) out[below + 1] = (out[below + 1] as number) + probability * part;
  }
  return out;
}

/** How much of a point goes to the cell above. */
function partAbove(fraction: number, method: Discretisation): number {
  if (method === 'unbiased') return fraction;
  if (method === 'rounding') return fraction < 0.5 ? 0 : 1;
  return method === 'upper' ? 1 : 0;
}

function addContinuous(out: Float64Array, part: ContinuousPart, cell: number, method: Discretisation): void {
  if (method === 'unbiased') {
    addUnbiased(out, part, cell);
    return;
  }
  const offset = { rounding: 0.5, lower: 1, upper: 0 }[method];
  let before = 0;
  for (let j = 0; j < out.length; j++) {
    const upTo = part.upTo((j + offset) * cell);
    out[j] = (out[j] as number) + Math.max(0, upTo - before);
    before = upTo;
  }
}

/** With c(j) the integral of the survival function over cell j, f(j) = (c(j − 1) − c(j)) / h and f(0) = mass − c(0) / h. */
function addUnbiased(out: Float64Array, part: ContinuousPart, cell: number): void {
  const { mass, upTo, kinks } = part;
  const survival = (y: number) => mass - upTo(y);
  let before = mass * cell;
  let kink = 0;
  for (let j = 0; j < out.length; j++) {
    const [low, high] = [j * cell, (j + 1) * cell];
    let integral = 0;
    let from = low;
    while (kink < kinks.length && (kinks[kink] as number) < high) {
      const to = kinks[kink++] as number;
      if (to <= from) continue;
      integral += integrate(survival, from, to);
      from = to;
    }
    integral += from === low ? integrateCell(survival, low, high) : integrate(survival, from, high);
    out[j] = (out[j] as number) + Math.max(0, (before - integral) / cell);
    before = integral;
  }
}
