import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  atLeast,
  exactly,
  graph,
  HOUR,
  node,
  service,
} from '../../../../test/dependency-graphs.js';
import { dependencyProblems } from './dependency-problems.js';
import type { DependencySpec, Need } from './dependency-spec.js';
import { networkOf } from './network.js';

const repair = exactly(4 * HOUR);
const a = node('a', 1, repair);
const b = node('b', 1, repair);
const using = (...needs: string[]) => service('web', allOf(...needs));

function nested(depth: number): Need {
  let need: Need = anyOf('a');
  for (let level = 1; level < depth; level++) need = allOf(need);
  return need;
}

const errors: [name: string, spec: DependencySpec, message: string][] = [
  ['no service', graph([a]), 'No service: name at least one that customers pay for, and what it needs.'],
  [
    'an unknown node',
    graph([a], using('a', 'carrier')),
    'web needs "carrier", which is no node of this graph.',
  ],
  [
    'a service that is needed',
    graph([a], using('a'), service('shop', anyOf('web'))),
    'shop needs web, which is a service: name the nodes that web needs.',
  ],
  [
    'an empty need',
    graph([a], service('web', { least: 1, of: [] })),
    'A list of needs of web is empty: name what it needs, or leave the list out.',
  ],
  [
    'k above n',
    graph([a, b], service('web', atLeast(3, 'a', 'b'))),
    'web needs 3 of 2, expected a whole number from 1 to 2.',
  ],
  [
    'k of zero',
    graph([a, b], service('web', atLeast(0, 'a', 'b'))),
    'web needs 0 of 2, expected a whole number from 1 to 2.',
  ],
  [
    'k that is not whole',
    graph([a, b], service('web', atLeast(1.5, 'a', 'b'))),
    'web needs 1.5 of 2, expected a whole number from 1 to 2.',
  ],
  ['a node twice in a list', graph([a, b], using('a', 'a')), 'A list of needs of web names a twice.'],
  ['an id twice', graph([a, a], using('a')), '"a" stands twice among the nodes: give each an id of its own.'],
  [
    'a negative rate',
    graph([node('a', -1, repair)], using('a')),
    'a fails -1 times a year, expected 0 to 1000.',
  ],
  [
    'a rate that is no number',
    graph([node('a', Number.NaN, repair)], using('a')),
    'a fails NaN times a year, expected 0 to 1000.',
  ],
  [
    'a repair below zero',
    graph([node('a', 1, { distribution: 'normal', mean: 1, deviation: 1 })], using('a')),
    'The time of the repair of a can be negative (normal): use a law that begins at 0, as lognormal, gamma, PERT or triangular.',
  ],
  [
    'a probability above one',
    graph([node('a', 1, repair, { replacement: { probability: 1.2, time: repair } })], using('a')),
    'The probability of a replacement of a is 1.2, expected 0% to 100%.',
  ],
  [
    'an unknown event',
    graph(
      [node('a', 1, repair, { shared: [{ event: 'flood', probability: 1, outage: repair }] })],
      using('a'),
    ),
    'a names the shared event "flood", which the register does not have.',
  ],
  [
    'negative revenue',
    graph([a], service('web', anyOf('a'), { revenuePerYear: -1 })),
    'The revenue of web is -1, expected an amount from 0.',
  ],
  [
    'a share above one',
    graph([a], service('web', anyOf('a'), { lostShare: 2 })),
    'The lost share of web is 2, expected 0% to 100%.',
  ],
  [
    'two credits at one length',
    graph(
      [a],
      service('web', anyOf('a'), {
        credits: [
          { afterYears: HOUR, amount: 1 },
          { afterYears: HOUR, amount: 2 },
        ],
      }),
    ),
    'web has two credits for an outage of the same length.',
  ],
  [
    'deep needs',
    graph([a], service('web', nested(40))),
    'The needs of web are nested deeper than 32 lists: give parts of them nodes of their own.',
  ],
  [
    'a cycle, named in order',
    graph(
      [
        node('a', 1, repair, { needs: anyOf('b') }),
        node('b', 1, repair, { needs: allOf('c') }),
        node('c', 1, repair, { needs: anyOf('d', 'b') }),
        node('d', 1, repair),
      ],
      using('a'),
    ),
    'The needs form a cycle: b needs c needs b. Remove one of these needs; two that fail together share an event.',
  ],
  [
    'a node that needs itself',
    graph([node('a', 1, repair, { needs: anyOf('a') })], using('a')),
    'The needs form a cycle: a needs a. Remove one of these needs; two that fail together share an event.',
  ],
];

describe('a dependency graph is refused for', () => {
  it.each(errors)('%s', (_, spec, message) => {
    const problems = dependencyProblems(spec, ['quake']);
    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => problem.message)).toEqual(
      [message],
    );
  });

  it('its first error, where it is to be simulated', () => {
    expect(() => networkOf(graph([a], using('b')))).toThrow('web needs "b", which is no node of this graph.');
  });

  it('more nodes than can be read', () => {
    const nodes = Array.from({ length: 20_001 }, (_, index) => node(`n${index}`, 0, repair));
    expect(dependencyProblems(graph(nodes, using('n0')), null)[0]?.message).toBe(
      '20002 nodes and services, expected at most 20000.',
    );
  });

  it('a cycle at the end of a long chain, without a stack overflow', () => {
    const nodes = Array.from({ length: 10_000 }, (_, index) =>
      node(`n${index}`, 0, repair, { needs: anyOf(`n${index === 9_999 ? 9_998 : index + 1}`) }),
    );
    expect(dependencyProblems(graph(nodes, using('n0')), null)[0]?.message).toBe(
      'The needs form a cycle: n9998 needs n9999 needs n9998. Remove one of these needs; two that fail together share an event.',
    );
  });
});

describe('the place of a problem', () => {
  it('leads to the need in the spec', () => {
    const spec = graph([a, b], service('web', allOf('a', anyOf('b', 'x'))));
    expect(dependencyProblems(spec, null)[0]?.path).toEqual(['services', 0, 'needs', 'of', 1, 'of', 1]);
  });
});

describe('a sound graph', () => {
  it('has no problem', () => {
    expect(dependencyProblems(graph([a, b], using('a', 'b')), [])).toEqual([]);
  });

  it('is warned about a node that no service needs, directly or through another', () => {
    const spec = graph(
      [node('a', 1, repair, { needs: anyOf('b') }), b, node('spare', 1, repair)],
      using('a'),
    );
    expect(dependencyProblems(spec, [])).toEqual([
      {
        severity: 'warning',
        path: ['nodes', 2],
        message: 'No service needs spare: its failures cost nothing here.',
      },
    ]);
  });
});
