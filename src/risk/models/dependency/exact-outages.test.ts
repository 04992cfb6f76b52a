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
import type { SharedEvent } from '../../resolved-register.js';
import type { DependencySpec } from './dependency-spec.js';
import { type ExactOutages, exactOutages } from './exact-outages.js';
import { networkOf } from './network.js';

function exactOf(spec: DependencySpec, events: readonly SharedEvent[] = []): ExactOutages {
  const exact = exactOutages(spec, networkOf(spec), events);
  if ('why' in exact) throw new Error(exact.why);
  return exact;
}

const firstOf = (spec: DependencySpec, events: readonly SharedEvent[] = []) => {
  const [first] = exactOf(spec, events).services;
  if (first === undefined) throw new Error('no service');
  return first;
};

/** Availability MTBF / (MTBF + MTTR) at 2 failures a year and 5 days of repair. */
const rate = 2;
const mean = 5 * DAY;
const available = 1 / (1 + rate * mean);
const like = (id: string) => node(id, rate, exponential(mean));

describe('one node', () => {
  const one = firstOf(graph([like('a')], service('s', anyOf('a'))));

  it('has the availability MTBF / (MTBF + MTTR), whatever the law of the repair', () => {
    expect(one.longRun?.availability).toBeCloseTo(available, 14);
    expect(one.longRun?.outagesPerYear).toBeCloseTo(rate * available, 12);
    expect(one.longRun?.meanOutageYears).toBeCloseTo(mean, 12);
    const fixed = firstOf(graph([node('a', rate, exactly(mean))], service('s', anyOf('a'))));
    expect(fixed.longRun?.availability).toBeCloseTo(available, 14);
  });

  it('is out over its first year as the closed form of the two-state Markov chain says', () => {
    // U(t) = λ / (λ + μ) (1 − e^(−(λ + μ) t)), integrated over the year.
    const sum = rate + 1 / mean;
    const out = (rate / sum) * (1 - (1 - Math.exp(-sum)) / sum);
    expect(one.outageYears / out).toBeCloseTo(1, 4);
    expect(one.outages / (rate * (1 - out))).toBeCloseTo(1, 6);
    expect(Math.abs(one.outageYears - out)).toBeLessThan(one.error + 1e-5 * out);
  });

  it('of a repair of just a tenth of a year: λ ∫ (1 − U) limited to the year, by hand for at most one renewal', () => {
    // λ small: U(t) = λ min(t, D) to first order, so that the year has λ (D − D²/2).
    const [tiny, length] = [1e-6, 0.1];
    const rare = firstOf(graph([node('a', tiny, exactly(length))], service('s', anyOf('a'))));
    expect(rare.outageYears / (tiny * (length - length ** 2 / 2))).toBeCloseTo(1, 5);
  });

  it('has no long run where its repair has no mean, but a year', () => {
    const heavy = firstOf(
      graph([node('a', 1, { distribution: 'pareto', shape: 0.8, minimum: HOUR })], service('s', anyOf('a'))),
    );
    expect(heavy.longRun).toBe(null);
    expect(heavy.why).toBe('an outage time has no mean, so that its node is out for ever in the end');
    expect(heavy.outageYears).toBeGreaterThan(mean / 100);
  });

  it('weighs replacement against repair', () => {
    const spec = graph(
      [node('a', rate, exactly(HOUR), { replacement: { probability: 0.25, time: exactly(3 * HOUR) } })],
      service('s', anyOf('a')),
    );
    expect(firstOf(spec).longRun?.availability).toBeCloseTo(1 / (1 + rate * 1.5 * HOUR), 14);
  });
});

describe('closed forms of structures', () => {
  const three = ['a', 'b', 'c'];

  it.each([
    ['series', allOf(...three), available ** 3],
    ['parallel', anyOf(...three), 1 - (1 - available) ** 3],
    ['2 of 3', atLeast(2, ...three), 3 * available ** 2 - 2 * available ** 3],
  ])('%s', (_, needs, expected) => {
    const { longRun } = firstOf(graph(three.map(like), service('s', needs)));
    expect(longRun?.availability).toBeCloseTo(expected, 13);
  });

  it('the bridge: 2p² + 2p³ − 5p⁴ + 2p⁵', () => {
    const p = available;
    const { longRun } = firstOf(bridge(like));
    expect(longRun?.availability).toBeCloseTo(2 * p ** 2 + 2 * p ** 3 - 5 * p ** 4 + 2 * p ** 5, 13);
  });

  it('the frequency of outages of two in parallel: 2 λ A U', () => {
    const { longRun } = firstOf(graph([like('a'), like('b')], service('s', anyOf('a', 'b'))));
    expect(longRun?.outagesPerYear).toBeCloseTo(2 * rate * available * (1 - available), 13);
    expect(longRun?.meanOutageYears).toBeCloseTo(mean / 2, 12);
  });

  it('a shared site counts once, not twice', () => {
    const site = like('site');
    const on = (id: string) => ({ ...like(id), needs: anyOf('site') });
    const { longRun } = firstOf(graph([site, on('r1'), on('r2')], service('s', anyOf('r1', 'r2'))));
    expect(longRun?.availability).toBeCloseTo(available * (1 - (1 - available) ** 2), 13);
  });
});

describe('importance', () => {
  const p = available;

  it("of the bridge's parts is Birnbaum's: the derivative of its availability", () => {
    // Over the year the node's availability is not quite p: rates so high that it settles at once.
    const fast = (id: string) => node(id, 1000, exponential(1 / 1000));
    const { importance } = firstOf(bridge(fast));
    const middle = importance.find(({ part }) => part.index === 2);
    const side = importance.find(({ part }) => part.index === 0);
    expect(middle?.birnbaum).toBeCloseTo(2 * 0.5 ** 2 * 0.5 ** 2, 3);
    expect(side?.birnbaum).toBeCloseTo(0.375, 3);
  });

  it('of a series: each part of the time out and of the outages, by what it fails', () => {
    const spec = graph(
      [node('a', 3, exactly(HOUR)), node('b', 1, exactly(HOUR))],
      service('s', allOf('a', 'b')),
    );
    const { importance } = firstOf(spec);
    expect(importance.map(({ begins }) => begins)).toEqual([
      expect.closeTo(0.75, 4),
      expect.closeTo(0.25, 4),
    ]);
    expect(importance[0]?.fussellVesely).toBeCloseTo(0.75, 3);
    expect(p).toBeLessThan(1);
  });
});

describe('shared events', () => {
  const quake = (occurs: boolean | null = null, perYear = 0.2): SharedEvent => ({
    id: 'quake',
    name: 'Quake',
    perYear,
    occurs,
  });
  const hit = (id: string, probability: number, hours: number) =>
    node(id, 0, exactly(HOUR), { shared: [{ event: 'quake', probability, outage: exactly(hours * HOUR) }] });

  it('put two sites out together: the time that both are out is that of the shorter', () => {
    const both = graph([hit('east', 0.5, 20), hit('west', 0.4, 10)], service('s', anyOf('east', 'west')));
    const once = firstOf(both, [quake(true)]);
    const length = 10 * HOUR;
    // Uniform in the year, cut off at its end.
    expect(once.outageYears).toBeCloseTo(0.5 * 0.4 * (length - length ** 2 / 2), 8);
    expect(once.outages).toBeCloseTo(0.2, 10);
    expect(once.longRun).toBe(null);
  });

  it('that are Poisson: a queue with infinitely many servers has exp(−λ p m) of its time free', () => {
    const long = graph([hit('east', 0.5, 2000)], service('s', anyOf('east')));
    expect(firstOf(long, [quake(null, 3)]).longRun?.availability).toBeCloseTo(
      Math.exp(-3 * 0.5 * 2000 * HOUR),
      10,
    );
  });

  it('that a scenario rules out do nothing', () => {
    const spec = graph([hit('east', 1, 20)], service('s', anyOf('east')));
    expect(firstOf(spec, [quake(false)])).toMatchObject({ outageYears: 0, outages: 0 });
  });

  it('take their part of the importance', () => {
    const spec = graph(
      [hit('east', 1, 20), { ...hit('west', 0, 0), failuresPerYear: 0.2 }],
      service('s', allOf('east', 'west')),
    );
    const { importance } = firstOf(spec, [quake()]);
    const event = importance.find(({ part }) => part.kind === 'event');
    expect(event?.begins).toBeCloseTo(0.5, 3);
    expect(event?.birnbaum).toBe(null);
    expect(event?.fussellVesely).toBeCloseTo(20 / 21, 2);
  });

  it('that hit more than ten nodes are only simulated', () => {
    const ids = Array.from({ length: 11 }, (_, index) => `n${index}`);
    const spec = graph(
      ids.map((id) => hit(id, 0.5, 1)),
      service('s', anyOf(...ids)),
    );
    expect(exactOutages(spec, networkOf(spec), [quake()])).toEqual({
      why: 'Shared events hit more than 10 nodes: only simulated.',
    });
  });
});

describe('very reliable structures', () => {
  it('keep their digits: 20 nodes in parallel', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `n${index}`);
    const { longRun, outageYears } = firstOf(graph(ids.map(like), service('s', anyOf(...ids))));
    expect((longRun?.outagesPerYear ?? 0) / (20 * rate * available * (1 - available) ** 19)).toBeCloseTo(
      1,
      9,
    );
    expect(outageYears).toBeGreaterThan(0.3 * (1 - available) ** 20);
    expect(outageYears).toBeLessThan((1 - available) ** 20);
  });
});

describe('size', () => {
  it('100 of 200 is exact', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `n${index}`);
    const { longRun } = firstOf(
      graph(
        ids.map((id) => node(id, 500, exponential(1 / 500))),
        service('s', atLeast(100, ...ids)),
      ),
    );
    // At least 100 of 200 fair coins: half, and half of the middle.
    expect(longRun?.availability).toBeCloseTo(0.5 + 0.05634847900925639 / 2, 12);
  });

  it('a chain of 10,000 is refused with a reason', () => {
    const nodes = Array.from({ length: 10_000 }, (_, index) =>
      node(`n${index}`, 0.01, exactly(HOUR), { needs: index === 0 ? null : anyOf(`n${index - 1}`) }),
    );
    const spec = graph(nodes, service('s', anyOf('n9999')));
    expect(exactOutages(spec, networkOf(spec), [])).toEqual({
      why: '10000 parts can fail, and an exact answer goes to 1000: only simulated.',
    });
  });
});
