import { firstIndex, InputError } from '../../value/index.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireFinite } from './parameters.js';

/** What was observed, each observation as likely as the others. The variance is that of this law: divided by n, not n − 1. */
export function empirical({ values }: SpecOf<'empirical'>): Distribution {
  if (values.length === 0)
    throw new InputError('bad-number', 'empirical: no values, expected at least one observation.');
  for (const value of values) requireFinite('empirical', 'value', value);
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const low = sorted[0] as number;
  const high = sorted[n - 1] as number;
  const mean = average(sorted, (value) => value);
  const indices = new Int32Array(CHUNK);
  return {
    mean,
    variance: average(sorted, (value) => (value - mean) ** 2),
    momentsBelow: Infinity,
    support: [low, high],
    cdf: (x) => firstIndex(n, (index) => (sorted[index] as number) > x) / n,
    quantile: (p) =>
      p >= 0 && p <= 1 ? (sorted[firstIndex(n - 1, (index) => (index + 1) / n >= p)] as number) : Number.NaN,
    limitedMean: (d) => average(sorted, (value) => Math.min(value, d)),
    sample: (random) => sorted[random.below(n)] as number,
    fill: (random, out, from, to) => {
      for (let start = from; start < to; start += CHUNK) {
        const count = Math.min(CHUNK, to - start);
        random.fillBelow(n, indices, 0, count);
        for (let each = 0; each < count; each++)
          out[start + each] = sorted[indices[each] as number] as number;
      }
    },
  };
}

const CHUNK = 1024;

function average(values: Float64Array, term: (value: number) => number): number {
  let sum = 0;
  for (const value of values) sum += term(value);
  return sum / values.length;
}
