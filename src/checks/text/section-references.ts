import type { Block, Filing } from '../../filing/filing.js';
import type { FindingDraft } from '../check.js';
import { isOfOtherDocument } from '../engine/item-citations.js';
import { normalizedLabel } from '../engine/label-words.js';
import { rangeIn } from '../engine/surroundings.js';
import { allSections } from './sections.js';

export type SectionMessage = 'section';

/** Fewer Items are an excerpt: what it points to may stand elsewhere. */
const FEWEST_ITEMS = 12;
const CITED =
  /\b(?:[Ss]ee|[Rr]efer\s+to)\s+(?:also\s+)?(?:the\s+(?:section|discussion)\s+(?:entitled|titled|under|in)\s+)?["“](?!Note\b|Item\b)(\p{Lu}[^"“”]{5,110}?)[,.]?["”]/gu;
/** “… in our 2024 Proxy Statement”: of another document, whatever it is called. */
const ELSEWHERE =
  /^[^.;]{0,120}?\b(?:proxy|prospectus|registration|annual\s+report\s+to|[Ee]xhibit|website)\b/i;

/** Holds each title that a sentence sends its reader to (see “…”) against the headings of the report. */
export function judgeSectionReferences(filing: Filing): FindingDraft<SectionMessage>[] {
  const items = filing.outline.filter(({ kind, printed }) => kind === 'item' && printed);
  if (items.length < FEWEST_ITEMS) return [];
  const headings = new Headings(filing);
  return filing.blocks.flatMap((block) => missingTitles(filing, block, headings));
}

function missingTitles(filing: Filing, block: Block, headings: Headings): FindingDraft<SectionMessage>[] {
  const { text, kind } = block;
  if ((kind !== 'paragraph' && kind !== 'list-item') || !/["“]/.test(text)) return [];
  const findings: FindingDraft<SectionMessage>[] = [];
  for (const match of text.matchAll(CITED)) {
    const title = match[1] ?? '';
    const end = match.index + match[0].length;
    if (isOfOtherDocument(text, end) || ELSEWHERE.test(text.slice(end, end + 140))) continue;
    const last = title.split(/\s+[-–—]\s+|[—–:]/).at(-1) ?? title;
    const near = headings.has(last, block) ? null : headings.nearest(last);
    if (near === null) continue;
    const start = match.index + match[0].lastIndexOf(title);
    findings.push({
      message: 'section',
      values: { title, expected: near },
      severity: 'warning',
      at: rangeIn(filing, block, start, start + title.length),
      suspects: [],
      printed: title,
      expected: near,
      evidence: ['no heading or line of the report begins with the words quoted'],
    });
  }
  return findings;
}

/** What a reader may find a place by: headings, and the words that open a paragraph or a row. */
class Headings {
  private readonly filing: Filing;
  private openings: string | null = null;
  private titles: readonly { readonly title: string; readonly words: readonly string[] }[] | null = null;

  constructor(filing: Filing) {
    this.filing = filing;
  }

  /** Whether the words stand anywhere outside the block that cites them, or open a line in any writing. */
  has(title: string, cited: Block): boolean {
    if (this.filing.blocks.some((block) => block !== cited && block.text.includes(title))) return true;
    this.openings ??= this.filing.blocks
      .filter((block) => !CITED_FIRST.test(block.text))
      .map(({ text }) => plainWords(text.slice(0, LONGEST_OPENING)))
      .join('\n');
    return this.openings.includes(plainWords(title));
  }

  /** The heading that shares all its words with the title but one or two; null for none, or several. */
  nearest(title: string): string | null {
    const words = normalizedLabel(title).split(' ');
    if (words.length < 3) return null;
    this.titles ??= allSections(this.filing.outline).map((section) => ({
      title: section.title,
      words: normalizedLabel(section.title).split(' '),
    }));
    const near = this.titles.filter((own) => {
      const shared = own.words.filter((word) => words.includes(word)).length;
      return shared >= 2 && shared >= Math.max(own.words.length, words.length) - 1;
    });
    const titles = new Set(near.map((own) => own.title));
    return titles.size === 1 ? ([...titles][0] ?? null) : null;
  }
}

/** A paragraph that begins by citing: “See “Trends” below” is no place to find “Trends” by. */
const CITED_FIRST = /^(?:See|Refer to)\b/;
const LONGEST_OPENING = 160;

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
