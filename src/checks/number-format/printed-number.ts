import { isDigit } from '../arithmetic/digits.js';

/** A number of a cell as it is printed: how many decimals, and whether commas part its thousands. */
export interface PlainNumber {
  readonly kind: 'plain';
  readonly wholeDigits: number;
  readonly decimals: number;
  readonly grouped: boolean;
  /** "4.5%". */
  readonly percent: boolean;
}

export type FaultKind = 'group' | 'points' | 'zero' | 'separator' | 'space' | 'letter' | 'bracket' | 'sign';

/** A number that no report means to print so. */
export interface NumberFault {
  readonly kind: FaultKind;
  /** The whole text as it would have to be, where that can be told. */
  readonly expected: string | null;
  readonly cause: string;
}

export type PrintedNumber = PlainNumber | ({ readonly faulty: NumberFault } & { readonly kind: 'faulty' });

const LONGEST = 40;

/**
 * What the text of a cell prints: a plain number, one that is malformed, or null for anything else (words, dates, lists,
 * ranges, two numbers, nothing). Footnote marks behind it are passed over.
 */
export function printedNumber(text: string): PrintedNumber | null {
  if (text.length > LONGEST) return null;
  const end = endOfNumber(text);
  const first = firstDigit(text, end);
  if (first < 0) return null;
  const last = lastDigit(text, end);
  const before = text.slice(0, first);
  const behind = text.slice(last + 1, end);
  if (!isBefore(before) || !isBehind(behind)) return null;
  const core = text.slice(first, last + 1);
  const around = faultAround(before, behind, core);
  const number = coreOf(core);
  if (number === null) return null;
  if (typeof number !== 'string') {
    const faulty = {
      ...number,
      expected: number.expected === null ? null : before + number.expected + behind,
    };
    return { kind: 'faulty', faulty };
  }
  if (around !== null) return { kind: 'faulty', faulty: around };
  const point = core.indexOf('.');
  const decimals = point < 0 ? 0 : core.length - point - 1;
  const whole = point < 0 ? core : core.slice(0, point);
  const grouped = whole.includes(',');
  const wholeDigits = grouped ? whole.replaceAll(',', '').length : whole.length;
  return { kind: 'plain', wholeDigits, decimals, grouped, percent: behind.includes('%') };
}

/** Where a footnote mark begins that stands behind a number: "1,234(1)", "12.5*"; else the end of the text. */
function endOfNumber(text: string): number {
  let end = trimmedEnd(text, text.length);
  while (end > 0 && MARKS.has(text.charAt(end - 1))) end = trimmedEnd(text, end - 1);
  if (text.charAt(end - 1) !== ')') return end;
  const open = text.lastIndexOf('(', end);
  const inside = text.slice(open + 1, end - 1);
  // A bracket around the whole number is none: something numeric stands before a mark.
  if (open <= 0 || inside.length > 2 || inside.includes('.') || firstDigit(text, open) < 0) return end;
  return trimmedEnd(text, open);
}

const MARKS = new Set('*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰');

function trimmedEnd(text: string, from: number): number {
  let end = from;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0;
}

function firstDigit(text: string, end: number): number {
  for (let at = 0; at < end; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    return text.charAt(at - 1) === '.' ? at - 1 : at;
  }
  return -1;
}

function lastDigit(text: string, end: number): number {
  let at = end - 1;
  while (at >= 0 && !isDigit(text.charCodeAt(at))) at -= 1;
  return at;
}

const SIGNS_BEFORE = new Set([...' \t\u00a0$¥￥€£₩₹(-–—−△▲+']);
const LETTERS_BEFORE = new Set([
  'US',
  'U.S.',
  'RMB',
  'JPY',
  'USD',
  'EUR',
  'GBP',
  'CNY',
  'NT',
  'HK',
  'C',
  'A',
  'S',
  'R',
  'CHF',
]);
const SIGNS_BEHIND = new Set([...' \t\u00a0)%']);

function isBefore(text: string): boolean {
  let letters = '';
  for (const sign of text) if (!SIGNS_BEFORE.has(sign)) letters += sign;
  return letters === '' || LETTERS_BEFORE.has(letters);
}

function isBehind(text: string): boolean {
  for (const sign of text) if (!SIGNS_BEHIND.has(sign)) return false;
  return true;
}

/** A bracket that is not closed or not opened, a sign that stands twice. */
function faultAround(before: string, behind: string, core: string): NumberFault | null {
  if (before === '' && behind === '') return null;
  const opened = count(before, '(');
  const closed = count(behind, ')');
  const printed = before + core + behind;
  if (opened > 1 || closed > 1) {
    const single = printed.replace(/\((?:[ \t]*\()+/, '(').replace(/\)(?:[ \t]*\))+/, ')');
    return { kind: 'sign', expected: single, cause: 'a bracket printed twice' };
  }
  if (opened > closed)
    return { kind: 'bracket', expected: `${printed.trimEnd()})`, cause: 'a bracket not closed' };
  if (closed > opened)
    return { kind: 'bracket', expected: `(${printed.trimStart()}`, cause: 'a bracket not opened' };
  if (before.includes('$$')) return twice(printed, '$$', '$');
  if (before.includes('--')) return twice(printed, '--', '-');
  if (behind.includes('%%')) return twice(printed, '%%', '%');
  return null;
}

function twice(printed: string, doubled: string, single: string): NumberFault {
  const expected = printed.split(doubled).join(single);
  return { kind: 'sign', expected, cause: `"${single}" printed twice` };
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** "plain" where the digits, commas and point of a number are in order; what is wrong with it; null where it is no number. */
function coreOf(core: string): 'plain' | NumberFault | null {
  if (isPlain(core)) return zeroInFront(core) ?? 'plain';
  if (SPACED.test(core)) {
    const expected = core.replace(/\s+/g, '');
    return isPlain(expected) ? { kind: 'space', expected, cause: 'a space inside the number' } : null;
  }
  if (LETTERED.test(core)) {
    const expected = core.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
    return isPlain(expected) ? { kind: 'letter', expected, cause: 'a letter for a digit' } : null;
  }
  if (!ONLY_NUMERIC.test(core)) return null;
  if (/[.,]{2}/.test(core)) {
    const single = core.replace(/([.,])[.,]+/g, '$1');
    return { kind: 'separator', expected: isPlain(single) ? single : null, cause: 'two separators in a row' };
  }
  if (POINTS_IN_THREES.test(core)) {
    return { kind: 'points', expected: core.replaceAll('.', ','), cause: 'decimal points for commas' };
  }
  return core.includes(',') && count(core, '.') <= 1 ? badGroups(core) : null;
}

const SPACED = /^\d{1,3}(?:(?:\s?,\s|\s,)\d{3}|,\d{3})+(?:\.\d+)?$|^\d[\d,]*(?:\s\.\s?|\.\s)\d+$/;
const LETTERED = /^\d[\d,.]*[OolI][\d,.]*\d$/;
const ONLY_NUMERIC = /^[\d.,]+$/;
const POINTS_IN_THREES = /^\d{1,3}(?:\.\d{3}){2,}$/;

/** "0,512" and "01,234": no number begins so. Codes such as "007" have no separator. */
function zeroInFront(core: string): NumberFault | null {
  if (core.charCodeAt(0) !== 0x30 || !core.includes(',')) return null;
  const isFraction = /^0,\d{3}$/.test(core);
  return {
    kind: 'zero',
    expected: isFraction ? core.replace(',', '.') : null,
    cause: isFraction ? 'a comma for the decimal point, or a digit missing in front' : 'a zero in front',
  };
}

/** Groups of another length than three: a digit dropped or added, or a comma for the decimal point. */
function badGroups(core: string): NumberFault | null {
  const [whole = '', fraction] = core.split('.');
  const groups = whole.split(',');
  if (groups.some((group) => group === '')) return null;
  const odd = groups.slice(1).filter((group) => group.length !== 3);
  const [first = ''] = groups;
  // "1995,1996", "5,16,34": a list. A group that is too long in front is the one fault.
  if (odd.length > 1 || (odd.length === 1 && first.length > 3)) return null;
  const [wrong] = odd;
  if (wrong === undefined)
    return { kind: 'group', expected: null, cause: 'a comma missing or a digit too many' };
  const isLast = groups.at(-1) === wrong && fraction === undefined;
  if (wrong.length > 3) return { kind: 'group', expected: null, cause: 'a digit too many behind a comma' };
  const expected = isLast ? `${groups.slice(0, -1).join(',')}.${wrong}` : null;
  return {
    kind: 'group',
    expected,
    cause: 'a digit dropped behind a comma, or a comma for the decimal point',
  };
}

/** Digits with commas before every third or none, at most one point, and digits behind it. */
function isPlain(core: string): boolean {
  return PLAIN.test(core);
}

const PLAIN = /^(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?$/;
