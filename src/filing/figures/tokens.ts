import type { CurrencyCode } from '../../value/index.js';
import { isDigit } from '../plain-characters.js';
import { classOf, DIGIT, isLetter, LETTER, SPACE } from './characters.js';
import { matchLetterSign, matchSign, mayBeginSign } from './currency-names.js';
import type { MentionOptions } from './mentions.js';
import { mayBeginNumberWord } from './number-words.js';
import { type Numeral, readDigits, splitDigits } from './numerals.js';
import { isSpace } from './white-space.js';

export type TokenKind = 'number' | 'word' | 'sign' | 'symbol';

const NUMBER = 1;
const WORD = 2;
const SIGN = 3;
const SYMBOL = 4;
const KINDS: readonly TokenKind[] = ['symbol', 'number', 'word', 'sign', 'symbol'];

/** A piece of the text. `text` is as printed; a word keeps inner hyphens and apostrophes ("full-time"). */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of a word: its text in small letters. */
  readonly lower: string;
  /** Of a number. */
  readonly numeral: Numeral | undefined;
  /** Of a currency sign. */
  readonly currency: CurrencyCode | undefined;
}

/**
 * A text taken apart, with what its bare signs mean: the input of every reader of this room.
 *
 * Most tokens of a sentence are words that no figure has to do with, so a token is three numbers, and becomes an
 * object when it is asked for. There is one run, used again for each text: be done with it before the next.
 */
export class Run {
  text = '';
  options: MentionOptions = {};
  /** How many tokens there are. */
  length = 0;
  /** How many of them a figure may begin at or shortly before, and which: numbers, and what `isSeed` tells. */
  seeds = 0;
  private seedAt = new Int32Array(512);
  private kinds = new Uint8Array(512);
  private starts = new Int32Array(512);
  private ends = new Int32Array(512);
  private readonly currencies: (CurrencyCode | undefined)[] = [];
  private readonly made: (Token | undefined)[] = [];

  begin(text: string, options: MentionOptions): void {
    this.text = text;
    this.options = options;
    this.length = 0;
    this.seeds = 0;
  }

  push(kind: number, start: number, end: number, isSeed: boolean): void {
    const at = this.length;
    if (at === this.kinds.length) this.grow();
    this.kinds[at] = kind;
    this.starts[at] = start;
    this.ends[at] = end;
    this.made[at] = undefined;
    if (isSeed) {
      this.seedAt[this.seeds] = at;
      this.seeds += 1;
    }
    this.length = at + 1;
  }

  pushSign(start: number, end: number, currency: CurrencyCode): void {
    this.push(SIGN, start, end, false);
    this.currencies[this.length - 1] = currency;
  }

  /** Index of the token that a seed is. */
  seed(index: number): number {
    return this.seedAt[index] as number;
  }

  /** 0 where there is no such token. */
  kindAt(index: number): number {
    return index >= 0 && index < this.length ? (this.kinds[index] as number) : 0;
  }

  /** -1 where there is no such token. */
  startAt(index: number): number {
    return index >= 0 && index < this.length ? (this.starts[index] as number) : -1;
  }

  endAt(index: number): number {
    return index >= 0 && index < this.length ? (this.ends[index] as number) : -1;
  }

  tokenAt(index: number): Token | undefined {
    if (index < 0 || index >= this.length) return undefined;
    return this.made[index] ?? this.make(index);
  }

  private make(index: number): Token {
    const kind = this.kinds[index] as number;
    const start = this.starts[index] as number;
    const end = this.ends[index] as number;
    const text = this.text.slice(start, end);
    const token: Token = {
      kind: KINDS[kind] ?? 'symbol',
      start,
      end,
      text,
      lower: kind === WORD ? text.toLowerCase() : '',
      numeral: kind === NUMBER ? (readDigits(text) ?? undefined) : undefined,
      currency: kind === SIGN ? this.currencies[index] : undefined,
    };
    this.made[index] = token;
    return token;
  }

  private grow(): void {
    const length = 2 * this.kinds.length;
    this.kinds = grown(new Uint8Array(length), this.kinds);
    this.starts = grown(new Int32Array(length), this.starts);
    this.ends = grown(new Int32Array(length), this.ends);
    this.seedAt = grown(new Int32Array(length), this.seedAt);
  }
}

function grown<T extends Uint8Array | Int32Array>(larger: T, full: T): T {
  larger.set(full);
  return larger;
}

const RUN = new Run();

/** One pass over the text; each character is looked at a bounded number of times. */
export function tokenize(text: string, options: MentionOptions): Run {
  const run = RUN;
  run.begin(text, options);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    switch (classOf(code)) {
      case SPACE:
        at += 1;
        break;
      case DIGIT:
        at = pushNumbers(run, at);
        break;
      case LETTER:
        at = pushSign(run, at) ?? pushWord(run, at);
        break;
      default:
        at =
          pushSign(run, at) ??
          (startsBareFraction(text, at) ? pushNumbers(run, at) : pushSymbol(run, at, code));
    }
  }
  return run;
}

/** Whether nothing stands between a token and the one after it. */
export function isGlued(run: Run, index: number): boolean {
  return index >= 0 && index + 1 < run.length && run.endAt(index) === run.startAt(index + 1);
}

export function isWordAt(run: Run, index: number): boolean {
  return run.kindAt(index) === WORD;
}

export function isNumberAt(run: Run, index: number): boolean {
  return run.kindAt(index) === NUMBER;
}

export function isSignAt(run: Run, index: number): boolean {
  return run.kindAt(index) === SIGN;
}

/** Whether a token is one of some symbols; of any where none are given. */
export function isSymbolAt(run: Run, index: number, characters?: string): boolean {
  if (run.kindAt(index) !== SYMBOL) return false;
  return characters === undefined || characters.includes(run.text.charAt(run.startAt(index)));
}

/** The text of a token, "" where there is none. */
export function textAt(run: Run, index: number): string {
  return run.tokenAt(index)?.text ?? '';
}

/** The lower-case text of a word token, "" for anything else. */
export function wordAt(run: Run, index: number): string {
  return isWordAt(run, index) ? (run.tokenAt(index)?.lower ?? '') : '';
}

export function isCapitalisedAt(run: Run, index: number): boolean {
  if (!isWordAt(run, index)) return false;
  const start = run.startAt(index);
  const code = run.text.charCodeAt(start);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const first = run.text.charAt(start);
  return first !== first.toLowerCase();
}

/** Hyphen, en dash, minus sign and their kin. */
export const DASHES = '-‐‑‒–—−';

/** Digits that are raised, and the bracket that may open before them. */
export const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function pushSign(run: Run, at: number): number | null {
  if (!mayBeginSign(run.text, at)) return null;
  const sign = matchSign(run.text, at, run.options) ?? matchLetterSign(run.text, at, run.options);
  if (sign === null) return null;
  run.pushSign(at, sign.end, sign.currency);
  return sign.end;
}

function pushSymbol(run: Run, at: number, code: number): number {
  // A backslash before a sign is an escape left over from another format, not a character of the report.
  if (code !== 0x5c || run.text[at + 1] !== '$')
    run.push(SYMBOL, at, at + 1, code >= 0xb2 && isRaised(run.text, at));
  return at + 1;
}

function isRaised(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === '⁽' || SUPERSCRIPTS.includes(character);
}

function pushWord(run: Run, at: number): number {
  const { text } = run;
  const end = acronymEnd(text, at) ?? letterNumberEnd(text, at) ?? wordEnd(text, at);
  run.push(WORD, at, end, isDigit(text.charCodeAt(end - 1)) || mayBeginNumberWord(text, at));
  return end;
}

/** ".05": a decimal point that no digit, letter or other point stands before. */
function startsBareFraction(text: string, at: number): boolean {
  if (text[at] !== '.' || !isDigit(text.charCodeAt(at + 1))) return false;
  const before = at === 0 ? ' ' : text.charAt(at - 1);
  return isSpace(before.charCodeAt(0)) || '($-−–€£¥'.includes(before);
}

const ACRONYM = /(?:[A-Z]\.){2,6}/y;

/** "U.S.", "P.O.": one word with its points. */
function acronymEnd(text: string, start: number): number | null {
  if (text.charCodeAt(start + 1) !== 0x2e) return null;
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
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const found = classOf(code);
    if (found === LETTER || found === DIGIT) continue;
    const joins = code === 0x2d || code === 0x2019 || code === 0x27;
    if (!joins || end + 1 >= text.length || !isLetter(text.charCodeAt(end + 1))) return end;
  }
  return end;
}

/** Digits with the commas and points between them; "2004,2005" is two numbers. */
function pushNumbers(run: Run, start: number): number {
  const { text } = run;
  let end = start + 1;
  let commas = 0;
  for (;;) {
    const code = text.charCodeAt(end);
    const isComma = code === 0x2c;
    if (!isDigit(code)) {
      if (!(isComma || code === 0x2e) || !isDigit(text.charCodeAt(end + 1))) break;
      if (isComma) commas += 1;
    }
    end += 1;
  }
  if (commas === 0 && end - start < SHORT) {
    run.push(NUMBER, start, end, true);
    return end;
  }
  for (const part of splitDigits(text.slice(start, end))) {
    const from = start + part.offset;
    if (part.isNumber) run.push(NUMBER, from, from + part.length, true);
    else run.push(WORD, from, from + part.length, true);
  }
  return end;
}

/** A run of digits and points that is shorter is one number. */
const SHORT = 40;
