import type { Draft } from './drafts.js';
import { DASHES, type Run, textAt, wordAt } from './tokens.js';

/** What stands between two neighbours that have to do with each other. */
type Joint = 'range' | 'to' | 'and' | 'rate' | null;

/** Lets neighbours complete each other: rates ("¥117.48 = US$1.00"), ranges ("¥3.0 to ¥4.0 billion"), lists ("5 and 10%"). */
export function pairDrafts(run: Run, drafts: readonly Draft[]): void {
  for (const draft of drafts) markRateBase(run, draft);
  for (let index = drafts.length - 2; index >= 0; index -= 1) {
    const first = drafts[index] as Draft;
    const second = drafts[index + 1] as Draft;
    const joint = jointOf(run, first, second);
    if (joint === null) continue;
    if (pairRate(first, second, joint) || pairRatio(run, first, second, joint)) continue;
    if (joint === 'rate') continue;
    if (inherit(run, first, second, joint)) linkRange(run, first, second, joint);
  }
}

const RATE_WORDS = new Set([
  'per',
  'for',
  'to',
  'to each',
  'for each',
  'per each',
  'equals',
  'is equal to',
  'equal to',
  'equaled',
]);

function jointOf(run: Run, first: Draft, second: Draft): Joint {
  if (second.from - first.next > 4 || first.rangeOf !== undefined) return null;
  const text = textBetween(run, first.next, second.from);
  if (text === '') return null;
  if (text === 'to') return 'to';
  if (text === 'through' || (text.length === 1 && DASHES.includes(text))) return 'range';
  if (text === '=' || text === '/' || text === ':' || text === ' =' || RATE_WORDS.has(text)) return 'rate';
  if (text === 'and' || text === 'or' || text === ',' || text === ', and' || text === ', or' || text === '&')
    return 'and';
  return text === 'until' || text === 'and the end of' || text === 'to the end of' ? 'range' : null;
}

/** The tokens of a short range in small letters, a space between two. */
export function textBetween(run: Run, from: number, to: number): string {
  let text = from < to ? textAt(run, from) : '';
  for (let index = from + 1; index < to; index += 1) text += ` ${textAt(run, index)}`;
  return text.toLowerCase();
}

/** "¥117.48 per US$1.00" in either order: the side that is 1 says per what. */
function pairRate(first: Draft, second: Draft, joint: Joint): boolean {
  if ((joint !== 'rate' && joint !== 'to') || first.currency === null || second.currency === null)
    return false;
  if (first.currency === second.currency || first.power !== null || second.power !== null) return false;
  const base = isOne(second) ? second : isOne(first) ? first : null;
  if (base === null) return false;
  const rate = base === second ? first : second;
  if (rate.unit !== rate.currency && rate.unit !== `${rate.currency}/${base.currency}`) return false;
  rate.unit = `${rate.currency}/${base.currency}` as Draft['unit'];
  base.labelKind = 'rate-base';
  return true;
}

/** "a ratio of 3.5 to 1.00": a multiple and its base. */
function pairRatio(run: Run, first: Draft, second: Draft, joint: Joint): boolean {
  if ((joint !== 'to' && joint !== 'rate') || first.unit !== null || second.unit !== null || !isOne(second))
    return false;
  if (textAt(run, first.next) === '/') return false;
  first.unit = 'multiple';
  second.unit = 'multiple';
  second.labelKind = 'rate-base';
  return true;
}

/** "Japanese yen per U.S. $1.00": one unit of money after "per" is no amount, whatever stands before. */
function markRateBase(run: Run, draft: Draft): void {
  if (draft.currency === null || draft.power !== null || !isOne(draft)) return;
  if (wordAt(run, draft.from - 1) === 'per') draft.labelKind = 'rate-base';
}

function isOne(draft: Draft): boolean {
  const { digits, decimals } = draft.numeral;
  return decimals >= 0 && !draft.negative && digits === `1${'0'.repeat(decimals)}`;
}

/** Gives the first what only the second prints; false where they are not of one kind. */
function inherit(run: Run, first: Draft, second: Draft, joint: Joint): boolean {
  if (first.labelKind !== undefined || second.labelKind !== undefined) return false;
  if (first.unit === 'date' || second.unit === 'date') return first.unit === second.unit;
  const isList = joint === 'and';
  if (first.currency !== null && second.currency === null && second.unit === null && !isList) {
    // "$3-4 million": the sign stands once, at the first.
    second.currency = first.currency;
    second.unit = first.unit;
  }
  if (first.unit === null && second.unit !== null) {
    if (isList && !sharesUnit(run, first, second)) return false;
    first.unit = second.unit;
    first.currency = second.currency;
    if (second.noun !== undefined) first.noun = second.noun;
  } else if (isAmountOfItsCurrency(first, second)) {
    first.unit = second.unit;
  }
  if (first.unit !== second.unit) return false;
  if (
    first.power === null &&
    second.power !== null &&
    isShort(first) &&
    (!isList || hasListMark(run, first, second))
  ) {
    first.power = second.power;
  }
  return true;
}

/** "$3 and $4 per share" are two prices; of "$3 million, or $0.24 per share" the millions are none. */
function isAmountOfItsCurrency(first: Draft, second: Draft): boolean {
  if (first.currency === null || first.unit !== first.currency) return false;
  return second.currency === first.currency && (first.power === null || second.power !== null);
}

/** "10, 15 and 20%", "two or three directors"; not "Level 3 and 5 employees". */
function sharesUnit(run: Run, first: Draft, second: Draft): boolean {
  if (first.words !== undefined) return true;
  // "8 million and 6 million shares": long numbers in a row count the same.
  if (second.unit === 'share' && (first.power !== null || !isShort(first))) return true;
  return second.unit === 'percent' || wordAt(run, first.next) === 'or' || hasListMark(run, first, second);
}

/** "between … and …", or a list that ends with "respectively". */
function hasListMark(run: Run, first: Draft, second: Draft): boolean {
  if (isBetween(run, first)) return true;
  for (let index = second.next; index < second.next + 12; index += 1) {
    if (wordAt(run, index) === 'respectively') return true;
  }
  return false;
}

/** A number below a thousand: the one that a magnitude word may be meant for too. */
function isShort(draft: Draft): boolean {
  return draft.numeral.digits.length - draft.numeral.decimals <= 3;
}

function linkRange(run: Run, first: Draft, second: Draft, joint: Joint): void {
  const isRange =
    joint === 'range' ||
    (joint === 'to' && !isChange(run, first)) ||
    (joint === 'and' && isBetween(run, first));
  if (!isRange) return;
  first.rangeOf = second;
  second.rangeOf = first;
}

function isBetween(run: Run, first: Draft): boolean {
  return wordAt(run, first.from - 1) === 'between';
}

const CHANGES =
  /^(?:increas|decreas|declin|rose|rise|fell|fall|grew|grow|drop|reduc|rais|lower|improv|up$|down$|by$|chang|amend|revis|cut$|went|mov)/;

/** "increased from ¥3 billion to ¥4 billion", "decreased by 5% to 10%": two figures, no range. */
function isChange(run: Run, first: Draft): boolean {
  if (first.unit === 'date') return false;
  const nearest = wordAt(run, first.from - 1);
  if (nearest === 'from') {
    return !/^(?:rang|var|between)/.test(wordAt(run, first.from - 2));
  }
  return [1, 2, 3].some((back) => CHANGES.test(wordAt(run, first.from - back)));
}
