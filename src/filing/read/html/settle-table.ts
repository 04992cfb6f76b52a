import type { RawCell, RawTable } from '../layout.js';
import { type DraftBlock, mergedEmphasis, NO_EMPHASIS, NO_LINES, NO_RANGES } from './draft-block.js';
import { type DraftCell, type DraftRow, placeCells } from './draft-table.js';
import { isMarkerCell, isTable } from './layout-tables.js';
import { isItemMarker } from './list-items.js';
import { BOLD, ITALIC } from './marks.js';
import { unstacked } from './stacked-rows.js';

/** What a table that ends becomes: a table, or the blocks that it only lays out. */
export function settleTable(all: readonly DraftRow[]): DraftBlock[] {
  const rows = all.filter((row) => !row.gone && row.cells.length > 0).flatMap(unstacked);
  return isTable(rows) ? [tableBlock(rows)] : rows.flatMap(blocksOf);
}

function tableBlock(rows: readonly DraftRow[]): DraftBlock {
  placeCells(rows);
  const reaches = rows.some(({ cells }) => cells.some((cell) => cell.rows > 1));
  const kept = reaches ? rows : rows.filter(showsAnything);
  let from = -1;
  let to = 0;
  for (const { cells } of kept)
    for (const { content } of cells) {
      if (from < 0 && content[0] !== undefined) from = content[0].from;
      to = content.at(-1)?.to ?? to;
    }
  return {
    kind: 'table',
    from,
    to,
    marker: null,
    look: { align: 'left', indent: 0, size: 0, emphasis: NO_EMPHASIS },
    table: rawTable(kept, from),
    marks: 0,
    raised: NO_RANGES,
    listed: false,
    head: '',
    symbol: false,
    lines: NO_LINES,
    lineEnds: NO_LINES,
  };
}

/** Rows that only set the widths of columns, or part others by white space, are left out. */
function showsAnything({ cells }: DraftRow): boolean {
  return cells.some(({ content, above, below }) => content.length > 0 || above > 0 || below > 0);
}

function rawTable(rows: readonly DraftRow[], from: number): RawTable {
  return {
    layout: 'grid',
    rows: rows.map(({ cells }) => {
      const raw = cells.map((cell) => rawCell(cell, from));
      return { cells: raw, indent: raw.find(({ from, to }) => to > from)?.indent ?? 0 };
    }),
  };
}

/** An empty cell stands where the text was when it began, but not before its table. */
function rawCell(cell: DraftCell, tableFrom: number): RawCell {
  const { column, columns, rows, align, above, below, heading, content, at } = cell;
  const first = content[0];
  const last = content.at(-1);
  let marks = content.length === 0 ? 0 : -1;
  for (const block of content) marks &= block.marks;
  return {
    from: first?.from ?? Math.max(at, tableFrom),
    to: last?.to ?? Math.max(at, tableFrom),
    column,
    columns,
    rows,
    align: first?.look.align ?? align,
    indent: first?.look.indent ?? 0,
    bold: (marks & BOLD) !== 0,
    italic: (marks & ITALIC) !== 0,
    above,
    below,
    heading,
    raised: content.length > 1 ? content.flatMap(({ raised }) => raised) : (first?.raised ?? NO_RANGES),
  };
}

/** A row of a layout table: one block, or each cell's own where one holds several or a table. */
function blocksOf({ cells }: DraftRow): DraftBlock[] {
  const filled = cells.filter(({ content }) => content.length > 0);
  const content = filled.flatMap((cell) => cell.content);
  const [first, second] = content;
  if (first === undefined || second === undefined) return content;
  const marker = filled.length === 2 && filled[0] !== undefined ? isMarkerCell(filled[0]) : null;
  if (marker !== null && second.kind !== 'table') {
    const item = joined([first, second], { ...second.look, indent: first.look.indent });
    return [{ ...item, marker, kind: isItemMarker(marker) ? 'list-item' : 'text' }, ...content.slice(2)];
  }
  const isSplit = content.length > filled.length || content.some(({ kind }) => kind !== 'text');
  return isSplit ? content : [joined(content, first.look)];
}

/** Blocks of one row as one block. */
function joined(parts: readonly DraftBlock[], look: DraftBlock['look']): DraftBlock {
  const first = parts[0] as DraftBlock;
  return {
    ...first,
    to: (parts.at(-1) as DraftBlock).to,
    marks: parts.reduce((marks, part) => marks & part.marks, -1),
    look: { ...look, emphasis: mergedEmphasis(parts.flatMap((part) => part.look.emphasis)) },
    head: parts.map(({ head }) => head).join(' '),
    lines: parts.flatMap(({ lines }) => lines),
    lineEnds: parts.flatMap(({ lineEnds }) => lineEnds),
  };
}
