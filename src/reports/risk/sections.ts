import type { RiskRun } from '../../risk/results/risk-run.js';
import { headlines, mainMeasure } from './headline.js';
import { contributionsLead, networkLead, votesLead } from './leads.js';
import { methodLines } from './method.js';
import { exactLead, exactTable } from './tables/exact-table.js';
import { fundingTable } from './tables/funding-table.js';
import { holdingLawsTable, holdingsTable } from './tables/holdings-table.js';
import { item11Lists } from './tables/item-11-lists.js';
import { item11Tables } from './tables/item-11-tables.js';
import { networkTables } from './tables/network-tables.js';
import { votesTables } from './tables/ownership-tables.js';
import type { ReportList, ReportSection, ReportTable } from './tables/report-table.js';
import {
  comparisonsTable,
  inputsTable,
  inputTornadoTable,
  linksTable,
  registerTable,
  risksTable,
  tornadoTable,
} from './tables/risk-tables.js';
import { contributionsTable, lossTable, measuresTable } from './tables/summary-tables.js';

/** The whole report as tables and sentences, in the order in which it is read. Sections without anything are left out. */
export function sectionsOf(run: RiskRun): ReportSection[] {
  const main = mainMeasure(run);
  const tornado = run.tornadoes.find(({ measure }) => measure === main?.measure);
  const all: ReportSection[] = [
    section('results', 'What the year may look like', headlines(run), [measuresTable(run), lossTable(run)]),
    section('contributions', 'Which risk matters', contributionsLead(run), [
      ...(main === null ? [] : [contributionsTable(run, main)]),
      ...run.measures.filter((each) => each !== main).map((each) => contributionsTable(run, each)),
    ]),
    section(
      'tornado',
      'What moves the result',
      [],
      [tornado === undefined ? null : tornadoTable(run, tornado), inputTornadoTable(run)],
    ),
    section('risks', 'The risks one by one', [], [risksTable(run), linksTable(run)]),
    section('comparisons', 'Scenarios and controls', [], [comparisonsTable(run)]),
    ...run.dependencies.map((each) =>
      section(`network-${each.risk}`, `Network: ${each.risk}`, networkLead(each), networkTables(run, each), [
        { title: 'To look at', items: each.warnings },
      ]),
    ),
    ...run.ownership.map((each) =>
      section(`votes-${each.risk}`, `Shareholders: ${each.risk}`, votesLead(each), votesTables(each)),
    ),
    section(
      'holdings',
      'Holdings',
      [],
      [holdingsTable(run), ...run.funding.map((each) => fundingTable(run, each)), holdingLawsTable(run)],
    ),
    ...(run.item11 === null
      ? []
      : [
          section(
            'item-11',
            'Item 11: market risk',
            [],
            item11Tables(run.item11, run.show),
            item11Lists(run.item11),
          ),
        ]),
    section('exact', 'Exact beside simulated', exactLead(run), [exactTable(run)]),
    section('register', 'The register', [], [registerTable(run), inputsTable(run)]),
    section('method', 'How it was measured', [...run.notes, ...methodLines(run)], []),
  ];
  return all.filter(({ lead, tables }) => lead.length > 0 || tables.length > 0);
}

function section(
  id: string,
  title: string,
  lead: readonly string[],
  tables: readonly (ReportTable | null)[],
  lists: readonly ReportList[] = [],
): ReportSection {
  return {
    id,
    title,
    lead,
    tables: tables.filter((table) => table !== null && table.rows.length > 0) as ReportTable[],
    lists: lists.filter(({ items }) => items.length > 0),
  };
}
