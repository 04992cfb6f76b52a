import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredUnit, measure } from './measured.js';

/** Text, what it measures, in base units. */
const READ: readonly (readonly [text: string, unit: MeasuredUnit, value: number, currency?: string])[] = [
  ['JPY 6.4 billion', 'money', 6_400_000_000, 'JPY'],
  ['¥6.4 billion', 'money', 6_400_000_000, 'JPY'],
  ['6.4 billion yen', 'money', 6_400_000_000, 'JPY'],
  ['30 JPY million', 'money', 30_000_000, 'JPY'],
  ['JPY 21,400 million', 'money', 21_400_000_000, 'JPY'],
  ['USD -14 million', 'money', -14_000_000, 'USD'],
  ['-¥180 million', 'money', -180_000_000, 'JPY'],
  ['−¥180 million', 'money', -180_000_000, 'JPY'],
  ['$0.005', 'money', 0.005, 'USD'],
  ['KRW 6.5 billion', 'money', 6_500_000_000, 'KRW'],
  ['JPY 210 million a year', 'money-a-year', 210_000_000, 'JPY'],
  ['JPY 10 million a month', 'money-a-year', 120_000_000, 'JPY'],
  ['30.6%', 'percent', 0.306],
  ['-12 percent', 'percent', -0.12],
  ['25 bp', 'percent', 0.0025],
  ['2% a year', 'percent', 0.02],
  ['1/3', 'percent', 1 / 3],
  ['0.25 a year', 'frequency', 0.25],
  ['0.5 per month', 'frequency', 6],
  ['3 times a year', 'frequency', 3],
  ['2/year', 'frequency', 2],
  ['1 in 50 years', 'frequency', 0.02],
  ['6 hours', 'duration', 6 / 8760],
  ['20 minutes', 'duration', 20 / 525_600],
  ['2 weeks', 'duration', 14 / 365],
  ['9 months', 'duration', 0.75],
  ['1 year', 'duration', 1],
  ['1.5', 'number', 1.5],
  ['204,300', 'number', 204_300],
  ['1.5x', 'factor', 1.5],
  ['12,500 shares', 'shares', 12_500],
  ['149.8 JPY/USD', 'exchange-rate', 149.8, 'JPY'],
  ['open', 'open', 0],
];

const NONE = [
  '',
  'about 3',
  '1,2,3',
  '1 2',
  'JPY',
  'JPY -',
  '--3',
  '-USD -3',
  '3 apples',
  '3 million apples',
  '1e9',
  '0x10',
  'JPY 3 yen',
  '6 m',
  '3 a fortnight',
  '1/0',
  '1 in 0 years',
  'NaN',
  'Infinity',
  '12% a day',
  '9'.repeat(200),
];

describe('measure', () => {
  it.each(READ.map((row) => [row[0], row] as const))('reads %s', (_, [text, unit, value, currency]) => {
    const measured = measure(text);
    expect(measured?.unit).toBe(unit);
    expect(measured?.value.toNumber()).toBe(value);
    expect(measured?.currency ?? null).toBe(currency ?? null);
  });

  it.each(NONE)('reads nothing in %j', (text) => {
    expect(measure(text)).toBeNull();
  });

  it('keeps whole days of what is written in days or weeks', () => {
    expect(measure('500 days')?.days?.toNumber()).toBe(500);
    expect(measure('2 weeks')?.days?.toNumber()).toBe(14);
    expect(measure('2 months')?.days).toBeNull();
  });

  it('is exact until it is a double', () => {
    expect(measure('JPY 0.1 billion')?.value.toString()).toBe('100000000.0');
    expect(measure('JPY 123,456,789,012,345,678,901')?.value.toString()).toBe('123456789012345678901');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void measure(text)));
    const part = fc.constantFrom(
      'JPY',
      '$',
      '1,000',
      '-',
      '3',
      '.5',
      'million',
      'a year',
      '%',
      ' ',
      'in',
      '/',
      'days',
    );
    fc.assert(fc.property(fc.array(part, { maxLength: 8 }), (parts) => void measure(parts.join(' '))));
  });
});
