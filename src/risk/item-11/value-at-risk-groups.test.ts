import { describe, expect, it } from 'vitest';
import { FACTORS, METHOD, market, PAYABLE, REGISTER, register, Z } from '../../../test/item-11-register.js';
import type { MarketMethod } from '../models/market/market-factor.js';
import type { ResolvedRisk } from '../resolved-register.js';
import { item11 } from './item-11.js';

describe('value at risk', () => {
  const data = item11(REGISTER);
  const other = data.valueAtRisk.find(({ purpose }) => purpose === 'other');
  const tenDays = Z * Math.sqrt(10 / 252);

  it('is measured for each category that has fair values, and for all together', () => {
    expect(data.valueAtRisk.map(({ purpose }) => purpose)).toEqual(['trading', 'other']);
    expect(other?.parts.map(({ category }) => category)).toEqual([
      'interest-rate',
      'foreign-exchange',
      'equity-price',
    ]);
    const [rates, currencies, equities] = other?.parts.map(({ valueAtRisk }) => valueAtRisk.value) ?? [];
    expect(equities).toBeCloseTo(tenDays * 0.2 * 1.5 * 6800, 6);
    expect(currencies).toBeCloseTo(tenDays * Math.hypot(0.1 * 6000, 0.12 * 1000), 6);
    expect(other?.total?.valueAtRisk.value).toBeCloseTo(
      Math.hypot(rates ?? 0, currencies ?? 0, equities ?? 0),
      6,
    );
  });

  it('shows what diversification takes off the sum', () => {
    const sum = other?.parts.reduce((total, { valueAtRisk }) => total + valueAtRisk.value, 0) ?? 0;
    expect(other?.sumOfParts).toBeCloseTo(sum, 8);
    expect(other?.diversification).toBeCloseTo(sum - (other?.total?.valueAtRisk.value ?? 0), 8);
    expect(other?.diversification).toBeGreaterThan(0);
    const trading = data.valueAtRisk[0];
    expect([trading?.total, trading?.diversification]).toEqual([null, 0]);
    expect(other?.statement).toContain('confidence level 99%');
    expect(other?.statement).toContain('independent of the others');
  });

  it('is the same from the same seed by simulation', () => {
    const simulated = register(REGISTER.risks as ResolvedRisk[], {
      market: { factors: FACTORS, method: { ...METHOD, method: 'monte-carlo' } },
    });
    const [first, again, another] = [5, 5, 6].map((seed) => item11(simulated, { seed }).valueAtRisk);
    expect(again).toEqual(first);
    expect(another).not.toEqual(first);
    const [drawn, exact] = [first?.[1]?.total?.valueAtRisk, other?.total?.valueAtRisk];
    // Prices are lognormal and bonds bend: close to the linear value, not at it.
    expect(Math.abs((drawn?.value ?? 0) / (exact?.value ?? 1) - 1)).toBeLessThan(0.1);
  });

  it('says that it is drawn where nothing has a history', () => {
    const drawn = register([...REGISTER.risks], {
      market: { factors: FACTORS, method: { ...METHOD, method: 'historical-simulation' } },
    });
    const [group] = item11(drawn, { draws: 5000 }).valueAtRisk;
    expect(group?.statement).toContain('Monte Carlo: 5,000 seeded draws');
    expect(group?.statement).not.toMatch(/newest 0|of 0 losses/);
  });

  it('has an error by what decides it: few days beside many draws of a much larger position widen it little', () => {
    const levels = Array.from({ length: 301 }, (_, at) => 120 * (1 + 0.01 * Math.sin(at * at)));
    const history = { days: levels.map((_, at) => at), levels, source: 'made', warnings: [] };
    const factors = FACTORS.map((each) => (each.id === 'usd' ? { ...each, history } : each));
    const method: MarketMethod = { ...METHOD, method: 'historical-simulation', volatility: 'sample' };
    const small = { ...PAYABLE, amount: -0.5, maturities: [] };
    const risks = [market('exchange', 'foreign-exchange', [small]), ...REGISTER.risks.slice(3, 4)];
    const [group] = item11(register(risks, { market: { factors, method } })).valueAtRisk;
    const [days, draws] = group?.parts ?? [];
    const width = (part: typeof days) => {
      const { low, high, value = 1 } = part?.valueAtRisk ?? {};
      return ((high ?? Number.NaN) - (low ?? Number.NaN)) / value;
    };
    expect(width(draws)).toBeLessThan(0.1);
    expect(width(group?.total ?? undefined)).toBeLessThan(0.12);
    expect(group?.statement).toContain('each day stands 67 times beside seeded draws');
    // 300 days alone say less: their upper end is open, or the interval wide.
    expect(days?.valueAtRisk.high === null || width(days) > width(draws)).toBe(true);
  });
});
