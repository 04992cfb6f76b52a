import type { Part } from './planned.js';

/** Adds the effects on some lines to `sum`, cleared before where that is asked. */
export function addUp(
  sum: Float64Array,
  trials: number,
  lines: readonly (Float64Array | null)[],
  indices: readonly number[],
  clear: boolean,
): void {
  let empty = clear;
  for (const index of indices) {
    const effects = lines[index];
    if (!effects) continue;
    if (empty) sum.set(effects.subarray(0, trials));
    else
      for (let trial = 0; trial < trials; trial++)
        sum[trial] = (sum[trial] as number) + (effects[trial] as number);
    empty = false;
  }
  if (empty) sum.fill(0, 0, trials);
}

export function addInto(out: Float64Array, a: Float64Array, b: Float64Array, trials: number): void {
  for (let trial = 0; trial < trials; trial++) out[trial] = (a[trial] as number) + (b[trial] as number);
}

/** Takes `share` of parts of the effects on some lines off `from`. */
export function takeShare(
  share: number,
  parts: readonly Part[],
  trials: number,
  lines: readonly (Float64Array | null)[],
  from: Float64Array,
): void {
  for (const { index, part } of parts) {
    const effects = lines[index];
    const taken = share * part;
    if (!effects || taken === 0) continue;
    for (let trial = 0; trial < trials; trial++) {
      from[trial] = (from[trial] as number) - taken * (effects[trial] as number);
    }
  }
}

/** Arrays that grow to the largest block seen, one for each use. */
export function scratchArrays(): (use: number, trials: number) => Float64Array {
  const arrays: Float64Array[] = [];
  return (use, trials) => {
    const held = arrays[use];
    if (held !== undefined && held.length >= trials) return held;
    const grown = new Float64Array(trials);
    arrays[use] = grown;
    return grown;
  };
}
