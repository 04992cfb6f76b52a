import {
  civilDateOf,
  type Day,
  dayOf,
  daysInMonth,
  endOfMonth,
  fiscalYear,
  instantAt,
  isCivilDate,
  isInstant,
  monthOf,
  type Period,
  plusDays,
  type Span,
  spanOf,
} from '../../value/index.js';
import { fiscalYearEnd, quarterOfYear, spanEndingOn, yearEndingOn } from './fiscal-calendar.js';
import type { FiscalYear } from './fiscal-year.js';
import type { Mention, MentionOptions } from './mentions.js';
import { readMentions } from './read-mentions.js';
import { type Context, contextBefore, isAside } from './time-context.js';
import type { NamedCalendar } from './year-names.js';

/** A phrase that says when: "as of March 31, 2006", "for the fiscal year ended March 31, 2003". */
export interface TimeMention {
  /** From its preposition to its last digit. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'instant' | 'span';
  /** Null for a date that no calendar has, or a fiscal year of which the end is not known. */
  readonly period: Period | null;
  /** A bare year: "in 2006". */
  readonly yearOnly?: true;
  /** "on March 7, 2006": what came about that day is of that day, what has been since is of its end. */
  readonly isEvent?: true;
  /** It says when something else is or was: "notes due in 2032", "the 2019 Plan". No figure belongs to it. */
  readonly aside?: true;
}

export interface TimeOptions extends MentionOptions {
  readonly fiscalYear?: FiscalYear | null;
  /** The days that fiscal years end on, where the report tells them: exact where years have 52 or 53 weeks. */
  readonly calendar?: NamedCalendar | null;
  /** What `readMentions` found in the same text, to save reading it twice. */
  readonly mentions?: readonly Mention[];
}

interface Years {
  readonly fiscalYear: FiscalYear | null;
  readonly calendar: NamedCalendar | null;
}

/**
 * Every time of a run of text, in order: its dates with what the words before them make of them. A list ("December 31,
 * 2005 and 2004") gives one time each; a range ("from April 1, 2005 to March 31, 2006") gives one span.
 */
export function readTimes(text: string, options: TimeOptions = {}): TimeMention[] {
  const mentions = options.mentions ?? readMentions(text, options);
  const times: TimeMention[] = [];
  const years: Years = { fiscalYear: options.fiscalYear ?? null, calendar: options.calendar ?? null };
  let previous: { readonly context: Context; readonly end: number } | null = null;
  for (let index = 0; index < mentions.length; index += 1) {
    const date = mentions[index] as Mention;
    if (date.unit !== 'date' || date.role === 'label') continue;
    const isListed =
      previous !== null && LIST.test(text.slice(previous.end, Math.min(date.start, previous.end + 12)));
    const context: Context =
      isListed && previous !== null ? { ...previous.context, start: date.start } : contextBefore(text, date);
    const last = spanEnd(text, date, index, mentions);
    const time = last === null ? timeOf(date, context, years) : rangeTime(date, last, context, years);
    const end = last?.end ?? date.end;
    const isOther = isAside(text, date.start, end) || (isListed && times.at(-1)?.aside === true);
    times.push(isOther ? { ...time, aside: true } : time);
    previous = { context, end };
    if (last !== null) index += 1;
  }
  return times;
}

const LIST = /^(?:\s{0,3},)?\s{0,3}(?:and|or|&|to|through)?\s{0,3}$/;

/** The other end of a range of dates that is one span, or null. */
function spanEnd(text: string, date: Mention, index: number, mentions: readonly Mention[]): Mention | null {
  const last = mentions[index + 1];
  return last !== undefined && date.rangeOf === index + 1 && isOneSpan(text, date, last) ? last : null;
}

/** "costs rose from 2023 to 2024" speaks of two years, "from 2001 to 2006" and every range of days of one span. */
function isOneSpan(text: string, first: Mention, last: Mention): boolean {
  const isChange = /\bfrom\s+$/.test(text.slice(Math.max(0, first.start - 8), first.start));
  return !(isChange && first.value.length === 4 && Number(last.value) - Number(first.value) === 1);
}

function rangeTime(first: Mention, last: Mention, context: Context, years: Years): TimeMention {
  const [from, to] = [periodOf(first.value, context, years), periodOf(last.value, context, years)];
  const place = { start: context.start, end: last.end, kind: 'span' as const };
  if (from === null || to === null) return { ...place, period: null };
  const start: Day = isInstant(from) ? from.instant : from.start;
  const until: Day = isInstant(to) ? plusDays(to.instant, 1) : to.until;
  return { ...place, period: start < until ? { start, until } : null };
}

function timeOf(date: Mention, context: Context, years: Years): TimeMention {
  const period = periodOf(date.value, context, years);
  const isSpan = period === null ? context.kind !== 'instant' : !isInstant(period);
  const isBare = date.value.length === 4 && context.kind === 'plain';
  return {
    start: context.start,
    end: date.end,
    kind: isSpan ? 'span' : 'instant',
    period,
    ...(isBare ? { yearOnly: true as const } : {}),
    ...(context.isEvent === true ? { isEvent: true as const } : {}),
  };
}

function periodOf(iso: string, context: Context, years: Years): Period | null {
  const y = Number(iso.slice(0, 4));
  if (iso.length === 4) return ofYear(y, context, years);
  const month = Number(iso.slice(5, 7));
  const day = iso.length > 7 ? Number(iso.slice(8)) : undefined;
  if (!isCivilDate(y, month, day ?? 1)) return null;
  const last = day === undefined ? endOfMonth(y, month) : dayOf(y, month, day);
  switch (context.kind) {
    case 'months-ended':
      return onFiscalDays(last, context.length, years.calendar) ?? monthsEnded(last, context.length);
    case 'weeks-ended':
      return spanOf(plusDays(last, 1 - 7 * context.length), last);
    case 'instant':
      return instantAt(last);
    default:
      return day === undefined ? monthOf(y, month) : instantAt(last);
  }
}

function ofYear(name: number, context: Context, years: Years): Period | null {
  const whole = wholeYear(name, context, years);
  if (whole === null) return null;
  if (context.kind === 'instant' || context.kind === 'fiscal-end')
    return instantAt(plusDays(whole.until, -1));
  if (context.part === undefined) return whole;
  const { index, months } = context.part;
  if (months === 3 && years.calendar !== null && isFiscal(whole, years.calendar))
    return quarterOfYear(whole, (index + 1) as 1 | 2 | 3 | 4);
  const first = civilDateOf(plusDays(whole.until, -1));
  const end = monthsAfter(first, (index + 1) * months - 12);
  return monthsEnded(end, months);
}

function wholeYear(name: number, context: Context, { fiscalYear: year, calendar }: Years): Span | null {
  const saysFiscal = context.kind === 'fiscal' || context.kind === 'fiscal-end';
  const isBareFiscal =
    (context.kind === 'plain' || context.kind === 'instant') &&
    (year?.bareYears === 'fiscal' || calendar?.bareYears === true);
  if (!saysFiscal && !isBareFiscal) return fiscalYear(name, 12, 31);
  if (calendar !== null) return yearEndingOn(fiscalYearEnd(name, calendar), calendar);
  return year && fiscalYear(name + (year.namedBy === 'start' ? 1 : 0), year.endMonth, year.endDay);
}

/** Twelve months that end a fiscal year are that year, and three that end its quarter that quarter: their first days move with the weeks. */
function onFiscalDays(last: Day, months: number, calendar: NamedCalendar | null): Span | null {
  if (calendar === null || (months !== 12 && months !== 3)) return null;
  const span = spanEndingOn(last, calendar);
  return span.until - 1 === last && Math.abs(span.until - span.start - months * 30.44) < 8 ? span : null;
}

function isFiscal(year: Span, { ends }: NamedCalendar): boolean {
  return ends.includes(plusDays(year.until, -1));
}

/** The day that many months before or after; the last of a month stays the last. */
function monthsAfter(date: { year: number; month: number; day: number }, months: number): Day {
  const count = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const isLast = date.day === daysInMonth(date.year, date.month);
  return dayOf(year, month, isLast ? daysInMonth(year, month) : Math.min(date.day, daysInMonth(year, month)));
}

/** The span of whole months that ends on a day: three months ended June 30 begin on April 1. */
export function monthsEnded(last: Day, months: number): Period {
  return { start: plusDays(monthsAfter(civilDateOf(last), -months), 1), until: plusDays(last, 1) };
}
