import type { FormType } from '../filing.js';
import { bearsTitle, type FormItem, formItems } from '../forms/index.js';

/** A block as the outline sees it. */
export interface ProseBlock {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A heading: of an Item or sub-item of the form, or of the filer's own. */
export interface Heading {
  /** 1 Item, 2 sub-item, 3 any other. */
  readonly level: number;
  /** Of an Item or sub-item; null for any other heading. */
  readonly item: FormItem | null;
  readonly title: string;
}

const ITEM_LINE = /^item\s+(\d{1,2})\s*([A-K])?\b\s*(?:[.(]\s*([A-K])\b\)?)?\s*[.:—–-]*\s*([\s\S]*)$/i;
const NUMBERED_SUB_ITEM = /^(\d{1,2})\s*\.?\s*([A-K])\s*[.:—–-]*\s+([\s\S]*)$/;
const LETTERED_SUB_ITEM = /^\(?([A-K])[.)]\s+([\s\S]*)$/;
const PART_LINE = /^part\s+[IV]{1,3}\.?$/i;

const LONGEST_ITEM_LINE = 200;
const LONGEST_TITLE = 90;
const SMALL_WORDS = new Set(
  'a an and as at but by for from in into of on or our nor the their to with'.split(' '),
);

/** The heading that a block is, or null. `current` is the Item that the block stands in, if any. */
export function headingOf(block: ProseBlock, form: FormType, current: FormItem | null): Heading | null {
  if (block.kind !== 'text' || block.text.length > 2 * LONGEST_ITEM_LINE) return null;
  const text = block.text.replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST_ITEM_LINE || PART_LINE.test(text)) return null;
  return itemHeading(text, form) ?? subItemHeading(text, form, current) ?? plainHeading(text);
}

/** "Item 3. Key Information", "ITEM 3.D. Risk Factors", "Item 4A — Unresolved Staff Comments". */
function itemHeading(text: string, form: FormType): Heading | null {
  const match = ITEM_LINE.exec(text);
  if (match === null) return null;
  const [, digits = '', glued, letter, rest = ''] = match;
  const item = itemNumbered(form, digits, glued, letter);
  if (item === null || !looksLikeTitle(rest, item)) return null;
  return { level: item.number.includes('.') ? 2 : 1, item, title: titleText(rest) || item.title };
}

/** "4A" is an Item of its own where the form has one; else the letter names a sub-item. */
function itemNumbered(form: FormType, digits: string, glued?: string, letter?: string): FormItem | null {
  const items = formItems(form, null);
  const number = (text: string) => items.find((item) => item.number === text.toUpperCase()) ?? null;
  if (glued !== undefined) return number(digits + glued) ?? number(`${digits}.${glued}`);
  return letter === undefined ? number(digits) : number(`${digits}.${letter}`);
}

/** "B. Capitalization and Indebtedness.", "3.D Risk Factors": the title must be the form's, or the Item be known. */
function subItemHeading(text: string, form: FormType, current: FormItem | null): Heading | null {
  const numbered = NUMBERED_SUB_ITEM.exec(text);
  const lettered = LETTERED_SUB_ITEM.exec(text);
  const letter = numbered?.[2] ?? lettered?.[1];
  const title = titleText(numbered?.[3] ?? lettered?.[2] ?? '');
  if (letter === undefined || title === '') return null;
  const candidates = formItems(form, null).filter(({ number }) => number.endsWith(`.${letter}`));
  const digits = numbered?.[1] ?? current?.number.split('.')[0];
  const inItem = candidates.find(({ number }) => number === `${digits}.${letter}`);
  const item =
    inItem !== undefined && looksLikeTitle(title, inItem)
      ? inItem
      : candidates.find((c) => bearsTitle(c, title));
  return item === undefined ? null : { level: 2, item, title };
}

function plainHeading(text: string): Heading | null {
  return isTitle(text) ? { level: 3, item: null, title: text } : null;
}

/** Words behind an Item's number that can be its title: the form's own, short title case, or none. */
function looksLikeTitle(words: string, item: FormItem): boolean {
  const title = titleText(words);
  return title === '' || bearsTitle(item, title) || (isTitle(title) && title.length <= LONGEST_TITLE);
}

function titleText(words: string): string {
  return words.trim().replace(/[.:]$/, '').trim();
}

/** Short, without a stop, and capitalised as titles are: every long word, or the first of a few. */
export function isTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE || /[.,;:?!]$/.test(text) || !/^[\p{Lu}["“]/u.test(text)) return false;
  if (/^(?:page|table of contents)\b/i.test(text) || /[=|<>{}]/.test(text)) return false;
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return false;
  const long = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  const capitalised = long.filter((word) => /^[("“']?\p{Lu}/u.test(word));
  return (
    capitalised.length === long.length || (words.length <= 4 && /^\p{Lu}/u.test(text) && !/\d/.test(text))
  );
}
