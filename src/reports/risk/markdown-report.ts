import type { RiskRun } from '../../risk/results/risk-run.js';
import { formatDayLong } from '../../value/index.js';
import { VERSION } from '../../version.js';
import { cellMarkdown, inlineMarkdown, lineMarkdown } from '../reading/markdown/escape.js';
import { listMarkdown } from './report-lists.js';
import { sectionsOf } from './sections.js';
import type { ReportTable } from './tables/report-table.js';

/** The report as Markdown (GitHub's tables), the legend on top. The same run gives the same bytes. */
export function riskMarkdown(run: RiskRun): string {
  const { issuer, asOf, path, sha256 } = run.register;
  const parts = [
    ...(run.legend === null ? [] : [`**${inlineMarkdown(run.legend)}**`]),
    `# Risks of ${inlineMarkdown(issuer)}`,
    `One year from ${formatDayLong(asOf)}${scenarioText(run)}. Register ${inlineMarkdown(path)} (SHA-256 ${sha256}), Tickmark ${VERSION}.`,
    ...sectionsOf(run).flatMap(({ title, lead, tables, lists = [] }) => [
      `## ${inlineMarkdown(title)}`,
      ...lead.map(lineMarkdown),
      ...tables.flatMap(tableMarkdown),
      ...lists.flatMap(listMarkdown),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A table with its title and notes, as blocks. */
export function tableMarkdown({ title, columns, rows, notes }: ReportTable): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cellMarkdown).join(' | ')} |`;
  const rule = `| ${columns.map(({ align }) => (align === 'right' ? '--:' : '---')).join(' | ')} |`;
  return [
    `### ${inlineMarkdown(title)}`,
    [line(columns.map(({ head }) => head)), rule, ...rows.map(line)].join('\n'),
    ...notes.map(lineMarkdown),
  ];
}

/** ", under the scenario …". */
export function scenarioText({ scenario }: RiskRun): string {
  return scenario === null ? '' : `, under “${scenario.name}” (${scenario.shocks.join('; ')})`;
}
