import { binomialProbabilities, requireExceptions } from './binomial-law.js';
import { chiSquareTail, type LikelihoodRatioTest, logLikelihood } from './likelihood-ratio.js';

/**
 * The proportion-of-failures test of unconditional coverage, chi-square with one degree of freedom.
 * Source: P. Kupiec, "Techniques for verifying the accuracy of risk measurement models", Journal of Derivatives 3 (1995).
 */
export function kupiecTest(days: number, exceptions: number, probability: number): LikelihoodRatioTest {
  requireExceptions(exceptions, days);
  const share = exceptions / days;
  const log = (p: number) => logLikelihood(days - exceptions, 1 - p) + logLikelihood(exceptions, p);
  const statistic = Math.max(0, 2 * (log(share) - log(probability)));
  return { statistic, pValue: chiSquareTail(statistic, 1) };
}

/** Numbers of exceptions that the test does not reject: least and most. */
export function kupiecRegion(
  days: number,
  probability: number,
  significance: number,
): readonly [number, number] {
  const kept = Array.from({ length: days + 1 }, (_, x) => x).filter(
    (x) => kupiecTest(days, x, probability).pValue > significance,
  );
  return [kept.at(0) ?? 0, kept.at(-1) ?? 0];
}

/** How often the test, at that nominal significance, rejects a model that is right: never just what its name says. */
export function kupiecSize(days: number, probability: number, significance: number): number {
  return binomialProbabilities(days, probability).reduce(
    (sum, each, x) => sum + (kupiecTest(days, x, probability).pValue <= significance ? each : 0),
    0,
  );
}
