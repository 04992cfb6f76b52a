import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { formatPeriod } from '../../value/index.js';
import { isRateUnit, rateTables, statisticOf } from './rate-cells.js';

describe('statisticOf', () => {
  it.each([
    ['High', 'high'],
    ['Highest', 'high'],
    ['Maximum', 'high'],
    ['Low', 'low'],
    ['Minimum', 'low'],
    ['Avg.', 'average'],
    ['Average rate', 'average'],
    ['Period end', 'period-end'],
    ['At period end', 'period-end'],
    ['End of period', 'period-end'],
    ['Year-end', 'period-end'],
    ['High and low', null],
    ['Fiscal year ended March 31,', null],
  ])('%s', (label, statistic) => {
    expect(statisticOf([label])).toBe(statistic);
  });

  it('looks outward where the innermost heading says nothing', () => {
    expect(statisticOf(['Average', '(yen)'])).toBe('average');
    expect(statisticOf(['Average', 'High'])).toBe('high');
  });
});

describe('isRateUnit', () => {
  it.each([
    ['JPY/USD', true],
    ['JPY', false],
    ['JPY/share', false],
    ['JPY/ADS', false],
    [null, false],
  ])('%s', (unit, expected) => {
    expect(isRateUnit(unit)).toBe(expected);
  });
});

describe('rateTables', () => {
  it('gives a period-end the span of its row', () => {
    const [table] = rateTables(
      readFiling(
        [
          'Noon buying rates in yen per U.S. $1.00:',
          '',
          '\tHigh\tLow\tAverage\tPeriod-end',
          'Fiscal year ended March 31,\t\t\t\t',
          '2006\t¥120.93\t¥104.41\t¥113.67\t¥117.48',
        ].join('\n'),
      ),
    );
    expect(table?.cells.map(({ statistic, span }) => [statistic, span && formatPeriod(span)])).toEqual(
      ['high', 'low', 'average', 'period-end'].map((name) => [name, '2005-04-01/2006-03-31']),
    );
  });

  it('takes no table of share prices', () => {
    const text = [
      'Prices of our shares in yen:',
      '',
      '\tHigh\tLow',
      'Year ended March 31, 2006\t¥530\t¥402',
    ].join('\n');
    expect(rateTables(readFiling(text))).toEqual([]);
  });
});
