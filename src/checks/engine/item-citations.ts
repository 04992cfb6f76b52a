import type { Block } from '../../filing/filing.js';

/** An Item that a sentence cites: "Item 5, “Operating and Financial Review and Prospects,”". Offsets into the block's text. */
export interface ItemCitation {
  /** `5`, `3.D`, `16A`. */
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** The title quoted beside it; null for none, or where several Items are cited at once. */
  readonly title: QuotedTitle | null;
}

export interface QuotedTitle {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `before`: “Risk Factors” in Item 3, which may also be a heading inside the Item. */
  readonly stands: 'before' | 'after';
}

const NUMBER = String.raw`\d{1,2}[A-K]?(?:\.\s?[A-K](?![\w]))?`;
/** A number of another list ("Item 601(b)", "Item 1.01", "Item 303"): what follows shows it. */
const LIST = new RegExp(
  String.raw`\bItems?\s+(${NUMBER}(?:(?:\s*,\s*|\s*,?\s+(?:and|or|through|to)\s+)${NUMBER})*)(?![\d(\w]|\.\d)`,
  'g',
);
/** What may stand between the number and a quoted title, and the title up to its closing quote. */
const QUOTED =
  /^\s*[.,:;—–-]{0,2}\s*\(?\s*(?:entitled\s+|titled\s+|under\s+the\s+(?:caption|heading)\s+)?["“”]([^"“”]{3,160})["”“]/;
/** “Item 5. Operating and Financial Review and Prospects”: number and title within one pair of quotes. */
const INSIDE = /^\s*[.,:—–-]{1,2}\s*([^"“”]{3,160}?)\s*["”]/;
/** “Key Information” in Item 3; “Risk Factors” under Part I, Item 1A. */
const BEFORE = /["“]([^"“”]{3,160})["”]\s*(?:,|—|-)?\s*(?:in|under|of|at)\s+(?:Part\s+[IV]+,?\s+)?$/;

/**
 * A citation of another document: "of our 2005 annual report on Form 20-F", "of Regulation S-K", "of the Form 10-Q
 * filed". This report, this annual report and Part II are ours.
 */
const FOREIGN =
  /^["”’,\s]*(?:of|in|to|under|from)\s+(?!(?:this|the\s+present|Part\s+[IV]+)\b)(?:[^.;]{0,60}?)(?:\b(?:Form\s+(?:20-F|10-K|10-Q|8-K|6-K|F-\d|S-\d)|annual\s+report|quarterly\s+report|registration\s+statement|proxy\s+statement|prospectus|Regulation\s+S-[KTX]|Schedule\s+\w+))/i;

/** The Items that a block cites, leaving alone those of other documents, forms and regulations. */
export function itemCitations(block: Block): ItemCitation[] {
  const { text } = block;
  const citations: ItemCitation[] = [];
  if (!text.includes('Item')) return citations;
  for (const match of text.matchAll(LIST)) {
    const end = match.index + match[0].length;
    const title = titleBeside(text, match.index, end);
    const after = Math.max(end, title?.end ?? 0);
    // A heading that the outline did not take: "Item 4A. Executive Officers (continued)".
    if (match.index === 0 && text.length < 200) continue;
    if (isOfOtherDocument(text, after)) continue;
    if (/Regulation\s+S-[KTX][,\s]*$/.test(text.slice(0, match.index))) continue;
    const list = match[1] ?? '';
    const offset = match.index + match[0].indexOf(list);
    const numbers = [...list.matchAll(new RegExp(NUMBER, 'g'))];
    for (const number of numbers) {
      citations.push({
        number: number[0].replace(/\s/g, ''),
        start: number === numbers[0] ? match.index : offset + number.index,
        end: offset + number.index + number[0].length,
        title: numbers.length === 1 ? title : null,
      });
    }
  }
  return citations;
}

/** Whether what follows a citation says that it is of another document: "of our 2005 annual report on Form 20-F". */
export function isOfOtherDocument(text: string, end: number): boolean {
  return FOREIGN.test(text.slice(end, end + 120));
}

/** The numbers of Items that a document gives a heading of its own, also such as the form does not have. */
export function headedItems(blocks: readonly Block[]): Set<string> {
  const numbers = blocks.flatMap(({ text }) => /^\W{0,3}item\s+(\d{1,2}[A-K]?)\b/i.exec(text)?.[1] ?? []);
  return new Set(numbers.map((number) => number.toUpperCase()));
}

function titleBeside(text: string, start: number, end: number): QuotedTitle | null {
  const rest = text.slice(end, end + 220);
  const opened = /["“]\s*$/.test(text.slice(Math.max(0, start - 3), start));
  const after = (opened ? INSIDE : QUOTED).exec(rest);
  if (after !== null) {
    const from = end + after[0].indexOf(after[1] ?? '');
    return { ...trimmed(after[1] ?? '', from), stands: 'after' };
  }
  const offset = Math.max(0, start - 220);
  const before = BEFORE.exec(text.slice(offset, start));
  if (before === null) return null;
  const from = offset + before.index + before[0].indexOf(before[1] ?? '');
  return { ...trimmed(before[1] ?? '', from), stands: 'before' };
}

/** Without the comma and the space that American typography puts inside the closing quote. */
function trimmed(title: string, offset: number): { text: string; start: number; end: number } {
  const printed = title.trimStart().replace(/[\s,.;]+$/, '');
  const start = offset + title.length - title.trimStart().length;
  return { text: printed.replace(/\s+/g, ' '), start, end: start + printed.length };
}
