import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../value/index.js';
import { exchangeRateTable, RATE_COLUMNS } from './exchange-rate-table.js';
import { noonBuyingRates } from './noon-buying-rates.js';
import { parseMonthDay, parseMonths, parseYears } from './period-lists.js';

const FOLDER = new URL('../../../shared/data/h10/', import.meta.url);

interface Pair {
  /** `JPY/USD`: yen per U.S. dollar. */
  readonly unit: string;
  /** End of the fiscal year; `02-28` moves with the leap day. */
  readonly yearEnd: string;
  readonly years: string;
  readonly average?: 'daily' | 'month-end';
  readonly months?: string;
  readonly through?: string;
  readonly decimals?: number;
}

const PAIRS: readonly Pair[] = [
  {
    unit: 'JPY/USD',
    yearEnd: '03-31',
    years: '2002..2006',
    months: '2006-01..2006-07',
    through: '2006-07-07',
  },
  { unit: 'USD/JPY', yearEnd: '03-31', years: '2015..2019', average: 'daily', months: '2019-01..2019-06' },
  { unit: 'JPY/USD', yearEnd: '02-28', years: '2003..2008', average: 'daily' },
  { unit: 'USD/JPY', yearEnd: '02-28', years: '2016,2020,2024', months: '2024-02' },
  {
    unit: 'USD/EUR',
    yearEnd: '12-31',
    years: '2000..2010',
    months: '2010-10..2011-04',
    through: '2011-04-08',
  },
  { unit: 'EUR/USD', yearEnd: '12-31', years: '2018..2022', average: 'daily', decimals: 5 },
  {
    unit: 'USD/GBP',
    yearEnd: '06-30',
    years: '2005..2012',
    months: '2012-07..2012-09',
    through: '2012-09-14',
  },
  { unit: 'GBP/USD', yearEnd: '09-30', years: '1993..1998', average: 'daily' },
  { unit: 'USD/AUD', yearEnd: '06-30', years: '1985..1992', average: 'daily' },
  {
    unit: 'AUD/USD',
    yearEnd: '06-30',
    years: '2010..2014',
    months: '2014-02..2014-08',
    through: '2014-08-29',
  },
  {
    unit: 'CNY/USD',
    yearEnd: '12-31',
    years: '2001..2012',
    months: '2012-12..2013-03',
    through: '2013-03-15',
  },
  { unit: 'USD/CNY', yearEnd: '12-31', years: '2013..2018', decimals: 6 },
  { unit: 'KRW/USD', yearEnd: '12-31', years: '1996..2003', average: 'daily', months: '2003-12..2004-06' },
  { unit: 'USD/KRW', yearEnd: '12-31', years: '2019..2023', decimals: 8 },
  {
    unit: 'CHF/USD',
    yearEnd: '12-31',
    years: '2013..2017',
    months: '2018-01..2018-02',
    through: '2018-02-16',
  },
  { unit: 'HKD/USD', yearEnd: '03-31', years: '1999..2006', average: 'daily' },
  { unit: 'INR/USD', yearEnd: '03-31', years: '2004..2015', months: '2015-04..2015-09' },
  { unit: 'USD/INR', yearEnd: '03-31', years: '2020..2024', average: 'daily', decimals: 7 },
  { unit: 'CAD/USD', yearEnd: '01-31', years: '1990..1999', average: 'daily', months: '1999-02..1999-05' },
  { unit: 'USD/CAD', yearEnd: '10-31', years: '2005..2014' },
  {
    unit: 'BRL/USD',
    yearEnd: '12-31',
    years: '1998..2003',
    months: '2004-01..2004-06',
    through: '2004-06-25',
  },
  { unit: 'MXN/USD', yearEnd: '12-31', years: '1994..2000', average: 'daily', decimals: 2 },
  { unit: 'TWD/USD', yearEnd: '12-31', years: '2008..2016', months: '2017-01..2017-03' },
  { unit: 'ZAR/USD', yearEnd: '06-30', years: '2000..2008', average: 'daily' },
  { unit: 'SEK/USD', yearEnd: '08-31', years: '1990..1996' },
  { unit: 'DKK/USD', yearEnd: '11-30', years: '2001..2009', average: 'daily', decimals: 3 },
];

/**
 * The table, held figure by figure against a recomputation of its own: the CSV files, days as text, whole numbers.
 * Nothing below `recomputed` is shared with the code that is tested.
 */
describe.skipIf(!existsSync(FOLDER))('tables of many pairs (needs ../shared/data/h10)', () => {
  let compared = 0;

  it.each(PAIRS)('$unit, fiscal years to $yearEnd, $years', (pair) => {
    const table = exchangeRateTable(noonBuyingRates(), {
      unit: pair.unit,
      fiscalYearEnd: parseMonthDay(pair.yearEnd),
      years: parseYears(pair.years),
      months: pair.months === undefined ? [] : parseMonths(pair.months),
      through: pair.through === undefined ? undefined : parseDay(pair.through),
      average: pair.average,
      decimals: pair.decimals,
    });
    const printed = table.groups.flatMap(({ rows }) =>
      rows.map(({ cells }) => RATE_COLUMNS.map((name) => `${cells[name].printed}`)),
    );
    const decimals = printed[0]?.[0]?.split('.')[1]?.length ?? 0;
    if (pair.decimals !== undefined) expect(decimals).toBe(pair.decimals);
    const expected = recomputed(pair, decimals);
    expect(printed).toEqual(expected);
    compared += expected.flat().length;
  });

  it('are a thousand figures, each pair with another year-end or direction', () => {
    const rows = PAIRS.reduce((sum, pair) => sum + yearsOf(pair).length + monthsOf(pair).length, 0);
    expect([compared, rows * 4]).toEqual([COUNT, COUNT]);
    expect(new Set(PAIRS.map(({ unit, yearEnd }) => `${unit} ${yearEnd}`)).size).toBe(PAIRS.length);
  });
});

/** Four for each row of the tables. */
const COUNT = 1012;

/** An exact ratio of whole numbers. */
type Ratio = readonly [bigint, bigint];

/** High, low, average and period-end of each row, rounded half up. */
function recomputed(pair: Pair, decimals: number): string[][] {
  const rates = readRates(pair.unit);
  const ofYears = yearsOf(pair).map((year) => {
    const [after, to] = [yearEndOf(pair, year - 1), yearEndOf(pair, year)];
    const within = rates.filter(([day]) => day > after && day <= to);
    return rowOf(within, pair.average === 'daily' ? within : monthEnds(within));
  });
  const ofMonths = monthsOf(pair).map((month) => {
    const within = rates.filter(([day]) => day.startsWith(month) && day <= (pair.through ?? '9'));
    return rowOf(within, within);
  });
  return [...ofYears, ...ofMonths].map((row) => row.map((ratio) => halfUp(ratio, decimals)));
}

function rowOf(
  within: readonly (readonly [string, Ratio])[],
  averaged: readonly (readonly [string, Ratio])[],
): Ratio[] {
  const ratios = within.map(([, ratio]) => ratio);
  const high = ratios.reduce((a, b) => (b[0] * a[1] > a[0] * b[1] ? b : a));
  const low = ratios.reduce((a, b) => (b[0] * a[1] < a[0] * b[1] ? b : a));
  const sum = averaged
    .map(([, ratio]) => ratio)
    .reduce(([a, b], [c, d]) => (b === d ? [a + c, b] : [a * d + c * b, b * d]));
  const last = ratios.at(-1) ?? [0n, 1n];
  return [high, low, [sum[0], sum[1] * BigInt(averaged.length)], last];
}

/** The last rate of each calendar month. */
function monthEnds(within: readonly (readonly [string, Ratio])[]): (readonly [string, Ratio])[] {
  return within.filter(([day], index) => within[index + 1]?.[0].slice(0, 7) !== day.slice(0, 7));
}

function halfUp([numerator, denominator]: Ratio, decimals: number): string {
  const scaled = (2n * numerator * 10n ** BigInt(decimals) + denominator) / (2n * denominator);
  const digits = `${scaled}`.padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function readRates(unit: string): (readonly [string, Ratio])[] {
  const [quote = '', base = ''] = unit.split('/');
  const currency = quote === 'USD' ? base : quote;
  const index = readFileSync(new URL('index.csv', FOLDER), 'utf8').split('\n');
  const perUsd = index.find((line) => line.startsWith(`${currency},`))?.includes(',per_usd,') === true;
  const isInverse = perUsd === (quote === 'USD');
  const rows = readFileSync(new URL(`${currency}.csv`, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return rows.map((row) => {
    const [day = '', rate = ''] = row.split(',');
    const [whole = '', fraction = ''] = rate.split('.');
    const ratio: Ratio = [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
    return [day, isInverse ? [ratio[1], ratio[0]] : ratio];
  });
}

function yearEndOf({ yearEnd }: Pair, year: number): string {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${yearEnd === '02-28' && isLeap ? '02-29' : yearEnd}`;
}

function yearsOf({ years }: Pair): number[] {
  const [first = '', last] = years.split('..');
  if (last === undefined) return years.split(',').map(Number);
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
}

/** `2005-12..2006-02` as `2005-12`, `2006-01`, `2006-02`. */
function monthsOf({ months }: Pair): string[] {
  if (months === undefined) return [];
  const [first = '', last = first] = months.split('..');
  const listed: string[] = [];
  for (let month = first; month <= last; ) {
    listed.push(month);
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${`${number + 1}`.padStart(2, '0')}`;
  }
  return listed;
}
