import type { Distribution } from '../distributions/distribution.js';

/** The least of the ladder: a law reaches no lower in doubles. */
export const LOWEST = 1e-15;

const PROBABILITIES = [
  LOWEST,
  1e-12,
  1e-9,
  1e-6,
  1e-4,
  1e-3,
  0.01,
  0.05,
  0.15,
  0.3,
  0.5,
  0.7,
  0.85,
  0.95,
  0.99,
  0.999,
  0.9999,
  1 - 1e-6,
  1 - 1e-9,
  1 - 1e-12,
];

/**
 * Quantiles from one end of a law to the other. An integral is taken between them, so that each part of a law that
 * spans powers of ten gets its points.
 */
export function quantileLadder(law: Distribution): number[] {
  return PROBABILITIES.map((p) => law.quantile(p)).filter(Number.isFinite);
}
