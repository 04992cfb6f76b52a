import { civilDateOf, type Day, dayOf, MONTHS, plusDays, weekdayOf } from '../../value/index.js';

/** Finer marks than these could never stand beside each other. */
const MOST_TICKS = 80;

const MONDAY = 1;

/** A mark of the axis of days. */
export interface DayTick {
  readonly day: Day;
  readonly text: string;
}

/** A distance between marks: days, Mondays, months or years. */
interface Step {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly count: number;
  readonly days: number;
}

const STEPS: readonly Step[] = [
  { unit: 'day', count: 1, days: 1 },
  { unit: 'week', count: 1, days: 7 },
  ...[1, 3, 6].map((count) => ({ unit: 'month' as const, count, days: 30 * count })),
  ...[1, 2, 5, 10, 20, 50].map((count) => ({ unit: 'year' as const, count, days: 365 * count })),
];

/**
 * Marks from `first` to `last` at round days, months or years, as close as `fits` lets their texts stand; where
 * nothing fits, the first day alone. `namesMonths` writes "Jan 2006" for a year, beside fiscal years that begin
 * otherwise.
 */
export function dayTicks(
  first: Day,
  last: Day,
  namesMonths: boolean,
  fits: (ticks: readonly DayTick[]) => boolean,
): DayTick[] {
  for (const step of STEPS) {
    if ((last - first) / step.days > MOST_TICKS) continue;
    const ticks = ticksOf(daysAt(first, last, step), step, namesMonths);
    // One mark tells where it is, and no more: a finer step did not fit, so the ends must do.
    if (ticks.length === 0 || (ticks.length === 1 && last > first)) break;
    if (fits(ticks)) return ticks;
  }
  const ends = [...new Set([first, last])].map((day) => ({ day, text: shortDay(day) }));
  return fits(ends) ? ends : ends.slice(0, 1);
}

/** "Mar 31, 2006". */
export function shortDay(day: Day): string {
  return `${dayInYear(day)}, ${civilDateOf(day).year}`;
}

/** "Mar 31". */
export function dayInYear(day: Day): string {
  const { month, day: dayOfMonth } = civilDateOf(day);
  return `${monthName(month)} ${dayOfMonth}`;
}

function daysAt(first: Day, last: Day, { unit, count }: Step): Day[] {
  const days: Day[] = [];
  let day = roundedUp(first, unit, count);
  while (day <= last) {
    days.push(day);
    day = next(day, unit, count);
  }
  return days;
}

function roundedUp(first: Day, unit: Step['unit'], count: number): Day {
  if (unit === 'day') return first;
  if (unit === 'week') return plusDays(first, (7 + MONDAY - weekdayOf(first)) % 7);
  const { year, month } = civilDateOf(first);
  const start =
    unit === 'month' ? dayOf(year, month - ((month - 1) % count), 1) : dayOf(year - (year % count), 1, 1);
  return start < first ? next(start, unit, count) : start;
}

function next(day: Day, unit: Step['unit'], count: number): Day {
  if (unit === 'day') return plusDays(day, count);
  if (unit === 'week') return plusDays(day, 7 * count);
  const { year, month } = civilDateOf(day);
  if (unit === 'year') return dayOf(year + count, 1, 1);
  const months = month - 1 + count;
  return dayOf(year + Math.floor(months / 12), (months % 12) + 1, 1);
}

/** A year is written where it changes. */
function ticksOf(days: readonly Day[], { unit }: Step, namesMonths: boolean): DayTick[] {
  return days.map((day, index) => {
    const { year, month } = civilDateOf(day);
    const before = days[index - 1];
    const isNewYear = before === undefined || civilDateOf(before).year !== year;
    if (unit === 'year') return { day, text: namesMonths ? `${monthName(month)} ${year}` : String(year) };
    if (unit === 'month') return { day, text: isNewYear ? `${monthName(month)} ${year}` : monthName(month) };
    return { day, text: isNewYear ? shortDay(day) : dayInYear(day) };
  });
}

function monthName(month: number): string {
  return (MONTHS[month - 1] ?? '').slice(0, 3);
}
