import picocolors from 'picocolors';
import type { RiskRun } from '../../risk/results/risk-run.js';
import { InputError } from '../../value/index.js';
import { VERSION } from '../../version.js';
import { inlineMarkdown, lineMarkdown } from '../reading/markdown/escape.js';
import { wrap, wrapAfter } from '../terminal/layout.js';
import { type Explanation, type Fact, measureExplanation, riskExplanation } from './explanation.js';
import { tableMarkdown } from './markdown-report.js';
import type { RiskReportOptions } from './risk-report.js';
import { tableLines } from './terminal-table.js';

/**
 * What is known of one risk, or of one measure: inputs and their sources, the law with its quantiles, exact beside
 * simulated, effects by line, what raises it and what it raises, its share of each total.
 *
 * @throws InputError ('bad-option') that lists what there is
 */
export function explainReport(
  run: RiskRun,
  id: string,
  format: 'terminal' | 'json' | 'markdown',
  options: RiskReportOptions,
): string {
  const risk = run.risks.find((each) => each.risk === id);
  const measure = run.measures.find((each) => each.measure === id);
  if (risk === undefined && measure === undefined) {
    const known = [...run.risks.map((each) => each.risk), ...run.measures.map((each) => each.measure)];
    throw new InputError(
      'bad-option',
      `Unexpected id "${id.slice(0, 60)}", expected one of ${known.join(', ')}`,
    );
  }
  if (format === 'json') {
    const found = risk === undefined ? { measure } : { risk };
    return `${JSON.stringify({ tickmark: VERSION, schema: 1, kind: 'risk-explanation', legend: run.legend, ...found }, finite, 2)}\n`;
  }
  const explained =
    risk === undefined
      ? measureExplanation(run, measure as NonNullable<typeof measure>)
      : riskExplanation(run, risk);
  return format === 'markdown' ? asMarkdown(run, explained) : asTerminal(run, explained, options);
}

function asMarkdown({ legend }: RiskRun, { title, facts, tables }: Explanation): string {
  const parts = [
    ...(legend === null ? [] : [`**${inlineMarkdown(legend)}**`]),
    `# ${inlineMarkdown(title)}`,
    facts.map(factMarkdown).join('\n'),
    ...tables.flatMap(tableMarkdown),
  ];
  return `${parts.join('\n\n')}\n`;
}

function asTerminal(
  { legend }: RiskRun,
  { title, facts, tables }: Explanation,
  options: RiskReportOptions,
): string {
  const colors = picocolors.createColors(options.color);
  const width = Math.max(40, Math.min(140, options.columns));
  const parts = [
    [...(legend === null ? [] : wrap(legend, width)), ...wrap(title, width)].map((line) => colors.bold(line)),
    facts.flatMap((fact) => factLines(fact, width)),
    ...tables.map((table) => tableLines(table, width, colors)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function factMarkdown([name, text]: Fact): string {
  if (typeof text === 'string') return `- ${inlineMarkdown(name)}: ${inlineMarkdown(text)}`;
  return [`- ${inlineMarkdown(name)}:`, ...text.map((each) => `  - ${lineMarkdown(each)}`)].join('\n');
}

function factLines([name, text]: Fact, width: number): string[] {
  if (typeof text !== 'string') {
    return [`${name}:`, ...text.flatMap((each) => wrapAfter('  - ', each, width))];
  }
  return wrap(`${name}: ${text}`, width - 2).map((line, nth) => (nth === 0 ? line : `  ${line}`));
}

/** JSON has no infinite numbers. */
function finite(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}
