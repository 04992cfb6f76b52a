import { describe, expect, it } from 'vitest';
import { isSame, normalRisk, plainBase, planFor, riskOf, summariesOf } from '../../../test/risk-plans.js';
import type { DetailRisk } from './detail-sample.js';
import { trialsOfBlock } from './plan.js';
import { bucketsOf } from './quantile-sketch.js';
import { type RiskTotals, type Tally, Totals } from './totals.js';

const RISKS = [normalRisk('price', -3, 10, { to: { line: 'revenue' } }), normalRisk('wages', -2, 4)];

function totalsOf(plan: ReturnType<typeof planFor>, ...cuts: readonly number[]) {
  const totals = new Totals(plan);
  cuts.slice(1).forEach((to, nth) => {
    totals.add(summariesOf(plan, cuts[nth] as number, to), (block) => trialsOfBlock(plan.settings, block));
  });
  return totals.result();
}

describe('blocks', () => {
  it('give the same however they are parted', () => {
    const plan = planFor(RISKS, { trials: 8 * 4096 - 100 });
    expect(isSame(totalsOf(plan, 0, 3, 8), totalsOf(plan, 0, 8))).toBe(true);
    expect(isSame(totalsOf(plan, 0, 1, 2, 7, 8), totalsOf(plan, 0, 8))).toBe(true);
  });

  it('do not depend on the blocks before them', () => {
    const plan = planFor(RISKS, { trials: 8 * 4096 });
    const again = summariesOf(planFor(RISKS, { trials: 8 * 4096 }), 5, 8);
    summariesOf(plan, 0, 3);
    expect(isSame(summariesOf(plan, 5, 8), again)).toBe(true);
  });

  it('leave the draws of other risks alone when a risk is added', () => {
    const fewer = summariesOf(planFor(RISKS)).detail;
    const more = summariesOf(planFor([normalRisk('new', 0, 99), ...RISKS])).detail;
    expect(isSame(more?.effects.slice(1), fewer?.effects)).toBe(true);
  });

  it('change altogether with the seed', () => {
    const [a, b] = [1, 2].map((seed) => summariesOf(planFor(RISKS, { seed })).detail?.effects[0]?.[0]);
    expect(a?.filter((value, trial) => value === b?.[trial])).toHaveLength(0);
  });

  it('add effects up through the waterfall', () => {
    const plan = planFor(RISKS, { trials: 5000 });
    const { detail, trials } = totalsOf(plan, 0, 2);
    expect(trials).toBe(5000);
    expect(detail.trials).toBe(5000);
    const [price, wages] = detail.risks.map(({ columns }) => columns[0] as Float64Array);
    const change = (measure: string) => detail.changes.find((each) => each.measure === measure)?.values;
    expect(change('revenue')).toEqual(price);
    for (const measure of ['operating-income', 'net-income', 'equity']) {
      expect(change(measure)).toEqual(price?.map((x, trial) => x + (wages?.[trial] as number)));
    }
    expect(change('other-comprehensive-income')).toBeNull();
  });

  it('count trials with a loss', () => {
    const loss = riskOf('loss', (block, column) => {
      for (let trial = 0; trial < block.trials; trial++) column[trial] = trial % 4 === 0 ? -100.5 : -95;
    });
    const { measures } = totalsOf(planFor([loss], { trials: 8192 }), 0, 2);
    const below = Object.fromEntries(measures.map((each) => [each.measure, each.belowZero]));
    // Operating income 100, net income 95: a net income of exactly 0 is no loss.
    expect([below['operating-income'], below['net-income'], below.equity, below.revenue]).toEqual([
      2048, 2048, 0, 0,
    ]);
  });

  it('measure a risk on income, else outside it, else on the ADS', () => {
    const fill = (values: readonly number[]) => ({
      simulate: (block: { trials: number }, columns: readonly Float64Array[]) => {
        columns.forEach((column, nth) => {
          column.fill(values[nth] as number, 0, block.trials);
        });
      },
    });
    const to = (...effects: ('gains' | 'interest' | 'costs')[]) => ({
      effects: effects.map((line) => ({ line })),
    });
    const ads = {
      sharePrice: 100,
      shares: 10,
      sharesPerAds: 1,
      rate: 100,
      earningsMultiple: 0,
      dividendPerShare: 0,
      withholdingTax: 0,
      feePerAds: 0,
    };
    const risks = [
      riskOf('both', () => {}, { ...to('gains', 'interest', 'costs'), ...fill([1, 2, 4]) }),
      riskOf('outside', () => {}, { ...to('gains'), ...fill([8]) }),
      riskOf('currency', () => {}, { effects: [{ ads: 'rate' }], ...fill([0.5]) }),
      riskOf('votes', () => {}, { effects: [] }),
    ];
    const totals = totalsOf(planFor(risks, { trials: 100 }, { base: plainBase({ ads }) }), 0, 1);
    expect(totals.risks.map(({ effectOn, effect }) => [effectOn, effect?.moments.mean ?? null])).toEqual([
      ['income-before-tax', 6],
      ['other-comprehensive-income', 8],
      ['ads-value', 0.5],
      ['none', null],
    ]);
    const change = totals.measures.find(({ measure }) => measure === 'ads-value')?.change;
    expect(change?.moments.mean).toBeCloseTo(Math.exp(0.5) - 1, 12);
  });

  it('count occurrences for those who ask, and for the detail', () => {
    const outage = riskOf('outage', (_, column) => column.fill(0), {
      simulate: (_, [column], occurrences) => {
        column?.fill(0);
        occurrences?.fill(3);
      },
    });
    const churn = riskOf(
      'churn',
      (block, column) => {
        column.set(Float64Array.from(block.occurrences('outage'), (count) => -count));
      },
      { after: ['outage'] },
    );
    const plan = planFor([churn, outage], { trials: 4096 }, { occurring: ['outage'] });
    const totals = totalsOf(plan, 0, 1);
    expect(totals.risks.map(({ risk }) => risk)).toEqual(['outage', 'churn']);
    expect(totals.risks[1]?.effect?.moments.mean).toBe(-3);
    expect(totals.detail.risks.map(({ occurrences }) => occurrences?.[4095] ?? null)).toEqual([3, null]);
  });

  it('refuse amounts that are no numbers, and name the risk', () => {
    const wild = (value: number) =>
      riskOf('wild', (block, column) => {
        column.fill(1, 0, block.trials);
        column[7] = value;
      });
    expect(() => summariesOf(planFor([wild(Number.NaN)]))).toThrow('"wild" came out as NaN in trial 8');
    expect(() => summariesOf(planFor([wild(Number.NEGATIVE_INFINITY)]))).toThrow(
      '"wild" came out as -Infinity',
    );
    expect(() => summariesOf(planFor([riskOf('x', () => {}, { to: { line: 'rent' } })]))).toThrow(
      'acts on the line "rent"',
    );
  });

  it('keep every value where quantiles are to be exact', () => {
    const exact = totalsOf(planFor(RISKS, { trials: 6000, quantiles: 'exact' }), 0, 1, 2);
    const sketched = totalsOf(planFor(RISKS, { trials: 6000 }), 0, 2);
    const values = exact.risks[0]?.effect?.values as Float64Array;
    expect(values).toHaveLength(6000);
    expect([...values]).toEqual(
      [...((exact.detail.risks[0] as DetailRisk).columns[0] as Float64Array)].sort((a, b) => a - b),
    );
    expect(sketched.risks[0]?.effect?.values).toBeNull();
    const { sketch } = (sketched.risks[0] as RiskTotals).effect as Tally;
    let nth = 0;
    for (const { low, high, count } of bucketsOf(sketch)) {
      for (let i = 0; i < count; i++, nth++) {
        const value = values[nth] as number;
        if (value < low || value > high) expect.fail(`${value} is not in ${low} to ${high}`);
      }
    }
  });
});
