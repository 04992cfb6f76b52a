import {
  civilDateOf,
  type Day,
  dayOf,
  daysInMonth,
  endOfMonth,
  formatDay,
  parseDay,
  plusDays,
} from './day.js';
import { InputError } from './input-error.js';

/** The end of one day: a balance-sheet date. */
export interface Instant {
  readonly instant: Day;
}

/** The days from `start` up to, and without, `until`. Printed with its last day: 2005-04-01 to 2006-03-31. */
export interface Span {
  readonly start: Day;
  readonly until: Day;
}

/** When a figure holds: at an instant or over a span. Plain data. */
export type Period = Instant | Span;

export function instantAt(day: Day): Instant {
  return { instant: day };
}

/** The span from `first` to `last`, both included. Throws where it would hold no day. */
export function spanOf(first: Day, last: Day): Span {
  if (last < first) {
    throw new InputError('bad-period', `No day lies between ${formatDay(first)} and ${formatDay(last)}`);
  }
  return { start: first, until: plusDays(last, 1) };
}

export function monthOf(year: number, month: number): Span {
  return spanOf(dayOf(year, month, 1), endOfMonth(year, month));
}

/**
 * The fiscal year that ends on a month and day of `year`; 12 months, whole months where it ends with one.
 * A year-end on the last day of February moves with the leap day: fiscalYear(2004, 2, 28) ends on 2004-02-29.
 */
export function fiscalYear(year: number, endMonth: number, endDay: number): Span {
  const last = dayInYear(year, endMonth, endDay);
  return { start: plusDays(dayInYear(year - 1, endMonth, endDay), 1), until: plusDays(last, 1) };
}

export function isInstant(period: Period): period is Instant {
  return 'instant' in period;
}

/** The last day that a period holds. */
export function lastDayOf(period: Period): Day {
  return isInstant(period) ? period.instant : plusDays(period.until, -1);
}

/** Whether the first period holds every day of the second. */
export function covers(outer: Span, inner: Period): boolean {
  const start = isInstant(inner) ? inner.instant : inner.start;
  return outer.start <= start && lastDayOf(inner) < outer.until;
}

export function samePeriod(a: Period | null, b: Period | null): boolean {
  if (a === null || b === null) return a === b;
  if (isInstant(a)) return isInstant(b) && a.instant === b.instant;
  return !isInstant(b) && a.start === b.start && a.until === b.until;
}

/** Whether a span is a whole month of the calendar. */
export function isCalendarMonth(span: Span): boolean {
  const { year, month, day } = civilDateOf(span.start);
  return day === 1 && lastDayOf(span) === endOfMonth(year, month);
}

/** Whether a span is a year by the calendar: 365 or 366 days, or the 52 or 53 weeks of a retailer's year. */
export function isYear(span: Span): boolean {
  const days = span.until - span.start;
  return days >= 363 && days <= 372;
}

/** The calendar months that a span touches, in order. */
export function monthsOf(span: Span): Span[] {
  const months: Span[] = [];
  let start: Day = span.start;
  while (start < span.until) {
    const { year, month } = civilDateOf(start);
    const whole = monthOf(year, month);
    months.push(whole);
    start = whole.until;
  }
  return months;
}

/** ISO 8601: `2006-03-31`, or `2005-04-01/2006-03-31` with the last day included. */
export function formatPeriod(period: Period): string {
  if (isInstant(period)) return formatDay(period.instant);
  return `${formatDay(period.start)}/${formatDay(lastDayOf(period))}`;
}

/** Reads what `formatPeriod` prints. Throws `InputError`. */
export function parsePeriod(text: string): Period {
  const [first = '', last, ...rest] = text.split('/');
  if (rest.length > 0) {
    throw new InputError('bad-period', `Unexpected "${text}", expected 2006-03-31 or 2005-04-01/2006-03-31`);
  }
  return last === undefined ? instantAt(parseDay(first)) : spanOf(parseDay(first), parseDay(last));
}

function dayInYear(year: number, month: number, day: number): Day {
  const endsFebruary = month === 2 && (day === 28 || day === 29);
  return dayOf(year, month, endsFebruary ? daysInMonth(year, month) : day);
}
