import { describe, expect, it } from 'vitest';
import { readFiscalYear } from './fiscal-year.js';

describe('readFiscalYear', () => {
  it.each([
    ['References to “fiscal 2006” are to the fiscal year ended March 31, 2006.', 3, 31, 'end'],
    ['We refer to the year ended March 31, 2006 as “fiscal 2006”.', 3, 31, 'end'],
    ['“fiscal 2005” means our fiscal year ended March 31, 2006', 3, 31, 'start'],
    ['Fiscal 2006 began on April 1, 2006.', 3, 31, 'start'],
    ['Fiscal 2006 began on April 1, 2005.', 3, 31, 'end'],
    ['Our fiscal year ends on March 31.', 3, 31, 'end'],
    ['for the fiscal years ended January 31, 2025 and 2024', 1, 31, 'end'],
  ])('%s', (text, endMonth, endDay, namedBy) => {
    expect(readFiscalYear(text)).toEqual({ endMonth, endDay, namedBy });
  });

  it('hears that bare years are fiscal years', () => {
    const text = 'References to years are to our fiscal years. Our fiscal year ends on September 30.';
    expect(readFiscalYear(text)).toEqual({ endMonth: 9, endDay: 30, namedBy: 'end', bareYears: 'fiscal' });
  });

  it.each(['We sell services.', 'fiscal 2006 was good', 'our fiscal year ends on Marvember 40'])(
    '%s defines none',
    (text) => {
      expect(readFiscalYear(text)).toBeNull();
    },
  );
});
