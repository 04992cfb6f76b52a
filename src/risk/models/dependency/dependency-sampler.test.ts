import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  atLeast,
  bridge,
  DAY,
  exactly,
  exponential,
  graph,
  HOUR,
  node,
  service,
} from '../../../../test/dependency-graphs.js';
import { meanAndError, sampleRisk } from '../../../../test/sampled-risk.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import type { SharedEvent } from '../../resolved-register.js';
import { creditFor, dependencySampler } from './dependency-sampler.js';
import type { DependencySpec } from './dependency-spec.js';
import { exactOutages } from './exact-outages.js';
import { networkOf } from './network.js';

const TRIALS = 8_000;
const lognormal: DistributionSpec = { distribution: 'lognormal', mu: Math.log(6 * HOUR), sigma: 1 };
const quake = (occurs: boolean | null = null): SharedEvent => ({
  id: 'quake',
  name: 'Quake',
  perYear: 0.4,
  occurs,
});
const failure: SharedEvent = { id: 'failure', name: 'Failure', perYear: 0.3, occurs: null };

const hits = (probability: number, days: number) => ({
  shared: [
    {
      event: 'quake',
      probability,
      outage: { distribution: 'triangular', low: 0, mode: days * DAY, high: 3 * days * DAY } as const,
    },
  ],
});
const sites = [node('east', 4, lognormal, hits(0.7, 4)), node('west', 3, lognormal, hits(0.5, 9))];

const graphs: [name: string, spec: DependencySpec, events: readonly SharedEvent[]][] = [
  ['one node', graph([node('a', 5, lognormal)], service('s', anyOf('a'))), []],
  [
    'one that is out half of the time',
    graph([node('a', 20, exponential(0.05))], service('s', anyOf('a'))),
    [],
  ],
  ['outages that outlast the year', graph([node('a', 0.7, exactly(0.8))], service('s', anyOf('a'))), []],
  [
    'series',
    graph(
      ['a', 'b', 'c'].map((id) => node(id, 5, lognormal)),
      service('s', allOf('a', 'b', 'c')),
    ),
    [],
  ],
  [
    'parallel',
    graph(
      ['a', 'b'].map((id) => node(id, 30, exponential(3 * DAY))),
      service('s', anyOf('a', 'b')),
    ),
    [],
  ],
  [
    '2 of 3',
    graph(
      ['a', 'b', 'c'].map((id) => node(id, 20, exactly(2 * DAY))),
      service('s', atLeast(2, 'a', 'b', 'c')),
    ),
    [],
  ],
  ['the bridge', bridge((id) => node(id, 25, exponential(2 * DAY))), []],
  [
    'replacement',
    graph(
      [node('a', 6, lognormal, { replacement: { probability: 0.3, time: exactly(20 * DAY) } })],
      service('s', anyOf('a')),
    ),
    [],
  ],
  ['a shared event on two sites', graph(sites, service('s', anyOf('east', 'west'))), [quake()]],
  [
    'a shared event that a scenario makes occur',
    graph(sites, service('s', anyOf('east', 'west'))),
    [quake(true)],
  ],
  [
    'two events, nodes upon nodes, two services',
    graph(
      [
        ...sites,
        node('carrier', 8, lognormal, {
          shared: [{ event: 'failure', probability: 0.9, outage: exactly(12 * DAY) }],
        }),
        node('router', 12, lognormal, { needs: anyOf('east') }),
        node('billing', 1, lognormal, {
          needs: allOf(anyOf('east', 'west'), 'carrier'),
          ...{ shared: [{ event: 'failure', probability: 0.2, outage: lognormal }, ...hits(0.3, 2).shared] },
        }),
      ],
      service('data', allOf('router', 'carrier')),
      service('mail', allOf('billing', anyOf('router', 'west'))),
    ),
    [quake(), failure],
  ],
];

describe('simulated against exact, within 4 standard errors', () => {
  it.each(graphs)('%s', (_, spec, events) => {
    const exact = exactOutages(spec, networkOf(spec), events);
    if ('why' in exact) throw new Error(exact.why);
    // Every service on a line of its own.
    const apart = { ...spec, services: spec.services.map((one) => ({ ...one, line: one.id })) };
    const sampler = dependencySampler(apart, 'outage');
    const { columns, occurrences } = sampleRisk(sampler, TRIALS, { events, seed: 11 });
    for (const [index, { outageYears, error }] of exact.services.entries()) {
      const simulated = meanAndError(columns[index] as Float64Array);
      const off = Math.abs(-simulated.mean - outageYears * 8760);
      expect(off).toBeLessThan(4 * simulated.error + error * 8760);
      expect(simulated.error).toBeLessThan(0.1 * outageYears * 8760);
    }
    const spells = meanAndError(occurrences);
    expect(Math.abs(spells.mean - exact.any.outages)).toBeLessThan(4 * spells.error + 1e-9);
  });
});

describe('effects', () => {
  const sure: SharedEvent = { id: 'quake', name: 'Quake', perYear: 0, occurs: true };
  const hit = (hours: number) => ({
    shared: [{ event: 'quake', probability: 1, outage: exactly(hours * HOUR) }],
  });

  it('are the hours times revenue times the share lost, on the line of the service', () => {
    const spec = graph(
      [node('a', 0, exactly(0), hit(1e-3 / HOUR))],
      service('s', anyOf('a'), { revenuePerYear: 5000, lostShare: 0.3, line: 'access' }),
    );
    const sampler = dependencySampler(spec, 'outage');
    expect(sampler.effects).toEqual([{ line: 'access' }]);
    const { columns } = sampleRisk(sampler, 100, { events: [sure] });
    // An outage of a thousandth of the year; those that begin in its last thousandth are cut off.
    expect((columns[0] as Float64Array).filter((loss) => Math.abs(loss + 1.5) < 1e-9).length).toBeGreaterThan(
      97,
    );
  });

  it('credit each outage by the highest step that it reaches, to its own line', () => {
    const steps = [
      { afterYears: 8 * HOUR, amount: 120 },
      { afterYears: HOUR, amount: 25 },
    ];
    const spec = graph(
      [node('a', 0, exactly(0), hit(9)), node('b', 0, exactly(0), hit(2))],
      service('long', anyOf('a'), { credits: steps, creditsTo: 'credits', lostShare: 0 }),
      service('short', anyOf('b'), { credits: steps, creditsTo: 'credits', lostShare: 0 }),
    );
    const sampler = dependencySampler(spec, 'outage');
    expect(sampler.effects).toEqual([{ line: 'revenue' }, { line: 'credits' }]);
    const { columns } = sampleRisk(sampler, 200, { events: [sure] });
    expect((columns[1] as Float64Array).filter((credit) => credit === -145).length).toBeGreaterThan(195);
    const ascending = [...steps].reverse();
    expect([0.5, 1, 7.99, 8].map((hours) => creditFor(hours * HOUR, ascending))).toEqual([0, 25, 25, 120]);
  });

  it('count an outage that several services share once', () => {
    const spec = graph(
      [node('a', 0, exactly(0), hit(1))],
      service('x', anyOf('a')),
      service('y', anyOf('a')),
    );
    expect([...sampleRisk(dependencySampler(spec, 'outage'), 50, { events: [sure] }).occurrences]).toEqual(
      new Array(50).fill(1),
    );
  });

  it('count one outage where a second node fails before the first recovers', () => {
    // East goes at once for 10 hours, and west, which alone would do no harm, for 30.
    const spec = graph(
      [node('east', 0, exactly(0), hit(10)), node('west', 0, exactly(0), hit(30))],
      service('s', allOf('east', 'west')),
    );
    const { columns, occurrences } = sampleRisk(dependencySampler(spec, 'outage'), 50, { events: [sure] });
    expect(Math.max(...occurrences)).toBe(1);
    expect((columns[0] as Float64Array).filter((loss) => Math.abs(loss + 30) < 1e-9).length).toBeGreaterThan(
      45,
    );
  });

  it('fill the whole column, and leave nothing of the block before', () => {
    const sampler = dependencySampler(graph([node('a', 0.5, lognormal)], service('s', anyOf('a'))), 'outage');
    const first = sampleRisk(sampler, 5000).columns[0] as Float64Array;
    expect(sampleRisk(sampler, 5000).columns[0]).toEqual(first);
    expect(first.some((loss) => loss < 0)).toBe(true);
    expect(first.some((loss) => loss === 0)).toBe(true);
  });
});
