import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayOf, weekdayOf } from '../value/index.js';
import { type DailyRates, decodeDailyRates, encodeDailyRates } from './daily-rates.js';

const WEDNESDAY = dayOf(2006, 7, 5);
const THURSDAY = dayOf(2006, 7, 6);
const FRIDAY = dayOf(2006, 7, 7);
const MONDAY = dayOf(2006, 7, 10);

function ratesOf(days: readonly number[], coefficients: readonly number[]): DailyRates {
  return { days: Int32Array.from(days), coefficients: Float64Array.from(coefficients) };
}

function extentOf({ days }: DailyRates) {
  return { firstDay: days.at(0) as Day, lastDay: days.at(-1) as Day, count: days.length };
}

describe('daily rates', () => {
  it('decode to what was encoded, whatever weekdays are missing', () => {
    const oneRate = fc.record({
      step: fc.integer({ min: 1, max: 25 }),
      coefficient: fc.integer({ min: 1, max: 2 ** 40 }),
    });
    fc.assert(
      fc.property(fc.array(oneRate, { minLength: 1, maxLength: 80 }), (steps) => {
        let day: number = dayOf(1970, 12, 31);
        const days = steps.map(({ step }) => {
          day += step;
          while (weekdayOf(day as Day) === 0 || weekdayOf(day as Day) === 6) day++;
          return day;
        });
        const rates = ratesOf(
          days,
          steps.map(({ coefficient }) => coefficient),
        );
        expect(decodeDailyRates(encodeDailyRates(rates), extentOf(rates))).toEqual(rates);
      }),
    );
  });

  it('refuse a weekend and days out of order', () => {
    expect(() => encodeDailyRates(ratesOf([dayOf(2006, 7, 8)], [1]))).toThrow('2006-07-08');
    expect(() => encodeDailyRates(ratesOf([MONDAY, FRIDAY], [1, 2]))).toThrow('2006-07-07');
    expect(() => encodeDailyRates(ratesOf([FRIDAY, FRIDAY], [1, 2]))).toThrow('2006-07-07');
  });

  it('refuse bytes that do not fill their extent', () => {
    const rates = ratesOf([WEDNESDAY, FRIDAY, MONDAY], [11500, 11398, 11420]);
    const bytes = encodeDailyRates(rates);
    const extent = extentOf(rates);
    expect(decodeDailyRates(bytes, extent)).toEqual(rates);
    for (const wrong of [{ count: 2 }, { count: 4 }, { lastDay: FRIDAY }, { firstDay: THURSDAY }]) {
      expect(() => decodeDailyRates(bytes, { ...extent, ...wrong })).toThrow('Unexpected');
    }
    expect(() => decodeDailyRates(bytes.subarray(0, -1), extent)).toThrow('Unexpected end');
    expect(() => decodeDailyRates(Uint8Array.of(...bytes, 0), extent)).toThrow('after the last rate');
  });
});
