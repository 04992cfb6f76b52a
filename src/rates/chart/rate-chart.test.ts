import { describe, expect, it } from 'vitest';
import { type Day, formatDay, formatPeriod, parseDay, plusDays } from '../../value/index.js';
import { DailySeries } from '../daily-series.js';
import { exchangeRateTable } from '../exchange-rate-table.js';
import { noonBuyingRates } from '../noon-buying-rates.js';
import type { RateSource } from '../rate-source.js';
import { allPoints, type RateChartOptions, rateChart } from './rate-chart.js';

const MARCH = { month: 3, day: 31 };
const FIVE_YEARS = [2002, 2003, 2004, 2005, 2006];

function chartOf(options: RateChartOptions) {
  return rateChart(noonBuyingRates(), options);
}

function spanOf(options: RateChartOptions): string {
  return formatPeriod(chartOf(options).span);
}

describe('a chart of rates', () => {
  it('marks fiscal years with the figures of the exchange-rate table', () => {
    for (const average of ['month-end', 'daily'] as const) {
      const asked = { unit: 'USD/JPY', fiscalYearEnd: MARCH, years: FIVE_YEARS, average, decimals: 7 };
      const printed = chartOf(asked).periods.map(({ label, high, low, average: mean, end }) =>
        [label, high?.printed, low?.printed, mean?.printed, end.printed].join(' '),
      );
      const table = exchangeRateTable(noonBuyingRates(), asked);
      const rows = table.groups.flatMap(({ rows: all }) => all);
      expect(printed).toEqual(
        rows.map(({ label, cells }) =>
          [
            label,
            cells.high.printed,
            cells.low.printed,
            cells.average.printed,
            cells['period-end'].printed,
          ].join(' '),
        ),
      );
    }
  });

  it('names the days of high, low and year-end, and none for an average', () => {
    const [year] = chartOf({ currency: 'JPY', fiscalYearEnd: MARCH, years: [2006] }).periods;
    const days = [year?.high, year?.low, year?.end].map((figure) => formatDay(figure?.day as Day));
    expect(days).toEqual(['2005-12-07', '2005-05-05', '2006-03-31']);
    expect(year?.average?.day).toBeNull();
    expect(year?.average?.printed.toString()).toBe('113.67');
  });

  it('shows the days that are asked for', () => {
    const currency = 'JPY';
    const [from, to, through] = ['2006-06-01', '2006-06-30', '2006-07-07'].map(parseDay);
    expect(spanOf({ currency })).toBe('1971-01-04/2026-05-15');
    expect(spanOf({ currency, from, to })).toBe('2006-06-01/2006-06-30');
    expect(spanOf({ currency, fiscalYearEnd: MARCH, years: FIVE_YEARS })).toBe('2001-04-01/2006-03-31');
    expect(spanOf({ currency, fiscalYearEnd: MARCH, years: [2006, 2005], through })).toBe(
      '2004-04-01/2006-07-07',
    );
    expect(spanOf({ currency, from, through })).toBe('2006-06-01/2006-07-07');
  });

  it('marks each fiscal year that is shown whole where only its end is given', () => {
    const labels = (options: RateChartOptions) => chartOf(options).periods.map(({ label }) => label);
    const whole = labels({ currency: 'JPY', fiscalYearEnd: { month: 12, day: 31 } });
    // The rates begin on Monday, January 4, 1971: that year is whole; 2026 is not.
    expect([whole[0], whole.at(-1), whole.length]).toEqual(['1971', '2025', 55]);
    const [from, to] = ['2003-06-01', '2006-03-31'].map(parseDay);
    expect(labels({ currency: 'JPY', fiscalYearEnd: MARCH, from, to })).toEqual(['2005', '2006']);
  });

  it('breaks the line where the source has no rates', () => {
    const [from, to] = ['1971-06-01', '1971-12-31'].map(parseDay);
    const { lines } = chartOf({ currency: 'JPY', from, to });
    const ends = lines.map((line) => [line[0], line.at(-1)].map((point) => formatDay(point?.day as Day)));
    expect(ends).toEqual([
      ['1971-06-01', '1971-08-13'],
      ['1971-08-31', '1971-12-31'],
    ]);
  });

  it('measures gaps by the steps of a source that sets rates once a month', () => {
    const months = [0, 31, 59, 90, 151, 181];
    const chart = rateChart(smallSource(months), { unit: 'JPY/EUR' });
    expect([chart.stepDays, chart.lines.map(({ length }) => length)]).toEqual([31, [4, 2]]);
  });

  it('breaks the line where a new currency unit begins, and gives no high or low over both', () => {
    const chart = chartOf({
      currency: 'VES',
      fiscalYearEnd: { month: 12, day: 31 },
      years: [2017, 2018, 2019],
    });
    expect(chart.redenominations.map(formatDay)).toEqual(['2018-08-20']);
    expect([chart.lines.length, chart.high, chart.low]).toEqual([2, null, null]);
    expect(chart.periods.map(({ high, average }) => high !== null && average !== null)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('loses no rate', () => {
    const series = noonBuyingRates().series('JPY/USD');
    const chart = chartOf({ currency: 'JPY' });
    expect(allPoints(chart).map(({ observation }) => observation)).toEqual(series?.within(chart.span));
  });

  it('chooses a logarithmic axis only for rates far apart', () => {
    const scale = (options: RateChartOptions) => chartOf(options).scale;
    expect([scale({ currency: 'LKR' }), scale({ currency: 'VES' })]).toEqual(['linear', 'log']);
    expect(scale({ currency: 'JPY', scale: 'log' })).toBe('log');
  });

  it('marks days with the last rate on or before them', () => {
    const { marks, last } = chartOf({
      currency: 'JPY',
      from: parseDay('2006-06-01'),
      through: parseDay('2006-07-09'),
      marks: ['2006-07-04', '2006-06-05', '2006-07-04'].map(parseDay),
    });
    expect(
      marks.map(({ kind, rate }) => [kind, formatDay(rate.day as Day), rate.printed.toString()]),
    ).toEqual([
      ['day', '2006-06-05', '111.70'],
      ['day', '2006-07-03', '114.92'],
      ['through', '2006-07-07', '113.98'],
    ]);
    expect(last.printed.toString()).toBe('113.98');
  });

  it('draws a pair without the dollar of an imported source', () => {
    const chart = rateChart(smallSource(), { unit: 'jpy/eur' });
    expect([chart.direction, chart.publishedUnit]).toEqual(['Japanese yen per €1.00', 'JPY/EUR']);
    const turned = rateChart(smallSource(), { unit: 'EUR/JPY' });
    expect([turned.publishedUnit, turned.last.printed.toString()]).toEqual(['JPY/EUR', '0.0061732']);
    expect(() => rateChart(smallSource(), { currency: 'EUR' })).toThrow(
      'Kitano Bank has no rates of EUR against USD, expected a unit of JPY/EUR',
    );
  });

  it.each([
    [{ years: [2006] }, 'Unexpected years without a fiscal year-end'],
    [{ fiscalYearEnd: { month: 2, day: 31 } }, 'Unexpected fiscal year-end 2-31'],
    [{ from: parseDay('2006-06-02'), to: parseDay('2006-06-01') }, 'on or after its start, 2006-06-02'],
    [
      { fiscalYearEnd: MARCH, years: [2006], through: parseDay('2005-12-30') },
      'expected one after the last fiscal year, which ends on 2006-03-31',
    ],
    [
      { fiscalYearEnd: MARCH, years: [2006], from: parseDay('2006-01-01') },
      'Unexpected 2005-04-01, expected a day of the chart, 2006-01-01 to 2006-03-31',
    ],
    [{ to: parseDay('2006-03-31'), marks: [parseDay('2006-07-07')] }, 'Unexpected 2006-07-07'],
    [
      { to: parseDay('2031-03-31') },
      'Cannot draw JPY/USD over 1971-01-04/2031-03-31: the rates end on 2026-05-15',
    ],
    [{ from: parseDay('2006-07-01'), to: parseDay('2006-07-02') }, 'has no rate in 2006-07-01/2006-07-02'],
    [
      { from: parseDay('2006-07-01'), to: parseDay('2006-07-07'), marks: [parseDay('2006-07-02')] },
      'Cannot mark 2006-07-02',
    ],
    [{ decimals: 13 }, 'Unexpected decimals 13'],
    [
      { fiscalYearEnd: MARCH, from: parseDay('2006-01-02'), to: parseDay('2006-12-29') },
      'Unexpected fiscal year-end 3-31: no fiscal year lies whole within 2006-01-02/2006-12-29',
    ],
  ])('refuses %o', (options, message) => {
    expect(() => chartOf({ currency: 'JPY', ...options })).toThrow(message);
  });
});

/** A pair without the dollar, with rates on ten days in a row or on other days after the first. */
function smallSource(after: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]): RateSource {
  const first = parseDay('2020-01-06');
  const days = Int32Array.from(after, (count) => plusDays(first, count));
  const coefficients = Float64Array.from(days, (day) => 16190 + (day - first));
  const about = { currency: 'EUR', source: 'Kitano Bank', rateName: 'rate of Kitano Bank', decimals: 2 };
  return {
    name: 'Kitano Bank',
    description: 'rates of Kitano Bank',
    asOf: plusDays(first, after.at(-1) ?? 0),
    currencies: ['EUR', 'JPY'],
    series(unit) {
      if (unit !== 'JPY/EUR' && unit !== 'EUR/JPY') return null;
      const inverted = unit === 'EUR/JPY';
      return new DailySeries({ ...about, unit, inverted, isClosed: () => false }, { days, coefficients });
    },
  };
}
