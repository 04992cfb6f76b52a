import type { ResolvedRegister } from '../resolved-register.js';
import { simulate } from '../simulation/simulate.js';
import type { Simulation } from '../simulation/simulate-plan.js';
import type { RunRequest } from './run-request.js';

/** One simulation of a run; `what` says which, for the progress. */
export function simulated(
  register: ResolvedRegister,
  request: RunRequest,
  what: string,
): Promise<Simulation> {
  const { trials, seed, quantiles, untilError, workers, signal, onProgress } = request;
  return simulate(register, {
    trials,
    seed,
    quantiles,
    untilError,
    ...(workers === undefined ? {} : { workers }),
    ...(signal === null ? {} : { signal }),
    onProgress: (progress) => onProgress({ what, ...progress }),
  });
}
