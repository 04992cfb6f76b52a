import type { CurrencyCode, RateUnit } from '../../value/index.js';
import { classOf, DIGIT, LETTER, SPACE } from './characters.js';
import {
  matchCurrencyWord,
  matchLetterSign,
  matchLoneSign,
  mayBeginSign,
  withSharedNames,
} from './currency-names.js';
import type { MentionOptions } from './mentions.js';

/** What a caption or heading says of the amounts below it. */
export interface CurrencyAndScale {
  readonly currency: CurrencyCode | null;
  /** Power of ten: 6 for "in millions". Null where it names none. */
  readonly scale: number | null;
  /** "except per share data": amounts per share are printed in full. */
  readonly exceptPerShare: boolean;
}

/**
 * The direction of quotation that a phrase states: `JPY/USD` for "Japanese yen per U.S. $1.00", `USD/EUR` for
 * "one euro in U.S. dollars". Null where it names no two currencies, or not which one is counted ("between the yen
 * and the dollar").
 */
export function readRateUnit(text: string, options: MentionOptions = {}): RateUnit | null {
  return rateUnitOf(text, currencyNames(text, withSharedNames(text, options)));
}

function rateUnitOf(text: string, names: readonly CurrencyName[]): RateUnit | null {
  for (let index = 0; index + 1 < names.length; index += 1) {
    const [first, second] = [names[index] as CurrencyName, names[index + 1] as CurrencyName];
    if (first.currency === second.currency) continue;
    const gap = text
      .slice(first.end, second.start)
      .replace(/[\s()"“”]+/g, ' ')
      .trim()
      .toLowerCase();
    if (EQUIVALENT.test(gap) && second.isOne) return `${first.currency}/${second.currency}`;
    if (IN.test(gap) && first.isOne) return `${second.currency}/${first.currency}`;
    if (!PER.test(gap)) continue;
    return first.isOne && !second.isOne
      ? `${second.currency}/${first.currency}`
      : `${first.currency}/${second.currency}`;
  }
  return null;
}

const PER =
  /^(?:per|per one|per each|to|to one|to the|to each|for|for one|for each|equals|=|\/|per 1(?:\.0+)?|to 1(?:\.0+)?|for 1(?:\.0+)?|= 1(?:\.0+)?)$/;
const IN = /^,? ?(?:expressed |quoted |stated )?in(?: terms of)?$/;

const EQUIVALENT =
  /^(?:equivalents? (?:of|to)|required to (?:buy|purchase)|needed to (?:buy|purchase))(?: one| 1(?:\.0+)?)?$/;

interface CurrencyName {
  readonly currency: CurrencyCode;
  readonly start: number;
  readonly end: number;
  /** "one euro", "US$1.00". */
  readonly isOne: boolean;
  /** "per U.S. dollar", "to US$1.00": what a rate is for, not what amounts are in. */
  readonly isBase: boolean;
}

const NUMBER_AFTER = /\s{0,3}\d[\d.,]{0,20}/y;

function currencyNames(text: string, options: MentionOptions): CurrencyName[] {
  const names: CurrencyName[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SPACE || kind === DIGIT || (kind === LETTER && isInsideWord(text, at))) continue;
    const match =
      matchCurrencyWord(text, at, options) ??
      (mayBeginSign(text, at)
        ? (matchLoneSign(text, at, options) ?? matchLetterSign(text, at, options))
        : null);
    if (match === null) continue;
    NUMBER_AFTER.lastIndex = match.end;
    const number = NUMBER_AFTER.exec(text)?.[0] ?? '';
    const end = match.end + number.length;
    const before = text.slice(Math.max(0, at - 8), at);
    const isOne = /(?:\bone|\b1(?:\.0+)?|\beach)\s*$/i.test(before) || /^\s*1(?:\.0+)?$/.test(number);
    const isBase =
      /\bper\s+(?:one\s+|1\s+)?$/i.test(before) || (isOne && /(?:\bto|\bfor|=)\s+$/i.test(before));
    names.push({ currency: match.currency, start: at, end, isOne, isBase });
    at = end - 1;
  }
  return names;
}

function isInsideWord(text: string, at: number): boolean {
  const before = at === 0 ? SPACE : classOf(text.charCodeAt(at - 1));
  return before === LETTER || before === DIGIT;
}

const POWERS: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

/** Currency and scale that a caption states: "(in millions of yen, except per share data)". Null where it states neither. */
export function readCurrencyAndScale(text: string, options: MentionOptions = {}): CurrencyAndScale | null {
  return currencyAndScaleOf(text, currencyNames(text, withSharedNames(text, options)), options);
}

/** What `readRateUnit` tells, else what `readCurrencyAndScale` does: the names of currencies are looked for once. */
export function readRateOrScale(text: string, options: MentionOptions): RateUnit | CurrencyAndScale | null {
  const names = currencyNames(text, withSharedNames(text, options));
  return rateUnitOf(text, names) ?? currencyAndScaleOf(text, names, options);
}

function currencyAndScaleOf(
  text: string,
  names: readonly CurrencyName[],
  options: MentionOptions,
): CurrencyAndScale | null {
  const currency = names.find(({ isBase }) => !isBase)?.currency ?? null;
  const scale = readScale(text, options);
  if (currency === null && scale === null) return null;
  return { currency, scale, exceptPerShare: /except[^.;]{0,60}\bper[\s-]/i.test(text) };
}

const SCALE_WORD = /(\d[\d.,]{0,20}\s{0,3})?\b(thousand|million|billion|trillion)(s?)\b(\s{1,3}of\s{1,3})?/gi;

/** Most labels hold none of what a scale is told by. */
const MAY_HOLD_SCALE = /000|illion|ousand|[$€£¥]/i;

function readScale(text: string, options: MentionOptions): number | null {
  if (!MAY_HOLD_SCALE.test(text)) return null;
  if (/['’]000|\$000s?\b|\b000s\b/.test(text)) return 3;
  for (const match of text.matchAll(SCALE_WORD)) {
    const [whole, number, word = '', plural, of] = match;
    if (number !== undefined) continue;
    const after = match.index + whole.length;
    // "millions of customers" is no scale, "millions of yen" is one.
    if (
      of !== undefined &&
      (matchCurrencyWord(text, after, options) ?? matchLoneSign(text, after, options)) === null
    )
      continue;
    if (plural === '' && !hasCurrencyBeside(text, match.index, after, options)) continue;
    return POWERS[word.toLowerCase()] ?? null;
  }
  const letter = /[$€£¥]\s?(m|mn|bn|b|k)\b/i.exec(text)?.[1]?.toLowerCase();
  return letter === undefined ? null : letter.startsWith('m') ? 6 : letter === 'k' ? 3 : 9;
}

/** "(EUR million)", "Yen million", "in million yen". */
function hasCurrencyBeside(text: string, start: number, end: number, options: MentionOptions): boolean {
  const names = currencyNames(text, options);
  return (
    names.some((name) => start - name.end <= 2 && start >= name.end) ||
    names.some((name) => name.start - end <= 2 && name.start >= end)
  );
}
