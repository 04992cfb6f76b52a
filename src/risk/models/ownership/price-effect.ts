import { expectation } from '../expectation.js';
import { exRightsChange } from './ownership-sampler.js';
import type { OwnershipSpec } from './ownership-spec.js';

/** Mean and deviation of the change of the logarithm of the share price by the year's issues: issues are independent. */
export function exactPriceEffect({ issues }: OwnershipSpec): { mean: number; deviation: number } {
  let mean = 0;
  let variance = 0;
  for (const { probability, size, discount } of issues) {
    const first = probability * expectation(size, (of) => exRightsChange(of, discount));
    const second = probability * expectation(size, (of) => exRightsChange(of, discount) ** 2);
    mean += first;
    variance += second - first * first;
  }
  return { mean, deviation: Math.sqrt(Math.max(0, variance)) };
}
