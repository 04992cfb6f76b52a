import { isPlainLetter } from '../plain-characters.js';
import { type Run, wordAt } from './tokens.js';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL = new Map([
  ...UNITS.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const LARGE = new Map([
  ['thousand', 1000n],
  ['million', 1000000n],
  ['billion', 1000000000n],
]);
/** 1 for what the first three letters of those pack to: nearly every other word is told by them. */
const BEGINNINGS = new Uint8Array(0x8000);
for (const word of SMALL.keys()) BEGINNINGS[threeLetters(word, 0)] = 1;

/** Whether a number in words can begin with the word at a place: "two", "twenty-five", "Three-year", "one-half". */
export function mayBeginNumberWord(text: string, start: number): boolean {
  if (BEGINNINGS[threeLetters(text, start)] !== 1) return false;
  let end = start + 3;
  while (end < start + LONGEST_WORD && isPlainLetter(text.charCodeAt(end))) end += 1;
  return SMALL.has(text.slice(start, end).toLowerCase());
}

/** Whether a number in words begins with a word: "two", "twenty-five", "Three-year", "one-half". */
export function isNumberWord(word: string): boolean {
  return SMALL.has((word.split('-', 1)[0] ?? '').toLowerCase());
}

/** "seventeen" has nine letters; a letter more tells that a word is longer. */
const LONGEST_WORD = 10;

/** The low five bits of three characters: of letters, their places in the alphabet. */
function threeLetters(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & 0x1f) << 10) |
    ((text.charCodeAt(at + 1) & 0x1f) << 5) |
    (text.charCodeAt(at + 2) & 0x1f)
  );
}

/** Reading stops here; no report spells a longer number. */
const LONGEST = 8;

/** Halves, quarters, fifths and tenths: the fractions that have an exact decimal. Thirds have none and are left out. */
const EXACT_PARTS: Readonly<Record<string, string>> = {
  half: '5',
  halves: '5',
  quarter: '25',
  quarters: '25',
  fifth: '2',
  fifths: '2',
  tenth: '1',
  tenths: '1',
};

export interface NumberInWords {
  readonly value: bigint;
  /** Index of the token after it. */
  readonly next: number;
  /** What a hyphen joins to its last word: "year" of "three-year". */
  readonly joined: string | null;
}

/** The number written in words that begins at a token: "twenty-five", "two hundred", "three-year"; null for none. */
export function readNumberInWords(run: Run, at: number): NumberInWords | null {
  let sum: Sum = { total: 0n, group: 0, joined: null };
  let next = at;
  while (next < at + LONGEST && sum.joined === null) {
    const isAnd = wordAt(run, next) === 'and' && sum.group > 0 && sum.group % 100 === 0;
    const larger = withWord(sum, wordAt(run, isAnd ? next + 1 : next));
    if (larger === null || (isAnd && larger.group < sum.group)) break;
    sum = larger;
    next += isAnd ? 2 : 1;
  }
  const value = sum.total + BigInt(sum.group);
  return value === 0n ? null : { value, next, joined: sum.joined };
}

interface Sum {
  /** What "thousand" and the like have closed. */
  readonly total: bigint;
  /** Below a thousand, still open. */
  readonly group: number;
  readonly joined: string | null;
}

/** A number with one more of its words, or null where the word is none of it. */
function withWord({ total, group }: Sum, word: string): Sum | null {
  const [small, joined] = smallNumber(word);
  if (small !== null) {
    const fits = group % 100 === 0 || (group % 100 >= 20 && group % 10 === 0 && small < 10);
    return fits ? { total, group: group + small, joined } : null;
  }
  if (group === 0) return null;
  if (word === 'hundred') return group < 100 ? { total, group: group * 100, joined: null } : null;
  const large = LARGE.get(word);
  return large === undefined ? null : { total: total + BigInt(group) * large, group: 0, joined: null };
}

/** "one-half", "three-quarters" as exact digits after the point; null for what has none. */
export function readExactFraction(word: string): { digits: string; decimals: number } | null {
  if (!word.includes('-')) return null;
  const [count = '', part = ''] = word.toLowerCase().split('-');
  const small = SMALL.get(count);
  const unit = EXACT_PARTS[part];
  if (small === undefined || small === 0 || unit === undefined) return null;
  const digits = String(BigInt(small) * BigInt(unit)).padStart(unit.length, '0');
  return { digits, decimals: unit.length };
}

const NO_NUMBER: [null, null] = [null, null];

/** "twenty-five" is 25; "three-year" is 3 with "year" joined; anything else none. */
function smallNumber(word: string): [number | null, string | null] {
  const whole = SMALL.get(word);
  if (whole !== undefined) return [whole === 0 ? null : whole, null];
  if (!word.includes('-')) return NO_NUMBER;
  const [first = '', second = '', ...rest] = word.split('-');
  const tens = SMALL.get(first);
  if (tens === undefined || second === '') return NO_NUMBER;
  const ones = SMALL.get(second);
  if (ones === undefined) return [tens, [second, ...rest].join('-')];
  if (tens < 20 || tens % 10 !== 0 || ones === 0 || ones > 9) return NO_NUMBER;
  return [tens + ones, rest.length > 0 ? rest.join('-') : null];
}
