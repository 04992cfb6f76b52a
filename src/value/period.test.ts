import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days } from '../../test/arbitraries.js';
import { parseDay, plusDays } from './day.js';
import {
  covers,
  fiscalYear,
  formatPeriod,
  instantAt,
  isCalendarMonth,
  isYear,
  lastDayOf,
  monthOf,
  monthsOf,
  type Period,
  parsePeriod,
  type Span,
  samePeriod,
  spanOf,
} from './period.js';

const spans = fc
  .tuple(days, fc.integer({ min: 0, max: 1500 }))
  .map(([first, more]) => spanOf(first, plusDays(first, more)));
const periods: fc.Arbitrary<Period> = fc.oneof(spans, days.map(instantAt));
const span = (text: string) => parsePeriod(text) as Span;

describe('Period text', () => {
  it('reads back what it prints', () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(parsePeriod(formatPeriod(period))).toEqual(period);
      }),
    );
  });

  it.each(['2006-03-31/', '/2006-03-31', '2006', '2005-04-01/2006-03-31/2007-03-31', ''])(
    'refuses %j',
    (text) => {
      expect(() => parsePeriod(text)).toThrowError(/expected/);
    },
  );

  it('refuses a span that ends before it begins', () => {
    expect(() => parsePeriod('2006-04-01/2006-03-31')).toThrowError(
      'No day lies between 2006-04-01 and 2006-03-31',
    );
  });
});

describe('fiscalYear', () => {
  it.each([
    [2006, 3, 31, '2005-04-01/2006-03-31'],
    [2006, 12, 31, '2006-01-01/2006-12-31'],
    [2004, 2, 28, '2003-03-01/2004-02-29'],
    [2004, 2, 29, '2003-03-01/2004-02-29'],
    [2005, 2, 28, '2004-03-01/2005-02-28'],
    [2005, 2, 29, '2004-03-01/2005-02-28'],
    [2004, 3, 20, '2003-03-21/2004-03-20'],
    [2006, 6, 30, '2005-07-01/2006-06-30'],
  ])('%i ending %i/%i is %s', (year, month, day, text) => {
    expect(formatPeriod(fiscalYear(year, month, day))).toBe(text);
  });

  it.each([
    [2006, 6, 31],
    [2006, 2, 30],
    [2006, 13, 1],
    [2006, 0, 1],
  ])('%i has none ending %i/%i', (year, month, day) => {
    expect(() => fiscalYear(year, month, day)).toThrowError(/No such day/);
  });

  it('follows on from the year before, and is a year', () => {
    const yearEnds = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), yearEnds, (year, [month, day]) => {
        const current = fiscalYear(year, month, day);
        expect(fiscalYear(year - 1, month, day).until).toBe(current.start);
        expect([365, 366]).toContain(current.until - current.start);
        expect(isYear(current)).toBe(true);
      }),
    );
  });
});

describe('Period relations', () => {
  it('covers itself, its days, and nothing beyond', () => {
    fc.assert(
      fc.property(spans, (outer) => {
        expect(covers(outer, outer)).toBe(true);
        expect(covers(outer, instantAt(outer.start))).toBe(true);
        expect(covers(outer, instantAt(lastDayOf(outer)))).toBe(true);
        expect(covers(outer, instantAt(outer.until))).toBe(false);
        expect(covers(outer, spanOf(outer.start, outer.until))).toBe(false);
      }),
    );
  });

  it('is the same only as one of its own kind with the same days', () => {
    const day = instantAt(parseDay('2006-03-31'));
    expect(samePeriod(day, instantAt(parseDay('2006-03-31')))).toBe(true);
    expect(samePeriod(day, span('2006-03-31/2006-03-31'))).toBe(false);
    expect(samePeriod(span('2006-03-01/2006-03-31'), monthOf(2006, 3))).toBe(true);
    expect(samePeriod(null, null)).toBe(true);
    expect(samePeriod(day, null)).toBe(false);
  });

  it('knows months and years', () => {
    expect(isCalendarMonth(monthOf(2004, 2))).toBe(true);
    expect(isCalendarMonth(span('2006-07-01/2006-07-07'))).toBe(false);
    expect(isCalendarMonth(span('2006-01-01/2006-02-28'))).toBe(false);
    expect(isYear(span('2006-01-01/2006-06-30'))).toBe(false);
    expect(isYear(span('2005-01-30/2006-02-04'))).toBe(true);
  });

  it('lists the months that a span touches, each once and without a gap', () => {
    expect(monthsOf(span('2005-12-15/2006-02-01')).map(formatPeriod)).toEqual([
      '2005-12-01/2005-12-31',
      '2006-01-01/2006-01-31',
      '2006-02-01/2006-02-28',
    ]);
    expect(monthsOf(fiscalYear(2006, 3, 31))).toHaveLength(12);
    fc.assert(
      fc.property(spans, (whole) => {
        const months = monthsOf(whole);
        months.slice(1).forEach((month, index) => {
          expect(month.start).toBe(months[index]?.until);
        });
        expect(months.every(isCalendarMonth)).toBe(true);
        expect(months[0]?.start).toBeLessThanOrEqual(whole.start);
        expect(months.at(-1)?.until).toBeGreaterThanOrEqual(whole.until);
      }),
    );
  });
});
