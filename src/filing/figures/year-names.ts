import { civilDateOf, plusDays } from '../../value/index.js';
import type { FiscalCalendar } from './fiscal-calendar.js';

/** A calendar, with what its years are called. */
export interface NamedCalendar extends FiscalCalendar {
  /** Whether a bare year, "in 2006", means the fiscal year of that name. */
  readonly bareYears: boolean;
}

/** A year that ends within so many days of December 31 is the calendar year, cut to whole weeks. */
const NEAR_DECEMBER = 8;

/**
 * How a report names its fiscal years, from the names that it uses: the year that it is about is named often and the
 * one after it hardly ever, so that many a "fiscal 2023" and hardly a "fiscal 2024", in a report of the year ended
 * February 2, 2024, tell that its years are named by their beginning. Bare years are fiscal ones where the report
 * rarely says "fiscal" before them, and wherever the fiscal year is the calendar year but for some days.
 */
export function namedYears(text: string, calendar: FiscalCalendar | null): NamedCalendar | null {
  if (calendar === null) return null;
  const latest = civilDateOf(plusDays(calendar.latest, -NEAR_DECEMBER));
  const isCalendarYear =
    civilDateOf(plusDays(calendar.latest, NEAR_DECEMBER)).month <= 1 && latest.month === 12;
  if (isCalendarYear) return { ...calendar, bareYears: true };
  const counts = countNames(text);
  const [before, last] = [`${latest.year - 1}`, `${latest.year}`];
  const fiscal = (counts.fiscal.get(before) ?? 0) + (counts.fiscal.get(last) ?? 0);
  const bare = (counts.bare.get(before) ?? 0) + (counts.bare.get(last) ?? 0);
  const names = fiscal > 0 ? counts.fiscal : counts.bare;
  const byStart = (names.get(last) ?? 0) * RARE < (names.get(before) ?? 0);
  return { ...calendar, namedBy: byStart ? 'start' : calendar.namedBy, bareYears: bare * OFTEN > fiscal };
}

/** Bare years that are so often used beside "fiscal 2006" are short for that. */
const OFTEN = 4;
/** A name that is used so much less often than that of the year before is the name of a year to come. */
const RARE = 4;

const NAME = /\b(?:(fiscal(?:\s+years?)?|FY)\s?|(?:in|during|for)\s+)((?:19|20)\d\d)(?!\d|[,.]\d)/gi;

function countNames(text: string): { fiscal: Map<string, number>; bare: Map<string, number> } {
  const counts = { fiscal: new Map<string, number>(), bare: new Map<string, number>() };
  for (const [, fiscal, year = ''] of text.matchAll(NAME)) {
    const names = fiscal === undefined ? counts.bare : counts.fiscal;
    names.set(year, (names.get(year) ?? 0) + 1);
  }
  return counts;
}
