import { PERCENT, printEstimate, printNumber } from '../../../risk/index.js';
import type { DependencyResult, RiskRun } from '../../../risk/results/risk-run.js';
import { levelText, moneyOf } from '../words.js';
import { columns, type ReportTable } from './report-table.js';

const HOURS_A_YEAR = 8760;
const MOST_CUT_SETS = 12;
/** Years print as hours. */
export const HOURS = { size: 1 / HOURS_A_YEAR, mark: '' };

/** All tables of a network. */
export function networkTables(run: RiskRun, network: DependencyResult): (ReportTable | null)[] {
  return [outagesTable(run, network), cutSetsTable(network), importanceTable(network)];
}

/** Availability, outages and lost revenue of each service, exact beside simulated. */
export function outagesTable(run: RiskRun, { services }: DependencyResult): ReportTable {
  const money = moneyOf(run, run.register.currency);
  return {
    title: 'Outages',
    columns: columns('Service', 'What', '>Exact', '>Simulated'),
    rows: services.flatMap(({ name, exact, simulated, why }) => {
      const known = (value: number | null | undefined, unit = HOURS) =>
        value === null || value === undefined ? (why ?? '') : printNumber(value, unit, 6);
      const found = (estimate: Parameters<typeof printEstimate>[0] | undefined, unit = HOURS) =>
        estimate === undefined ? '' : printEstimate(estimate, unit);
      return [
        [name, 'hours out in a year, mean', known(exact?.outageYears), found(simulated?.outageYears)],
        [
          '',
          'outages in a year',
          known(exact?.outages, { size: 1, mark: '' }),
          found(simulated?.outages, { size: 1, mark: '' }),
        ],
        ['', 'availability in the long run', known(exact?.longRun?.availability, PERCENT), ''],
        ['', 'chance of any outage in a year', '', found(simulated?.probabilityOfAny, PERCENT)],
        ...(simulated?.quantiles ?? [])
          .filter(({ level }) => level >= 0.95)
          .map(({ level, estimate }) => [
            '',
            `hours out, ${levelText(level)} of years no more than`,
            '',
            found(estimate),
          ]),
        [
          '',
          `lost revenue, mean, ${money.text}`,
          known(exact?.lostRevenue, money),
          found(simulated?.lostRevenue, money),
        ],
        ['', `credits to customers, mean, ${money.text}`, '', found(simulated?.credits, money)],
      ].filter(([, , one, other]) => one !== '' || other !== '');
    }),
    notes: [],
  };
}

/** What alone, and what together, puts a service out. */
export function cutSetsTable({ services }: DependencyResult): ReportTable {
  return {
    title: 'Single points of failure and minimal cut sets',
    columns: columns('Service', 'Fails when these fail together', '>Parts'),
    rows: services.flatMap(({ name, cutSets }) =>
      cutSets.sets
        .slice(0, MOST_CUT_SETS)
        .map((set, nth) => [
          nth === 0 ? name : '',
          set.map((part) => part.name).join(' + '),
          String(set.length),
        ]),
    ),
    notes: services.flatMap(cutSetNotes),
  };
}

/** A node that is a single point puts the service out for certain, an event only with a probability. */
function cutSetNotes({ name, cutSets, singlePoints, exact }: DependencyResult['services'][number]): string[] {
  const { counts, completeTo, sets } = cutSets;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const alone = singlePoints.filter(({ kind }) => kind === 'node').map((part) => part.name);
  const shown = Math.min(MOST_CUT_SETS, sets.length);
  return [
    alone.length === 0
      ? `${name} has no single point of failure.`
      : `${name} is out whenever one of these is: ${alone.join(', ')}.`,
    ...(exact?.strikes ?? [])
      .filter(({ probability }) => probability > 0)
      .map(
        (event) =>
          `One occurrence of ${event.name} puts ${name} out with probability ${printNumber(event.probability, PERCENT, 3)}, when all else works.`,
      ),
    ...(completeTo === null ? [] : [`Only sets of up to ${completeTo} parts were looked for.`]),
    ...(all > shown ? [`${name} has ${all} minimal cut sets; the smallest ${shown} are shown.`] : []),
  ];
}

/** Which part of the time out each part is behind. */
export function importanceTable({ services }: DependencyResult): ReportTable | null {
  const rows = services.flatMap(({ name, exact }) =>
    (exact?.importance ?? []).map((part, nth) => [
      nth === 0 ? name : '',
      part.name,
      printNumber(part.fussellVesely, PERCENT, 3),
      printNumber(part.begins, PERCENT, 3),
    ]),
  );
  if (rows.length === 0) return null;
  return {
    title: 'What is behind the outages',
    columns: columns(
      'Service',
      'Part',
      '>Of the time out (Fussell-Vesely)',
      '>Of outages begun (Barlow-Proschan)',
    ),
    rows,
    notes: ['Exact. Several parts can be behind one outage, so that the first column need not sum to 100%.'],
  };
}
