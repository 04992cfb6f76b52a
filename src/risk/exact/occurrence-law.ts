import type { Distribution } from '../distributions/distribution.js';
import { distributionOf } from '../distributions/distribution-of.js';
import type { DistributionSpec } from '../distributions/distribution-spec.js';
import { type Point, pointsOf } from '../distributions/points.js';
import type { EventSpec } from '../models/event/event-spec.js';
import { lossOf, recoveriesOf } from '../models/event/occurrence.js';
import { amountAtEnd, largestSeverity, type Piece, risingPieces } from './occurrence-pieces.js';
import { pieceMoments } from './piece-moments.js';
import { quantileLadder } from './quantile-ladder.js';
import type { SeverityLaw } from './severity-law.js';

/** How much of a loss, and of what the insurance pays, is counted: both 1 for the net loss. */
export interface CountedShares {
  readonly loss: number;
  readonly recovery: number;
}

/**
 * The law of what one occurrence leaves: limit, threshold and insurance layers applied to its severity, exactly. Null
 * where a larger severity can leave less, as where layers together pay more than the loss.
 */
export function occurrenceLaw(
  severity: DistributionSpec,
  terms: Pick<EventSpec, 'limit' | 'franchise' | 'insurance'>,
  shares: CountedShares,
): SeverityLaw | null {
  function amount(x: number): number {
    const loss = lossOf(x, terms);
    const recovered = recoveriesOf(loss, terms).reduce((sum, paid) => sum + paid, 0);
    return shares.loss * loss - shares.recovery * recovered;
  }
  const pieces = risingPieces(amount, bendsOf(terms));
  if (pieces === null) return null;
  const points = pointsOf(severity);
  if (points === null) return continuousLaw(severity, pieces);
  return ofPoints(merged(points.map(({ at, probability }) => ({ at: amount(at), probability }))));
}

function bendsOf({
  limit,
  franchise,
  insurance,
}: Pick<EventSpec, 'limit' | 'franchise' | 'insurance'>): number[] {
  const ofLayers = insurance.flatMap(({ excess, limit: most }) => [excess, excess + (most ?? 0)]);
  return [franchise, ...(limit === null ? [] : [limit]), ...ofLayers].filter(
    (bend) => limit === null || bend <= limit,
  );
}

function ofPoints(atoms: readonly Point[]): SeverityLaw {
  const moment = (order: number) =>
    atoms.reduce((sum, { at, probability }) => sum + probability * at ** order, 0);
  return { atoms, continuous: null, moments: [moment(1), moment(2), moment(3)] };
}

function continuousLaw(spec: DistributionSpec, pieces: readonly Piece[]): SeverityLaw {
  const law = distributionOf(spec);
  const flat = pieces.flatMap(({ start, amount, slope }, index) => {
    if (slope !== 0) return [];
    const end = pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    // A severity below 0 counts as 0.
    const below = index === 0 ? 0 : law.cdf(start);
    return [{ at: amount, probability: (end === Infinity ? 1 : law.cdf(end)) - below }];
  });
  const first = pieces[0];
  const belowZero = first !== undefined && first.slope !== 0 ? law.cdf(0) : 0;
  const atoms = merged([{ at: 0, probability: belowZero }, ...flat]);
  const mass = Math.max(0, 1 - atoms.reduce((sum, { probability }) => sum + probability, 0));
  if (mass < 1e-15) return ofPoints(atoms);
  const moments = pieceMoments(spec, law, pieces);
  const upTo = (y: number) => {
    if (y < 0) return 0;
    let sum = law.cdf(largestSeverity(pieces, y));
    for (const { at, probability } of atoms) if (at <= y) sum -= probability;
    return Math.max(0, sum);
  };
  return { atoms, continuous: { upTo, mass, kinks: kinksOf(law, pieces) }, moments };
}

/** Where the law of what is left bends or jumps: images of the pieces' ends and of the ends of the support; and of quantiles. */
function kinksOf(law: Distribution, pieces: readonly Piece[]): number[] {
  const ladder = quantileLadder(law);
  const kinks = pieces.flatMap((piece, index) => {
    const end = pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const inside = [...law.support, ...ladder].filter((x) => x > piece.start && x < end);
    const images = inside.map((x) => piece.amount + piece.slope * (x - piece.start));
    return [piece.amount, amountAtEnd(pieces, index), ...images];
  });
  return [...new Set(kinks)].filter((kink) => kink > 0 && Number.isFinite(kink)).sort((a, b) => a - b);
}

/** Points in order, each once, without those of no probability. */
function merged(points: readonly Point[]): readonly Point[] {
  const probabilities = new Map<number, number>();
  for (const { at, probability } of points) {
    probabilities.set(at, (probabilities.get(at) ?? 0) + probability);
  }
  return [...probabilities]
    .filter(([, probability]) => probability > 0)
    .sort(([one], [other]) => one - other)
    .map(([at, probability]) => ({ at, probability }));
}
