import { describe, expect, it } from 'vitest';
import { formatDay, formatPeriod, parseDay } from '../../value/index.js';
import {
  fiscalYearEnd,
  quarterOfYear,
  readFiscalCalendar,
  spanEndingOn,
  yearEndingOn,
} from './fiscal-calendar.js';

const WEEKS = `Form 10-K. Annual report for the fiscal year ended September 28, 2024. Harbor Lane Foods, Inc.
  Balance sheets at September 28, 2024 and September 30, 2023. Years ended September 28, 2024, September 30, 2023 and
  September 24, 2022. As of September 30, 2023 and September 24, 2022.`;
const MONTHS = `Form 20-F. For the fiscal year ended March 31, 2006. At March 31, 2006 and 2005; at March 31, 2005.`;

function calendarOf(text: string) {
  const calendar = readFiscalCalendar(text, null);
  if (calendar === null) throw new Error('no calendar');
  return calendar;
}

describe('readFiscalCalendar', () => {
  it('finds the year-ends of 52 and 53 weeks, and goes on by weeks where none is printed', () => {
    const calendar = calendarOf(WEEKS);
    expect([2024, 2023, 2022, 2021].map((year) => formatDay(fiscalYearEnd(year, calendar)))).toEqual([
      '2024-09-28',
      '2023-09-30',
      '2022-09-24',
      '2021-09-25',
    ]);
    expect(formatPeriod(yearEndingOn(parseDay('2023-09-30'), calendar))).toBe('2022-09-25/2023-09-30');
  });

  it('keeps a fixed day where reports print it, whatever days stand near', () => {
    const calendar = calendarOf(`${MONTHS} Effective April 1, 2005. On April 1, 2005 and April 1, 2004.`);
    expect(formatPeriod(yearEndingOn(fiscalYearEnd(2005, calendar), calendar))).toBe('2004-04-01/2005-03-31');
  });

  it('names a year that ends in the first days of January for the one before', () => {
    const calendar = calendarOf(
      'Form 10-K for the year ended January 1, 2023. January 1, 2023. January 2, 2022.',
    );
    expect(formatDay(fiscalYearEnd(2022, calendar))).toBe('2023-01-01');
  });

  it('tells none of an excerpt that is no report', () => {
    expect(readFiscalCalendar('Sales for the year ended March 31, 2006 rose.', null)).toBeNull();
  });

  it('cuts quarters by months and by weeks', () => {
    const months = yearEndingOn(parseDay('2006-03-31'), calendarOf(MONTHS));
    expect(formatPeriod(quarterOfYear(months, 4))).toBe('2006-01-01/2006-03-31');
    const weeks = calendarOf(WEEKS);
    expect(formatPeriod(quarterOfYear(yearEndingOn(weeks.latest, weeks), 1))).toBe('2023-10-01/2023-12-30');
    expect(formatPeriod(spanEndingOn(parseDay('2023-12-30'), weeks))).toBe('2023-10-01/2023-12-30');
    expect(formatPeriod(spanEndingOn(parseDay('2023-09-30'), weeks))).toBe('2022-09-25/2023-09-30');
  });
});
