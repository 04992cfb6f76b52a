import { isPlainLetter } from '../plain-characters.js';
import { type Draft, finish, type Reading } from './drafts.js';
import type { Mention, MentionOptions } from './mentions.js';
import { mayBeginNumberWord } from './number-words.js';
import { pairDrafts, textBetween } from './pair-drafts.js';
import { AMOUNT_SYMBOLS, isAmountWord, readAmount, readWordAmount } from './read-amounts.js';
import { isDateWord, readDate } from './read-dates.js';
import { isLabelWord, LABEL_SYMBOLS, readLabel } from './read-labels.js';
import { isGlued, isNumberAt, isSymbolAt, isWordAt, type Run, SUPERSCRIPTS, tokenize } from './tokens.js';

/**
 * Every figure of a run of text, in order and without overlaps: amounts, dates, and labels such as "Item 5".
 *
 * A hand-written grammar over one list of tokens with bounded look-ahead, so time grows with the length of the text
 * whatever it holds. Reads no meaning from places that it was not given: scale and unit of a table are `readCell`'s.
 */
export function readMentions(text: string, options: MentionOptions = {}): Mention[] {
  // Most sentences hold no number in digits or words, and taking them apart would be most of the work.
  return mayHoldFigure(text) ? finish(readDrafts(text, options)) : [];
}

/** Whether a text holds a digit, a raised digit, a fraction or a word that a number may begin with. */
export function mayHoldFigure(text: string): boolean {
  // Digits apart, since to search for them alone takes a fifth of the time.
  return DIGITS.test(text) || holdsOtherNumber(text);
}

const DIGITS = /\d/;
const RAISED_OR_PARTS = `½¼¾⅛⅜⅝⅞${SUPERSCRIPTS}`;

function holdsOtherNumber(text: string): boolean {
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = isPlainLetter(code);
    if (isLetter && !isInside && mayBeginNumberWord(text, at)) return true;
    if (code >= 0xb2 && RAISED_OR_PARTS.includes(text.charAt(at))) return true;
    isInside = isLetter;
  }
  return false;
}

/** The same before it is put into its final form, for `readCell`. */
export function readDrafts(text: string, options: MentionOptions): Draft[] {
  const run = tokenize(text, options);
  const drafts: Draft[] = [];
  let at = 0;
  let number = 0;
  for (let index = 0; index < run.seeds; index += 1) {
    const seed = run.seed(index);
    number = Math.max(number, index);
    while (number < run.seeds && !isNumberAt(run, run.seed(number))) number += 1;
    // Before a number in words nothing leads, unless one in digits is near as well.
    const lead = number < run.seeds ? run.seed(number) - LEAD : seed;
    at = Math.max(at, Math.min(seed, lead));
    while (at <= seed) {
      const reading = readAt(run, at);
      if (reading !== null) for (const draft of reading.drafts) drafts.push(draft);
      at = reading === null ? at + 1 : Math.max(reading.next, at + 1);
    }
  }
  lendYears(run, drafts);
  pairDrafts(run, drafts);
  // A number in words that found nothing to count ("one or two of them") is none.
  return drafts.filter((draft) => draft.words === undefined || draft.unit !== null);
}

/** How many tokens a month, keyword, sign or currency name stands before its number: "fiscal years ended in 2006". */
const LEAD = 5;

function readAt(run: Run, at: number): Reading | null {
  if (!mayBegin(run, at)) return null;
  return readLabel(run, at) ?? readDate(run, at) ?? readAmount(run, at) ?? readWordAmount(run, at);
}

/** Whether a figure may begin at a token: most that stand before a number are plain words and commas. */
function mayBegin(run: Run, at: number): boolean {
  if (isSymbolAt(run, at)) {
    const code = run.text.charCodeAt(run.startAt(at));
    return code >= 0x80 || isSymbolAt(run, at, LABEL_SYMBOLS) || isSymbolAt(run, at, AMOUNT_SYMBOLS);
  }
  return !isWordAt(run, at) || isGlued(run, at) || mayWordBegin(run, at);
}

/** Words near numbers, and whether a label, a date or an amount may begin with them. */
const WORDS = new Map<string, boolean>();
const MOST_WORDS = 20_000;

function mayWordBegin(run: Run, at: number): boolean {
  const word = run.text.slice(run.startAt(at), run.endAt(at));
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  const found = isLabelWord(word) || isDateWord(word) || isAmountWord(word);
  if (WORDS.size < MOST_WORDS) WORDS.set(word, found);
  return found;
}

const LISTS_DAYS = /^(?:,|,? ?(?:and|or|to|through)|-|–)$/;

/** "March 31 and June 30, 2006": a day without a year takes that of the date it is listed with. */
function lendYears(run: Run, drafts: readonly Draft[]): void {
  for (let index = drafts.length - 2; index >= 0; index -= 1) {
    const first = drafts[index] as Draft;
    if (first.date?.startsWith('--') !== true) continue;
    const full = /^(\d{4})-(\d\d-\d\d)$/.exec(drafts[index + 1]?.date ?? '');
    if (full === null) continue;
    const second = (drafts[index + 1] as Draft).from;
    if (second - first.next > 2 || !LISTS_DAYS.test(textBetween(run, first.next, second))) continue;
    const monthAndDay = first.date.slice(2);
    const year = Number(full[1]) - (monthAndDay > (full[2] ?? '') ? 1 : 0);
    first.date = `${year}-${monthAndDay}`;
    delete first.labelKind;
  }
}
