import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../value/index.js';
import { readFiling } from '../read-filing.js';

/** The periods of the amounts in the rows of a table, a list for each row. */
function periods(...lines: string[]): string[][] {
  const text = ['Rates of Kitano Denki Co., Ltd., in yen per U.S. $1.00:', '', ...lines].join('\n');
  const { figures, tables } = readFiling(text);
  expect(tables).toHaveLength(1);
  const rows = new Map<number, string[]>();
  for (const { role, where, period } of figures) {
    if (role !== 'amount' || !('table' in where)) continue;
    const row = rows.get(where.row) ?? [];
    row.push(period === null ? 'none' : formatPeriod(period));
    rows.set(where.row, row);
  }
  return [...rows.values()];
}

const DECEMBER = '2015-12-01/2015-12-31';
const JANUARY = '2016-01-01/2016-01-31';
const TO_JANUARY_7 = '2016-01-01/2016-01-07';

describe('months over years, and years over months', () => {
  it.each([
    ['\tDecember\tJanuary', '\t2015\t2016'],
    ['\t2015\t2016', '\tDecember\tJanuary'],
    ['\tDecember\tJanuary', 'Rate\t2015\t2016'],
    ['\tDec.\tJan.', '\t2015\t2016'],
    ['\tDecember 2015\tJanuary', '\tRate\tRate'],
  ])('%j over %j', (above, below) => {
    expect(periods(above, below, 'High\t120.10\t121.20')).toEqual([[DECEMBER, JANUARY]]);
  });

  it('spreads a year over the months below it', () => {
    expect(
      periods(
        '\t2015\t\t2016\t',
        '\tNovember\tDecember\tJanuary\tFebruary',
        'High\t120.1\t120.2\t120.3\t120.4',
      ),
    ).toEqual([['2015-11-01/2015-11-30', DECEMBER, JANUARY, '2016-02-01/2016-02-29']]);
  });

  it('reads years with a note mark as headings, not as rates', () => {
    expect(periods('\tDecember\tJanuary', 'Rate\t2015\t2016 (1)', 'High\t120.10\t121.20')).toEqual([
      [DECEMBER, JANUARY],
    ]);
  });
});

describe('a month that a note cuts short', () => {
  const NOTE = '(1) Given for the period from January 1, 2016 to January 7, 2016.';
  it.each([
    ['in the heading of the year below the month', ['\tDecember\tJanuary', '\t2015\t2016(1)'], NOTE],
    ['in the heading of the month below the year', ['\t2015\t2016', '\tDecember\tJanuary(1)'], NOTE],
    ['in the heading of the year above the month', ['\t2015\t2016 (1)', '\tDecember\tJanuary'], NOTE],
    ['in one heading', ['\tDecember 2015\tJanuary 2016 (1)'], '(1) Through January 7, 2016.'],
    ['without its year', ['\tDecember 2015\tJanuary 2016 (1)'], '(1) Through January 7.'],
    ['with a star', ['\tDecember 2015\tJanuary 2016*'], '* Through January 7, 2016.'],
    ['below a rule', ['\tDecember 2015\tJanuary 2016 (1)'], `______________\n${NOTE}`],
  ])('%s', (_, headings, note) => {
    expect(periods(...headings, 'High\t120.10\t121.20', '', note)).toEqual([[DECEMBER, TO_JANUARY_7]]);
  });

  it('does so in a row', () => {
    expect(
      periods('\tHigh\tLow', 'December 2015\t120.10\t119.10', 'January 2016 (1)\t121.20\t120.20', '', NOTE),
    ).toEqual([
      [DECEMBER, DECEMBER],
      [TO_JANUARY_7, TO_JANUARY_7],
    ]);
  });

  it('does so below the label of a group', () => {
    const rows = [
      '\tHigh\tLow',
      '2015\t\t',
      'December\t120.10\t119.10',
      '2016 (1)\t\t',
      'January\t121.20\t120.20',
    ];
    expect(periods(...rows, '', NOTE)).toEqual([
      [DECEMBER, DECEMBER],
      [TO_JANUARY_7, TO_JANUARY_7],
    ]);
  });

  it('has no period where the note is not understood', () => {
    const note = '(1) To the latest practicable date.';
    expect(periods('\tDecember 2015\tJanuary 2016 (1)', 'High\t120.10\t121.20', '', note)).toEqual([
      [DECEMBER, 'none'],
    ]);
  });

  it('keeps its period where the note speaks of another month', () => {
    const note = '(1) Through March 7, 2017.';
    expect(periods('\tDecember 2015\tJanuary 2016 (1)', 'High\t120.10\t121.20', '', note)[0]?.[0]).toBe(
      DECEMBER,
    );
  });

  it('leaves a year whole under a note on something else', () => {
    const note = '(1) Includes Minato Foods from July 1, 2015 to December 31, 2015.';
    expect(periods('\t2014\t2015 (1)', 'High\t120.10\t121.20', '', note)).toEqual([
      ['2014-01-01/2014-12-31', '2015-01-01/2015-12-31'],
    ]);
  });
});

describe('a table of one column', () => {
  it('has its heading, though nothing stands beside it', () => {
    const { tables } = readFiling(
      [
        'Noon buying rates in yen per U.S. $1.00:',
        '',
        '\tAverage(1)',
        'Year ended March 31,\t',
        '2005\t107.28',
        '2006\t113.67',
      ].join('\n'),
    );
    expect(tables.map(({ columns }) => columns.map(({ labelPath }) => labelPath))).toEqual([
      [[], ['Average']],
    ]);
  });
});

describe('months without a year', () => {
  it('have that of the months beside them', () => {
    expect(periods('\tHigh\tLow', 'December 2015\t120.1\t119.1', 'January\t121.2\t120.2')).toEqual([
      [DECEMBER, DECEMBER],
      [JANUARY, JANUARY],
    ]);
    expect(periods('\tDecember\tJanuary 2016', 'High\t120.1\t121.2')).toEqual([[DECEMBER, JANUARY]]);
  });

  it('have none where no month says', () => {
    expect(periods('\tDecember\tJanuary', 'High\t120.1\t121.2')).toEqual([['none', 'none']]);
  });
});
