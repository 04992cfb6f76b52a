import { describe, expect, it } from 'vitest';
import { meanAndError, sampleRisk } from '../../../../test/sampled-risk.js';
import { analyseOwnership, type VoteAnalysis } from './ownership-analysis.js';
import { exRightsChange, ownershipSampler } from './ownership-sampler.js';
import type { Holder, OwnershipSpec } from './ownership-spec.js';

const holder = (id: string, share: number, more: Partial<Holder> = {}): Holder => ({
  id,
  name: `Holder ${id}`,
  share,
  preemptive: null,
  alwaysVotes: true,
  ...more,
});

function ownership(changes: Partial<OwnershipSpec> = {}): OwnershipSpec {
  return {
    kind: 'ownership',
    shares: 204_300,
    holders: [holder('a', 0.297)],
    issues: [],
    turnout: { distribution: 'uniform', low: 0, high: 1 },
    thresholds: [1 / 3, 1 / 2, 2 / 3],
    power: null,
    ...changes,
  };
}

const votesOf = (spec: OwnershipSpec, index = 0) =>
  analyseOwnership(spec, 1, 1000).holders[index]?.votes as VoteAnalysis[];
const issue = (size: number, probability = 1, discount = 0.05) => ({
  id: 'rights',
  probability,
  size: { distribution: 'constant', value: size } as const,
  discount,
});

describe('a holder of 29.7% that always votes', () => {
  const [blocks, carries, special] = votesOf(ownership()) as [VoteAnalysis, VoteAnalysis, VoteAnalysis];

  it('blocks a special resolution below a turnout of 89.1% of all votes', () => {
    expect(blocks).toMatchObject({ rule: 'exceeded', when: 'below' });
    expect(blocks.turnoutOfAll).toBeCloseTo(0.891, 12);
    expect(blocks.turnoutOfRest).toBeCloseTo((0.891 - 0.297) / 0.703, 12);
  });

  it('carries an ordinary one below 59.4%, a special one up to 44.55%', () => {
    expect(carries.turnoutOfAll).toBeCloseTo(0.594, 12);
    expect(special).toMatchObject({ rule: 'reached', turnoutOfAll: expect.closeTo(0.4455, 12) });
  });

  it('does so with the probability of that turnout of the rest', () => {
    expect(blocks.probability).toBeCloseTo(0.594 / 0.703, 11);
    expect(carries.probability).toBeCloseTo(0.297 / 0.703, 11);
    expect(blocks.probabilityAfter).toMatchObject({ value: blocks.probability, standardError: 0 });
  });
});

describe('turnouts', () => {
  it('count the votes of others who always vote', () => {
    const [, carries] = votesOf(ownership({ holders: [holder('a', 0.297), holder('b', 0.2)] }));
    // Of all votes the same turnout; of the rest less, because b votes anyway.
    expect(carries?.turnoutOfAll).toBeCloseTo(0.594, 12);
    expect(carries?.turnoutOfRest).toBeCloseTo((0.594 - 0.497) / 0.503, 12);
  });

  it('take a holder that does not always vote into the rest of others, and all of its votes for itself', () => {
    const spec = ownership({ holders: [holder('a', 0.297), holder('b', 0.2, { alwaysVotes: false })] });
    expect(votesOf(spec)[1]?.turnoutOfRest).toBeCloseTo(0.297 / 0.703, 12);
    expect(votesOf(spec, 1)[0]?.turnoutOfRest).toBeCloseTo((0.6 - 0.497) / 0.503, 12);
  });

  it('do not matter to who holds more than half, nor to who never reaches it', () => {
    const spec = ownership({ holders: [holder('a', 0.6), holder('b', 0.1)] });
    expect(votesOf(spec).map(({ when, probability }) => [when, probability])).toEqual([
      ['always', 1],
      ['always', 1],
      ['below', expect.closeTo(0.2 / 0.3, 11)],
    ]);
    expect(votesOf(spec, 1).map(({ when }) => when)).toEqual(['never', 'never', 'never']);
  });

  it('are exact at the edge: half of all votes does not exceed a half at full turnout, two thirds reach two thirds', () => {
    const full = { distribution: 'constant', value: 1 } as const;
    const half = votesOf(ownership({ holders: [holder('a', 0.5)], turnout: full }));
    expect(half.map(({ when, probability }) => [when, probability])).toEqual([
      ['always', 1],
      ['below', 0],
      ['below', 0],
    ]);
    const twoThirds = votesOf(ownership({ holders: [holder('a', 2 / 3)], turnout: full }));
    expect(twoThirds[2]).toMatchObject({ when: 'always', probability: 1 });
    const third = votesOf(ownership({ holders: [holder('a', 1 / 3)], turnout: full }));
    expect(third[0]).toMatchObject({ when: 'below', probability: 0 });
  });

  it('work where nobody is left to the turnout', () => {
    const spec = ownership({ holders: [holder('a', 0.5), holder('b', 0.5)] });
    expect(votesOf(spec).map(({ when, probability }) => [when, probability])).toEqual([
      ['always', 1],
      ['never', 0],
      ['never', 0],
    ]);
  });
});

describe('issues', () => {
  it('leave a holder who takes no part h / (1 + x), one who uses its right h', () => {
    const spec = ownership({
      holders: [holder('a', 0.297), holder('b', 0.2, { preemptive: { exercised: 1 } })],
      issues: [issue(0.1)],
    });
    const { holders } = analyseOwnership(spec, 1, 500);
    expect(holders.map(({ shareAfter }) => shareAfter.value)).toEqual([expect.closeTo(0.27, 12), 0.2]);
    expect(holders[0]?.votes[0]?.probabilityAfter.value).toBeLessThan(
      holders[0]?.votes[0]?.probability as number,
    );
  });

  it('that come or not, with a right that is used or not: the mean within 4 standard errors', () => {
    const spec = ownership({
      holders: [holder('a', 0.297, { preemptive: { exercised: 0.5 } })],
      issues: [issue(0.25, 0.4), { ...issue(0.1, 0.5), id: 'second' }],
    });
    const { shareAfter } = analyseOwnership(spec, 5, 20_000).holders[0] as {
      shareAfter: { value: number; standardError: number };
    };
    const expected = 0.297 * (1 - 0.4 * 0.5 * (1 - 1 / 1.25)) * (1 - 0.5 * 0.5 * (1 - 1 / 1.1));
    expect(Math.abs(shareAfter.value - expected)).toBeLessThan(4 * shareAfter.standardError);
    expect(shareAfter.standardError).toBeGreaterThan(0);
  });

  it('lower the price to its theoretical ex-rights value', () => {
    // 4 old shares at 100 and 1 new at 80: (400 + 80) / 5 = 96.
    expect(Math.exp(exRightsChange(0.25, 0.2))).toBeCloseTo(0.96, 14);
    const sampler = ownershipSampler(ownership({ issues: [issue(0.25, 0.3, 0.2)] }), 'holders');
    expect(sampler.effects).toEqual([{ ads: 'price' }]);
    const { columns, occurrences } = sampleRisk(sampler, 40_000);
    const { mean, error } = meanAndError(columns[0] as Float64Array);
    expect(Math.abs(mean - 0.3 * Math.log(0.96))).toBeLessThan(4 * error);
    expect(Math.abs(meanAndError(occurrences).mean - 0.3)).toBeLessThan(4 * meanAndError(occurrences).error);
    expect(analyseOwnership(ownership({ issues: [issue(0.25, 0.3, 0.2)] }), 1, 10).issues).toEqual([
      { id: 'rights', probability: 0.3, meanSize: 0.25, priceChange: expect.closeTo(-0.04, 14) },
    ]);
  });
});

describe('pairs', () => {
  it('vote together, of the ten largest holders', () => {
    const spec = ownership({ holders: [holder('a', 0.297), holder('b', 0.1), holder('c', 0.05)] });
    const { pairs } = analyseOwnership(spec, 1, 10);
    expect(pairs.map(({ holders }) => holders.join('+'))).toEqual(['a+b', 'a+c', 'b+c']);
    expect(pairs[0]).toMatchObject({ share: expect.closeTo(0.397, 12) });
    expect(pairs[0]?.votes[1]?.turnoutOfAll).toBeCloseTo(0.794, 12);
    const many = ownership({
      holders: Array.from({ length: 40 }, (_, index) => holder(`h${index}`, 0.001 * (index + 1))),
    });
    expect(analyseOwnership(many, 1, 10).pairs.length).toBe(45);
  });
});

it('of a thousand holders takes fewer trials than it was asked for', () => {
  const many = ownership({
    holders: Array.from({ length: 1000 }, (_, index) => holder(`h${index}`, 0.0009)),
    issues: [issue(0.1, 0.01)],
  });
  expect(analyseOwnership(many, 1, 1_000_000).trials).toBe(637);
});

it('says what its words mean', () => {
  expect(analyseOwnership(ownership(), 1, 1).definitions).toEqual([
    'Share of votes cast: the votes of the holder, who casts all of them, divided by all votes cast. Every share has one vote.',
    'Turnout of all votes: votes cast divided by all votes.',
    'Turnout of the rest: of the votes of those who do not always vote, the part that is cast. Holder a always votes (29.7% of all votes).',
    'A threshold up to 1/2 must be exceeded, a higher one reached.',
  ]);
});

describe('ownership is refused for', () => {
  const cases: [name: string, changes: Partial<OwnershipSpec>, message: string][] = [
    ['no shares', { shares: 0 }, 'o: 0 shares are outstanding, expected a number above 0.'],
    [
      'a share above one',
      { holders: [holder('a', 1.2)] },
      'o: a holds 1.2, expected 0% to 100% of the shares outstanding.',
    ],
    [
      'more than all shares',
      { holders: [holder('a', 0.6), holder('b', 0.5)] },
      'o: the named holders have 110% together, expected at most 100%.',
    ],
    [
      'a holder twice',
      { holders: [holder('a', 0.1), holder('a', 0.1)] },
      'o: the holder a stands twice: give each an id of its own.',
    ],
    [
      'a right used more than always',
      { holders: [holder('a', 0.1, { preemptive: { exercised: 1.5 } })] },
      'o: a uses its right with probability 1.5, expected 0% to 100%.',
    ],
    [
      'an issue with no probability',
      { issues: [issue(0.1, Number.NaN)] },
      'o: the issue rights comes with probability NaN, expected 0% to 100%.',
    ],
    [
      'a discount of all',
      { issues: [issue(0.1, 1, 1)] },
      'o: the issue rights is at a discount of 1, expected 0% to below 100%.',
    ],
    [
      'an issue of fewer than no shares',
      { issues: [issue(-0.1)] },
      'o: the size of the issue rights can be negative (constant): use a law that begins at 0.',
    ],
    [
      'a turnout above one',
      { turnout: { distribution: 'normal', mean: 0.7, deviation: 0.1 } },
      'o: the turnout ranges from -Infinity to Infinity, expected a law on 0% to 100% (beta, PERT, uniform).',
    ],
    [
      'a threshold of nothing',
      { thresholds: [0] },
      'o: a threshold is 0 of the votes cast, expected above 0% and up to 100%.',
    ],
    [
      'a power quota below a half',
      { power: { index: 'banzhaf', quota: 0.4, rest: 10 } },
      'o: the quota of the power index is 0.4, expected 50% to 100% of all votes.',
    ],
    [
      'a broken number of holders',
      { power: { index: 'banzhaf', quota: 0.5, rest: 1.5 } },
      'o: the rest of the votes is taken as 1.5 holders, expected a whole number from 0.',
    ],
    [
      'too many holders for power',
      {
        holders: Array.from({ length: 19 }, (_, index) => holder(`h${index}`, 0.01)),
        power: { index: 'banzhaf', quota: 0.5, rest: 10 },
      },
      'o: power indices go through all sets of named holders: 19 are named, expected at most 18. Leave the small ones to the rest.',
    ],
  ];

  it.each(cases)('%s', (_, changes, message) => {
    expect(() => ownershipSampler(ownership(changes), 'o')).toThrow(message);
  });
});
