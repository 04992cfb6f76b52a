import { logGamma } from '../distributions/special-functions/gamma-function.js';
import { independenceStatistic, type Transitions } from './independence-statistic.js';

/** A statistic that is smaller by rounding alone is as large. */
const SAME = 1e-9;

/**
 * The exact p-value of a test of independence, given the number of exceptions: where they are independent, each order
 * of them is equally likely. Orders are counted by their runs: there are C(x − 1, r − 1) ways to part x exceptions into
 * r runs, C(y − 1, s − 1) to part y other days into s, and s is r − 1, r (two ways to begin) or r + 1.
 * Source of the counts: A. Wald and J. Wolfowitz, "On a test whether two samples are from the same population", Annals
 * of Mathematical Statistics 11 (1940).
 */
export function exactIndependence(exceptions: ArrayLike<number>, statistic: number): number {
  let hits = 0;
  for (let day = 0; day < exceptions.length; day++) hits += exceptions[day] as number;
  const others = exceptions.length - hits;
  if (hits === 0 || others === 0) return 1;
  const all = logChoose(hits + others, hits);
  let pValue = 0;
  for (let runs = 1; runs <= Math.min(hits, others + 1); runs++) {
    for (const { gaps, ways, transitions } of orders(hits, others, runs)) {
      if (gaps < 1 || gaps > others) continue;
      if (independenceStatistic(transitions) < statistic - SAME) continue;
      pValue += ways * Math.exp(logChoose(hits - 1, runs - 1) + logChoose(others - 1, gaps - 1) - all);
    }
  }
  return Math.min(1, pValue);
}

/** How so many runs of exceptions and their gaps can follow each other, with the transitions of each kind. */
function orders(
  hits: number,
  others: number,
  runs: number,
): readonly { readonly gaps: number; readonly ways: number; readonly transitions: Transitions }[] {
  const of = (gaps: number, ways: number, up: number, down: number) => ({
    gaps,
    ways,
    transitions: { n00: others - gaps, n01: up, n10: down, n11: hits - runs },
  });
  return [
    of(runs - 1, 1, runs - 1, runs - 1),
    of(runs, 1, runs, runs - 1),
    of(runs, 1, runs - 1, runs),
    of(runs + 1, 1, runs, runs),
  ];
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
