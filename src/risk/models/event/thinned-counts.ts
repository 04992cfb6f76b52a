import type { RandomStream } from '../../random/random-stream.js';

/** Of each trial's occurrences, how many bring something about that each does with `probability`: binomial. */
export function thinnedCounts(
  counts: Int32Array,
  trials: number,
  probability: number,
  random: RandomStream,
  out: Int32Array,
): void {
  if (probability >= 1) {
    out.set(counts.subarray(0, trials));
    return;
  }
  for (let trial = 0; trial < trials; trial++) {
    let kept = 0;
    for (let occurrence = counts[trial] as number; occurrence > 0; occurrence--) {
      if (random.uniform() < probability) kept++;
    }
    out[trial] = kept;
  }
}
