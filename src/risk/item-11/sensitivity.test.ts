import { describe, expect, it } from 'vitest';
import { FIXED, LOAN, market, REGISTER, register, sensitivityRow } from '../../../test/item-11-register.js';
import { item11 } from './item-11.js';

describe('the sensitivity analysis', () => {
  const data = item11(REGISTER);

  it('moves exchange rates by 10%, one and all', () => {
    expect(sensitivityRow(data, 'foreign-exchange', 'the usd', '10% up')).toMatchObject({
      change: 0.1,
      fairValue: -600,
      income: -600,
      otherComprehensiveIncome: 0,
    });
    expect(sensitivityRow(data, 'foreign-exchange', 'the krw', '10% down').fairValue).toBeCloseTo(-100, 10);
    expect(sensitivityRow(data, 'foreign-exchange', 'all together', '10% up')).toMatchObject({
      factor: null,
      fairValue: -500,
    });
    expect(sensitivityRow(data, 'foreign-exchange', 'the usd', '10% up', 'trading').fairValue).toBeCloseTo(
      480,
      10,
    );
  });

  it('moves interest rates by 10% of the rate and by 100 basis points: fair value, and a year’s variable interest', () => {
    const up = sensitivityRow(data, 'interest-rate', 'the jgb', '100 basis points up');
    expect(up.change).toBe(0.01);
    // The loan pays 20 more, the swap receives 20 more.
    expect(up.income).toBeCloseTo(0, 10);
    expect(sensitivityRow(data, 'interest-rate', 'the jgb', '10% of the rate up').change).toBeCloseTo(
      0.002,
      15,
    );
    // Debt is worth less to its holders, which is a gain to who owes it; so is the swap that pays fixed.
    expect(up.fairValue).toBeGreaterThan(0);
    const alone = item11(register([market('r', 'interest-rate', [LOAN])]));
    expect(sensitivityRow(alone, 'interest-rate', 'the jgb', '100 basis points up').income).toBeCloseTo(
      -20,
      10,
    );
    expect(sensitivityRow(alone, 'interest-rate', 'the jgb', '100 basis points up').fairValue).toBeCloseTo(
      0,
      8,
    );
  });

  it('bends: a fall of rates adds more to the value of fixed debt than a rise takes off', () => {
    const alone = item11(register([market('r', 'interest-rate', [FIXED])]));
    const [up, down] = ['up', 'down'].map(
      (way) => sensitivityRow(alone, 'interest-rate', 'the jgb', `100 basis points ${way}`).fairValue,
    ) as [number, number];
    expect(down).toBeLessThan(0);
    expect(-down).toBeGreaterThan(up);
    // Modified duration of the two notes at 2%, by hand, times 1%.
    const first = (400 * 1.03) / 1.02;
    const duration = (first / 1.02) * 1;
    expect(up).toBeGreaterThan(duration * 0.01);
  });

  it('tells income from other comprehensive income, and takes beta', () => {
    expect(sensitivityRow(data, 'equity-price', 'the topix', '10% down')).toMatchObject({
      income: 0,
      otherComprehensiveIncome: -1020,
      fairValue: -1020,
    });
    expect(sensitivityRow(data, 'commodity-price', 'the power', '10% up')).toMatchObject({
      income: -90,
      fairValue: 0,
    });
  });
});
