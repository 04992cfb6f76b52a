import { distributionOf } from '../../distributions/distribution-of.js';
import { randomStream } from '../../random/xoshiro-stream.js';
import { BLOCK_TRIALS } from '../../simulation/plan.js';
import type { OwnershipSpec } from './ownership-spec.js';

/** The named holders' shares after the year's issues, simulated: a column for each holder. */
export interface SharesAfterIssues {
  readonly trials: number;
  readonly shares: readonly Float64Array[];
  /** Whether a trial has an issue at all. */
  readonly issued: Uint8Array;
}

/**
 * An issue of a fraction x of the shares outstanding leaves h / (1 + x) to a holder who takes no part, and h to one who
 * uses a right to subscribe pro rata; what is not taken up goes to the rest. Issues come one after the other, each a
 * fraction of what is then outstanding; the right is used or not at each.
 */
export function sharesAfterIssues(
  spec: OwnershipSpec,
  seed: number | bigint,
  trials: number,
): SharesAfterIssues {
  const shares = spec.holders.map(({ share }) => new Float64Array(trials).fill(share));
  const issued = new Uint8Array(trials);
  for (const { id, probability, size } of spec.issues) {
    const law = distributionOf(size);
    for (let first = 0; first < trials; first += BLOCK_TRIALS) {
      const block = first / BLOCK_TRIALS;
      const random = randomStream(seed, `ownership/issue/${id}`, block);
      const uses = spec.holders.map((holder) =>
        randomStream(seed, `ownership/right/${id}/${holder.id}`, block),
      );
      for (let trial = first; trial < Math.min(trials, first + BLOCK_TRIALS); trial++) {
        if (random.uniform() >= probability) continue;
        const kept = 1 / (1 + law.sample(random));
        issued[trial] = 1;
        for (const [index, { preemptive }] of spec.holders.entries()) {
          const used =
            preemptive !== null && (uses[index] as (typeof uses)[number]).uniform() < preemptive.exercised;
          const column = shares[index] as Float64Array;
          if (!used) column[trial] = (column[trial] as number) * kept;
        }
      }
    }
  }
  return { trials, shares, issued };
}
