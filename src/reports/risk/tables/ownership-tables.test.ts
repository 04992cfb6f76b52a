import { describe, expect, it } from 'vitest';
import { analyseOwnership } from '../../../risk/index.js';
import type { OwnershipSpec } from '../../../risk/models/ownership/ownership-spec.js';
import { votesLead } from '../leads.js';
import { chanceText, fraction, votesTables } from './ownership-tables.js';

const SPEC: OwnershipSpec = {
  kind: 'ownership',
  shares: 1000,
  holders: [
    { id: 'a', name: 'Large', share: 0.297, preemptive: null, alwaysVotes: true },
    { id: 'b', name: 'Small', share: 0.01, preemptive: null, alwaysVotes: false },
  ],
  issues: [
    { id: 'rights', probability: 0.5, size: { distribution: 'constant', value: 0.1 }, discount: 0.05 },
  ],
  turnout: { distribution: 'uniform', low: 0, high: 1 },
  thresholds: [1 / 3, 1 / 2, 2 / 3],
  power: null,
};
const ownership = { risk: 'votes', ...analyseOwnership(SPEC, 1, 10_000) };
const [holders, turnout] = votesTables(ownership);

describe('the tables of holders', () => {
  it('have each holder now and after the issues, and what an issue is', () => {
    expect(holders?.rows.map(([name, now]) => [name, now])).toEqual([
      ['Large', '29.7%'],
      ['Small', '1%'],
    ]);
    // Half of the years have 10% more shares: 29.7% (1 + 1/1.1) / 2.
    expect(Number.parseFloat(holders?.rows[0]?.[2] ?? '')).toBeCloseTo(28.35, 1);
    expect(holders?.notes[0]).toContain('Issue rights: probability 50%, mean size 10% of the shares');
  });

  it('have the turnout at which each threshold is met', () => {
    expect(turnout?.rows.slice(0, 3).map((cells) => cells.slice(0, 4))).toEqual([
      ['Large', '29.7%', '> 1/3', 'below 89.1%'],
      ['', '', '> 1/2', 'below 59.4%'],
      ['', '', '≥ 2/3', 'up to 44.5%'],
    ]);
    expect(turnout?.rows.find(([name]) => name === 'Small')?.slice(2, 4)).toEqual([
      '> 1/3',
      expect.anything(),
    ]);
    for (const row of turnout?.rows ?? []) expect(row).toHaveLength(turnout?.columns.length ?? 0);
  });

  it('are told in a sentence: what the largest can decide', () => {
    expect(votesLead(ownership).join()).toMatch(/^Large holds 29\.7% of all votes.*more than 1\/3: \d/);
  });

  it('print no digits of what never happens, and thresholds as people say them', () => {
    expect([0, 1e-9, 0.25, 1].map(chanceText)).toEqual(['0%', 'below 0.001%', '25%', '100%']);
    expect([1 / 3, 0.5, 2 / 3, 0.75, 0.6].map(fraction)).toEqual(['1/3', '1/2', '2/3', '3/4', '60%']);
  });
});
