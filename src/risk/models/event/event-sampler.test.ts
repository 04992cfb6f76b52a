import { describe, expect, it } from 'vitest';
import { expectMean, expectVariance } from '../../../../test/sample-moments.js';
import { BASE, blockOf, EVENT, layer, run } from '../../../../test/sampled-event.js';
import { eventSampler } from './event-sampler.js';
import type { EventSpec, FrequencySpec } from './event-spec.js';

describe('the frequency of an event', () => {
  const FREQUENCIES: readonly [string, FrequencySpec, number, number][] = [
    ['Poisson', { frequency: 'poisson', rate: 1.5 }, 1.5, 1.5],
    [
      'negative binomial',
      { frequency: 'negative-binomial', mean: 1.5, size: 0.8 },
      1.5,
      1.5 + 1.5 ** 2 / 0.8,
    ],
    ['binomial', { frequency: 'binomial', trials: 6, probability: 0.25 }, 1.5, 1.125],
  ];

  it.each(FREQUENCIES)('of a %s law gives its compound moments', (_, frequency, mean, variance) => {
    const { losses, occurrences } = run({ ...EVENT, frequency });
    expectMean(losses, mean * 6);
    expectVariance(losses, mean * 18 + variance * 36);
    expectMean(occurrences, mean);
    expectVariance(occurrences, variance);
  });

  it.each(FREQUENCIES)('of a %s law is the same law when tied', (_, frequency, mean, variance) => {
    const { losses, occurrences } = run({ ...EVENT, frequency }, { tied: 'frequency' });
    expectMean(losses, mean * 6);
    expectVariance(losses, mean * 18 + variance * 36);
    expectMean(occurrences, mean);
    expectVariance(occurrences, variance);
  });

  it('rises with the number that it is tied to', () => {
    const { occurrences, tied } = run(EVENT, { tied: 'frequency' });
    const order = [...tied.keys()].sort((a, b) => (tied[a] as number) - (tied[b] as number));
    const sorted = order.map((trial) => occurrences[trial] as number);
    expect(sorted.every((count, nth) => nth === 0 || count >= (sorted[nth - 1] as number))).toBe(true);
  });

  it('keeps the draws of a scattered event where its rate rises: the first occurrences are the same', () => {
    const constant = { ...EVENT, severity: { distribution: 'constant', value: 1 } } as const;
    const few = run(constant).losses;
    const more = run({ ...constant, frequency: { frequency: 'poisson', rate: 2.5 } }).losses;
    expect(more.every((loss, trial) => loss >= (few[trial] as number))).toBe(true);
  });

  it('draws blocks of any length, in the law of each trial', () => {
    const sampler = eventSampler(EVENT, 'leak', { base: BASE, raisedBy: [] });
    const means = [1, 5, 777].map((trials) => {
      const columns = [new Float64Array(1000)];
      let sum = 0;
      for (let block = 0; block < 40; block++) {
        sampler.simulate(blockOf(block, trials), columns, null);
        for (let trial = 0; trial < trials; trial++) sum -= columns[0]?.[trial] as number;
      }
      return sum / (40 * trials);
    });
    const deviation = Math.sqrt(1.5 * 54);
    [1, 5, 777].forEach((trials, nth) => {
      expect(Math.abs((means[nth] as number) - 9)).toBeLessThan((4 * deviation) / Math.sqrt(40 * trials));
    });
  });
});

describe('shared causes', () => {
  const cause = { event: 'quake', probability: 0.4, severity: null };

  it('bring the risk about with their probability, each time that they occur', () => {
    const none: EventSpec = { ...EVENT, frequency: { frequency: 'poisson', rate: 0 }, shared: [cause] };
    const { losses, occurrences } = run(none, { sharedEvent: 3 });
    expectMean(occurrences, 1.2);
    expectVariance(occurrences, 3 * 0.4 * 0.6);
    expectMean(losses, 1.2 * 6);
    expectVariance(losses, 1.2 * 18 + 0.72 * 36);
  });

  it('come beside its own occurrences, with a severity of their own', () => {
    const own = { ...cause, probability: 1, severity: { distribution: 'constant', value: 100 } } as const;
    const { losses, occurrences } = run({ ...EVENT, shared: [own] }, { sharedEvent: 2 });
    expectMean(losses, 9 + 200);
    expectMean(occurrences, 3.5);
    expect(Math.min(...losses)).toBeGreaterThanOrEqual(200);
  });

  it('make two risks fall together: their covariance is that of the event', () => {
    const followers = [0.4, 0.7].map((probability, nth) =>
      eventSampler(
        { ...EVENT, frequency: { frequency: 'poisson', rate: 0 }, shared: [{ ...cause, probability }] },
        `follower-${nth}`,
        { base: BASE, raisedBy: [] },
      ),
    );
    const losses = followers.map(() => new Float64Array(4096));
    const counts = Int32Array.from({ length: 4096 }, (_, trial) => trial % 3);
    const block = blockOf(0, 4096);
    block.sharedEvent('quake').set(counts);
    followers.forEach((follower, nth) => {
      follower.simulate(block, [losses[nth] as Float64Array], null);
    });
    const [first, second] = losses as [Float64Array, Float64Array];
    const products = first.map((loss, trial) => (loss + 0.4 * 6) * ((second[trial] as number) + 0.7 * 6));
    // The number of events has mean 1 and variance 2/3: Cov = p q E[X] E[Y] Var(N).
    expectMean(products, (0.4 * 0.7 * 36 * 2) / 3);
  });

  it('leave the own draws alone', () => {
    const alone = run(EVENT).losses;
    const constant = { ...cause, probability: 1, severity: { distribution: 'constant', value: 0 } } as const;
    expect(run({ ...EVENT, shared: [constant] }, { sharedEvent: 1 }).losses).toEqual(alone);
  });
});

describe('an event that others raise', () => {
  const raisedBy = [{ risk: 'outage', times: 3, atMost: 4 }];
  // 0, 1, 2 occurrences in turn: 1, 3 and 4 times the frequency.
  const factor = (1 + 3 + 4) / 3;

  it.each([
    ['Poisson', { frequency: 'poisson', rate: 1.5 }, false],
    ['tied Poisson', { frequency: 'poisson', rate: 1.5 }, true],
    ['negative binomial', { frequency: 'negative-binomial', mean: 1.5, size: 2 }, false],
    ['binomial', { frequency: 'binomial', trials: 20, probability: 0.075 }, false],
  ] as const)('occurs as often as they say: %s', (_, frequency, tied) => {
    const { losses, occurrences } = run(
      { ...EVENT, frequency },
      { raisedBy, ...(tied ? { tied: 'frequency' } : {}) },
    );
    expectMean(occurrences, 1.5 * factor);
    expectMean(losses, 9 * factor);
    const twice = occurrences.filter((_each, trial) => trial % 3 === 2);
    expectMean(twice, 6);
    const usual = occurrences.filter((_each, trial) => trial % 3 === 0);
    expectMean(usual, 1.5);
  });

  it('is Poisson in each trial still, and the same as before where nobody raises it', () => {
    const plain = run(EVENT);
    const raised = run(EVENT, { raisedBy });
    const twice = raised.occurrences.filter((_each, trial) => trial % 3 === 2);
    expectVariance(twice, 6);
    for (let trial = 0; trial < plain.losses.length; trial += 3) {
      expect(raised.losses[trial]).toBe(plain.losses[trial]);
    }
  });

  it('may be lowered instead', () => {
    const { occurrences } = run(EVENT, { raisedBy: [{ risk: 'outage', times: 0.4, atMost: 1 }] });
    // 1, 0.4, and 1 − 1.2 < 0, which is 0.
    expectMean(occurrences, (1.5 * 1.4) / 3);
  });

  it('asks for its raisers to be simulated before', () => {
    expect(eventSampler(EVENT, 'cancellations', { base: BASE, raisedBy }).after).toEqual(['outage']);
  });

  it('says where they raise it beyond what a year can hold', () => {
    const beyond = [{ risk: 'outage', times: 1e6, atMost: Infinity }];
    expect(() => run(EVENT, { raisedBy: beyond })).toThrow(
      'Risk "leak": unexpected 1500000 occurrences a year',
    );
  });
});

describe('what an event says of itself', () => {
  it.each([
    ['a Pareto severity', { distribution: 'pareto', shape: 1.5, minimum: 1 }, null, 1.5],
    ['one with a limit', { distribution: 'pareto', shape: 1.5, minimum: 1 }, 10, Infinity],
    ['a gamma severity', { distribution: 'gamma', shape: 1, scale: 1 }, null, Infinity],
  ] as const)('has the moments of %s', (_, severity, limit, expected) => {
    expect(
      eventSampler({ ...EVENT, severity, limit }, 'leak', { base: BASE, raisedBy: [] }).momentsBelow,
    ).toBe(expected);
  });

  it.each([
    ['a rate of a million', { frequency: { frequency: 'poisson', rate: 1e6 } }, 'expected at most 10000'],
    ['an unknown line', { to: [{ line: 'x', share: 1 }] }, 'unexpected line "x"'],
    ['shares that are not the whole', { to: [{ line: 'costs', share: 0.5 }] }, 'sum to 0.5, expected 1'],
    ['a limit below 0', { limit: -1 }, 'unexpected limit -1'],
    [
      'a severity below 0',
      { severity: { distribution: 'normal', mean: -5, deviation: 1 } },
      'its severity is below 0',
    ],
    [
      'a layer that pays more than all',
      { insurance: [layer(0, 1, 2)] },
      'unexpected share 2 of an insurance layer',
    ],
    [
      'an event named twice',
      { shared: [0, 1].map(() => ({ event: 'quake', probability: 0.1, severity: null })) },
      'named twice',
    ],
    [
      'a probability of 2',
      { shared: [{ event: 'quake', probability: 2, severity: null }] },
      'expected 0 to 1',
    ],
  ] as const)('refuses %s', (_, change, message) => {
    expect(() =>
      eventSampler({ ...EVENT, ...(change as Partial<EventSpec>) }, 'leak', { base: BASE, raisedBy: [] }),
    ).toThrow(message);
  });

  it.each([
    ['a limit of 0', { limit: 0 }],
    ['a severity of 0', { severity: { distribution: 'constant', value: 0 } }],
    ['a rate of 0', { frequency: { frequency: 'poisson', rate: 0 } }],
    ['a layer that pays all', { insurance: [layer(0, null)] }],
  ] as const)('costs nothing with %s', (_, change) => {
    const { losses } = run({ ...EVENT, ...(change as Partial<EventSpec>) });
    expect(losses.every((loss) => loss === 0)).toBe(true);
  });

  it('draws a frequent event in bounded memory', () => {
    const { losses } = run({ ...EVENT, frequency: { frequency: 'poisson', rate: 200 } }, { blocks: 2 });
    expectMean(losses, 1200);
    expectVariance(losses, 200 * 54);
  });
});
