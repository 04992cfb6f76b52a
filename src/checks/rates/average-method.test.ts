import { describe, expect, it } from 'vitest';
import { averageMethods } from './average-method.js';

describe('averageMethods', () => {
  it.each([
    [
      'In fiscal years, the average of the rates on the last day of each month during the period is given. In calendar year months, the average of daily rates is given.',
      'month-end',
      'daily',
    ],
    [
      'The average for each year is the average of the noon buying rates on the last business day of each month.',
      'month-end',
      null,
    ],
    ['The average rate is the mean of the rates at month-end.', 'month-end', null],
    ['Averages are based on the average of the daily rates.', 'daily', 'daily'],
    ['Monthly averages are the average of the rates of each business day.', null, 'daily'],
    ['Average of the rates at the end of each month during the relevant period.', 'month-end', null],
    [
      'For the calendar months, the average of the exchange rates for each day during the month.',
      null,
      'daily',
    ],
    ['The average rate shows how the yen moved.', null, null],
    ['The last day of each month is a day of rest.', null, null],
    ['The average of month-end rates differs from that of daily rates.', null, null],
  ] as const)('reads "%s"', (text, years, months) => {
    expect(averageMethods([text])).toMatchObject({ years, months });
  });

  it('lets the nearest statement win and keeps the words', () => {
    const read = averageMethods([
      'The average for fiscal years is of daily rates.',
      'The average for fiscal years is of month-end rates.',
    ]);
    expect(read.years).toBe('daily');
    expect(read.stated).toEqual(['The average for fiscal years is of daily rates.']);
  });
});
