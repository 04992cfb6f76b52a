import type { RawBlock } from '../layout.js';

/** Blocks at the head of a page that may be its running header, and on how many pages it stands. */
const MOST_HEADS = 4;
const REPEATED = 3;
const LONGEST = 120;
/** A line that says how to read the amounts below is more than furniture. */
const STATES_SCALE = /\b(?:thousands|millions|billions)\b/i;
const CONTINUED = /\(\s*cont(?:inued|'d|\.)?\s*\.?\)\s*$/i;

/** Marks as running headers the blocks that pages begin with again and again. */
export function markRepeatedHeads(blocks: readonly RawBlock[], text: string): RawBlock[] {
  const heads = blocks.map(() => false);
  let left = 0;
  for (const [index, block] of blocks.entries()) {
    const isShort = block.kind === 'text' && block.to - block.from <= LONGEST && block.look.size === 0;
    left = block.kind === 'page-number' ? MOST_HEADS : isShort ? left - 1 : 0;
    heads[index] = block.kind === 'text' && left >= 0 && isShort && wasOpen(left);
  }
  const words = blocks.map(({ from, to }, index) =>
    heads[index] === true ? wordsOf(text.slice(from, to)) : '',
  );
  const counts = new Map<string, number>();
  for (const held of words) counts.set(held, (counts.get(held) ?? 0) + 1);
  return blocks.map((block, index) => {
    const held = words[index] ?? '';
    const repeats = held !== '' && (counts.get(held) ?? 0) >= REPEATED && !STATES_SCALE.test(held);
    return repeats ? { ...block, kind: 'running-header' as const } : block;
  });
}

/** Whether a block that leaves so many to come stands behind a page break. */
function wasOpen(left: number): boolean {
  return left < MOST_HEADS;
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(CONTINUED, '')
    .replace(/^\d+\s|\s\d+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
