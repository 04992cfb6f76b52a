import type { Day } from '../../value/index.js';
import type { FiscalCalendar, MentionOptions } from '../figures/index.js';
import type { Block, Table } from '../filing.js';
import type { Layout } from '../read/layout.js';
import { isRuleLine } from '../read/numeric-text.js';
import { buildTable, type ShapeReading, type TableReaders } from './build-table.js';
import { documentCurrency } from './document-currency.js';
import { eventDay } from './event-day.js';
import { GeneralStatements } from './general-statements.js';
import { LabelTimes } from './label-times.js';
import { LabelUnits } from './label-units.js';
import { isNoteText, notesBelow } from './notes.js';
import { isCurrencyOrRate, type StatedUnits, UnitStatements } from './table-units.js';
import { TimeReader } from './time-reader.js';

/** What a paragraph says that introduces the table below it. */
const INTRODUCES = /:\s*$|\btables?\b|\b(?:the following|sets? forth)\b/i;
/** Headings of a table of rates, whichever way it runs. */
const HIGH = /\bhigh(?:est)?\b/i;
const LOW = /\blow(?:est)?\b/i;

/** A table, with what reading its figures needs. */
export interface TableReading extends Omit<ShapeReading, 'shape'> {
  readonly table: Table;
  /** The lines above it, nearest first, its caption among them. */
  readonly lines: readonly string[];
  readonly readers: TableReaders;
  /** Null where the document does not say which year it reports. */
  readonly times: TimeReader | null;
  /** The day that something was acquired on, for a table of what was paid for it or what it held. */
  readonly event: Day | null;
}

/** Builds the tables and hands back the blocks with each table's id in its place. */
export function readTables(
  layout: Layout,
  blocks: readonly Block[],
  calendar: FiscalCalendar | null,
  options: MentionOptions,
): { blocks: Block[]; tables: ReadonlyMap<string, TableReading> } {
  const tables = new Map<string, TableReading>();
  const readers = {
    options,
    statements: new UnitStatements(options),
    labels: new LabelUnits(options),
    times: new LabelTimes(),
    currency: documentCurrency(layout.text, options),
  };
  const times = calendar === null ? null : new TimeReader(calendar, readers.times);
  const general = new GeneralStatements(blocks, readers.statements);
  let previous: Table | null = null;
  let above: TableReading | null = null;
  const withTables = blocks.map((block, index): Block => {
    const raw = layout.blocks[index]?.table ?? null;
    if (raw === null) return block;
    const id = `t${tables.size + 1}`;
    const isContinued = above !== null && follows(blocks, index, above.table.block);
    const caption = captionOf(blocks, index);
    const lines = linesAbove(blocks, index);
    const notes = notesBelow(blocks, index);
    // What stands below a rule rather explains single rows; it states no unit of the table.
    const close = notes.filter(
      ({ block: at }) => !blocks.slice(index + 1, at).some(({ text }) => isRuleLine(text)),
    );
    const surroundings = {
      lines,
      notes: close.map(({ text }) => text),
      inherited: general.before(index),
      nearby: above?.table.section === block.section ? statedBy(above) : null,
      continued: isContinued ? above : null,
    };
    const { shape, ...reading } = buildTable(layout, raw, surroundings, readers);
    const { start, end, section } = block;
    const table: Table = { id, start, end, section, block: index, caption, notes, ...shape };
    previous = withInheritedRate(table, previous);
    above = { table: previous, lines, readers, times, event: eventDay(blocks, index, lines), ...reading };
    tables.set(id, above);
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
  while (isFurniture(blocks[index])) index -= 1;
  const above = blocks[index];
  if (above === undefined || above.kind === 'table' || isNoteOfTableAbove(blocks, index)) return null;
  if (above.kind === 'heading' || INTRODUCES.test(above.text) || above.text.length < 120) return above.text;
  return null;
}

/** A longer line is a paragraph. */
const LONGEST_LINE = 300;
const MOST_LINES = 6;

/** The caption and the short lines above it, nearest first: title, "(in millions)", "Years ended December 31, …". */
function linesAbove(blocks: readonly Block[], table: number): string[] {
  const lines: string[] = [];
  for (let index = table - 1; index >= 0 && lines.length < MOST_LINES; index -= 1) {
    const block = blocks[index];
    if (block === undefined || block.kind === 'table') break;
    if (isFurniture(block)) continue;
    if (block.text.length > LONGEST_LINE) {
      if (lines.length === 0) lines.push(lastSentence(block));
      break;
    }
    // Notes below the table above, and what stands before them, introduce nothing; a note that ends with a colon does.
    if (isNoteText(block.text) && (lines.length > 0 || !INTRODUCES.test(block.text))) break;
    lines.push(block.text);
  }
  return lines;
}

/** Of a long paragraph only its last sentence introduces what follows. */
function lastSentence({ text, sentences }: Block): string {
  const last = sentences.at(-1);
  return last === undefined ? text : text.slice(last[0], last[1]);
}

/** A table that says nothing is in what the one above it in its section says that it is in. */
function statedBy({ units }: TableReading): StatedUnits | null {
  const { unit, scale, shareScale } = units;
  return unit === null || scale === 0 || !isCurrencyOrRate(unit) || unit.includes('/')
    ? null
    : { unit: null, scale, shareScale };
}

/** Whether nothing but the furniture of pages stands between a table and the one above. */
function follows(blocks: readonly Block[], index: number, above: number): boolean {
  let at = index - 1;
  while (at > above && isFurniture(blocks[at])) at -= 1;
  return at === above;
}

function isFurniture(block: Block | undefined): boolean {
  return block?.kind === 'page-number' || block?.kind === 'running-header';
}
