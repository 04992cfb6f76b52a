import { PERCENT, PLAIN, printedEstimate, printNumber } from '../../../risk/index.js';
import type { ValueAtRiskGroup, ValueAtRiskPart } from '../../../risk/item-11/item-11-data.js';
import type { ShowUnit } from '../../../risk/register/show-unit.js';
import { levelText } from '../words.js';
import { NOTHING } from './item-11-words.js';
import { columns, type ReportTable } from './report-table.js';

const CATEGORY_NAMES = {
  'interest-rate': 'Interest rates',
  'foreign-exchange': 'Exchange rates',
  'commodity-price': 'Commodity prices',
  'equity-price': 'Equity prices',
  total: 'Together',
} as const;

/**
 * Value at risk by category, their sum, what diversification takes off, and all together, with the statement that
 * belongs to every one. No digit finer than the error.
 */
export function valueAtRiskTable(group: ValueAtRiskGroup, show: ShowUnit): ReportTable {
  const { parts, total } = group;
  const all = partsOf(group);
  const hasPrior = all.some(({ prior }) => prior !== null);
  const heads = [
    '>Value at risk',
    '>Standard error',
    '>95% interval',
    '>Expected shortfall',
    ...(hasPrior ? ['>Last year'] : []),
  ];
  const empty = heads.slice(1).map(() => '');
  // As far as the error of what they are made of allows.
  const amount = (value: number) => likeValue(value, total ?? parts[0], show);
  const between =
    total === null
      ? []
      : [
          ['Sum of the categories', amount(group.sumOfParts), ...empty],
          ['Diversification', amount(-group.diversification), ...empty],
        ];
  const row = (part: ValueAtRiskPart) => cellsOf(part, show, hasPrior);
  return {
    title: `${titleOf('Value at risk', group)}, ${horizonText(group)} (${show.text})`,
    columns: columns('Category', ...heads),
    rows: [...parts.map(row), ...between, ...(total === null ? [] : [row(total)])],
    notes: [group.statement, ...group.warnings.map((warning) => `${warning}.`)],
  };
}

function cellsOf(part: ValueAtRiskPart, show: ShowUnit, hasPrior: boolean): string[] {
  const { category, valueAtRisk, prior } = part;
  const unit = { ...PLAIN, size: show.size };
  const { value, standardError, low, high, expectedShortfall, expectedShortfallError } = valueAtRisk;
  const shown = printedEstimate({ value, standardError, low, high }, unit);
  const shortfall = printedEstimate(
    { value: expectedShortfall, standardError: expectedShortfallError, low: null, high: null },
    unit,
  );
  const end = (bound: number | null) => (bound === null ? 'open' : likeValue(bound, part, show));
  return [
    CATEGORY_NAMES[category],
    shown.value,
    shown.error ?? NOTHING,
    `${end(low)} to ${end(high)}`,
    shortfall.value,
    ...(hasPrior ? [prior === null ? NOTHING : end(prior)] : []),
  ];
}

/** How value at risk was over the year; and how often a day's loss exceeded that of one day, which is another horizon and so another table. */
export function overTheYearTables(group: ValueAtRiskGroup, show: ShowUnit): ReportTable[] {
  return [yearTable(group, show), exceptionsTable(group)].filter((table) => table !== null);
}

function yearTable(group: ValueAtRiskGroup, show: ShowUnit): ReportTable | null {
  const all = partsOf(group);
  const days = all.find(({ during }) => during !== null)?.during?.points.map(({ day }) => day) ?? [];
  if (days.length === 0) return null;
  return {
    title: `${titleOf('Value at risk over the year', group)}, ${horizonText(group)} (${show.text})`,
    columns: columns('Category', '>Average', '>High', '>Low', ...days.map((day) => `>${day}`)),
    rows: all.flatMap((part) => {
      const { category, during } = part;
      if (during === null) return [[CATEGORY_NAMES[category], ...Array(3 + days.length).fill(NOTHING)]];
      const values = [during.average, during.high, during.low, ...during.points.map(({ value }) => value)];
      return [[CATEGORY_NAMES[category], ...values.map((value) => likeValue(value, part, show))]];
    }),
    notes: group.overTheYear.filter((sentence) => /^(?:Average|No average)/.test(sentence)),
  };
}

function exceptionsTable(group: ValueAtRiskGroup): ReportTable | null {
  const counted = partsOf(group).filter(({ exceedances }) => exceedances !== null);
  const first = counted[0];
  if (first === undefined) return null;
  return {
    title: `${titleOf('Days that lost more than value at risk', group)}, ${levelText(first.valueAtRisk.level)}, 1 trading day`,
    columns: columns('Category', '>Days', '>Exceptions', '>Expected', '>Probability if right', 'Zone'),
    rows: counted.map(({ category, exceedances }) => [
      CATEGORY_NAMES[category],
      String(exceedances?.days ?? 0),
      String(exceedances?.exceptions ?? 0),
      printNumber(exceedances?.expected ?? 0, PLAIN, 3),
      printNumber(exceedances?.probabilityOfSo ?? 0, PERCENT, 3),
      exceedances?.zone ?? '',
    ]),
    notes: [
      ...group.overTheYear.filter((sentence) => /^(?:Exceptions|No count)/.test(sentence)),
      'Probability: of a number so far from what is expected, either way, if value at risk is right and days are independent. Zone: the traffic light of the Basel committee, by the same probability.',
    ],
  };
}

function partsOf({ parts, total }: ValueAtRiskGroup): readonly ValueAtRiskPart[] {
  return total === null ? parts : [...parts, total];
}

/** A number to the digits that the value at risk of a part has. */
function likeValue(value: number, part: ValueAtRiskPart | undefined, show: ShowUnit): string {
  const standardError = part?.valueAtRisk.standardError ?? 0;
  return printedEstimate({ value, standardError, low: null, high: null }, { ...PLAIN, size: show.size })
    .value;
}

/** "99%, 10 trading days". */
function horizonText(group: ValueAtRiskGroup): string {
  const { level = 0, horizonDays = 0 } = partsOf(group)[0]?.valueAtRisk ?? {};
  return `${levelText(level)}, ${horizonDays} trading ${horizonDays === 1 ? 'day' : 'days'}`;
}

function titleOf(what: string, { purpose }: ValueAtRiskGroup): string {
  return `${what}: ${purpose === 'trading' ? 'trading' : 'other than trading'}`;
}
