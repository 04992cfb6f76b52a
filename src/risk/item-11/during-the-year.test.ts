import { describe, expect, it } from 'vitest';
import {
  FACTORS,
  METHOD,
  market,
  PAYABLE,
  REGISTER,
  register,
  WON,
  Z,
} from '../../../test/item-11-register.js';
import type { MarketFactor } from '../models/market/market-factor.js';
import type { MarketOn, OtherMarkets } from '../models/market/other-markets.js';
import { item11 } from './item-11.js';
import type { Item11 } from './item-11-data.js';

const AS_OF = '2026-03-31';
const TEN_DAYS = Z * Math.sqrt(10 / 252);

/** The factors with the dollar at another level on each day; `without` are not there on the first quarter-end. */
function markets(dollar: Readonly<Record<string, number>>, without: readonly string[] = []): OtherMarkets {
  return {
    on: (day): MarketOn => {
      const lacking = day === '2025-06-30' ? without : [];
      const factors = FACTORS.filter(({ id }) => !lacking.includes(id)).map(
        (factor): MarketFactor =>
          factor.id === 'usd' ? { ...factor, level: dollar[day] ?? factor.level, history: HISTORY } : factor,
      );
      return { day, factors, missing: lacking.map((id) => ({ id, why: 'its file begins later' })) };
    },
    dollarAfter: () => null,
  };
}

/** Thirty days that go up and down: a volatility that is stated is not taken from them. */
const HISTORY = {
  days: Array.from({ length: 30 }, (_, at) => at),
  levels: Array.from({ length: 30 }, (_, at) => 120 + (at % 2)),
  source: 'made',
  warnings: [],
};
const LEVELS = { '2025-06-30': 140, '2025-09-30': 110, '2025-12-31': 130 };
const ONE = register([market('exchange', 'foreign-exchange', [PAYABLE])]);

function during(data: Item11, purpose: string, category: string) {
  const group = data.valueAtRisk.find((each) => each.purpose === purpose);
  const parts = group === undefined ? [] : [...group.parts, ...(group.total === null ? [] : [group.total])];
  return parts.find((each) => each.category === category)?.during;
}

describe('value at risk measured again at each quarter-end', () => {
  it('is that of today’s positions at the levels of that day', () => {
    const data = item11(ONE, { asOf: AS_OF, markets: markets(LEVELS) });
    // 50 dollars owed, at 10% a year.
    const at = (level: number) => TEN_DAYS * 0.1 * 50 * level;
    const found = during(data, 'other', 'foreign-exchange');
    expect(found?.points.map(({ day }) => day)).toEqual([...Object.keys(LEVELS), AS_OF]);
    expect(found?.average).toBeCloseTo((at(140) + at(110) + at(130) + at(120)) / 4, 8);
    expect(found?.high).toBeCloseTo(at(140), 8);
    expect(found?.low).toBeCloseTo(at(110), 8);
    expect(data.valueAtRisk[0]?.overTheYear[0]).toContain('measured again');
  });

  it('is left out of a category, and of all together, that a quarter-end lacks a factor of', () => {
    const data = item11(REGISTER, { asOf: AS_OF, markets: markets(LEVELS, ['topix']) });
    expect(during(data, 'other', 'equity-price')).toBeNull();
    expect(during(data, 'other', 'total')).toBeNull();
    // Of a stated volatility.
    expect(during(data, 'other', 'interest-rate')).toBeNull();
    expect(during(data, 'other', 'foreign-exchange')?.points).toHaveLength(4);
    const none = item11(ONE, { asOf: AS_OF, markets: markets(LEVELS, ['usd']) });
    expect(none.valueAtRisk[0]?.overTheYear[0]).toContain('usd on 2025-06-30: its file begins later');
  });

  it('needs the day of the register, and markets', () => {
    expect(during(item11(ONE, { markets: markets(LEVELS) }), 'other', 'foreign-exchange')).toBeNull();
    expect(during(item11(ONE, { asOf: AS_OF }), 'other', 'foreign-exchange')).toBeNull();
  });
});

describe('value at risk kept at each quarter-end', () => {
  const kept = (day: string, amount: number) =>
    item11(register([market('exchange', 'foreign-exchange', [{ ...PAYABLE, amount, maturities: [] }])]), {
      asOf: day,
    });
  const quarters = [kept('2025-06-30', -10), kept('2025-09-30', -90), kept('2025-12-31', -30)];

  it('is averaged with the positions of each day', () => {
    const data = item11(ONE, { asOf: AS_OF, during: quarters });
    const each = (amount: number) => TEN_DAYS * 0.1 * 120 * amount;
    const found = during(data, 'other', 'foreign-exchange');
    expect(found?.average).toBeCloseTo(each((10 + 90 + 30 + 50) / 4), 8);
    expect([found?.high, found?.low].map((value) => value ?? 0)).toEqual([
      expect.closeTo(each(90), 8),
      expect.closeTo(each(10), 8),
    ]);
    expect(data.valueAtRisk[0]?.overTheYear[0]).toContain('as printed on each');
  });

  it('stands for all together where there was one category only', () => {
    const two = register([
      market('exchange', 'foreign-exchange', [PAYABLE]),
      market('won', 'equity-price', [{ ...WON, name: 'other' }]),
    ]);
    const data = item11(two, { asOf: AS_OF, during: quarters });
    expect(during(data, 'other', 'total')?.points).toHaveLength(4);
    expect(during(data, 'other', 'equity-price')).toBeNull();
  });

  it.each([
    ['two quarters', quarters.slice(0, 2)],
    ['a day twice', [...quarters, quarters[0] as Item11]],
    ['a day of another year', [kept('2024-06-30', -10), ...quarters.slice(1)]],
    ['uneven periods', [kept('2025-05-15', -10), ...quarters.slice(1)]],
    ['one without a day', [...quarters.slice(0, 2), { ...(quarters[2] as Item11), asOf: null }]],
  ])('is refused with %s', (_, those) => {
    expect(() => item11(ONE, { asOf: AS_OF, during: those })).toThrow(
      'expected ends of at least four equal periods after 2025-03-31, such as 2025-12-31, 2025-09-30, 2025-06-30',
    );
  });

  it('is refused over another horizon', () => {
    const daily = register(ONE.risks as never, {
      market: { factors: FACTORS, method: { ...METHOD, horizonDays: 1 } },
    });
    expect(() => item11(daily, { asOf: AS_OF, during: quarters })).toThrow(
      'The value at risk of 2025-06-30 is over 10 trading days at 0.99, expected 1 at 0.99',
    );
  });
});

describe('last year’s value at risk', () => {
  it('of another horizon stands in no column, and that is said', () => {
    const daily = register(ONE.risks as never, {
      market: { factors: FACTORS, method: { ...METHOD, horizonDays: 1 } },
    });
    const data = item11(ONE, { prior: item11(daily) });
    expect(data.valueAtRisk[0]?.parts[0]?.prior).toBeNull();
    expect(data.reminders).toContainEqual(
      expect.stringContaining("Last year's value at risk is over 1 trading days at 0.99"),
    );
  });
});
