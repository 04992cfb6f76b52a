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
  spanOf,
} from '../../value/index.js';
import type { FiscalYear } from './fiscal-year.js';
import type { Mention, MentionOptions } from './mentions.js';
import { readMentions } from './read-mentions.js';
import { type Context, contextBefore } from './time-context.js';

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
}

export interface TimeOptions extends MentionOptions {
  readonly fiscalYear?: FiscalYear | null;
  /** What `readMentions` found in the same text, to save reading it twice. */
  readonly mentions?: readonly Mention[];
}

/**
 * Every time of a run of text, in order: its dates with what the words before them make of them. A list ("December 31,
 * 2005 and 2004") gives one time each; a range ("from April 1, 2005 to March 31, 2006") gives one span.
 */
export function readTimes(text: string, options: TimeOptions = {}): TimeMention[] {
  const mentions = options.mentions ?? readMentions(text, options);
  const times: TimeMention[] = [];
  let previous: { readonly context: Context; readonly end: number } | null = null;
  for (let index = 0; index < mentions.length; index += 1) {
    const date = mentions[index] as Mention;
    if (date.unit !== 'date' || date.role === 'label') continue;
    const isListed =
      previous !== null && LIST.test(text.slice(previous.end, Math.min(date.start, previous.end + 12)));
    const context: Context =
      isListed && previous !== null ? { ...previous.context, start: date.start } : contextBefore(text, date);
    const last = mentions[index + 1];
    if (date.rangeOf === index + 1 && last !== undefined && isOneSpan(text, date, last)) {
      times.push(rangeTime(date, last, context, options.fiscalYear ?? null));
      index += 1;
      previous = { context, end: last.end };
      continue;
    }
    times.push(timeOf(date, context, options.fiscalYear ?? null));
    previous = { context, end: date.end };
  }
  return times;
}

const LIST = /^(?:\s{0,3},)?\s{0,3}(?:and|or|&|to|through)?\s{0,3}$/;

/** "costs rose from 2023 to 2024" speaks of two years, "from 2001 to 2006" and every range of days of one span. */
function isOneSpan(text: string, first: Mention, last: Mention): boolean {
  const isChange = /\bfrom\s+$/.test(text.slice(Math.max(0, first.start - 8), first.start));
  return !(isChange && first.value.length === 4 && Number(last.value) - Number(first.value) === 1);
}

function rangeTime(first: Mention, last: Mention, context: Context, year: FiscalYear | null): TimeMention {
  const [from, to] = [periodOf(first.value, context, year), periodOf(last.value, context, year)];
  const place = { start: context.start, end: last.end, kind: 'span' as const };
  if (from === null || to === null) return { ...place, period: null };
  const start: Day = isInstant(from) ? from.instant : from.start;
  const until: Day = isInstant(to) ? plusDays(to.instant, 1) : to.until;
  return { ...place, period: start < until ? { start, until } : null };
}

function timeOf(date: Mention, context: Context, year: FiscalYear | null): TimeMention {
  const period = periodOf(date.value, context, year);
  const isSpan = period === null ? context.kind !== 'instant' : !isInstant(period);
  const isBare = date.value.length === 4 && context.kind === 'plain';
  return {
    start: context.start,
    end: date.end,
    kind: isSpan ? 'span' : 'instant',
    period,
    ...(isBare ? { yearOnly: true as const } : {}),
  };
}

function periodOf(iso: string, context: Context, year: FiscalYear | null): Period | null {
  const [y = 0, month, day] = iso.split('-').map(Number);
  if (month !== undefined && !isCivilDate(y, month, day ?? 1)) return null;
  if (month === undefined) return ofYear(y, context, year);
  const last = day === undefined ? endOfMonth(y, month) : dayOf(y, month, day);
  switch (context.kind) {
    case 'months-ended':
      return monthsEnded(last, context.length);
    case 'weeks-ended':
      return spanOf(plusDays(last, 1 - 7 * context.length), last);
    case 'instant':
      return instantAt(last);
    default:
      return day === undefined ? monthOf(y, month) : instantAt(last);
  }
}

function ofYear(name: number, context: Context, year: FiscalYear | null): Period | null {
  const isFiscal = context.kind === 'fiscal' || (context.kind === 'plain' && year?.bareYears === 'fiscal');
  if (isFiscal && year === null) return null;
  const whole =
    isFiscal && year !== null
      ? fiscalYear(name + (year.namedBy === 'start' ? 1 : 0), year.endMonth, year.endDay)
      : fiscalYear(name, 12, 31);
  if (context.kind === 'instant') return instantAt(plusDays(whole.until, -1));
  if (context.part === undefined) return whole;
  const { index, months } = context.part;
  const first = civilDateOf(plusDays(whole.until, -1));
  const end = monthsAfter(first, (index + 1) * months - 12);
  return monthsEnded(end, months);
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
