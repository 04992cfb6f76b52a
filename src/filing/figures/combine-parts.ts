import {
  civilDateOf,
  type Day,
  dayOf,
  daysInMonth,
  endOfMonth,
  fiscalYear,
  instantAt,
  isCivilDate,
  lastDayOf,
  monthOf,
  type Period,
  type Span,
  samePeriod,
  spanOf,
} from '../../value/index.js';
import type { FiscalYear } from './fiscal-year.js';
import type { PartialDate } from './label-dates.js';
import type { PeriodParts } from './label-parts.js';
import { monthsEnded } from './times.js';

/**
 * The period that several labels tell together, outermost first; a later one wins over an earlier. Null where they do
 * not tell one, such as a month without a year, or tell two. `known` resolves "fiscal 2006" where no label gives the
 * year-end; a bare "2006" in a report whose fiscal year is not the calendar's is neither.
 */
export function combinePeriodParts(
  parts: readonly PeriodParts[],
  known: FiscalYear | null = null,
): Period | null {
  let all: PeriodParts = {};
  for (const part of parts) all = withPart(all, part, known);
  if (all.unclear === true) return null;
  if (all.last !== undefined) return spanToDay(all, known);
  if (all.year === undefined) return null;
  if (all.kind === 'months') return monthsSpan(all, all.year);
  if (all.kind === 'instant' || all.kind === 'date') return instantOf(all, all.year);
  return all.month === undefined ? wholeYear(all, all.year, known) : monthWithin(all, all.year, known);
}

/** What the labels say so far with one more of them. */
function withPart(all: PeriodParts, part: PeriodParts, known: FiscalYear | null): PeriodParts {
  if (part.shortYear === true && all.year !== undefined && all.year !== part.year) return { unclear: true };
  if (all.awaitsEnd === true && part.month !== undefined && isOnlyDate(part)) {
    return withEnd(all, part, known);
  }
  if (all.kind === 'fiscal-year' && part.kind === 'date' && isItsEnd(all, part))
    return withEnd(all, part, known);
  if (isOneMonth(part)) return { ...part, kind: 'calendar-year' };
  if (isComplete(part)) return part;
  if (part.kind === 'calendar-year') return { ...withoutEnd(all), ...part };
  if (part.month === undefined && part.last === undefined) {
    const isBare = all.kind === 'fiscal-year' && part.kind === undefined && part.year !== undefined;
    return { ...all, ...part, ...(isBare ? { bareYear: true } : {}) };
  }
  const { first, last, from, day, ...outer } = all;
  const cutsYear = last?.month !== undefined && (from === 'year' || first !== undefined);
  const isMonth = part.last === undefined && part.first === undefined && part.year === undefined;
  return cutsYear && isMonth ? withinCutYear(all, { ...outer, ...part }) : { ...outer, ...part };
}

/** A month below a year that ends early, "2016 (through March 21)": the last is cut short, a later one is none. */
function withinCutYear({ first, last }: PeriodParts, month: PeriodParts): PeriodParts {
  const ends = last?.month ?? 12;
  if (last === undefined || month.month === undefined || month.month < ends) return month;
  if (month.month > ends) return { unclear: true };
  return first?.month === ends ? { ...month, first, last } : { ...month, last, from: 'month' };
}

/** "April 2006", "July 2006 (through July 7)": what the labels above say of a fiscal year does not touch it. */
function isOneMonth({ kind, year, month }: PeriodParts): boolean {
  return kind === undefined && year !== undefined && month !== undefined;
}

/** A label that needs nothing of those above it. */
function isComplete({ kind, year, endMonth, first, last, from }: PeriodParts): boolean {
  if (first !== undefined) return first.year !== undefined || last?.year !== undefined;
  if (last?.year !== undefined) return from === 'month';
  if (year === undefined || last !== undefined) return false;
  if (kind === 'fiscal-year' || kind === 'months') return endMonth !== undefined;
  return kind === 'instant' || kind === 'date';
}

/** "March 31, 2006", "March 2006", "March 31,". */
function isOnlyDate({ kind, last }: PeriodParts): boolean {
  return last === undefined && (kind === undefined || kind === 'date');
}

/** The row "March 31, 2006" under "Fiscal year ended March 31,". */
function isItsEnd(all: PeriodParts, part: PeriodParts): boolean {
  return part.month === all.endMonth && part.day === all.endDay;
}

/** "Fiscal year ended" over "March 31, 2006". A month without its day may as well be a month of that year. */
function withEnd(all: PeriodParts, part: PeriodParts, known: FiscalYear | null): PeriodParts {
  const { awaitsEnd, ...outer } = all;
  const { month, day, year } = part;
  if (all.kind === 'fiscal-year') {
    const isEnd = known === null || (known.endMonth === month && (day === undefined || known.endDay === day));
    if (!isEnd)
      return year === undefined ? { ...all, ...part } : day === undefined ? part : { unclear: true };
    if (day === undefined) return { unclear: true };
  }
  return {
    ...outer,
    ...(month === undefined ? {} : { endMonth: month }),
    ...(day === undefined ? {} : { endDay: day }),
    ...(year === undefined ? {} : { year }),
  };
}

function withoutEnd(all: PeriodParts): PeriodParts {
  const { endMonth, endDay, months, awaitsEnd, endsInYear, ...rest } = all;
  return rest;
}

/** "July 1 to July 7, 2006", "July (through July 7)", "2006 (through July 7)". */
function spanToDay(all: PeriodParts, known: FiscalYear | null): Span | null {
  const { first, last = {}, from, ...outer } = all;
  const month = last.month ?? first?.month ?? outer.month;
  const year = last.year ?? (month === undefined ? null : yearOfMonth({ ...outer, month }, known));
  const lastDay = endDayOf(month, last.day, year);
  if (month === undefined || year === null || lastDay === null) return null;
  const start =
    first !== undefined
      ? firstDay(first, month, year)
      : isOfYear(all)
        ? startOfYear(outer, lastDay, known)
        : startOfMonth(outer, month, year);
  return start === null || start > lastDay ? null : spanOf(start, lastDay);
}

function firstDay(first: PartialDate, lastMonth: number, lastYear: number): Day | null {
  const month = first.month ?? lastMonth;
  const year = first.year ?? (month > lastMonth ? lastYear - 1 : lastYear);
  const day = first.day ?? 1;
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** Whether a span up to a day began with the year that the labels name, rather than with the month. */
function isOfYear({ from, month, year }: PeriodParts): boolean {
  if (month !== undefined) return false;
  return from === 'year' || (from === 'label' && year !== undefined);
}

function startOfYear(outer: PeriodParts, lastDay: Day, known: FiscalYear | null): Day | null {
  const whole = outer.year === undefined ? null : wholeYear(outer, outer.year, known);
  return whole !== null && lastDay < whole.until ? whole.start : null;
}

/** The first of the month of the last day; null where the labels name another month. */
function startOfMonth(outer: PeriodParts, month: number, year: number): Day | null {
  if (outer.month === undefined) return dayOf(year, month, 1);
  const isOtherYear = outer.kind !== 'fiscal-year' && outer.year !== undefined && outer.year !== year;
  return outer.month !== month || isOtherYear ? null : dayOf(year, month, 1);
}

/** The calendar year that a named month falls in. */
function yearOfMonth(all: PeriodParts, known: FiscalYear | null): number | null {
  const whole = all.year === undefined ? null : monthWithin(all, all.year, known);
  return whole === null ? null : civilDateOf(whole.start).year;
}

function monthsSpan(all: PeriodParts, year: number): Period | null {
  const last = endDayOf(all.endMonth ?? all.month, all.endDay ?? all.day, year);
  return last === null || all.months === undefined ? null : monthsEnded(last, all.months);
}

function instantOf(all: PeriodParts, year: number): Period | null {
  const last = endDayOf(all.month ?? all.endMonth, all.day ?? all.endDay, year);
  return last === null ? null : instantAt(last);
}

function wholeYear(all: PeriodParts, year: number, known: FiscalYear | null): Span | null {
  if (all.kind === 'fiscal-year') return fiscalYearOf(all, year, known);
  const isCalendar =
    all.kind === 'calendar-year' || known === null || (known.endMonth === 12 && known.endDay === 31);
  if (isCalendar) return fiscalYear(year, 12, 31);
  return known.bareYears === 'fiscal' ? fiscalYearOf(all, year, known) : null;
}

/** The calendar month of that name within the year; null where fiscal and calendar year may both be meant and differ. */
function monthWithin(all: PeriodParts, year: number, known: FiscalYear | null): Span | null {
  const month = all.month ?? 0;
  const calendar = isCivilDate(year, month, 1) ? monthOf(year, month) : null;
  const mayBeFiscal = all.kind === undefined && known?.bareYears === 'fiscal' && all.shortYear === undefined;
  if (all.kind !== 'fiscal-year' && !mayBeFiscal) return calendar;
  const fiscal = monthOfFiscalYear(month, fiscalYearOf(all, year, known));
  const isPlain = all.kind === 'fiscal-year' && all.bareYear !== true;
  return isPlain || samePeriod(fiscal, calendar) ? fiscal : null;
}

function monthOfFiscalYear(month: number, whole: Span | null): Span | null {
  if (whole === null || month < 1 || month > 12) return null;
  const last = civilDateOf(lastDayOf(whole));
  const isInLastYear =
    month < last.month || (month === last.month && last.day >= daysInMonth(last.year, last.month));
  return monthOf(isInLastYear ? last.year : last.year - 1, month);
}

/** The fiscal year that ends on the labels' day, or on the one that the report defines. */
function fiscalYearOf(all: PeriodParts, year: number, known: FiscalYear | null): Span | null {
  const endMonth = all.endMonth ?? known?.endMonth;
  if (endMonth === undefined) return null;
  const isNamed = all.endMonth === undefined;
  const endDay = isNamed ? (known?.endDay ?? 31) : (all.endDay ?? daysInMonth(year, endMonth));
  // "2005/06" is no name for a calendar year.
  if (isNamed && all.endsInYear === true && endMonth === 12 && endDay === 31) return null;
  const isByStart = isNamed && known?.namedBy === 'start' && all.endsInYear !== true;
  const endYear = isByStart ? year + 1 : year;
  return isCivilDate(endYear, endMonth, endDay) ? fiscalYear(endYear, endMonth, endDay) : null;
}

function endDayOf(month: number | undefined, day: number | undefined, year: number | null): Day | null {
  if (month === undefined || year === null || !isCivilDate(year, month, day ?? 1)) return null;
  return day === undefined ? endOfMonth(year, month) : dayOf(year, month, day);
}
