import { BLANK, type Lines, RULE } from './lines.js';
import { cellOf, type RowDraft } from './row-drafts.js';
import { wholeLine } from './tab-tables.js';
import type { TableLines } from './table-lines.js';

/** The rows of a table whose cells are parted by tabs: the text between two tabs is a cell. */
export function tabRowsOf(lines: Lines, { start, end }: TableLines): RowDraft[] {
  const rows: RowDraft[] = [];
  for (let line = start; line < end; line += 1) {
    if (!lines.has(line, BLANK | RULE)) rows.push(tabRow(lines, line));
  }
  return rows;
}

function tabRow(lines: Lines, line: number): RowDraft {
  const row: RowDraft = { cells: [], indent: lines.indent(line) };
  let from = lines.starts[line] ?? 0;
  for (const [column, text] of wholeLine(lines, line).split('\t').entries()) {
    const trimmed = text.trim();
    if (trimmed !== '') {
      const start = from + (text.length - text.trimStart().length);
      row.cells.push(cellOf({ start, end: start + trimmed.length }, column));
    }
    from += text.length + 1;
  }
  return row;
}
