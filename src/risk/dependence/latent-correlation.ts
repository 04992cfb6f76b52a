import type { Correlation, ResolvedRegister } from '../resolved-register.js';
import { spearmanOfStudentT } from './spearman-of-student-t.js';

/** How tied variables hang together beyond their correlations. */
export type Copula = ResolvedRegister['copula'];

type RankMeasure = Correlation['measure'];

/** Halvings of [0, 1] after which two neighbouring doubles are told apart. */
const HALVINGS = 60;

/**
 * The correlation of the latent normals (or Student t's) whose copula has that rank correlation.
 *
 * - Kendall's tau, Gaussian and t copula alike: sin(π τ / 2). Source: H.-B. Fang, K.-T. Fang and S. Kotz, "The
 *   meta-elliptical distributions with given marginals", Journal of Multivariate Analysis 82 (2002).
 * - Spearman's rho, Gaussian copula: 2 sin(π ρ / 6). Source: W. Kruskal, "Ordinal measures of association", Journal of
 *   the American Statistical Association 53 (1958).
 * - Spearman's rho, t copula: no closed form; the integral of `spearmanOfStudentT` is solved for it by bisection.
 */
export function latentCorrelation(measure: RankMeasure, value: number, copula: Copula): number {
  if (measure === 'kendall') return Math.sin((Math.PI / 2) * value);
  if (copula.copula === 'gaussian') return 2 * Math.sin((Math.PI / 6) * value);
  const { freedom } = copula;
  return Math.sign(value) * bisect((latent) => spearmanOfStudentT(latent, freedom) - Math.abs(value));
}

/** The rank correlation that a latent correlation gives: the inverse of `latentCorrelation`. */
export function rankCorrelation(measure: RankMeasure, latent: number, copula: Copula): number {
  if (measure === 'kendall') return (2 / Math.PI) * Math.asin(latent);
  if (copula.copula === 'gaussian') return (6 / Math.PI) * Math.asin(latent / 2);
  return spearmanOfStudentT(latent, copula.freedom);
}

/** The zero of an increasing function on [0, 1]. */
function bisect(f: (x: number) => number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < HALVINGS && high - low > 1e-14; halving++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
