import { NORMAL_975 } from '../distributions/special-functions/normal-quantile.js';
import type { Measure } from '../waterfall/measure.js';
import { estimateOf, withoutError } from './estimate.js';
import { pairedDifference } from './paired-difference.js';
import type { Estimate, EstimateAt, MeasureResult } from './results.js';
import type { MeasureDifference, RunComparison } from './risk-run.js';

/** One of two runs with the same seed and the same purposes of draws. */
export interface ComparedRun {
  readonly trials: number;
  readonly measures: readonly MeasureResult[];
  /** The changes of the first trials; the same trials in both runs. */
  readonly changes: (measure: Measure) => Float64Array | null;
}

export interface Compared
  extends Pick<RunComparison, 'id' | 'name' | 'kind' | 'shocks' | 'status' | 'costPerYear'> {
  readonly level: number;
}

/**
 * The other run less this one, measure by measure. The mean is that of the measure itself, so that a shock to its base
 * counts; value at risk and shortfall are measured from each run's own base. Differences are those of all trials where
 * both runs have as many, else of the trials that are kept of both; standard errors come from the kept trials, since what
 * counts is how far the two move together.
 */
export function compareRuns(before: ComparedRun, after: ComparedRun, compared: Compared): RunComparison {
  const { level, ...about } = compared;
  const names = [...before.measures, ...after.measures].map(({ measure }) => measure);
  const measures = [...new Set(names)].flatMap((measure) => differenceOf(before, after, measure, level));
  return { ...about, level, measures, net: netOf(compared, measures) };
}

function differenceOf(
  before: ComparedRun,
  after: ComparedRun,
  measure: Measure,
  level: number,
): MeasureDifference[] {
  const [one, other] = [before, after].map((run) => run.measures.find((each) => each.measure === measure));
  const known = one ?? other;
  const kept = Math.min(
    ...[before, after].map((run) => run.changes(measure)?.length ?? Number.POSITIVE_INFINITY),
  );
  if (known === undefined || !Number.isFinite(kept) || kept === 0) return [];
  const changesOf = (run: ComparedRun) => run.changes(measure)?.subarray(0, kept) ?? new Float64Array(kept);
  const [was, is] = [changesOf(before), changesOf(after)];
  const paired = pairedDifference(was, is, level);
  const isWhole = before.trials === after.trials;
  const scale = isWhole ? Math.sqrt(kept / before.trials) : 1;
  const base = (other?.base ?? known.base) - (one?.base ?? known.base);
  const differ = (ofPairs: Estimate, from: Estimate | null, to: Estimate | null, moved = 0): Estimate => {
    const missing = [from, to].find((estimate) => estimate !== null && estimate.value === null);
    if (missing !== undefined && missing !== null) return missing;
    const [a, b] = [from?.value ?? 0, to?.value ?? 0];
    const value = (isWhole ? b - a : (ofPairs.value ?? 0)) + moved;
    const hasError = [from, to].every((estimate) => estimate === null || estimate.standardError !== null);
    if (!hasError || ofPairs.standardError === null) {
      return withoutError(value, from?.why ?? to?.why ?? ofPairs.why ?? 'no standard error');
    }
    return estimateOf(value, ofPairs.standardError * scale);
  };
  const at = (estimates: readonly EstimateAt[] | undefined): Estimate | null =>
    estimates?.find((each) => Math.abs(each.level - level) < 1e-12)?.estimate ?? null;
  const changes = [one?.change, other?.change] as const;
  return [
    {
      measure,
      unit: known.unit,
      mean: differ(paired.mean, changes[0]?.mean ?? null, changes[1]?.mean ?? null, base),
      valueAtRisk: differ(paired.valueAtRisk, at(changes[0]?.valueAtRisk), at(changes[1]?.valueAtRisk)),
      expectedShortfall: differ(
        paired.expectedShortfall,
        at(changes[0]?.expectedShortfall),
        at(changes[1]?.expectedShortfall),
      ),
      probabilityOfLoss:
        known.probabilityOfLoss === null
          ? null
          : lossDifference(was, is, one?.base ?? known.base, other?.base ?? known.base),
    },
  ];
}

/** How much more often there is a loss, with McNemar's error: only trials that change sides count. */
function lossDifference(before: Float64Array, after: Float64Array, one: number, other: number): Estimate {
  const trials = before.length;
  let [better, worse] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const was = one + (before[trial] as number) < 0;
    const is = other + (after[trial] as number) < 0;
    if (was && !is) better++;
    if (!was && is) worse++;
  }
  const share = (worse - better) / trials;
  // Not 0 where no trial changed sides: up to three in so many could have gone unseen.
  const unseen = better + worse === 0 ? 3 / NORMAL_975 / trials : 0;
  const variance = Math.max(0, (better + worse) / trials - share * share) / trials;
  return estimateOf(share, Math.sqrt(variance) + unseen);
}

/** What the control saves of operating income in the mean, less its cost. */
function netOf(
  { kind, status, costPerYear }: Compared,
  measures: readonly MeasureDifference[],
): Estimate | null {
  const income = measures.find(({ measure }) => measure === 'operating-income')?.mean;
  if (kind !== 'control' || costPerYear === null || income === undefined) return null;
  if (income.value === null) return income;
  // In place: the other run goes without it, and loses what it prevents.
  const net = (status === 'in-place' ? -income.value : income.value) - costPerYear;
  return income.standardError === null
    ? withoutError(net, income.why ?? 'no standard error')
    : estimateOf(net, income.standardError);
}
