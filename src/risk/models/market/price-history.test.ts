import { describe, expect, it } from 'vitest';
import { formatDay, parseDay, plusDays } from '../../../value/index.js';
import { priceHistory } from './price-history.js';

const FIRST = parseDay('2006-01-02');

/** `rows` lines of a price that goes up and down, a day a line. */
function csv(rows: number, cell = (at: number) => `${1000 + (at % 7)}.50`, header = 'Date,Close'): string {
  const lines = Array.from({ length: rows }, (_, at) => `${formatDay(plusDays(FIRST, at))},${cell(at)}`);
  return `${[header, ...lines].join('\n')}\n`;
}

describe('a price history', () => {
  it('is read from a CSV with a header', () => {
    const { level, history } = priceHistory(csv(30), { file: 'index.csv' });
    expect(history.days).toHaveLength(30);
    expect(history.days[0]).toBe(FIRST);
    expect(level).toBe(1001.5);
    expect(history.source).toBe('index.csv, column "Close", 2006-01-02 to 2006-01-31');
    expect(history.warnings).toEqual([]);
  });

  it('runs either way in time, with a byte-order mark, thousands and Windows line ends', () => {
    const text = csv(30, (at) => `"${at + 1},000.5"`);
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const turned = `\uFEFF${[header, ...lines.reverse()].join('\r\n')}\r\n`;
    expect(priceHistory(turned, { file: 'a.csv' }).history.levels).toEqual(
      priceHistory(text, { file: 'a.csv' }).history.levels,
    );
    expect(priceHistory(text, { file: 'a.csv' }).level).toBe(30000.5);
  });

  it('leaves out days without a price, and what is after the day or before the window', () => {
    const text = csv(40, (at) => (at === 3 ? 'ND' : at === 4 ? '' : `${at + 1}`));
    const { history, level } = priceHistory(text, { file: 'a.csv', asOf: plusDays(FIRST, 35), window: 25 });
    expect(history.days).toHaveLength(26);
    expect(level).toBe(36);
    expect(priceHistory(text, { file: 'a.csv' }).history.days).toHaveLength(38);
    expect(priceHistory(text, { file: 'a.csv', window: 100 }).history.warnings[0]).toBe(
      'Close: 37 daily changes, not the 100 asked for',
    );
  });

  it('reads interest rates in percent or as fractions, zero and below', () => {
    const text = csv(30, (at) => (at === 29 ? '-0.10' : '0.25'), 'date,rate');
    const read = (inPercent: boolean) =>
      priceHistory(text, { file: 'r.csv', quantity: 'interest-rate', inPercent }).level;
    expect(read(true)).toBeCloseTo(-0.001, 15);
    expect(read(false)).toBeCloseTo(-0.1, 15);
  });

  it('chooses the column that is named', () => {
    const text = csv(30, (at) => `${at + 1},${at + 100}`, 'Date,Close,Adj Close');
    expect(priceHistory(text, { file: 'a.csv', column: 'adj close' }).level).toBe(129);
    expect(() => priceHistory(text, { file: 'a.csv' })).toThrow(
      'Unexpected 2 columns beside the dates in a.csv, line 1; expected one, or the name of the one that is meant: "Close", "Adj Close"',
    );
    expect(() => priceHistory(text, { file: 'a.csv', column: 'Open' })).toThrow(
      'expected one of "Close", "Adj Close"',
    );
  });

  it('warns of a split and of a gap', () => {
    const split = priceHistory(
      csv(30, (at) => (at < 15 ? `${400 + at}` : `${100 + at}`)),
      { file: 'a.csv' },
    );
    expect(split.history.warnings[0]).toMatch(/Close: changed by a factor of 0\.278 on 2006-01-17: a split/);
    const lines = csv(60).split('\n');
    const gap = [...lines.slice(0, 20), ...lines.slice(45)].join('\n');
    expect(priceHistory(gap, { file: 'a.csv' }).history.warnings[0]).toBe(
      "Close: no observation from 2006-01-21 to 2006-02-14; the change over that gap counts as one day's",
    );
  });

  it.each([
    ['', 'Cannot read p.csv: it is empty'],
    ['Day;Close\n', 'Unexpected semicolons between the columns'],
    ['When,Close\n2006-01-02,1\n', 'expected a column named "date"'],
    ['Date\n2006-01-02\n', 'Unexpected 0 columns beside the dates'],
    ['Date,Close\n2006-01-02,1,2\n', 'Unexpected row of 3 fields in p.csv, line 2'],
    [
      'Date,Close\n02/01/2006,1\n',
      'Unexpected date "02/01/2006" in p.csv, line 2, column Date; expected a day such as 2006-03-31',
    ],
    ['Date,Close\n2006-02-30,1\n', 'Unexpected date "2006-02-30" in p.csv, line 2'],
    [
      'Date,Close\n2006-01-02,abc\n',
      'Unexpected value "abc" in p.csv, line 2, column Close; expected a price such as 1234.50',
    ],
    ['Date,Close\n2006-01-02,1e5\n', 'Unexpected value "1e5"'],
    ['Date,Close\n2006-01-02,0\n', 'Unexpected price "0" in p.csv, line 2'],
    ['Date,Close\n2006-01-02,-4\n', 'Unexpected price "-4"'],
    ['Date,Close\n2006-01-02,4%\n', 'Unexpected percentage "4%"'],
    ['Date,Close\n2006-01-02,1\n2006-01-02,2\n', 'Unexpected second row of 2006-01-02 in p.csv, line 3'],
    [
      'Date,Close\n2006-01-02,1\n2006-01-03,2\n2005-01-04,3\n',
      'Unexpected date 2005-01-04 in p.csv, line 4; expected one after 2006-01-03 of line 3',
    ],
    [
      'Date,Close\n2006-01-02,1\n2006-01-03,2\n',
      'Only 2 observations of "Close" in p.csv, expected at least 21',
    ],
  ])('names place and remedy: %j', (text, message) => {
    expect(() => priceHistory(text, { file: 'p.csv' })).toThrow(message);
  });

  it('refuses a history that ends long before the day, and one without bounds', () => {
    expect(() => priceHistory(csv(30), { file: 'p.csv', asOf: parseDay('2006-03-31') })).toThrow(
      'The last observation of "Close" in p.csv is of 2006-01-31, more than 10 days before 2006-03-31',
    );
    expect(() => priceHistory('"'.padEnd(70_000_000, 'x'), { file: 'p.csv' })).toThrow(
      'Unexpected 70000000 characters',
    );
    expect(() => priceHistory(`Date,Close\n${'\n'.repeat(200_000)}`, { file: 'p.csv' })).toThrow(
      'lines in p.csv, expected at most 100000',
    );
  });
});
