import { type ComparedRun, compareRuns } from '../results/compare-runs.js';
import type { RunComparison } from '../results/risk-run.js';
import type { Simulation } from '../simulation/simulate-plan.js';
import type { Base } from '../waterfall/base.js';
import type { Alternative } from './alternatives.js';
import { measureSpreads } from './measure-results.js';
import type { RunRequest } from './run-request.js';
import { simulated } from './simulated.js';

/** Each alternative against the run, trial by trial with the same random numbers. */
export async function comparisonsOf(
  alternatives: readonly Alternative[],
  run: ComparedRun,
  request: RunRequest,
): Promise<RunComparison[]> {
  const compared: RunComparison[] = [];
  for (const { id, name, kind, shocks, words, control } of alternatives) {
    const resolved = request.resolve(shocks);
    const other = await simulated(resolved, { ...request, ...sampleOf(run) }, `${kind} ${id}`);
    compared.push(
      compareRuns(run, comparedRun(other, resolved.base, request.level), {
        id,
        name,
        kind,
        shocks: words,
        status: control?.status ?? null,
        costPerYear: control?.costPerYear ?? null,
        level: request.level,
      }),
    );
  }
  return compared;
}

/** As many trials as the run has. */
function sampleOf({ trials }: ComparedRun): Pick<RunRequest, 'trials' | 'untilError'> {
  return { trials, untilError: null };
}

/** What `compareRuns` needs of a simulation: its measures, and their changes in the trials that were kept. */
export function comparedRun(simulation: Simulation, base: Base, level: number): ComparedRun {
  const { detail, trials } = simulation;
  return {
    trials,
    measures: measureSpreads(simulation, base, level),
    changes: (measure) => detail.changes.find((each) => each.measure === measure)?.values ?? null,
  };
}
