import { describe, expect, it } from 'vitest';
import { chiSquareProbability, countsOf, kolmogorovDistance } from '../../../test/goodness-of-fit.js';
import { lowerGamma } from '../distributions/special-functions/incomplete-gamma.js';
import { aliasTable } from './alias-table.js';
import { fillGamma, gamma } from './gamma.js';
import { randomStream } from './xoshiro-stream.js';

const N = 40_000;
const stream = (purpose: string) => randomStream(7, purpose, 0);
const draws = (draw: () => number) => Float64Array.from({ length: N }, draw);

describe('random numbers of', () => {
  it('gamma, drawn either way', () => {
    for (const shape of [0.05, 0.5, 1, 1.5, 20, 1e4]) {
      const random = stream(`gamma ${shape}`);
      const filled = new Float64Array(N);
      fillGamma(random, shape, 3, filled, 0, N);
      expect(kolmogorovDistance(filled, (x) => lowerGamma(shape, x / 3))).toBeLessThan(2.23);
      expect(
        kolmogorovDistance(
          draws(() => gamma(random, shape)),
          (x) => lowerGamma(shape, x),
        ),
      ).toBeLessThan(2.23);
    }
  });

  it('an alias table', () => {
    const chance = Float64Array.of(0.5, 0.25, 0.125, 0.0625, 0.0624, 0.0001);
    const random = stream('alias');
    const draw = aliasTable(chance);
    const drawn = countsOf(
      draws(() => draw(random.uniform())),
      chance.length,
    );
    expect(chiSquareProbability(drawn, (k) => chance[k] ?? 0, N)).toBeGreaterThan(1e-4);
    expect(aliasTable(Float64Array.of(1))(0.3)).toBe(0);
    expect(draw(1 - 2 ** -53)).toBeLessThan(6);
  });
});

it('refuses shapes that no gamma law has', () => {
  const random = stream('bad');
  for (const shape of [0, -1, Number.NaN, Infinity]) {
    expect(() => gamma(random, shape)).toThrow(/^Unexpected shape/);
    expect(() => fillGamma(random, shape, 1, new Float64Array(1), 0, 1)).toThrow(/^Unexpected shape/);
  }
});
