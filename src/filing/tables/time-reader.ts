import {
  civilDateOf,
  type Day,
  instantAt,
  isInstant,
  isYear,
  lastDayOf,
  type Period,
  plusDays,
  spanOf,
} from '../../value/index.js';
import {
  combinePeriodParts,
  type FiscalCalendar,
  fiscalYearEnd,
  nameOf,
  onItsDays,
  type PeriodParts,
  quarterOfYear,
  snapped,
  spanEndingOn,
  yearEndingOn,
} from '../figures/index.js';
import type { Row } from '../filing.js';
import { type LabelTimes, monthDayOf, type RowEnd } from './label-times.js';
import { type LineTime, lineTime } from './line-times.js';

/** When a column, a row or a line above holds, and whether it says at a day or over a span. */
export interface Time {
  readonly period: Period | null;
  readonly kind: 'instant' | 'span' | null;
  /** A date and no more, as a balance sheet has above its columns. */
  readonly isDate?: boolean;
  /** Only the heading of the labels tells it, for all columns. */
  readonly isFromStub?: boolean;
  /** A quarter of which the year is not told: "First quarter". */
  readonly quarter?: 1 | 2 | 3 | 4;
}

export const NO_TIME: Time = { period: null, kind: null };

/** A year-end may be a few days off. */
const NEAR = 8;
/** The years back that the lines above a table speak of. */
const YEARS_BACK = 4;
const LONGEST_GROUP = 120;

/** Reads times from labels, rows and lines by the calendar of a report. */
export class TimeReader {
  readonly calendar: FiscalCalendar;
  private readonly labels: LabelTimes;
  private readonly lines = new Map<string, LineTime>();
  /** By the headings of a column, a line each: tables repeat them. */
  private readonly columns = new Map<string, Time>();
  /** By their last day: thousands of cells share a few periods. */
  private readonly instants = new Map<Day, Period>();
  private readonly years = new Map<Day, Period>();
  private readonly spans = new Map<Day, Period>();

  constructor(calendar: FiscalCalendar, labels: LabelTimes) {
    this.calendar = calendar;
    this.labels = labels;
  }

  /** What headings tell together, outermost first. */
  ofHeadings(path: readonly string[]): Time {
    if (path.length === 0) return NO_TIME;
    const key = path.length === 1 ? (path[0] as string) : path.join('\n');
    let time = this.columns.get(key);
    if (time === undefined) {
      time = this.together(path.map((label) => this.labels.ofHeading(label).parts));
      this.columns.set(key, time);
    }
    return time;
  }

  /** What a row's label says of when, or a group's that names a balance; nothing where its date is of something else. */
  ofRow({ labelPath, label, kind }: Row): Time {
    let parts: PeriodParts[] | null = null;
    for (let index = 0; index < labelPath.length; index += 1) {
      const isOwn = kind === 'data' && label !== '' && index === labelPath.length - 1;
      const told = this.labels.ofRow(labelPath[index] as string).parts;
      if (!isTold(told) || !(isOwn || (told.kind === 'instant' && told.day !== undefined))) continue;
      if (parts === null) parts = [told];
      else parts.push(told);
    }
    if (parts === null) return NO_TIME;
    const time = this.together(parts);
    return this.isOther(time, label) ? NO_TIME : time;
  }

  /** Of a row that says no more than when all below it hold: "2022", "Plan assets at April 30, 2023". */
  ofGroup(label: string): Time {
    const isBoth = /^as of and /i.test(label);
    const told = this.labels.ofRow(isBoth ? label.slice(AS_OF_AND.length) : label);
    if (!told.only) return this.ofShortLine(label);
    const time = this.together([told.parts]);
    return isBoth ? { ...time, kind: null } : time;
  }

  /** Of a row that prints its day: "Balance, December 31, 2022"; null for any other. */
  dayOf(label: string): Day | null {
    const { parts } = this.labels.ofRow(label);
    if (parts.day === undefined || parts.year === undefined || parts.kind === undefined) return null;
    const { period } = this.together([parts]);
    return period !== null && isInstant(period) ? period.instant : null;
  }

  /** What the lines above a table say, nearest first. */
  ofLines(lines: readonly string[]): Time {
    let kind: Time['kind'] = null;
    for (const line of lines) {
      const time = this.lineOf(line);
      kind ??= time.kind;
      const end = this.lineEnd(time);
      if (end === null) continue;
      if (time.months !== null && time.months < 12)
        return { period: spanOf(plusDays(end, 1 - Math.round((time.months * 91) / 3)), end), kind };
      return { period: kind === 'instant' ? instantAt(end) : yearEndingOn(end, this.calendar), kind };
    }
    return { period: null, kind };
  }

  /** Whether a row stands at an end of its period: "Balance at end of year", "Balance, January 1". */
  endOf(label: string): RowEnd {
    const said = this.labels.endOf(label);
    if (said !== null) return said;
    const day = monthDayOf(label);
    if (day === null) return null;
    const { latest } = this.calendar;
    const [last, first] = [civilDateOf(latest), civilDateOf(plusDays(latest, 1))];
    if (day.month === first.month && Math.abs((day.day ?? 0) - first.day) < NEAR) return 'begin';
    return day.month === last.month && Math.abs((day.day ?? 0) - last.day) < NEAR ? 'end' : null;
  }

  /** What labels tell together, outermost first. */
  together(all: readonly PeriodParts[]): Time {
    const parts = all.filter(isTold);
    if (parts.length === 0) return NO_TIME;
    const quarter = parts.findLast((part) => part.quarter !== undefined)?.quarter;
    if (quarter !== undefined) {
      const isOfYear = parts.some(({ year }) => year !== undefined);
      return { period: this.quarterOf(quarter, parts), kind: 'span', ...(isOfYear ? {} : { quarter }) };
    }
    const isDated = parts.some(hasDay);
    const { latest, namedBy } = this.calendar;
    const { month: endMonth, day: endDay } = civilDateOf(latest);
    // On days that are printed, a year-end of 52 or 53 weeks is another from year to year.
    const known = isDated ? null : { endMonth, endDay, namedBy, bareYears: 'fiscal' as const };
    const period = combinePeriodParts(parts, known);
    const kind = kindOf(parts);
    return period === null ? { period, kind } : this.onItsDays(period, kind, parts, isDated);
  }

  /** A column of what is to be paid in years to come. */
  isFuture(period: Period): boolean {
    return !isInstant(period) && period.start > this.calendar.latest - NEAR;
  }

  instantAt(day: Day): Period {
    return perDay(this.instants, day, instantAt);
  }

  /** The fiscal year that ends on a day. */
  yearEndingOn(day: Day): Period {
    return perDay(this.years, day, (end) => yearEndingOn(end, this.calendar));
  }

  /** The year, or the part of one, that ends on a day. */
  spanEndingOn(day: Day): Period {
    return perDay(this.spans, day, (end) => spanEndingOn(end, this.calendar));
  }

  /** Whether rows name years to come: "2025, 2026, Thereafter", amounts at the balance-sheet date that fall due then. */
  areMaturities(rows: readonly Row[]): boolean {
    const newest = nameOf(this.calendar.latest, this.calendar.namedBy);
    let future = 0;
    for (const { kind, label } of rows) {
      const year = kind === 'data' && mayBeginYear(label) ? YEAR_FIRST.exec(label)?.[1] : undefined;
      if (year !== undefined && Number(year) > newest) future += 1;
    }
    return future >= 2;
  }

  /** The same quarter of a year that another label tells. */
  quarterWithin(year: Period, quarter: 1 | 2 | 3 | 4): Period | null {
    return !isInstant(year) && isYear(year)
      ? quarterOfYear(yearEndingOn(lastDayOf(year), this.calendar), quarter)
      : null;
  }

  saysOnlyWhen(label: string): boolean {
    return this.labels.ofRow(label).only;
  }

  private onItsDays(
    period: Period,
    kind: Time['kind'],
    parts: readonly PeriodParts[],
    isDated: boolean,
  ): Time {
    const { calendar } = this;
    if (isDated && parts.some(isWholeDate)) {
      if (isInstant(period))
        return { period: instantAt(this.yearEndAt(period.instant)), kind, isDate: kind === null };
      return { period: isYear(period) ? yearEndingOn(lastDayOf(period), calendar) : period, kind };
    }
    if (isInstant(period)) return { period: instantAt(snapped(period.instant, calendar)), kind };
    const named = isDated ? undefined : parts.findLast(({ year }) => year !== undefined)?.year;
    return named !== undefined && isYear(period)
      ? { period: yearEndingOn(fiscalYearEnd(named, calendar), calendar), kind }
      : { period: onItsDays(period, calendar), kind };
  }

  /** The first day of a year stands for the balance at the end of the year before. */
  private yearEndAt(day: Day): Day {
    const before = plusDays(day, -1);
    const { ends } = this.calendar;
    return ends.includes(before) && !ends.includes(day) ? before : day;
  }

  private quarterOf(quarter: 1 | 2 | 3 | 4, parts: readonly PeriodParts[]): Period {
    const year = parts.findLast((part) => part.year !== undefined)?.year;
    const end = year === undefined ? this.calendar.latest : fiscalYearEnd(year, this.calendar);
    return quarterOfYear(yearEndingOn(end, this.calendar), quarter);
  }

  /** A day to come, or a bare date that is no year-end: of a maturity, a grant, a payment. */
  private isOther({ period, isDate }: Time, label: string): boolean {
    if (period === null) return false;
    const last = lastDayOf(period);
    if (last > this.calendar.latest + NEAR) return true;
    return (
      isDate === true && isInstant(period) && this.saysOnlyWhen(label) && !this.calendar.ends.includes(last)
    );
  }

  private ofShortLine(label: string): Time {
    const { day, kind } = label.length < LONGEST_GROUP ? this.lineOf(label) : UNTOLD;
    if (day === null || kind === null || !this.calendar.ends.includes(day)) return NO_TIME;
    return { period: kind === 'instant' ? instantAt(day) : yearEndingOn(day, this.calendar), kind };
  }

  private lineOf(line: string): LineTime {
    let time = this.lines.get(line);
    if (time === undefined) {
      time = lineTime(line);
      this.lines.set(line, time);
    }
    return time;
  }

  /** Only a year-end near the reported one: lines name many other days. */
  private lineEnd({ day, year }: LineTime): Day | null {
    const { latest, ends, namedBy } = this.calendar;
    if (day !== null) return ends.includes(day) && day > latest - 366 * YEARS_BACK ? day : null;
    if (year === null) return null;
    const newest = nameOf(latest, namedBy);
    return year <= newest && year > newest - YEARS_BACK ? fiscalYearEnd(year, this.calendar) : null;
  }
}

function perDay(known: Map<Day, Period>, day: Day, make: (day: Day) => Period): Period {
  let period = known.get(day);
  if (period === undefined) {
    period = make(day);
    known.set(day, period);
  }
  return period;
}

const YEAR_FIRST = /^(?:fiscal |year )?(20\d\d)\b/i;

/** "2", "f", "y". */
function mayBeginYear(label: string): boolean {
  const first = label.charCodeAt(0);
  return first === 0x32 || (first | 0x20) === 0x66 || (first | 0x20) === 0x79;
}

const AS_OF_AND = 'as of and ';
const UNTOLD: Pick<LineTime, 'day' | 'kind'> = { day: null, kind: null };

function isTold(parts: PeriodParts): boolean {
  for (const _ in parts) return true;
  return false;
}

function hasDay({ day, endDay, month, endMonth }: PeriodParts): boolean {
  return (day ?? endDay) !== undefined && (month ?? endMonth) !== undefined;
}

function isWholeDate({ day, endDay, year }: PeriodParts): boolean {
  return (day ?? endDay) !== undefined && year !== undefined;
}

function kindOf(parts: readonly PeriodParts[]): Time['kind'] {
  let kind: Time['kind'] = null;
  for (const part of parts) {
    if (part.kind === 'instant') kind = 'instant';
    else if (part.kind === 'months' || part.first !== undefined) kind = 'span';
    else if (part.kind === 'fiscal-year' && (part.endMonth !== undefined || part.awaitsEnd === true))
      kind = 'span';
  }
  return kind;
}
