import { describe, expect, it } from 'vitest';
import { aHolding } from '../../../../test/holdings.js';
import { meanAndError, sampleRisk } from '../../../../test/sampled-risk.js';
import type { SharedEvent } from '../../resolved-register.js';
import { fundingSchedule } from './funding-schedule.js';
import { exactHoldingMean } from './holding-mean.js';
import { holdingSampler } from './holding-sampler.js';
import type { HoldingSpec } from './holding-spec.js';

const TRIALS = 40_000;
const bankruptcy = (occurs: boolean | null = null): SharedEvent => ({
  id: 'bankruptcy',
  name: 'Bankruptcy',
  perYear: 0.3,
  occurs,
});
const normal = (mean: number, deviation: number) => ({ distribution: 'normal', mean, deviation }) as const;
const security = (spec: Partial<HoldingSpec>) =>
  aHolding({ result: null, share: null, accounting: 'other-comprehensive-income', ...spec });
const value = normal(0, 0.35);
const failure = { probability: 0.1, recovery: { distribution: 'uniform', low: 0, high: 0.5 } } as const;

const holdings: [name: string, spec: HoldingSpec, events?: readonly SharedEvent[]][] = [
  ['losses that stop', aHolding({ result: normal(-200, 300) })],
  [
    'with advances, a commitment and losses not recognised',
    aHolding({
      result: normal(50, 400),
      advances: 30,
      unrecognisedLosses: 40,
      commitments: [{ amount: 20, from: 0.2, to: 0.9 }],
    }),
  ],
  ['a skewed result', aHolding({ result: { distribution: 'gpd', shape: 0.2, scale: 100, threshold: -300 } })],
  [
    'failure with recovery',
    aHolding({ result: normal(0, 200), failure, commitments: [{ amount: 20, from: 0, to: 1 }] }),
  ],
  [
    'failure by a shared event',
    aHolding({ result: normal(0, 200), failure, shared: [{ event: 'bankruptcy', probability: 0.7 }] }),
    [bankruptcy()],
  ],
  [
    'failure by an event that a scenario makes occur',
    aHolding({ shared: [{ event: 'bankruptcy', probability: 0.7 }] }),
    [bankruptcy(true)],
  ],
  ['securities through other comprehensive income', security({ value })],
  ['impaired below cost', security({ value, costBasis: 70, impairmentBelow: 0.2 })],
  ['impaired from a cost above', security({ value, costBasis: 130, impairmentBelow: 0.2 })],
  [
    'planned gains',
    security({
      value,
      impairmentBelow: 0.3,
      plannedGains: { amount: 10, proceeds: 25, line: 'gains' },
      failure,
    }),
  ],
  [
    'failure with a recovery above cost at times',
    security({
      value,
      costBasis: 25,
      impairmentLine: 'impairment',
      failure: { ...failure, probability: 0.5 },
    }),
  ],
  ['through income', security({ value, accounting: 'income' })],
  [
    'at cost',
    security({
      value: { distribution: 'student-t', freedom: 3, location: 0, scale: 0.3 },
      accounting: 'cost',
      impairmentBelow: 0.3,
    }),
  ],
  [
    'a discrete fall',
    security({
      value: { distribution: 'discrete', values: [-0.5, -0.3, 0.1], probabilities: [0.2, 0.3, 0.5] },
      accounting: 'cost',
      impairmentBelow: 0.3,
    }),
  ],
];

describe('simulated against limited expected values, within 4 standard errors', () => {
  it.each(holdings)('%s', (_, spec, events = []) => {
    const exact = exactHoldingMean(spec, events);
    if (exact.mean === null) throw new Error(exact.why);
    const apart = {
      ...spec,
      line: 'line',
      impairmentLine: 'impairment',
      plannedGains: spec.plannedGains && { ...spec.plannedGains, line: 'gains' },
    };
    const sampler = holdingSampler(apart, 'stake');
    const { columns } = sampleRisk(sampler, TRIALS, { events, seed: 4 });
    const parts: Record<string, number> = exact.mean;
    for (const [index, target] of sampler.effects.entries()) {
      const { mean, error } = meanAndError(columns[index] as Float64Array);
      const expected = 'line' in target ? parts[target.line] : undefined;
      expect(Math.abs(mean - (expected as number))).toBeLessThanOrEqual(4 * error + 1e-9);
    }
    const nothing = [...columns].every((column) => column.every((effect) => effect === 0));
    expect(nothing).toBe(false);
  });

  it('says why there is no closed form', () => {
    const why = (spec: HoldingSpec) => exactHoldingMean(spec, []);
    expect(why(security({ value: { factor: 'shares', beta: 1 } }))).toEqual({
      mean: null,
      why: 'its value moves with a market factor',
    });
    expect(why(aHolding({ result: { distribution: 'pareto', shape: 1, minimum: 1 } }))).toEqual({
      mean: null,
      why: 'the law of the result has no mean',
    });
    expect(why(aHolding({ value, impairmentBelow: 0.2 }))).toEqual({
      mean: null,
      why: 'impairment depends on result and value together',
    });
  });
});

describe('the sampler', () => {
  it('moves with a market factor by its beta, and never below nothing', () => {
    const factors = {
      names: ['shares'],
      simulate: (_: unknown, [column]: readonly Float64Array[]) => void (column as Float64Array).fill(-0.8),
    };
    const { columns } = sampleRisk(
      holdingSampler(security({ value: { factor: 'shares', beta: 0.5 } }), 's'),
      10,
      { factors },
    );
    expect(columns[0]).toEqual(new Float64Array(10).fill(-40));
    const twice = sampleRisk(holdingSampler(security({ value: { factor: 'shares', beta: 2 } }), 's'), 10, {
      factors,
    });
    expect(twice.columns[0]).toEqual(new Float64Array(10).fill(-100));
  });

  it('takes the result from the uniforms of a tied variable', () => {
    const ties = {
      names: ['stake.result'],
      simulate: (_: unknown, [column]: readonly Float64Array[]) => void (column as Float64Array).fill(0.5),
    };
    const { columns } = sampleRisk(holdingSampler(aHolding({ result: normal(-10, 50) }), 'stake'), 10, {
      ties,
    });
    expect(columns[0]).toEqual(new Float64Array(10).fill(-3));
  });

  it('draws a block the same whichever blocks came before', () => {
    const sampler = holdingSampler(aHolding({ result: normal(0, 200), failure }), 'stake');
    expect(sampleRisk(sampler, 10_000, { backwards: true }).columns).toEqual(
      sampleRisk(sampler, 10_000).columns,
    );
  });

  it('counts the years in which it fails or is impaired', () => {
    const { occurrences } = sampleRisk(holdingSampler(aHolding({ failure }), 'stake'), TRIALS);
    const { mean, error } = meanAndError(occurrences);
    expect(Math.abs(mean - 0.1)).toBeLessThan(4 * error);
  });

  it('has a column for each line that it can reach, and sums what goes to the same', () => {
    expect(holdingSampler(aHolding({ impairmentLine: null }), 's').effects).toEqual([{ line: 'affiliates' }]);
    expect(holdingSampler(aHolding(), 's').effects).toEqual([{ line: 'affiliates' }]);
    expect(holdingSampler(aHolding({ failure }), 's').effects).toEqual([
      { line: 'affiliates' },
      { line: 'impairment' },
    ]);
  });

  it('says how many moments its effect has', () => {
    const t = { distribution: 'student-t', freedom: 2.5, location: 0, scale: 1 } as const;
    expect(holdingSampler(aHolding({ result: t }), 's').momentsBelow).toBe(2.5);
    expect(holdingSampler(security({ value: t }), 's').momentsBelow).toBe(2.5);
    expect(
      holdingSampler(security({ value: t, accounting: 'cost', impairmentBelow: 0.3 }), 's').momentsBelow,
    ).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a holding is refused for', () => {
  const cases: [name: string, spec: HoldingSpec, message: string][] = [
    [
      'no result',
      aHolding({ result: null }),
      'stake: the equity method needs the result of the investee: add a law of it.',
    ],
    [
      'no share',
      aHolding({ share: null }),
      'stake: the equity method needs the share that is held, above 0% and up to 100%, not null.',
    ],
    [
      'a share above one',
      aHolding({ share: 1.3 }),
      'stake: the equity method needs the share that is held, above 0% and up to 100%, not 1.3.',
    ],
    [
      'a result of a security',
      security({ result: normal(0, 1) }),
      'stake: the result of the investee counts under the equity method only, not under "other-comprehensive-income".',
    ],
    [
      'unrecognised losses of a security',
      security({ unrecognisedLosses: 1 }),
      'stake: unrecognised losses exist under the equity method only, not under "other-comprehensive-income".',
    ],
    [
      'impairment through other comprehensive income',
      security({ impairmentBelow: 0.3, impairmentLine: null }),
      'stake: an impairment goes through income, not other comprehensive income: name the line (impairment-line).',
    ],
    [
      'a negative carrying amount',
      aHolding({ carrying: -1 }),
      'stake: unexpected carrying amount of -1, expected an amount from 0.',
    ],
    [
      'advances that are no number',
      aHolding({ advances: Number.NaN }),
      'stake: unexpected advances of NaN, expected an amount from 0.',
    ],
    [
      'a commitment that ends before it begins',
      aHolding({ commitments: [{ amount: 1, from: 1, to: 0.5 }] }),
      'stake: a commitment is called from 1 to 0.5 years, expected an end not before its start.',
    ],
    [
      'a probability above one',
      aHolding({ failure: { ...failure, probability: 2 } }),
      'stake: the probability of failure is 2, expected 0% to 100%.',
    ],
    [
      'a recovery above one',
      aHolding({ failure: { probability: 0.1, recovery: { distribution: 'uniform', low: 0, high: 1.2 } } }),
      'stake: the recovery ranges from 0 to 1.2, expected a law on 0% to 100% (uniform, PERT, beta).',
    ],
    [
      'impairment below a negative fall',
      aHolding({ impairmentBelow: -0.2 }),
      'stake: impairment begins at a fall of -0.2, expected 0% to 100%.',
    ],
    [
      'planned gains through income',
      security({ accounting: 'income', plannedGains: { amount: 1, proceeds: null, line: 'gains' } }),
      'stake: securities at fair value through income have their gains in income already: leave out the planned gains.',
    ],
    [
      'a sale of more than there is',
      security({ plannedGains: { amount: 1, proceeds: 101, line: 'gains' } }),
      'stake: what is to be sold is carried at 101, more than the whole carrying amount of 100.',
    ],
    [
      'a sale below its gain',
      security({ plannedGains: { amount: 10, proceeds: 5, line: 'gains' } }),
      'stake: the sale brings 5, expected at least its gain of 10.',
    ],
  ];

  it.each(cases)('%s', (_, spec, message) => {
    expect(() => holdingSampler(spec, 'stake')).toThrow(message);
  });
});

describe('the funding schedule', () => {
  const spec = aHolding({
    carrying: 750,
    advances: 10,
    commitments: [
      { amount: 90, from: 0.25, to: 0.75 },
      { amount: 40, from: 1.5, to: 1.5 },
    ],
  });

  it('lists quarters until the last commitment is called', () => {
    expect(fundingSchedule(spec).quarters).toEqual([
      { from: 0, to: 0.25, even: 0, earliest: 0, evenly: 0, latest: 0 },
      { from: 0.25, to: 0.5, even: 45, earliest: 90, evenly: 45, latest: 0 },
      { from: 0.5, to: 0.75, even: 45, earliest: 90, evenly: 90, latest: 90 },
      { from: 0.75, to: 1, even: 0, earliest: 90, evenly: 90, latest: 90 },
      { from: 1, to: 1.25, even: 0, earliest: 90, evenly: 90, latest: 90 },
      { from: 1.25, to: 1.5, even: 40, earliest: 90, evenly: 130, latest: 130 },
    ]);
  });

  it('says what can be lost within the year', () => {
    expect(fundingSchedule(spec)).toMatchObject({
      total: 130,
      later: 0,
      exposure: { carrying: 750, advances: 10, commitments: 90, total: 850 },
    });
  });

  it('has what has been due for long in the first quarter', () => {
    const due = fundingSchedule(aHolding({ commitments: [{ amount: 8, from: -1, to: -0.5 }] }));
    expect(due.quarters).toEqual([{ from: 0, to: 0.25, even: 8, earliest: 8, evenly: 8, latest: 8 }]);
  });

  it('of no commitment is empty, of one in 50 years bounded', () => {
    expect(fundingSchedule(aHolding())).toMatchObject({ quarters: [], later: 0, total: 0 });
    const far = fundingSchedule(aHolding({ commitments: [{ amount: 8, from: 0, to: 50 }] }));
    expect(far.quarters.length).toBe(40);
    expect(far.later).toBeCloseTo(8 - 1.6, 12);
  });
});
