import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holderPower } from './holder-power.js';
import { powerIndex } from './power-index.js';

const times = (count: number, weight: number): number[] => new Array<number>(count).fill(weight);
const to = (values: readonly number[], digits: number): number[] =>
  values.map((value) => Number(value.toFixed(digits)));

describe('published power indices', () => {
  // Council of the European Economic Community, 1958: Germany, France, Italy 4; Belgium, Netherlands 2; Luxembourg 1; 12 of 17.
  const council = [4, 4, 4, 2, 2, 1];

  it('of the Council of 1958: Luxembourg never decides', () => {
    const { normalisedBanzhaf, shapleyShubik } = powerIndex(council, 12);
    const fractions = (power: readonly number[], of: number) =>
      power.map((value) => Math.round(value * of * 1e9) / 1e9);
    expect(fractions(normalisedBanzhaf, 21)).toEqual([5, 5, 5, 3, 3, 0]);
    expect(fractions(shapleyShubik, 60)).toEqual([14, 14, 14, 9, 9, 0]);
  });

  it('of the Security Council: a permanent member has 0.1963 and 0.1669, another 0.0019 and 0.0165', () => {
    const { normalisedBanzhaf, shapleyShubik } = powerIndex([...times(5, 7), ...times(10, 1)], 39);
    // 421/2145 and 4/2145; 848 and 84 of 5,080 swings.
    expect(shapleyShubik[0]).toBeCloseTo(421 / 2145, 14);
    expect(shapleyShubik[5]).toBeCloseTo(4 / 2145, 14);
    expect(normalisedBanzhaf[0]).toBeCloseTo(848 / 5080, 14);
    expect(normalisedBanzhaf[5]).toBeCloseTo(84 / 5080, 14);
  });

  it('of 51, 49, 1: the last has as much as the second', () => {
    const { normalisedBanzhaf, shapleyShubik } = powerIndex([50, 49, 1], 51);
    expect(to(normalisedBanzhaf, 12)).toEqual([0.6, 0.2, 0.2]);
    expect(to(shapleyShubik, 6)).toEqual([0.666667, 0.166667, 0.166667]);
  });

  it('of a dictator and of 101 equal players', () => {
    expect(powerIndex([3, 1, 1], 3).shapleyShubik).toEqual([1, 0, 0]);
    const equal = powerIndex(times(101, 1), 51);
    expect(equal.shapleyShubik[0]).toBeCloseTo(1 / 101, 13);
    // C(100, 50) / 2^100.
    expect(equal.banzhaf[0]).toBeCloseTo(0.0795892373871788, 13);
  });
});

it.each<[name: string, weights: number[], quota: number, message: string]>([
  ['no player', [], 1, '0 players, expected 1 to 500.'],
  ['a broken weight', [1.5, 1], 2, 'Unexpected weight 1.5 in a vote, expected a whole number from 0.'],
  [
    'a quota above all votes',
    [1, 1],
    3,
    'Unexpected quota 3, expected a whole number from 1 to the sum of all weights, 2.',
  ],
  [
    'a quota of nothing',
    [1, 1],
    0,
    'Unexpected quota 0, expected a whole number from 1 to the sum of all weights, 2.',
  ],
  [
    'weights in votes',
    [204_300_000, 1_000_000],
    150_000_000,
    'Power indices of 2 players at a quota of 150000000 would take too long: state the weights in larger units.',
  ],
])('a vote is refused for %s', (_, weights, quota, message) => {
  expect(() => powerIndex(weights, quota)).toThrow(message);
});

describe('named holders beside a rest', () => {
  it('have the power of whole weights where the rest is equal whole weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (named, count, each, share) => {
          const weights = [...named, ...times(count, each)];
          const all = weights.reduce((sum, weight) => sum + weight, 0);
          const shares = named.map((weight) => weight / all);
          const quota = share <= 0.5 ? Math.floor(all / 2) + 1 : Math.ceil(share * all - 1e-9);
          const exact = powerIndex(weights, quota);
          const shapley = holderPower('shapley-shubik', shares, share, count);
          const banzhaf = holderPower('banzhaf', shares, share, count);
          for (const index of named.keys()) {
            expect(shapley.holders[index]).toBeCloseTo(exact.shapleyShubik[index] as number, 11);
            expect(banzhaf.holders[index]).toBeCloseTo(exact.banzhaf[index] as number, 11);
            expect(banzhaf.normalised?.[index]).toBeCloseTo(exact.normalisedBanzhaf[index] as number, 11);
          }
          expect(banzhaf.rest).toBeCloseTo(exact.banzhaf.at(-1) as number, 11);
          expect(shapley.rest).toBeCloseTo(count * (exact.shapleyShubik.at(-1) as number), 11);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  it('come to the oceanic limit: one holder of w at a majority has w / (1 − w)', () => {
    // Milnor and Shapley 1978: a single major player below one half.
    for (const share of [0.1, 0.297, 0.45]) {
      const limit = holderPower('shapley-shubik', [share], 0.5, 10_000);
      expect(limit.method).toBe('ocean');
      expect(limit.holders[0]).toBeCloseTo(share / (1 - share), 12);
      expect(holderPower('shapley-shubik', [share], 0.5, 9_000).holders[0]).toBeCloseTo(
        share / (1 - share),
        3,
      );
    }
  });

  it('beside an ocean, one large holder decides alone by Banzhaf', () => {
    expect(holderPower('banzhaf', [0.297, 0.051], 0.5, 10_000)).toMatchObject({
      holders: [1, 0],
      rest: null,
      normalised: null,
    });
    expect(holderPower('banzhaf', [0.297, 0.051], 0.5, 2_000).holders[0]).toBeCloseTo(1, 9);
  });

  it('alone, share the power among them', () => {
    const shares = [4, 4, 4, 2, 2, 1].map((weight) => weight / 17);
    const { holders, rest, statement } = holderPower('shapley-shubik', shares, 12 / 17, 0);
    expect(to(holders, 9)).toEqual([0.233333333, 0.233333333, 0.233333333, 0.15, 0.15, 0]);
    expect(rest).toBeCloseTo(0, 12);
    expect(statement).toBe('Won with at least 70.59% of the votes of the named holders; no other votes.');
  });

  it('are said to depend on the guess about the rest', () => {
    expect(holderPower('shapley-shubik', [0.284], 0.5, 60).statement).toBe(
      'Won with more than 50% of all votes. The rest, 71.6% of the votes, is taken as 60 equal holders of 1.19% each, each of whom votes for itself: power indices depend on this guess.',
    );
  });

  it('18 of them and 9,999 others are quick enough', () => {
    const shares = Array.from({ length: 18 }, (_, index) => 0.002 * (index + 1));
    const { holders, rest } = holderPower('shapley-shubik', shares, 0.5, 9_999);
    expect(holders.reduce((sum, power) => sum + power, rest as number)).toBeCloseTo(1, 9);
  });
});
