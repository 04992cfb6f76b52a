import { boundedParts, type Limits } from '../../limits.js';
import { type Emphasis, type Layout, PLAIN, type RawBlock, type SourceRange } from '../layout.js';
import { TextBuilder } from '../text-map.js';
import { alignedRows } from './aligned-rows.js';
import { centredBetween, textWidth } from './centred-lines.js';
import { joinBrokenBlocks } from './join-blocks.js';
import { BLANK, CAPITAL, type Lines, RULE, SMALL, splitLines } from './lines.js';
import { markPageFurniture } from './page-furniture.js';
import { RowKinds } from './row-kinds.js';
import { tabRowsOf } from './tab-rows.js';
import { layOutRows } from './table-layout.js';
import { findTables, type TableLines } from './table-lines.js';
import { readTextBlocks, type TextBlock } from './text-blocks.js';

/** "1,234,567.89" has four runs of digits: more runs than this for each part allowed are too many figures. */
const RUNS_PER_FIGURE = 4;
/** A heading in capitals has no more lines, and some letters. */
const MOST_HEADING_LINES = 4;
const FEWEST_LETTERS = 4;

/**
 * The layout of plain text: blank lines part paragraphs, columns that line up make tables. Words that a line end has
 * hyphenated stay as printed, on both lines: whether the hyphen belongs to the word is not to be told from the text.
 * Throws where it has too many parts.
 */
export function readTextLayout(source: SourceRange, limits: Limits): Layout {
  const lines = splitLines(source.text, source.start, source.end);
  boundedParts(source.path, Math.floor(lines.digitRuns / RUNS_PER_FIGURE), limits);
  markPageFurniture(lines);
  const kinds = new RowKinds(lines);
  const found = joinBrokenBlocks(readTextBlocks(lines, findTables(lines, kinds)), source.text);
  boundedParts(source.path, found.length, limits);
  const builder = new TextBuilder(source.text);
  const width = textWidth(lines);
  const blocks: RawBlock[] = [];
  let cells = 0;
  for (const block of found) {
    if (block.table !== null)
      boundedParts(source.path, blocks.length + cells + segmentsIn(block.table, kinds), limits);
    const raw =
      block.table === null ? laidOut(block, lines, width, builder) : tableBlock(block, kinds, builder);
    if (raw === null) continue;
    for (const row of raw.table?.rows ?? []) cells += row.cells.length;
    blocks.push(raw);
    boundedParts(source.path, blocks.length + cells, limits);
  }
  return { ...builder.finish(), blocks };
}

function laidOut(block: TextBlock, lines: Lines, width: number, builder: TextBuilder): RawBlock {
  const { kind, spans, marker, indent, underlined } = block;
  const from = builder.length;
  const emphasis: Emphasis[] = [];
  let next = 0;
  for (const [start, end] of spans) {
    // Both are in order: a heading of 100,000 lines, each underlined, is read in one pass.
    for (; next < underlined.length; next += 1) {
      const [first, last] = underlined[next] ?? [end, end];
      if (first >= end) break;
      if (first < start || last > end) continue;
      const shift = builder.length - start;
      emphasis.push({ from: first + shift, to: last + shift, bold: false, italic: false, underlined: true });
    }
    builder.add(start, end);
  }
  const to = builder.length;
  builder.part('\n');
  if (emphasis.length === 0 && isInCapitals(block, lines)) {
    emphasis.push({ from, to, bold: true, italic: false, underlined: false });
  }
  const align = centredBetween(lines, block.start, block.end, width) ? 'center' : 'left';
  return { kind, from, to, marker, look: { ...PLAIN, align, indent, emphasis }, table: null };
}

/** Capitals are the bold type of plain text. */
function isInCapitals({ kind, start, end, spans }: TextBlock, lines: Lines): boolean {
  if (kind !== 'text' || end - start > MOST_HEADING_LINES || spans.length > 1) return false;
  for (let line = start; line < end; line += 1) if (lines.has(line, SMALL)) return false;
  if (!lines.has(start, CAPITAL)) return false;
  const [from, to] = spans[0] ?? [0, 0];
  return (lines.text.slice(from, to).match(/\p{Lu}/gu)?.length ?? 0) >= FEWEST_LETTERS;
}

/** How many cells a table has at most, told before its columns are found. */
function segmentsIn({ start, end, tabs }: TableLines, kinds: RowKinds): number {
  let segments = 0;
  for (let line = start; line < end && !tabs; line += 1) {
    if (!kinds.lines.has(line, BLANK | RULE)) segments += kinds.segmentsOf(line).length;
  }
  return segments;
}

/** A table's block; null where its lines hold no cell. */
function tableBlock({ table }: TextBlock, kinds: RowKinds, builder: TextBuilder): RawBlock | null {
  if (table === null) return null;
  const rows = table.tabs ? tabRowsOf(kinds.lines, table) : alignedRows(kinds.lines, kinds, table);
  const from = builder.length;
  const laid = layOutRows(rows, builder, kinds.lines.text);
  const to = laid.at(-1)?.cells.reduce((end, cell) => Math.max(end, cell.to), from) ?? from;
  if (to === from) return null;
  return { kind: 'table', from, to, marker: null, look: PLAIN, table: { layout: 'columns', rows: laid } };
}
