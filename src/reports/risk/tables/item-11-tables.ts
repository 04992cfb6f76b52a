import type { Item11, SensitivityGroup } from '../../../risk/item-11/item-11-data.js';
import type { ShowUnit } from '../../../risk/register/show-unit.js';
import { adsTable } from './item-11-ads-table.js';
import { tabularTables } from './item-11-tabular-table.js';
import { overTheYearTables, valueAtRiskTable } from './item-11-value-at-risk-table.js';
import { amountText, levelText, titleOf } from './item-11-words.js';
import { columns, type ReportTable } from './report-table.js';

/**
 * The tables of Item 11 in the order of the form: by maturity, sensitivity, value at risk, and what a holder of ADSs
 * sees. Columns for last year stand only where a table has last year's numbers.
 */
export function item11Tables(item: Item11, show: ShowUnit): ReportTable[] {
  const said = new Set<string>();
  return [
    ...notesOnce(
      item.tabular.flatMap((group) => tabularTables(group, item.asOf, show)),
      said,
    ),
    ...item.sensitivity.map((group) => sensitivityTable(group, show)),
    ...item.valueAtRisk.flatMap((group) => [
      valueAtRiskTable(group, show),
      ...notesOnce(overTheYearTables(group, show), said),
    ]),
    ...(item.ads.length === 0 ? [] : [adsTable(item)]),
  ];
}

/** What holds for several tables stands below the first of them. */
function notesOnce(tables: readonly ReportTable[], said: Set<string>): ReportTable[] {
  return tables.map((table) => {
    const notes = table.notes.filter((note) => !said.has(note));
    for (const note of notes) said.add(note);
    return { ...table, notes };
  });
}

function sensitivityTable(group: SensitivityGroup, show: ShowUnit): ReportTable {
  const hasPrior = group.rows.some(({ prior }) => prior !== null);
  const effects = ['Fair value', 'Income of a year', 'Other comprehensive income'];
  const heads = hasPrior ? [...effects, ...effects.map((effect) => `${effect}, last year`)] : effects;
  return {
    title: `${titleOf('Sensitivity', group)} (${show.text})`,
    columns: columns('Market rate or price', '>Today', 'Change', ...heads.map((head) => `>${head}`)),
    rows: group.rows.map((row) => {
      const { name, level, shock, fairValue, income, otherComprehensiveIncome, prior } = row;
      const now = [fairValue, income, otherComprehensiveIncome];
      const before = [prior?.fairValue, prior?.income, prior?.otherComprehensiveIncome];
      const amounts = (hasPrior ? [...now, ...before] : now).map((amount) =>
        amountText(amount ?? null, show),
      );
      return [name, levelText(level, group.category === 'interest-rate'), shock, ...amounts];
    }),
    notes: [],
  };
}
