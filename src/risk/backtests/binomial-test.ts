import { binomialProbabilities, requireExceptions } from './binomial-law.js';

/** Two outcomes whose probabilities differ by less than rounding are equally likely. */
const SAME = 1e-7;

export interface BinomialTest {
  /**
   * The probability of all numbers of exceptions that are no more likely than the one observed: the two-sided rule of
   * T. Sterne, "Some remarks on confidence or fiducial limits", Biometrika 41 (1954), and of R's binom.test.
   */
  readonly pValue: number;
  /** P(X ≤ observed): small where there are too few. */
  readonly tooFew: number;
  /** P(X ≥ observed): small where there are too many. */
  readonly tooMany: number;
}

/** Exact test of whether so many exceptions in so many days fit a value at risk that should be exceeded with `probability`. */
export function binomialTest(days: number, exceptions: number, probability: number): BinomialTest {
  requireExceptions(exceptions, days);
  const probabilities = binomialProbabilities(days, probability);
  const observed = probabilities[exceptions] as number;
  let [pValue, tooFew, tooMany] = [0, 0, 0];
  for (const [k, each] of probabilities.entries()) {
    if (each <= observed * (1 + SAME)) pValue += each;
    if (k <= exceptions) tooFew += each;
    if (k >= exceptions) tooMany += each;
  }
  return { pValue: Math.min(1, pValue), tooFew: Math.min(1, tooFew), tooMany: Math.min(1, tooMany) };
}
