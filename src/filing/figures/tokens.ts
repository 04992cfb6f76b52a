import type { CurrencyCode } from '../../value/index.js';
import { matchLetterSign, matchSign } from './currency-names.js';
import type { MentionOptions } from './mentions.js';
import { type Numeral, splitDigits } from './numerals.js';
import { isSpace } from './white-space.js';

export type TokenKind = 'number' | 'word' | 'sign' | 'symbol';

/** A piece of the text. `text` is as printed; a word keeps inner hyphens and apostrophes ("full-time"). */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of a word: its text in small letters. */
  readonly lower?: string;
  /** Of a number. */
  readonly numeral?: Numeral;
  /** Of a currency sign. */
  readonly currency?: CurrencyCode;
}

/** A text taken apart, with what its bare signs mean: the input of every reader of this room. */
export interface Run {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly options: MentionOptions;
}

/** One pass over the text; each character is looked at a bounded number of times. */
export function tokenize(text: string, options: MentionOptions): Run {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at += 1;
      continue;
    }
    const sign = matchSign(text, at, options) ?? matchLetterSign(text, at, options);
    if (sign !== null) {
      tokens.push({
        kind: 'sign',
        start: at,
        end: sign.end,
        text: text.slice(at, sign.end),
        currency: sign.currency,
      });
      at = sign.end;
    } else if (isDigit(code) || startsBareFraction(text, at)) {
      at = pushNumbers(text, at, tokens);
    } else if (isLetter(text, at)) {
      const end = acronymEnd(text, at) ?? letterNumberEnd(text, at) ?? wordEnd(text, at);
      tokens.push(wordToken(text, at, end));
      at = end;
    } else {
      // A backslash before a sign is an escape left over from another format, not a character of the report.
      if (code !== 0x5c || text[at + 1] !== '$') {
        tokens.push({ kind: 'symbol', start: at, end: at + 1, text: text.charAt(at) });
      }
      at += 1;
    }
  }
  return { text, tokens, options };
}

function wordToken(source: string, start: number, end: number): Token {
  const text = source.slice(start, end);
  return { kind: 'word', start, end, text, lower: text.toLowerCase() };
}

/** Whether nothing stands between a token and the one after it. */
export function isGlued(run: Run, index: number): boolean {
  const token = run.tokens[index];
  const next = run.tokens[index + 1];
  return token !== undefined && next !== undefined && token.end === next.start;
}

export function isWord(token: Token | undefined): token is Token & { kind: 'word' } {
  return token?.kind === 'word';
}

export function isSymbol(token: Token | undefined, characters: string): token is Token & { kind: 'symbol' } {
  return token?.kind === 'symbol' && characters.includes(token.text);
}

/** The lower-case text of a word token, "" for anything else. */
export function wordAt(run: Run, index: number): string {
  const token = run.tokens[index];
  return token?.lower ?? '';
}

export function isCapitalised(token: Token | undefined): boolean {
  if (!isWord(token)) return false;
  const first = token.text.charAt(0);
  return first !== first.toLowerCase();
}

/** Hyphen, en dash, minus sign and their kin. */
export const DASHES = '-‐‑‒–—−';

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const LETTER = /\p{L}/u;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return LETTER.test(text.charAt(at));
}

/** ".05": a decimal point that no digit, letter or other point stands before. */
function startsBareFraction(text: string, at: number): boolean {
  if (text[at] !== '.' || !isDigit(text.charCodeAt(at + 1))) return false;
  const before = at === 0 ? ' ' : text.charAt(at - 1);
  return isSpace(before.charCodeAt(0)) || '($-−–'.includes(before) || /[€£¥]/.test(before);
}

const ACRONYM = /(?:[A-Z]\.){2,6}/y;

/** "U.S.", "P.O.": one word with its points. */
function acronymEnd(text: string, start: number): number | null {
  if (text[start + 1] !== '.') return null;
  ACRONYM.lastIndex = start;
  return ACRONYM.test(text) ? ACRONYM.lastIndex : null;
}

const LETTER_NUMBER = /[A-Z]\d{1,3}(?:,\d{3})*\.\d+/y;

/** "R10.49" where nothing says what the letter stands for: one word, not a figure "49". */
function letterNumberEnd(text: string, start: number): number | null {
  if (!isDigit(text.charCodeAt(start + 1))) return null;
  LETTER_NUMBER.lastIndex = start;
  return LETTER_NUMBER.test(text) ? LETTER_NUMBER.lastIndex : null;
}

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (;;) {
    const inner = isLetter(text, end) || isDigit(text.charCodeAt(end));
    const joined = "-’'".includes(text[end] ?? ' ') && isLetter(text, end + 1);
    if (end >= text.length || !(inner || joined)) return end;
    end += 1;
  }
}

/** Digits with the commas and points between them; "2004,2005" is two numbers. */
function pushNumbers(text: string, start: number, tokens: Token[]): number {
  let end = start + 1;
  while (
    isDigit(text.charCodeAt(end)) ||
    ((text[end] === ',' || text[end] === '.') && isDigit(text.charCodeAt(end + 1)))
  ) {
    end += 1;
  }
  for (const part of splitDigits(text.slice(start, end))) {
    const from = start + part.offset;
    const to = from + part.text.length;
    if (part.numeral === null) tokens.push(wordToken(text, from, to));
    else tokens.push({ kind: 'number', start: from, end: to, text: part.text, numeral: part.numeral });
  }
  return end;
}
