import type { FormItem } from '../forms/index.js';
import type { Numbering } from '../forms/numbering.js';
import { isTitle } from './titles.js';

/** A line that begins as the heading of an Item does. */
export interface ItemLine {
  /** More than one for "Items 1 and 2". */
  readonly items: readonly FormItem[];
  /** What stands behind the number; empty where the title is the next block. */
  readonly title: string;
  /** How like the title is to the form's, 0 to 1. */
  readonly likeness: number;
  /** "Item" is printed before the number. */
  readonly named: boolean;
  /** A page number ends it, as in a table of contents. */
  readonly paged: boolean;
  /** "(continued)": the head of a page, not the beginning of the Item. */
  readonly continued: boolean;
}

const PART = /^part\s+(?:[ivx]{1,4}|\d)\b[\s.,:;—–-]*/i;
const ITEM = /^items?\b[\s.:#—–-]*(?=\d)/i;
const NUMBER =
  /(\d{1,2})(?:\s?\(?([a-k])\)?(?![\p{L}\d]))?(?:\s*\(t\))?(?:\s*\.\s*\(?([a-k])\)?(?=[\s.:)—–-]|$))?/iuy;
const CONNECTOR = /\s*\.?\s*(?:,\s*and|,|&|and|through|to|[-–—/](?=\s*\d))\s*(?:items?\s*)?(?=\d)/iy;
const BEFORE_TITLE = /^[\s.:;,)|—–-]+/;
const LETTERED = /^\(?([A-K])[.)]\s*(\S[\s\S]*)$/;
const NUMBERED = /^(\d{1,2})\s*\.?\s*\(?([A-K])\)?(?:\s*[.:—–-]+\s*|\s+)(\S[\s\S]*)$/;
const BARE_NUMBER = /^(\d{1,2}[A-C]?)[.:]\s+(\S[\s\S]*)$/;
const PAGE_AT_END = /(?:[\s.…·_]{2,}|\s)(?:page\s+)?(?:[A-Z]-)?\d{1,3}(?:\s*[-–,]\s*(?:[A-Z]-)?\d{1,3})*$/i;
const CONTINUED = /\s*[-–—]?\s*\(?\bcont(?:inued|['’]d|\.)\)?\s*$/i;
const MOST_ITEMS = 6;

/** Shares half the words with the form's own title. */
const LIKE = 0.5;
const LIKE_IN_LOWER_CASE = 0.8;
const LONGEST_OWN_TITLE = 200;
const LONGEST_SUB_TITLE = 90;
const OF_REPORT = /\b(?:of|in|to) (?:this|our|the) (?:annual )?(?:report|form|filing)\b/i;

/**
 * Reads "Item 3. Key Information", "ITEM 7. AND 7A.", "Items 1 and 2", "PART I, Item 1A", "Item 4A" (not 4.A), "3.D Risk
 * Factors", "D. Risk Factors" where an Item is open, and "1A. Risk Factors" by its title. Null where the words behind
 * the number are no title: "Item 7 of this report discusses …".
 */
export function readItemLine(text: string, numbering: Numbering, current: FormItem | null): ItemLine | null {
  const code = text.charCodeAt(0) | 32;
  if (code === 105 || code === 112) return namedItem(text, numbering) ?? titledItem(text, numbering, current);
  if (code >= 48 && code <= 57) return numberedItem(text, numbering);
  const lettered = code === 40 || (code >= 97 && code <= 107) ? letteredItem(text, numbering, current) : null;
  return lettered ?? titledItem(text, numbering, current);
}

/** "Risk Factors" alone, where Item 3 of Form 20-F is open: filers leave the letter out. */
function titledItem(text: string, numbering: Numbering, current: FormItem | null): ItemLine | null {
  if (numbering.form !== '20-F' || current === null || text.length > LONGEST_SUB_TITLE) return null;
  const { title, paged, continued } = titleOf(text);
  const base = current.number.split('.')[0];
  const item = numbering.titledIn(`${base}.`, title);
  return item === null ? null : { items: [item], title, likeness: 1, named: false, paged, continued };
}

function namedItem(text: string, numbering: Numbering): ItemLine | null {
  const line = text.replace(PART, '');
  const item = ITEM.exec(line);
  if (item === null) return null;
  const numbers: RegExpExecArray[] = [];
  let at = item[0].length;
  while (numbers.length < MOST_ITEMS) {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(line);
    if (match === null) break;
    numbers.push(match);
    at = NUMBER.lastIndex;
    CONNECTOR.lastIndex = at;
    if (CONNECTOR.exec(line) === null) break;
    at = CONNECTOR.lastIndex;
  }
  const { title, paged, continued } = titleOf(line.slice(at));
  const items = numbers.flatMap(([, digits = '', glued, letter]) => {
    const found = itemNumbered(numbering, digits, glued?.toUpperCase(), letter?.toUpperCase(), title);
    return found === null ? [] : [found];
  });
  if (items.length === 0 || items.length < numbers.length) return null;
  const likeness = Math.max(...items.map((one) => numbering.likeness(one, title)));
  if (!mayBeTitle(title, likeness)) return null;
  return { items, title, likeness, named: true, paged, continued };
}

/** "4A" is an Item of its own where the form has one and the title is not that of 4.A. */
function itemNumbered(
  numbering: Numbering,
  digits: string,
  glued: string | undefined,
  letter: string | undefined,
  title: string,
): FormItem | null {
  const number = String(Number(digits));
  if (glued === undefined)
    return letter === undefined
      ? numbering.find(number)
      : (numbering.find(`${number}.${letter}`) ?? numbering.find(number + letter));
  const own = numbering.find(number + glued);
  const below = numbering.find(`${number}.${glued}`);
  if (own === null || below === null) return own ?? below;
  return numbering.likeness(below, title) > numbering.likeness(own, title) ? below : own;
}

/** "3.D Risk Factors", and "1A. Risk Factors" where the title is the form's. */
function numberedItem(text: string, numbering: Numbering): ItemLine | null {
  const [, digits, letter = '', rest = ''] = NUMBERED.exec(text) ?? [];
  if (digits !== undefined) {
    const { title, paged, continued } = titleOf(rest);
    const item = itemNumbered(numbering, digits, letter, undefined, title);
    const likeness = item === null ? 0 : numbering.likeness(item, title);
    if (item !== null && likeness >= LIKE)
      return { items: [item], title, likeness, named: false, paged, continued };
  }
  const [, number, bare = ''] = BARE_NUMBER.exec(text) ?? [];
  const item = number === undefined ? null : numbering.find(number);
  if (item === null) return null;
  const { title, paged, continued } = titleOf(bare);
  if (numbering.titled(title) !== item && numbering.likeness(item, title) < 1) return null;
  return { items: [item], title, likeness: 1, named: false, paged, continued };
}

/** "B. Capitalization and Indebtedness": by the title, or by the letter in the Item that is open. */
function letteredItem(text: string, numbering: Numbering, current: FormItem | null): ItemLine | null {
  if (numbering.form !== '20-F') return null;
  const [, letter, rest = ''] = LETTERED.exec(text) ?? [];
  if (letter === undefined) return null;
  const { title, paged, continued } = titleOf(rest);
  const inItem = current === null ? null : numbering.find(`${current.number.split('.')[0]}.${letter}`);
  const likeness = inItem === null ? 0 : numbering.likeness(inItem, title);
  if (inItem !== null && (likeness >= LIKE || isTitle(title)))
    return { items: [inItem], title, likeness, named: false, paged, continued };
  const item = numbering.lettered(letter, title);
  return item === null ? null : { items: [item], title, likeness: 1, named: false, paged, continued };
}

function titleOf(rest: string): { title: string; paged: boolean; continued: boolean } {
  const whole = rest.replace(BEFORE_TITLE, '').trim();
  const unpaged = whole.replace(PAGE_AT_END, '');
  const title = unpaged
    .replace(CONTINUED, '')
    .replace(/[\s.:;,…|—–-]+$/, '')
    .trim();
  return { title, paged: unpaged !== whole, continued: CONTINUED.test(unpaged) };
}

/** The form's own title in other words too, but no sentence that goes on behind the number. */
function mayBeTitle(title: string, likeness: number): boolean {
  if (title === '') return true;
  if (title.length > LONGEST_OWN_TITLE || OF_REPORT.test(title)) return false;
  if (!/^[\p{Lu}[("“]/u.test(title)) return likeness >= LIKE_IN_LOWER_CASE;
  return likeness >= LIKE || (!/[.;]\s/.test(title) && isTitle(title, LONGEST_OWN_TITLE));
}
