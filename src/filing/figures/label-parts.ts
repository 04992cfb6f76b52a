import { findDate, type PartialDate, readWholeDate } from './label-dates.js';
import { type LabelSpan, readLabelSpan } from './label-spans.js';

/** What one heading, row label or caption says of the period: a part of it, or all. */
export interface PeriodParts {
  /** `date`: the label is a date and nothing else; `instant`: it says "as of", or has words beside its date. */
  readonly kind?: 'fiscal-year' | 'calendar-year' | 'months' | 'instant' | 'date';
  readonly year?: number;
  readonly month?: number;
  /** Day of the month, with `month`. */
  readonly day?: number;
  /** Length in months of a span "N months ended". */
  readonly months?: number;
  /** Month and day that a fiscal year or a span of months ends on. */
  readonly endMonth?: number;
  readonly endDay?: number;
  /** "Fiscal year ended", "Three months ended": the next label says on which day. */
  readonly awaitsEnd?: true;
  /** `year` is the one that the fiscal year ends in, however the issuer names its years: "2005/06". */
  readonly endsInYear?: true;
  /** The year is read from two digits behind a dash, "Jul-07", and may be a day. */
  readonly shortYear?: true;
  /** "July 1 to July 7": the first day. */
  readonly first?: PartialDate;
  /** "(through July 7, 2006)": the last day that the span holds. */
  readonly last?: PartialDate;
  /** Where a span with a last day and no first begins: with the month or the year; `label`: with what the label above names. */
  readonly from?: 'month' | 'year' | 'label';
  /** The year stands alone in its label, below one that speaks of fiscal years: a month below may be of either year. */
  readonly bareYear?: true;
  /** "First quarter", "Q1": read by statements' tables only. */
  readonly quarter?: 1 | 2 | 3 | 4;
  /** It says something of the period that is not understood: "July (partial)". Then no period is told. */
  readonly unclear?: true;
}

const COUNTS: Readonly<Record<string, number>> = {
  three: 3,
  six: 6,
  nine: 9,
  twelve: 12,
  '3': 3,
  '6': 6,
  '9': 9,
  '12': 12,
  one: 1,
};

/** A cheap look for one of the words that the next pattern, slow to make, needs. */
const MONTHS_OR_SO = /month|quarter|half/i;
const MONTHS_ENDED =
  /\b(?:(three|six|nine|twelve|one|12|3|6|9)[-\s]{1,3}months?|quarters?|months?|half[-\s]years?)(?:\s{1,3}periods?)?\s{1,3}end(?:ed|ing)\b/i;
const FISCAL = /\b(?:fiscal|financial)(?:\s{1,3}years?)?\b|\bFY(?=\s?['’]?\d|\s?$|\s{1,3}end)/i;
const ENDED = /\bend(?:ed|ing|s)\b/i;
const YEAR_ENDED = /\byears?\s{1,3}end(?:ed|ing)\b/i;
const PERIOD_ENDED = /\bperiods?\s{1,3}end(?:ed|ing)\b/i;
const CALENDAR = /\bcalendar\b/i;
const AS_OF = /\b(?:as of|as at|at)\b/i;
/** "Year to March 31, 2006" is the year ended then. */
const LENGTH_TO = /\b(years?|months?)\s{1,3}to(?=\s{1,3}[A-Z\d])/i;
/** A part of a year or month without the days that it runs between. */
const SOME_PART =
  /\bto[-\s]date\b|\bpartial\b|\b(?:first|second|third|fourth|1st|2nd|3rd|4th|last)\s{1,3}(?:fiscal\s{1,3})?(?:quarter|half)\b|\b[1-4]Q\b|\bQ[1-4]\b/i;
/** "2001 to 2002": one year, two years or all between. */
const TWO_YEARS = /^\s*(?:19|20)\d\d\s{1,3}(?:to|and|or|through)\s{1,3}(?:19|20)\d\d\s*$/i;
const YEAR = /(?:^|[^\d,.])((?:19|20)\d\d)(?![\d,.]\d|\d|\s?%)/;
const SHORT_YEAR = /\bFY\s?['’]?(\d\d)\b/i;
/** "2005/06", "2005/2006", "FY05/06". */
const SPLIT_YEAR = /(?:(?<![\d/])((?:19|20)\d\d)|\bFY\s?['’]?(\d\d))\s?\/\s?((?:19|20)?\d\d)(?![\d/])/i;
/** "2005-06" is a month, a fiscal year or two years; "2002-2006" several. */
const JOINED_YEARS = /(?<![\d/–—-])(?:19|20)\d\d\s?[–—-]\s?(?:(?:19|20)\d\d|\d\d)(?![\d/–—-])/g;
/** In small letters these are words. */
const MAY_OR_MARCH = /\b(?:may|mar|march|dec)\b/g;

/** No period is told at greater length; a longer label is a sentence. */
const LONGEST_LABEL = 300;

/** Reads a heading ("Fiscal year ended March 31,"), a row label ("July (through July 7, 2006)") or a caption. */
export function readPeriodParts(label: string): PeriodParts {
  if (label.length > LONGEST_LABEL) return {};
  const { outside, brackets } = splitBrackets(label.replace(MAY_OR_MARCH, '_'));
  if (!/[A-Za-z\d]/.test(outside)) return continued(brackets);
  const main = readOutside(outside);
  return isEmpty(main) ? onlyInBracket(brackets) : brackets.reduce(withBracket, main);
}

/** "Noon buying rate (July 7, 2006)": words that tell no time, and a bracket that does. */
function onlyInBracket(brackets: readonly string[]): PeriodParts {
  if (brackets.some((bracket) => readLabelSpan(bracket) !== null)) return { unclear: true };
  const parts = readWords(brackets.join(' '));
  return parts.kind === 'date' ? { ...parts, kind: 'instant' } : parts;
}

function isEmpty(parts: PeriodParts): boolean {
  return Object.keys(parts).length === 0;
}

const BRACKET = /[([]([^()[\]]*)[)\]]?/g;

function splitBrackets(label: string): { outside: string; brackets: string[] } {
  const brackets = [...label.matchAll(BRACKET)].map((match) => (match[1] ?? '').trim());
  return { outside: label.replace(BRACKET, ' ').replace(/\s+/g, ' ').trim(), brackets };
}

/** A label that is all bracket goes on with the label above it: "2006" over "(through July 7)". */
function continued(brackets: readonly string[]): PeriodParts {
  const parts = brackets.reduce(withBracket, {});
  if (parts.last !== undefined && parts.from === 'month') return { ...parts, from: 'label' };
  return isEmpty(parts) ? readOutside(brackets.join(' ')) : parts;
}

function readOutside(text: string): PeriodParts {
  if (isSomePart(text) || (/^\s*[12]/.test(text) && TWO_YEARS.test(text))) return { unclear: true };
  if (LENGTH_TO.test(text)) return lengthTo(text);
  const span = readLabelSpan(text);
  // "Paid through January" may go on in the next label; "Due through March 31, 2010" is no period of its figures.
  if (span === 'words') return /\d$/.test(text) ? {} : { unclear: true };
  if (span === null) return readWords(text);
  const isDayAlone = span.own === '' && span.first === undefined && span.last.month === undefined;
  return isDayAlone ? {} : spanParts(span);
}

/** Looks for a word of each first: most labels have none, and the pattern of all is slow to make. */
function isSomePart(text: string): boolean {
  return /date|partial|quarter|half|q/i.test(text) && SOME_PART.test(text);
}

function spanParts({ own, first, last }: LabelSpan): PeriodParts {
  const outer = own === '' ? {} : readWords(own);
  if (first !== undefined) return { first, last };
  const from = outer.month === undefined && outer.year !== undefined ? 'year' : 'month';
  return { ...outer, last, from };
}

/** "Six months to June 30": as "ended". "Year to July 7, 2006" may be a year or what has run of one. */
function lengthTo(text: string): PeriodParts {
  const parts = readWords(text.replace(LENGTH_TO, '$1 ended'));
  if (parts.endMonth === undefined) return {};
  const isWholeMonths = parts.endDay === undefined || parts.endDay >= 28;
  return isWholeMonths ? parts : { unclear: true };
}

/** What the words beside the first date make of it. */
function readWords(text: string): PeriodParts {
  const split = splitYear(text);
  const unsplit = text.includes('/') ? text.replace(SPLIT_YEAR, ' ') : text;
  const rest = unsplit.replace(JOINED_YEARS, ' ');
  const date = findDate(rest);
  const isEnd = ENDED.test(rest) && (YEAR_ENDED.test(rest) || FISCAL.test(rest));
  const year = isEnd || monthsEnded(rest) !== null ? (date?.year ?? readYear(rest)) : readYear(rest);
  const whole = year ?? date?.year;
  return {
    ...endedParts(rest, date ?? {}, isEnd),
    ...(whole === undefined ? {} : { year: whole }),
    ...(date?.shortYear === undefined ? {} : { shortYear: true }),
    ...split,
  };
}

function endedParts(text: string, { month, day }: PartialDate, isYearEnd: boolean): PeriodParts {
  const date = { ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
  const end: PeriodParts =
    month === undefined
      ? { awaitsEnd: true }
      : { endMonth: month, ...(day === undefined ? {} : { endDay: day }) };
  const months = monthsEnded(text);
  if (months !== null) return { kind: 'months', months: lengthOf(months), ...end };
  if (isYearEnd) return { kind: 'fiscal-year', ...end };
  if (ENDED.test(text) && PERIOD_ENDED.test(text) && month !== undefined) return { unclear: true };
  if (CALENDAR.test(text)) return { kind: 'calendar-year', ...date };
  if (FISCAL.test(text)) return { kind: 'fiscal-year', ...date };
  if (AS_OF.test(text) && month !== undefined) return { kind: 'instant', ...date };
  if (day !== undefined) return { kind: readWholeDate(text) === null ? 'instant' : 'date', ...date };
  return date;
}

function monthsEnded(text: string): RegExpExecArray | null {
  return ENDED.test(text) && MONTHS_OR_SO.test(text) ? MONTHS_ENDED.exec(text) : null;
}

/** The year that a fiscal year named "2005/06" ends in; `unclear` where the two do not follow each other. */
function splitYear(text: string): PeriodParts {
  const match = text.includes('/') ? SPLIT_YEAR.exec(text) : null;
  if (match === null) return {};
  const first = match[1] ?? `20${match[2]}`;
  const second = match[3] ?? '';
  const last = Number(second.length === 2 ? `${first.slice(0, 2)}${second}` : second);
  const follows =
    (Number(first) + 1) % 100 === last % 100 && /\/\d\d$|\/(?:19|20)\d\d$/.test(match[0].replace(/\s/g, ''));
  return follows ? { kind: 'fiscal-year', year: Number(first) + 1, endsInYear: true } : { unclear: true };
}

/** Says nothing of when: a note mark, "unaudited", "in millions of yen". */
const HARMLESS =
  /^(?:\d{1,2}|[a-z]|[ivx]{1,4}|\*{1,3}|[†‡§]{1,2}|(?:un|not )?audited|(?:as )?(?:restated|revised|adjusted|reported|previously reported)|actual|preliminary|provisional|estimated?|pro forma|continued|cont['’]d|(?:full|whole|entire|complete) month|(?:see )?notes? [\d.,() a-z]{1,12}|in (?!part)[a-z.,$¥€£ ]{1,40}|[^a-z\d]{0,6}|(?:[a-z]{1,12} )?(?:yen|dollars?|euros?|won|rupees|pesos|rand|renminbi)|US\$|U\.S\. ?\$|JPY|USD|EUR|GBP|CNY|RMB)$/i;
/** Words that make the period another one than stands outside of the bracket. */
const OF_TIME =
  /\b(?:through|thru|until|till|to|from|since|partial|part|stub|short|date|half|quarters?|months?|interim|ytd|as of|as at)\b/i;

/** What a bracket adds to the label that it stands in. */
function withBracket(parts: PeriodParts, bracket: string): PeriodParts {
  if (HARMLESS.test(bracket) || parts.day !== undefined || parts.kind === 'months') return parts;
  const span = readLabelSpan(bracket.replace(/^(?:data|rates?|information|figures)\s/i, ''));
  if (span !== null && span !== 'words' && span.own === '' && parts.last === undefined) {
    const isOfYear = parts.month === undefined && (parts.year !== undefined || parts.kind !== undefined);
    const { first, last } = span;
    return first === undefined
      ? { ...parts, last, from: isOfYear ? 'year' : 'month' }
      : { ...parts, first, last };
  }
  if (parts.month === undefined && (ENDED.test(bracket) || FISCAL.test(bracket) || CALENDAR.test(bracket))) {
    return withYearsEnd(parts, readWords(/^end/i.test(bracket) ? `year ${bracket}` : bracket));
  }
  const isOfMonth = parts.month !== undefined && parts.endMonth === undefined;
  const mayChange = isOfMonth || (parts.year !== undefined && OF_TIME.test(bracket));
  return mayChange ? { ...parts, unclear: true } : parts;
}

/** "Fiscal 2006 (ended March 31, 2006)", "2006 (fiscal year)". */
function withYearsEnd(parts: PeriodParts, more: PeriodParts): PeriodParts {
  if (more.kind === 'months' || (parts.kind === 'calendar-year' && more.kind === 'fiscal-year')) {
    return { ...parts, unclear: true };
  }
  const { awaitsEnd, ...known } = more;
  return { ...parts, ...known };
}

function readYear(text: string): number | undefined {
  const four = YEAR.exec(text)?.[1] ?? /FY((?:19|20)\d\d)/i.exec(text)?.[1];
  if (four !== undefined) return Number(four);
  const two = SHORT_YEAR.exec(text)?.[1];
  return two === undefined ? undefined : 2000 + Number(two);
}

function lengthOf(match: RegExpExecArray): number {
  const count = match[1]?.toLowerCase();
  if (count !== undefined) return COUNTS[count] ?? 1;
  return /^q/i.test(match[0]) ? 3 : /^h/i.test(match[0]) ? 6 : 1;
}
