import { describe, expect, it } from 'vitest';
import { distributionOf } from '../distribution-of.js';
import type { DistributionSpec } from '../distribution-spec.js';
import { studentTCdf, tabulatedStudentTCdf } from '../student-t.js';
import { smoothTable } from './smooth-table.js';

describe('smoothTable', () => {
  it('is within its stated error, in whatever order places are asked, and exact outside', () => {
    const table = smoothTable(Math.sin, -2, 3, 50);
    for (const x of [
      2.99,
      -2,
      0.5,
      0.05,
      -1.99,
      0.3,
      0.2,
      1.7,
      1,
      2.5,
      ...Array.from({ length: 500 }, (_, k) => -2 + k / 100),
    ])
      expect(Math.abs(table(x) - Math.sin(x))).toBeLessThan(0.005 * 0.1 ** 6);
    for (const x of [-2.1, 3, 100]) expect(table(x)).toBe(Math.sin(x));
    expect(table(Number.NaN)).toBeNaN();
  });

  it('asks for a place once', () => {
    let asked = 0;
    const table = smoothTable((x) => x + 0 * asked++, 0, 1, 10);
    for (let k = 0; k < 1000; k++) table((k * 0.618) % 1);
    expect(asked).toBeLessThanOrEqual(15);
  });
});

it('tabulates the cdf of Student t, in the tails too', () => {
  for (const freedom of [0.6, 1, 3, 4, 5.5, 30, 1000]) {
    const cdf = tabulatedStudentTCdf(freedom);
    for (let k = -400; k <= 400; k++) {
      const t = k * 0.05 * (k % 3 === 0 ? 8 : 1);
      const exact = studentTCdf(freedom, t);
      if (exact > 1e-280) expect(Math.abs(cdf(t) / exact - 1)).toBeLessThan(3e-9);
    }
    expect([cdf(-Infinity), cdf(Infinity)]).toEqual([0, 1]);
  }
});

it.each<DistributionSpec>([
  { distribution: 'pert', low: 20, mode: 100, high: 900, weight: 4 },
  { distribution: 'pert', low: 20, mode: 20, high: 900, weight: 4 },
  { distribution: 'beta', alpha: 0.5, beta: 0.6, low: 0, high: 1 },
  { distribution: 'beta', alpha: 300, beta: 2, low: 0, high: 1 },
  { distribution: 'gamma', shape: 0.5, scale: 1 },
  { distribution: 'gamma', shape: 5000, scale: 1 },
  { distribution: 'student-t', freedom: 0.8, location: 0, scale: 1 },
  { distribution: 'student-t', freedom: 4, location: 5, scale: 2 },
])('tabulates the quantile of $distribution', (spec) => {
  const law = distributionOf(spec);
  const tabulated = law.tabulatedQuantile as (p: number) => number;
  const spread = law.quantile(0.75) - law.quantile(0.25);
  for (let k = 1; k < 1000; k++)
    for (const p of [k / 1000, 10 ** (-k / 70), 1 - 10 ** (-k / 70)]) {
      const exact = law.quantile(p);
      expect(Math.abs(tabulated(p) - exact)).toBeLessThanOrEqual(1e-8 * Math.max(spread, Math.abs(exact)));
    }
  expect([tabulated(0), tabulated(1)]).toEqual([...law.support]);
  expect(tabulated(Number.NaN)).toBeNaN();
});
