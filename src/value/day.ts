import { InputError } from './input-error.js';

/** A civil day, counted from 1970-01-01 (day 0): no time of day, no time zone. A plain integer, so it sorts and clones. */
export type Day = number & { readonly __brand: 'Day' };

/** Month 1 to 12, day of the month 1 to 31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Years that a report can speak of; outside them a number is not a year to us. */
export const FIRST_YEAR = 1583;
export const LAST_YEAR = 9999;

/** The day of a civil date (proleptic Gregorian). Throws `InputError` for a date that no calendar has. */
export function dayOf(year: number, month: number, day: number): Day {
  if (!isCivilDate(year, month, day)) {
    throw new InputError('bad-day', `No such day: ${isoText(year, month, day)}`);
  }
  return daysFromCivil(year, month, day);
}

/** Whether the calendar has this date: 2006-02-29 and 2006-06-31 are none. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Reads ISO 8601, `2006-03-31`, and nothing else. Throws `InputError`. */
export function parseDay(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) {
    throw new InputError('bad-day', `Unexpected "${text}", expected a day such as 2006-03-31`);
  }
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** ISO 8601: `2006-03-31`. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  return isoText(year, month, dayOfMonth);
}

/** As an American report prints it: `March 31, 2006`. */
export function formatDayLong(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  return `${MONTHS[month - 1]} ${dayOfMonth}, ${year}`;
}

/**
 * Year, month and day of the month.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
 */
export function civilDateOf(day: Day): CivilDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** 0 is Sunday, 6 is Saturday: the index into `WEEKDAYS`. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function plusDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The last day of a month: `endOfMonth(2004, 2)` is 2004-02-29. */
export function endOfMonth(year: number, month: number): Day {
  return dayOf(year, month, daysInMonth(year, month));
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Source: H. Hinnant, as above, days_from_civil. */
function daysFromCivil(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

function isoText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
