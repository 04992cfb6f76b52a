import type { Distribution } from '../distributions/distribution.js';
import type { DistributionSpec } from '../distributions/distribution-spec.js';
import { integrate } from '../distributions/special-functions/quadrature.js';
import type { Piece } from './occurrence-pieces.js';
import { LOWEST, quantileLadder } from './quantile-ladder.js';
import { rawMoments } from './raw-moments.js';

/** Panels between two quantiles of the ladder. */
const PANELS = 12;

/**
 * E[Y], E[Y²], E[Y³] of Y = g(X) with g straight in pieces and 0 below 0: the closed moments of X for the last piece,
 * less what that counts too much below it, plus the other pieces, by parts: ∫ gᵏ dF = [gᵏ F] − ∫ k gᵏ⁻¹ g′ F dx.
 */
export function pieceMoments(
  spec: DistributionSpec,
  law: Distribution,
  pieces: readonly Piece[],
): readonly [number, number, number] {
  const closed = rawMoments(spec, law);
  return [1, 2, 3].map((order) => {
    const last = pieces.at(-1) as Piece;
    let sum = lastPiece(order, closed, law, last);
    for (const [index, piece] of pieces.slice(0, -1).entries()) {
      sum += partMoment(order, law, piece, piece.start, (pieces[index + 1] as Piece).start);
    }
    return Math.max(0, sum);
  }) as [number, number, number];
}

/** E[gᵏ; X ≥ start] of the piece without an end. */
function lastPiece(
  order: number,
  [first, second, third]: readonly [number, number, number],
  law: Distribution,
  piece: Piece,
): number {
  const { start, amount, slope } = piece;
  if (slope === 0) return amount === 0 ? 0 : amount ** order * (1 - law.cdf(start));
  const c = amount - slope * start;
  const whole =
    order === 1
      ? slope * first + c
      : order === 2
        ? slope ** 2 * second + 2 * slope * c * first + c ** 2
        : slope ** 3 * third + 3 * slope ** 2 * c * second + 3 * slope * c ** 2 * first + c ** 3;
  const [low] = law.support;
  if (whole === Infinity || start <= low) return whole;
  const from = Number.isFinite(low) ? low : Math.min(start, law.quantile(LOWEST));
  return whole - partMoment(order, law, piece, from, start);
}

/** ∫ gᵏ dF over [from, to], where g is the straight line of a piece. */
function partMoment(order: number, law: Distribution, piece: Piece, from: number, to: number): number {
  const line = (x: number) => piece.amount + piece.slope * (x - piece.start);
  const ends = line(to) ** order * law.cdf(to) - line(from) ** order * law.cdf(from);
  if (piece.slope === 0) return ends;
  const f = (x: number) => order * line(x) ** (order - 1) * piece.slope * law.cdf(x);
  const steps = [from, ...quantileLadder(law).filter((x) => x > from && x < to), to];
  let integral = 0;
  for (let index = 1; index < steps.length; index++) {
    integral += integrate(f, steps[index - 1] as number, steps[index] as number, PANELS);
  }
  return ends - integral;
}
