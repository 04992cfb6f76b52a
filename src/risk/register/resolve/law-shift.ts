import type { DistributionSpec } from '../../distributions/distribution-spec.js';

/** The law of `times` × X for times ≥ 0; null where the law has no such form. Zero makes it a constant. */
export function scaledLaw(law: DistributionSpec, times: number): DistributionSpec | null {
  if (times === 0) return { distribution: 'constant', value: 0 };
  if (!(times > 0)) return null;
  const all = (values: readonly number[]) => values.map((value) => value * times);
  switch (law.distribution) {
    case 'constant':
      return { ...law, value: law.value * times };
    case 'normal':
      return { ...law, mean: law.mean * times, deviation: law.deviation * times };
    case 'lognormal':
      return { ...law, mu: law.mu + Math.log(times) };
    case 'pert':
    case 'triangular':
      return { ...law, low: law.low * times, mode: law.mode * times, high: law.high * times };
    case 'uniform':
    case 'beta':
      return { ...law, low: law.low * times, high: law.high * times };
    case 'gamma':
      return { ...law, scale: law.scale * times };
    case 'student-t':
      return { ...law, location: law.location * times, scale: law.scale * times };
    case 'pareto':
      return { ...law, minimum: law.minimum * times };
    case 'gpd':
      return { ...law, scale: law.scale * times, threshold: law.threshold * times };
    case 'discrete':
    case 'empirical':
      return { ...law, values: all(law.values) };
  }
}

/** The law of X + `plus`; null where the law has no such form: a shifted lognormal is none. */
export function shiftedLaw(law: DistributionSpec, plus: number): DistributionSpec | null {
  const all = (values: readonly number[]) => values.map((value) => value + plus);
  switch (law.distribution) {
    case 'constant':
      return { ...law, value: law.value + plus };
    case 'normal':
      return { ...law, mean: law.mean + plus };
    case 'pert':
    case 'triangular':
      return { ...law, low: law.low + plus, mode: law.mode + plus, high: law.high + plus };
    case 'uniform':
    case 'beta':
      return { ...law, low: law.low + plus, high: law.high + plus };
    case 'student-t':
      return { ...law, location: law.location + plus };
    case 'gpd':
      return { ...law, threshold: law.threshold + plus };
    case 'discrete':
    case 'empirical':
      return { ...law, values: all(law.values) };
    case 'lognormal':
    case 'gamma':
    case 'pareto':
      return null;
  }
}
