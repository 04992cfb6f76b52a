import { CURRENCIES, type CurrencyCode } from '../../value/index.js';
import { holdsDigit, isPlainLetter } from '../plain-characters.js';
import { classOf, DIGIT, LETTER } from './characters.js';
import type { MentionOptions } from './mentions.js';
import { isSpace } from './white-space.js';

export interface CurrencyMatch {
  readonly currency: CurrencyCode;
  readonly end: number;
}

/** Signs that two currencies share; the options say whose they are. */
const YEN_SIGNS = new Set(['¥', '￥']);

const SIGNS = byLength(CURRENCIES.flatMap(({ code, signs }) => signs.map((name) => ({ name, code }))));
const WORDS = byLength(CURRENCIES.flatMap(({ code, words }) => words.map((name) => ({ name, code }))));
const CODES = new Map([
  ...CURRENCIES.map(({ code }) => [code, code] as const),
  ...SIGNS.filter(({ name }) => /^[A-Z]{3}$/.test(name)).map(({ name, code }) => [name, code] as const),
]);

const SIGNS_BY_FIRST = groupByFirst(SIGNS);
const WORDS_BY_FIRST = groupByFirst(WORDS);

/** What must follow a sign that ends in a letter, so that "RM" in "RMS" or "EUR" in a sentence is no sign. */
const BEFORE_NUMBER = /\.?\s{0,3}[-−–(△▲]?\s?\.?\d/y;

/** 1 for each pair of characters of ASCII that a sign, or a letter that stands for one, may begin with. */
const BEGINNINGS = new Uint8Array(0x4000);
for (const { name } of SIGNS) {
  if (name.length === 1) for (let second = 0; second < 0x80; second += 1) markBeginning(name, second);
  else markBeginning(name, name.charCodeAt(1));
  if (name.charAt(1) === '$') markBeginning(name, 0x5c);
}
for (const letter of 'YWR') {
  for (let second = 0; second < 0x41; second += 1) markBeginning(letter, second);
}

function markBeginning(name: string, second: number): void {
  const first = name.charCodeAt(0);
  if (first < 0x80 && second < 0x80) BEGINNINGS[first * 0x80 + second] = 1;
}

/** Whether a currency sign may begin at a place; false tells that none does, at the cost of a look at two characters. */
export function mayBeginSign(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first >= 0x80) return SIGNS_BY_FIRST.has(text.charAt(at));
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return second >= 0x80 || BEGINNINGS[first * 0x80 + second] === 1;
}

/** The currency sign that begins at `at`: "¥", "US$", "RMB" before a number; null for none. */
export function matchSign(text: string, at: number, options: MentionOptions): CurrencyMatch | null {
  if (isLetterAt(text, at) && isLetterOrDigitAt(text, at - 1)) return null;
  for (const { name, code, endsInLetter } of SIGNS_BY_FIRST.get(text.charAt(at)) ?? []) {
    const end = endOfName(text, at, name);
    if (end === null) continue;
    if (endsInLetter) {
      BEFORE_NUMBER.lastIndex = end;
      if (!BEFORE_NUMBER.test(text)) continue;
    }
    return { currency: meaningOf(name, code, options), end };
  }
  return null;
}

/** 1 for each pair of characters of ASCII, in small letters, that a currency name or code begins with. */
const WORD_BEGINNINGS = new Uint8Array(0x4000);
for (const name of [...WORDS.map((word) => word.name), ...CODES.keys(), 'rupee', 'peso']) {
  const first = name.toLowerCase();
  WORD_BEGINNINGS[first.charCodeAt(0) * 0x80 + first.charCodeAt(1)] = 1;
}

/** Whether a currency name or code may begin at a place, as `mayBeginSign` tells. */
function mayBeginWord(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  if (first >= 0x80 || second >= 0x80) return true;
  return WORD_BEGINNINGS[smallLetter(first) * 0x80 + smallLetter(second)] === 1;
}

function smallLetter(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

/** The currency name or code that begins at `at`, in either case: "yen", "U.S. dollars", "JPY"; null for none. */
export function matchCurrencyWord(text: string, at: number, options: MentionOptions): CurrencyMatch | null {
  if (!mayBeginWord(text, at) || isLetterOrDigitAt(text, at - 1)) return null;
  const candidates = WORDS_BY_FIRST.get(text.charAt(at).toLowerCase());
  const lower = candidates === undefined ? '' : text.slice(at, at + LONGEST_NAME).toLowerCase();
  for (const { name, code } of candidates ?? []) {
    const length = endOfName(lower, 0, name);
    if (length === null || isLetterAt(text, at + length)) continue;
    const isBareDollar = name === 'dollar' || name === 'dollars';
    return { currency: isBareDollar ? (options.dollar ?? code) : code, end: at + length };
  }
  const shared = matchSharedName(text, at, options);
  if (shared !== null) return shared;
  const code = CODES.get(text.slice(at, at + 3));
  return code !== undefined && !isLetterOrDigitAt(text, at + 3) ? { currency: code, end: at + 3 } : null;
}

const SHARED_NAME = /(?:(rupee)|(peso))s?(?![a-z])/iy;

/** "rupees" or "pesos" where the options say whose. */
function matchSharedName(text: string, at: number, options: MentionOptions): CurrencyMatch | null {
  if (options.rupee === undefined && options.peso === undefined) return null;
  SHARED_NAME.lastIndex = at;
  const match = SHARED_NAME.exec(text);
  const currency =
    match?.[1] !== undefined ? options.rupee : match?.[2] !== undefined ? options.peso : undefined;
  return currency === undefined ? null : { currency, end: SHARED_NAME.lastIndex };
}

const LETTER_SIGNS: Readonly<Record<string, CurrencyCode>> = { Y: 'JPY', W: 'KRW', R: 'ZAR' };
const LETTER_NUMBER = /[YWR](?=\s{0,3}[(-]?\d)/y;
/** "Y117.48 per US$1.00": a letter is a sign where its number is said to be a rate against the dollar. */
const LETTER_RATE =
  /[YWR](?=\s?\d[\d,]{0,20}\.\d{1,6}\s{0,3}(?:=|to|per|for|equals)\s{0,3}(?:(?:US|U\.S\.)\s?)?(?:\$\s?1(?:\.0{1,4})?(?![\d,.]\d|\d)|dollar))/y;

/** The letter that old reports print for a sign that they had no type for: "Y117.48", "W1,130.60", "R10.49". */
export function matchLetterSign(text: string, at: number, options: MentionOptions): CurrencyMatch | null {
  const currency = LETTER_SIGNS[text.charAt(at)];
  if (currency === undefined || isLetterOrDigitAt(text, at - 1)) return null;
  // Most such letters begin a word, and need no long pattern to tell.
  if (!holdsDigit(text, at + 1, at + 6)) return null;
  const pattern = options.letterSign === currency ? LETTER_NUMBER : LETTER_RATE;
  pattern.lastIndex = at;
  return pattern.test(text) ? { currency, end: at + 1 } : null;
}

/** Names that two currencies share, and how a text says whose they are. */
const OWNERS: readonly (readonly ['rupee' | 'peso', CurrencyCode, RegExp])[] = [
  ['rupee', 'INR', /\bIndian\s{1,3}rupees?\b|\bINR\b|₹/i],
  ['rupee', 'LKR', /\bSri\s{1,3}Lankan?\s{1,3}rupees?\b|\bLKR\b/i],
  ['peso', 'MXN', /\bMexican\s{1,3}pesos?\b|\bMXN\b|\bMex\$/i],
  ['peso', 'ARS', /\bArgentin(?:e|ian|a)\s{1,3}pesos?\b|\bARS\b/i],
  ['peso', 'CLP', /\bChilean\s{1,3}pesos?\b|\bCLP\b/i],
  ['peso', 'COP', /\bColombian\s{1,3}pesos?\b|\bCOP\b/],
  ['peso', 'PHP', /\bPhilippine\s{1,3}pesos?\b|\bPHP\b|₱/i],
];

/** The options with what a text says of its own rupees and pesos, where they do not tell. */
export function withSharedNames(text: string, options: MentionOptions): MentionOptions {
  return SHARED.test(text) ? { ...readSharedNames(text), ...options } : options;
}

const SHARED = /rupee|peso/i;

/** Whose rupees and pesos a text speaks of, where it names those of one country only. */
export function readSharedNames(text: string): Pick<MentionOptions, 'rupee' | 'peso'> {
  const found: { rupee?: CurrencyCode; peso?: CurrencyCode } = {};
  // What nothing is called needs no owner, and each pattern goes through the whole text.
  if (!SHARED.test(text)) return found;
  for (const name of ['rupee', 'peso'] as const) {
    const owners = OWNERS.filter(([shared, , pattern]) => shared === name && pattern.test(text));
    const owner = owners[0]?.[1];
    if (owners.length === 1 && owner !== undefined) found[name] = owner;
  }
  return found;
}

/** A sign that stands without a number, as in "per US$" or "¥/$". */
export function matchLoneSign(text: string, at: number, options: MentionOptions): CurrencyMatch | null {
  for (const { name, code } of SIGNS_BY_FIRST.get(text.charAt(at)) ?? []) {
    const end = endOfName(text, at, name);
    if (end === null || (/[A-Za-z]$/.test(name) && isLetterAt(text, end))) continue;
    return { currency: meaningOf(name, code, options), end };
  }
  return null;
}

function meaningOf(name: string, code: CurrencyCode, options: MentionOptions): CurrencyCode {
  if (name === '$') return options.dollar ?? code;
  return YEN_SIGNS.has(name) ? (options.yen ?? code) : code;
}

interface Name {
  readonly name: string;
  readonly code: CurrencyCode;
  /** Or in a point: only a number behind it makes such a sign one. */
  readonly endsInLetter: boolean;
}

function byLength(names: Omit<Name, 'endsInLetter'>[]): Name[] {
  return names
    .map((entry) => ({ ...entry, endsInLetter: /[A-Za-z.]$/.test(entry.name) }))
    .sort((a, b) => b.name.length - a.name.length);
}

function groupByFirst(names: readonly Name[]): ReadonlyMap<string, readonly Name[]> {
  const groups = new Map<string, Name[]>();
  for (const entry of names) {
    const first = entry.name.charAt(0);
    const group = groups.get(first) ?? [];
    group.push(entry);
    groups.set(first, group);
  }
  return groups;
}

/** The longest name with the white space that may stand in it. */
const LONGEST_NAME = 60;
const MOST_SPACES = 3;

/**
 * Where a name that begins at `at` ends, or null where it does not stand there. A space of the name may be any white
 * space, up to three, or none after a point; a `$` may carry a stray backslash. By hand and not by a pattern a name:
 * compiling a hundred patterns takes longer than reading a short report.
 */
function endOfName(text: string, at: number, name: string): number | null {
  let end = at;
  for (let index = 0; index < name.length; index += 1) {
    const sign = name.charAt(index);
    if (sign === ' ') {
      const from = end;
      while (end - from < MOST_SPACES && isSpace(text.charCodeAt(end))) end += 1;
      if (end === from && name.charAt(index - 1) !== '.') return null;
      continue;
    }
    if (sign === '$' && text.charAt(end) === '\\') end += 1;
    if (text.charAt(end) !== sign) return null;
    end += 1;
  }
  return end;
}

function isLetterAt(text: string, at: number): boolean {
  return isPlainLetter(text.charCodeAt(at));
}

function isLetterOrDigitAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const found = classOf(text.charCodeAt(at));
  return found === LETTER || found === DIGIT;
}
