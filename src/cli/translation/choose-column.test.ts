import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { chooseColumn, isLater } from './choose-column.js';

const column = (index: number, heading: string, end: string | null) => ({
  index,
  heading,
  periodEnd: end === null ? null : parseDay(end),
});

const YEARS = [
  column(0, 'Year ended March 31, 2005', '2005-03-31'),
  column(1, 'Year ended March 31, 2006', '2006-03-31'),
  column(2, 'Change', null),
];
const DATED = YEARS.slice(0, 2);

describe('the column that is translated', () => {
  it('is that of the latest period, wherever it stands', () => {
    expect(chooseColumn(DATED, undefined, 'x').index).toBe(1);
    expect(chooseColumn([...DATED].reverse(), undefined, 'x').index).toBe(1);
    expect(chooseColumn(YEARS.slice(2), undefined, 'x').index).toBe(2);
  });

  it('can be named by its heading, its end or a part', () => {
    expect(chooseColumn(YEARS, 'year ended  march 31, 2005', 'x').index).toBe(0);
    expect(chooseColumn(YEARS, '2006', 'x').index).toBe(1);
    expect(chooseColumn(YEARS, 'chan', 'x').index).toBe(2);
  });

  it('is none of notes or changes, and may be told by its year alone', () => {
    expect(chooseColumn(YEARS, undefined, 'x').index).toBe(1);
    const bare = [column(0, 'Note', null), column(1, 'FY2006 (audited)', null), column(2, 'FY2005', null)];
    expect(chooseColumn(bare, undefined, 'x').index).toBe(1);
    expect(chooseColumn([...DATED, column(2, '2007', null)], undefined, 'x').index).toBe(2);
    expect(() => chooseColumn([...bare, column(3, 'Other', null)], undefined, 'x')).toThrow('Cannot tell');
    expect(() => chooseColumn([...bare, column(3, 'Budget 2006', null)], undefined, 'x')).toThrow(
      'Cannot tell',
    );
  });

  it('is later than another by day, else by year', () => {
    const [first = column(0, '', null), second = first] = DATED;
    expect([isLater(second, first), isLater(first, second), isLater(first, first)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isLater(column(0, 'FY2006', null), column(1, 'FY2005', null))).toBe(true);
    expect(isLater(column(0, '2006', null), first)).toBe(true);
    expect(isLater(column(0, 'Note', null), column(1, 'FY2005', null))).toBe(false);
  });

  it('is asked for where it is not clear', () => {
    const list = '“Year ended March 31, 2005”, “Year ended March 31, 2006”, “Total”';
    const columns = [...DATED, column(2, 'Total', null)];
    expect(() => chooseColumn(columns, undefined, 'x.txt')).toThrow(
      `Cannot tell which column of x.txt is of the latest period: choose with --column one of ${list}`,
    );
    expect(() => chooseColumn([...DATED, column(3, 'Three months', '2006-03-31')], undefined, 'x')).toThrow(
      'Cannot tell which column',
    );
    expect(() => chooseColumn(YEARS, 'march', 'x')).toThrow('several columns are headed so in x');
    expect(() => chooseColumn(YEARS, '2004', 'x')).toThrow('no column is headed so in x; it has “Year');
    expect(() => chooseColumn(YEARS, '  ', 'x')).toThrow('no column is headed so');
  });
});
