import { type Draft, finish, type Reading } from './drafts.js';
import type { Mention, MentionOptions } from './mentions.js';
import { mayBeNumberWord, SMALL_NUMBER_WORDS } from './number-words.js';
import { pairDrafts } from './pair-drafts.js';
import { readAmount, readWordAmount } from './read-amounts.js';
import { readDate } from './read-dates.js';
import { readLabel } from './read-labels.js';
import { isDigit, isWord, type Run, tokenize, wordAt } from './tokens.js';

/**
 * Every figure of a run of text, in order and without overlaps: amounts, dates, and labels such as "Item 5".
 *
 * A hand-written grammar over one list of tokens with bounded look-ahead, so time grows with the length of the text
 * whatever it holds. Reads no meaning from places that it was not given: scale and unit of a table are `readCell`'s.
 */
export function readMentions(text: string, options: MentionOptions = {}): Mention[] {
  // Most sentences hold no number in digits or words, and taking them apart would be most of the work.
  return MAY_HOLD_FIGURE.test(text) ? finish(readDrafts(text, options)) : [];
}

const MAY_HOLD_FIGURE = new RegExp(`[\\d½¼¾⅛⅜⅝⅞⁰¹²³⁴⁵⁶⁷⁸⁹]|\\b(?:${SMALL_NUMBER_WORDS.join('|')})\\b`, 'i');

/** The same before it is put into its final form, for `readCell`. */
export function readDrafts(text: string, options: MentionOptions): Draft[] {
  const run = tokenize(text, options);
  const drafts: Draft[] = [];
  let at = 0;
  let nextNumber = -1;
  while (at < run.tokens.length) {
    if (nextNumber < at) nextNumber = numberFrom(run, at);
    const reading = mayBegin(run, at, nextNumber) ? readAt(run, at) : null;
    if (reading === null) {
      at += 1;
    } else {
      for (const draft of reading.drafts) drafts.push(draft);
      at = Math.max(reading.next, at + 1);
    }
  }
  lendYears(run, drafts);
  pairDrafts(run, drafts);
  // A number in words that found nothing to count ("one or two of them") is none.
  return drafts.filter((draft) => draft.words === undefined || draft.unit !== null);
}

/** How many words a month, keyword or currency name stands before its number: "fiscal years ended in 2006". */
const LEAD_WORDS = 5;

/** A word begins a figure only shortly before a number in digits, or where it is a number itself. */
function mayBegin(run: Run, at: number, nextNumber: number): boolean {
  const token = run.tokens[at];
  if (!isWord(token) || nextNumber - at <= LEAD_WORDS) return true;
  // "FY2006" is a word with its number inside.
  return mayBeNumberWord(wordAt(run, at)) || isDigit(token.text.charCodeAt(token.text.length - 1));
}

function numberFrom(run: Run, at: number): number {
  let index = at;
  while (index < run.tokens.length && run.tokens[index]?.kind !== 'number') index += 1;
  return index < run.tokens.length ? index : Number.POSITIVE_INFINITY;
}

function readAt(run: Run, at: number): Reading | null {
  return readLabel(run, at) ?? readDate(run, at) ?? readAmount(run, at) ?? readWordAmount(run, at);
}

/** "March 31 and June 30, 2006": a day without a year takes that of the date it is listed with. */
function lendYears(run: Run, drafts: readonly Draft[]): void {
  for (let index = drafts.length - 2; index >= 0; index -= 1) {
    const first = drafts[index] as Draft;
    const full = /^(\d{4})-(\d\d-\d\d)$/.exec(drafts[index + 1]?.date ?? '');
    if (full === null || !first.date?.startsWith('--')) continue;
    const between = run.tokens.slice(first.next, drafts[index + 1]?.from).map((token) => token.text);
    if (between.length > 2 || !/^(?:,|,? ?(?:and|or|to|through)|-|–)$/.test(between.join(' '))) continue;
    const monthAndDay = first.date.slice(2);
    const year = Number(full[1]) - (monthAndDay > (full[2] ?? '') ? 1 : 0);
    first.date = `${year}-${monthAndDay}`;
    delete first.labelKind;
  }
}
