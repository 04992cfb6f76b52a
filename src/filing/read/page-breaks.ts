import type { SourceSpan } from '../filing.js';
import type { Line } from './lines.js';
import type { RawBlock } from './text-blocks.js';

const ENDS_A_SENTENCE = /[.:;?!]["”’')\]]*$/;
const STARTS_LOWER_CASE = /^\p{Ll}/u;
/** Words that cannot end a block: what follows on the next page belongs to it, whatever its length. */
const LEAVES_OPEN = /(?:[,–—]|\b(?:and|or|of|the|a|an|to|in|for|with|by|from|our|that|which|is|are))$/i;
/** A heading is shorter; a paragraph that stops in mid-sentence is not. */
const PROSE = 60;
/** How much of the end of a block we look at. */
const TAIL = 200;

/** A block that may still grow. */
interface GrowingBlock extends RawBlock {
  readonly lines: Line[];
  readonly spans: SourceSpan[];
}

/**
 * Joins paragraphs and list items that a page break cut: the first part does not end its sentence and the second
 * goes on in lower case. What stands between (a page number) stays a block of its own, after the joined one.
 */
export function joinBrokenBlocks(blocks: readonly RawBlock[], source: string): RawBlock[] {
  const joined: GrowingBlock[] = [];
  let open: GrowingBlock | null = null;
  for (const block of blocks) {
    if (open !== null && goesOn(open, block, source)) {
      join(open, block, source);
      continue;
    }
    const growing = { ...block, lines: [...block.lines], spans: [...block.spans] };
    joined.push(growing);
    if (block.kind !== 'page-number') open = growing;
  }
  return joined;
}

function goesOn(open: RawBlock, block: RawBlock, source: string): boolean {
  if (open.kind === 'table' || block.kind !== 'text' || block.marker !== null) return false;
  const [start, end] = block.spans[0] ?? [0, 0];
  if (!STARTS_LOWER_CASE.test(source.slice(start, Math.min(end, start + 2)))) return false;
  const before = tailOf(open, source);
  if (ENDS_A_SENTENCE.test(before)) return false;
  return before.length > PROSE || /[.;,]\s/.test(before) || LEAVES_OPEN.test(before);
}

function tailOf(block: RawBlock, source: string): string {
  const [start, end] = block.spans.at(-1) ?? [0, 0];
  return source.slice(Math.max(start, end - TAIL), end);
}

/** The white space at the break is kept with the first part, so that the words do not run together. */
function join(open: GrowingBlock, block: RawBlock, source: string): void {
  const last = open.spans.pop();
  if (last !== undefined) open.spans.push([last[0], last[1] + (/\s/.test(source.charAt(last[1])) ? 1 : 0)]);
  for (const line of block.lines) open.lines.push(line);
  for (const span of block.spans) open.spans.push(span);
}
