import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  atLeast,
  DAY,
  exactly,
  graph,
  HOUR,
  node,
  service,
} from '../../../../test/dependency-graphs.js';
import { meanAndError, sampleRisk } from '../../../../test/sampled-risk.js';
import type { SharedEvent } from '../../resolved-register.js';
import { analyseDependencies } from './dependency-analysis.js';
import { dependencySampler } from './dependency-sampler.js';
import type { DependencySpec } from './dependency-spec.js';
import { dependencyGraph } from './graph-layout.js';
import { networkOf } from './network.js';

const quake: SharedEvent = { id: 'quake', name: 'Earthquake', perYear: 0.3, occurs: null };
const hit = (probability: number) => ({
  shared: [{ event: 'quake', probability, outage: exactly(3 * DAY) }],
});

/** Two sites with a router each, a carrier, and three power feeds of which two are needed. */
const spec = graph(
  [
    node('east', 1, exactly(5 * HOUR), { type: 'site', ...hit(0.6) }),
    node('west', 1, exactly(5 * HOUR), { type: 'site', ...hit(0.4) }),
    node('r1', 2, exactly(4 * HOUR), { needs: anyOf('east') }),
    node('r2', 2, exactly(4 * HOUR), { needs: anyOf('west') }),
    node('carrier', 3, exactly(2 * HOUR), { type: 'carrier' }),
    node('unused', 3, exactly(2 * HOUR)),
  ],
  service('data', allOf('carrier', anyOf('r1', 'r2')), {
    revenuePerYear: 1000,
    lostShare: 0.5,
    credits: [{ afterYears: HOUR, amount: 2 }],
  }),
  service('voice', anyOf('r1', 'r2')),
);

describe('the analysis of a graph', () => {
  const analysis = analyseDependencies(spec, [quake], { risk: 'outage', seed: 9, trials: 30_000 });
  const [data, voice] = analysis.services;

  it('names single points of failure and cut sets', () => {
    expect(data?.singlePoints).toEqual([
      { kind: 'event', id: 'quake', name: 'Earthquake' },
      { kind: 'node', id: 'carrier', name: 'The carrier' },
    ]);
    expect(voice?.singlePoints.map(({ id }) => id)).toEqual(['quake']);
    expect(data?.cutSets.sets.map((set) => set.map(({ id }) => id).join(' '))).toEqual([
      'quake',
      'carrier',
      'r1 r2',
      'r1 west',
      'east r2',
      'east west',
    ]);
  });

  it('states the exact outages beside the simulated ones, within 4 standard errors', () => {
    for (const { exact, simulated } of analysis.services) {
      if (exact === null || simulated === null) throw new Error('not computed');
      for (const [value, estimate] of [
        [exact.outageYears, simulated.outageYears],
        [exact.outages, simulated.outages],
      ] as const)
        expect(Math.abs((estimate.value as number) - value)).toBeLessThan(
          4 * (estimate.standardError as number),
        );
      expect(simulated.probabilityOfAny.value as number).toBeLessThanOrEqual(
        simulated.outages.value as number,
      );
    }
    expect(data?.exact?.lostRevenue).toBeCloseTo((data?.exact?.outageYears as number) * 500, 12);
    expect(analysis.anyService?.outages).toBeCloseTo(data?.exact?.outages as number, 9);
  });

  it('orders the parts by what would be spared without them', () => {
    const shares = data?.exact?.importance.map(({ fussellVesely }) => fussellVesely) as number[];
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    // Of the carrier 3 times 2 hours, of the earthquake 0.3 · 0.24 times 72.
    expect(data?.exact?.importance.slice(0, 2).map(({ id }) => id)).toEqual(['carrier', 'quake']);
    const begun = data?.exact?.importance.reduce((sum, { begins }) => sum + begins, 0);
    expect(begun).toBeCloseTo(1, 9);
  });

  it('says how likely an occurrence of a shared event puts a service out', () => {
    expect(voice?.exact?.strikes).toEqual([
      { kind: 'event', id: 'quake', name: 'Earthquake', probability: expect.closeTo(0.24, 14) },
    ]);
  });

  it('simulates the quantiles and chances of the time out in order', () => {
    const quantiles = data?.simulated?.quantiles.map(({ estimate }) => estimate.value as number) as number[];
    expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
    const chances = data?.simulated?.exceedance.map(
      ({ probability }) => probability.value as number,
    ) as number[];
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    // Three days of shaking, and one outage in twenty or so.
    expect(chances[0]).toBeGreaterThan(0.5);
    expect(chances[6]).toBe(0);
  });

  it('loses in its trials what the sampler of the register loses in them', () => {
    const { columns } = sampleRisk(dependencySampler(spec, 'outage'), 30_000, {
      seed: 9,
      events: [{ ...quake, occurs: false }],
    });
    const alone = analyseDependencies(spec, [{ ...quake, occurs: false }], {
      risk: 'outage',
      seed: 9,
      trials: 30_000,
    });
    const lost = alone.services.reduce(
      (sum, { simulated }) =>
        sum + (simulated?.lostRevenue.value as number) + (simulated?.credits.value as number),
      0,
    );
    expect(lost).toBeCloseTo(-meanAndError(columns[0] as Float64Array).mean, 9);
  });

  it('warns of nodes that nobody needs', () => {
    expect(analysis.warnings).toEqual(['No service needs unused: its failures cost nothing here.']);
  });

  it('refuses an event that the register does not have', () => {
    expect(() => analyseDependencies(spec, [])).toThrow(
      'east names the shared event "quake", which the register does not have.',
    );
  });

  it('is the same twice, byte for byte', () => {
    const again = analyseDependencies(spec, [quake], { risk: 'outage', seed: 9, trials: 30_000 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(analysis));
  });
});

describe('the layout', () => {
  const layoutOf = (of: DependencySpec) => dependencyGraph(of, networkOf(of));

  it('stands every vertex above what it needs, no two in one place', () => {
    const { vertices, edges, layers, width } = layoutOf(spec);
    for (const { from, to } of edges)
      expect(vertices[from]?.layer as number).toBeLessThan(vertices[to]?.layer as number);
    const places = vertices.map(({ layer, place }) => `${layer}:${place}`);
    expect(new Set(places).size).toBe(vertices.length);
    expect(Math.max(...vertices.map(({ layer }) => layer))).toBe(layers - 1);
    expect(Math.max(...vertices.map(({ place }) => place))).toBe(width - 1);
  });

  it('draws any-of and k-of-n as gates, all-of as plain edges', () => {
    const { vertices, edges } = layoutOf(
      graph(
        ['a', 'b', 'c', 'd'].map((id) => node(id, 1, exactly(HOUR))),
        service('s', allOf('a', atLeast(2, 'b', 'c', 'd'))),
      ),
    );
    expect(vertices.filter(({ kind }) => kind === 'gate').map(({ name }) => name)).toEqual(['2 of 3']);
    const names = edges.map(({ from, to }) => `${vertices[from]?.id}>${vertices[to]?.id}`).sort();
    expect(names).toEqual(['a>s', 'b>gate-2', 'c>gate-2', 'd>gate-2', 'gate-2>s']);
  });

  it('lists which nodes an event hits', () => {
    expect(layoutOf(spec).events).toEqual([{ id: 'quake', nodes: ['east', 'west'] }]);
  });
});
