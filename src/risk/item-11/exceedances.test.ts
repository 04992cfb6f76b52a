import { describe, expect, it } from 'vitest';
import { METHOD, market, PAYABLE, register, WON } from '../../../test/item-11-register.js';
import { parseDay } from '../../value/index.js';
import type { MarketFactor, MarketMethod } from '../models/market/market-factor.js';
import type { OtherMarkets } from '../models/market/other-markets.js';
import { randomStream } from '../random/xoshiro-stream.js';
import { item11 } from './item-11.js';

const AS_OF = '2026-03-31';
const LAST = parseDay(AS_OF);
const WINDOW = 300;
const SAMPLE: MarketMethod = {
  ...METHOD,
  method: 'historical-simulation',
  volatility: 'sample',
  window: WINDOW,
};

/** A rate on every calendar day that moves up and down in turn, a little less each day, but for these changes (days back from the last). */
function history(jumps: Readonly<Record<number, number>>, until = LAST, length = WINDOW + 1): MarketFactor {
  const all = 3000;
  const levels = [120];
  for (let back = all - 1; back >= 0; back--) {
    levels.push(
      (levels.at(-1) as number) * (1 + (jumps[back] ?? (back % 2 === 0 ? 1 : -0.99) * (0.01 + 2e-6 * back))),
    );
  }
  const days = levels.map((_, at) => LAST - all + at);
  const end = days.indexOf(until) + 1;
  const from = Math.max(0, end - length);
  return {
    id: 'usd',
    name: 'the usd',
    quantity: 'exchange-rate',
    level: levels[end - 1] as number,
    history: { days: days.slice(from, end), levels: levels.slice(from, end), source: 'made', warnings: [] },
    volatility: 0.1,
    forced: null,
  };
}

function markets(jumps: Readonly<Record<number, number>>, length = WINDOW + 1): OtherMarkets {
  return {
    on: (day) => ({ day, factors: [history(jumps, parseDay(day), length)], missing: [] }),
    dollarAfter: () => null,
  };
}

function exceedances(jumps: Readonly<Record<number, number>>, method = SAMPLE, length = WINDOW + 1) {
  const factors = [history(jumps, LAST, length)];
  const data = item11(
    register([market('exchange', 'foreign-exchange', [PAYABLE])], { market: { factors, method } }),
    { asOf: AS_OF, markets: markets(jumps, length) },
  );
  const [group] = data.valueAtRisk;
  return { counted: group?.parts[0]?.exceedances ?? null, said: group?.overTheYear ?? [] };
}

describe('days that lost more than value at risk', () => {
  it('are those of the year on which the rate moved against the position by more than ever before', () => {
    // Dollars owed: a rise is a loss, a fall none; the fourth is of the year before.
    const { counted } = exceedances({ 20: 0.05, 90: 0.06, 200: -0.07, 500: 0.05 });
    expect(counted).toMatchObject({ days: 365, from: '2025-04-01', to: AS_OF, exceptions: 2, zone: 'green' });
    expect(counted?.expected).toBeCloseTo(3.65, 10);
  });

  it('agree with the value at risk of each day, by a normal law', () => {
    const jumps: Record<number, number> = {};
    const draws = new Float64Array(3000);
    randomStream(7, 'test', 0).fillNormal(draws, 0, 3000);
    for (const [back, draw] of draws.entries()) jumps[back] = 0.006 * draw;
    const { counted } = exceedances(jumps, { ...SAMPLE, method: 'parametric' });
    const { levels } = history(jumps, LAST, 3001).history ?? { levels: [] };
    let expected = 0;
    for (let back = 0; back < 365; back++) {
      const at = levels.length - 1 - back;
      const change = (day: number) => (levels[day] as number) / (levels[day - 1] as number) - 1;
      let squares = 0;
      for (let day = at - WINDOW; day < at; day++) squares += change(day) ** 2;
      if (change(at) > 2.3263478740408408 * Math.sqrt(squares / WINDOW)) expected++;
    }
    expect(counted?.exceptions).toBe(expected);
    expect(expected).toBeGreaterThan(0);
  });

  it('are not counted where the histories do not join on, are too short, or a volatility is stated', () => {
    const reason = (method: MarketMethod, length?: number) =>
      exceedances({}, method, length).said.filter((sentence) => sentence.startsWith('No count'));
    expect(reason({ ...SAMPLE, volatility: 'stated', method: 'parametric' })).toEqual([
      'No count of exceptions for exchange rates: the volatility is stated, not measured day by day.',
    ]);
    expect(reason({ ...SAMPLE, window: WINDOW }, 60)[0]).toContain(
      '0 daily changes in common before the year',
    );
    expect(reason({ ...SAMPLE, window: 900 })[0]).toContain('of 900 that are needed');
  });

  it('are not counted for a factor that has a stated volatility alone', () => {
    const won = { ...history({}), id: 'krw', name: 'the krw', history: null, volatility: 0.1 };
    const data = item11(
      register([market('exchange', 'foreign-exchange', [WON])], {
        market: { factors: [won], method: SAMPLE },
      }),
      { asOf: AS_OF, markets: { ...markets({}), on: (day) => ({ day, factors: [won], missing: [] }) } },
    );
    expect(data.valueAtRisk[0]?.overTheYear).toContain(
      'No count of exceptions for exchange rates: "the krw" has a stated volatility and no daily history.',
    );
  });
});
