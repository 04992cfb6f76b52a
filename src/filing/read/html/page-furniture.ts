import type { DraftBlock } from './draft-block.js';

/** A page number and nothing else: "12", "- 12 -", "Page 3 of 90". */
const PAGE_NUMBER = /^[-–—\s]*(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?[-–—\s]*$/i;
/** "F-7", "Page F-7 of F-90": a page where the next or the last such line counts on; "F-15" alone is an aeroplane. */
const LETTERED = /^(?:page\s+)?([A-Z])[-–](\d{1,3})(?:\s+of\s+[A-Z][-–]\d{1,3})?$/i;
/** Roman ones are words or marks as well, away from a page's end. */
const ROMAN = /^[-–—\s]*(?:page\s+)?[ivxl]{1,6}[-–—\s]*$/;
const LONGEST_NUMBER = 20;

/** Longer lines are no running headers. */
const LONGEST_HEADER = 160;
/** How many lines of a page's edge we look at. */
const MOST_LINES = 4;
/** Lines that repeat on fewer pages, or in a smaller share of their places, are text that happens to be alike. */
const FEWEST_PAGES = 3;
const SHARE_OF_PAGES = 0.05;
const SHARE_AT_EDGES = 0.6;
/** Lines that say what a table is in repeat above tables, at the top of a page or not. */
const HEADS_TABLE = /\b(?:millions|thousands|billions|unaudited|ended|as of|dollars|yen|per share)\b/i;
const NAMES_REPORT = /\b(?:form\s+(?:10-k|20-f)|annual\s+report|table\s+of\s+contents)\b/i;
const CONTINUED = /[\s,–—-]*\(?(?:continued|cont['’]?d\.?)\)?\s*$/i;
/** A sentence, such as the answer "Not applicable.", is text; the lines that point from statements to the notes are not. */
const SENTENCE = /[A-Za-z)”"][.;:,]$/;
const POINTS_TO_NOTES = /\bnotes\b/i;
/** What may be a heading where it stands first, and heads pages after that. */
const OF_OUTLINE = /^(?:part|item|note|notes)\b/i;

interface Line {
  readonly block: DraftBlock;
  readonly index: number;
  readonly key: string;
}

/** Marks page numbers and the lines that repeat at the edges of pages, so that they belong to no paragraph. */
export function markFurniture(
  blocks: readonly DraftBlock[],
  pageBreaks: readonly number[],
  text: string,
): void {
  for (const block of blocks) if (isPageNumber(block, text, PAGE_NUMBER)) block.kind = 'page-number';
  markLettered(blocks, text);
  const edges = pageEdges(blocks, pageBreaks);
  for (const edge of edges) markRoman(blocks, edge, text);
  const keys = blocks.map((block) => keyOf(block, text));
  const totals = counted(keys);
  const near = edges.flatMap((edge) => linesAt(edge, blocks, keys));
  const atEdges = counted([...new Map(near.map((line) => [line.index, line.key])).values()]);
  const fewest = Math.max(FEWEST_PAGES, SHARE_OF_PAGES * edges.length);
  const seen = new Set<string>();
  const repeats = (key: string, line: string): boolean => {
    const pages = atEdges.get(key) ?? 0;
    if (CONTINUED.test(line)) return (totals.get(key) ?? 0) > 1;
    return pages >= fewest && pages >= SHARE_AT_EDGES * (totals.get(key) ?? 0);
  };
  for (const edge of edges)
    for (const step of [-1, 1]) markEdge(blocks, keys, step < 0 ? edge - 1 : edge, step, repeats, seen, text);
}

function isPageNumber({ kind, from, to }: DraftBlock, text: string, pattern: RegExp): boolean {
  return kind !== 'table' && to - from <= LONGEST_NUMBER && pattern.test(text.slice(from, to));
}

/** Marks pages that are counted by letter: those that stand next to one with the next number. */
function markLettered(blocks: readonly DraftBlock[], text: string): void {
  const found: { block: DraftBlock; letter: string; number: number }[] = [];
  for (const block of blocks) {
    if (block.kind === 'table' || block.to - block.from > LONGEST_NUMBER) continue;
    const [, letter, number] = LETTERED.exec(text.slice(block.from, block.to)) ?? [];
    if (letter !== undefined) found.push({ block, letter, number: Number(number) });
  }
  for (const [index, { block, letter, number }] of found.entries()) {
    const [before, after] = [found[index - 1], found[index + 1]];
    const goesOn = before?.letter === letter && before.number === number - 1;
    if (goesOn || (after?.letter === letter && after.number === number + 1)) block.kind = 'page-number';
  }
}

/** Indexes of the blocks that a page begins with: after a break that is marked up, or after a page number. */
function pageEdges(blocks: readonly DraftBlock[], pageBreaks: readonly number[]): number[] {
  const edges = new Set<number>();
  let index = 0;
  for (const at of pageBreaks) {
    while (index < blocks.length && (blocks[index] as DraftBlock).from < at) index += 1;
    edges.add(index);
  }
  for (const [at, { kind }] of blocks.entries()) if (kind === 'page-number') edges.add(at + 1);
  return [...edges].sort((a, b) => a - b);
}

function markRoman(blocks: readonly DraftBlock[], edge: number, text: string): void {
  const block = blocks[edge - 1];
  if (block !== undefined && isPageNumber(block, text, ROMAN)) block.kind = 'page-number';
}

/** The text of a short line with its numbers and "(continued)" taken off; "" where it can be no running header. */
function keyOf({ kind, from, to }: DraftBlock, text: string): string {
  if (kind === 'table' || kind === 'page-number' || to - from > LONGEST_HEADER) return '';
  const line = text.slice(from, to);
  if (HEADS_TABLE.test(line) && !NAMES_REPORT.test(line)) return '';
  if (SENTENCE.test(line) && !POINTS_TO_NOTES.test(line) && !CONTINUED.test(line)) return '';
  return line.replace(CONTINUED, '').replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The lines on both sides of a page's edge. */
function linesAt(edge: number, blocks: readonly DraftBlock[], keys: readonly string[]): Line[] {
  const lines: Line[] = [];
  for (let index = Math.max(0, edge - MOST_LINES); index < edge + MOST_LINES; index += 1) {
    const key = keys[index];
    const block = blocks[index];
    if (block !== undefined && key !== undefined && key !== '') lines.push({ block, index, key });
  }
  return lines;
}

/** Marks the lines that repeat from an edge inward, up to the first that does not. */
function markEdge(
  blocks: readonly DraftBlock[],
  keys: readonly string[],
  first: number,
  step: number,
  repeats: (key: string, line: string) => boolean,
  seen: Set<string>,
  text: string,
): void {
  for (let index = first, lines = 0; lines < MOST_LINES; index += step, lines += 1) {
    const block = blocks[index];
    const key = keys[index] ?? '';
    if (block === undefined) return;
    if (block.kind === 'page-number') continue;
    const line = text.slice(block.from, block.to);
    if (key === '' || !repeats(key, line)) return;
    if (!seen.has(key) && mayBeHeading(block, line)) seen.add(key);
    else block.kind = 'running-header';
    seen.add(key);
  }
}

/** A line that heads the pages after it may be the heading itself where it stands first. */
function mayBeHeading({ marks }: DraftBlock, line: string): boolean {
  if (NAMES_REPORT.test(line) || CONTINUED.test(line)) return false;
  return OF_OUTLINE.test(line) || marks !== 0 || line === line.toUpperCase();
}
