import { printNumber } from '../../../risk/index.js';
import type { RiskRun } from '../../../risk/results/risk-run.js';
import { levelText, moneyOf } from '../words.js';
import { columns, type ReportTable } from './report-table.js';

const ACCOUNTING = {
  'equity-method': 'equity method',
  'other-comprehensive-income': 'fair value, other comprehensive income',
  income: 'fair value, income',
  cost: 'cost',
} as const;

/** What is held, and what can be lost with it at most. Null where nothing is. */
export function holdingsTable(run: RiskRun): ReportTable | null {
  if (run.holdings.length === 0) return null;
  const money = moneyOf(run, run.register.currency);
  const amount = (value: number) => printNumber(value, money, 4);
  return {
    title: `Holdings (${money.text})`,
    columns: columns(
      'Holding',
      'Accounting',
      '>Carrying amount',
      '>Advances',
      '>Commitments',
      '>At most lost',
    ),
    rows: run.holdings.map(({ risk, accounting, carrying, advances, commitments, exposure }) => [
      risk,
      ACCOUNTING[accounting],
      amount(carrying),
      amount(advances),
      amount(commitments),
      amount(exposure.total),
    ]),
    notes: [
      'At most lost, in the year: carrying amount, advances, and commitments whose first day lies within it.',
      ...run.holdings.map(({ risk, inWords }) => `${risk}: ${inWords}`),
    ],
  };
}

/** The exact law of a year's effect of each holding; why there is none of the others. Null where there is nothing to hold. */
export function holdingLawsTable(run: RiskRun): ReportTable | null {
  const known = run.holdings.flatMap((each) => (each.exact === null ? [] : [{ ...each, exact: each.exact }]));
  const [first] = known;
  if (first === undefined) return null;
  const money = moneyOf(run, run.register.currency);
  const amount = (value: number | null) => (value === null ? '–' : printNumber(value, money, 4));
  return {
    title: `Effect of a year of each holding, exact (${money.text})`,
    columns: columns(
      'Holding',
      '>Mean',
      '>Deviation',
      ...first.exact.quantiles.map(({ level }) => `>${levelText(level)}`),
    ),
    rows: known.map(({ risk, exact }) => [
      risk,
      amount(exact.mean),
      amount(exact.deviation),
      ...exact.quantiles.map(({ value }) => amount(value)),
    ]),
    notes: [
      'By the accounting alone, before tax and apart from other risks: so much or less with the probability above. A loss is negative.',
      ...run.holdings.flatMap(({ risk, exactWhy }) =>
        exactWhy === null ? [] : [`${risk}: simulated only; ${exactWhy}.`],
      ),
    ],
  };
}
