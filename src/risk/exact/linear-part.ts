import type { Distribution } from '../distributions/distribution.js';
import type { DistributionSpec } from '../distributions/distribution-spec.js';
import { pointsOf } from '../distributions/points.js';
import type { CompoundPart } from './compound-grid.js';
import { frequencyLaw } from './frequency-law.js';
import { quantileLadder } from './quantile-ladder.js';
import { rawMoments } from './raw-moments.js';

/** Gains rarer than this are counted as no larger. */
const CUT = 1e-9;

/** A loss that may be a gain: `low` plus one amount of `part`, which is 0 or more. */
export interface LinearLoss {
  readonly part: CompoundPart;
  readonly low: number;
  /** Where the whole loss is normal. */
  readonly normal: { readonly mean: number; readonly deviation: number } | null;
}

/** The loss slope · X; null where it is always 0. */
export function linearPart(spec: DistributionSpec, law: Distribution, slope: number): LinearLoss | null {
  if (slope === 0) return null;
  const frequency = frequencyLaw({ frequency: 'binomial', trials: 1, probability: 1 });
  const low = slope > 0 ? slope * lowEnd(law) : slope * highEnd(law);
  const points = pointsOf(spec);
  const atoms = points?.map(({ at, probability }) => ({ at: slope * at - low, probability })) ?? [];
  const upTo = (y: number) => {
    const x = (y + low) / slope;
    // Of a continuous law P(X ≥ x) is 1 − P(X ≤ x).
    return slope > 0 ? law.cdf(x) : 1 - law.cdf(x);
  };
  const kinks = [...law.support, ...quantileLadder(law)].map((x) => slope * x - low);
  const continuous = points === null ? { upTo, mass: 1, kinks: ascending(kinks) } : null;
  const severity = { atoms, continuous, moments: shifted(rawMoments(spec, law), slope, -low) };
  const normal =
    spec.distribution === 'normal'
      ? { mean: slope * spec.mean, deviation: Math.abs(slope) * spec.deviation }
      : null;
  return { part: { frequency, claim: [{ probability: 1, severity }] }, low, normal };
}

function ascending(kinks: readonly number[]): number[] {
  return kinks.filter((y) => y > 0 && Number.isFinite(y)).sort((a, b) => a - b);
}

function lowEnd({ support: [low], quantile }: Distribution): number {
  return Number.isFinite(low) ? low : quantile(CUT);
}

function highEnd({ support: [, high], quantile }: Distribution): number {
  return Number.isFinite(high) ? high : quantile(1 - CUT);
}

/** Raw moments of slope · X + by. */
function shifted(
  [first, second, third]: readonly [number, number, number],
  slope: number,
  by: number,
): readonly [number, number, number] {
  const [x1, x2, x3] = [slope * first, slope ** 2 * second, slope ** 3 * third];
  return [
    x1 + by,
    x2 === Infinity ? x2 : x2 + 2 * by * x1 + by ** 2,
    Number.isFinite(x3) ? x3 + 3 * by * x2 + 3 * by ** 2 * x1 + by ** 3 : Infinity,
  ];
}
