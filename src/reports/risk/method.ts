import { PERCENT, printNumber } from '../../risk/index.js';
import type { RiskRun } from '../../risk/results/risk-run.js';
import { formatDayLong } from '../../value/index.js';
import { HORIZON_NOTE } from './words.js';

/** How the numbers came about: enough to do it again and to know what they do not say. */
export function methodLines(run: RiskRun): string[] {
  const { seed, trials, blockTrials, detailTrials, quantileError, untilError, dependence } = run.simulation;
  const count = (number: number) => number.toLocaleString('en-US');
  const hasExact = run.risks.some(({ effect }) => effect !== null && effect.exact !== null);
  return [
    `One trial is one year from ${formatDayLong(run.register.asOf)}. ${count(trials)} trials, seed ${seed}, in blocks of ${count(blockTrials)}${untilError === null ? '' : `, until the standard error was ${printNumber(untilError, PERCENT)} of the mean`}. The same register and seed give the same numbers on any machine.`,
    quantileError === 0
      ? 'Quantiles are those of all trials.'
      : `Quantiles are kept in a sketch and differ from those of the trials by at most ${printNumber(quantileError, PERCENT, 1)} of themselves; their standard errors do not contain this.`,
    `Contributions, tornado and heat map are measured on the first ${count(detailTrials)} trials.`,
    dependence === null
      ? 'The risks are independent but for shared events and what raises what.'
      : `Stated rank correlations act through a ${dependence}.`,
    'Standard errors are of the simulation alone. They say nothing of whether the models and the inputs are right; the inputs name their sources.',
    ...(hasExact
      ? ['Where the law of a risk is known without simulation, it stands beside the simulated one.']
      : []),
    HORIZON_NOTE,
  ];
}
