import { describe, expect, it } from 'vitest';
import { allOf, anyOf, exactly, graph, HOUR, node, service } from '../../../../test/dependency-graphs.js';
import { smallRiskRun } from '../../../../test/small-risk-run.js';
import { analyseDependencies } from '../../../risk/index.js';
import { networkLead } from '../leads.js';
import { networkTables } from './network-tables.js';

/** A carrier that all needs, and two routers of which one is enough: each fails twice a year for 4 hours. */
const spec = graph(
  [node('carrier', 3, exactly(2 * HOUR)), node('r1', 2, exactly(4 * HOUR)), node('r2', 2, exactly(4 * HOUR))],
  service('data', allOf('carrier', anyOf('r1', 'r2')), { revenuePerYear: 8760e6, lostShare: 1 }),
);
const network = {
  risk: 'outage',
  ...analyseDependencies(spec, [], { risk: 'outage', seed: 1, trials: 4096 }),
};
const [outages, cutSets, importance] = networkTables(smallRiskRun(), network);

describe('the tables of a network', () => {
  it('say hours, outages and lost revenue, exact beside simulated, and leave out what is not known', () => {
    const rows = new Map(outages?.rows.map(([, what = '', ...values]) => [what, values]));
    // Three failures of 2 hours, less what overlaps; both routers out together adds seconds.
    expect(Number(rows.get('hours out in a year, mean')?.[0])).toBeCloseTo(6, 1);
    expect(rows.get('hours out in a year, mean')?.[1]).toMatch(/^[56]\.\d+ ± 0\.\d+$/);
    expect(Number(rows.get('outages in a year')?.[0])).toBeCloseTo(3, 1);
    // 1 million an hour.
    expect(Number(rows.get('lost revenue, mean, JPY million')?.[0])).toBeCloseTo(6, 1);
    expect(rows.get('chance of any outage in a year')?.[0]).toBe('');
    expect(outages?.rows[0]?.[0]).not.toBe('');
    expect(outages?.rows.slice(1).every(([name]) => name === '')).toBe(true);
  });

  it('list what fails alone and what together, and name the single point', () => {
    expect(cutSets?.rows.map(([, , parts]) => parts)).toEqual(['1', '2']);
    expect(cutSets?.notes[0]).toMatch(/is out whenever one of these is: .*carrier\.$/i);
  });

  it('rank what is behind the outages, the carrier first', () => {
    expect(importance?.rows[0]?.[1]).toMatch(/carrier/i);
    expect(Number.parseFloat(importance?.rows[0]?.[2] ?? '')).toBeGreaterThan(99);
  });

  it('are told in a sentence', () => {
    expect(networkLead(network)).toEqual([
      expect.stringMatching(
        /is out (?:6|5\.9\d?) hours in the mean of the years; 9\d.* of years have any outage\.$/,
      ),
    ]);
  });
});
