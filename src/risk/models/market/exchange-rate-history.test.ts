import { describe, expect, it } from 'vitest';
import { noonBuyingRates } from '../../../rates/index.js';
import { parseDay } from '../../../value/index.js';
import { exchangeRateHistory } from './exchange-rate-history.js';

const YEAR_END = parseDay('2006-03-31');

describe('the history of an exchange rate', () => {
  it('is of the noon buying rates up to the day', () => {
    const { level, history } = exchangeRateHistory('JPY/USD', YEAR_END, 250);
    expect(level).toBe(117.48);
    expect(history.levels).toHaveLength(251);
    expect(history.levels.at(-1)).toBe(117.48);
    expect(history.days.at(-1)).toBe(YEAR_END);
    expect(history.source).toMatch(/^H\.10 rates of JPY\/USD, 2005-0\d-\d\d to 2006-03-31$/);
    expect(history.warnings).toEqual([]);
  });

  it('runs in either direction, and small letters will do', () => {
    const [forwards, backwards] = [
      exchangeRateHistory('JPY/USD', YEAR_END, 50),
      exchangeRateHistory(' usd / jpy ', YEAR_END, 50),
    ];
    expect(backwards.history.days).toEqual(forwards.history.days);
    forwards.history.levels.forEach((level, at) => {
      expect(level * (backwards.history.levels[at] as number)).toBeCloseTo(1, 14);
    });
  });

  it('crosses two currencies over the dollar, on the days that both have', () => {
    const won = exchangeRateHistory('KRW/USD', YEAR_END, 250);
    const yen = exchangeRateHistory('JPY/USD', YEAR_END, 250);
    const cross = exchangeRateHistory('JPY/KRW', YEAR_END, 250);
    expect(cross.level).toBeCloseTo(yen.level / won.level, 15);
    expect(cross.level).toBeCloseTo(117.48 / 971.4, 6);
    expect(cross.history.source).toContain('crossed over the U.S. dollar');
    expect(cross.history.days.length).toBe(251);
    const both = new Set(won.history.days);
    const missing = cross.history.days.filter((day) => day >= (won.history.days[0] ?? 0) && !both.has(day));
    expect(missing).toEqual([]);
  });

  it('takes the last rate before a weekend', () => {
    expect(exchangeRateHistory('JPY/USD', parseDay('2006-04-02'), 50).level).toBe(117.48);
  });

  it('warns of a peg', () => {
    const { history } = exchangeRateHistory('CNY/USD', parseDay('2005-07-01'), 500);
    expect(history.warnings).toHaveLength(1);
    expect(history.warnings[0]).toMatch(
      /CNY\/USD: no change on \d+ of 500 days \(longest run \d+ days, .*a peg/,
    );
  });

  it('begins after a new currency unit, and says so', () => {
    const { history } = exchangeRateHistory('VES/USD', parseDay('2022-01-31'), 500);
    expect(history.days[0]).toBe(parseDay('2021-10-04'));
    expect(history.warnings[0]).toMatch(
      /daily changes, not the 500 asked for \(the rates before 2021-10-04 are of another currency unit\)/,
    );
    expect(Math.max(...history.levels) / Math.min(...history.levels)).toBeLessThan(2);
  });

  it.each([
    ['JPY', 'Unexpected pair "JPY", expected two currencies such as JPY/USD'],
    ['USD/USD', 'Unexpected pair "USD/USD"'],
    ['JPY/XXX', 'No rates for "XXX" in H.10, expected one of AUD, BRL, CAD'],
    ['USD/ARS', 'No rates for "ARS" in H.10'],
    ['DEM/USD', 'the H.10 rates of DEM run from 1990-01-02 to 1998-12-31'],
    ['DEM/JPY', 'the H.10 rates of DEM run from 1990-01-02 to 1998-12-31'],
  ])('is refused for %s', (pair, message) => {
    expect(() => exchangeRateHistory(pair, YEAR_END, 250)).toThrow(message);
  });

  it('is refused for a window or day out of range', () => {
    expect(() => exchangeRateHistory('JPY/USD', YEAR_END, 1e12)).toThrow(
      'Unexpected window of 1000000000000 days',
    );
    expect(() => exchangeRateHistory('JPY/USD', YEAR_END, 5)).toThrow('expected a whole number from 20');
    expect(() => exchangeRateHistory('JPY/USD', parseDay('1960-01-04'), 250)).toThrow(
      'No rate of JPY/USD on 1960-01-04',
    );
    expect(() => exchangeRateHistory('JPY/USD', parseDay('1971-01-20'), 250)).toThrow(
      /Only \d+ daily changes of JPY\/USD/,
    );
  });

  it('takes any source of rates', () => {
    expect(exchangeRateHistory('JPY/USD', YEAR_END, 50, noonBuyingRates()).level).toBe(117.48);
  });
});
