import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  atLeast,
  exactly,
  exponential,
  graph,
  HOUR,
  node,
  service,
} from '../../../../test/dependency-graphs.js';
import { meanAndError, sampleRisk } from '../../../../test/sampled-risk.js';
import { dependencySampler } from './dependency-sampler.js';
import type { DependencySpec } from './dependency-spec.js';
import { exactOutages } from './exact-outages.js';
import { networkOf } from './network.js';

const lognormal = { distribution: 'lognormal', mu: Math.log(6 * HOUR), sigma: 1 } as const;

describe('draws', () => {
  const a = node('a', 3, lognormal);
  const lossOf = (spec: DependencySpec, seed: number) =>
    sampleRisk(dependencySampler(spec, 'outage'), 5000, { seed }).columns[0];

  it('of a node stay the same when another node is added', () => {
    const before = lossOf(graph([a], service('s', anyOf('a'))), 3);
    expect(lossOf(graph([node('new', 9, lognormal), a], service('s', anyOf('a'))), 3)).toEqual(before);
    expect(lossOf(graph([a], service('s', anyOf('a'))), 4)).not.toEqual(before);
  });

  it('of a block are the same whichever blocks came before', () => {
    const spec = graph(
      [a, node('b', 40, lognormal)],
      service('s', anyOf('a', 'b')),
      service('t', allOf('a', 'b')),
    );
    const sampler = dependencySampler(spec, 'outage');
    const forwards = sampleRisk(sampler, 10_000);
    const backwards = sampleRisk(sampler, 10_000, { backwards: true });
    expect(backwards.columns).toEqual(forwards.columns);
    expect(backwards.occurrences).toEqual(forwards.occurrences);
  });

  it('do not depend on how many outages are held at a time', () => {
    // 300 failures a year: blocks are gone through in several parts, which must join without a seam.
    const spec = graph(
      ['a', 'b'].map((id) => node(id, 150, exponential(2 * HOUR))),
      service('s', allOf('a', 'b')),
    );
    const exact = exactOutages(spec, networkOf(spec), []);
    const { columns } = sampleRisk(dependencySampler(spec, 'outage'), 4096);
    const { mean, error } = meanAndError(columns[0] as Float64Array);
    expect(
      Math.abs(-mean - ('why' in exact ? 0 : (exact.services[0]?.outageYears ?? 0) * 8760)),
    ).toBeLessThan(4 * error);
  });
});

describe('large graphs', () => {
  it('a chain of 3,000 nodes and 100 of 200 are simulated', () => {
    const chain = Array.from({ length: 3_000 }, (_, index) =>
      node(`n${index}`, 0.0003, exactly(HOUR), { needs: index === 0 ? null : anyOf(`n${index - 1}`) }),
    );
    const loss = sampleRisk(dependencySampler(graph(chain, service('s', anyOf('n2999'))), 'chain'), 1024)
      .columns[0];
    expect(Math.abs(meanAndError(loss as Float64Array).mean + 0.9)).toBeLessThan(0.15);
    const ids = Array.from({ length: 200 }, (_, index) => `n${index}`);
    const votes = graph(
      ids.map((id) => node(id, 20, exponential(0.05))),
      service('s', atLeast(100, ...ids)),
    );
    const hours = meanAndError(sampleRisk(dependencySampler(votes, 'votes'), 64).columns[0] as Float64Array);
    expect(-hours.mean).toBeGreaterThan(0);
  });
});
