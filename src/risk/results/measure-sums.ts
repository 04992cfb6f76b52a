import type { DetailSample } from '../simulation/detail-sample.js';
import type { EffectTarget } from '../simulation/risk-sampler.js';
import type { Base } from '../waterfall/base.js';
import { MEASURES, type Measure } from '../waterfall/measure.js';
import type { Waterfall } from '../waterfall/waterfall.js';

/** Where an effect is added up: a line of the base by its place, then price and rate of the ADS. */
export function slotsOf(base: Base, effects: readonly EffectTarget[]): number[] {
  const lines = base.lines.length;
  return effects.map((target) => {
    if ('ads' in target) return target.ads === 'price' ? lines : lines + 1;
    const at = base.lines.findIndex(({ id }) => id === target.line);
    if (at < 0) throw new RangeError(`no line "${target.line}" in the base`);
    return at;
  });
}

/** Sums of effects by slot, and what they do to one measure. */
export class MeasureSums {
  readonly #waterfall: Waterfall;
  readonly #measure: number;
  readonly #sums: Float64Array[];
  readonly #used: boolean[];
  readonly #lines: number;

  constructor(waterfall: Waterfall, base: Base, measure: Measure, trials: number) {
    this.#waterfall = waterfall;
    this.#measure = MEASURES.indexOf(measure);
    this.#lines = base.lines.length;
    this.#sums = Array.from({ length: this.#lines + 2 }, () => new Float64Array(trials));
    this.#used = this.#sums.map(() => false);
  }

  clear(): void {
    for (const [slot, sum] of this.#sums.entries()) {
      if (this.#used[slot]) sum.fill(0);
      this.#used[slot] = false;
    }
  }

  /** Adds `columns[k][from..from + trials)` to the slot of each. */
  add(columns: readonly Float64Array[], slots: readonly number[], from: number, trials: number): void {
    for (const [nth, slot] of slots.entries()) {
      const sum = this.#sums[slot] as Float64Array;
      const column = columns[nth] as Float64Array;
      this.#used[slot] = true;
      for (let i = 0; i < trials; i++) sum[i] = (sum[i] as number) + (column[from + i] as number);
    }
  }

  /** Writes the change of the measure into `out[0..trials)`. */
  changeInto(out: Float64Array, trials: number): void {
    const slot = (at: number) => (this.#used[at] ? (this.#sums[at] as Float64Array) : null);
    const lines = Array.from({ length: this.#lines }, (_, at) => slot(at));
    const ads = { price: slot(this.#lines), rate: slot(this.#lines + 1) };
    const changes = MEASURES.map((_, at) => (at === this.#measure ? out : null));
    this.#waterfall.apply(trials, lines, ads, changes);
  }
}

/** The change of a measure in each trial from all risks together. */
export function changesTogether(
  detail: DetailSample,
  waterfall: Waterfall,
  base: Base,
  measure: Measure,
): Float64Array {
  const sums = new MeasureSums(waterfall, base, measure, detail.trials);
  for (const { columns, effects } of detail.risks) {
    sums.add(columns, slotsOf(base, effects), 0, detail.trials);
  }
  const changes = new Float64Array(detail.trials);
  sums.changeInto(changes, detail.trials);
  return changes;
}

/** The change of a measure in each trial from each risk alone, in the order of the risks. */
export function changesAlone(
  detail: DetailSample,
  waterfall: Waterfall,
  base: Base,
  measure: Measure,
): Float64Array[] {
  const sums = new MeasureSums(waterfall, base, measure, detail.trials);
  return detail.risks.map(({ columns, effects }) => {
    sums.clear();
    sums.add(columns, slotsOf(base, effects), 0, detail.trials);
    const changes = new Float64Array(detail.trials);
    sums.changeInto(changes, detail.trials);
    return changes;
  });
}
