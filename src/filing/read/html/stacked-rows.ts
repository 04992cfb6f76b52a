import { type DraftBlock, HEAD, NO_LINES } from './draft-block.js';
import { type DraftCell, type DraftRow, NOTHING } from './draft-table.js';
import { isNumberLike } from './layout-tables.js';

/**
 * Old pages stack rows: one cell holds all labels, parted by line breaks, the next all their figures. Such a row is as
 * many as it has lines: every cell that shows anything has as many, and one has a number on each.
 */
export function unstacked(row: DraftRow): readonly DraftRow[] {
  let lines = 0;
  let numeric = false;
  for (const { content, rows } of row.cells) {
    if (content.length === 0) continue;
    const count = linesOf(content);
    if (count < 2 || rows > 1 || (lines > 0 && count !== lines)) return [row];
    lines = count;
    numeric ||= isNumberOnEachLine(content, count);
  }
  if (!numeric) return [row];
  const parts = row.cells.map(({ content }) => content.flatMap(partsOf));
  return Array.from({ length: lines }, (_, line) => ({
    ...row,
    cells: row.cells.map((cell, index): DraftCell => {
      const part = parts[index]?.[line];
      return {
        ...cell,
        above: line === 0 ? cell.above : 0,
        below: line === lines - 1 ? cell.below : 0,
        content: part === undefined ? NOTHING : [part],
      };
    }),
  }));
}

function linesOf(content: readonly DraftBlock[]): number {
  let lines = content.length;
  for (const { lines: breaks, kind } of content) {
    if (kind === 'table') return 0;
    lines += breaks.length;
  }
  return lines;
}

function isNumberOnEachLine(content: readonly DraftBlock[], lines: number): boolean {
  if (content.some(({ head }) => head.length >= HEAD)) return false;
  const words = content.flatMap(({ head }) => head.split(/\s+/));
  return (
    words.length === lines && words.every((word) => isNumberLike({ head: word, from: 0, to: word.length }))
  );
}

/** The lines of a block as blocks. */
function partsOf(block: DraftBlock): DraftBlock[] {
  if (block.lines.length === 0) return [block];
  const words = block.head.split(/\s+/);
  return [block.from, ...block.lines].map((from, line): DraftBlock => {
    const to = block.lineEnds[line] ?? block.to;
    return {
      ...block,
      from,
      to,
      head: words.length === block.lines.length + 1 ? (words[line] ?? '') : block.head,
      raised: block.raised.filter((range) => range.from >= from && range.to <= to),
      lines: NO_LINES,
      lineEnds: NO_LINES,
    };
  });
}
