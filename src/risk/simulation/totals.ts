import { MEASURES, type Measure } from '../waterfall/measure.js';
import { ROW_FIELDS } from './accumulator.js';
import type { BlockSummaries } from './block-summaries.js';
import { type DetailSample, DetailTrials } from './detail-sample.js';
import { type Moments, mergeMoments, NO_MOMENTS } from './moments.js';
import type { EffectOn, Plan } from './plan.js';
import { QuantileSketch, type SketchCounts } from './quantile-sketch.js';

/** All that is known of one quantity after a number of trials. */
export interface Tally {
  readonly moments: Moments;
  readonly sketch: SketchCounts;
  /** Every value, ascending, where quantiles are to be exact; else null. */
  readonly values: Float64Array | null;
  /** The law's moments of every order below this are finite. */
  readonly momentsBelow: number;
  /** The first values as they are: where many are one and the same amount, its bucket in the sketch gives that amount. */
  readonly sample?: Float64Array;
}

/** What a simulation found, as plain data. */
export interface SimulationTotals {
  readonly seed: number | bigint;
  readonly trials: number;
  /** In the order of MEASURES; the value of an ADS only where the base has one. */
  readonly measures: readonly MeasureTotals[];
  /** In the order in which they were simulated. */
  readonly risks: readonly RiskTotals[];
  readonly detail: DetailSample;
}

export interface MeasureTotals {
  readonly measure: Measure;
  readonly base: number;
  /** The change from base; null where nothing moves it. */
  readonly change: Tally | null;
  /** Trials in which the measure itself came out below zero. */
  readonly belowZero: number;
}

export interface RiskTotals {
  readonly risk: string;
  readonly effectOn: EffectOn;
  /** Null where it moves nothing. */
  readonly effect: Tally | null;
}

/** Adds up the summaries of blocks, which must come in order. What it holds does not grow with the trials. */
export class Totals {
  readonly #plan: Plan;
  readonly #moments: Moments[];
  readonly #sketches: readonly QuantileSketch[];
  readonly #values: Float64Array[][];
  readonly #belowZero: Float64Array;
  readonly #detail: DetailTrials;
  #next = 0;
  #trials = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#moments = plan.accounts.map(() => NO_MOMENTS);
    this.#sketches = plan.accounts.map(() => new QuantileSketch());
    this.#values = plan.accounts.map(() => []);
    this.#belowZero = new Float64Array(plan.measures.length);
    this.#detail = new DetailTrials(plan);
  }

  get trials(): number {
    return this.#trials;
  }

  add(summaries: BlockSummaries, trialsOf: (block: number) => number): void {
    const { from, to, moments, sketches, values, belowZero, detail } = summaries;
    if (from !== this.#next) throw new Error(`Block ${from} comes after block ${this.#next - 1}`);
    const width = this.#moments.length;
    for (let block = from; block < to; block++) {
      const count = trialsOf(block);
      for (let account = 0; account < width; account++) {
        const at = ((block - from) * width + account) * ROW_FIELDS;
        const row = { count, mean: moments[at] as number, second: moments[at + 1] as number };
        const powers = { third: moments[at + 2] as number, fourth: moments[at + 3] as number };
        this.#moments[account] = mergeMoments(this.#moments[account] as Moments, { ...row, ...powers });
      }
    }
    sketches.forEach((sketch, account) => {
      this.#sketches[account]?.merge(sketch);
    });
    values?.forEach((each, account) => {
      this.#values[account]?.push(each);
    });
    belowZero.forEach((count, nth) => {
      this.#belowZero[nth] = (this.#belowZero[nth] as number) + count;
    });
    if (detail !== null) this.#detail.add(detail);
    this.#next = to;
    this.#trials += summaries.trials;
  }

  /** The change of a measure so far; null where nothing moves it. */
  change(measure: Measure): Tally | null {
    const planned = this.#plan.measures.find((each) => each.measure === measure);
    if (planned === undefined || planned.account === null) return null;
    return this.#tally(planned.account, planned.momentsBelow);
  }

  result(): SimulationTotals {
    const { settings, measures, risks, waterfall } = this.#plan;
    const detail = this.#detail.sample();
    const sampled = (tally: Tally | null, sample: Float64Array | null) =>
      tally === null || sample === null || tally.values !== null ? tally : { ...tally, sample };
    return {
      seed: settings.seed,
      trials: this.#trials,
      measures: measures.map(({ measure }, nth) => ({
        measure,
        base: waterfall.baseMeasures[MEASURES.indexOf(measure)] as number,
        change: sampled(this.change(measure), detail.changes[nth]?.values ?? null),
        belowZero: this.#belowZero[nth] as number,
      })),
      risks: risks.map(({ sampler, effectOn, measured, account }, nth) => {
        const tally = account === null ? null : this.#tally(account, sampler.momentsBelow);
        const columns = measured.map((effect) => detail.risks[nth]?.columns[effect] as Float64Array);
        return { risk: sampler.risk, effectOn, effect: sampled(tally, summed(columns)) };
      }),
      detail,
    };
  }

  #tally(account: number, momentsBelow: number): Tally {
    const kept = this.#values[account] ?? [];
    return {
      moments: this.#moments[account] as Moments,
      sketch: (this.#sketches[account] as QuantileSketch).toCounts(),
      values: this.#plan.settings.quantiles === 'exact' ? sorted(kept) : null,
      momentsBelow,
    };
  }
}

function sorted(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.sort();
}

/** The columns added up; null where there is none. One column is itself. */
function summed([first, ...rest]: readonly Float64Array[]): Float64Array | null {
  if (first === undefined || rest.length === 0) return first ?? null;
  return first.map((value, trial) => rest.reduce((sum, column) => sum + (column[trial] as number), value));
}
