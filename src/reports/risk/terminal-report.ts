import picocolors from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import { printNumber } from '../../risk/index.js';
import type { RiskRun } from '../../risk/results/risk-run.js';
import { padEnd } from '../../value/display-width.js';
import { formatDayLong } from '../../value/index.js';
import { printable, wrap, wrapAfter } from '../terminal/layout.js';
import { headlines, mainMeasure } from './headline.js';
import { networkLead, votesLead } from './leads.js';
import { scenarioText } from './markdown-report.js';
import { methodLines } from './method.js';
import { sectionsOf } from './sections.js';
import { exactLead } from './tables/exact-table.js';
import { fundingTable } from './tables/funding-table.js';
import { holdingsTable } from './tables/holdings-table.js';
import type { ReportTable } from './tables/report-table.js';
import { comparisonsTable, inputTornadoTable, risksTable } from './tables/risk-tables.js';
import {
  contributionsTable,
  lossTable,
  mainLevel,
  measuresTable,
  shareText,
} from './tables/summary-tables.js';
import { barSketch, columnOf, histogramSketch } from './terminal-sketch.js';
import { tableLines } from './terminal-table.js';
import { MEASURE_NAMES, moneyOf } from './words.js';

const NARROWEST = 40;
const WIDEST = 140;
const BAR_COLUMNS = 30;
const MOST_BARS = 10;
const MOST_ROWS = 40;

export interface RiskTerminalOptions {
  readonly columns: number;
  readonly color: boolean;
  /** Every section, as the Markdown has them. Default: what a risk manager looks at first. */
  readonly whole?: boolean;
}

/** The run for a terminal: the answers, then the tables behind them. Says the same without colour. Ends with a line end. */
export function riskTerminal(run: RiskRun, { columns, color, whole = false }: RiskTerminalOptions): string {
  const colors = picocolors.createColors(color);
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns));
  const parts = [
    headLines(run, width, colors),
    sketchLines(run, width, colors),
    barLines(run, width, colors),
  ];
  for (const table of whole ? sectionsOf(run).flatMap(({ tables }) => tables) : firstTables(run)) {
    parts.push(tableLines(capped(table), width, colors));
  }
  if (!whole) parts.push(furtherLines(run, width, colors));
  parts.push([
    colors.bold('How it was measured'),
    ...[...run.notes, ...methodLines(run)].flatMap((line) =>
      wrapAfter('- ', line, width).map((text) => colors.dim(text)),
    ),
  ]);
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** What stands in no first table, in a sentence each, and where more is. */
function furtherLines(run: RiskRun, width: number, colors: Colors): string[] {
  const lines = [
    ...run.dependencies.flatMap((each) => networkLead(each).map((line) => `${each.risk}: ${line}`)),
    ...run.ownership.flatMap((each) => votesLead(each).map((line) => `${each.risk}: ${line}`)),
    ...exactLead(run),
  ];
  if (lines.length === 0) return [];
  return [
    colors.bold('Further'),
    ...lines.flatMap((line) => wrapAfter('- ', line, width)),
    ...wrap(
      '"tickmark risk explain" has more of a risk; --format html and markdown have every table.',
      width,
    ).map((line) => colors.dim(line)),
  ];
}

/** A terminal is no place for thousands of rows. */
function capped(table: ReportTable): ReportTable {
  const rest = table.rows.length - MOST_ROWS;
  if (rest <= 0) return table;
  return {
    ...table,
    rows: table.rows.slice(0, MOST_ROWS),
    notes: [
      `${rest.toLocaleString('en-US')} more rows: --format markdown and json have all.`,
      ...table.notes,
    ],
  };
}

function firstTables(run: RiskRun): ReportTable[] {
  const main = mainMeasure(run);
  return [
    measuresTable(run),
    lossTable(run),
    main === null ? null : contributionsTable(run, main),
    risksTable(run),
    inputTornadoTable(run),
    comparisonsTable(run),
    holdingsTable(run),
    ...run.funding.map((each) => fundingTable(run, each)),
  ].filter((table) => table !== null && table.rows.length > 0) as ReportTable[];
}

function headLines(run: RiskRun, width: number, colors: Colors): string[] {
  const { issuer, asOf, path } = run.register;
  return [
    ...(run.legend === null ? [] : wrap(run.legend, width).map((line) => colors.bold(line))),
    ...wrap(`Risks of ${issuer}, one year from ${formatDayLong(asOf)}${scenarioText(run)}`, width).map(
      (line) => colors.bold(line),
    ),
    ...wrap(printable(path), width).map((line) => colors.dim(line)),
    '',
    ...headlines(run).flatMap((line) => wrapAfter('- ', line, width)),
  ];
}

/** The distribution of the main measure, with the plan and the value at risk marked below. */
function sketchLines(run: RiskRun, width: number, colors: Colors): string[] {
  const main = mainMeasure(run);
  if (main === null) return [];
  const { change, base } = main;
  const { histogram } = change;
  const sketch = histogramSketch(histogram, width);
  if (sketch === '') return [];
  const money = moneyOf(run, main.unit);
  const loss = change.valueAtRisk.find(({ level }) => level === mainLevel(run))?.estimate.value ?? null;
  const marks = [
    [loss === null ? null : columnOf(-loss, histogram, width), '▲'],
    [columnOf(0, histogram, width), '│'],
    [columnOf(-base, histogram, width), '0'],
  ] as const;
  const signs = new Array<string>([...sketch].length).fill(' ');
  for (const [at, sign] of marks) if (at !== null) signs[at] = sign;
  const ends = [histogram.edges[0] ?? 0, histogram.edges.at(-1) ?? 0].map((edge) =>
    printNumber(base + edge, money, 3),
  );
  const legend = `▲ value at risk  │ plan${marks[2][0] === null ? '' : '  0 nothing left'}`;
  return [
    colors.bold(`${MEASURE_NAMES[main.measure]}, ${money.text}: ${ends[0]} to ${ends[1]} (99% of trials)`),
    sketch,
    signs.join('').trimEnd(),
    colors.dim(legend),
  ];
}

function barLines(run: RiskRun, width: number, colors: Colors): string[] {
  const contributions = mainMeasure(run)?.contributions ?? null;
  if (contributions === null) return [];
  const parts = contributions.parts.filter(({ estimate }) => (estimate.value ?? 0) > 0).slice(0, MOST_BARS);
  const largest = parts[0]?.estimate.value ?? 0;
  const name = Math.min(
    28,
    parts.reduce((most, { risk }) => Math.max(most, risk.length), 0),
  );
  const room = Math.min(BAR_COLUMNS, Math.max(8, width - name - 8));
  return [
    colors.bold('Which risk matters'),
    ...parts.map(({ risk, estimate }) => {
      const bar = barSketch((estimate.value ?? 0) / largest, room);
      return `${padEnd(risk.slice(0, name), name)} ${colors.cyan(padEnd(bar, room))} ${shareText(estimate.value, contributions.total.value)}`;
    }),
  ];
}
