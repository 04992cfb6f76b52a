import { type Day, plusDays, weekdayOf } from '../../value/index.js';
import { isBankHoliday } from '../bank-holidays.js';

const DAYS_IN_WEEK = 7;
const FRIDAY = 5;

/**
 * How many H.10 releases between the last day held and today hold newer rates. The release appears on Monday
 * afternoon, or on the next business day where Monday is a holiday, with the rates through Friday; it counts from the
 * day after, since "today" does not tell the hour in New York. Source: Federal Reserve Board, "About the H.10".
 */
export function releasesBehind(lastDay: Day, today: Day): number {
  let releases = 0;
  for (let friday = fridayOf(lastDay); releaseDay(friday) < today; friday = plusDays(friday, DAYS_IN_WEEK)) {
    if (hasRatesAfter(lastDay, friday)) releases += 1;
  }
  return releases;
}

/** The Friday on or after a day. */
function fridayOf(day: Day): Day {
  return plusDays(day, (FRIDAY - weekdayOf(day) + DAYS_IN_WEEK) % DAYS_IN_WEEK);
}

function releaseDay(friday: Day): Day {
  let day = plusDays(friday, 3);
  while (isBankHoliday(day)) day = plusDays(day, 1);
  return day;
}

/** Whether a week that ends on `friday` has a business day after `lastDay`. */
function hasRatesAfter(lastDay: Day, friday: Day): boolean {
  for (let day = friday; day > lastDay && day > friday - FRIDAY; day = plusDays(day, -1)) {
    if (!isBankHoliday(day)) return true;
  }
  return false;
}
