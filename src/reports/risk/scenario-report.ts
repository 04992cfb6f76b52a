import picocolors from 'picocolors';
import { PERCENT, printEstimate, printNumber } from '../../risk/index.js';
import type { MeasureDifference, RiskRun, RunComparison } from '../../risk/results/risk-run.js';
import { VERSION } from '../../version.js';
import { inlineMarkdown, lineMarkdown } from '../reading/markdown/escape.js';
import { wrap } from '../terminal/layout.js';
import { tableMarkdown } from './markdown-report.js';
import type { RiskReportOptions } from './risk-report.js';
import { columns, type ReportTable } from './tables/report-table.js';
import { tableLines } from './terminal-table.js';
import { levelText, MEASURE_NAMES, moneyOf } from './words.js';

/** Scenarios and controls alone, each on every measure, against the register as it stands. */
export function scenarioReport(
  run: RiskRun,
  format: 'terminal' | 'json' | 'markdown',
  options: RiskReportOptions,
): string {
  if (format === 'json') {
    const { legend, register, simulation, comparisons } = run;
    const head = { tickmark: VERSION, schema: 1, kind: 'risk-comparisons', legend };
    const about = {
      path: register.path,
      sha256: register.sha256,
      issuer: register.issuer,
      currency: register.currency,
    };
    return `${JSON.stringify({ ...head, register: about, simulation, comparisons }, null, 2)}\n`;
  }
  // The command refuses a register without any; the report says so all the same.
  const none = run.comparisons.length === 0 ? ['The register has no scenarios and no controls.'] : [];
  const cases = run.comparisons.map((comparison) => ({
    comparison,
    table: comparisonTable(run, comparison),
  }));
  if (format === 'markdown') {
    const parts = [
      ...(run.legend === null ? [] : [`**${inlineMarkdown(run.legend)}**`]),
      `# Scenarios and controls of ${inlineMarkdown(run.register.issuer)}`,
      ...cases.flatMap(({ comparison, table }) => [
        ...tableMarkdown(table),
        ...saidOf(run, comparison).map(lineMarkdown),
      ]),
      ...none,
      ...notesOf(run).map(lineMarkdown),
    ];
    return `${parts.join('\n\n')}\n`;
  }
  const colors = picocolors.createColors(options.color);
  const width = Math.max(40, Math.min(140, options.columns));
  const parts = [
    ...(run.legend === null ? [] : [wrap(run.legend, width).map((line) => colors.bold(line))]),
    ...cases.map(({ comparison, table }) => [
      ...tableLines(table, width, colors),
      ...saidOf(run, comparison).flatMap((line) => wrap(line, width)),
    ]),
    ...(none.length === 0 ? [] : [none]),
    notesOf(run)
      .flatMap((line) => wrap(line, width))
      .map((line) => colors.dim(line)),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function comparisonTable(run: RiskRun, { name, shocks, level, measures }: RunComparison): ReportTable {
  const at = levelText(level);
  const row = ({
    measure,
    unit,
    mean,
    valueAtRisk,
    expectedShortfall,
    probabilityOfLoss,
  }: MeasureDifference) => {
    const money = moneyOf(run, unit);
    return [
      unit === run.show.currency ? MEASURE_NAMES[measure] : `${MEASURE_NAMES[measure]}, ${money.text}`,
      printEstimate(mean, money),
      printEstimate(valueAtRisk, money),
      printEstimate(expectedShortfall, money),
      probabilityOfLoss === null ? '' : printEstimate(probabilityOfLoss, PERCENT),
    ];
  };
  return {
    title: `${name} (${shocks.join('; ')})`,
    columns: columns(
      'Change of',
      `>Mean, ${run.show.text}`,
      `>Value at risk ${at}`,
      `?>Expected shortfall ${at}`,
      '>Chance of a loss',
    ),
    rows: measures.map(row),
    notes: [],
  };
}

function saidOf(run: RiskRun, { net, costPerYear, status }: RunComparison): string[] {
  if (net === null || costPerYear === null) return [];
  const money = moneyOf(run, run.register.currency);
  const what = status === 'in-place' ? 'Keeping it' : 'Having it';
  return [
    `${what} is worth ${printEstimate(net, money)} (${money.text}) of operating income a year, after its cost of ${printNumber(costPerYear, money)}.`,
  ];
}

function notesOf({ simulation }: RiskRun): string[] {
  return [
    `Each case less the register as it stands, trial by trial with the same random numbers (seed ${simulation.seed}); after ± the standard error of the difference. A positive change of value at risk or shortfall is more risk.`,
  ];
}
