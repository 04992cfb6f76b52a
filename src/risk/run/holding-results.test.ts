import { describe, expect, it } from 'vitest';
import { register } from '../../../test/item-11-register.js';
import type { HoldingSpec } from '../models/holding/holding-spec.js';
import { holdingResults } from './holding-results.js';

function holding(change: Partial<HoldingSpec>): HoldingSpec {
  return {
    kind: 'holding',
    accounting: 'equity-method',
    line: 'exchange',
    impairmentLine: null,
    carrying: 820,
    costBasis: null,
    share: 0.3,
    advances: 50,
    unrecognisedLosses: 0,
    commitments: [
      { amount: 110, from: 0.25, to: 0.75 },
      { amount: 70, from: 1.5, to: 2 },
    ],
    result: { distribution: 'normal', mean: -250, deviation: 600 },
    value: null,
    failure: null,
    impairmentBelow: null,
    plannedGains: null,
    shared: [],
    ...change,
  };
}

function result(change: Partial<HoldingSpec>) {
  return holdingResults(register([{ id: 'affiliate', model: holding(change) }]))[0];
}

describe('holdings of a run', () => {
  it('say what can be lost within the year: commitments of later years are not in it', () => {
    expect(result({})).toMatchObject({
      risk: 'affiliate',
      commitments: 180,
      exposure: { carrying: 820, advances: 50, commitments: 110, total: 980 },
    });
    expect(result({})?.inWords).toContain('30% of the investee’s result goes to exchange; losses stop at');
  });

  it('have the exact law of the year: the share of the result, stopped where it can be lost no more', () => {
    const exact = result({})?.exact;
    // 30% of a normal result; its 1% stays above the most that can be lost.
    expect(exact?.quantiles[0]?.value).toBeCloseTo(0.3 * (-250 - 2.3263478740408408 * 600), 6);
    expect(result({ carrying: 100, advances: 0, commitments: [] })?.exact?.quantiles[0]?.value).toBe(-100);
    expect(result({})?.exactWhy).toBeNull();
  });

  it('say why there is none', () => {
    const security = {
      accounting: 'other-comprehensive-income',
      line: 'securities',
      share: null,
      result: null,
    } as const;
    expect(result({ ...security, value: { factor: 'topix', beta: 1 } })).toMatchObject({ exact: null });
    expect(result({ ...security, value: { factor: 'topix', beta: 1 } })?.exactWhy).toMatch(/factor|market/);
    const split = result({
      ...security,
      value: { distribution: 'normal', mean: 0, deviation: 0.2 },
      impairmentLine: 'exchange',
      impairmentBelow: 0.3,
    });
    expect(split?.exactWhy).toContain('a part through other comprehensive income');
    expect(split?.inWords).toContain('Impaired when its value falls by more than 30%, through exchange.');
  });

  it('are none of other kinds', () => {
    expect(holdingResults(register([]))).toEqual([]);
  });
});
