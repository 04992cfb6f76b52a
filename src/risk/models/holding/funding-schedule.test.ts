import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../value/index.js';
import { monthsBefore } from '../market/other-markets.js';
import { fundingSchedule } from './funding-schedule.js';
import type { HoldingSpec } from './holding-spec.js';

const AS_OF = parseDay('2026-03-31');

function years(day: string): number {
  return (parseDay(day) - AS_OF) / 365;
}

function holding(commitments: HoldingSpec['commitments']): HoldingSpec {
  return {
    kind: 'holding',
    accounting: 'equity-method',
    line: 'affiliates',
    impairmentLine: null,
    carrying: 820,
    costBasis: null,
    share: 0.3,
    advances: 0,
    unrecognisedLosses: 0,
    commitments,
    result: null,
    value: null,
    failure: null,
    impairmentBelow: null,
    plannedGains: null,
    shared: [],
  };
}

describe('commitments by quarters of the calendar', () => {
  const endOf = (quarter: number) => years(monthsBefore('2026-03-31', -3 * quarter));

  it('fall due by the last day of the quarter that they end on', () => {
    const from = years('2026-07-01');
    const { quarters, later } = fundingSchedule(
      holding([{ amount: 110, from, to: years('2026-12-31') }]),
      endOf,
    );
    expect(quarters).toHaveLength(3);
    expect(quarters.map(({ latest }) => latest)).toEqual([0, 0, 110]);
    // 91 of the 183 days from 1 July to 31 December have passed on 30 September.
    expect(quarters[1]?.evenly).toBeCloseTo((110 * 91) / 183, 9);
    expect(quarters[2]?.even).toBeCloseTo((110 * 92) / 183, 9);
    expect(later).toBeCloseTo(0, 12);
  });

  it('without a calendar are fourths of a year', () => {
    const { quarters } = fundingSchedule(holding([{ amount: 8, from: 0, to: 1 }]));
    expect(quarters.map(({ to, even }) => [to, even])).toEqual([0.25, 0.5, 0.75, 1].map((to) => [to, 2]));
    expect(fundingSchedule(holding([])).quarters).toEqual([]);
    expect(fundingSchedule(holding([{ amount: 8, from: 90, to: 100 }])).later).toBe(8);
  });
});
