import type { Layout, RawBlock } from '../read/layout.js';
import { type BlockLook, emphasisedLead, lookOf } from './block-look.js';

/** A short block: all that a heading of an Item, a note or a part of either can be. */
export interface Line {
  /** Of its block. */
  readonly index: number;
  /** White space made single spaces. */
  readonly text: string;
  readonly look: BlockLook;
  /** Where it ends in the text of the layout. */
  readonly to: number;
  /** Its paragraph follows in the same block. */
  readonly runsIn: boolean;
}

/** No heading of the form is as long, nor one of a filer's own; those of risk factors are read apart. */
const LONGEST_LINE = 320;
/** A heading may be laid out as a table: its number in one cell, its title in the next. */
const MOST_HEADING_ROWS = 2;
const ITEM = /^items?\s*\d/i;
const ITEM_WITHIN = 12;
/** "Item 3. Legal Proceedings." with more behind the stop. */
const STOPPED = /^items?\s*\d{1,2}[^.\n]{0,12}[.:—–-]\s*([^.]{6,160})\.(?=\s+[\p{Lu}(])/iu;
const SEVERAL_SPACES = /\s\s|[^\S ]/;
const BULLET = /^[•●▪◦·*■□‣○§¡–—-]$/;

/** The blocks that may be headings, by the index of their block; null for paragraphs, tables and page furniture. */
export function readLines(layout: Layout): readonly (Line | null)[] {
  return layout.blocks.map((block, index) => {
    const end = block.kind === 'text' ? endOfItemHeading(layout, block) : null;
    if (end === null && !isShort(block)) return null;
    const to = end ?? block.to;
    const text = lineText(layout, block.from, to).trim();
    return {
      index,
      text,
      look: lookOf(layout, to === block.to ? block : { ...block, to }),
      to,
      runsIn: to < block.to,
    };
  });
}

/**
 * Where the heading of an Item ends that its paragraph goes on behind: "Item 3. Legal Proceedings. None." Emphasis
 * parts the two, or a stop behind the title. Null where the block begins with no Item, or is heading as a whole.
 */
function endOfItemHeading(layout: Layout, block: RawBlock): number | null {
  const { text } = layout;
  const { from, to } = block;
  const code = text.charCodeAt(from) | 32;
  if (code !== 105 || !ITEM.test(text.slice(from, Math.min(to, from + ITEM_WITHIN)))) return null;
  const lead = emphasisedLead(layout, block);
  if (lead !== null) return lead.to - from > LONGEST_LINE || !goesOn(text, lead.to, to) ? null : lead.to;
  const stopped = STOPPED.exec(text.slice(from, Math.min(to, from + LONGEST_LINE)));
  const end = from + (stopped?.[0].length ?? 0);
  return stopped === null || !/\p{L}{4}/u.test(stopped[1] ?? '') || !goesOn(text, end, to) ? null : end;
}

/** Whether words follow: a letter or more, not mere page numbers and stops. */
function goesOn(text: string, from: number, to: number): boolean {
  return /\p{L}{2}/u.test(text.slice(from, Math.min(to, from + LONGEST_LINE)));
}

function isShort({ kind, from, to, marker, table }: RawBlock): boolean {
  if (to - from > LONGEST_LINE) return false;
  if (kind === 'text' || kind === 'running-header') return true;
  if (kind === 'list-item') return marker === null || !BULLET.test(marker);
  return kind === 'table' && table !== null && table.rows.length <= MOST_HEADING_ROWS;
}

/** A range of the text in one line, its runs of white space made single spaces. */
export function lineText({ text }: Layout, from: number, to: number): string {
  const line = text.slice(from, to);
  return SEVERAL_SPACES.test(line) ? line.replace(/\s+/g, ' ').trim() : line;
}
