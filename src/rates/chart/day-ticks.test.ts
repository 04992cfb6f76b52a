import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, parseDay, plusDays } from '../../value/index.js';
import { type DayTick, dayTicks } from './day-ticks.js';

/** At most so many beside each other. */
const atMost = (count: number) => (ticks: readonly DayTick[]) => ticks.length <= count;

function textsOf(first: string, last: string, count: number, namesMonths = false): string[] {
  return dayTicks(parseDay(first), parseDay(last), namesMonths, atMost(count)).map(({ text }) => text);
}

describe('marks of the axis of days', () => {
  it.each([
    ['2006-06-01', '2006-06-05', 9, ['Jun 1, 2006', 'Jun 2', 'Jun 3', 'Jun 4', 'Jun 5']],
    ['2006-06-01', '2006-06-30', 9, ['Jun 5, 2006', 'Jun 12', 'Jun 19', 'Jun 26']],
    ['2005-11-15', '2006-02-20', 9, ['Nov 21, 2005', 'Nov 28']],
    ['2005-11-15', '2006-04-20', 9, ['Dec 2005', 'Jan 2006', 'Feb', 'Mar', 'Apr']],
    ['2004-04-01', '2006-07-07', 12, ['Apr 2004', 'Jul', 'Oct', 'Jan 2005', 'Apr', 'Jul', 'Oct', 'Jan 2006']],
    ['2001-04-01', '2006-07-07', 6, ['2002', '2003', '2004', '2005', '2006']],
    ['1971-01-04', '2026-05-15', 6, ['1980', '1990', '2000', '2010', '2020']],
  ])('from %s to %s', (first, last, count, expected) => {
    const texts = textsOf(first, last, first === '2005-11-15' && last === '2006-02-20' ? 14 : count);
    expect(texts.slice(0, expected.length)).toEqual(expected);
  });

  it('names the month of a year beside fiscal years', () => {
    expect(textsOf('2001-04-01', '2003-07-07', 2, true)).toEqual(['Jan 2002', 'Jan 2003']);
  });

  it('falls back to the ends, and to the first day', () => {
    expect(textsOf('2006-06-06', '2006-06-20', 2)).toEqual(['Jun 12, 2006', 'Jun 19']);
    expect(textsOf('2006-06-06', '2006-06-15', 2)).toEqual(['Jun 6, 2006', 'Jun 15, 2006']);
    expect(textsOf('2006-06-06', '2006-06-15', 1)).toEqual(['Jun 6, 2006']);
    expect(textsOf('2006-06-06', '2006-06-06', 9)).toEqual(['Jun 6, 2006']);
  });

  it('ascend within the span, as many as fit', () => {
    const spans = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 25_000 }));
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 12 }), fc.boolean(), ([start, length], count, named) => {
        const first = start as Day;
        const last = plusDays(first, length);
        const days = dayTicks(first, last, named, atMost(count)).map(({ day }) => day);
        expect(days.length).toBeGreaterThan(0);
        expect(days.length).toBeLessThanOrEqual(count);
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        expect(days.every((day) => first <= day && day <= last)).toBe(true);
      }),
    );
  });
});
