import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireOrder } from './parameters.js';

/** Every value between two bounds is as likely. */
export function uniform({ low, high }: SpecOf<'uniform'>): Distribution {
  requireOrder('uniform', ['low', low], ['high', high]);
  const width = high - low;
  const at = (p: number) => Math.min(low + width * p, high);
  return {
    mean: low + width / 2,
    variance: (width * width) / 12,
    momentsBelow: Infinity,
    support: [low, high],
    cdf: (x) => Math.min(Math.max((x - low) / width, 0), 1),
    quantile: (p) => (p >= 0 && p <= 1 ? at(p) : Number.NaN),
    limitedMean: (d) => {
      if (d <= low) return d;
      return d >= high ? low + width / 2 : d - ((d - low) * ((d - low) / width)) / 2;
    },
    sample: (random) => at(random.uniform()),
    fill: (random, out, from, to) => {
      random.fillUniform(out, from, to);
      for (let index = from; index < to; index++) out[index] = at(out[index] as number);
    },
  };
}
