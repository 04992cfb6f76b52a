import { describe, expect, it } from 'vitest';
import { parseMonthDay, parseMonths, parseYears } from './period-lists.js';

describe('lists of periods', () => {
  it.each([
    ['2006', [2006]],
    ['2002..2004', [2002, 2003, 2004]],
    ['2006,2004', [2004, 2006]],
    ['2006, 2004..2006', [2004, 2005, 2006]],
  ])('years %s', (text, years) => {
    expect(parseYears(text)).toEqual(years);
  });

  it('months, over the turn of a year', () => {
    expect(parseMonths('2005-12..2006-01,2006-07')).toEqual([
      { year: 2005, month: 12 },
      { year: 2006, month: 1 },
      { year: 2006, month: 7 },
    ]);
  });

  it.each(['', '06', '2002...2006', '2002..', '..2006', '2002..2004..2006', '2002-2006', '20x6', '-2006'])(
    'refuse years "%s"',
    (text) => {
      expect(() => parseYears(text)).toThrow('expected years such as');
    },
  );

  it.each(['2006-13', '2006-00', '2006-7', '2006', '2006-01-01'])('refuse months "%s"', (text) => {
    expect(() => parseMonths(text)).toThrow('expected months such as');
  });

  it('refuse a range that runs backward, or is too long to mean', () => {
    expect(() => parseYears('2006..2002')).toThrow('the earlier end of the range first');
    expect(() => parseYears('0000..9999')).toThrow('at most 1000');
  });

  it('month and day', () => {
    expect(parseMonthDay('03-31')).toEqual({ month: 3, day: 31 });
    for (const text of ['3-31', 'March 31', '2006-03-31', '']) {
      expect(() => parseMonthDay(text)).toThrow('expected a month and day such as 03-31');
    }
  });
});
