import {
  civilDateOf,
  type Day,
  dayOf,
  daysInMonth,
  isCivilDate,
  isYear,
  lastDayOf,
  plusDays,
  type Span,
  spanOf,
} from '../../value/index.js';
import type { FiscalYear } from './fiscal-year.js';
import { monthNumber } from './read-dates.js';

/** The days that a report's fiscal years end on, as it prints them: 52 and 53 weeks make them move from year to year. */
export interface FiscalCalendar {
  /** The end of the year that is reported. */
  readonly latest: Day;
  /** The last days of the years that the report names a day for, in order. */
  readonly ends: readonly Day[];
  /** Whether "fiscal 2006" ends or starts in 2006. */
  readonly namedBy: 'end' | 'start';
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** "For the fiscal year ended September 28, 2024", below "Form 10-K" or "Annual report", as the cover says it first. */
const REPORT = /\bform\s{1,3}(?:10-?k|20-?f)|\bannual\s{1,3}report\b/i;
const COVER =
  /\b(?:fiscal|financial)?\s{0,3}years?\s{1,3}end(?:ed|ing)\s{0,3}:?\s{0,3}([A-Z][A-Za-z]{2,8})\.?\s{1,3}(\d{1,2})\s{0,2},?\s{1,3}((?:19|20)\d\d)/i;
const COVER_REACH = 30_000;
const DATE = /[A-Z][A-Za-z]{2,8}\.?\s{1,3}(\d{1,2}),?\s{1,3}((?:19|20)\d\d)(?!\d)/y;
/** A year-end of 52 or 53 weeks moves within a week of its day. */
const MOST_DRIFT = 8;
/** How far back a report's tables go. */
const MOST_YEARS = 12;
const YEARS_THAT_TELL = 3;

/** Reads the calendar; null where the report does not say on which day its year ended. */
export function readFiscalCalendar(text: string, known: FiscalYear | null): FiscalCalendar | null {
  const latest = coverEnd(text.slice(0, COVER_REACH));
  if (latest === null) return null;
  // No issuer names a year by its start that lies for the most part in the next.
  const namedBy = civilDateOf(latest).month <= 6 ? (known?.namedBy ?? 'end') : 'end';
  return { latest, ends: yearEnds(text, latest), namedBy };
}

function coverEnd(text: string): Day | null {
  const report = REPORT.exec(text);
  const match = report === null ? null : COVER.exec(text.slice(report.index));
  const month = monthNumber(match?.[1] === undefined ? '' : capitalized(match[1]));
  const [day, year] = [Number(match?.[2]), Number(match?.[3])];
  return month !== null && isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/**
 * The day near each anniversary of the latest year-end that the text prints most often. Years of 52 or 53 weeks all end
 * on one day of the week; where the anniversaries themselves are printed more often, years end on a fixed day.
 */
function yearEnds(text: string, latest: Day): Day[] {
  const counts = new Map<Day, number>();
  const months = [-MOST_DRIFT, 0, MOST_DRIFT].map((days) => civilDateOf(plusDays(latest, days)).month);
  for (const each of new Set(months)) countDates(text, each, counts);
  const fixed = [latest];
  const weekly = [latest];
  // A day after the end of a month may be printed for many reasons.
  const { year, month, day } = civilDateOf(latest);
  const weight = day === daysInMonth(year, month) ? 2 : 1;
  let votes = 0;
  for (let years = -1; years >= -MOST_YEARS; years -= 1) {
    const same = anniversary(latest, years);
    const moved = mostPrinted(counts, same, latest);
    fixed.push(same);
    weekly.push(moved ?? nearestWeek(same, latest));
    if (years >= -YEARS_THAT_TELL && moved !== null && moved !== same) {
      votes += (counts.get(moved) ?? 0) - weight * (counts.get(same) ?? 0);
    }
  }
  return (votes > 0 ? weekly : fixed).reverse();
}

/** The day of the same weekday near an anniversary that is printed most often; null where none is. */
function mostPrinted(counts: ReadonlyMap<Day, number>, near: Day, latest: Day): Day | null {
  let best: Day | null = null;
  for (let days = -MOST_DRIFT; days <= MOST_DRIFT; days += 1) {
    const day = plusDays(near, days);
    if ((latest - day) % 7 !== 0 || !counts.has(day)) continue;
    if (best === null || (counts.get(day) ?? 0) > (counts.get(best) ?? 0)) best = day;
  }
  return best;
}

function nearestWeek(near: Day, latest: Day): Day {
  return plusDays(latest, -7 * Math.round((latest - near) / 7));
}

function countDates(text: string, month: number, counts: Map<Day, number>): void {
  const name = MONTHS[month - 1] as string;
  for (const word of [name, name.toUpperCase()]) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 3)) {
      DATE.lastIndex = at;
      const match = DATE.exec(text);
      const [day, year] = [Number(match?.[1]), Number(match?.[2])];
      if (match === null || !isCivilDate(year, month, day)) continue;
      const found = dayOf(year, month, day);
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
}

/** The same day of another year; the last day of a month stays that. */
function anniversary(day: Day, years: number): Day {
  const date = civilDateOf(day);
  const isLast = date.day === daysInMonth(date.year, date.month);
  const days = daysInMonth(date.year + years, date.month);
  return dayOf(date.year + years, date.month, isLast ? days : Math.min(date.day, days));
}

/** The last day of the fiscal year of that name: "2023" or "fiscal 2023". */
export function fiscalYearEnd(year: number, calendar: FiscalCalendar): Day {
  const years = year - nameOf(calendar.latest, calendar.namedBy);
  return snapped(anniversary(calendar.latest, years), calendar);
}

/** The name of the fiscal year that ends on a day: one that ends in the first days of January is the old year's. */
export function nameOf(end: Day, namedBy: FiscalCalendar['namedBy']): number {
  const { year } = civilDateOf(plusDays(end, -MOST_DRIFT));
  return namedBy === 'start' ? year - 1 : year;
}

/** The year-end of the report that a day is next to, or the day itself. */
export function snapped(day: Day, { ends }: FiscalCalendar): Day {
  return ends.find((end) => Math.abs(end - day) <= MOST_DRIFT) ?? day;
}

/** The fiscal year that ends on a day: from the day after the year-end before. */
export function yearEndingOn(end: Day, { ends }: FiscalCalendar): Span {
  const before = ends.find((day) => {
    const days = end - day;
    return days > 357 && days < 378;
  });
  return spanOf(plusDays(before ?? anniversary(end, -1), 1), end);
}

/** The year-end before the one of that day. */
export function yearEndBefore(end: Day, calendar: FiscalCalendar): Day {
  return plusDays(yearEndingOn(end, calendar).start, -1);
}

/** A year that labels tell without its days ("2023", "fiscal 2023") on the days that it had. */
export function onItsDays(span: Span, calendar: FiscalCalendar): Span {
  return isYear(span) ? yearEndingOn(snapped(lastDayOf(span), calendar), calendar) : span;
}

/** A quarter of a fiscal year: three months where the year ends with a month, else thirteen weeks, the last to its end. */
export function quarterOfYear(year: Span, quarter: 1 | 2 | 3 | 4): Span {
  const starts = [0, 1, 2, 3].map((index) => startOfQuarter(year, index));
  const [start, next] = [starts[quarter - 1] as Day, starts[quarter]];
  return { start, until: next ?? year.until };
}

function startOfQuarter(year: Span, index: number): Day {
  const first = civilDateOf(year.start);
  if (first.day !== 1 || civilDateOf(year.until).day !== 1) return plusDays(year.start, 91 * index);
  const month = first.month - 1 + 3 * index;
  return dayOf(first.year + Math.floor(month / 12), (month % 12) + 1, 1);
}

/** The fiscal year that ends on a day, or the quarter where a quarter of the report's years ends there and no year. */
export function spanEndingOn(end: Day, calendar: FiscalCalendar): Span {
  const years = Math.round((end - calendar.latest) / 365.25);
  if (Math.abs(end - snapped(anniversary(calendar.latest, years), calendar)) <= MOST_DRIFT)
    return yearEndingOn(end, calendar);
  for (const quarter of [1, 2, 3] as const) {
    for (const turn of [years, years + 1]) {
      const span = quarterOfYear(
        yearEndingOn(snapped(anniversary(calendar.latest, turn), calendar), calendar),
        quarter,
      );
      if (Math.abs(lastDayOf(span) - end) <= MOST_DRIFT) return span;
    }
  }
  return yearEndingOn(end, calendar);
}
