import type { ResolvedRegister } from '../resolved-register.js';
import { type BlockWorkers, inThisThread } from './block-workers.js';
import { compilePlan } from './compile-plan.js';
import type { PlanSettings } from './plan.js';
import { type RunOptions, type Simulation, simulatePlan } from './simulate-plan.js';
import { checkTrials } from './trial-limits.js';
import { checkUntilError } from './until-error.js';

export const DEFAULT_TRIALS = 1_000_000;
/** Where the error decides how long a run is, it is no longer than this unless trials are named. */
const DEFAULT_CAP = 100_000_000;

export interface SimulateOptions extends RunOptions {
  /** From 1 to 10^9; with `untilError`, the most. */
  readonly trials?: number;
  readonly seed?: number | bigint;
  readonly quantiles?: 'sketch' | 'exact';
  /** Threads to share the work; by default this one alone. They are closed at the end. */
  readonly workers?: (register: ResolvedRegister, settings: PlanSettings) => BlockWorkers;
}

/**
 * Simulates a register: the same numbers for a seed on any machine and any number of threads.
 *
 * @throws InputError where the register cannot be simulated, or the options ask for what cannot be done
 */
export async function simulate(
  register: ResolvedRegister,
  options: SimulateOptions = {},
): Promise<Simulation> {
  const { untilError = null, seed = 1, quantiles = 'sketch', signal } = options;
  if (untilError !== null) checkUntilError(untilError);
  const trials = options.trials ?? (untilError === null ? DEFAULT_TRIALS : DEFAULT_CAP);
  const settings: PlanSettings = { seed, trials, quantiles };
  // How many values a trial keeps is known of the plan only.
  checkTrials(settings, 0);
  const plan = compilePlan(register, settings);
  checkTrials(settings, plan.accounts.length);
  signal?.throwIfAborted();
  const workers = options.workers?.(register, settings) ?? inThisThread(plan);
  try {
    return await simulatePlan(plan, workers, options);
  } finally {
    await workers.close();
  }
}
