import type { ExchangeRateTable } from '../exchange-rate-table.js';
import { COLUMN_HEADINGS, figuresOf, footnoteLine, titleOf } from './printed-text.js';

/** A table of GitHub-flavoured Markdown with its title before and its notes after; legible as it stands. */
export function markdownTable(table: ExchangeRateTable): string {
  const rows = table.groups.flatMap((group) => [
    [`**${escaped(group.heading)}**`, '', '', '', ''],
    ...group.rows.map((row, index) => [
      escaped(row.label),
      ...figuresOf(table, row, index === 0).map((figure) => escaped(figure)),
    ]),
  ]);
  const all = [['', ...COLUMN_HEADINGS], ...rows];
  const widths = COLUMN_HEADINGS.concat('').map((_, column) =>
    Math.max(3, ...all.map((row) => row[column]?.length ?? 0)),
  );
  const [head = '', ...body] = all.map((row) => line(row, widths));
  const rule = `|${widths.map((width, column) => (column === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const notes = table.footnotes.map((note) => escaped(footnoteLine(note)));
  return `**${escaped(titleOf(table))}**\n\n${[head, rule, ...body].join('\n')}\n\n${notes.join('\n\n')}\n`;
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  return `| ${padded.join(' | ')} |`;
}

/** What Markdown would read as markup; a dollar sign too, which some renderers take for mathematics. */
export function escaped(text: string): string {
  return text.replace(/[\\|*_`$<>[\]]/g, '\\$&');
}
