import { estimateOf, withoutError } from './estimate.js';
import type { Estimate } from './results.js';

/** How far to each side of a value at risk its density is measured, as a part of the tail. */
const DENSITY_REACH = 0.25;

export interface PairedDifference {
  /** Of the mean. */
  readonly mean: Estimate;
  /** Of the value at risk: positive is more risk. */
  readonly valueAtRisk: Estimate;
  readonly expectedShortfall: Estimate;
}

/**
 * How one quantity differs between two runs of the same trials: `after` less `before`, a loss being negative. The same
 * random numbers are in both, so that most of the noise falls away; the standard errors are of the trial-by-trial
 * differences of the influence functions. Sources: Glasserman 2003, Monte Carlo Methods in Financial Engineering, 7.1 and
 * 9.3; Serfling 1980, 2.5 (influence of a quantile).
 */
export function pairedDifference(before: Float64Array, after: Float64Array, level: number): PairedDifference {
  const [one, other] = [influencesOf(before, level), influencesOf(after, level)];
  return {
    mean: difference(
      one.mean,
      other.mean,
      (trial) => (after[trial] as number) - (before[trial] as number),
      before.length,
    ),
    valueAtRisk:
      one.density === 0 || other.density === 0
        ? withoutError(
            other.valueAtRisk - one.valueAtRisk,
            'no standard error: too few trials near the value at risk',
          )
        : difference(
            one.valueAtRisk,
            other.valueAtRisk,
            (trial) => other.ofValueAtRisk(trial) - one.ofValueAtRisk(trial),
            before.length,
          ),
    expectedShortfall: difference(
      one.expectedShortfall,
      other.expectedShortfall,
      (trial) => other.ofShortfall(trial) - one.ofShortfall(trial),
      before.length,
    ),
  };
}

function difference(
  one: number,
  other: number,
  influence: (trial: number) => number,
  trials: number,
): Estimate {
  let [sum, squares] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const value = influence(trial);
    sum += value;
    squares += value * value;
  }
  const variance = trials < 2 ? 0 : Math.max(0, squares - (sum * sum) / trials) / (trials - 1);
  return estimateOf(other - one, Math.sqrt(variance / trials));
}

function influencesOf(changes: Float64Array, level: number) {
  const trials = changes.length;
  const sorted = changes.slice().sort();
  const count = Math.max(1, Math.round(trials * (1 - level)));
  const lossAt = (rank: number) => -(sorted[Math.max(0, Math.min(trials - 1, rank))] as number);
  const valueAtRisk = lossAt(count - 1);
  let [all, tail] = [0, 0];
  for (let rank = 0; rank < trials; rank++) {
    all += sorted[rank] as number;
    if (rank < count) tail -= sorted[rank] as number;
  }
  const expectedShortfall = tail / count;
  const chance = count / trials;
  const reach = Math.max(1, Math.round(count * DENSITY_REACH));
  const spacing = lossAt(count - 1 - reach) - lossAt(count - 1 + reach);
  // An atom at the value at risk: small changes of the trials leave it where it is.
  const perDensity = spacing / ((2 * reach) / trials);
  return {
    mean: trials === 0 ? 0 : all / trials,
    valueAtRisk,
    expectedShortfall,
    density: trials < 8 ? 0 : 1,
    ofValueAtRisk: (trial: number) =>
      ((-(changes[trial] as number) >= valueAtRisk ? 1 : 0) - chance) * perDensity,
    ofShortfall: (trial: number) => Math.max(0, -(changes[trial] as number) - valueAtRisk) / chance,
  };
}
