import type { Block, Figure, Filing, SourceSpan, Table, TableWhere, TextWhere } from '../../filing/filing.js';
import { PlaceOffsets } from '../../filing/index.js';
import { firstIndex } from '../../value/index.js';
import { groupedBy } from './grouped.js';

/** Whether a figure stands in a cell of a table. */
export function inTable(figure: Figure): figure is Figure & { readonly where: TableWhere } {
  return 'table' in figure.where;
}

/** The block of a figure in a sentence; null in a table. */
export function blockOf(filing: Filing, figure: Figure): Block | null {
  return 'block' in figure.where ? (filing.blocks[figure.where.block] ?? null) : null;
}

/** A number of its own for each sentence of a filing: for maps, which hold numbers more lightly than text. */
export function sentenceKey({ block, sentence }: Pick<TextWhere, 'block' | 'sentence'>): number {
  return block * MOST_SENTENCES + sentence;
}

/** More than a block holds. */
const MOST_SENTENCES = 2 ** 20;

/** The sentence of a figure, as printed; "" in a table. */
export function sentenceOf(filing: Filing, figure: Figure): string {
  const block = blockOf(filing, figure);
  if (block === null || !('sentence' in figure.where)) return '';
  const [start, end] = block.sentences[figure.where.sentence] ?? [0, block.text.length];
  return block.text.slice(start, end);
}

/** The words of its sentence before and after a figure; "" in a table. */
export function wordsAround(
  filing: Filing,
  figure: Figure,
): { readonly before: string; readonly after: string } {
  const block = blockOf(filing, figure);
  if (block === null || !('sentence' in figure.where)) return { before: '', after: '' };
  const [start, end] = block.sentences[figure.where.sentence] ?? [0, block.text.length];
  const { at } = figure.where;
  return { before: block.text.slice(start, at), after: block.text.slice(at + figure.text.length, end) };
}

/** Where a figure begins in the text of its block; 0 in a table. */
export function offsetInBlock({ where }: Figure): number {
  return 'at' in where ? where.at : 0;
}

/** The figures that begin in a range of the source, found by binary search, since figures stand in order. */
export function figuresIn(filing: Filing, [start, end]: SourceSpan): Figure[] {
  const { figures } = filing;
  const first = firstIndex(figures.length, (index) => (figures[index]?.start ?? 0) >= start);
  const found: Figure[] = [];
  for (let at = first; at < figures.length; at++) {
    const figure = figures[at];
    if (figure === undefined || figure.start >= end) break;
    found.push(figure);
  }
  return found;
}

/** The part of a block from one offset of its text to another, as a range of the source. */
export function rangeIn({ source }: Filing, block: Block, from: number, to: number): SourceSpan {
  const offsets = new PlaceOffsets(source.text, block);
  return [offsets.toSource(from), offsets.toSource(Math.max(from, to - 1)) + 1];
}

/** What a person reads of a part of the source: its blocks and cells, a line each; in plain text, the source as it is. */
export function visibleText({ source, format, blocks, tables }: Filing, [start, end]: SourceSpan): string {
  if (format !== 'html') return source.text.slice(start, end);
  const rows = new Map(tables.map((table) => [table.id, table.rows]));
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.start < start || block.start >= end) continue;
    const own = block.table === null ? undefined : rows.get(block.table);
    if (own === undefined) lines.push(block.text);
    else for (const { cells } of own) lines.push(cells.map(({ text }) => text).join(' '));
  }
  return lines.join('\n');
}

/**
 * What introduces and follows a table: its caption and notes, and the paragraphs beside it that belong to no
 * other table, at most three either way.
 */
export function textsBeside(filing: Filing, table: Table): string[] {
  const texts = [table.caption ?? '', ...table.notes.map((note) => note.text)];
  for (const step of [-1, 1]) {
    for (let distance = 1; distance <= 3; distance++) {
      const block = filing.blocks[table.block + step * distance];
      if (block === undefined || block.kind === 'table' || block.section !== table.section) break;
      if (block.kind !== 'page-number') texts.push(block.text);
    }
  }
  return texts.filter((text) => text !== '');
}

/** The running text of each section, without its sub-sections and tables. */
export function sectionTexts(filing: Filing): Map<string | null, string> {
  const prose = filing.blocks.filter(({ kind }) => kind !== 'table');
  const sections = groupedBy(prose, ({ section }) => section);
  return new Map([...sections].map(([section, own]) => [section, own.map(({ text }) => text).join('\n')]));
}

/** "sentence" pieces of a free text: good enough to look for a statement of method in a note. */
export function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.;])\s+(?=["“(]?[A-Z])/);
}
