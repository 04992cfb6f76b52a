import type { Column, ColumnMemory, Sketched } from './column-memory.js';
import type { Moments } from './moments.js';
import type { SketchCounts } from './quantile-sketch.js';
import type { TouchedTrials } from './risk-sampler.js';

/** Numbers that a block leaves in the moment rows for each accumulator: mean, second, third, fourth. */
export const ROW_FIELDS = 4;

/** What is kept of one quantity over many blocks: its sketch, and by choice every value. */
export class Accumulator {
  readonly #memory: ColumnMemory;
  readonly #sketched: Sketched;
  #kept: Float64Array[] | null;

  constructor(memory: ColumnMemory, keepsValues: boolean) {
    this.#memory = memory;
    this.#sketched = memory.sketch();
    this.#kept = keepsValues ? [] : null;
  }

  /**
   * Takes a block's values, adds them to `total` where there is one, and writes their moments into `rows` at `at`. False
   * where one of them is no finite number; the accumulator is then of no use.
   */
  add(column: Column, trials: number, rows: Float64Array, at: number, total: Column | null = null): boolean {
    const moments = this.#memory.accumulate(column, trials, this.#sketched, total);
    this.#kept?.push(column.values.slice(0, trials));
    return write(moments, rows, at);
  }

  /** The same for values that are 0 but in the trials touched; the column is cleared. */
  settle(
    column: Column,
    touched: TouchedTrials,
    trials: number,
    rows: Float64Array,
    at: number,
    total: Column,
  ): boolean {
    return write(this.#memory.settle(column, touched, trials, this.#sketched, total), rows, at);
  }

  /** What was counted since the last call. */
  take(): { readonly sketch: SketchCounts; readonly values: Float64Array | null } {
    const sketch = this.#memory.counts(this.#sketched);
    const values = this.#kept === null ? null : joined(this.#kept);
    if (this.#kept !== null) this.#kept = [];
    return { sketch, values };
  }
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function write({ mean, second, third, fourth }: Moments, rows: Float64Array, at: number): boolean {
  rows[at] = mean;
  rows[at + 1] = second;
  rows[at + 2] = third;
  rows[at + 3] = fourth;
  return Number.isFinite(mean);
}
