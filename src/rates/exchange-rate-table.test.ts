import { describe, expect, it } from 'vitest';
import { dayOf, parseDay } from '../value/index.js';
import { type ExchangeRateTable, exchangeRateTable, RATE_COLUMNS } from './exchange-rate-table.js';
import type { ExchangeRateTableOptions } from './exchange-rate-table-rows.js';
import { noonBuyingRates } from './noon-buying-rates.js';
import { parseMonths, parseYears } from './period-lists.js';

const MARCH = { month: 3, day: 31 };
const DECEMBER = { month: 12, day: 31 };

function tableOf(options: ExchangeRateTableOptions): ExchangeRateTable {
  return exchangeRateTable(noonBuyingRates(), options);
}

/** A line a row: label and figures as printed, in the order of the columns. */
function linesOf(table: ExchangeRateTable): string[] {
  return table.groups.flatMap(({ heading, rows }) => [
    heading,
    ...rows.map(({ label, cells }) =>
      [label, ...RATE_COLUMNS.map((name) => cells[name].printed)].join(' | '),
    ),
  ]);
}

describe('an exchange-rate table', () => {
  it('holds the 48 figures that a report of July 2006 printed', () => {
    const table = tableOf({
      currency: 'JPY',
      fiscalYearEnd: MARCH,
      years: parseYears('2002..2006'),
      months: parseMonths('2006-01..2006-07'),
      through: parseDay('2006-07-07'),
    });
    expect(linesOf(table)).toEqual([
      'Fiscal year ended March 31,',
      '2002 | 134.77 | 115.89 | 125.64 | 132.70',
      '2003 | 133.40 | 115.71 | 121.10 | 118.07',
      '2004 | 120.55 | 104.18 | 112.75 | 104.18',
      '2005 | 114.30 | 102.26 | 107.28 | 107.22',
      '2006 | 120.93 | 104.41 | 113.67 | 117.48',
      'Calendar year 2006',
      'January | 117.55 | 113.96 | 115.48 | 116.88',
      'February | 118.95 | 115.82 | 117.86 | 115.82',
      'March | 119.07 | 115.89 | 117.28 | 117.48',
      'April | 118.66 | 113.79 | 117.07 | 113.79',
      'May | 113.46 | 110.07 | 111.73 | 112.26',
      'June | 116.42 | 111.66 | 114.63 | 114.51',
      'July (through July 7, 2006) | 115.65 | 113.98 | 114.93 | 113.98',
    ]);
    expect(table.direction).toBe('Japanese yen per U.S. $1.00');
  });

  it('averages years from daily rates where asked, months always', () => {
    const options = { currency: 'jpy', fiscalYearEnd: MARCH, years: [2006], months: parseMonths('2006-01') };
    // 113.15 and 113.67: the two methods differ for this year.
    expect(linesOf(tableOf({ ...options, average: 'daily' }))[1]).toBe(
      '2006 | 120.93 | 104.41 | 113.15 | 117.48',
    );
    const [daily, monthEnd] = (['daily', 'month-end'] as const).map((average) =>
      linesOf(tableOf({ ...options, average })).at(-1),
    );
    expect(daily).toBe(monthEnd);
  });

  it('inverts each daily rate first, and keeps the significant digits', () => {
    const table = tableOf({ unit: 'USD/JPY', fiscalYearEnd: MARCH, years: [2006] });
    // Highs and lows are 1/104.41 and 1/120.93; the mean of inverses is not 1/113.665 = 0.0087978.
    expect(linesOf(table)[1]).toBe('2006 | 0.0095776 | 0.0082692 | 0.0088107 | 0.0085121');
    expect(table.footnotes.map(({ text }) => text).join(' ')).toContain('each daily rate was inverted first');
  });

  it('keeps the direction in which the euro is published', () => {
    const table = tableOf({ currency: 'EUR', fiscalYearEnd: DECEMBER, years: [2005] });
    expect(table.unit).toBe('USD/EUR');
    expect(table.direction).toBe('U.S. dollars per €1.00');
    expect(linesOf(table)).toEqual(['Year ended December 31,', '2005 | 1.3476 | 1.1667 | 1.2400 | 1.1842']);
  });

  it('names a February year-end by the month, and takes the leap day', () => {
    const table = tableOf({ currency: 'KRW', fiscalYearEnd: { month: 2, day: 28 }, years: [2004] });
    expect(table.groups[0]?.heading).toBe('Fiscal year ended the last day of February,');
    expect(table.groups[0]?.rows[0]?.period.until).toBe(dayOf(2004, 3, 1));
  });

  it('takes a month through its last day as whole', () => {
    const table = tableOf({
      currency: 'JPY',
      months: parseMonths('2006-06'),
      through: parseDay('2006-06-30'),
    });
    expect(table.groups[0]?.rows[0]?.label).toBe('June');
  });

  it('warns of a period that holds two currencies', () => {
    const notes = (months: string) =>
      tableOf({ currency: 'VES', months: parseMonths(months) })
        .footnotes.map(({ text }) => text)
        .join('\n');
    expect(notes('2018-08')).toContain('From August 20, 2018 the rates are of a new currency unit');
    expect(notes('2021-10')).toContain('From October 4, 2021');
    expect(notes('2021-11')).not.toContain('new currency unit');
  });

  it('prints the decimals that are asked for, half up', () => {
    const table = tableOf({ currency: 'JPY', fiscalYearEnd: MARCH, years: [2006], decimals: 1 });
    expect(linesOf(table)[1]).toBe('2006 | 120.9 | 104.4 | 113.7 | 117.5');
  });

  it.each<[string, ExchangeRateTableOptions, string, string]>([
    ['no currency', { months: parseMonths('2006-01') }, 'bad-option', 'expected a currency'],
    [
      'an unknown one',
      { currency: 'ARS', months: parseMonths('2006-01') },
      'unknown-currency',
      'expected one of AUD',
    ],
    ['the dollar', { currency: 'USD', months: parseMonths('2006-01') }, 'unknown-currency', 'quoted against'],
    ['a cross rate', { unit: 'JPY/EUR', months: parseMonths('2006-01') }, 'bad-option', 'JPY/USD or USD/JPY'],
    [
      'a unit of another currency',
      { currency: 'JPY', unit: 'USD/EUR', months: parseMonths('2006-01') },
      'bad-option',
      'expected JPY/USD or USD/JPY',
    ],
    ['no rows', { currency: 'JPY' }, 'bad-option', 'expected years or months'],
    [
      'years without their end',
      { currency: 'JPY', years: [2006] },
      'bad-option',
      'without a fiscal year-end',
    ],
    [
      'a year-end that no calendar has',
      { currency: 'JPY', years: [2006], fiscalYearEnd: { month: 2, day: 30 } },
      'bad-option',
      'Unexpected fiscal year-end 2-30',
    ],
    [
      'a year past the calendar',
      { currency: 'JPY', years: [20060], fiscalYearEnd: MARCH },
      'bad-option',
      'Unexpected year 20060',
    ],
    [
      'a month that is none',
      { currency: 'JPY', months: [{ year: 2006, month: 13 }] },
      'bad-option',
      'Unexpected month 13',
    ],
    [
      'through, outside the last month',
      { currency: 'JPY', months: parseMonths('2006-01..2006-07'), through: parseDay('2006-06-30') },
      'bad-option',
      'expected a day of the last month, 2006-07-01 to 2006-07-31',
    ],
    [
      'through, without months',
      { currency: 'JPY', fiscalYearEnd: MARCH, years: [2006], through: parseDay('2006-07-07') },
      'bad-option',
      'without months',
    ],
    [
      'a year that ends after the table',
      {
        currency: 'JPY',
        fiscalYearEnd: MARCH,
        years: [2007],
        months: parseMonths('2006-07'),
        through: parseDay('2006-07-07'),
      },
      'bad-option',
      'after the table does',
    ],
    [
      'too many decimals',
      { currency: 'JPY', months: parseMonths('2006-01'), decimals: 13 },
      'bad-option',
      'expected 0 to 12',
    ],
    [
      'a year before the rates',
      { currency: 'EUR', fiscalYearEnd: MARCH, years: [1999] },
      'no-rate',
      'the rates begin on 1999-01-04; the H.10 rates of EUR run from 1999-01-04 to 2026-05-15',
    ],
    [
      'a month that the rates end in',
      { currency: 'JPY', months: parseMonths('2026-05') },
      'no-rate',
      'A month can be asked for through 2026-05-15',
    ],
  ])('refuses %s', (_, options, code, message) => {
    expect(() => tableOf(options)).toThrow(expect.objectContaining({ name: 'InputError', code }));
    expect(() => tableOf(options)).toThrow(message);
  });
});
