import type { Fact, Figure, Filing, RiskFactor, Section } from '../../../filing/index.js';
import { formatDayLong, formatPeriod } from '../../../value/index.js';
import type { ReadingForm } from '../form.js';
import { allSections, numberOf, type Selected } from '../selection.js';
import { blocksMarkdown, documentMarkdown } from './document.js';
import { cellMarkdown, inlineMarkdown, lineMarkdown } from './escape.js';
import { wholeTableMarkdown } from './table.js';

/** Longer values of facts are whole passages of the page: the other forms have them. */
const LONGEST_VALUE = 200;

/** What `tickmark read --format markdown` writes: a heading for each file, and below it what was asked for. */
export function markdownForm(): ReadingForm {
  return {
    opening: '',
    separator: '\n',
    closing: '',
    file: (selected) => `${titleMarkdown(selected.filing)}\n${viewMarkdown(selected)}`,
    failure: () => null,
  };
}

/** The issuer, then what report it is and of which file. */
function titleMarkdown({ source, cover }: Filing): string {
  const path = source.path === '-' ? 'standard input' : source.path;
  const about = [
    ...(cover.form === null ? [] : [`Form ${cover.form}`]),
    ...(cover.periodEnd === null ? [] : [`fiscal year ended ${formatDayLong(cover.periodEnd)}`]),
    ...(cover.issuer === null ? [] : [path]),
  ];
  const title = `# ${inlineMarkdown(cover.issuer ?? path)}\n`;
  return about.length === 0 ? title : `${title}\n*${inlineMarkdown(about.join(', '))}*\n`;
}

function viewMarkdown(selected: Selected): string {
  switch (selected.view) {
    case 'all':
      return documentMarkdown(selected);
    case 'outline':
      return orNothing(outlineMarkdown(selected.outline, 0), 'No Item or heading was recognized.');
    case 'risk-factors':
      return orNothing(riskFactorsMarkdown(selected), 'No risk factor was recognized.');
    case 'tables':
      return orNothing(tablesMarkdown(selected), 'No table was found.');
    case 'figures':
      return orNothing(listMarkdown(FIGURE_HEAD, selected.figures.map(figureRow)), 'No figure was found.');
    case 'facts':
      return orNothing(listMarkdown(FACT_HEAD, selected.facts.map(factRow)), 'The page is not tagged.');
  }
}

function orNothing(text: string, nothing: string): string {
  return text === '' ? `${nothing}\n` : text;
}

function outlineMarkdown(sections: readonly Section[], depth: number): string {
  return sections
    .map(({ id, title, kind, children }) => {
      const number = kind === 'item' ? numberOf(id) : '';
      const name = number === '' ? inlineMarkdown(title) : `**${number}** ${inlineMarkdown(title)}`;
      return `${'  '.repeat(depth)}- ${name}\n${outlineMarkdown(children, depth + 1)}`;
    })
    .join('');
}

/** The group of each as a heading above the first of it. */
function riskFactorsMarkdown({ filing, riskFactors }: Selected): string {
  return riskFactors
    .map((factor, index) => {
      const { group } = factor;
      const isNew = group !== null && group !== (riskFactors[index - 1]?.group ?? null);
      const above = isNew ? `## ${lineMarkdown(group)}\n\n` : '';
      return `${above}### ${lineMarkdown(factor.heading)}\n\n${riskTextMarkdown(filing, factor)}`;
    })
    .join('\n');
}

/** What follows the heading; where heading and text share a paragraph, the rest of that first. */
function riskTextMarkdown(filing: Filing, { blocks, heading }: RiskFactor): string {
  const [first = -1, ...rest] = blocks;
  const text = filing.blocks[first]?.text ?? '';
  const runOn = text.length > heading.length && text.startsWith(heading) ? text.slice(heading.length) : '';
  const opening = runOn.trim() === '' ? '' : `${lineMarkdown(runOn)}\n\n`;
  return opening + blocksMarkdown(filing, rest, new Map());
}

function tablesMarkdown({ filing, tables }: Selected): string {
  const titles = new Map(allSections(filing.outline).map(({ id, title }) => [id, title]));
  return tables
    .map((table) =>
      wholeTableMarkdown(table, table.section === null ? null : (titles.get(table.section) ?? null)),
    )
    .join('\n');
}

const FIGURE_HEAD = ['Figure', 'Printed', 'Value', 'Unit', 'Period', 'What', 'Where'];

function figureRow(figure: Figure): string[] {
  const { id, text, value, unit, period, label, role, where } = figure;
  const place = 'table' in where ? `${where.table}, row ${where.row}` : (where.section ?? '');
  const what = role === 'label' ? '(label)' : label;
  return [id, text, value, unit, period === null ? '' : formatPeriod(period), what, place];
}

const FACT_HEAD = ['Concept', 'Value', 'Unit', 'Period', 'Dimensions'];

function factRow({ concept, value, unit, context }: Fact): string[] {
  const period = context?.period ?? null;
  const dimensions = (context?.dimensions ?? []).map(([axis, member]) => `${axis} = ${member}`).join('; ');
  return [concept, shortened(value), unit ?? '', period === null ? '' : formatPeriod(period), dimensions];
}

function shortened(value: string | null): string {
  if (value === null) return 'nil';
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

function listMarkdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cellMarkdown).join(' | ')} |\n`;
  return `${line(head)}|${head.map(() => ':--').join('|')}|\n${rows.map(line).join('')}`;
}
