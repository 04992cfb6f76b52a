import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correlation } from '../resolved-register.js';
import { cholesky } from './cholesky.js';
import { correlationMatrix } from './correlation-matrix.js';
import { type Copula, latentCorrelation, rankCorrelation } from './latent-correlation.js';
import { nearestCorrelationMatrix } from './nearest-correlation-matrix.js';
import { spearmanOfStudentT } from './spearman-of-student-t.js';
import { symmetricEigen } from './symmetric-eigen.js';
import { requireKnownVariables } from './tied-variables.js';

const GAUSSIAN: Copula = { copula: 'gaussian' };

function kendall(one: string, other: string, value: number): Correlation {
  return { between: [one, other], measure: 'kendall', value };
}

function matrix(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(rows.flat());
}

describe('the latent correlation', () => {
  it('of a rank correlation leads back to it', () => {
    for (const copula of [
      GAUSSIAN,
      { copula: 't', freedom: 1 },
      { copula: 't', freedom: 4 },
      { copula: 't', freedom: 300 },
    ] as const) {
      for (const measure of ['kendall', 'spearman'] as const) {
        for (const value of [-0.99, -0.4, 0, 0.2, 0.95]) {
          expect(rankCorrelation(measure, latentCorrelation(measure, value, copula), copula)).toBeCloseTo(
            value,
            12,
          );
        }
      }
    }
  });

  it('of Spearman under a t copula is exact at the ends and normal for many degrees of freedom', () => {
    for (const freedom of [1, 2, 3.5, 8]) {
      expect(spearmanOfStudentT(1, freedom)).toBeCloseTo(1, 12);
      expect(spearmanOfStudentT(-1, freedom)).toBeCloseTo(-1, 12);
      expect(spearmanOfStudentT(0, freedom)).toBe(0);
      expect(spearmanOfStudentT(0.5, freedom)).toBeLessThan((6 / Math.PI) * Math.asin(0.25));
    }
    expect(spearmanOfStudentT(0.5, 1e6)).toBeCloseTo((6 / Math.PI) * Math.asin(0.25), 6);
  });
});

describe('the nearest correlation matrix', () => {
  const nearest = (rows: readonly (readonly number[])[]) =>
    nearestCorrelationMatrix(matrix(rows), rows.length, 0);

  it('is that of Higham (2002), section 4', () => {
    const found = nearest([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]);
    expect([found[1], found[2], found[5]].map((each) => Number(each?.toFixed(4)))).toEqual([
      0.7607, 0.1573, 0.7607,
    ]);
  });

  it('is that of Higham for the tridiagonal matrix of −1, 2, −1', () => {
    // The example of NAG's g02aaf, from Higham (2002).
    const found = nearestCorrelationMatrix(
      matrix([
        [2, -1, 0, 0],
        [-1, 2, -1, 0],
        [0, -1, 2, -1],
        [0, 0, -1, 2],
      ]).map((each, index) => (index % 5 === 0 ? 1 : each)),
      4,
      0,
    );
    expect([...found].map((each) => Number(each.toFixed(4)))).toEqual([
      1, -0.8084, 0.1916, 0.1068, -0.8084, 1, -0.6562, 0.1916, 0.1916, -0.6562, 1, -0.8084, 0.1068, 0.1916,
      -0.8084, 1,
    ]);
  });

  it('has no eigenvalue below the least, and is no farther than any other that was tried', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }),
        (values) => {
          const wanted = symmetric(values, 5);
          const found = nearestCorrelationMatrix(wanted, 5, 1e-6);
          expect(Math.min(...symmetricEigen(found, 5).values)).toBeGreaterThan(0.99e-6);
          // Shrinking towards independence mends any matrix, too, but moves it farther.
          let share = 1;
          while (
            cholesky(
              wanted.map((each, index) => (index % 6 === 0 ? 1 : share * each)),
              5,
            ) === null
          )
            share -= 0.01;
          const shrunk = wanted.map((each, index) => (index % 6 === 0 ? 1 : share * each));
          expect(distance(found, wanted)).toBeLessThanOrEqual(distance(shrunk, wanted) + 1e-4);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a correlation matrix', () => {
  it('is used as stated where it can be', () => {
    const { variables, report, factor } = correlationMatrix(
      [kendall('a', 'b', 0.5), kendall('c', 'a', -0.2)],
      GAUSSIAN,
    );
    expect(variables).toEqual(['a', 'b', 'c']);
    expect(report).toMatchObject({ outcome: 'as-stated', largestChange: 0 });
    expect(report.pairs.map(({ used }) => used)).toEqual([0.5, -0.2]);
    expect(report.pairs[0]?.latent).toBeCloseTo(Math.SQRT1_2, 15);
    expect(factor.slice(0, 3)).toEqual(Float64Array.of(1, 0, 0));
  });

  it('keeps what is stated where unstated pairs alone are in the way', () => {
    const { report } = correlationMatrix([kendall('a', 'b', 0.8), kendall('b', 'c', 0.8)], GAUSSIAN);
    expect(report).toMatchObject({ outcome: 'completed', largestChange: 0 });
    expect(report.pairs.slice(0, 2).map(({ used }) => used)).toEqual([0.8, 0.8]);
    const moved = report.pairs[2];
    expect(moved).toMatchObject({ between: ['a', 'c'], stated: null });
    // The least that is possible: cos of twice the angle between neighbours.
    expect(moved?.latent).toBeCloseTo(2 * Math.sin(0.4 * Math.PI) ** 2 - 1, 4);
  });

  it('keeps long chains, stars and rings of strong correlations', () => {
    const chain = Array.from({ length: 20 }, (_, index) => kendall(`v${index}`, `v${index + 1}`, 0.85));
    const star = Array.from({ length: 20 }, (_, index) => kendall('hub', `v${index}`, 0.7));
    const ring = Array.from({ length: 12 }, (_, index) => kendall(`v${index}`, `v${(index + 1) % 12}`, 0.8));
    for (const stated of [chain, star, ring]) {
      const { report, latent } = correlationMatrix(stated, GAUSSIAN);
      expect(report).toMatchObject({ outcome: 'completed', largestChange: 0 });
      const n = report.variables.length;
      expect(Math.min(...symmetricEigen(latent, n).values)).toBeGreaterThan(0.9e-6);
      for (const { stated: value, used, latent: correlation } of report.pairs.slice(0, stated.length)) {
        expect([used, correlation]).toEqual([value, Math.sin((Math.PI / 2) * used)]);
      }
    }
  });

  it('moves with what is stated, without a jump where 0 for the others becomes impossible', () => {
    const moved = (tau: number) =>
      correlationMatrix([kendall('a', 'b', tau), kendall('b', 'c', tau)], GAUSSIAN).latent[2] as number;
    // At tau 1/2 the latent correlation is √½, the most that leaves 0 for a with c.
    expect([moved(0.49), moved(0.4999)]).toEqual([0, 0]);
    expect(moved(0.5001)).toBeLessThan(0.001);
    expect(moved(0.51)).toBeCloseTo(0.031, 2);
  });

  it('is repaired where what is stated contradicts itself, and says by how much', () => {
    const stated = [
      kendall('a', 'b', 0.7),
      kendall('b', 'c', 0.7),
      kendall('a', 'c', -0.7),
      kendall('d', 'e', 0.9),
    ];
    const { report, latent } = correlationMatrix(stated, GAUSSIAN);
    expect(report.outcome).toBe('repaired');
    expect(report.pairs.map(({ used }) => Number(used.toFixed(3)))).toEqual([0.333, 0.333, -0.333, 0.9]);
    expect(report.largestChange).toBeCloseTo(0.7 - 1 / 3, 5);
    expect(Math.min(...symmetricEigen(latent, 5).values)).toBeGreaterThan(0.99e-6);
  });

  it('leaves groups that nothing joins apart', () => {
    const { report } = correlationMatrix(
      [kendall('a', 'b', 0.5), kendall('c', 'd', 0.9), kendall('d', 'e', 0.9)],
      GAUSSIAN,
    );
    expect(report.pairs.map(({ between }) => between.join())).toEqual(['a,b', 'c,d', 'd,e', 'c,e']);
  });

  it.each([
    [[kendall('a', 'b', 1)], 'Unexpected kendall correlation 1 between a and b'],
    [[kendall('a', 'b', -1)], 'then the two are one variable'],
    [
      [kendall('a', 'b', 1.2)],
      'Unexpected kendall correlation 1.2 between a and b, expected a number between -1 and 1',
    ],
    [[kendall('a', 'b', Number.NaN)], 'Unexpected kendall correlation NaN between a and b'],
    [[kendall('a', 'a', 0.2)], 'correlation of a with itself'],
    [
      [kendall('a', 'b', 0.2), kendall('b', 'a', 0.3)],
      'Unexpected second correlation between b and a: kendall 0.3 after kendall 0.2',
    ],
    [
      [kendall('a', 'b', 0.2), { between: ['a', 'b'], measure: 'spearman', value: 0.2 } as const],
      'spearman 0.2 after kendall 0.2',
    ],
    [Array.from({ length: 101 }, (_, index) => kendall('a', `b${index}`, 0.01)), 'expected at most 100'],
  ])('refuses %#', (correlations, message) => {
    expect(() => correlationMatrix(correlations, GAUSSIAN)).toThrow(message);
  });

  it('takes a pair that is stated twice alike once', () => {
    expect(
      correlationMatrix([kendall('a', 'b', 0.2), kendall('b', 'a', 0.2)], GAUSSIAN).report.pairs,
    ).toHaveLength(1);
  });

  it('refuses a t copula without sense', () => {
    for (const freedom of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => correlationMatrix([kendall('a', 'b', 0.2)], { copula: 't', freedom })).toThrow(
        'degrees of freedom',
      );
    }
  });

  it('names the pair of a variable that the register does not have', () => {
    const register = { risks: [], market: { factors: [], method: {} as never } };
    expect(() => requireKnownVariables([kendall('price', 'factor.yen', 0.2)], register)).toThrow(
      'Unexpected variable price in the correlation of price with factor.yen. The register has none.',
    );
  });
});

function symmetric(values: readonly number[], n: number): Float64Array {
  const out = new Float64Array(n * n);
  let next = 0;
  for (let i = 0; i < n; i++) {
    out[i * n + i] = 1;
    for (let j = 0; j < i; j++) {
      const value = values[next++] ?? 0;
      out[i * n + j] = value;
      out[j * n + i] = value;
    }
  }
  return out;
}

function distance(one: Float64Array, other: Float64Array): number {
  return Math.hypot(...one.map((each, index) => each - (other[index] as number)));
}
