import { MONTHS } from '../../value/index.js';
import { isPlainLetter } from '../plain-characters.js';
import type { Mention } from './mentions.js';

/** What the words before a date make of it. */
export interface Context {
  readonly kind: 'plain' | 'instant' | 'fiscal' | 'fiscal-end' | 'months-ended' | 'weeks-ended';
  /** Months or weeks of a span "ended". */
  readonly length: number;
  /** "the first quarter of fiscal 2006": which part of the year, from 0, and its months. */
  readonly part?: { readonly index: number; readonly months: number };
  /** "on March 7, 2006": a day on which something came about, unlike "as of". */
  readonly isEvent?: true;
  /** Where the phrase begins. */
  readonly start: number;
}

/** The longest phrase that we look back for. */
const REACH = 90;

const LENGTHS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  nine: 9,
  ten: 10,
  twelve: 12,
  thirteen: 13,
};
const ORDINALS: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3, last: 3 };

const COUNT = '(\\d{1,2}|one|two|three|four|five|six|nine|ten|twelve|thirteen)';
const ENDED = '(?:then\\s+)?(?:ended|ending|ends|ended\\s+on|ending\\s+on)\\s*$';

const SEVERAL_YEARS = new RegExp(
  `${COUNT}[-\\s]+(?:fiscal\\s+|financial\\s+)?years?\\s+(?:in\\s+the\\s+period\\s+)?${ENDED}`,
  'i',
);
const YEAR_ENDED = new RegExp(
  `(half[-\\s])?(?:full\\s+)?(?:fiscal\\s+|financial\\s+|calendar\\s+)?years?[-\\s]+${ENDED}`,
  'i',
);
const MONTHS_ENDED = new RegExp(`(?:${COUNT}[-\\s]+)?(?:month|quarter)s?(?:\\s+periods?)?\\s+${ENDED}`, 'i');
const WEEKS_ENDED = new RegExp(`(\\d{1,2}|thirteen)[-\\s]+weeks?(?:\\s+periods?)?\\s+${ENDED}`, 'i');
/** What may stand before any of them: "for each of the last". */
const LEAD =
  /(?:(?:for|in|during|of|over|since)\s+)?(?:each\s+of\s+)?(?:(?:the|our|its|each|such)\s+)?(?:(?:previous|prior|last|first|latest|most\s+recent)\s+)?$/i;
/** Whether a span ends here, and what it is counted in. */
const ENDS = /(year|month|quarter|week)s?(?:\s+periods?)?[^,.;]{0,30}\bend(?:ed|ing|s)(?:\s+on)?\s*$/i;
const PART =
  /(?:(?:for|in|during|of)\s+)?(?:the\s+)?(first|second|third|fourth|last)\s+(?:fiscal\s+)?(quarter|half)(?:\s+of)?\s+(?:(fiscal)\s+(?:year\s+)?|calendar\s+(?:year\s+)?)?(?:the\s+)?(?:year\s+)?$/i;
const FISCAL =
  /(?:(?:for|in|during|of|to|with|from)\s+)?(?:each\s+of\s+)?(?:the\s+|our\s+)?(?:(?:fiscal|financial)(?:\s+years?)?|FY)\s*$/i;
/** "as of the end of" fiscal 2006. */
const END_OF = /(?:(?:as\s+of|as\s+at|at|by|on)\s+)?the\s+(?:end|close|last\s+(?:business\s+)?day)\s*$/i;
const CALENDAR = /(?:(?:for|in|during|of)\s+)?(?:the\s+)?calendar\s+(?:years?\s+)?$/i;
const YEAR_END =
  /(?:(?:as\s+of|as\s+at|at|by|until)\s+)?the\s+(?:end|close)\s+of\s+(?:(?:the\s+)?(?:year|month)\s+)?$|\bat\s+year[-\s]end\s+$/i;
const AS_OF =
  /(?:as\s+of|as\s+at|at|on)\s+(?:each\s+of\s+|both\s+)?(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day,?\s+)?$/i;
const PREPOSITION =
  /(?:in|during|for|of|through(?:out)?|since|from|between|until|by|before|after|to)\s+(?:(?:early|mid|late|the\s+year|the\s+month\s+of)[-\s]+)?$/i;

/** The phrase that ends where a date begins: "for the fiscal year ended", "as of", "the first quarter of". */
export function contextBefore(text: string, date: Mention): Context {
  const from = Math.max(0, date.start - REACH);
  const before = text.slice(from, date.start);
  const word = lastWord(before);
  const isYear = date.value.length === 4;
  return (
    (ENDS_WORD.has(word) ? contextOfEnd(before, from) : null) ??
    (isYear ? contextOfYear(before, word, from, date) : null) ??
    contextOfDay(before, word, from, date, text)
  );
}

/** The words that the patterns above can end with: most dates need none of them tried. */
const ENDS_WORD = new Set(['ended', 'ending', 'ends', 'on']);
const YEAR_WORD = new Set('quarter half of fiscal financial fy calendar year years the'.split(' '));
const YEAR_END_WORD = new Set(['of', 'year', 'month', 'end']);
const AS_OF_WORD = /^(?:of|at|on|both|[a-z]+day)$/;

/** The word before the spaces, commas and hyphens that a text ends with, in small letters. */
function lastWord(text: string): string {
  let end = text.length;
  while (end > 0 && !isPlainLetter(text.charCodeAt(end - 1))) end -= 1;
  if (text.length - end > 4) return '';
  let start = end;
  while (start > 0 && isPlainLetter(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end).toLowerCase();
}

/** "for the fiscal year ended", "three months ended": only the pattern of the unit that is named is tried. */
function contextOfEnd(before: string, from: number): Context | null {
  const unit = ENDS.exec(before)?.[1]?.toLowerCase();
  if (unit === undefined) return null;
  if (unit === 'week') {
    const weeks = WEEKS_ENDED.exec(before);
    return weeks && { ...ended(before, from, weeks, lengthOf(weeks[1])), kind: 'weeks-ended' };
  }
  if (unit === 'month' || unit === 'quarter') {
    const months = MONTHS_ENDED.exec(before);
    return months && ended(before, from, months, lengthOf(months[1]) * (unit === 'quarter' ? 3 : 1));
  }
  const several = SEVERAL_YEARS.exec(before);
  if (several !== null) return ended(before, from, several, 12 * lengthOf(several[1]));
  const year = YEAR_ENDED.exec(before);
  return year && ended(before, from, year, year[1] === undefined ? 12 : 6);
}

function contextOfYear(before: string, word: string, from: number, date: Mention): Context | null {
  return (
    (YEAR_WORD.has(word) ? contextOfNamedYear(before, from) : null) ??
    (date.end - date.start > 4 ? { kind: 'fiscal', length: 0, start: date.start } : null)
  );
}

function contextOfNamedYear(before: string, from: number): Context | null {
  const part = PART.exec(before);
  if (part !== null) {
    const months = /^q/i.test(part[2] ?? '') ? 3 : 6;
    const ordinal = ORDINALS[(part[1] ?? '').toLowerCase()] ?? 0;
    const index = months === 6 ? Math.min(ordinal, 1) : ordinal;
    const kind = part[3] === undefined ? 'plain' : 'fiscal';
    return { kind, length: 0, part: { index, months }, start: from + part.index };
  }
  const fiscal = FISCAL.exec(before);
  if (fiscal !== null) {
    const end = END_OF.exec(before.slice(0, fiscal.index));
    if (end !== null) return { kind: 'fiscal-end', length: 0, start: from + end.index };
    return { kind: 'fiscal', length: 0, start: from + fiscal.index };
  }
  const calendar = CALENDAR.exec(before);
  // "calendar" holds against "our years are fiscal years": a span of twelve months to the end of December.
  return calendar && { kind: 'months-ended', length: 12, start: from + calendar.index };
}

function contextOfDay(before: string, word: string, from: number, date: Mention, text: string): Context {
  const end = YEAR_END_WORD.has(word) ? YEAR_END.exec(before) : null;
  if (end !== null) return { kind: 'instant', length: 0, start: from + end.index };
  const instant = AS_OF_WORD.test(word) ? AS_OF.exec(before) : null;
  const isYearEnd = date.value.length === 4 && !/^\s*year[-\s]end/.test(text.slice(date.end, date.end + 12));
  if (instant !== null && !isYearEnd) {
    const start = wordStart(text, from + instant.index);
    return {
      kind: 'instant',
      length: 0,
      start,
      ...(/^on\s/i.test(instant[0]) ? { isEvent: true as const } : {}),
    };
  }
  const plain = PREPOSITION.exec(before);
  return {
    kind: 'plain',
    length: 0,
    start: plain === null ? date.start : wordStart(text, from + plain.index),
  };
}

/** How far from a date the words stand that make it an aside. */
const ASIDE_REACH = 48;
/** "due 2032", "maturing at various dates through 2042": when something will end. */
const ENDING =
  /\b(?:due|payable|dated|matur(?:e|es|ing|ity)|expir(?:e|es|ing|ation))\s+(?:(?:in|on|at|of|by|through|until|between|various|varying|amounts|dates|times|during|the|fiscal|years?|from|to|and|\d{4})\s+){0,7}$/i;
/** "the 2019 Plan": the year tells one from another. */
const TELLING_APART = /\b(?:the|our|its|their|an?|this|such|each|under)\s+(?:second\s+|amended\s+)?$/i;
const NAMED =
  /^(?:\s|-)+(?:[A-Z][A-Za-z]+|(?:[a-z-]+\s){0,3}(?:plans?|notes?|programs?|performance|awards?|grants?|agreements?|facility|offerings?|loans?|transactions?|tests?|audits?|dividends?|redemptions?|issuances?|repurchases?|authorizations?))\b/;
/** 'the “2022 Dividend”', "(the Q4 2021 Offer)". */
const QUOTED = /(?:[“"‘]|\bQ[1-4]\s|\bpost-)$/;
const TIME_NOUN = new RegExp(
  `^\\s+(?:fiscal|year|quarter|period|month|and|tax|calendar|${MONTHS.join('|')})\\b`,
  'i',
);
/** "Kitano 2019 Stock Plan", but "In 2019 Kitano sold". */
const NAME_BEFORE = /\b(?!(?:In|During|For|Fiscal|At|Since|By|On|Through|From)\s)[A-Z][A-Za-z.]+\s+$/;

/** Whether a date between two offsets names or limits something beside it, and is no figure's time. */
export function isAside(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - ASIDE_REACH), start);
  if (ENDING.test(before) || QUOTED.test(before)) return true;
  const after = text.slice(end, end + 24);
  if (!NAMED.test(after) || TIME_NOUN.test(after)) return false;
  return TELLING_APART.test(before) || (NAME_BEFORE.test(before) && /^\s+[A-Z]/.test(after));
}

function ended(before: string, from: number, match: RegExpExecArray, months: number): Context {
  const lead = LEAD.exec(before.slice(0, match.index));
  return { kind: 'months-ended', length: months, start: from + (lead?.index ?? match.index) };
}

function lengthOf(word: string | undefined): number {
  return word === undefined ? 1 : (LENGTHS[word.toLowerCase()] ?? (Number(word) || 1));
}

/** A pattern may begin inside a word ("in" of "within"): the phrase then begins where the word does. */
function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && start > at - 20 && /[A-Za-z]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}
