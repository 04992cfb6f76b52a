import type { RateSeries, RateStatisticName } from '../../rates/rate-source.js';
import {
  civilDateOf,
  type Day,
  dayOf,
  formatDayLong,
  isCivilDate,
  lastDayOf,
  plusDays,
  type Span,
  weekdayOf,
} from '../../value/index.js';

/** The longest run of holidays, in weekdays, that a source without a hole in its rates may show: the golden weeks have six. */
const LONGEST_HOLIDAYS = 7;
/** Of the weekdays of a longer span, so many in a hundred may be holidays. */
const MOST_HOLIDAYS = 10;
/** From so many weekdays on. In a month, half of the weekdays may be. */
const LONG_SPAN = 40;
const MOST_OF_MONTH = 50;
/** So many other years, at least, must tell that a date is a holiday. */
const YEARS_TELLING = 2;
const YEARS_LOOKED_AT = 6;

/**
 * Why the last rate before a day may not be that of the day: the rates held end before it, or skip weekdays that may be
 * no holidays. Null where only weekends and holidays lie between. `day` is later than `observed`.
 */
export function dayDoubt(series: RateSeries, observed: Day, day: Day): string | null {
  for (let each = plusDays(observed, 1); each <= day; each = plusDays(each, 1)) {
    if (isClosed(each) || (each <= series.lastDay && isYearlyHoliday(series, each))) continue;
    if (each > series.lastDay) return `the rates held end on ${formatDayLong(series.lastDay)}`;
    // The Federal Reserve's own rates are whole: a day without one had none.
    if (isNoon(series)) continue;
    return `the rates held have none for ${formatDayLong(each)}, which may be no holiday`;
  }
  return null;
}

/**
 * Why a statistic of a span may rest on too few rates: an imported file may be of month-ends or weeks only, or lack some
 * weeks. Null where no more weekdays lack a rate than holidays explain.
 */
export function spanDoubt(series: RateSeries, name: RateStatisticName, span: Span): string | null {
  if (isNoon(series)) return null;
  if (name === 'period-end') {
    const last = lastDayOf(span);
    const observed = series.onOrBefore(last);
    return observed === null ? null : dayDoubt(series, observed.day, last);
  }
  let [weekdays, missing, run, longest] = [0, 0, 0, 0];
  for (let day = span.start; day < span.until; day = plusDays(day, 1)) {
    if (isClosed(day)) continue;
    weekdays++;
    run = series.on(day) === null ? run + 1 : 0;
    if (run > 0) missing++;
    longest = Math.max(longest, run);
  }
  const most = weekdays >= LONG_SPAN ? MOST_HOLIDAYS : MOST_OF_MONTH;
  const isMany = missing * 100 > weekdays * most;
  if (longest <= LONGEST_HOLIDAYS && !isMany) return null;
  return `the rates held have none for ${missing} of its ${weekdays} weekdays`;
}

function isNoon({ rateName }: RateSeries): boolean {
  return rateName === 'noon buying rate';
}

/** Weekends and the holidays of every source. */
function isClosed(day: Day): boolean {
  const weekday = weekdayOf(day);
  const { month, day: dayOfMonth } = civilDateOf(day);
  return (
    weekday === 0 || weekday === 6 || (dayOfMonth === 1 && month === 1) || (dayOfMonth === 25 && month === 12)
  );
}

/** Whether the source never sets a rate on that date: December 31 in Tokyo. */
function isYearlyHoliday(series: RateSeries, day: Day): boolean {
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  let telling = 0;
  for (let other = year - YEARS_LOOKED_AT; other <= year + YEARS_LOOKED_AT; other++) {
    if (other === year || !isCivilDate(other, month, dayOfMonth)) continue;
    const same = dayOf(other, month, dayOfMonth);
    if (isClosed(same) || same < series.firstDay || same > series.lastDay) continue;
    if (series.on(same) !== null) return false;
    // Where the weekdays about it have none either, the source is not daily, and tells nothing.
    if (
      series.onOrBefore(same) !== null &&
      series.within({ start: plusDays(same, -7), until: plusDays(same, 8) }).length >= 5
    )
      telling++;
  }
  return telling >= YEARS_TELLING;
}
