import { boundedParts, type Limits } from '../../limits.js';
import { isPlainSpace } from '../../plain-characters.js';
import {
  type Emphasis,
  type Layout,
  PLAIN,
  type RawBlock,
  type RawCell,
  type SourceRange,
} from '../layout.js';
import { TextBuilder } from '../text-map.js';
import { addInline, type InlineText } from './inline-text.js';
import { isLaidOutWords, markerBeside } from './layout-tables.js';
import { type MarkdownBlock, readMarkdownBlocks } from './markdown-blocks.js';
import type { PipeRow } from './pipe-tables.js';
import { markRepeatedHeads } from './repeated-heads.js';

/** Points of the headings of levels 1 to 6, as browsers set them. */
const SIZES = [0, 24, 18, 14, 12, 10, 8];
const WHOLE_BOLD = { bold: true, italic: false, underlined: false };

/**
 * The layout of Markdown, as converters make it of a report: marks are hidden, what they say is kept (emphasis, sizes
 * of headings, alignment, tables). Throws where it has too many parts.
 */
export function readMarkdownLayout(source: SourceRange, limits: Limits): Layout {
  const builder = new TextBuilder(source.text);
  const blocks: RawBlock[] = [];
  let cells = 0;
  for (const block of readMarkdownBlocks(source.text, source.start, source.end)) {
    for (const { cells: held } of block.rows) cells += held.length;
    boundedParts(source.path, blocks.length + cells + 1, limits);
    for (const raw of laidOut(block, source.text, builder)) blocks.push(raw);
  }
  const { text, map } = builder.finish();
  return { text, map, blocks: markRepeatedHeads(blocks, text) };
}

function laidOut(block: MarkdownBlock, source: string, builder: TextBuilder): RawBlock[] {
  if (block.kind !== 'table') return wordsBlock(block, source, builder);
  return isLaidOutWords(block.rows, source)
    ? block.rows.flatMap((row) => rowBlock(block, row, source, builder))
    : tableBlock(block, source, builder);
}

function wordsBlock(block: MarkdownBlock, source: string, builder: TextBuilder): RawBlock[] {
  const from = builder.length;
  const emphasis: Emphasis[] = [];
  for (const [index, [start, end]] of block.spans.entries()) {
    const isLast = index === block.spans.length - 1;
    emphasis.push(...addInline(source, start, end, builder).emphasis);
    // The white space that parts a span from the next stands at its end.
    if (!isLast && builder.length > from && isPlainSpace(source.charCodeAt(end - 1)))
      builder.add(end - 1, end);
  }
  return finished(
    block,
    from,
    builder,
    emphasis,
    block.kind === 'heading' ? 'text' : block.kind,
    block.marker,
  );
}

/** A row of a table that only lays words out, as one block: a heading, or a bullet beside its words. */
function rowBlock(block: MarkdownBlock, row: PipeRow, source: string, builder: TextBuilder): RawBlock[] {
  const from = builder.length;
  const emphasis: Emphasis[] = [];
  const filled = row.cells.filter(([start, end]) => start < end);
  for (const [index, [start, end]] of filled.entries()) {
    if (index > 0) builder.part(' ');
    emphasis.push(...addInline(source, start, end, builder).emphasis);
  }
  const marker = markerBeside(filled, source);
  return finished(block, from, builder, emphasis, marker === null ? 'text' : 'list-item', marker);
}

function finished(
  block: MarkdownBlock,
  from: number,
  builder: TextBuilder,
  emphasis: readonly Emphasis[],
  kind: RawBlock['kind'],
  marker: string | null,
): RawBlock[] {
  const to = builder.length;
  if (from === to) return [];
  builder.part('\n');
  const look = {
    ...PLAIN,
    align: block.centred ? ('center' as const) : ('left' as const),
    indent: block.indent,
    size: SIZES[block.level] ?? 0,
    emphasis: block.kind === 'heading' ? [{ from, to, ...WHOLE_BOLD }] : emphasis,
  };
  return [{ kind, from, to, marker, look, table: null }];
}

function tableBlock(block: MarkdownBlock, source: string, builder: TextBuilder): RawBlock[] {
  const from = builder.length;
  let to = from;
  const rows = block.rows.map((row) => {
    const cells = row.cells.map(([start, end], column) => {
      if (column > 0) builder.part('\t');
      const inline = addInline(source, start, end, builder);
      if (inline.from < inline.to) to = inline.to;
      return rawCell(inline, column, row);
    });
    builder.part('\n');
    return { cells, indent: 0 };
  });
  const first = rows.flatMap(({ cells }) => cells).find((cell) => cell.from < cell.to)?.from;
  if (first === undefined) return [];
  return [{ kind: 'table', from: first, to, marker: null, look: PLAIN, table: { layout: 'grid', rows } }];
}

function rawCell({ from, to, emphasis, raised }: InlineText, column: number, row: PipeRow): RawCell {
  const whole = emphasis.filter((mark) => mark.from <= from && mark.to >= to);
  return {
    from,
    to,
    column,
    columns: 1,
    rows: 1,
    align: row.aligns[column] ?? 'left',
    indent: 0,
    bold: whole.some(({ bold }) => bold),
    italic: whole.some(({ italic }) => italic),
    above: 0,
    below: 0,
    heading: row.heading,
    raised,
  };
}
