import { printNumber } from '../../../risk/index.js';
import type { FundingResult, RiskRun } from '../../../risk/results/risk-run.js';
import { formatDay, plusDays } from '../../../value/index.js';
import { moneyOf } from '../words.js';
import { columns, type ReportTable } from './report-table.js';

const DAYS_A_YEAR = 365;

/** What a holding may call, by date, and what can be lost with it. */
export function fundingTable(
  run: RiskRun,
  { risk, quarters, later, total, exposure }: FundingResult,
): ReportTable {
  const money = moneyOf(run, run.register.currency);
  const amount = (value: number) => printNumber(value, money, 4);
  const until = (years: number) => formatDay(plusDays(run.register.asOf, Math.round(years * DAYS_A_YEAR)));
  return {
    title: `Funding promised: ${risk} (${money.text})`,
    columns: columns(
      'Called by',
      '>Evenly, in the quarter',
      '>In all at the earliest',
      '>In all, evenly',
      '>In all at the latest',
    ),
    rows: [
      ...quarters.map(({ to, even, earliest, evenly, latest }) => [
        until(to),
        amount(even),
        amount(earliest),
        amount(evenly),
        amount(latest),
      ]),
      ...(later > 0 ? [['Later', amount(later), '', '', '']] : []),
      ['Total', '', amount(total), amount(total), amount(total)],
    ],
    notes: [
      `At most ${amount(exposure.total)} can be lost within the year: carrying amount ${amount(exposure.carrying)}, advances ${amount(exposure.advances)}, commitments ${amount(exposure.commitments)}.`,
    ],
  };
}
