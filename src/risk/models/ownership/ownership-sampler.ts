import { distributionOf } from '../../distributions/distribution-of.js';
import type { Block, RiskSampler } from '../../simulation/risk-sampler.js';
import { checkOwnership } from './check-ownership.js';
import type { OwnershipSpec } from './ownership-spec.js';

/**
 * What issues of new shares below the market price do to the value of a share, for a holder who takes no part: as holders
 * of ADSs, to whom rights are seldom offered. The effect is the change of the logarithm of the price to its theoretical
 * ex-rights value, (1 + (1 − discount) · size) / (1 + size), of each issue that comes. An occurrence is an issue.
 *
 * @throws InputError where shares, sizes or probabilities are impossible
 */
export function ownershipSampler(spec: OwnershipSpec, risk: string): RiskSampler {
  checkOwnership(spec, risk);
  const issues = spec.issues.map((issue) => ({ ...issue, law: distributionOf(issue.size) }));
  return {
    risk,
    effects: [{ ads: 'price' }],
    after: [],
    // A price falls by no more than the whole discount of each issue.
    momentsBelow: Number.POSITIVE_INFINITY,
    simulate(block: Block, columns: readonly Float64Array[], occurrences: Int32Array | null): void {
      const price = (columns[0] as Float64Array).fill(0, 0, block.trials);
      occurrences?.fill(0, 0, block.trials);
      for (const { id, probability, law, discount } of issues) {
        if (probability === 0) continue;
        const random = block.stream(`risk/${risk}/issue/${id}`);
        for (let trial = 0; trial < block.trials; trial++) {
          if (random.uniform() >= probability) continue;
          price[trial] = (price[trial] as number) + exRightsChange(law.sample(random), discount);
          if (occurrences !== null) occurrences[trial] = (occurrences[trial] as number) + 1;
        }
      }
    },
  };
}

/** The change of the logarithm of the share price by an issue of `size` (of the shares outstanding) below it by `discount`. */
export function exRightsChange(size: number, discount: number): number {
  return Math.log1p((1 - discount) * size) - Math.log1p(size);
}
