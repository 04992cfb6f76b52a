import { logLikelihood } from './likelihood-ratio.js';

/** How often a day without (0) or with (1) an exception is followed by one without or with. */
export interface Transitions {
  readonly n00: number;
  readonly n01: number;
  readonly n10: number;
  readonly n11: number;
}

/** The likelihood ratio of a two-state Markov chain against independence. */
export function independenceStatistic({ n00, n01, n10, n11 }: Transitions): number {
  const all = n00 + n01 + n10 + n11;
  const after = (n01 + n11) / all;
  const independent = logLikelihood(n00 + n10, 1 - after) + logLikelihood(n01 + n11, after);
  const afterNone = n01 / (n00 + n01);
  const afterOne = n11 / (n10 + n11);
  const chain =
    logLikelihood(n00, 1 - afterNone) +
    logLikelihood(n01, afterNone) +
    logLikelihood(n10, 1 - afterOne) +
    logLikelihood(n11, afterOne);
  return Math.max(0, 2 * (chain - independent));
}
