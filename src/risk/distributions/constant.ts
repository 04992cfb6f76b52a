import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireFinite } from './parameters.js';

/** Always the same value: an input that is known. */
export function constant({ value }: SpecOf<'constant'>): Distribution {
  requireFinite('constant', 'value', value);
  return {
    mean: value,
    variance: 0,
    momentsBelow: Infinity,
    support: [value, value],
    cdf: (x) => (x >= value ? 1 : 0),
    quantile: (p) => (p >= 0 && p <= 1 ? value : Number.NaN),
    limitedMean: (d) => Math.min(value, d),
    sample: () => value,
    fill: (_random, out, from, to) => {
      out.fill(value, from, to);
    },
  };
}
