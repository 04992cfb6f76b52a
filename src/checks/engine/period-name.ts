import {
  civilDateOf,
  formatDayLong,
  isCalendarMonth,
  isInstant,
  isYear,
  lastDayOf,
  MONTHS,
  type Period,
} from '../../value/index.js';

/** As a person says it: "March 31, 2006", "the year ended March 31, 2006", "January 2006", "July 1, 2006 to July 7, 2006". */
export function periodName(period: Period): string {
  if (isInstant(period)) return formatDayLong(period.instant);
  const last = lastDayOf(period);
  if (isYear(period)) return `the year ended ${formatDayLong(last)}`;
  if (isCalendarMonth(period)) {
    const { year, month } = civilDateOf(last);
    return `${MONTHS[month - 1]} ${year}`;
  }
  return `${formatDayLong(period.start)} to ${formatDayLong(last)}`;
}
