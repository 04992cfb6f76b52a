import type { SketchCounts } from './quantile-sketch.js';

/** What is left of some blocks in a row once they are simulated: plain data, small whatever the number of trials. */
export interface BlockSummaries {
  /** Blocks from `from` up to, not with, `to`. */
  readonly from: number;
  readonly to: number;
  readonly trials: number;
  /**
   * For each block, for each account, four numbers: mean, and sums of the second to fourth powers of the deviations
   * from it. Not merged here: merging in the order of blocks, whoever simulated them, gives the same bytes.
   */
  readonly moments: Float64Array;
  /** For each account. */
  readonly sketches: readonly SketchCounts[];
  /** For each account, every value in the order of trials; null where the sketch is enough. */
  readonly values: readonly Float64Array[] | null;
  /** For each planned measure: trials in which it comes out below zero. */
  readonly belowZero: Float64Array;
  /** Of those that are among the first of a run; null where none is. */
  readonly detail: BlocksDetail | null;
}

/** The trials of some blocks in a row one by one. */
export interface BlocksDetail {
  readonly trials: number;
  /** For each risk in the order of simulation, for each of its effects. */
  readonly effects: readonly (readonly Float64Array[])[];
  /** For each risk in the order of simulation how often it occurs; null where that is not counted. */
  readonly occurrences: readonly (Int32Array | null)[];
  /** For each planned measure its change from base; null where nothing moves it. */
  readonly changes: readonly (Float64Array | null)[];
}

/** The memory that can be handed to another thread without copying it. */
export function transferables({
  moments,
  sketches,
  values,
  belowZero,
  detail,
}: BlockSummaries): ArrayBuffer[] {
  const arrays = [
    moments,
    belowZero,
    ...sketches.flatMap(({ pages, counts }) => [pages, counts]),
    ...(values ?? []),
    ...(detail?.effects.flat() ?? []),
    ...(detail?.occurrences.filter((column) => column !== null) ?? []),
    ...(detail?.changes.filter((column) => column !== null) ?? []),
  ];
  // Measures that change by the same share one column.
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
