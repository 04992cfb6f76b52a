import { type FormItem, titleWords } from '../forms/index.js';
import type { Numbering } from '../forms/numbering.js';
import type { Layout, RawRow } from '../read/layout.js';
import type { HeadingRule } from './headings.js';
import { readItemLine } from './item-lines.js';
import type { ItemPlace } from './item-places.js';
import { type Line, lineText } from './lines.js';

/** A report with fewer Items in its body, and more in an index, goes by the index. */
export const FEWEST_IN_BODY = 5;
const FEWEST_IN_INDEX = 8;
/** How far into a table we look for its first Item. */
const INDEX_WINDOW = 400;
const FIRST_PAGE = /(?:^|\bpages?\s+)(?:[A-Z]-)?(\d{1,3})\b/i;
const LIKE = 0.66;

/** An Item as the index has it. */
interface Entry {
  readonly item: FormItem;
  readonly title: string;
  /** The first page that it names; null where it names none. */
  readonly page: number | null;
}

/** A heading of the body, with the words of its title. */
interface IndexHeading {
  readonly line: Line;
  readonly words: ReadonlySet<string>;
}

/**
 * Reads the cross-reference index of a report that does not go by the form's Items: each Item begins at the heading that
 * bears its title, or at the first heading of the page that the index names. Empty where there is no such index.
 */
export function findIndexItems(
  layout: Layout,
  lines: readonly (Line | null)[],
  numbering: Numbering,
  rule: HeadingRule,
): ItemPlace[] {
  const entries = indexEntries(layout, numbering);
  if (entries.size < FEWEST_IN_INDEX) return [];
  const headings = lines.flatMap((line): IndexHeading[] =>
    line !== null && layout.blocks[line.index]?.kind === 'text' && rule.isHeading(line)
      ? [{ line, words: new Set(titleWords(line.text)) }]
      : [],
  );
  const pages = firstBlocks(layout);
  const places = new Map<number, ItemPlace>();
  for (const entry of entries.values()) {
    const line = (titled(headings, entry, numbering) ?? onPage(headings, entry, pages))?.line ?? null;
    if (line === null || places.has(line.index)) continue;
    const { item } = entry;
    places.set(line.index, {
      block: line.index,
      titleBlock: null,
      items: [item],
      title: line.text,
      look: line.look,
    });
  }
  return [...places.values()].sort((a, b) => a.block - b.block);
}

/** Of the table that lists the most Items. */
function indexEntries(layout: Layout, numbering: Numbering): Map<string, Entry> {
  let best = new Map<string, Entry>();
  for (const block of layout.blocks) {
    if (block.table === null || block.table.rows.length < FEWEST_IN_INDEX) continue;
    if (!/\bitem\b/i.test(layout.text.slice(block.from, Math.min(block.to, block.from + INDEX_WINDOW))))
      continue;
    const entries = new Map<string, Entry>();
    for (const row of block.table.rows) {
      const entry = entryOf(layout, row, numbering);
      if (entry !== null && !entries.has(entry.item.id)) entries.set(entry.item.id, entry);
    }
    if (entries.size > best.size) best = entries;
  }
  return best;
}

function entryOf(layout: Layout, { cells }: RawRow, numbering: Numbering): Entry | null {
  const texts = cells
    .filter(({ from, to }) => to > from)
    .slice(0, 4)
    .map(({ from, to }) => lineText(layout, from, Math.min(to, from + 300)));
  const [first = '', second = ''] = texts;
  if (!/^(?:item\s*)?\d/i.test(first)) return null;
  const words = /[a-z]{4}/i.test(first.replace(/^item/i, '')) ? first : `${first} ${second}`;
  const named = /^item/i.test(words) ? words : `Item ${words}`;
  const line = readItemLine(named, numbering, null);
  const item = line?.items[0];
  if (line === null || item === undefined || line.items.length > 1) return null;
  const page = FIRST_PAGE.exec(texts.slice(1).at(-1) ?? '')?.[1];
  return { item, title: line.title || item.title, page: page === undefined ? null : Number(page) };
}

/** The heading most like the title; of those alike, the one in the largest type, then the first. */
function titled(
  headings: readonly IndexHeading[],
  { item, title }: Entry,
  numbering: Numbering,
): IndexHeading | null {
  const own = titleWords(title).join(' ');
  let best: IndexHeading | null = null;
  let most = LIKE;
  for (const heading of headings) {
    const isSame = [...heading.words].join(' ') === own;
    const likeness = isSame ? 1.1 : numbering.likenessOf(item, heading.words);
    const isLarger = best !== null && heading.line.look.size > best.line.look.size;
    if (likeness < most || (likeness === most && !isLarger)) continue;
    best = heading;
    most = likeness;
  }
  return best;
}

function onPage(
  headings: readonly IndexHeading[],
  { page }: Entry,
  pages: ReadonlyMap<number, number>,
): IndexHeading | null {
  const [from, until] = page === null ? [] : [pages.get(page), pages.get(page + 1)];
  if (from === undefined) return null;
  let best: IndexHeading | null = null;
  for (const heading of headings) {
    const { index, look } = heading.line;
    if (index < from || (until !== undefined && index >= until)) continue;
    if (best === null || look.size > best.line.look.size) best = heading;
  }
  return best;
}

/** The first block of each page, by the numbers at the feet of the pages before. */
function firstBlocks({ blocks, text }: Layout): ReadonlyMap<number, number> {
  const pages = new Map<number, number>();
  for (const [index, { kind, from, to }] of blocks.entries()) {
    if (kind !== 'page-number' && kind !== 'running-header') continue;
    const number = /(\d{1,3})\s*$/.exec(text.slice(Math.max(from, to - 8), to))?.[1];
    if (number !== undefined && !pages.has(Number(number) + 1)) pages.set(Number(number) + 1, index + 1);
  }
  return pages;
}
