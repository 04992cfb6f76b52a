import type { MentionOptions } from '../figures/index.js';
import type { Block, Table } from '../filing.js';
import { isRuleLine } from '../read/table-lines.js';
import type { RawBlock } from '../read/text-blocks.js';
import { buildTable } from './build-table.js';
import { isNoteText, notesBelow } from './notes.js';

/** What a paragraph says that introduces the table below it. */
const INTRODUCES = /:\s*$|\btables?\b|\b(?:the following|sets? forth)\b/i;
/** Headings of a table of rates, whichever way it runs. */
const HIGH = /\bhigh(?:est)?\b/i;
const LOW = /\blow(?:est)?\b/i;

/** Builds the tables and hands back the blocks with each table's id in its place. */
export function readTables(
  source: string,
  raw: readonly RawBlock[],
  blocks: readonly Block[],
  options: MentionOptions,
): { blocks: Block[]; tables: ReadonlyMap<string, Table> } {
  const tables = new Map<string, Table>();
  let previous: Table | null = null;
  const withTables = blocks.map((block, index): Block => {
    if (block.kind !== 'table') return block;
    const id = `t${tables.size + 1}`;
    const caption = captionOf(blocks, index);
    const notes = notesBelow(blocks, index);
    // What stands below a rule rather explains single rows; it states no unit of the table.
    const close = notes.filter(
      ({ block: at }) => !blocks.slice(index + 1, at).some(({ text }) => isRuleLine(text)),
    );
    const context = [...(caption === null ? [] : [caption]), ...close.map(({ text }) => text)];
    const shape = buildTable(source, raw[index]?.lines ?? [], context, options);
    const { text, spans, start, end, section } = block;
    const place = { text, spans, start, end };
    const table: Table = { ...place, id, section, block: index, caption, notes, ...shape };
    previous = withInheritedRate(table, previous);
    tables.set(id, previous);
    return { ...block, table: id };
  });
  return { blocks: withTables, tables };
}

/**
 * A second table of rates in a section ("for each of the previous six months") is quoted as the first where it says
 * nothing of its own, or prints only the sign of the quoted currency.
 */
function withInheritedRate(table: Table, previous: Table | null): Table {
  const rate = previous?.unit;
  if (previous?.section !== table.section || !rate?.includes('/')) return table;
  const saysNothing = table.unit === null || rate.startsWith(`${table.unit}/`);
  const labels = [
    ...table.columns.flatMap(({ labelPath }) => labelPath),
    ...table.rows.map(({ label }) => label),
  ];
  const isOfRates = labels.some((label) => HIGH.test(label)) && labels.some((label) => LOW.test(label));
  return saysNothing && isOfRates ? { ...table, unit: rate, scale: 0 } : table;
}

/** A second table often follows the notes of the first: they introduce nothing. */
function isNoteOfTableAbove(blocks: readonly Block[], index: number): boolean {
  let above = index;
  while (above >= 0 && isNoteText(blocks[above]?.text ?? '')) above -= 1;
  return above < index && blocks[above]?.kind === 'table';
}

/** The paragraph above that introduces the table, else the heading right above it, else a short line. */
function captionOf(blocks: readonly Block[], table: number): string | null {
  let index = table - 1;
  while (blocks[index]?.kind === 'page-number') index -= 1;
  const above = blocks[index];
  if (above === undefined || above.kind === 'table' || isNoteOfTableAbove(blocks, index)) return null;
  if (above.kind === 'heading' || INTRODUCES.test(above.text) || above.text.length < 120) return above.text;
  return null;
}
