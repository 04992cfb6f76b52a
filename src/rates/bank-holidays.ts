import { civilDateOf, type Day, dayOf, plusDays, weekdayOf } from '../value/index.js';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/**
 * Whether the Federal Reserve Bank of New York is closed by rule: weekends and the holidays of 5 U.S.C. 6103(a), as
 * the Reserve Banks keep them. One that falls on a Sunday moves to Monday, one on a Saturday does not move.
 *
 * It holds the rules of 1986 on, with Juneteenth from 2022. It serves to tell whether the first or last days of a
 * period could have had a rate at all; days within a series need no rule, a day without a rate is simply absent.
 */
export function isBankHoliday(day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY || weekday === SATURDAY) return true;
  return holidaysOf(civilDateOf(day).year).includes(day);
}

function holidaysOf(year: number): Day[] {
  const holidays = [
    observed(dayOf(year, 1, 1)),
    nth(3, MONDAY, year, 1),
    nth(3, MONDAY, year, 2),
    lastMondayOfMay(year),
    observed(dayOf(year, 7, 4)),
    nth(1, MONDAY, year, 9),
    nth(2, MONDAY, year, 10),
    observed(dayOf(year, 11, 11)),
    nth(4, THURSDAY, year, 11),
    observed(dayOf(year, 12, 25)),
  ];
  return year < 2022 ? holidays : [...holidays, observed(dayOf(year, 6, 19))];
}

function observed(day: Day): Day {
  return weekdayOf(day) === SUNDAY ? plusDays(day, 1) : day;
}

function nth(count: number, weekday: number, year: number, month: number): Day {
  const first = dayOf(year, month, 1);
  return plusDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1));
}

function lastMondayOfMay(year: number): Day {
  const last = dayOf(year, 5, 31);
  return plusDays(last, -((weekdayOf(last) - MONDAY + 7) % 7));
}
