import type { Block } from '../../filing/filing.js';
import { isDigit } from '../arithmetic/digits.js';

/** A malformed number of running text: its range in the text of its block. */
export interface FaultyNumber {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
  readonly expected: string | null;
  readonly cause: string;
}

/**
 * Malformed amounts in paragraphs: "$1,34 million", "$0,512", "$1.234.567", "$$5". Only what a currency sign or a word of
 * magnitude shows to be an amount: dates ("May 9,1999"), lists and names of chemicals have odd commas too.
 */
export function faultyNumbers(blocks: readonly Block[]): FaultyNumber[] {
  const found: FaultyNumber[] = [];
  for (const block of blocks) {
    if (block.kind === 'table' || block.kind === 'page-number' || block.kind === 'running-header') continue;
    commasOf(block, found);
    doubledSigns(block, found);
  }
  return found.length > MOST_FAULTS ? [] : found;
}

/** What stands so often is how the report prints its numbers. */
const MOST_FAULTS = 8;

/** Goes from comma to comma, since most paragraphs hold no number that is parted by one. */
function commasOf(block: Block, found: FaultyNumber[]): void {
  const { text } = block;
  let end = 0;
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', Math.max(at + 1, end))) {
    if (!isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) continue;
    const from = numberStart(text, at);
    end = numberEnd(text, at);
    const printed = text.slice(from, end);
    if (GROUPED.test(printed) || !isAmount(text, from, end)) continue;
    const fault = faultIn(printed);
    if (fault !== null) found.push({ block, from, to: end, ...fault });
  }
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
    if (!isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) continue;
    const from = numberStart(text, at);
    const until = numberEnd(text, at);
    const printed = text.slice(from, until);
    at = Math.max(at, until - 1);
    if (!POINTS_IN_THREES.test(printed) || !isMoney(text, from)) continue;
    const expected = printed.replaceAll('.', ',');
    found.push({ block, from, to: until, expected, cause: 'decimal points for commas' });
  }
}

const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const POINTS_IN_THREES = /^\d{1,3}(?:\.\d{3}){2,}$/;

function faultIn(printed: string): { readonly expected: string | null; readonly cause: string } | null {
  if (/^0,\d{3}$/.test(printed)) {
    return { expected: null, cause: 'a comma for the decimal point, or a digit missing in front' };
  }
  if (/^\d{1,3}(?:,\d{3})*,\d{1,2}(?:,\d{3})*$/.test(printed)) {
    return { expected: null, cause: 'a digit dropped behind a comma, or a comma for the decimal point' };
  }
  if (/^\d{1,3}(?:,\d{3})*,\d{4}(?:,\d{3})*$/.test(printed)) {
    return { expected: null, cause: 'a digit too many behind a comma' };
  }
  return null;
}

function doubledSigns(block: Block, found: FaultyNumber[]): void {
  const { text } = block;
  for (let at = text.indexOf('$$'); at >= 0; at = text.indexOf('$$', at + 2)) {
    if (!isDigit(text.charCodeAt(at + 2)) || text.charAt(at - 1) === '$') continue;
    const to = numberEnd(text, at + 2);
    found.push({ block, from: at, to, expected: text.slice(at + 1, to), cause: '"$" printed twice' });
  }
}

/** Money, or a number before "million" or "%"; a year behind a comma is a date. */
function isAmount(text: string, from: number, end: number): boolean {
  return isMoney(text, from) || MAGNITUDE.test(text.slice(end, end + 12));
}

function isMoney(text: string, from: number): boolean {
  const before = text.charAt(from - 1) === ' ' ? text.charAt(from - 2) : text.charAt(from - 1);
  return MONEY_SIGNS.has(before);
}

const MONEY_SIGNS = new Set('$¥￥€£₩₹');
const MAGNITUDE = /^\s?(?:million|billion|trillion|thousand|%|percent)/;

function numberStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && at - from < LONGEST && isNumeric(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

function numberEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST && isNumeric(text.charCodeAt(end))) end += 1;
  // A comma or full stop behind a number belongs to its sentence.
  while (end > at && !isDigit(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

const LONGEST = 40;

function isNumeric(code: number): boolean {
  return isDigit(code) || code === 0x2c || code === 0x2e;
}
