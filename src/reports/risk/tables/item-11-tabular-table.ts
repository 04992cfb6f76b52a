import type { ByMaturity, TabularGroup, TabularRow } from '../../../risk/item-11/item-11-data.js';
import type { ShowUnit } from '../../../risk/register/show-unit.js';
import { civilDateOf, dayOf, daysInMonth, formatDay, parseDay } from '../../../value/index.js';
import { amountText, levelText, titleOf } from './item-11-words.js';
import { columns, type ReportTable } from './report-table.js';

/** What falls due by year, its average rates below, fair value at the end; and apart from it what never falls due. */
export function tabularTables(group: TabularGroup, asOf: string | null, show: ShowUnit): ReportTable[] {
  const maturing = group.rows.filter(({ matures }) => matures);
  const held = group.rows.filter(({ matures }) => !matures);
  return [
    ...(maturing.length === 0 ? [] : [maturityTable({ ...group, rows: maturing }, asOf, show)]),
    ...(held.length === 0 ? [] : [heldTable({ ...group, rows: held }, show)]),
  ];
}

function maturityTable(group: TabularGroup, asOf: string | null, show: ShowUnit): ReportTable {
  const hasPrior = group.rows.some(({ prior }) => prior !== null);
  const years = group.rows[0]?.amounts.years.length ?? 0;
  const table = columns(
    'Instrument',
    ...yearHeads(asOf, years).map((head) => `>${head}`),
    '>Thereafter',
    '>Total',
    '>Fair value',
    ...(hasPrior ? ['>Total, last year', '>Fair value, last year'] : []),
  ).map((column) => (column.head === 'Thereafter' ? { ...column, short: 'There- after' } : column));
  const unvalued = group.rows.filter(({ fairValue, isTotal }) => fairValue === null && !isTotal);
  return {
    title: `${titleOf('By expected maturity', group)} (${show.text})`,
    columns: table,
    rows: group.rows.flatMap((row, at) => [
      ...(row.kind === group.rows[at - 1]?.kind
        ? []
        : [[kindHead(row, show), ...table.slice(1).map(() => '')]]),
      ...rowsOf(row, show, hasPrior),
    ]),
    notes: [
      ...yearNote(asOf),
      ...(group.category === 'interest-rate'
        ? [
            'The fair value of what is owed is negative. Average rates weigh what falls due; variable rates are those of today, for every year.',
          ]
        : ['The fair value of what is owed is negative.']),
      ...unvalued.map(({ name, fairValueWhy }) => `No fair value of ${name}: ${fairValueWhy}.`),
    ],
  };
}

/** "Debt, fixed rate", "Owed in USD (USD million; fair value in JPY million)". */
function kindHead({ kind, unit }: TabularRow, show: ShowUnit): string {
  return unit === show.currency ? kind : `${kind} (${unitText(unit, show)}; fair value in ${show.text})`;
}

/** An amount in another currency is printed in the same size: "USD million". */
function unitText(unit: string, show: ShowUnit): string {
  return show.text.replace(show.currency, unit);
}

function rowsOf(row: TabularRow, show: ShowUnit, hasPrior: boolean): string[][] {
  const { name, isTotal, unit, amounts, terms, fairValue, prior } = row;
  const before = [amountText(prior?.total ?? null, show), amountText(prior?.fairValue ?? null, show)];
  const cells = [
    isTotal ? `${name}` : name,
    ...byMaturity(amounts, (amount) => amountText(amount, show)),
    amountText(fairValue, show),
    ...(hasPrior ? before : []),
  ];
  const details = terms.map((term) => {
    const values = byMaturity(term.values, (value) =>
      value === null ? '' : levelText(value, term.unit === 'rate'),
    );
    const per = term.unit === 'price' ? ` (${show.currency} for 1 ${unit})` : '';
    return [`· ${term.name}${per}`, ...values, '', ...(hasPrior ? ['', ''] : [])];
  });
  return [cells, ...details];
}

function byMaturity(
  { years, thereafter, total }: ByMaturity,
  text: (value: number | null) => string,
): string[] {
  return [...years, thereafter, total].map(text);
}

/** "2027" for the year that ends in it, or "Year 1" where the day of the levels is not known. */
function yearHeads(asOf: string | null, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    asOf === null ? `Year ${at + 1}` : String(civilDateOf(parseDay(asOf)).year + at + 1),
  );
}

function yearNote(asOf: string | null): string[] {
  if (asOf === null) return [];
  const { year, month, day } = civilDateOf(parseDay(asOf));
  const end = formatDay(dayOf(year + 1, month, Math.min(day, daysInMonth(year + 1, month))));
  return [`A year stands for the twelve months that end in it: ${year + 1} for those to ${end}.`];
}

/** Shares and commodities held: what they are carried at and worth. */
function heldTable(group: TabularGroup, show: ShowUnit): ReportTable {
  const hasPrior = group.rows.some(({ prior }) => prior !== null);
  return {
    title: `${titleOf('Held without maturity', group)} (${show.text})`,
    columns: columns(
      'Position',
      'Kind',
      '>Carrying amount',
      '>Fair value',
      ...(hasPrior ? ['>Carrying amount, last year', '>Fair value, last year'] : []),
    ),
    rows: group.rows.map(({ name, kind, isTotal, amounts, fairValue, prior }) => [
      name,
      isTotal ? '' : kind,
      amountText(amounts.total, show),
      amountText(fairValue, show),
      ...(hasPrior
        ? [amountText(prior?.total ?? null, show), amountText(prior?.fairValue ?? null, show)]
        : []),
    ]),
    notes: [],
  };
}
