import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, plusDays, spanOf } from '../value/index.js';
import { DailySeries } from './daily-series.js';
import { noonBuyingRates } from './noon-buying-rates.js';
import { lastOfEachMonth, statisticOf } from './statistics.js';

const MONDAY = dayOf(2006, 7, 3);

/** A series of one week a coefficient, in either direction, printed with four decimals. */
function weeklySeries(coefficients: readonly number[], inverted: boolean): DailySeries {
  const about = { unit: inverted ? 'USD/XXX' : 'XXX/USD', currency: 'XXX', inverted } as const;
  return new DailySeries(
    { ...about, source: 'test', rateName: 'rate', decimals: 4, isClosed: () => false },
    {
      days: Int32Array.from(coefficients.map((_, index) => plusDays(MONDAY, 7 * index))),
      coefficients: Float64Array.from(coefficients),
    },
  );
}

const COEFFICIENTS = fc.array(fc.integer({ min: 1, max: 50_000_000 }), { minLength: 1, maxLength: 30 });

describe('statistics of daily rates', () => {
  it('are the integers that plain arithmetic gives, in the published direction', () => {
    fc.assert(
      fc.property(COEFFICIENTS, (coefficients) => {
        const series = weeklySeries(coefficients, false);
        const span = spanOf(series.firstDay, series.lastDay);
        const sum = coefficients.reduce((total, each) => total + BigInt(each), 0n);
        const { value } = series.statistic('average', span, 'daily');
        expect(value.numerator * 10_000n * BigInt(coefficients.length)).toBe(sum * value.denominator);
        const high = series.statistic('high', span, 'daily');
        expect(high.inputs[0]?.printed.coefficient).toBe(BigInt(Math.max(...coefficients)));
        const low = series.statistic('low', span, 'daily');
        expect(low.inputs[0]?.printed.coefficient).toBe(BigInt(Math.min(...coefficients)));
      }),
    );
  });

  it('of inverted rates: the mean of inverses, over the product of all', () => {
    fc.assert(
      fc.property(COEFFICIENTS, (coefficients) => {
        const series = weeklySeries(coefficients, true);
        const { value } = series.statistic('average', spanOf(series.firstDay, series.lastDay), 'daily');
        // (1/n) Σ 10000/c, brought to the denominator n Πc.
        const product = coefficients.reduce((all, each) => all * BigInt(each), 1n);
        const sum = coefficients.reduce((all, each) => all + (10_000n * product) / BigInt(each), 0n);
        expect(value.numerator * BigInt(coefficients.length) * product).toBe(sum * value.denominator);
      }),
    );
  });

  it('exchange high and low when inverted', () => {
    fc.assert(
      fc.property(COEFFICIENTS, (coefficients) => {
        const native = weeklySeries(coefficients, false);
        const inverted = weeklySeries(coefficients, true);
        const span = spanOf(native.firstDay, native.lastDay);
        for (const [name, other] of [['high', 'low'] as const, ['low', 'high'] as const]) {
          const mine = inverted.statistic(name, span, 'daily');
          const theirs = native.statistic(other, span, 'daily');
          expect(mine.value.equals(theirs.value.inverse())).toBe(true);
          expect(mine.inputs[0]?.day).toBe(theirs.inputs[0]?.day);
        }
      }),
    );
  });

  it('average the last rate of each month, the same month of two years apart', () => {
    const yen = noonBuyingRates().series('JPY/USD');
    const span = spanOf(dayOf(2005, 12, 1), dayOf(2006, 2, 14));
    const inputs = yen?.statistic('average', span, 'month-end').inputs ?? [];
    expect(inputs.map((rate) => formatDay(rate.day))).toEqual(['2005-12-30', '2006-01-31', '2006-02-14']);
    expect(lastOfEachMonth(Int32Array.of(dayOf(2005, 7, 1), dayOf(2006, 7, 3), dayOf(2006, 7, 31)))).toEqual([
      0, 2,
    ]);
    expect(lastOfEachMonth(Int32Array.of(dayOf(2006, 6, 30), dayOf(2006, 7, 3)))).toEqual([0, 1]);
    expect(lastOfEachMonth(new Int32Array(0))).toEqual([]);
  });

  it('list every rate that entered an average, and count all of the period', () => {
    const yen = noonBuyingRates().series('JPY/USD');
    const year = spanOf(dayOf(2005, 4, 1), dayOf(2006, 3, 31));
    const byMonths = yen?.statistic('average', year, 'month-end');
    expect(byMonths?.inputs).toHaveLength(12);
    expect(byMonths?.observations).toBe(251);
    expect(yen?.statistic('average', year, 'daily').inputs).toHaveLength(251);
    expect(byMonths?.value.rounded(3, 'half-up').toString()).toBe('113.665');
  });

  it('are of the first day where a rate came back', () => {
    const series = weeklySeries([2, 1, 2, 1], false);
    const span = spanOf(series.firstDay, series.lastDay);
    expect(series.statistic('high', span, 'daily').inputs[0]?.day).toBe(MONDAY);
    expect(series.statistic('low', span, 'daily').inputs[0]?.day).toBe(plusDays(MONDAY, 7));
  });

  it('refuse no rates', () => {
    const none = {
      days: new Int32Array(0),
      coefficients: new Float64Array(0),
      decimals: 2,
      inverted: false,
    };
    for (const name of ['high', 'low', 'average', 'period-end'] as const) {
      expect(() => statisticOf(name, none, 'daily')).toThrow(`Cannot take the ${name} of no rates`);
    }
  });
});
