import type { Block, Filing } from '../../filing/filing.js';
import type { FindingDraft } from '../check.js';
import { isOfOtherDocument } from '../engine/item-citations.js';
import { normalizedLabel } from '../engine/label-words.js';
import { rangeIn } from '../engine/surroundings.js';
import { type ContentsMessage, readContents, wrongEntries } from './contents-references.js';
import { labelsIn } from './labels-in.js';
import { type NumbersAt, type PageNumber, type Pages, pageName, pagesOf } from './pages.js';
import { allSections } from './sections.js';

export type PageMessage = 'page' | 'page-title' | ContentsMessage;

/** Pages that a report may have beyond the last one whose number was read. */
const UNREAD_PAGES = 2;

/** Holds the pages that sentences and contents lists name against the page numbers that the report prints. */
export function judgePageReferences(filing: Filing): FindingDraft<PageMessage>[] {
  const pages = pagesOf(filing);
  const lists = readContents(filing, pages);
  const numbers = lists[0]?.numbers;
  const titles = numbers === undefined ? null : new TitledPlaces(filing, pages, numbers);
  return [
    ...lists.flatMap((list) => wrongEntries(filing, list, pages)),
    ...filing.blocks.flatMap((block) =>
      pageCitations(block).flatMap((cited) => wrongPage(filing, cited, pages, titles) ?? []),
    ),
  ];
}

/** Pages that a sentence cites, and the title that it quotes before them. */
interface PageCitation {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly title: string | null;
}

const PAGE =
  /\b[Pp]ages?\s+(?:([A-Z]{1,3})\s?-\s?)?(\d{1,3})(?:\s*(?:-|–|—|through|to|and)\s*(?:[A-Z]{1,3}\s?-\s?)?(\d{1,3}))?(?![\d,.]*\d|\s+of\s+\d)/g;
/** Bare page numbers are of this report only where the sentence says so: many are of a report to shareholders. */
const OF_THIS =
  /^["”’,)\s]*(?:hereof|herein|(?:of|in|to)\s+this\s+(?:annual\s+)?(?:report|form|filing|document))/i;
const QUOTED_BEFORE =
  /["“]([^"“”]{4,120}?)[,.]?["”]\s*(?:section\s+)?,?\s*(?:beginning\s+|starting\s+)?on\s+$/;

function pageCitations(block: Block): PageCitation[] {
  const { text, kind } = block;
  if ((kind !== 'paragraph' && kind !== 'list-item') || !(text.includes('page') || text.includes('Page')))
    return [];
  const found: PageCitation[] = [];
  for (const match of text.matchAll(PAGE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const series = match[1] ?? '';
    if (isOfOtherDocument(text, end) || (series === '' && !OF_THIS.test(text.slice(end, end + 60)))) continue;
    const [from, to] = [Number(match[2]), Number(match[3] ?? match[2])];
    const title = QUOTED_BEFORE.exec(text.slice(Math.max(0, start - 160), start))?.[1] ?? null;
    found.push({ block, start, end, series, from, to, title });
  }
  return found;
}

/** A page beyond the last, or one on which nothing of the quoted section stands. */
function wrongPage(
  filing: Filing,
  cited: PageCitation,
  pages: Pages,
  titles: TitledPlaces | null,
): FindingDraft<PageMessage> | null {
  const { block, start, end, series, from, to, title } = cited;
  const last = pages.lastOf(series);
  const isBeyond = last !== null && to > last + UNREAD_PAGES;
  const held = title === null || isBeyond ? null : (titles?.pagesOf(title) ?? null);
  const isElsewhere = held !== null && !reach(held, cited);
  if (!isBeyond && !isElsewhere) return null;
  const at = rangeIn(filing, block, start, end);
  const draft = {
    severity: 'warning',
    at,
    suspects: labelsIn(filing, at),
    printed: block.text.slice(start, end),
  } as const;
  if (held === null) {
    const expected = pageName({ series, number: last ?? 0 });
    const values = { page: pageName({ series, number: to }), last: expected };
    const evidence = [`the last page that the report numbers so is ${expected}`];
    return { ...draft, message: 'page', values, expected: `a page up to ${expected}`, evidence };
  }
  const expected = pageName(held[0]);
  const values = { page: pageName({ series, number: from }), title: title ?? '', expected };
  const evidence = [`the section begins on page ${expected} and ends on page ${pageName(held[1])}`];
  return { ...draft, message: 'page-title', values, expected: `page ${expected}`, evidence };
}

function reach(
  [first, last]: readonly [PageNumber, PageNumber],
  { series, from, to }: PageCitation,
): boolean {
  return first.series === series && last.series === series && from <= last.number && to >= first.number;
}

/** The pages of the sections whose title no other section bears. */
class TitledPlaces {
  private ranges: ReadonlyMap<string, readonly number[] | null> | null = null;
  private readonly outline: Filing['outline'];
  private readonly pages: Pages;
  private readonly numbers: NumbersAt;

  constructor({ outline }: Filing, pages: Pages, numbers: NumbersAt) {
    this.outline = outline;
    this.pages = pages;
    this.numbers = numbers;
  }

  /** The first and the last page of a section; null where either is not known. */
  pagesOf(title: string): readonly [PageNumber, PageNumber] | null {
    this.ranges ??= titledRanges(this.outline);
    const range = this.ranges.get(normalizedLabel(title));
    if (range == null) return null;
    const [first, last] = range.map((place) => this.pages.at(place, this.numbers));
    return first == null || last == null ? null : [first, last];
  }
}

/** Where each title begins and ends in the source; null for one that several sections bear. */
function titledRanges(outline: Filing['outline']): Map<string, readonly number[] | null> {
  const ranges = new Map<string, readonly number[] | null>();
  for (const { title, start, end, printed } of allSections(outline)) {
    const words = normalizedLabel(title);
    ranges.set(words, ranges.has(words) || !printed ? null : [start, end - 1]);
  }
  return ranges;
}
