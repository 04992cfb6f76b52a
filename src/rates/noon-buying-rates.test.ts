import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type CurrencyCode,
  Decimal,
  formatDay,
  parseDay,
  type RateUnit,
  rateUnit,
  spanOf,
} from '../value/index.js';
import { noonBuyingRates } from './noon-buying-rates.js';

const FOLDER = new URL('../../../shared/data/h10/', import.meta.url);
const HAS_CSV = existsSync(FOLDER);
const DOLLARS_PER_UNIT = ['AUD', 'EUR', 'GBP', 'NZD'];

function nativeUnit(currency: CurrencyCode): RateUnit {
  return DOLLARS_PER_UNIT.includes(currency) ? rateUnit('USD', currency) : rateUnit(currency, 'USD');
}

function csvText(currency: CurrencyCode): string {
  const series = noonBuyingRates().series(nativeUnit(currency));
  if (series === null) return 'no series';
  const rates = series.within(spanOf(series.firstDay, series.lastDay));
  const rows = rates.map(({ day, printed }) => `${formatDay(day)},${printed}\n`);
  return `date,rate\n${rows.join('')}`;
}

describe('noon buying rates', () => {
  const source = noonBuyingRates();

  it('say what they are', () => {
    expect(source.name).toBe('H.10');
    expect(source.description).toContain('Federal Reserve');
    expect(source.currencies).toHaveLength(24);
    expect(formatDay(source.asOf)).toBe('2026-07-24');
  });

  it('are opened once and decoded once', () => {
    expect(noonBuyingRates()).toBe(source);
    expect(source.series('JPY/USD')).toBe(source.series('JPY/USD'));
  });

  it.each([
    ['JPY/USD', '2006-03-31', '117.48', false],
    ['USD/EUR', '2004-10-22', '1.2639', false],
    ['EUR/USD', '2004-10-22', '1.2639', true],
    ['CNY/USD', '2017-12-29', '6.5063', false],
    ['KRW/USD', '2005-09-30', '1042.40', false],
    ['VES/USD', '2021-10-01', '4133444.2500', false],
  ] as const)('%s on %s: published %s', (unit, day, printed, inverted) => {
    const series = source.series(unit);
    const rate = series?.on(parseDay(day));
    expect(series?.inverted).toBe(inverted);
    expect(rate?.printed.toString()).toBe(printed);
    const published = inverted ? rate?.ratio.inverse() : rate?.ratio;
    expect(published?.rounded(4, 'half-up').compare(Decimal.parse(printed))).toBe(0);
  });

  it.each(['XXX/USD', 'USD/XXX', 'USD/USD', 'JPY/EUR', 'JPY'])('has no series %s', (unit) => {
    expect(source.series(unit as RateUnit)).toBeNull();
  });
});

describe.skipIf(!HAS_CSV)(
  'noon buying rates, against ../shared/data/h10 (skipped where it is absent)',
  () => {
    it.each(noonBuyingRates().currencies)('%s equals its CSV, every row', (currency) => {
      // Compared as one text: an equality of 14,000 rows would print them all where one differs.
      const isEqual = csvText(currency) === readFileSync(new URL(`${currency}.csv`, FOLDER), 'utf8');
      expect(isEqual).toBe(true);
    });
  },
);
