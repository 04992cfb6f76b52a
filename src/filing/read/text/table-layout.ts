import type { RawCell, RawRow } from '../layout.js';
import type { TextBuilder } from '../text-map.js';
import type { CellDraft, RowDraft } from './row-drafts.js';

/** Adds the cells of a table to the text, row by row, and tells where each stands in it. */
export function layOutRows(rows: readonly RowDraft[], builder: TextBuilder, source: string): RawRow[] {
  return rows.map((row) => {
    const laid = isOneLine(row) ? asPrinted(row, builder) : cellByCell(row, builder, source);
    builder.part('\n');
    return laid;
  });
}

function isOneLine({ cells }: RowDraft): boolean {
  let last = -1;
  for (const { start, end, further } of cells) {
    if (further !== null || start < last) return false;
    last = end;
  }
  return true;
}

/** A row of one line goes into the text as it stands, gaps and leaders too. */
function asPrinted({ cells, indent }: RowDraft, builder: TextBuilder): RawRow {
  const start = cells[0]?.start ?? 0;
  const shift = builder.length - start;
  builder.add(start, cells.at(-1)?.end ?? start);
  return { cells: cells.map((cell) => rawCell(cell, cell.start + shift, cell.end + shift, indent)), indent };
}

/** Where words of a cell run over several lines, each cell's words stand together. */
function cellByCell({ cells, indent }: RowDraft, builder: TextBuilder, source: string): RawRow {
  const laid = cells.map((cell, index) => {
    if (index > 0) builder.part('\t');
    const from = builder.length;
    let { start, end } = cell;
    for (const [furtherStart, furtherEnd] of cell.further ?? []) {
      builder.add(start, spaceAfter(source, end));
      [start, end] = [furtherStart, furtherEnd];
    }
    builder.add(start, end);
    return rawCell(cell, from, builder.length, indent);
  });
  return { cells: laid, indent };
}

/** Leaders at the most stand before the white space that parts a piece from the next. */
function spaceAfter(source: string, end: number): number {
  let at = end;
  while (source.charCodeAt(at) === 0x2e) at += 1;
  return at + 1;
}

const NOTHING_RAISED: RawCell['raised'] = [];

function rawCell(cell: CellDraft, from: number, to: number, indent: number): RawCell {
  return {
    from,
    to,
    column: cell.column,
    columns: cell.columns,
    rows: 1,
    align: cell.isValue ? 'right' : 'left',
    indent: cell.column === 0 ? indent : 0,
    bold: false,
    italic: false,
    above: cell.above,
    below: cell.below,
    heading: false,
    raised: NOTHING_RAISED,
  };
}
