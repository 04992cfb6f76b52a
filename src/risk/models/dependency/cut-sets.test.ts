import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  atLeast,
  bridge,
  exactly,
  graph,
  HOUR,
  node,
  service,
} from '../../../../test/dependency-graphs.js';
import { searchCutSets } from './cut-set-search.js';
import { type CutSets, minimalCutSets } from './cut-sets.js';
import type { DependencySpec, Need } from './dependency-spec.js';
import { networkOf } from './network.js';
import { NetworkState } from './network-state.js';
import { hitsByEvent } from './shared-outages.js';

const repair = exactly(HOUR);
const failing = (id: string) => node(id, 1, repair);
const always = () => true;

function named(spec: DependencySpec, cutSets: CutSets | undefined): string[] {
  const events = hitsByEvent(spec).map(({ event }) => event);
  return (cutSets as CutSets).sets.map((set) =>
    set
      .map(({ kind, index }) => (kind === 'event' ? `!${events[index]}` : (spec.nodes[index]?.id ?? '?')))
      .sort()
      .join(' '),
  );
}

const cutsOf = (spec: DependencySpec) => minimalCutSets(spec, networkOf(spec), always)[0];

describe('minimal cut sets', () => {
  it('of the bridge are the four of the textbooks', () => {
    const spec = bridge(failing);
    expect(named(spec, cutsOf(spec)).sort()).toEqual(['a b', 'a c e', 'b c d', 'd e'].sort());
    expect(cutsOf(spec)).toMatchObject({ method: 'diagram', counts: [0, 0, 2, 2], completeTo: null });
  });

  it('of two of three are the pairs', () => {
    const spec = graph(['a', 'b', 'c'].map(failing), service('s', atLeast(2, 'a', 'b', 'c')));
    expect(named(spec, cutsOf(spec))).toEqual(['a b', 'a c', 'b c']);
  });

  it('go through what nodes need themselves', () => {
    const spec = graph(
      [
        failing('site'),
        node('r1', 1, repair, { needs: anyOf('site') }),
        node('r2', 1, repair, { needs: anyOf('site') }),
      ],
      service('s', anyOf('r1', 'r2')),
    );
    expect(named(spec, cutsOf(spec))).toEqual(['site', 'r1 r2']);
  });

  it('leave out nodes that never fail by themselves', () => {
    const spec = graph([node('cable', 0, repair), failing('a')], service('s', allOf('cable', 'a')));
    expect(named(spec, cutsOf(spec))).toEqual(['a']);
  });

  it('hold a shared event as a part of its own', () => {
    const hit = { shared: [{ event: 'quake', probability: 0.5, outage: repair }] };
    const spec = graph(
      [node('east', 1, repair, hit), node('west', 0, repair, hit), failing('north')],
      service('s', anyOf('east', 'west', 'north')),
    );
    expect(named(spec, cutsOf(spec))).toEqual(['!quake north']);
    const without = minimalCutSets(spec, networkOf(spec), () => false)[0];
    expect(without?.sets).toEqual([]);
  });

  it('are the same by diagrams and by trying, and as brute force over all subsets finds them', () => {
    fc.assert(
      fc.property(randomGraph(), (spec) => {
        const network = networkOf(spec);
        const byDiagram = minimalCutSets(spec, network, always);
        const bySearch = searchCutSets(spec, network, always, 3, 2000);
        for (const index of spec.services.keys()) {
          const all = bruteForce(spec, index);
          expect(named(spec, byDiagram[index]).sort()).toEqual(all);
          expect(named(spec, bySearch[index]).sort()).toEqual(
            all.filter((set) => set.split(' ').length <= 3),
          );
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('are counted where they are too many to list: 50 of 100', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `n${index}`);
    const spec = graph(ids.map(failing), service('s', atLeast(50, ...ids)));
    const cutSets = cutsOf(spec) as CutSets;
    expect(cutSets.counts[51] as number).toBeGreaterThan(9.89e28);
    expect(cutSets.counts[51] as number).toBeLessThan(9.9e28);
    expect(cutSets.sets.length).toBe(2000);
    expect(cutSets.sets[0]?.length).toBe(51);
  });

  it('of a chain of 3,000 nodes are found by trying, each alone', () => {
    const nodes = Array.from({ length: 3_000 }, (_, index) =>
      node(`n${index}`, 0.01, repair, { needs: index === 0 ? null : anyOf(`n${index - 1}`) }),
    );
    const cutSets = cutsOf(graph(nodes, service('s', anyOf('n2999')))) as CutSets;
    expect(cutSets.method).toBe('search');
    expect(cutSets.completeTo).toBeGreaterThanOrEqual(1);
    expect(cutSets.counts[1]).toBe(3_000);
    expect(cutSets.sets.length).toBe(2000);
  });
});

/** Up to five nodes, a node needs only later ones; two services; an event that hits some. */
function randomGraph(): fc.Arbitrary<DependencySpec> {
  const size = 5;
  const need = (from: number): fc.Arbitrary<Need> =>
    fc
      .tuple(fc.subarray(ids(size).slice(from), { minLength: 1 }), fc.nat(), fc.boolean())
      .map(([of, least, deep]) => {
        const list: Need = { least: 1 + (least % of.length), of };
        return deep && of.length > 1 ? { least: 1, of: [list, of[0] as string] } : list;
      });
  return fc
    .tuple(
      fc.tuple(
        ...ids(size).map((_, index) => (index < size - 1 ? fc.option(need(index + 1)) : fc.constant(null))),
      ),
      fc.array(fc.constantFrom(0, 1, 1, 1), { minLength: size, maxLength: size }),
      fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      need(0),
      need(0),
    )
    .map(([needs, rates, hit, first, second]) =>
      graph(
        ids(size).map((id, index) =>
          node(id, rates[index] as number, repair, {
            needs: needs[index] ?? null,
            shared: hit[index] ? [{ event: 'quake', probability: 0.5, outage: repair }] : [],
          }),
        ),
        service('first', first),
        service('second', second),
      ),
    );
}

function ids(size: number): string[] {
  return Array.from({ length: size }, (_, index) => `n${index}`);
}

function bruteForce(spec: DependencySpec, serviceIndex: number): string[] {
  const events = hitsByEvent(spec);
  const parts = [
    ...events.map(({ event, hits }) => ({ name: `!${event}`, nodes: hits.map(({ node: hit }) => hit) })),
    ...spec.nodes.flatMap(({ id, failuresPerYear }, index) =>
      failuresPerYear > 0 ? [{ name: id, nodes: [index] }] : [],
    ),
  ];
  const network = networkOf(spec);
  const cuts: number[] = [];
  const masks = Array.from({ length: 2 ** parts.length }, (_, mask) => mask).sort(
    (x, y) => ones(x) - ones(y),
  );
  for (const mask of masks) {
    if (cuts.some((cut) => (cut & mask) === cut)) continue;
    const state = new NetworkState(network);
    for (const [index, { nodes }] of parts.entries())
      if ((mask & (1 << index)) !== 0) for (const hit of nodes) state.change(hit, 1);
    if (state.serviceIsOut(serviceIndex)) cuts.push(mask);
  }
  return cuts
    .map((cut) =>
      parts
        .filter((_, index) => (cut & (1 << index)) !== 0)
        .map(({ name }) => name)
        .sort()
        .join(' '),
    )
    .sort();
}

function ones(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length;
}
