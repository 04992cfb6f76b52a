import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../value/index.js';
import { randomStream } from '../../random/xoshiro-stream.js';
import { exchangeRateHistory } from './exchange-rate-history.js';
import { historyWarnings } from './history-warnings.js';

/** Daily levels from changes that take back `share` of the one before. */
function levels(share: number, n = 500): number[] {
  const changes = new Float64Array(n);
  randomStream(2, 'test/history', 0).fillNormal(changes, 0, n);
  let level = 100;
  return Array.from(changes, (change, at) => {
    level *= Math.exp(0.01 * (change - share * (at === 0 ? 0 : (changes[at - 1] as number))));
    return level;
  });
}

function warnings(values: readonly number[], isRate = false): string[] {
  return historyWarnings(
    'X',
    values.map((_, at) => at),
    values,
    isRate,
  );
}

describe('warnings about a history', () => {
  it('are none for a random walk', () => {
    expect(warnings(levels(0))).toEqual([]);
  });

  it('say that daily changes reverse or repeat each other', () => {
    expect(warnings(levels(0.5))[0]).toMatch(
      /^X: daily changes take back part .* overstates longer horizons \(correlation -0\.\d\d /,
    );
    expect(warnings(levels(-0.5))[0]).toMatch(/^X: daily changes go on .* understates longer horizons/);
    // The won and the yen were not fixed at one hour: their cross rate takes back 30% of each day.
    expect(exchangeRateHistory('JPY/KRW', parseDay('2006-03-31'), 500).history.warnings[0]).toContain(
      'correlation -0.30',
    );
    expect(exchangeRateHistory('JPY/EUR', parseDay('2006-03-31'), 500).history.warnings).toEqual([]);
  });

  it('say that a price stands still, once', () => {
    expect(warnings(new Array(100).fill(8.28))).toEqual([
      'X: no change on 99 of 99 days (longest run 99 days, to 1970-04-10): a peg or a managed price. A volatility or VaR from calm days, 0 at the least, says nothing of the day on which it breaks; state a volatility or add an event',
    ]);
  });

  it('find a jump of a price, but not of an interest rate near zero', () => {
    const values = levels(0).map((level, at) => (at < 250 ? level : level * 5));
    expect(warnings(values)[0]).toMatch(/^X: changed to 5\.\d* times its level on 1970-09-08: a split/);
    const rates = levels(0).map((level, at) => (at === 250 ? 0.0001 : (level - 100) / 1000));
    expect(warnings(rates, true).filter((warning) => warning.includes('split'))).toEqual([]);
  });
});
