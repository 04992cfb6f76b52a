import type { FormItem } from '../forms/index.js';
import type { Numbering } from '../forms/numbering.js';
import type { Layout } from '../read/layout.js';
import type { BlockLook } from './block-look.js';
import { type ItemLine, readItemLine } from './item-lines.js';
import type { Line } from './lines.js';
import { Prose } from './prose.js';

/** Where an Item begins. */
export interface ItemPlace {
  /** Of the block of its heading. */
  readonly block: number;
  /** Of the next block, where that holds the title; else null. */
  readonly titleBlock: number | null;
  readonly items: readonly FormItem[];
  readonly title: string;
  /** Of a heading that an index points at: it ends at the next that looks as high. Null where the Items are numbered. */
  readonly look: BlockLook | null;
}

/** A line that may be the heading of an Item. */
interface Candidate extends ItemPlace {
  readonly line: ItemLine;
  readonly weight: number;
  /** Entry of a table of contents, or one of a run of Items without a word between them. */
  readonly listed: boolean;
}

/** As many Items running with no prose between them are a table of contents. */
const FEWEST_LISTED = 4;
/** Blocks between a heading's number and its title, page furniture aside. */
const TITLE_WITHIN = 2;
const LONGEST_TITLE_LINE = 200;
/** "Changes in and Disagreements with Accountants" is a third of the form's title. */
const LEAST_LIKE = 0.3;

/**
 * Finds the headings of Items: those lines that make the heaviest sequence in the order of the form. A line weighs more
 * with the form's own title, in emphasis, with prose after it; entries of a table of contents weigh nothing where the
 * body has the Item, and a heading repeated on every page counts where it stands first.
 */
export function findItems(
  layout: Layout,
  lines: readonly (Line | null)[],
  numbering: Numbering,
): readonly ItemPlace[] {
  const kept = usable(candidates(layout, lines, numbering));
  return withStrays(heaviestSequence(kept, numbering), kept);
}

/** A heading as it is read, before it is known what stands around it. */
interface ReadItem extends ItemPlace {
  readonly runsIn: boolean;
  readonly line: ItemLine;
  readonly emphasised: boolean;
}

function candidates(layout: Layout, lines: readonly (Line | null)[], numbering: Numbering): Candidate[] {
  const read: ReadItem[] = [];
  const heading = new Set<number>();
  let current: FormItem | null = null;
  for (const line of lines) {
    if (line === null || heading.has(line.index)) continue;
    const item = readItemLine(line.text, numbering, current);
    const found = item === null || item.continued ? null : readItem(layout, lines, line, item, numbering);
    if (found === null) continue;
    heading.add(found.block);
    if (found.titleBlock !== null) heading.add(found.titleBlock);
    current = found.items.at(-1) ?? null;
    read.push(found);
  }
  const prose = new Prose(layout, heading);
  const listed = listedOnes(read, prose, numbering);
  return read.map((place, index): Candidate => {
    const end = read[index + 1]?.block ?? layout.blocks.length;
    const isFollowed = place.runsIn || prose.isBetween((place.titleBlock ?? place.block) + 1, end);
    const { likeness, title, named, paged } = place.line;
    const weight =
      (title === '' ? 0.2 : 1) +
      likeness +
      0.5 * Number(place.emphasised) +
      0.5 * Number(named) +
      0.5 * Number(isFollowed) -
      Number(paged);
    return { ...place, weight, listed: listed.has(index) };
  });
}

function readItem(
  layout: Layout,
  lines: readonly (Line | null)[],
  { index, look, runsIn }: Line,
  item: ItemLine,
  numbering: Numbering,
): ReadItem | null {
  const below = item.title === '' && !runsIn ? titleBelow(layout, lines, index, item, numbering) : null;
  const first = item.items[0] as FormItem;
  const isFurniture = layout.blocks[index]?.kind === 'running-header';
  if (isFurniture && !mayHeadPage(item, below, numbering)) return null;
  const likeness = below === null ? item.likeness : numbering.likeness(first, below.text);
  const title = below === null ? item.title : below.text.replace(/[\s.:]+$/, '');
  return {
    block: index,
    titleBlock: below?.index ?? null,
    runsIn,
    items: item.items,
    title: title === '' ? first.title : title,
    look: null,
    line: { ...item, title, likeness },
    emphasised: !isFurniture && (look.bold || look.italic || look.underlined || look.capitals),
  };
}

/**
 * An Item that begins a page may be taken for the head of that page, since those of the pages after it are alike. Its
 * heading then is the first of them.
 */
function mayHeadPage(
  { items, title, likeness }: ItemLine,
  below: Line | null,
  numbering: Numbering,
): boolean {
  if (title !== '') return likeness >= LEAST_LIKE;
  return below !== null && numbering.likeness(items[0] as FormItem, below.text) >= LEAST_LIKE;
}

/** The title in the next block: a line like the form's own title, or any short one that looks like the number's. */
function titleBelow(
  { blocks }: Layout,
  lines: readonly (Line | null)[],
  at: number,
  { items }: ItemLine,
  numbering: Numbering,
): Line | null {
  for (let index = at + 1; index <= at + TITLE_WITHIN && index < lines.length; index += 1) {
    const kind = blocks[index]?.kind;
    if (kind === 'page-number' || kind === 'running-header') continue;
    const line = lines[index];
    if (line == null || line.text.length > LONGEST_TITLE_LINE) return null;
    const item = items[0] as FormItem;
    if (numbering.likeness(item, line.text) >= 0.5) return line;
    const number = lines[at]?.look;
    const looksAlike = (line.look.bold && number?.bold) || (line.look.capitals && number?.capitals);
    const isOther = readItemLine(line.text, numbering, null) !== null;
    return looksAlike && !isOther && /^[[(]?\p{Lu}/u.test(line.text) ? line : null;
  }
  return null;
}

/** Indexes of those that stand in a table of contents: in the order of the form, with no prose between them. */
function listedOnes(read: readonly ReadItem[], prose: Prose, numbering: Numbering): ReadonlySet<number> {
  const listed = new Set<number>();
  let start = 0;
  for (let index = 1; index <= read.length; index += 1) {
    const above = read[index - 1] as ReadItem;
    const place = read[index];
    const goesOn =
      place !== undefined &&
      !above.runsIn &&
      !prose.isBetween(above.block + 1, place.block) &&
      orderOf(numbering, place.items[0]) > orderOf(numbering, above.items.at(-1));
    if (goesOn) continue;
    const run = read.slice(start, index);
    const paged = run.filter(({ line }) => line.paged).length;
    if (run.length >= FEWEST_LISTED || (paged > 0 && 2 * paged >= run.length))
      for (let at = start; at < index; at += 1) listed.add(at);
    start = index;
  }
  return listed;
}

/**
 * Without tables of contents. Items that a report answers together ("Items 10 to 14 are in the proxy statement") run on
 * with no prose between them as well: they stand behind the body of another.
 */
function usable(found: readonly Candidate[]): Candidate[] {
  const firstOfBody = found.findIndex(({ listed }) => !listed);
  if (firstOfBody < 0) return [];
  return found.flatMap((candidate, index) => {
    if (!candidate.listed) return [candidate];
    return index > firstOfBody && !candidate.line.paged ? [{ ...candidate, weight: 0.1 }] : [];
  });
}

interface Link {
  readonly candidate: Candidate;
  readonly above: Link | null;
  readonly weight: number;
}

/** The heaviest sequence in the order of the form; of equal ones, that which begins first. */
function heaviestSequence(found: readonly Candidate[], numbering: Numbering): Candidate[] {
  const bestEndingAt: (Link | undefined)[] = [];
  for (const candidate of found) {
    const first = orderOf(numbering, candidate.items[0]);
    const last = orderOf(numbering, candidate.items.at(-1));
    let above: Link | null = null;
    for (let order = 0; order < first; order += 1) {
      const link = bestEndingAt[order];
      if (link !== undefined && (above === null || link.weight > above.weight)) above = link;
    }
    const weight = candidate.weight + (above?.weight ?? 0);
    if (weight > (bestEndingAt[last]?.weight ?? 0)) bestEndingAt[last] = { candidate, above, weight };
  }
  let best: Link | null = null;
  for (const link of bestEndingAt)
    if (link !== undefined && (best === null || link.weight > best.weight)) best = link;
  const sequence: Candidate[] = [];
  for (let link = best; link !== null; link = link.above) sequence.push(link.candidate);
  return sequence.reverse();
}

/** Items out of the form's order: where one stands nowhere else, and its own title says what it is. */
function withStrays(sequence: readonly Candidate[], found: readonly Candidate[]): Candidate[] {
  const held = new Set(sequence.flatMap(({ items }) => items.map(({ id }) => id)));
  const strays: Candidate[] = [];
  for (const candidate of found) {
    const { line, weight, items } = candidate;
    if (!line.named || line.likeness < 0.8 || weight < 3 || items.some(({ id }) => held.has(id))) continue;
    strays.push(candidate);
    for (const { id } of items) held.add(id);
  }
  return strays.length === 0 ? [...sequence] : [...sequence, ...strays].sort((a, b) => a.block - b.block);
}

function orderOf(numbering: Numbering, item: FormItem | undefined): number {
  return item === undefined ? -1 : numbering.orderOf(item);
}
