import type { Measure } from '../waterfall/measure.js';
import { type BlockWorkers, inBlockOrder } from './block-workers.js';
import { blocksOf, type Plan, type PlanSettings, trialsOfBlock } from './plan.js';
import { RangeSize } from './range-size.js';
import { type SimulationTotals, Totals } from './totals.js';
import { mainMeasure, relativeError, roundEnds } from './until-error.js';

export interface RunOptions {
  /** Goes on until the relative error of the measure is this fraction at most (0.005 is half a percent): see `relativeError`. */
  readonly untilError?: number | null;
  /** Whose error that is; by default net income, or what else moves. */
  readonly measure?: Measure;
  readonly onProgress?: (progress: Progress) => void;
  /** Where it is aborted, the simulation rejects with its reason. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly trials: number;
  /** The most that there will be. */
  readonly of: number;
  /** The relative error at the last look; null where there was none yet, or no error is waited for. */
  readonly error: number | null;
}

export interface Simulation extends SimulationTotals {
  /** As asked, with the number of trials that were run. */
  readonly settings: PlanSettings;
  /** How the run ended where it was to go on until an error was reached; else null. */
  readonly until: {
    readonly measure: Measure | null;
    readonly target: number;
    readonly reached: number | null;
    readonly isReached: boolean;
  } | null;
}

/** Runs all blocks of a plan, or as many as the error asks for. The workers stay open. */
export async function simulatePlan(
  plan: Plan,
  workers: BlockWorkers,
  { untilError = null, measure, onProgress, signal }: RunOptions = {},
): Promise<Simulation> {
  const { settings } = plan;
  const totals = new Totals(plan);
  const decides =
    measure ??
    mainMeasure(plan.measures.filter(({ account }) => account !== null).map((each) => each.measure));
  const ends = untilError === null ? [blocksOf(settings)] : roundEnds(blocksOf(settings));
  const size = new RangeSize(workers.threads);
  let from = 0;
  let error: number | null = null;
  for (const to of ends) {
    for await (const summaries of inBlockOrder(workers, from, to, size)) {
      signal?.throwIfAborted();
      totals.add(summaries, (block) => trialsOfBlock(settings, block));
      onProgress?.({ trials: totals.trials, of: settings.trials, error });
    }
    from = to;
    if (untilError === null) break;
    const tally = decides === null ? null : totals.change(decides);
    error = tally === null ? 0 : relativeError(tally);
    if (error !== null && error <= untilError) break;
  }
  const result = totals.result();
  const until =
    untilError === null
      ? null
      : {
          measure: decides,
          target: untilError,
          reached: error,
          isReached: error !== null && error <= untilError,
        };
  return { ...result, settings: { ...settings, trials: result.trials }, until };
}
