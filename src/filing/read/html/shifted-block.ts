import type { RawBlock, RawCell, TextRange } from '../layout.js';

/** A block that begins at another offset. */
export function shiftedBlock<Block extends RawBlock>(block: Block, from: number): Block {
  const by = from - block.from;
  if (by === 0) return block;
  return {
    ...block,
    from,
    to: block.to + by,
    look: { ...block.look, emphasis: block.look.emphasis.map((each) => shifted(each, by)) },
    table: block.table === null ? null : shiftedTable(block.table, by),
  };
}

function shiftedTable(
  { layout, rows }: NonNullable<RawBlock['table']>,
  by: number,
): NonNullable<RawBlock['table']> {
  const cellOf = (cell: RawCell): RawCell => ({
    ...shifted(cell, by),
    raised: cell.raised.map((each) => shifted(each, by)),
  });
  return { layout, rows: rows.map(({ cells, indent }) => ({ indent, cells: cells.map(cellOf) })) };
}

function shifted<Range extends TextRange>(range: Range, by: number): Range {
  return { ...range, from: range.from + by, to: range.to + by };
}
