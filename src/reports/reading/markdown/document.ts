import type { Block, Filing, Section } from '../../../filing/index.js';
import { allSections, type Selected } from '../selection.js';
import { lineMarkdown } from './escape.js';
import { tableMarkdown } from './table.js';

/** Bullets of print; what else marks a list item, a number or a letter, stays with its text. */
const BULLET = /^[-–—•●■▪◦○‣·*+>oØ§ü\uf0b7\uf0a7]$/u;

/**
 * The text of a filing, or of one Item, as Markdown: headings by the outline, paragraphs in one line, lists, tables.
 * Page numbers and running headers are left out.
 */
export function documentMarkdown({ filing, blocks: [from, to] }: Selected): string {
  const indexes = Array.from({ length: to - from }, (_, index) => from + index);
  return blocksMarkdown(filing, indexes, headingLevels(filing));
}

/** Some blocks of a filing, those with a level as headings. */
export function blocksMarkdown(
  filing: Filing,
  indexes: readonly number[],
  headings: ReadonlyMap<number, number>,
): string {
  const tables = new Map(filing.tables.map((table) => [table.id, table]));
  const parts: string[] = [];
  let isInList = false;
  for (const index of indexes) {
    const block = filing.blocks[index];
    if (block === undefined || block.kind === 'page-number' || block.kind === 'running-header') continue;
    const table = block.table === null ? undefined : tables.get(block.table);
    const text =
      table === undefined ? textMarkdown(block, headings.get(index) ?? null) : tableMarkdown(table);
    if (text === '') continue;
    const isItem = block.kind === 'list-item' && text.startsWith('- ');
    // Items that follow one another are one list.
    if (parts.length > 0 && !(isItem && isInList)) parts.push('\n');
    parts.push(text);
    isInList = isItem;
  }
  return parts.join('');
}

/** Of each block that is a heading: 2 for an Item, 3 for a sub-item, at most 6. */
function headingLevels(filing: Filing): Map<number, number> {
  const levels = new Map<number, number>();
  const byStart = new Map<number, Section>();
  for (const section of allSections(filing.outline)) {
    if (section.printed && !byStart.has(section.start)) byStart.set(section.start, section);
  }
  for (const [index, block] of filing.blocks.entries()) {
    const section = byStart.get(block.start);
    if (section !== undefined) levels.set(index, Math.min(6, section.level + 1));
    else if (block.kind === 'heading') levels.set(index, 5);
  }
  for (const { blocks, heading } of filing.riskFactors) {
    const [first = -1] = blocks;
    // Where heading and text share a paragraph, it stays one.
    if (!levels.has(first) && isAll(heading, filing.blocks[first])) levels.set(first, 5);
  }
  return levels;
}

function isAll(heading: string, block: Block | undefined): boolean {
  return block !== undefined && block.text.trim().length <= heading.length + 2;
}

function textMarkdown({ kind, text, marker }: Block, level: number | null): string {
  if (text.trim() === '') return '';
  if (level !== null) return `${'#'.repeat(level)} ${lineMarkdown(text)}\n`;
  if (kind !== 'list-item') return `${lineMarkdown(text)}\n`;
  if (marker !== null && BULLET.test(marker)) return `- ${lineMarkdown(text.slice(marker.length))}\n`;
  return marker === null ? `- ${lineMarkdown(text)}\n` : `${lineMarkdown(text)}\n`;
}
