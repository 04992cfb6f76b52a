import { goesOnOverPage } from '../broken-paragraphs.js';
import type { TextBlock } from './text-blocks.js';

/**
 * Joins paragraphs and list items that a page break cut. What stands between (page numbers, running headers) stays
 * a block of its own, after the joined one.
 */
export function joinBrokenBlocks(blocks: readonly TextBlock[], source: string): TextBlock[] {
  const joined: TextBlock[] = [];
  let open: TextBlock | null = null;
  for (const block of blocks) {
    if (open !== null && goesOn(open, block, source)) {
      join(open, block, source);
      continue;
    }
    joined.push(block);
    if (block.kind !== 'page-number' && block.kind !== 'running-header') open = block;
  }
  return joined;
}

function goesOn(open: TextBlock, block: TextBlock, source: string): boolean {
  if (open.kind === 'table' || block.kind !== 'text' || block.marker !== null) return false;
  const before = open.spans.at(-1);
  const after = block.spans[0];
  return before !== undefined && after !== undefined && goesOnOverPage(source, ...before, ...after);
}

/** The white space at the break is kept with the first part, so that the words do not run together. */
function join(open: TextBlock, block: TextBlock, source: string): void {
  const last = open.spans.pop();
  if (last !== undefined) open.spans.push([last[0], last[1] + (/\s/.test(source.charAt(last[1])) ? 1 : 0)]);
  for (const span of block.spans) open.spans.push(span);
}
