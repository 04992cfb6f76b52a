import { type Block, type Filing, PlaceOffsets, type Row, type Table } from '../filing/index.js';
import { firstIndex } from '../value/index.js';

/** Between the cells of a row, where it is shown as a line. */
const GAP = '   ';

/** What a person sees on the line of a place: the text of its block or table row, and where the place stands in it. */
export interface VisibleLine {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The visible line of a range of the source, for a filing whose source is mark-up: there a line of the source may hold
 * the whole document. Null where no block holds the range.
 */
export function visibleLine(filing: Filing, start: number, end: number): VisibleLine | null {
  const { blocks } = filing;
  const block = blocks[firstIndex(blocks.length, (index) => (blocks[index]?.start ?? 0) > start) - 1];
  if (block === undefined || block.end <= start) return null;
  const table = block.table === null ? undefined : filing.tables.find(({ id }) => id === block.table);
  return table === undefined
    ? lineOfBlock(filing, block, start, end)
    : lineOfTable(filing, table, start, end);
}

/** The visible text of a range of the source; in plain text, the source as it is. */
export function visibleText(filing: Filing, start: number, end: number): string {
  const line = filing.format === 'html' ? visibleLine(filing, start, end) : null;
  return line === null ? filing.source.text.slice(start, end) : line.text.slice(line.from, line.to);
}

function lineOfBlock({ source }: Filing, block: Block, start: number, end: number): VisibleLine {
  const offsets = new PlaceOffsets(source.text, block);
  const [from, to] = [offsets.toText(start), offsets.toText(end)];
  return { text: block.text, from, to: Math.max(from, to) };
}

function lineOfTable(filing: Filing, { rows }: Table, start: number, end: number): VisibleLine | null {
  const row = rows.find(({ cells }) => (cells.at(-1)?.end ?? 0) > start);
  return row === undefined ? null : lineOfRow(filing, row, start, end);
}

function lineOfRow({ source }: Filing, { cells }: Row, start: number, end: number): VisibleLine {
  let text = '';
  let [from, to] = [-1, -1];
  for (const cell of cells) {
    if (text !== '') text += GAP;
    const offsets = new PlaceOffsets(source.text, cell);
    if (from < 0 && start < cell.end) from = text.length + offsets.toText(start);
    if (from >= 0 && end > cell.start) to = text.length + offsets.toText(end);
    text += cell.text;
  }
  return { text, from: Math.max(0, from), to: Math.max(from, to) };
}
