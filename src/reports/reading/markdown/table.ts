import type { Table } from '../../../filing/index.js';
import { displayWidth, padEnd, padStart } from '../../../value/display-width.js';
import { type GridRow, gridOf } from '../table-grid.js';
import { unitAndScale } from '../unit-text.js';
import { cellMarkdown, lineMarkdown } from './escape.js';

/** Cells are filled up to the widest of their column, so that the text reads as a table too; a longer one stands out. */
const WIDEST_FILLED = 80;
/** A table wider than this does not line up on any screen: it is not filled. */
const WIDEST_TABLE = 400;
/** Before a label, for each level that it is set in: spaces would be taken away. */
const INDENT = '\u00a0\u00a0';
const DEEPEST = 8;

/** A pipe table: figures to the right, labels set in, totals and groups bold. Ends with a line end. */
export function tableMarkdown(table: Table): string {
  const { headings, rows, numeric } = gridOf(table);
  const lines = [headings.map((heading) => cellMarkdown(heading)), ...rows.map(cellsOf)];
  // What the headings say of all amounts is no heading of a column.
  const [head = []] = lines;
  if (head[0] === '' && table.scale !== 0) head[0] = `*${unitAndScale(table)}*`;
  const widths = headings.map((_, column) =>
    Math.max(3, ...lines.map((cells) => Math.min(WIDEST_FILLED, displayWidth(cells[column] ?? '')))),
  );
  const isFilled = widths.reduce((sum, width) => sum + width + 3, 1) <= WIDEST_TABLE;
  const filled = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (isFilled ? fill(cell, widths[column] ?? 0, numeric[column]) : cell)).join(' | ')} |\n`;
  const rule = widths.map((width, column) => {
    const dashes = '-'.repeat(isFilled ? width : 3);
    return numeric[column] ? `${dashes}-:` : `:${dashes}-`;
  });
  const body = lines.slice(1);
  return `${filled(head)}|${rule.join('|')}|\n${body.map(filled).join('')}`;
}

/** The same with what belongs to it: id, caption, section, unit, notes. */
export function wholeTableMarkdown(table: Table, sectionTitle: string | null): string {
  const caption = table.caption === null ? '' : `: ${lineMarkdown(table.caption)}`;
  const about = [sectionTitle === null ? '' : lineMarkdown(sectionTitle), unitAndScale(table)].filter(
    Boolean,
  );
  const notes = table.notes.map(({ text }) => `${lineMarkdown(text)}\n`);
  return [
    `### ${table.id}${caption}\n`,
    ...(about.length === 0 ? [] : [`*${about.join('; ')}*\n`]),
    tableMarkdown(table),
    ...notes,
  ].join('\n');
}

function cellsOf({ row, cells, mark }: GridRow): string[] {
  const isStrong = row.bold || row.kind !== 'data';
  return cells.map((text, column) => {
    const cell = cellMarkdown(text);
    if (cell === '') return '';
    const shown = isStrong && (column === 0 || row.kind !== 'data') ? `**${cell}**` : cell;
    if (column > 0) return shown;
    const raised = mark === '' ? '' : `<sup>${cellMarkdown(mark)}</sup>`;
    return INDENT.repeat(Math.min(DEEPEST, row.level)) + shown + raised;
  });
}

function fill(cell: string, width: number, toTheRight: boolean | undefined): string {
  return toTheRight === true ? padStart(cell, width) : padEnd(cell, width);
}
