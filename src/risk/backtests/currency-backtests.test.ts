import { describe, expect, it } from 'vitest';
import { noonBuyingRates } from '../../rates/index.js';
import type { MarketMethod } from '../models/market/market-factor.js';
import { valueAtRisk } from '../models/market/value-at-risk.js';
import { randomStream } from '../random/xoshiro-stream.js';
import { BACKTEST_METHODS, currencyBacktests, currencyHistories } from './currency-backtests.js';
import { FLOAT_RULE, regimes } from './floating-days.js';
import { rollingValueAtRisk } from './rolling-value-at-risk.js';
import { SortedWindow } from './sorted-window.js';

const histories = currencyHistories({ ...noonBuyingRates(), currencies: ['HKD', 'JPY', 'VES'] });

function historyOf(currency: string) {
  const found = histories.find((each) => each.currency === currency);
  if (found === undefined) throw new Error(`No ${currency}`);
  return found;
}

/** Daily changes of a float: independent normals of 10% a year. */
function float(days: number): Float64Array {
  const changes = new Float64Array(days);
  randomStream(5, 'float', 0).fillNormal(changes, 0, days);
  return changes.map((each) => (each * 0.1) / Math.sqrt(250));
}

function weekdays(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

describe('the value at risk of every day', () => {
  it.each(BACKTEST_METHODS.map((each) => [each.name, each.method] as const))(
    'is that of its window: %s',
    (_, method) => {
      const { changes } = historyOf('JPY');
      for (const level of [0.99, 0.95]) {
        const [forecast] = rollingValueAtRisk(changes, method, [level]);
        if (forecast === undefined) throw new Error('expected a forecast');
        const full: MarketMethod = {
          ...method,
          horizonDays: 1,
          level,
          mean: 'zero',
          horizonRule: 'square-root-of-time',
          quantileRule: 'order-statistic',
          accrual: 'year-average',
        };
        // The filter of a window begins anew with the window: its first weeks are rescaled a little otherwise.
        const tolerance =
          method.method === 'historical-simulation' && method.volatility === 'ewma' ? 0.1 : 1e-9;
        for (let day = 700; day < changes.length; day += 997) {
          const window = changes.slice(day - method.window, day);
          const long = valueAtRisk(window, full).value;
          const short = valueAtRisk(
            window.map((each) => -each),
            full,
          ).value;
          expect(Math.abs((forecast.long[day] as number) / long - 1)).toBeLessThan(tolerance);
          expect(Math.abs((forecast.short[day] as number) / short - 1)).toBeLessThan(tolerance);
        }
        expect(forecast.long[method.window - 1]).toBeNaN();
      }
    },
  );

  it('says nothing of its own day', () => {
    const changes = float(600);
    const [before] = rollingValueAtRisk(
      changes,
      { method: 'parametric', volatility: 'ewma', decay: 0.94, window: 500 },
      [0.99],
    );
    changes[550] = 1;
    const [after] = rollingValueAtRisk(
      changes,
      { method: 'parametric', volatility: 'ewma', decay: 0.94, window: 500 },
      [0.99],
    );
    expect(after?.long.slice(500, 551)).toEqual(before?.long.slice(500, 551));
    expect(after?.long[551]).toBeGreaterThan(10 * (before?.long[551] as number));
  });
});

describe('days of a float', () => {
  const { window } = FLOAT_RULE;
  const at = (changes: Float64Array, days = weekdays(changes.length + 1), breaks: readonly number[] = []) =>
    regimes(days, changes, breaks)[window];

  it('are those after a window of ordinary changes', () => {
    const all = regimes(weekdays(701), float(700), []);
    expect(all.slice(0, window).every((each) => each === 'too-early')).toBe(true);
    expect(all.slice(window).every((each) => each === 'floating')).toBe(true);
  });

  it('are none after a peg, a band, a crawl, a jump, a new unit or a gap', () => {
    const changes = float(window + 1);
    expect(at(changes.map((each, day) => (day < 400 && day >= 390 ? 0 : each)))).toBe('run');
    expect(at(changes.map((each, day) => (day < 399 && day >= 390 ? 0 : each)))).toBe('floating');
    expect(at(changes.map((each, day) => (day % 9 === 0 ? 0 : each)))).toBe('unchanged');
    expect(at(changes.map((each) => each / 5))).toBe('calm');
    expect(at(changes.map((each, day) => (day % 3 === 0 ? Math.abs(each) : each)))).toBe('one-way');
    expect(at(changes.map((each, day) => (day === 0 ? -0.25 : each)))).toBe('jump');
    expect(at(changes.map((each, day) => (day === 0 ? 0.29 : each)))).toBe('floating');
    expect(at(changes, weekdays(window + 2), [3])).toBe('jump');
    expect(
      at(
        changes,
        weekdays(window + 2).map((day) => (day > 5 ? day + 10 : day)),
      ),
    ).toBe('gap');
  });

  it('do not depend on what comes later', () => {
    const changes = float(700);
    const before = regimes(weekdays(701), changes, []);
    changes.fill(0, 600);
    expect(regimes(weekdays(701), changes, []).slice(0, 601)).toEqual(before.slice(0, 601));
  });

  it('leave out pegs and redenominations of the noon buying rates', () => {
    expect(historyOf('JPY').regimes.filter((each) => each === 'floating').length).toBeGreaterThan(12_000);
    for (const pegged of ['HKD', 'VES']) expect(currencyBacktests(historyOf(pegged))).toEqual([]);
  });
});

describe('a sorted window', () => {
  it('holds the last numbers in order', () => {
    const window = new SortedWindow(4);
    for (const value of [5, 1, 3, 1, 4, 1, 5]) window.push(value);
    expect([...window.sorted]).toEqual([1, 1, 4, 5]);
    expect([window.mean, window.largest, window.below(1), window.atMost(1), window.below(9)]).toEqual([
      2.75, 5, 0, 2, 4,
    ]);
  });
});

describe('the exceptions of the yen', () => {
  it('are fewer with fat tails and a filter than with a normal law', () => {
    const results = currencyBacktests(historyOf('JPY'));
    const share = (method: string, side: string) =>
      results.find((each) => each.method === method && each.level === 0.99 && each.side === side)?.share ??
      Number.NaN;
    expect(share('parametric, EWMA', 'short')).toBeGreaterThan(0.02);
    expect(share('filtered historical simulation', 'short')).toBeLessThan(0.014);
    expect(results).toHaveLength(BACKTEST_METHODS.length * 4);
  });
});
