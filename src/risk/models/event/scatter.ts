import type { RandomStream } from '../../random/random-stream.js';

/** How many occurrences are settled at a time: their numbers stay in the nearest cache. */
export const BATCH = 1024;

/** Scratch of one scattering at a time: `take` may not scatter itself. */
const scratch = new Int32Array(BATCH);

/**
 * Lets `total` occurrences fall into trials at random, each independent of the others, and hands them on in batches.
 * With a Poisson total of mean rate · trials, each trial then has its own independent Poisson(rate): the cost is by
 * occurrence, not by trial.
 *
 * @param take is given the trial of each occurrence of a batch; the array is used again for the next
 */
export function scatter(
  random: RandomStream,
  total: number,
  trials: number,
  take: (trials: Int32Array, count: number) => void,
): void {
  const words = scratch;
  for (let left = total; left > 0; left -= words.length) {
    const count = Math.min(words.length, left);
    random.fillBelow(trials, words, 0, count);
    take(words, count);
  }
}

/** Hands on the trials of given numbers of occurrences, in batches as `scatter` does. */
export function spread(
  counts: Int32Array,
  trials: number,
  take: (trials: Int32Array, count: number) => void,
): void {
  const words = scratch;
  let filled = 0;
  for (let trial = 0; trial < trials; trial++) {
    for (let left = counts[trial] as number; left > 0; left--) {
      words[filled++] = trial;
      if (filled === words.length) {
        take(words, filled);
        filled = 0;
      }
    }
  }
  if (filled > 0) take(words, filled);
}
