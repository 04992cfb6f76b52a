import { describe, expect, it } from 'vitest';
import { type Day, dayOf, formatDay, parseDay, plusDays } from '../value/index.js';
import { isBankHoliday } from './bank-holidays.js';
import { noonBuyingRates } from './noon-buying-rates.js';

/** Holidays for which the H.10 release shows yen all the same. */
const RATES_ON_HOLIDAYS = ['2007-09-03', '2007-10-08', '2007-11-22'];

describe('bank holidays', () => {
  it.each([
    ['2006-07-04', true],
    ['2006-07-03', false],
    ['2006-07-08', true],
    ['2006-01-16', true],
    ['2006-05-29', true],
    ['2006-11-23', true],
    ['2006-11-24', false],
    // A Saturday does not move to Friday, a Sunday moves to Monday.
    ['2021-12-31', false],
    ['2023-01-02', true],
    ['2022-06-20', true],
    ['2021-06-18', false],
  ])('%s: %s', (day, expected) => {
    expect(isBankHoliday(parseDay(day))).toBe(expected);
  });

  it('are days without a rate, from 1986 on', () => {
    const yen = noonBuyingRates().series('JPY/USD');
    const withRate: string[] = [];
    for (let day: Day = dayOf(1986, 1, 1); day < dayOf(2026, 5, 15); day = plusDays(day, 1)) {
      if (isBankHoliday(day) && yen?.on(day) !== null) withRate.push(formatDay(day));
    }
    expect(withRate).toEqual(RATES_ON_HOLIDAYS);
  });
});
