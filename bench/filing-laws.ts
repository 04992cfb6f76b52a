/** What holds of every Filing, whatever was read: used by the fuzz run and by tests. */
import { Parser } from 'htmlparser2';
import type { Block, Figure, Filing, Place, Section, SourceSpan, Table } from '../src/filing/index.js';
import { Decimal } from '../src/value/index.js';

/** What a filing breaks of them, a line each; at most `limit`. Empty where all hold. */
export function brokenLaws(filing: Filing, limit = 5): string[] {
  const broken: string[] = [];
  for (const problem of problemsOf(filing)) {
    broken.push(problem);
    if (broken.length === limit) break;
  }
  return broken;
}

function* problemsOf(filing: Filing): Generator<string> {
  yield* blockProblems(filing);
  yield* tableProblems(filing);
  yield* figureProblems(filing);
  yield* outlineProblems(filing.outline, 0, filing.source.text.length);
  yield* riskProblems(filing);
  yield* factProblems(filing);
}

function* blockProblems({ source, blocks }: Filing): Generator<string> {
  for (const [index, block] of blocks.entries()) {
    const name = `block ${index}`;
    if (block.kind === 'table') continue;
    yield* placeProblems(source.text, block, name, false);
    let after = 0;
    for (const [start, end] of block.sentences) {
      if (start < after || end <= start || end > block.text.length)
        yield `${name}: a sentence from ${start} to ${end} in a text of ${block.text.length}`;
      after = end;
    }
  }
}

function* tableProblems({ source, tables, blocks }: Filing): Generator<string> {
  for (const table of tables) {
    if (blocks[table.block]?.table !== table.id) yield `${table.id}: its block ${table.block} is not its own`;
    for (const [index, row] of table.rows.entries()) {
      for (const cell of row.cells) {
        const name = `${table.id} row ${index} cell ${cell.column}`;
        if (cell.row !== index) yield `${name}: says that it is in row ${cell.row}`;
        if (cell.column < 0 || cell.columns < 1) yield `${name}: stands over ${cell.columns} columns`;
        yield* placeProblems(source.text, cell, name, false);
      }
    }
  }
}

function* figureProblems(filing: Filing): Generator<string> {
  const { source, figures } = filing;
  const ids = new Set(figures.map(({ id }) => id));
  const keys = new Set(figures.map(({ key }) => key));
  if (ids.size !== figures.length) yield 'two figures with one id';
  if (keys.size !== figures.length) yield 'two figures with one key';
  const tables = new Map(filing.tables.map((table) => [table.id, table]));
  for (const figure of figures) {
    const { id, unit, value, range, spans, text } = figure;
    yield* placeProblems(source.text, figure, `${id} "${text}"`, true);
    if (spans.length === 0) yield `${id}: stands nowhere`;
    if (range !== null && !ids.has(range)) yield `${id}: its range ${range} is no figure`;
    if (unit !== 'date' && !isDecimal(value)) yield `${id}: the value "${value.slice(0, 40)}"`;
    yield* whereProblems(figure, filing.blocks, tables);
  }
}

function* whereProblems(
  { id, where, text, spans }: Figure,
  blocks: readonly Block[],
  tables: ReadonlyMap<string, Table>,
): Generator<string> {
  if ('table' in where) {
    if (tables.get(where.table)?.rows[where.row] === undefined) yield `${id}: in no row of ${where.table}`;
    return;
  }
  const block = blocks[where.block];
  if (block === undefined) yield `${id}: in no block ${where.block}`;
  else if (spans.length === 1 && !block.text.startsWith(text, where.at))
    yield `${id}: "${text}" is not at ${where.at} of its block`;
}

function isDecimal(value: string): boolean {
  try {
    Decimal.parse(value);
    return true;
  } catch {
    return false;
  }
}

function* outlineProblems(sections: readonly Section[], start: number, end: number): Generator<string> {
  const open: { readonly section: Section; readonly start: number; readonly end: number }[] = [];
  for (const section of sections) open.push({ section, start, end });
  while (open.length > 0) {
    const { section, start: from, end: to } = open.pop() as (typeof open)[number];
    if (section.start < from || section.end > to || section.end < section.start)
      yield `${section.id}: from ${section.start} to ${section.end}, outside ${from} to ${to}`;
    for (const child of section.children)
      open.push({ section: child, start: section.start, end: section.end });
  }
}

function* riskProblems({ riskFactors, blocks, source }: Filing): Generator<string> {
  for (const { id, start, end, blocks: own } of riskFactors) {
    if (start > end || end > source.text.length) yield `${id}: from ${start} to ${end}`;
    for (const index of own) if (blocks[index] === undefined) yield `${id}: no block ${index}`;
  }
}

function* factProblems({ facts, source }: Filing): Generator<string> {
  for (const [index, fact] of facts.entries()) {
    const name = `fact ${index} ${fact.concept}`;
    yield* spanProblems(source.text, fact.spans, name, false);
    if (fact.kind === 'number' && fact.value !== null && !isDecimal(fact.value))
      yield `${name}: the value "${fact.value.slice(0, 40)}"`;
  }
}

/** White space of any kind is a space to us, and so are control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
const SPACES = /[\s\u0000-\u001f]/g;

/** The law of spans and text: the spans joined, references decoded, no-break spaces turned, are the text. */
function* placeProblems(source: string, place: Place, name: string, isExact: boolean): Generator<string> {
  yield* spanProblems(source, place.spans, name, true);
  const [first, last] = [place.spans[0], place.spans.at(-1)];
  if (first !== undefined && last !== undefined && (place.start !== first[0] || place.end !== last[1]))
    yield `${name}: its hull is ${place.start} to ${place.end}, not ${first[0]} to ${last[1]}`;
  const raw = place.spans.map(([start, end]) => source.slice(start, end));
  // What parts lines and cells stands nowhere in the source; a figure has none of it.
  const same = (text: string) => text.replace(SPACES, isExact ? ' ' : '');
  const expected = same(place.text);
  if (same(raw.join('')) === expected || same(raw.map(decoded).join('')) === expected) return;
  yield `${name}: its text is ${quoted(place.text)}, its spans hold ${quoted(raw.join('|'))}`;
}

/** By another reader of references than ours. A "<" that is no mark-up is hidden from it. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  let all = '';
  const parser = new Parser({
    ontext: (part) => {
      all += part;
    },
  });
  parser.end(text.replaceAll('<', '\ue000'));
  return all.replaceAll('\ue000', '<');
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function* spanProblems(
  source: string,
  spans: readonly SourceSpan[],
  name: string,
  inOrder: boolean,
): Generator<string> {
  let after = 0;
  for (const [start, end] of spans) {
    if (start >= end || start < 0 || end > source.length || (inOrder && start < after))
      yield `${name}: a span from ${start} to ${end} after ${after}`;
    after = end;
  }
}
