import type { CurrencyCode } from '../../value/index.js';
import { readTail, type Tail } from './amount-tail.js';
import { durationOf } from './counted-nouns.js';
import type { Draft, Reading } from './drafts.js';
import { isLossBefore, isPerShareBefore, mayBeNegative } from './lead-in.js';
import { isNumberWord, readExactFraction, readNumberInWords } from './number-words.js';
import type { Numeral } from './numerals.js';
import {
  DASHES,
  isGlued,
  isNumberAt,
  isSignAt,
  isSymbolAt,
  isWordAt,
  type Run,
  type Token,
  textAt,
  wordAt,
} from './tokens.js';

/** An amount in digits, with whatever stands before it: "¥29.7 billion", "(1,234)", "$(5) million", "△5", "29.7%". */
export function readAmount(run: Run, at: number): Reading | null {
  const head = isPlainWord(run, at) ? null : readHead(run, at);
  if (head === null) return null;
  const number = readNumber(run, head.number);
  const close = head.open && isSymbolAt(run, number.next, ')') ? number.next : null;
  const after = close === null ? number.next : close + 1;
  const tail = readTail(run, after, head.currency, number.numeral.digits === '1');
  const closed = head.open && close === null ? closingAfter(run, tail) : null;
  if (head.open && close === null && closed === null) return null;
  // "(¥5 million)" after a noun or a number says the same in other words; only after a verb does it stand for minus.
  if (head.open && !head.signBefore && !mayBeNegative(run, at)) return null;
  const next = closed ?? tail.next;
  return draftOf(run, at, next, number.numeral, tail, head.negative || head.open);
}

/** The symbols of ASCII that an amount may begin with, currency signs apart. */
export const AMOUNT_SYMBOLS = '(-';

/** Whether an amount may begin with a word. */
export function isAmountWord(word: string): boolean {
  return NAMES_BEFORE.has(word) || isNumberWord(word);
}

/** An amount in words: "three directors", "ten percent", "one-half", "five-year". */
export function readWordAmount(run: Run, at: number): Reading | null {
  if (!isWordAt(run, at)) return null;
  const fraction = readExactFraction(wordAt(run, at));
  if (fraction !== null) {
    const tail: Tail = { next: at + 1, power: null, currency: null, unit: 'pure' };
    const reading = draftOf(run, at, at + 1, { ...fraction, form: 'plain' }, tail, false);
    return { ...reading, drafts: reading.drafts.map((draft) => ({ ...draft, words: true as const })) };
  }
  const number = readNumberInWords(run, at);
  if (number === null) return null;
  const numeral = numeralOf(number.value);
  if (number.joined !== null) return joinedDuration(run, at, number.next, numeral, number.joined);
  const next = afterRepetition(run, number.next, number.value.toString());
  const isOne = number.value === 1n;
  if (isOne && isSymbolAt(run, next, '-')) return null;
  const tail = readTail(run, afterQualifier(run, next, isOne), null, isOne);
  if (tail.unit === null && tail.currency === null && !leadsToNumber(run, next, isOne)) return null;
  const end = Math.max(
    next,
    tail.unit === 'percent' || tail.currency !== null || tail.power !== null ? tail.next : next,
  );
  const reading = draftOf(run, at, end, numeral, tail, false);
  return { ...reading, drafts: reading.drafts.map((draft) => ({ ...draft, words: true as const })) };
}

/** "two million" is known to the million, as "2 million" is. */
function numeralOf(value: bigint): Numeral {
  const power = [9, 6, 3].find((zeros) => value % 10n ** BigInt(zeros) === 0n) ?? 0;
  return { digits: (value / 10n ** BigInt(power)).toString(), decimals: -power, form: 'plain' };
}

interface Head {
  /** Index of the number. */
  number: number;
  currency: CurrencyCode | null;
  negative: boolean;
  open: boolean;
  /** The bracket stands behind the currency sign: "$(5)". */
  signBefore: boolean;
}

/** Sign, brackets and minus before a number, in any order that reports print them. */
function readHead(run: Run, at: number): Head | null {
  const head: Head = { number: at, currency: null, negative: false, open: false, signBefore: false };
  for (let index = at; index < at + 5; index += 1) {
    if (isNumberAt(run, index)) {
      head.number = index;
      return head;
    }
    if (!takeToken(run, head, index, at)) return null;
  }
  return null;
}

/** Adds what a token before the number says; false where it says nothing of the kind. */
function takeToken(run: Run, head: Head, index: number, first: number): boolean {
  if (isSignAt(run, index)) {
    if (head.currency !== null) return false;
    head.currency = run.tokenAt(index)?.currency ?? null;
    return true;
  }
  if (isSymbolAt(run, index, '(')) {
    if (head.open) return false;
    head.open = true;
    head.signBefore = head.currency !== null;
    return true;
  }
  if (isSymbolAt(run, index, '△▲') || (isSymbolAt(run, index, DASHES) && isMinus(run, index, first))) {
    if (head.negative) return false;
    head.negative = true;
    return true;
  }
  if (index !== first || !isWordAt(run, index) || !isMoneyLike(run, index + 1)) return false;
  head.currency = NAMES_BEFORE.get(textAt(run, index)) ?? null;
  return true;
}

/** A word that cannot begin an amount in digits. */
function isPlainWord(run: Run, at: number): boolean {
  return isWordAt(run, at) && !NAMES_BEFORE.has(textAt(run, at));
}

/** Names of currencies that stand before an amount as signs do. */
const NAMES_BEFORE: ReadonlyMap<string, CurrencyCode> = new Map([
  ['Yen', 'JPY'],
  ['Euro', 'EUR'],
  ['EURO', 'EUR'],
  ['Won', 'KRW'],
  ['Rand', 'ZAR'],
]);

/** A dash is a minus where it is glued to what follows and not to what stands before. */
function isMinus(run: Run, index: number, first: number): boolean {
  if (!isGlued(run, index)) return false;
  if (index > first) return true;
  return index === 0 || (run.endAt(index - 1) < run.startAt(index) && !isNumberAt(run, index - 1));
}

/** "Euro 10 million", "Yen 5,000": but "Euro 6" is an emission standard, and "Won 120 contracts" is a verb. */
function isMoneyLike(run: Run, at: number): boolean {
  const token = run.tokenAt(at);
  if (token?.kind !== 'number') return false;
  const isLong = textAt(run, at - 1) === 'Won' ? /[.,]/.test(token.text) : token.text.length >= 3;
  return isLong || /^(?:thousand|million|billion|trillion)$/.test(wordAt(run, at + 1));
}

const VULGAR: Readonly<Record<string, string>> = {
  '½': '5',
  '¼': '25',
  '¾': '75',
  '⅛': '125',
  '⅜': '375',
  '⅝': '625',
  '⅞': '875',
};
const EXACT_DENOMINATORS: Readonly<Record<string, number>> = { '2': 1, '4': 2, '8': 3, '16': 4, '32': 5 };

/** The number at a token, with a fraction behind it: "5½", "6 7/8". Its denominator must have an exact decimal. */
function readNumber(run: Run, at: number): { numeral: Numeral; next: number } {
  const numeral = (run.tokenAt(at) as Token).numeral as Numeral;
  const after = run.tokenAt(at + 1);
  const vulgar = after?.kind === 'symbol' ? VULGAR[after.text] : undefined;
  if (numeral.decimals > 0) return { numeral, next: at + 1 };
  if (vulgar !== undefined) {
    return {
      numeral: { ...numeral, digits: numeral.digits + vulgar, decimals: vulgar.length },
      next: at + 2,
    };
  }
  const mixed = slashFraction(run, after?.kind === 'number' ? at + 1 : at);
  if (mixed === null || (after?.kind === 'number' && mixed.isImproper)) return { numeral, next: at + 1 };
  const whole = after?.kind === 'number' ? numeral.digits : '0';
  return {
    numeral: { digits: whole + mixed.digits, decimals: mixed.digits.length, form: numeral.form },
    next: mixed.next,
  };
}

function slashFraction(run: Run, at: number): { digits: string; next: number; isImproper: boolean } | null {
  if (!isSymbolAt(run, at + 1, '/') || !isGlued(run, at) || !isGlued(run, at + 1)) return null;
  const [top, bottom] = [run.tokenAt(at), run.tokenAt(at + 2)];
  const places = EXACT_DENOMINATORS[bottom?.text ?? ''];
  if (places === undefined || !/^\d{1,2}$/.test(top?.text ?? '')) return null;
  const numerator = BigInt(top?.text ?? '0');
  const denominator = BigInt(bottom?.text ?? '1');
  if (numerator >= denominator) return null;
  const digits = ((numerator * 10n ** BigInt(places)) / denominator).toString().padStart(places, '0');
  return { digits, next: at + 3, isImproper: false };
}

/** The token after the bracket that closes behind a magnitude or a percent sign: "(5.0%)", "(¥5 million)". */
function closingAfter(run: Run, tail: Tail): number | null {
  return isSymbolAt(run, tail.next, ')') ? tail.next + 1 : null;
}

/** "ten (10) days": the digits repeat the words and are no figure of their own. */
function afterRepetition(run: Run, at: number, digits: string): number {
  const repeats =
    isSymbolAt(run, at, '(') &&
    run.tokenAt(at + 1)?.numeral?.digits === digits &&
    isSymbolAt(run, at + 2, ')');
  return repeats ? at + 3 : at;
}

/** "five or more employees": the number counts the noun behind. "one or more" counts nothing. */
function afterQualifier(run: Run, at: number, isOne: boolean): number {
  const isQualified = wordAt(run, at) === 'or' && /^(?:more|fewer|less)$/.test(wordAt(run, at + 1));
  return isQualified && !isOne ? at + 2 : at;
}

/** "two to three years", "two or 3 days": the next number lends its noun. */
function leadsToNumber(run: Run, at: number, isOne: boolean): boolean {
  const joint = wordAt(run, at);
  if (joint !== 'to' && joint !== 'or' && (joint !== 'and' || isOne)) return false;
  return isNumberAt(run, at + 1) || readNumberInWords(run, at + 1) !== null;
}

function joinedDuration(
  run: Run,
  at: number,
  next: number,
  numeral: Numeral,
  joined: string,
): Reading | null {
  const duration = durationOf(joined);
  if (duration === null) return null;
  const token = run.tokenAt(next - 1) as Token;
  const reading = draftOf(run, at, next, numeral, { next, power: null, currency: null, ...duration }, false);
  const end = token.end - joined.length - 1;
  return { ...reading, drafts: reading.drafts.map((draft) => ({ ...draft, end, words: true as const })) };
}

function draftOf(
  run: Run,
  from: number,
  next: number,
  numeral: Numeral,
  tail: Tail,
  negative: boolean,
): Reading {
  const isMoney = tail.currency !== null;
  const perShare =
    tail.unit === tail.currency && tail.power === null && isMoney && isPerShareBefore(run, from);
  const draft: Draft = {
    start: run.startAt(from),
    end: run.endAt(next - 1),
    from,
    next,
    numeral,
    negative: negative || (isMoney && isLossBefore(run, from)),
    power: tail.power,
    unit: perShare !== false ? `${tail.currency as CurrencyCode}/${perShare}` : tail.unit,
    currency: tail.currency,
    ...(tail.noun === undefined ? {} : { noun: tail.noun }),
  };
  return { drafts: [draft], next };
}
