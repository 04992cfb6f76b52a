import { isDigit } from '../../plain-characters.js';
import { isNumericText } from '../numeric-text.js';
import { DASH_SIGN, DIGIT_SIGN, LETTER_SIGN, SIGNS } from './signs.js';

/** Words: a label, a heading, a name. */
export const WORDS = 0;
/** A number as a table prints it, or the dash that stands for none. */
export const VALUE = 1;
/** A year alone: a heading more often than an amount. */
export const YEAR = 2;
/** What stands in the place of a value: "N/A". */
export const NEUTRAL = 3;
/** A note mark: "(1)", "(a)", "*". */
export const NOTE = 4;
/** Strokes that underline a heading beside other words. */
export const STROKES = 5;
export type SegmentKind =
  | typeof WORDS
  | typeof VALUE
  | typeof YEAR
  | typeof NEUTRAL
  | typeof NOTE
  | typeof STROKES;

const NEUTRAL_TEXT = /^(?:n\/?a|n\.?m\.?|n\.?a\.?|nil|none|#)$/i;
const NOTE_TEXT = /^(?:(?:\((?:[a-z]|\d)\)){1,3}|\*{1,3})$/i;
const YEAR_TEXT = /^(?:19|20)\d\d\s?(?:\*{0,3}|\(\w\))$/;

/** Longer than any number of a table with its sign and note mark. */
const LONGEST_VALUE = 24;
const MOST_LETTERS = 12;

/** What a stretch of text is, by its characters; the grammar of numbers is asked only where letters stand among them. */
export function kindOf(text: string, codes: Uint16Array, start: number, end: number): SegmentKind {
  let digits = 0;
  let letters = 0;
  let dashes = 0;
  for (let at = start; at < end && letters <= MOST_LETTERS; at += 1) {
    const sign = SIGNS[codes[at] as number] as number;
    letters += sign & LETTER_SIGN;
    digits += (sign & DIGIT_SIGN) >> 1;
    dashes += (sign & DASH_SIGN) >> 2;
  }
  if (letters > MOST_LETTERS) return WORDS;
  if (letters > 0)
    return end - start > LONGEST_VALUE ? WORDS : kindWithLetters(text.slice(start, end), digits > 0);
  if (digits === 0) return kindOfSigns(text, start, end, dashes);
  return kindOfNumber(text, codes, start, end, digits);
}

function kindWithLetters(held: string, hasDigits: boolean): SegmentKind {
  if (hasDigits) return isNumericText(held) ? VALUE : YEAR_TEXT.test(held) ? YEAR : WORDS;
  if (NEUTRAL_TEXT.test(held)) return NEUTRAL;
  return NOTE_TEXT.test(held) ? NOTE : WORDS;
}

/** Dashes stand for none, or underline a heading; stars mark a note. */
function kindOfSigns(text: string, start: number, end: number, dashes: number): SegmentKind {
  const length = end - start;
  if (dashes === 0) return length <= 3 && NOTE_TEXT.test(text.slice(start, end)) ? NOTE : WORDS;
  if (dashes <= 4) return VALUE;
  return dashes === length ? STROKES : WORDS;
}

function kindOfNumber(
  text: string,
  codes: Uint16Array,
  start: number,
  end: number,
  digits: number,
): SegmentKind {
  const length = end - start;
  if (digits <= 3 && codes[start] === 0x28 && NOTE_TEXT.test(text.slice(start, end))) return NOTE;
  if (digits === 4 && length <= 8 && YEAR_TEXT.test(text.slice(start, end))) return YEAR;
  // "31," is the end of a date that a heading breaks over two lines.
  if (codes[start] === 0x2f || codes[end - 1] === 0x2c) return WORDS;
  return length <= LONGEST_VALUE || betweenNumbers(codes, start, end) >= 0 ? VALUE : WORDS;
}

/** Where two numbers are parted by a single space, as in tight tables; -1 where they are not. */
export function betweenNumbers(codes: Uint16Array, start: number, end: number): number {
  for (let at = start + 1; at < end - 1; at += 1) {
    if ((codes[at] as number) !== 0x20) continue;
    const before = codes[at - 1] as number;
    const after = codes[at + 1] as number;
    const ends = isDigit(before) || before === 0x29 || before === 0x25;
    if (!ends || !(isDigit(after) || after === 0x24 || after === 0x28)) continue;
    if (after === 0x28 && closesNote(codes, at + 1, end)) continue;
    if (isGroup(codes, at + 1, end) || isFraction(codes, at + 1, end)) continue;
    return at;
  }
  return -1;
}

/** "(1)" behind a number is a note mark. */
function closesNote(codes: Uint16Array, start: number, end: number): boolean {
  return end - start > 2 && (codes[start + 2] as number) === 0x29;
}

/** Three digits and no more may be the rest of a number grouped by spaces: "1 234". */
function isGroup(codes: Uint16Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && isDigit(codes[at] as number)) at += 1;
  return at - start === 3 && (at === end || (codes[at] as number) === 0x20);
}

/** "1/2", as prices of shares were printed. */
function isFraction(codes: Uint16Array, start: number, end: number): boolean {
  const last = Math.min(end, start + 3);
  for (let at = start + 1; at < last; at += 1) if ((codes[at] as number) === 0x2f) return true;
  return false;
}
