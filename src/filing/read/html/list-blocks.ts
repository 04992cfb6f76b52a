import type { Emphasis } from '../layout.js';
import type { DraftBlock } from './draft-block.js';
import { isSpace } from './flow-writer.js';
import { isItemMarker, markerOf } from './list-items.js';

/** As much of a line as holds its marker. */
const MARKER_WINDOW = 12;
const RULE = /^[\s_—–-]+$/;
const LONGEST_RULE = 200;

/** Tells list items and notes from other text; lines of a block that begin with markers become blocks of their own. */
export function markItems(blocks: readonly DraftBlock[], text: string): DraftBlock[] {
  const marked: DraftBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'text' || block.marker !== null) marked.push(block);
    else if (block.lines.length === 0) marked.push(withMarker(block, text));
    else for (const part of linesOf(block, text)) marked.push(withMarker(part, text));
  }
  return marked;
}

/** A heading that begins with "(a)" is all bold: it keeps its marker but is no item. */
function withMarker(block: DraftBlock, text: string): DraftBlock {
  const marker = markerAt(block, text);
  if (marker === null || block.to - block.from === marker.length) return block;
  return { ...block, marker, kind: isItemMarker(marker) && block.marks === 0 ? 'list-item' : 'text' };
}

function markerAt(
  { from, to, symbol }: Pick<DraftBlock, 'from' | 'to' | 'symbol'>,
  text: string,
): string | null {
  return markerOf(text.slice(from, Math.min(to, from + MARKER_WINDOW)), symbol);
}

/** Parts a block at the lines that begin with markers, and behind a line that is only drawn. */
function linesOf(block: DraftBlock, text: string): DraftBlock[] {
  const parts: DraftBlock[] = [];
  let from = block.from;
  for (const line of block.lines) {
    const isMarked = markerAt({ from: line, to: block.to, symbol: false }, text) !== null;
    if (isMarked || isRule(text, from, line)) {
      parts.push(partOf(block, from, line, text));
      from = line;
    }
  }
  if (from === block.from) return [block];
  parts.push(partOf(block, from, block.to, text));
  return parts;
}

function isRule(text: string, from: number, to: number): boolean {
  return to - from < LONGEST_RULE && RULE.test(text.slice(from, to));
}

function partOf(block: DraftBlock, from: number, next: number, text: string): DraftBlock {
  let to = next;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  const emphasis = block.look.emphasis.flatMap((each) => clipped(each, from, to));
  return {
    ...block,
    from,
    to,
    look: { ...block.look, emphasis },
    symbol: block.symbol && from === block.from,
  };
}

function clipped(emphasis: Emphasis, from: number, to: number): Emphasis[] {
  if (emphasis.to <= from || emphasis.from >= to) return [];
  return [{ ...emphasis, from: Math.max(from, emphasis.from), to: Math.min(to, emphasis.to) }];
}
