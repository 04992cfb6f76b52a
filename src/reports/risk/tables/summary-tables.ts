import { PERCENT, printEstimate, printNumber } from '../../../risk/index.js';
import type { EstimateAt, MeasureResult } from '../../../risk/results/results.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import {
  estimateCell,
  inSentence,
  levelText,
  MEASURE_NAMES,
  moneyOf,
  reasonsOf,
  riskMeasureText,
  yearsText,
} from '../words.js';
import { columns, type ReportTable } from './report-table.js';

/** What the risks do to each measure within a year. */
export function measuresTable(run: RiskRun): ReportTable {
  const level = mainLevel(run);
  const rare = run.measures[0]?.change.valueAtRisk.find(({ level: other }) => other > level)?.level ?? null;
  return {
    title: `What the risks do to the plan, ${run.show.text}`,
    columns: columns(
      'Measure',
      '>Plan',
      '>Mean change',
      '?>Deviation',
      `>Fall in ${yearsText(level)} or worse`,
      '>Mean of those years',
      ...(rare === null ? [] : [`?>Fall in ${yearsText(rare)} or worse`]),
    ),
    rows: run.measures.map(({ measure, unit, base, change }) => {
      const money = moneyOf(run, unit);
      const at = (estimates: readonly EstimateAt[], wanted: number) => estimateAt(estimates, wanted, money);
      return [
        unit === run.show.currency ? MEASURE_NAMES[measure] : `${MEASURE_NAMES[measure]}, ${money.text}`,
        printNumber(base, money, 5),
        estimateCell(change.mean, money),
        estimateCell(change.deviation, money),
        at(change.valueAtRisk, level),
        at(change.expectedShortfall, level),
        ...(rare === null ? [] : [at(change.valueAtRisk, rare)]),
      ];
    }),
    notes: [
      ...withoutErrors(run),
      ...reasonsOf(
        run.measures.flatMap(({ change }) => [
          change.mean,
          change.deviation,
          change.expectedShortfall.find((each) => each.level === level)?.estimate,
        ]),
      ),
      `Changes are from the plan, over one year. "Fall in ${yearsText(level)} or worse" is the value at risk at ${levelText(level)}, the mean of those years its expected shortfall; a fall is positive. After ± stands the standard error, and no digit is finer than it.`,
    ],
  };
}

/** Why a deviation has no error beside it. */
function withoutErrors({ measures }: RiskRun): string[] {
  const reasons = measures.flatMap(({ change: { deviation } }) =>
    deviation.value !== null && deviation.standardError === null && deviation.why !== undefined
      ? [deviation.why]
      : [],
  );
  return [...new Set(reasons)].map((why) => `A deviation without an error: ${why}.`);
}

/** The chance of a loss, of the measures that can have one. */
export function lossTable(run: RiskRun): ReportTable {
  return {
    title: 'Chance of a loss',
    columns: columns('Event within the year', '>Probability', '>95% interval'),
    rows: run.measures.flatMap(({ measure, probabilityOfLoss: chance }) => {
      if (chance === null) return [];
      const name = measure === 'operating-income' ? 'Operating loss' : 'Net loss';
      const [low, high] = [chance.low ?? Number.NaN, chance.high ?? Number.NaN];
      return [[name, printEstimate(chance, PERCENT), interval(low, high)]];
    }),
    notes: [],
  };
}

function interval(low: number, high: number): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return '';
  return `${printNumber(low, PERCENT, 3)} to ${printNumber(high, PERCENT, 3)}`;
}

/** What each risk adds to a measure's expected shortfall; risks that add nothing are left out. */
export function contributionsTable(
  run: RiskRun,
  { measure, unit, contributions }: MeasureResult,
): ReportTable | null {
  if (contributions === null) return null;
  const { of, level, method, total, parts, trials } = contributions;
  const money = moneyOf(run, unit);
  const shown = parts.filter(({ estimate }) => estimate.value !== 0);
  return {
    title: `What adds to the ${riskMeasureText(of, level)} of ${inSentence(MEASURE_NAMES[measure])}`,
    columns: columns('Risk', `>${money.text}`, '>Share'),
    rows: [
      ...shown.map(({ risk, estimate }) => [
        risk,
        printEstimate(estimate, money),
        shareText(estimate.value, total.value),
      ]),
      ['Total', printEstimate(total, money), '100%'],
    ],
    notes: [
      method === 'euler'
        ? `By Euler: the mean of each risk's own change over the trials of the tail. The measure is additive over the risks, so the parts sum to the total exactly.`
        : `By Shapley: the measure is not additive over the risks (tax, limits or a rate come between), so each risk gets the mean of what it adds over random orders of the risks, in each trial of the tail. The parts sum to the total exactly.`,
      `Measured on ${trials.toLocaleString('en-US')} trials; the total may differ from that of the whole run by its error.`,
    ],
  };
}

/** "41%"; empty where the total is none. */
export function shareText(part: number | null, total: number | null): string {
  if (part === null || total === null || total === 0) return '';
  return printNumber(part / total, PERCENT, Math.abs(part / total) < 0.1 ? 1 : 2);
}

function estimateAt(
  estimates: readonly EstimateAt[],
  wanted: number,
  money: ReturnType<typeof moneyOf>,
): string {
  const found = estimates.find(({ level }) => Math.abs(level - wanted) < 1e-12);
  return found === undefined ? '' : estimateCell(found.estimate, money);
}

/** The level that contributions and comparisons are measured at; the lowest of the run where there are none. */
export function mainLevel(run: RiskRun): number {
  return (
    run.measures.find(({ contributions }) => contributions !== null)?.contributions?.level ??
    run.measures[0]?.change.valueAtRisk[0]?.level ??
    0.95
  );
}
