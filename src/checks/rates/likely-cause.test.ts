import { describe, expect, it } from 'vitest';
import { noonBuyingRates, type RateSeries, type RateStatisticName } from '../../rates/index.js';
import { Decimal, dayOf, Fraction, fiscalYear, type RateUnit, type Span, spanOf } from '../../value/index.js';
import { likelyCause, typingSlip, type WrongRate } from './likely-cause.js';

const YEAR_2006 = fiscalYear(2006, 3, 31);

describe('likelyCause', () => {
  it.each<[string, Partial<WrongRate>, string]>([
    ['113.66', {}, 'rounded down instead of half up'],
    ['113.15', {}, 'average of daily rates instead of month-end rates'],
    ['113.67', { method: 'daily' }, 'average of month-end rates instead of daily rates'],
    ['104.41', { statistic: 'high' }, 'high and low exchanged'],
    ['120.93', { statistic: 'low' }, 'high and low exchanged'],
    ['117.48', {}, 'the period-end of the same period'],
    ['114.41', { statistic: 'low' }, 'one digit differs: 1 for 0'],
    ['107.28', { neighbours: [fiscalYear(2005, 3, 31)] }, 'the figure of the previous period'],
    ['117.41', { statistic: 'period-end' }, 'the rate of March 30, 2006, a neighbouring day'],
    ['131.67', {}, 'two adjacent digits swapped'],
    ['14.41', { statistic: 'low' }, 'a zero dropped'],
    ['11.748', { statistic: 'period-end', decimals: 3 }, 'the decimal point is misplaced'],
    ['11.75', { statistic: 'period-end' }, 'the decimal point is misplaced'],
    ['1174.8', { statistic: 'period-end', decimals: 1 }, 'the decimal point is misplaced'],
    ['118.67', {}, 'one digit differs: 8 for 3'],
  ])('tells why %s was printed', (printed, fields, cause) => {
    expect(likelyCause(wrong({ ...fields, printed: Decimal.parse(printed) }))).toBe(cause);
  });

  it('knows the inverse quotation and the mean of inverses', () => {
    const inverse = wrong({ printed: Decimal.parse('0.0085'), decimals: 4, statistic: 'period-end' });
    expect(likelyCause(inverse)).toBeNull();
    const long = wrong({ printed: Decimal.parse('0.008512'), decimals: 6, statistic: 'period-end' });
    expect(likelyCause(long)).toBe('the inverse quotation');
    const harmonic = harmonicMean(series('JPY/USD'));
    expect(likelyCause(wrong({ printed: harmonic, decimals: 4 }))).toBe(
      'inverse of the mean of inverse rates',
    );
  });

  it.each<[RateStatisticName, string]>([
    ['high', '120.93'],
    ['low', '104.41'],
    ['average', '113.67'],
    ['period-end', '117.48'],
  ])('knows the %s of yen per dollar among dollars per yen', (statistic, printed) => {
    const fields = { series: series('USD/JPY'), statistic, printed: Decimal.parse(printed) };
    expect(likelyCause(wrong(fields))).toBe('the inverse quotation');
  });

  it.each<[RateStatisticName, string, Span, string]>([
    ['high', '117.96', march(3, 10), 'without March 10, 2006, its last day with a rate'],
    ['low', '117.76', march(6, 10), 'without March 6, 2006, its first day with a rate'],
    ['high', '117.82', march(27, 31), 'with April 3, 2006, after its end'],
  ])('knows a %s of %s that was read too early or too late', (statistic, printed, span, when) => {
    const fields = { statistic, printed: Decimal.parse(printed), span, method: 'daily' as const };
    expect(likelyCause(wrong(fields))).toBe(`the ${statistic} of the period ${when}`);
  });

  it('knows the rate of another source that is held', () => {
    const fields = {
      statistic: 'period-end',
      span: march(1, 31),
      printed: Decimal.parse('1.3025'),
      decimals: 4,
    } as const;
    const others = [Object.create(series('CHF/USD'), { rateName: { value: 'rate of Kitano Bank' } })];
    expect(likelyCause(wrong({ ...fields, others }))).toBe('the rate of Kitano Bank');
    expect(likelyCause(wrong(fields))).toBeNull();
  });

  it('calls no slip of the hand what is off in the last digit of a mean', () => {
    expect(likelyCause(wrong({ printed: Decimal.parse('113.69') }))).toBeNull();
    expect(likelyCause(wrong({ printed: Decimal.parse('113.97') }))).toBe('one digit differs: 9 for 6');
  });

  it('stays silent where nothing fits', () => {
    expect(likelyCause(wrong({ printed: Decimal.parse('999.99') }))).toBeNull();
  });
});

describe('typingSlip', () => {
  it.each([
    ['12.43', '12.34', 'two adjacent digits swapped'],
    ['104.4', '104.04', 'a zero dropped'],
    ['1120', '11200', 'a zero dropped'],
    ['11.748', '117.480', null],
    ['12.35', '12.34', 'one digit differs: 5 for 4'],
    ['14.32', '12.34', null],
    ['12.34', '12.34', null],
    ['12.3', '12.34', null],
  ])('%s for %s', (printed, expected, slip) => {
    expect(typingSlip(Decimal.parse(printed), Decimal.parse(expected))).toBe(slip);
  });
});

function harmonicMean(rates: RateSeries): Decimal {
  const { inputs } = rates.statistic('average', YEAR_2006, 'month-end');
  const inverses = Fraction.sum(inputs.map((input) => input.ratio.inverse()));
  return Fraction.of(BigInt(inputs.length)).over(inverses).rounded(4, 'half-up');
}

function march(first: number, last: number): Span {
  return spanOf(dayOf(2006, 3, first), dayOf(2006, 3, last));
}

function wrong(fields: Partial<WrongRate>): WrongRate {
  return {
    printed: Decimal.parse('113.67'),
    decimals: 2,
    series: series('JPY/USD'),
    statistic: 'average',
    method: 'month-end',
    span: YEAR_2006,
    neighbours: [],
    ...fields,
  };
}

function series(unit: RateUnit): RateSeries {
  const found = noonBuyingRates().series(unit);
  if (found === null) throw new Error(`no series ${unit}`);
  return found;
}
