import { goesOnOverPage } from '../broken-paragraphs.js';
import type { RawRow, TextRange } from '../layout.js';
import type { TextMap } from '../text-map.js';
import { type DraftBlock, mergedEmphasis } from './draft-block.js';
import { shiftedBlock } from './shifted-block.js';

/** How many lines stand between the pages, at most. */
const MOST_FURNITURE = 12;

/** Text, map and blocks that belong together. */
export interface Page {
  readonly text: string;
  readonly map: TextMap;
  readonly blocks: readonly DraftBlock[];
}

/** What a page break cut, with what stands at the break: indexes of blocks. */
interface Cut {
  readonly parts: number[];
  readonly furniture: number[];
}

/**
 * Joins paragraphs, list items and tables that a page break cut. What stands at the break (a page number, a running
 * header) moves behind them, in the text too, so that a joined block is one range of it.
 */
export function joinOverPages(page: Page): Page {
  const cuts = findCuts(page);
  if (cuts.length === 0) return page;
  const { text, map, blocks } = page;
  const moved: DraftBlock[] = [];
  const parts: TextRange[] = [];
  let done = 0;
  let index = 0;
  for (const cut of cuts) {
    const first = cut.parts[0] as number;
    const last = cut.parts.at(-1) as number;
    for (; index < first; index += 1) moved.push(blocks[index] as DraftBlock);
    index = last + 1;
    const order = [...cut.parts, ...cut.furniture];
    const places = rangesInOrder(order, first, blocks, parts, done);
    done = (blocks[last] as DraftBlock).to;
    const shifted = order.map((at, place) => shiftedBlock(blocks[at] as DraftBlock, places[place] as number));
    moved.push(joined(shifted.slice(0, cut.parts.length)));
    for (const block of shifted.slice(cut.parts.length)) moved.push(block);
  }
  for (; index < blocks.length; index += 1) moved.push(blocks[index] as DraftBlock);
  parts.push({ from: done, to: text.length });
  return {
    text: parts.map(({ from, to }) => text.slice(from, to)).join(''),
    map: map.reordered(parts),
    blocks: moved,
  };
}

/** Adds the ranges of a cut in their new order, gaps kept in place; answers where each block begins now. */
function rangesInOrder(
  order: readonly number[],
  first: number,
  blocks: readonly DraftBlock[],
  parts: TextRange[],
  done: number,
): number[] {
  const start = (blocks[first] as DraftBlock).from;
  parts.push({ from: done, to: start });
  let end = start;
  return order.map((at, place) => {
    if (place > 0) {
      const gap = {
        from: (blocks[first + place - 1] as DraftBlock).to,
        to: (blocks[first + place] as DraftBlock).from,
      };
      parts.push(gap);
      end += gap.to - gap.from;
    }
    const { from, to } = blocks[at] as DraftBlock;
    parts.push({ from, to });
    end += to - from;
    return end - (to - from);
  });
}

function findCuts({ text, blocks }: Page): Cut[] {
  const cuts: Cut[] = [];
  let index = 0;
  while (index < blocks.length) {
    const next = nextOverBreak(blocks, index);
    const [before, after] = [blocks[index], next === null ? undefined : blocks[next]];
    if (next !== null && before !== undefined && after !== undefined && goesOn(before, after, text)) {
      const furniture = Array.from({ length: next - index - 1 }, (_, step) => index + 1 + step);
      const open = cuts.at(-1);
      if (open !== undefined && open.parts.at(-1) === index) {
        open.parts.push(next);
        open.furniture.push(...furniture);
      } else {
        cuts.push({ parts: [index, next], furniture });
      }
      index = next;
    } else {
      index += 1;
    }
  }
  return cuts;
}

/** The first block of the next page's text, where only page numbers and running headers stand between. */
function nextOverBreak(blocks: readonly DraftBlock[], index: number): number | null {
  if (isFurniture(blocks[index])) return null;
  let next = index + 1;
  while (next - index <= MOST_FURNITURE && isFurniture(blocks[next])) next += 1;
  return next > index + 1 && next < blocks.length && !isFurniture(blocks[next]) ? next : null;
}

function isFurniture(block: DraftBlock | undefined): boolean {
  return block?.kind === 'page-number' || block?.kind === 'running-header';
}

function goesOn(open: DraftBlock, next: DraftBlock, text: string): boolean {
  if (open.kind === 'table' || next.kind === 'table') return open.table !== null && goesOnAsTable(open, next);
  if (next.kind !== 'text' || next.marker !== null) return false;
  return goesOnOverPage(text, open.from, open.to, next.from, next.to);
}

/** A table goes on where the next begins with a row of figures and is as wide: nothing names its columns anew. */
function goesOnAsTable(open: DraftBlock, next: DraftBlock): boolean {
  const first = next.table?.rows.find(({ cells }) => cells.some(isFilled));
  if (open.table === null || next.table === null || first === undefined) return false;
  if (widthOf(open.table.rows) !== widthOf(next.table.rows)) return false;
  const [label, ...values] = first.cells.filter(isFilled);
  if (label === undefined || label.column > 0 || values.length < 2) return false;
  return !values.some(({ bold, align }) => bold || align === 'center');
}

function isFilled({ from, to }: TextRange): boolean {
  return to > from;
}

function widthOf(rows: readonly RawRow[]): number {
  let width = 0;
  for (const { cells } of rows) {
    const last = cells.at(-1);
    if (last !== undefined) width = Math.max(width, last.column + last.columns);
  }
  return width;
}

function joined(parts: readonly DraftBlock[]): DraftBlock {
  const first = parts[0] as DraftBlock;
  const rows = first.table === null ? null : parts.flatMap(({ table }) => table?.rows ?? []);
  return {
    ...first,
    to: (parts.at(-1) as DraftBlock).to,
    look: { ...first.look, emphasis: mergedEmphasis(parts.flatMap(({ look }) => look.emphasis)) },
    table: rows === null ? null : { layout: 'grid', rows },
  };
}
