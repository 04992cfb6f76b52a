import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../value/index.js';
import { combinePeriodParts } from './combine-parts.js';
import type { FiscalYear } from './fiscal-year.js';
import { readPeriodParts } from './label-parts.js';

function combine(labels: readonly string[], fiscalYear: FiscalYear | null = null): string | null {
  const period = combinePeriodParts(labels.map(readPeriodParts), fiscalYear);
  return period === null ? null : formatPeriod(period);
}

describe('readPeriodParts', () => {
  it('reads a part where a label gives only a part', () => {
    expect(readPeriodParts('Fiscal year ended March 31,')).toEqual({
      kind: 'fiscal-year',
      endMonth: 3,
      endDay: 31,
    });
    expect(readPeriodParts('2002')).toEqual({ year: 2002 });
    expect(readPeriodParts('Calendar year 2006')).toEqual({ kind: 'calendar-year', year: 2006 });
    expect(readPeriodParts('January')).toEqual({ month: 1 });
    expect(readPeriodParts('High')).toEqual({});
    expect(readPeriodParts('Total revenues of 2,005')).toEqual({});
  });
});

describe('combinePeriodParts', () => {
  it.each([
    [['Fiscal year ended March 31,', '2002'], '2001-04-01/2002-03-31'],
    [['YEARS ENDED MARCH 31', '2004'], '2003-04-01/2004-03-31'],
    [['Calendar year 2006', 'January'], '2006-01-01/2006-01-31'],
    [['Calendar year 2006', 'July (through July 7, 2006)'], '2006-07-01/2006-07-07'],
    [['July 2006 (through July 7)'], '2006-07-01/2006-07-07'],
    [['Fiscal year ended March 31,', '2006 (through February 28, 2006)'], '2005-04-01/2006-02-28'],
    [['March 31, 2006'], '2006-03-31'],
    [['As of December 31,', '2005'], '2005-12-31'],
    [['31 December', '2005'], '2005-12-31'],
    [['December 31, 2005 (unaudited)'], '2005-12-31'],
    [['Three months ended June 30,', '2006'], '2006-04-01/2006-06-30'],
    [['2006', 'Three months ended March 31'], '2006-01-01/2006-03-31'],
    [['Month ended June 30, 2006'], '2006-06-01/2006-06-30'],
    [['Year ended December 31, 2005'], '2005-01-01/2005-12-31'],
    [['2006:', 'June'], '2006-06-01/2006-06-30'],
    [['Jan. 2006'], '2006-01-01/2006-01-31'],
    [['Fiscal year ended March 31, 2006', 'February'], '2006-02-01/2006-02-28'],
    [['Fiscal year ended March 31, 2006', 'June'], '2005-06-01/2005-06-30'],
    [['Fiscal year ended March 31,', 'As of December 31, 2005'], '2005-12-31'],
    [['Year ended March 31,', 'April 2006'], '2006-04-01/2006-04-30'],
    [['Fiscal year ended March 31,', 'December, 2005'], '2005-12-01/2005-12-31'],
    [['Fiscal year ended March 31,', '2006: April'], '2006-04-01/2006-04-30'],
    [['Fiscal year ended March 31,', '2006', 'March'], '2006-03-01/2006-03-31'],
    [['Fiscal year ended March 31, 2006', 'April'], '2005-04-01/2005-04-30'],
    [['Months ended', 'March 31, 2006'], '2006-03-01/2006-03-31'],
    [['Fiscal year ended March 31,', 'Calendar year 2006', 'April'], '2006-04-01/2006-04-30'],
    [['2006', 'April'], '2006-04-01/2006-04-30'],
    [['Fiscal year ended', 'March 31, 2006'], '2005-04-01/2006-03-31'],
    [['Fiscal year ended', 'March 31,', '2006'], '2005-04-01/2006-03-31'],
    [['Fiscal year ended March 31,', 'March 31, 2006'], '2005-04-01/2006-03-31'],
    [['Fiscal year ended March 31,', '2006', 'Balance at March 31, 2006'], '2006-03-31'],
    [['Three months ended', 'June 30, 2006'], '2006-04-01/2006-06-30'],
    [['Fiscal 2006 (ended March 31, 2006)'], '2005-04-01/2006-03-31'],
    [['Fiscal 2005 (ended March 31, 2006)'], '2005-04-01/2006-03-31'],
    [['FY ended 3/31/2006'], '2005-04-01/2006-03-31'],
    [['FY ended 3/6/2006'], null],
    [['Fiscal year ended March 31,', '2005/06'], '2005-04-01/2006-03-31'],
    [['2005/06'], null],
    [['2002-2006'], null],
    [['Jan-06'], '2006-01-01/2006-01-31'],
    [['Feb ’06'], '2006-02-01/2006-02-28'],
    [['2006', 'Jul-07'], null],
    [['April 1, 2005 to March 31, 2006'], '2005-04-01/2006-03-31'],
    [['From April 1, 2005 through March 31, 2006'], '2005-04-01/2006-03-31'],
    [['January–June 2006'], '2006-01-01/2006-06-30'],
    [['Year to March 31, 2006'], '2005-04-01/2006-03-31'],
    [['Year to July 7, 2006'], null],
    [['First quarter 2006'], null],
    [['March 31, 2006', 'Due through December 31, 2010'], '2006-03-31'],
    [['Amounts paid through January', '3, 2000'], null],
    [['March 31, 2006', 'Loans that may be repaid'], '2006-03-31'],
    [['January'], null],
    [['Fiscal year ended March 31,'], null],
    [['FY2005'], null],
    [[], null],
  ] as const)('%j is %s', (labels, period) => {
    expect(combine(labels)).toBe(period);
  });

  it.each([
    [['Calendar year 2006', 'July (through July 7)']],
    [['Calendar year 2006', 'July (to July 7)']],
    [['Calendar year 2006', 'July (up to and including July 7, 2006)']],
    [['Calendar year 2006', 'July 1–7']],
    [['Calendar year 2006', 'July 1 to 7']],
    [['Calendar year 2006', 'July (July 1 to July 7)']],
    [['Year ended March 31,', 'July 2006 (through July 7)']],
    [['Year ended March 31,', 'July 2006 (through the 7th)']],
    [['Year ended March 31,', 'July 2006 (unaudited) (through July 7, 2006)']],
    [['Year ended March 31,', 'July (through 7 July 2006)']],
    [['Year ended March 31,', 'July 1 to July 7, 2006']],
    [['Year ended March 31,', 'July through July 7, 2006']],
    [['Year ended March 31,', 'Through July 7, 2006']],
    [['July 2006', 'through July 7, 2006']],
    [['July 2006', '(through July 7)']],
    [['2006', 'July', '(through July 7)']],
  ] as const)('%j ends on July 7, 2006', (labels) => {
    expect(combine(labels)).toBe('2006-07-01/2006-07-07');
  });

  it.each([
    [['Fiscal year ended March 31,', '2006', 'April']],
    [['Year ended March 31,', '2001 to 2002']],
    [['Year ended March 31,', '2001 and 2002']],
  ])('tells no period where two may be meant: %j', (labels) => {
    expect(combine(labels)).toBeNull();
  });

  it.each([
    'July 2006 (to date)',
    'July 2006 to date',
    'July 2006 (partial)',
    'July 2006 (7 trading days)',
    'July 2006 (through August 7, 2006)',
    'July 2005 (through July 7, 2006)',
    'July 2006 (through July 45, 2006)',
  ])('takes no whole month for %j', (label) => {
    expect(combine(['Year ended March 31,', label])).toBeNull();
    expect(combine([label])).toBeNull();
  });

  it.each(['July 2006 (unaudited)', 'July 2006 (1)', 'July 2006 (full month)', 'July 2006 (in yen)'])(
    'reads %j as the whole month',
    (label) => {
      expect(combine([label])).toBe('2006-07-01/2006-07-31');
    },
  );

  it('goes on with a year above a bracket', () => {
    expect(combine(['2006', '(through July 7)'])).toBe('2006-01-01/2006-07-07');
    expect(combine(['Year ended March 31,', '2006 (through July 7, 2006)'])).toBeNull();
  });

  it('takes a bare year for neither kind of year where the report has both', () => {
    const toMarch: FiscalYear = { endMonth: 3, endDay: 31, namedBy: 'end' };
    expect(combine(['2006'], toMarch)).toBeNull();
    expect(combine(['2006', 'April'], toMarch)).toBe('2006-04-01/2006-04-30');
    expect(combine(['Calendar year 2006'], toMarch)).toBe('2006-01-01/2006-12-31');
    expect(combine(['2006'], { ...toMarch, bareYears: 'fiscal' })).toBe('2005-04-01/2006-03-31');
    expect(combine(['2006', 'April'], { ...toMarch, bareYears: 'fiscal' })).toBeNull();
    expect(combine(['2006', 'March'], { ...toMarch, bareYears: 'fiscal' })).toBe('2006-03-01/2006-03-31');
    expect(combine(['April 2006'], { ...toMarch, bareYears: 'fiscal' })).toBe('2006-04-01/2006-04-30');
    expect(combine(['2006'], { endMonth: 12, endDay: 31, namedBy: 'end' })).toBe('2006-01-01/2006-12-31');
  });

  it('reads a year in two parts by the year that it ends in', () => {
    const byStart: FiscalYear = { endMonth: 3, endDay: 31, namedBy: 'start' };
    expect(combine(['2005/06'], byStart)).toBe('2005-04-01/2006-03-31');
    expect(combine(['FY05/06'], byStart)).toBe('2005-04-01/2006-03-31');
    expect(combine(['2005/06'], { endMonth: 12, endDay: 31, namedBy: 'end' })).toBeNull();
  });

  // Patterns that try every way to read it would take minutes and fail by the runner's time limit.
  it.each(['FY2006', 'July 1-', 'to ', '(2006', 'year to '])('comes to an end on %j, repeated', (piece) => {
    expect(combine([`${piece.repeat(1000)}!`])).toBeNull();
  });

  it('resolves a fiscal year by the definition of the issuer', () => {
    const toMarch: FiscalYear = { endMonth: 3, endDay: 31, namedBy: 'end' };
    expect(combine(['FY2005'], toMarch)).toBe('2004-04-01/2005-03-31');
    expect(combine(['fiscal 2005'], { ...toMarch, namedBy: 'start' })).toBe('2005-04-01/2006-03-31');
  });

  it('takes nothing for an impossible date', () => {
    expect(combine(['February 30, 2006'])).toBeNull();
    expect(combine(['Fiscal year ended June 31,', '2006'])).toBeNull();
  });
});
