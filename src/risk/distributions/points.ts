import type { DistributionSpec } from './distribution-spec.js';

/** A value with probability of its own. */
export interface Point {
  readonly at: number;
  readonly probability: number;
}

/** The values of a law of points; null of a continuous one. */
export function pointsOf(spec: DistributionSpec): readonly Point[] | null {
  if (spec.distribution === 'constant') return [{ at: spec.value, probability: 1 }];
  if (spec.distribution === 'empirical') {
    return spec.values.map((at) => ({ at, probability: 1 / spec.values.length }));
  }
  if (spec.distribution !== 'discrete') return null;
  const total = spec.probabilities.reduce((sum, each) => sum + each, 0);
  return spec.values.map((at, index) => ({ at, probability: (spec.probabilities[index] ?? 0) / total }));
}
