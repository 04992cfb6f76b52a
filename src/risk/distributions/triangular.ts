import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireOrder } from './parameters.js';

/** A density that rises straight from `low` to `mode` and falls straight to `high`. The mode may be one of the ends. */
export function triangular({ low, mode, high }: SpecOf<'triangular'>): Distribution {
  requireOrder('triangular', ['low', low], ['mode', mode], 'or-equal');
  requireOrder('triangular', ['mode', mode], ['high', high], 'or-equal');
  requireOrder('triangular', ['low', low], ['high', high]);
  const width = high - low;
  const rise = mode - low;
  const fall = high - mode;
  const mean = low + (width + rise) / 3;
  const atMode = rise / width;
  const at = (p: number) =>
    p < atMode ? low + Math.sqrt(p * width * rise) : high - Math.sqrt((1 - p) * width * fall);
  return {
    mean,
    variance: (rise * rise + rise * fall + fall * fall) / 18,
    momentsBelow: Infinity,
    support: [low, high],
    cdf: (x) => {
      if (x <= low) return 0;
      if (x >= high) return 1;
      return x < mode
        ? ((x - low) / width) * ((x - low) / rise)
        : 1 - ((high - x) / width) * ((high - x) / fall);
    },
    quantile: (p) => (p >= 0 && p <= 1 ? at(p) : Number.NaN),
    limitedMean: (d) => {
      if (d <= low) return d;
      if (d >= high) return mean;
      if (d < mode) return d - ((d - low) / width) * ((d - low) / rise) * ((d - low) / 3);
      return mean - ((high - d) / width) * ((high - d) / fall) * ((high - d) / 3);
    },
    sample: (random) => at(random.uniform()),
    fill: (random, out, from, to) => {
      random.fillUniform(out, from, to);
      for (let index = from; index < to; index++) out[index] = at(out[index] as number);
    },
  };
}
