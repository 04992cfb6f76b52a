import { describe, expect, it } from 'vitest';
import { FIXED, market, REGISTER, register, SECOND, tabularRow } from '../../../test/item-11-register.js';
import { item11 } from './item-11.js';

describe('the tabular presentation', () => {
  const data = item11(REGISTER, { asOf: '2006-03-31' });

  it('puts principal in the year in which it falls due, five years and thereafter', () => {
    expect(tabularRow(data, 'Notes').amounts).toEqual({
      years: [400, null, 600, null, null],
      thereafter: null,
      total: 1000,
    });
    expect(tabularRow(data, 'Lease').amounts).toEqual({
      years: [null, null, 200, null, null],
      thereafter: 300,
      total: 500,
    });
    // What is owed in dollars stands as an amount owed, in dollars.
    expect(tabularRow(data, 'Payable')).toMatchObject({
      kind: 'Owed in USD',
      unit: 'USD',
      amounts: { years: [20, null, null, null, null], thereafter: 30, total: 50 },
      fairValue: -6000,
    });
  });

  it('adds up instruments of a kind with average rates by year, weighted by what falls due', () => {
    const total = tabularRow(data, 'Debt, fixed rate: total');
    expect(total.amounts).toEqual({ years: [400, null, 800, null, null], thereafter: 300, total: 1500 });
    const [average] = total.terms;
    expect(average?.name).toBe('average interest rate');
    expect(average?.values.years[0]).toBeCloseTo(0.03, 14);
    expect(average?.values.years[1]).toBeNull();
    expect(average?.values.years[2]).toBeCloseTo((600 * 0.03 + 200 * 0.05) / 800, 14);
    expect(average?.values.thereafter).toBeCloseTo(0.05, 14);
    expect(average?.values.total).toBeCloseTo((1000 * 0.03 + 500 * 0.05) / 1500, 14);
    expect(total.fairValue).toBeCloseTo(
      (tabularRow(data, 'Notes').fairValue ?? 0) + (tabularRow(data, 'Lease').fairValue ?? 0),
      10,
    );
    // Alone of its kind: no total.
    expect(() => tabularRow(data, 'Debt, variable rate: total')).toThrow('no row');
  });

  it('values fixed interest by its cash flows', () => {
    // 400 in a year at 3%, discounted at 2%; 600 in 2.5 years: half a year at simple interest, then two whole.
    const first = (400 * 1.03) / 1.02;
    const second = (600 * (0.03 * 0.5 + 0.03 / 1.02 + 1.03 / 1.02 ** 2)) / (1 + 0.02 * 0.5);
    expect(tabularRow(data, 'Notes').fairValue).toBeCloseTo(-(first + second), 8);
    expect(tabularRow(data, 'Bank loan').fairValue).toBeCloseTo(-2000, 8);
  });

  it('shows what a swap pays and receives', () => {
    const swap = tabularRow(data, 'Swap');
    expect(swap.terms.map(({ name, values }) => [name, values.years[3], values.total])).toEqual([
      ['average pay rate', 0.025, 0.025],
      ['average receive rate', 0.02, 0.02],
    ]);
    let annuity = 0;
    for (let year = 1; year <= 4; year++) annuity += 1 / 1.02 ** year;
    expect(swap.fairValue).toBeCloseTo(-0.005 * 2000 * annuity, 8);
  });

  it('keeps trading apart, and gives the settlement price of a forward', () => {
    const [first] = data.tabular;
    expect([first?.purpose, first?.rows.map(({ name }) => name)]).toEqual(['trading', ['Forward']]);
    expect(tabularRow(data, 'Forward')).toMatchObject({
      kind: 'Forward purchases of USD',
      terms: [{ name: 'average settlement price', unit: 'price', values: { total: 118 } }],
      fairValue: 80,
    });
  });

  it('has no row for flows and ADSs, and says why a fair value is missing', () => {
    const names = data.tabular.flatMap(({ rows }) => rows).map(({ name }) => name);
    expect(names).not.toContain('Electricity');
    expect(names).not.toContain('ADS');
    const undated = item11(register([market('r', 'interest-rate', [{ ...FIXED, maturities: [] }, SECOND])]));
    expect(tabularRow(undated, 'Notes')).toMatchObject({
      fairValue: null,
      fairValueWhy: 'no maturities are given',
    });
    expect(tabularRow(undated, 'Debt, fixed rate: total')).toMatchObject({
      fairValue: null,
      fairValueWhy: 'none of Notes',
    });
    expect(undated.limits.join(' ')).toContain('Without maturities, and so without a fair value: Notes.');
  });
});
