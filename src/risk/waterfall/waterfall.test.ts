import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Base, Line } from './base.js';
import { dividendInDollars } from './dividend.js';
import { MEASURES } from './measure.js';
import { waterfallOf } from './waterfall.js';

const line = (id: string, kind: Line['kind'], amount: number): Line => ({
  id,
  name: id,
  kind,
  amount,
  elasticity: 0,
  follows: [],
  passedOn: [],
});

/** Operating income 300, before tax 280, of which losses carried forward take 50. */
const BASE: Base = {
  currency: 'JPY',
  lines: [
    line('sales', 'revenue', 1000),
    line('backbone', 'cost', 700),
    line('interest', 'other', -20),
    line('affiliates', 'equity-method', -10),
    line('securities', 'other-comprehensive-income', 40),
  ],
  tax: { rate: 0.4, lossesCarriedForward: 50, offsetShare: 0.5, lossRecognised: 0.25 },
  minorities: [
    {
      name: 'Subsidiary',
      share: 0.3,
      lines: [
        { line: 'sales', part: 0.1 },
        { line: 'backbone', part: 0.1 },
      ],
    },
  ],
  equity: 2000,
  ads: {
    sharePrice: 500,
    shares: 100,
    sharesPerAds: 0.5,
    rate: 100,
    earningsMultiple: 10,
    dividendPerShare: 20,
    withholdingTax: 0.1,
    feePerAds: 0.02,
  },
};

// 280 − 0.4 · (280 − 50) − 10 − 0.3 · 0.6 · 30 = 172.6; OCI 0.6 · 40 = 24.
const PLANNED = [1000, 300, 172.6, 24, 2196.6, 2.5];

describe('the waterfall', () => {
  it('gives the measures of the plan', () => {
    expectClose(waterfallOf(BASE).baseMeasures, PLANNED);
  });

  it.each([
    // Sales −100: minority's income 30 → 20, before tax 180: 180 − 0.4 · 130 − 10 − 0.3 · 0.6 · 20 = 114.4.
    {
      name: 'a loss of sales',
      effects: [-100, 0, 0, 0, 0],
      change: [-100, -100, -58.2, 0, -58.2, (0.5 / 100) * 10 * -0.582],
    },
    // Before tax 280 − 220 = 60: half may be offset, so 30 of the 50 are used: 60 − 0.4 · 30 − 10 − 5.4 = 32.6.
    {
      name: 'little income to set losses off against',
      effects: [0, 0, -220, 0, 0],
      change: [0, 0, -140, 0, -140, -0.07],
    },
    // Before tax −120: a quarter of the tax of 48 is an asset: −120 + 12 − 10 − 5.4 = −123.4.
    { name: 'a loss of the year', effects: [0, 0, -400, 0, 0], change: [0, 0, -296, 0, -296, -0.148] },
    // The subsidiary falls to a loss of 20: others bear 0.3 · (20 − 0.4 · 0.25 · 20) = 5.4 of it.
    // Before tax −220: −220 + 22 − 10 + 5.4 = −202.6.
    {
      name: 'costs that take the subsidiary into loss',
      effects: [0, -500, 0, 0, 0],
      change: [0, -500, -375.2, 0, -375.2, -0.1876],
    },
    { name: 'affiliates, after tax', effects: [0, 0, 0, -30, 0], change: [0, 0, -30, 0, -30, -0.015] },
    { name: 'securities, outside income', effects: [0, 0, 0, 0, -100], change: [0, 0, 0, -60, -60, 0] },
    { name: 'nothing', effects: [0, 0, 0, 0, 0], change: [0, 0, 0, 0, 0, 0] },
  ])('takes $name through to every measure', ({ effects, change }) => {
    expectClose(changesOf(BASE, effects), change);
    const steps = waterfallOf(BASE).trace(effects);
    const traced = [
      'revenue',
      'operating-income',
      'net-income',
      'other-comprehensive-income',
      'equity',
      'ads-value',
    ].map((name) => steps.find(({ step }) => step === name));
    expectClose(
      traced.map((step) => (step?.value ?? Number.NaN) - (step?.planned ?? Number.NaN)),
      change,
    );
  });

  it('gives exactly 0 where nothing moves, whatever the amounts', () => {
    const odd = { ...BASE, lines: BASE.lines.map((each) => ({ ...each, amount: each.amount * 1e9 + 0.1 })) };
    expect([...changesOf(odd, [0, 0, 0, 0, 0])]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...changesOf(odd, [])]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('moves the value of an ADS with price and rate, and never below 0', () => {
    const up = changesOf(BASE, [], { price: Math.log(1.2), rate: Math.log(0.9) });
    expect(up[5]).toBeCloseTo(2.5 * (1.2 * 0.9 - 1), 12);
    expect(changesOf(BASE, [0, 0, -1e6, 0, 0], { price: 0.5, rate: 0 })[5]).toBe(-2.5);
    expect(
      waterfallOf(BASE)
        .trace([], { price: Math.log(1.2) })
        .at(-1)?.value,
    ).toBeCloseTo(3, 12);
  });

  it('gives no value of an ADS where the base has none', () => {
    const { baseMeasures } = waterfallOf({ ...BASE, ads: null });
    expect(baseMeasures[5]).toBeNaN();
    expect(baseMeasures[4]).toBeCloseTo(2196.6, 9);
  });

  it('says each step of one set of effects, with how it is made', () => {
    const steps = waterfallOf(BASE).trace([-100, 20, 0, 0, 0]);
    expect(steps.map(({ step, planned, value }) => [step, round(planned), round(value)])).toEqual([
      ['revenue', 1000, 900],
      ['costs', -700, -680],
      ['operating-income', 300, 220],
      ['other', -20, -20],
      ['income-before-tax', 280, 200],
      ['losses-carried-forward', 50, 50],
      ['tax', -92, -60],
      ['equity-method', -10, -10],
      ['minority-interest', -5.4, -3.96],
      ['net-income', 172.6, 126.04],
      ['other-comprehensive-income', 24, 24],
      ['equity', 2196.6, 2150.04],
      ['share-price', 500, 495.344],
      ['ads-value', 2.5, 2.47672],
    ]);
    expect(steps[1]?.lines).toEqual([{ line: 'backbone', name: 'backbone', planned: -700, effect: 20 }]);
    expect(steps[6]?.how).toBe(
      '40% of income after losses carried forward; 25% of the tax on a loss is recognised as an asset',
    );
  });

  it('adds up in operating income, and never falls where a line rises', () => {
    const effect = fc.double({ min: -2000, max: 2000, noNaN: true });
    const effects = fc.tuple(effect, effect, effect, effect, effect);
    const raised = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.double({ min: 0, max: 1000, noNaN: true }));
    fc.assert(
      fc.property(effects, effects, raised, (a, b, [at, by]) => {
        const both = changesOf(
          BASE,
          a.map((each, nth) => each + (b[nth] as number)),
        );
        const [left, right] = [changesOf(BASE, a), changesOf(BASE, b)];
        expect(both[1]).toBeCloseTo((left[1] as number) + (right[1] as number), 8);
        const up = changesOf(
          BASE,
          a.map((each, nth) => (nth === at ? each + by : each)),
        );
        MEASURES.forEach((_, nth) => {
          expect((up[nth] as number) - (left[nth] as number)).toBeGreaterThanOrEqual(-1e-9);
        });
      }),
    );
  });

  it('uses losses carried forward once, and taxes no loss', () => {
    fc.assert(
      fc.property(fc.double({ min: -5000, max: 5000, noNaN: true }), (effect) => {
        const steps = waterfallOf(BASE).trace([0, 0, effect, 0, 0]);
        const value = (name: string) => steps.find(({ step }) => step === name)?.value as number;
        const [income, used, tax] = [
          value('income-before-tax'),
          value('losses-carried-forward'),
          -value('tax'),
        ];
        expect(used).toBeGreaterThanOrEqual(0);
        expect(used).toBeLessThanOrEqual(Math.min(50, Math.max(0, income / 2)) + 1e-9);
        if (income <= 0) expect(tax).toBeLessThanOrEqual(0);
        else expect(tax).toBeCloseTo(0.4 * (income - used), 9);
      }),
    );
  });

  it('is the same for a block as for each trial of it, whatever is wanted', () => {
    const waterfall = waterfallOf(BASE);
    const trials = 37;
    const lines = BASE.lines.map((_, nth) =>
      Float64Array.from({ length: 64 }, (_each, trial) => Math.sin(trial * (nth + 1)) * 400),
    );
    const all = MEASURES.map(() => new Float64Array(64));
    const ads = { price: Float64Array.from({ length: 64 }, (_, trial) => trial / 100), rate: null };
    waterfall.apply(trials, lines, ads, all);
    const netOnly = new Float64Array(64);
    waterfall.apply(trials, lines, ads, [null, null, netOnly, null, null, null]);
    expect(netOnly).toEqual(all[2]);
    for (let trial = 0; trial < trials; trial++) {
      const effects = lines.map((effect) => effect[trial] as number);
      const alone = changesOf(BASE, effects, { price: trial / 100, rate: 0 });
      expect(all.map((values) => values[trial])).toEqual([...alone]);
    }
    expect(all.every((values) => values.subarray(trials).every((value) => value === 0))).toBe(true);
  });

  it.each([
    ['a line twice', { ...BASE, lines: [...BASE.lines, line('sales', 'cost', 1)] }, 'second line "sales"'],
    [
      'an amount that is no number',
      { ...BASE, lines: [line('sales', 'revenue', Number.NaN)], minorities: [] },
      'NaN for the amount of "sales"',
    ],
    [
      'a tax rate in percent',
      { ...BASE, tax: { ...BASE.tax, rate: 40 } },
      'Unexpected 40 for the tax rate, expected 0 to 1',
    ],
    [
      'an unknown line of a minority',
      { ...BASE, minorities: [{ name: 'S', share: 0.1, lines: [{ line: 'x', part: 1 }] }] },
      'line "x"',
    ],
    [
      'no exchange rate',
      { ...BASE, ads: { ...(BASE.ads as NonNullable<Base['ads']>), rate: 0 } },
      'the exchange rate',
    ],
  ])('refuses %s', (_, base, message) => {
    expect(() => waterfallOf(base as Base)).toThrow(message);
  });
});

describe('the dividend of an ADS', () => {
  const ads = BASE.ads as NonNullable<Base['ads']>;

  it('is what is left in dollars after tax and fee', () => {
    expect(dividendInDollars(ads)).toBeCloseTo((20 * 0.5 * 0.9) / 100 - 0.02, 12);
    expect(dividendInDollars(ads, 90)).toBeCloseTo(0.08, 12);
  });

  it('is never below 0', () => {
    expect(dividendInDollars({ ...ads, dividendPerShare: 1 })).toBe(0);
  });
});

function changesOf(base: Base, effects: readonly number[], ads = { price: 0, rate: 0 }): Float64Array {
  const changes = MEASURES.map(() => new Float64Array(1));
  const columns = base.lines.map((_, nth) =>
    effects.length === 0 ? null : Float64Array.of(effects[nth] ?? 0),
  );
  waterfallOf(base).apply(
    1,
    columns,
    { price: Float64Array.of(ads.price), rate: Float64Array.of(ads.rate) },
    changes,
  );
  return Float64Array.from(changes, ([value]) => value as number);
}

function expectClose(found: ArrayLike<number>, expected: readonly number[]): void {
  expect(Array.from(found, round)).toEqual(expected.map(round));
}

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}
