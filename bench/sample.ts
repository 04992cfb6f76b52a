/** Times of the same work, in milliseconds. */
export interface Sample {
  readonly median: number;
  readonly quickest: number;
  readonly slowest: number;
}

/** Of at least one time. The median of an even number of runs is the slower of the two in the middle. */
export function sampleOf(times: readonly number[]): Sample {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), quickest: at(0), slowest: at(sorted.length - 1) };
}

/** How long the work takes, in milliseconds. */
export function timed(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
