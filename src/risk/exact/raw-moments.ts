import type { Distribution } from '../distributions/distribution.js';
import type { DistributionSpec } from '../distributions/distribution-spec.js';
import { pointsOf } from '../distributions/points.js';

/** E[X], E[X²], E[X³] in closed form; Infinity where there is none. `law` is that of `spec`. */
export function rawMoments(spec: DistributionSpec, law: Distribution): readonly [number, number, number] {
  const { mean, variance, momentsBelow } = law;
  const third = centralThird(spec, law);
  return [
    momentsBelow > 1 ? mean : Infinity,
    momentsBelow > 2 ? variance + mean ** 2 : Infinity,
    momentsBelow > 3 ? third + 3 * mean * variance + mean ** 3 : Infinity,
  ];
}

/** E[(X − mean)³]. Source: the usual tables, N. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions. */
function centralThird(spec: DistributionSpec, { mean, variance }: Distribution): number {
  switch (spec.distribution) {
    case 'constant':
    case 'normal':
    case 'uniform':
    case 'student-t':
      return 0;
    case 'lognormal': {
      const w = Math.exp(spec.sigma ** 2);
      return (w + 2) * Math.sqrt(w - 1) * variance ** 1.5;
    }
    case 'gamma':
      return 2 * spec.shape * spec.scale ** 3;
    case 'beta':
      return betaThird(spec.alpha, spec.beta, spec.high - spec.low);
    case 'pert': {
      const { low, mode, high, weight } = spec;
      if (high === low) return 0;
      const alpha = 1 + (weight * (mode - low)) / (high - low);
      return betaThird(alpha, 2 + weight - alpha, high - low);
    }
    case 'triangular': {
      const { low: a, mode: c, high: b } = spec;
      return ((a + b - 2 * c) * (2 * a - b - c) * (a - 2 * b + c)) / 270;
    }
    case 'pareto': {
      const { shape: a, minimum } = spec;
      return (minimum ** 3 * 2 * a * (a + 1)) / ((a - 1) ** 3 * (a - 2) * (a - 3));
    }
    case 'gpd': {
      const { shape: xi, scale } = spec;
      return (2 * scale ** 3 * (1 + xi)) / ((1 - xi) ** 3 * (1 - 2 * xi) * (1 - 3 * xi));
    }
    case 'discrete':
    case 'empirical':
      return (pointsOf(spec) ?? []).reduce(
        (sum, { at, probability }) => sum + probability * (at - mean) ** 3,
        0,
      );
  }
}

function betaThird(alpha: number, beta: number, width: number): number {
  const s = alpha + beta;
  return (width ** 3 * 2 * alpha * beta * (beta - alpha)) / (s ** 3 * (s + 1) * (s + 2));
}
