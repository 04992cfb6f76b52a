import { describe, expect, it } from 'vitest';
import { formatDay, InputError, monthOf, parseDay, type Span, spanOf } from '../value/index.js';
import { DailySeries } from './daily-series.js';
import { noonBuyingRates } from './noon-buying-rates.js';
import type { RateSeries } from './rate-source.js';

function series(unit: Parameters<ReturnType<typeof noonBuyingRates>['series']>[0]): RateSeries {
  const found = noonBuyingRates().series(unit);
  if (found === null) throw new Error(`no series ${unit}`);
  return found;
}

function span(first: string, last: string): Span {
  return spanOf(parseDay(first), parseDay(last));
}

const YEN = series('JPY/USD');
const isoOf = (rate: { readonly day: Parameters<typeof formatDay>[0] } | null) =>
  rate === null ? null : formatDay(rate.day);

describe('a daily series', () => {
  it('finds the rate of a day, or the last before it', () => {
    const friday = parseDay('2006-07-07');
    const saturday = parseDay('2006-07-08');
    expect(YEN.on(friday)?.printed.toString()).toBe('113.98');
    expect(YEN.on(saturday)).toBeNull();
    expect(isoOf(YEN.onOrBefore(saturday))).toBe('2006-07-07');
    expect(isoOf(YEN.onOrBefore(friday))).toBe('2006-07-07');
    expect(isoOf(YEN.after(friday))).toBe('2006-07-10');
    expect(isoOf(YEN.after(parseDay('1900-01-01')))).toBe('1971-01-04');
    expect(YEN.after(YEN.lastDay)).toBeNull();
  });

  it('gives no rate older than ten days', () => {
    // No rates from 1971-08-14 to 1971-08-30: the dollar had left gold.
    expect(isoOf(YEN.onOrBefore(parseDay('1971-08-23')))).toBe('1971-08-13');
    expect(YEN.onOrBefore(parseDay('1971-08-24'))).toBeNull();
    expect(isoOf(YEN.onOrBefore(parseDay('2026-05-25')))).toBe('2026-05-15');
    expect(YEN.onOrBefore(parseDay('2026-05-26'))).toBeNull();
    expect(YEN.onOrBefore(parseDay('1971-01-03'))).toBeNull();
  });

  it('gives the rates of a span, its end not included', () => {
    const rates = YEN.within({ start: parseDay('2006-07-03'), until: parseDay('2006-07-07') });
    expect(rates.map(isoOf)).toEqual(['2006-07-03', '2006-07-05', '2006-07-06']);
    expect(YEN.within(span('1950-01-01', '1950-12-31'))).toEqual([]);
  });

  it.each([
    ['inside', '2005-04-01', '2006-03-31', null],
    ['from a holiday before the first rate', '1971-01-01', '1971-12-31', null],
    ['from a working day before it', '1970-12-31', '1971-12-31', 'the rates begin on 1971-01-04'],
    ['to the Sunday after the last rate', '2026-05-01', '2026-05-17', null],
    ['to the Monday after it', '2026-05-01', '2026-05-18', 'the rates end on 2026-05-15'],
    ['wholly before', '1960-01-01', '1960-12-31', 'the rates begin on 1971-01-04'],
    ['wholly after', '2030-01-01', '2030-12-31', 'the rates end on 2026-05-15'],
    ['a weekend', '2006-07-08', '2006-07-09', 'H.10 has no rate in 2006-07-08/2006-07-09'],
    ['days without rates', '1971-08-16', '1971-08-20', 'H.10 has no rate in 1971-08-16/1971-08-20'],
  ])('says what a span lacks: %s', (_, first, last, gap) => {
    expect(YEN.gap(span(first, last))).toBe(gap);
  });

  it('knows that a holiday after the last rate takes nothing from a span', () => {
    // The mark's last rate is of Thursday, 1998-12-31; the Friday after it is New Year's Day.
    const mark = series('DEM/USD');
    expect(mark.gap(span('1998-12-01', '1999-01-01'))).toBeNull();
    expect(mark.gap(span('1998-12-01', '1999-01-04'))).toBe('the rates end on 1998-12-31');
  });

  it('finds a gap in a span that holds no day', () => {
    const day = parseDay('2006-07-07');
    expect(YEN.gap({ start: day, until: day })).toBe('the period holds no day');
    expect(() => YEN.statistic('high', { start: day, until: day }, 'daily')).toThrow('an empty period');
  });

  it('refuses a statistic that its rates do not cover', () => {
    const may = monthOf(2026, 5);
    expect(() => YEN.statistic('average', may, 'daily')).toThrow(InputError);
    expect(() => YEN.statistic('average', may, 'daily')).toThrow(
      'No average of JPY/USD over 2026-05-01/2026-05-31: the rates end on 2026-05-15',
    );
  });

  it('cannot be empty', () => {
    const about = {
      unit: 'JPY/USD',
      currency: 'JPY',
      inverted: false,
      source: 'test',
      rateName: 'rate',
      decimals: 2,
      isClosed: () => false,
    } as const;
    const none = { days: new Int32Array(0), coefficients: new Float64Array(0) };
    expect(() => new DailySeries(about, none)).toThrow('Unexpected empty series');
  });
});
