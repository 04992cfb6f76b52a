import picocolors from 'picocolors';
import type { Item11 } from '../../risk/item-11/item-11-data.js';
import type { ShowUnit } from '../../risk/register/show-unit.js';
import { csvLine } from '../../value/csv-field.js';
import { VERSION } from '../../version.js';
import { Html, html } from '../html/markup.js';
import { tableMarkup } from './html/table-markup.js';
import { tableMarkdown } from './markdown-report.js';
import { listLines, listMarkdown, listMarkup } from './report-lists.js';
import type { RiskReportOptions } from './risk-report.js';
import { item11Lists } from './tables/item-11-lists.js';
import { item11Tables } from './tables/item-11-tables.js';
import { NOTHING } from './tables/item-11-words.js';
import { tableLines } from './terminal-table.js';

export type Item11Format = 'terminal' | 'json' | 'markdown' | 'html' | 'csv';

/** Item 11's tables alone: Markdown or HTML to paste into a draft, CSV for a spreadsheet, JSON to stand beside next year's. */
export function item11Report(
  item: Item11,
  show: ShowUnit,
  format: Item11Format,
  options: RiskReportOptions,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ tickmark: VERSION, schema: 1, kind: 'item-11', item11: item }, null, 2)}\n`;
    case 'markdown':
      return item11Markdown(item, show);
    case 'html':
      return item11Fragment(item, show);
    case 'csv':
      return item11Csv(item, show);
    case 'terminal':
      return item11Terminal(item, show, options);
  }
}

/** Tables and what must be said with them, as Markdown. */
export function item11Markdown(item: Item11, show: ShowUnit): string {
  const parts = [
    `## ${titleOf(item)}`,
    ...item11Tables(item, show).flatMap(tableMarkdown),
    ...item11Lists(item).flatMap(listMarkdown),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A piece of HTML without style, to paste into a draft of the report. */
function item11Fragment(item: Item11, show: ShowUnit): string {
  const fragment = html`<section>
<h2>${titleOf(item)}</h2>
${item11Tables(item, show).map(tableMarkup)}
${item11Lists(item).map(listMarkup)}</section>
`;
  return fragment instanceof Html ? fragment.markup : '';
}

/** One table under the other, an empty line between; numbers plain, so that a spreadsheet reads them. */
function item11Csv(item: Item11, show: ShowUnit): string {
  const tables = item11Tables(item, show).map(({ title, columns, rows, notes }) => [
    [title],
    columns.map(({ head }) => head),
    ...rows.map((row) => row.map(plain)),
    ...notes.map((note) => [note]),
  ]);
  const lists = item11Lists(item).map(({ title, items }) => [[title], ...items.map((each) => [each])]);
  return [...tables, ...lists].map((lines) => lines.map(csvLine).join('')).join('\n');
}

function plain(cell: string): string {
  if (cell === NOTHING) return '';
  return /^−?[\d,]+(?:\.\d+)?%?$/.test(cell) ? cell.replaceAll(',', '').replace('−', '-') : cell;
}

function item11Terminal(item: Item11, show: ShowUnit, { columns, color }: RiskReportOptions): string {
  const colors = picocolors.createColors(color);
  const width = Math.max(40, Math.min(140, columns));
  const parts = [
    [colors.bold(titleOf(item))],
    ...item11Tables(item, show).map((table) => tableLines(table, width, colors)),
    ...item11Lists(item).map((list) => listLines(list, width, colors)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function titleOf({ asOf }: Item11): string {
  return `Quantitative disclosures about market risk${asOf === null ? '' : `, ${asOf}`}`;
}
