import { displayWidth, padEnd, padStart } from '../../../value/display-width.js';
import { escaped } from '../../table-formats/markdown.js';
import { gridOf, isTable, longestOf, pairText, type Translation, type TranslationGrid } from './grid.js';

/** What is for print: the amounts or the table, and the wording. */
export function markdownTranslation(translation: Translation): string {
  const body = isTable(translation)
    ? tableText(gridOf(translation))
    : translation.amounts.map((amount) => escaped(pairText(amount))).join('\n\n');
  return `${body}\n\n${escaped(translation.wording)}\n`;
}

function tableText({ title, stated, headings, rows }: TranslationGrid): string {
  const all = [
    ['', ...headings.map(escaped)],
    ...rows.map(({ label, cells }) =>
      cells.length === 0
        ? [`**${escaped(label)}**`, ...headings.map(() => '')]
        : [escaped(label), ...cells.map(escaped)],
    ),
  ];
  const widths = ['', ...headings].map((_, column) =>
    Math.max(
      3,
      longestOf(all, (row) => displayWidth(row[column] ?? '')),
    ),
  );
  const [head = '', ...body] = all.map((row) => line(row, widths));
  const rule = `|${widths.map((width, column) => (column === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const above = title === '' ? '' : `**${escaped(title)}**\n\n`;
  return `${above}(${escaped(stated)})\n\n${[head, rule, ...body].join('\n')}`;
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) =>
    column === 0 ? padEnd(cell, widths[column] ?? 0) : padStart(cell, widths[column] ?? 0),
  );
  return `| ${padded.join(' | ')} |`;
}
