import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days } from '../../test/arbitraries.js';
import {
  civilDateOf,
  type Day,
  dayOf,
  daysInMonth,
  endOfMonth,
  formatDay,
  formatDayLong,
  isCivilDate,
  parseDay,
  plusDays,
  WEEKDAYS,
  weekdayOf,
} from './day.js';

const DAY_IN_MILLISECONDS = 86_400_000;

describe('Day', () => {
  it('agrees with the calendar of the platform on every day from 1900 to 2100', () => {
    const wrong: string[] = [];
    for (let day = dayOf(1900, 1, 1); day <= dayOf(2100, 12, 31); day = plusDays(day, 1)) {
      if (!agreesWithDate(day)) wrong.push(String(day));
    }
    expect(wrong).toEqual([]);
  });

  it('agrees with it on any day of the years that a report can name', () => {
    fc.assert(fc.property(days, (day) => agreesWithDate(day)));
  });

  it.each([
    ['1970-01-01', 0, 'Thursday'],
    ['2000-02-29', 11016, 'Tuesday'],
    ['2006-03-31', 13238, 'Friday'],
    ['2006-07-07', 13336, 'Friday'],
    ['1969-12-31', -1, 'Wednesday'],
    ['1583-01-01', -141349, 'Saturday'],
    ['9999-12-31', 2932896, 'Friday'],
  ])('%s is day %i, a %s', (text, number, weekday) => {
    const day = parseDay(text);
    expect(day).toBe(number);
    expect(formatDay(day)).toBe(text);
    expect(WEEKDAYS[weekdayOf(day)]).toBe(weekday);
  });

  it.each(['2006-02-29', '1900-02-29', '2006-06-31', '2006-13-01', '2006-00-10', '2006-01-00', '1582-12-31'])(
    'has no %s',
    (text) => {
      expect(() => parseDay(text)).toThrowError(`No such day: ${text}`);
    },
  );

  it.each(['', '2006-3-31', '31/03/2006', '2006-03-31T00:00', ' 2006-03-31', '20060331'])(
    'does not read %j as a day',
    (text) => {
      expect(() => parseDay(text)).toThrowError(/expected a day such as 2006-03-31/);
    },
  );

  it('refuses parts that are no whole numbers', () => {
    expect(isCivilDate(2006, 1.5, 1)).toBe(false);
    expect(isCivilDate(2006, 1, Number.NaN)).toBe(false);
  });

  it('knows the lengths of months', () => {
    const lengths = (year: number) => Array.from({ length: 12 }, (_, index) => daysInMonth(year, index + 1));
    expect(lengths(2005)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2004, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
    expect(formatDay(endOfMonth(2004, 2))).toBe('2004-02-29');
  });

  it('prints as an American report does', () => {
    expect(formatDayLong(parseDay('2006-07-07'))).toBe('July 7, 2006');
  });
});

function agreesWithDate(day: Day): boolean {
  const date = new Date(day * DAY_IN_MILLISECONDS);
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  return (
    year === date.getUTCFullYear() &&
    month === date.getUTCMonth() + 1 &&
    dayOfMonth === date.getUTCDate() &&
    weekdayOf(day) === date.getUTCDay() &&
    dayOf(year, month, dayOfMonth) === day &&
    formatDay(day) === date.toISOString().slice(0, 10)
  );
}
