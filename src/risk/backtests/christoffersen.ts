import { InputError } from '../../value/index.js';
import { exactIndependence } from './exact-independence.js';
import { independenceStatistic, type Transitions } from './independence-statistic.js';
import { kupiecTest } from './kupiec.js';
import { chiSquareTail, type LikelihoodRatioTest } from './likelihood-ratio.js';

export interface IndependenceTest extends LikelihoodRatioTest, Transitions {
  /** Among all orders of as many exceptions in as many days, the share whose statistic is no smaller. */
  readonly exactPValue: number;
}

/**
 * Whether exceptions come alone: a Markov chain against independence, chi-square with one degree of freedom.
 * Source: P. Christoffersen, "Evaluating interval forecasts", International Economic Review 39 (1998).
 */
export function independenceTest(exceptions: ArrayLike<number>): IndependenceTest {
  const transitions = transitionsOf(exceptions);
  const statistic = independenceStatistic(transitions);
  const exactPValue = exactIndependence(exceptions, statistic);
  return { statistic, pValue: chiSquareTail(statistic, 1), exactPValue, ...transitions };
}

/** Coverage and independence at once: the sum of both statistics, chi-square with two degrees of freedom. */
export function conditionalCoverageTest(
  exceptions: ArrayLike<number>,
  probability: number,
): LikelihoodRatioTest {
  const count = Array.from(exceptions).reduce((sum, each) => sum + each, 0);
  const coverage = kupiecTest(exceptions.length, count, probability).statistic;
  const statistic = coverage + independenceStatistic(transitionsOf(exceptions));
  return { statistic, pValue: chiSquareTail(statistic, 2) };
}

function transitionsOf(exceptions: ArrayLike<number>): Transitions {
  if (exceptions.length < 2) {
    throw new InputError(
      'bad-number',
      `Unexpected ${exceptions.length} days of a backtest, expected two or more.`,
    );
  }
  const counts = [0, 0, 0, 0];
  for (let day = 1; day < exceptions.length; day++) {
    const kind = 2 * (exceptions[day - 1] as number) + (exceptions[day] as number);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [n00 = 0, n01 = 0, n10 = 0, n11 = 0] = counts;
  return { n00, n01, n10, n11 };
}
