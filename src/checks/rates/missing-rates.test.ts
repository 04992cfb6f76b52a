import { describe, expect, it } from 'vitest';
import { noonBuyingRates, type RateSeries } from '../../rates/index.js';
import { type Day, dayOf, monthOf, weekdayOf } from '../../value/index.js';
import { dayDoubt, spanDoubt } from './missing-rates.js';

const NOON = noonBuyingRates().series('JPY/USD');
if (NOON === null) throw new Error('the yen is missing');
const FEBRUARY = monthOf(2006, 2);

/** The yen rates of an imported source that has only some of the days. */
function sourceWith(has: (day: Day) => boolean): RateSeries {
  const noon = NOON as RateSeries;
  return {
    ...{ unit: 'JPY/USD', currency: 'JPY', inverted: false, decimals: 2, source: 'Kitano Bank' },
    rateName: 'rate of Kitano Bank',
    firstDay: noon.firstDay,
    lastDay: noon.lastDay,
    on: (day) => (has(day) ? noon.on(day) : null),
    onOrBefore: (day) =>
      noon.within({ start: (day - 10) as Day, until: (day + 1) as Day }).findLast((each) => has(each.day)) ??
      null,
    after: () => null,
    within: (span) => noon.within(span).filter((each) => has(each.day)),
    gap: () => null,
    statistic: noon.statistic.bind(noon),
  };
}

const DAILY = sourceWith(() => true);
const FRIDAYS = sourceWith((day) => weekdayOf(day) === 5);
const WITH_HOLE = sourceWith((day) => day < dayOf(2006, 2, 6) || day > dayOf(2006, 2, 17));

describe('spanDoubt', () => {
  it.each([
    ['daily rates', DAILY, null],
    ['the noon buying rates', NOON, null],
    ['Fridays', FRIDAYS, 'the rates held have none for 16 of its 20 weekdays'],
    ['two weeks without', WITH_HOLE, 'the rates held have none for 11 of its 20 weekdays'],
  ])('of a month with %s', (_, series, doubt) => {
    expect(spanDoubt(series, 'high', FEBRUARY)).toBe(doubt);
  });

  it('of a period-end looks at the last day alone', () => {
    expect(spanDoubt(WITH_HOLE, 'period-end', FEBRUARY)).toBeNull();
    expect(spanDoubt(FRIDAYS, 'period-end', FEBRUARY)).toBe(
      'the rates held have none for February 27, 2006, which may be no holiday',
    );
  });
});

describe('dayDoubt', () => {
  it('passes over a weekend, and a holiday of every year', () => {
    expect(dayDoubt(DAILY, dayOf(2006, 3, 31), dayOf(2006, 4, 2))).toBeNull();
    expect(dayDoubt(DAILY, dayOf(2006, 7, 3), dayOf(2006, 7, 4))).toBeNull();
  });

  it('does not pass over a weekday that may have had a rate', () => {
    expect(dayDoubt(FRIDAYS, dayOf(2006, 3, 10), dayOf(2006, 3, 14))).toMatch(/March 13, 2006, which may be/);
  });

  it('does not stretch the noon buying rates beyond their last day', () => {
    const last = (NOON as RateSeries).lastDay;
    expect(dayDoubt(NOON, last, (last + 7) as Day)).toMatch(/^the rates held end on /);
  });
});
