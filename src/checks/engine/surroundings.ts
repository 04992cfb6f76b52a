import type { Block, Figure, Filing, SourceSpan, Table, TableWhere } from '../../filing/filing.js';
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
  const at = textOffset(block, figure.start);
  return { before: block.text.slice(start, at), after: block.text.slice(textOffset(block, figure.end), end) };
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
export function rangeIn(block: Block, from: number, to: number): SourceSpan {
  return [sourceOffset(block, from), sourceOffset(block, Math.max(from, to - 1)) + 1];
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

function sourceOffset(block: Block, offset: number): number {
  let left = offset;
  for (const [start, end] of block.spans) {
    if (left < end - start) return start + left;
    left -= end - start;
  }
  return Math.max(block.start, block.end - 1);
}

/** The inverse of `rangeIn`: where a place of the source stands in the block's text. */
export function textOffset(block: Block, place: number): number {
  let passed = 0;
  for (const [start, end] of block.spans) {
    if (place < end) return passed + Math.max(0, place - start);
    passed += end - start;
  }
  return passed;
}
