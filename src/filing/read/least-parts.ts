import type { RawBlock } from './text-blocks.js';

/**
 * How many parts a text falls into at least, told before any is read: its blocks and table cells, or a share of its
 * numbers where those are more.
 */
export function leastParts(raw: readonly RawBlock[], text: string): number {
  let parts = 0;
  for (const block of raw) parts += mostCellsOf(block);
  return Math.max(parts, Math.floor(numbersIn(text) / RUNS_PER_FIGURE));
}

/** "1,234,567.89" has four runs of digits: more runs than this for each part allowed are too many figures. */
const RUNS_PER_FIGURE = 4;

/** How many runs of digits a text has, so that too many are refused before any is read. */
function numbersIn(text: string): number {
  let runs = 0;
  let inside = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (isDigit && !inside) runs += 1;
    inside = isDigit;
  }
  return runs;
}

/** What a block counts for against the limit: its cells, as many as its tabs and gaps could part; 1 for any other. */
function mostCellsOf({ kind, lines }: RawBlock): number {
  if (kind !== 'table') return 1;
  return lines.reduce((cells, { text }) => cells + (text.match(/\t| {2,}/g)?.length ?? 0) + 1, 0);
}
