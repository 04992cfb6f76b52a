import { describe, expect, it } from 'vitest';
import { parseDay } from '../../value/index.js';
import { noonBuyingRates } from '../noon-buying-rates.js';
import { chartJson } from './chart-json.js';
import { rateChart } from './rate-chart.js';

describe('a chart as JSON', () => {
  it('has every rate as text, in both directions, with the gaps', () => {
    const [from, to] = ['1971-08-12', '1971-09-01'].map(parseDay);
    const json = JSON.parse(chartJson(rateChart(noonBuyingRates(), { unit: 'USD/JPY', from, to })));
    expect(json.lines).toEqual([
      [
        ['1971-08-12', '0.0027980', '357.40'],
        ['1971-08-13', '0.0027984', '357.35'],
      ],
      [
        ['1971-08-31', '0.0029425', '339.85'],
        ['1971-09-01', '0.0029325', '341.01'],
      ],
    ]);
    expect(json).toMatchObject({ unit: 'USD/JPY', publishedUnit: 'JPY/USD', span: '1971-08-12/1971-09-01' });
  });

  it('has the figures of fiscal years', () => {
    const march = { month: 3, day: 31 };
    const json = JSON.parse(
      chartJson(rateChart(noonBuyingRates(), { currency: 'JPY', fiscalYearEnd: march, years: [2006] })),
    );
    expect(json.periods).toEqual([
      {
        label: '2006',
        period: '2005-04-01/2006-03-31',
        high: { date: '2005-12-07', value: '120.93' },
        low: { date: '2005-05-05', value: '104.41' },
        average: '113.67',
        'period-end': { date: '2006-03-31', value: '117.48' },
      },
    ]);
  });

  it('writes a rate a line', () => {
    const text = chartJson(rateChart(noonBuyingRates(), { currency: 'DEM' }));
    expect(text.split('\n').filter((line) => /^ {6}\["\d{4}-/.test(line))).toHaveLength(2264);
  });
});
