import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import { percentText } from '../../percent-text.js';

/** Says one value of the quantity: an amount, a percentage, a time. */
export type Say = (value: number) => string;

/** Values that are listed one by one; of more, the number and the range are said. */
const LISTED = 6;

/** "PERT from 2% over 4% to 9%", "lognormal, median JPY million 88, sigma 0.66": the law and its parameters, in words. */
export function distributionInWords(spec: DistributionSpec, say: Say): string {
  switch (spec.distribution) {
    case 'constant':
      return say(spec.value);
    case 'normal':
      return `normal, mean ${say(spec.mean)}, deviation ${say(spec.deviation)}`;
    case 'lognormal':
      return `lognormal, median ${say(Math.exp(spec.mu))}, sigma ${plain(spec.sigma)}`;
    case 'pert':
      return `PERT from ${say(spec.low)} over ${say(spec.mode)} to ${say(spec.high)}`;
    case 'triangular':
      return `triangular from ${say(spec.low)} over ${say(spec.mode)} to ${say(spec.high)}`;
    case 'uniform':
      return `uniform from ${say(spec.low)} to ${say(spec.high)}`;
    case 'beta':
      return `beta (${plain(spec.alpha)}, ${plain(spec.beta)}) from ${say(spec.low)} to ${say(spec.high)}`;
    case 'gamma':
      return `gamma, mean ${say(spec.shape * spec.scale)}, shape ${plain(spec.shape)}`;
    case 'student-t':
      return `Student t with ${plain(spec.freedom)} degrees of freedom around ${say(spec.location)}, scale ${say(spec.scale)}`;
    case 'pareto':
      return `Pareto from ${say(spec.minimum)}, shape ${plain(spec.shape)}`;
    case 'gpd':
      return `generalised Pareto above ${say(spec.threshold)}, scale ${say(spec.scale)}, shape ${plain(spec.shape)}`;
    case 'discrete':
      return listed(
        spec.values.map((value, nth) => `${say(value)} (${percentText(spec.probabilities[nth] ?? 0, 4)})`),
      );
    case 'empirical':
      return `${spec.values.length} observations: ${listed(spec.values.map(say))}`;
  }
}

function listed(parts: readonly string[]): string {
  if (parts.length <= LISTED) return parts.join(', ');
  return `${parts.slice(0, LISTED - 1).join(', ')} … ${parts.at(-1)}`;
}

function plain(value: number): string {
  return String(Number(value.toPrecision(4)));
}
