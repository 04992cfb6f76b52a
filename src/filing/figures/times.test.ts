import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../value/index.js';
import type { FiscalYear } from './fiscal-year.js';
import { readTimes } from './times.js';

const TO_MARCH: FiscalYear = { endMonth: 3, endDay: 31, namedBy: 'end' };

function read(text: string, fiscalYear: FiscalYear | null = TO_MARCH): string[] {
  return readTimes(text, { fiscalYear }).map((time) =>
    time.period === null ? 'null' : formatPeriod(time.period),
  );
}

describe('readTimes', () => {
  it.each([
    ['as of March 31, 2006', '2006-03-31'],
    ['on Friday, July 7, 2006', '2006-07-07'],
    ['at December 31, 2005 and 2004', '2005-12-31', '2004-12-31'],
    ['at the end of 2005', '2005-12-31'],
    ['for the fiscal year ended March 31, 2003', '2002-04-01/2003-03-31'],
    ['the fiscal years ended March 31, 2005 and 2006', '2004-04-01/2005-03-31', '2005-04-01/2006-03-31'],
    ['the fiscal year ended March 2004', '2003-04-01/2004-03-31'],
    ['three months ended June 30, 2006', '2006-04-01/2006-06-30'],
    ['the quarter ended May 31, 2006', '2006-03-01/2006-05-31'],
    ['the 52 weeks ended January 28, 2006', '2005-01-30/2006-01-28'],
    ['each of the three years in the period ended December 31, 2001', '1999-01-01/2001-12-31'],
    ['in September 2003', '2003-09-01/2003-09-30'],
    ['during 2005', '2005-01-01/2005-12-31'],
    ['fiscal 2006', '2005-04-01/2006-03-31'],
    ['the first quarter of fiscal 2006', '2005-04-01/2005-06-30'],
    ['in calendar year 2006', '2006-01-01/2006-12-31'],
    ['from April 1, 2005 to March 31, 2006', '2005-04-01/2006-03-31'],
    ['between November 2006 and the end of April 2007', '2006-11-01/2007-04-30'],
    ['up 4% from 2023 to 2024', '2023-01-01/2023-12-31', '2024-01-01/2024-12-31'],
    ['on February 30, 2006', 'null'],
    ['the 2016 Plan'],
  ])('%s', (text, ...periods) => {
    expect(read(text)).toEqual(periods);
  });

  it('names fiscal years as the issuer does', () => {
    expect(read('fiscal 2006', { ...TO_MARCH, namedBy: 'start' })).toEqual(['2006-04-01/2007-03-31']);
    expect(read('in 2006', { ...TO_MARCH, bareYears: 'fiscal' })).toEqual(['2005-04-01/2006-03-31']);
    expect(read('fiscal 2006', null)).toEqual(['null']);
  });

  it.each([
    'a dividend (the “2022 Dividend”)',
    'the June 2018 stock repurchase program',
    'our 2023 annual impairment test',
  ])('finds a name, no time, in "%s"', (text) => {
    expect(readTimes(text).map(({ aside }) => aside)).toEqual([true]);
  });

  it('covers the whole phrase', () => {
    const text = 'Our deficit as of March 31, 2006 grew in 2007.';
    const places = readTimes(text).map((time) => [
      text.slice(time.start, time.end),
      time.kind,
      time.yearOnly ?? false,
    ]);
    expect(places).toEqual([
      ['as of March 31, 2006', 'instant', false],
      ['in 2007', 'span', true],
    ]);
  });
});
