import { describe, expect, it } from 'vitest';
import { parseDay } from '../value/index.js';
import { noonBuyingRates } from './noon-buying-rates.js';
import { rateOnDay, rateOnDayJson, rateOnDayText } from './rate-on-day.js';

const on = (unit: string, day: string) => rateOnDay(noonBuyingRates(), { unit }, parseDay(day));

describe('the rate on a day', () => {
  it('is that of the day', () => {
    expect(rateOnDayText(on('JPY/USD', '2006-07-07'))).toBe(
      'Friday, July 7, 2006: 113.98 (Japanese yen per U.S. $1.00)\nsource: H.10\n',
    );
  });

  it('says so where it is of an earlier day', () => {
    expect(rateOnDayText(on('JPY/USD', '2006-07-08'))).toContain(
      'no rate on Saturday, July 8, 2006; the last before it is of Friday, July 7, 2006\n',
    );
    expect(rateOnDayText(on('JPY/USD', '2026-05-18'))).toContain('the rates end on Friday, May 15, 2026');
  });

  it('shows what an inverse was formed from', () => {
    expect(rateOnDayText(on('usd/jpy', '2006-03-31'))).toBe(
      'Friday, March 31, 2006: 0.0085121 (U.S. dollars per ¥1.00)\n' +
        'inverse of the published 117.48 (Japanese yen per U.S. $1.00)\nsource: H.10\n',
    );
  });

  it('is data for programs', () => {
    expect(JSON.parse(rateOnDayJson(on('EUR/USD', '2004-10-23')))).toMatchObject({
      asked: '2004-10-23',
      date: '2004-10-22',
      unit: 'EUR/USD',
      value: '0.79120',
      published: { unit: 'USD/EUR', value: '1.2639' },
      lastDay: '2026-05-15',
    });
  });

  it('is refused where there is none within ten days', () => {
    expect(() => on('USD/EUR', '1998-12-31')).toThrow(
      'No rate of USD/EUR on 1998-12-31 or within ten days before it; the H.10 rates of EUR run from 1999-01-04',
    );
  });
});
