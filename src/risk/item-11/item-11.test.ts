import { describe, expect, it } from 'vitest';
import {
  ADS,
  BASE,
  FIXED,
  METHOD,
  market,
  PAYABLE,
  REGISTER,
  register,
  sensitivityRow,
  tabularRow,
  WON,
  Z,
} from '../../../test/item-11-register.js';
import type { HoldingSpec } from '../models/holding/holding-spec.js';
import { item11 } from './item-11.js';
import type { Item11 } from './item-11-data.js';

describe('an ADS in dollars', () => {
  it('is worth less as a dollar buys more yen, and its dividend too, after tax and fee', () => {
    const { ads } = item11(REGISTER);
    const row = (what: string, name: string, shock: string) =>
      ads.find((each) => each.what === what && each.factor === name && each.shock === shock);
    expect(row('value of an ADS', 'the usd', '10% up')).toMatchObject({
      before: 10,
      after: 1200 / (120 * 1.1),
    });
    expect(row('value of an ADS', 'share price', '10% down')?.after).toBeCloseTo(9, 12);
    const dividend = row('dividend on an ADS', 'the usd', '10% down');
    expect(dividend?.before).toBeCloseTo((1500 * 0.0025 * 0.9) / 120 - 0.01, 14);
    expect(dividend?.after).toBeCloseTo((1500 * 0.0025 * 0.9) / 108 - 0.01, 14);
    expect(item11(register([], { base: { ...BASE, ads: null } })).ads).toEqual([]);
  });
});

describe('holdings', () => {
  const holding = (change: Partial<HoldingSpec>): HoldingSpec => ({
    kind: 'holding',
    accounting: 'other-comprehensive-income',
    line: 'securities',
    impairmentLine: 'exchange',
    carrying: 6800,
    share: null,
    costBasis: null,
    unrecognisedLosses: 0,
    advances: 0,
    commitments: [],
    result: null,
    value: { factor: 'topix', beta: 0.8 },
    failure: null,
    impairmentBelow: null,
    plannedGains: null,
    shared: [],
    ...change,
  });

  it('at a market price are equity prices; others are left out, and that is said', () => {
    const data = item11(
      register([
        { id: 'listed', model: holding({}) },
        {
          id: 'fund',
          model: holding({ value: { distribution: 'normal', mean: 0, deviation: 0.25 }, carrying: 1000 }),
        },
        {
          id: 'wild',
          model: holding({ value: { distribution: 'student-t', freedom: 2, location: 0, scale: 0.1 } }),
        },
        { id: 'affiliate', model: holding({ accounting: 'equity-method', share: 0.3 }) },
      ]),
    );
    expect(sensitivityRow(data, 'equity-price', 'the topix', '10% up').otherComprehensiveIncome).toBeCloseTo(
      544,
      10,
    );
    expect(data.valueAtRisk[0]?.parts[0]?.valueAtRisk.value).toBeCloseTo(
      Z * Math.sqrt(10 / 252) * Math.hypot(0.2 * 0.8 * 6800, 250),
      6,
    );
    expect(data.limits).toContain(
      '"affiliate" is left out: it is carried by the equity method, not at a market price.',
    );
    expect(data.limits).toContain('"wild" is left out: the law of its value has no finite deviation.');
  });
});

describe('last year beside this', () => {
  it('stands in every table, and material changes want a reason', () => {
    const before = item11(REGISTER);
    const more = market('exchange', 'foreign-exchange', [
      { ...PAYABLE, amount: -100, maturities: [] },
      WON,
      ADS,
    ]);
    const now = item11(register(REGISTER.risks.map((risk) => (risk.id === 'exchange' ? more : risk))), {
      prior: JSON.parse(JSON.stringify(before)) as Item11,
    });
    expect(tabularRow(now, 'Payable').prior).toEqual({ total: 50, fairValue: -6000 });
    expect(sensitivityRow(now, 'foreign-exchange', 'the usd', '10% up').prior).toEqual({
      fairValue: -600,
      income: -600,
      otherComprehensiveIncome: 0,
    });
    const part = now.valueAtRisk[1]?.parts[1];
    expect(part?.prior).toBeCloseTo(before.valueAtRisk[1]?.parts[1]?.valueAtRisk.value ?? 0, 10);
    expect(now.reminders).toContain(
      'Fair value of Payable (foreign-exchange, other): 100% larger than last year; give the reason.',
    );
    expect(now.reminders.filter((reminder) => reminder.includes('Notes'))).toEqual([]);
    expect(before.reminders).toEqual([]);
    const other = market('exchange', 'foreign-exchange', [{ ...PAYABLE, name: 'Note' }, WON, ADS]);
    const renamed = register(REGISTER.risks.map((risk) => (risk.id === 'exchange' ? other : risk)));
    expect(item11(renamed, { prior: before }).reminders).toEqual([
      "Note: not in last year's table; say when it was taken on.",
      "Payable: in last year's table and not in this one; say what became of it.",
    ]);
  });
});

describe('an empty or contradictory register', () => {
  it('has empty tables', () => {
    const data = item11(register([], { base: { ...BASE, ads: null } }));
    expect(data).toEqual({
      currency: 'JPY',
      asOf: null,
      tabular: [],
      sensitivity: [],
      valueAtRisk: [],
      ads: [],
      adsNotes: [],
      treatments: [],
      limits: [],
      reminders: [],
    });
  });

  it('is refused with the position named', () => {
    expect(() => item11(register([market('r', 'interest-rate', [{ ...FIXED, factor: 'libor' }])]))).toThrow(
      'Position "Notes" names the market factor "libor"',
    );
    expect(() => item11(register([market('r', 'interest-rate', [{ ...FIXED, amount: 1100 }])]))).toThrow(
      'maturities that sum to 1000 of position "Notes", expected the amount, 1100',
    );
    expect(() => item11(register([], { market: { factors: [], method: { ...METHOD, level: 99 } } }))).toThrow(
      'Unexpected level 99',
    );
  });
});
