import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireFinite, requirePositive } from './parameters.js';
import { normalCdf, normalDensity, normalUpperTail } from './special-functions/error-function.js';
import { normalQuantile } from './special-functions/normal-quantile.js';

/** The normal law. */
export function normal({ mean, deviation }: SpecOf<'normal'>): Distribution {
  requireFinite('normal', 'mean', mean);
  requirePositive('normal', 'deviation', deviation);
  return {
    mean,
    variance: deviation * deviation,
    momentsBelow: Infinity,
    support: [-Infinity, Infinity],
    cdf: (x) => normalCdf((x - mean) / deviation),
    quantile: (p) => mean + deviation * normalQuantile(p),
    limitedMean: (d) => {
      const z = (d - mean) / deviation;
      if (z > 40) return mean;
      return z < -40 ? d : mean + deviation * (z * normalUpperTail(z) - normalDensity(z));
    },
    sample: (random) => mean + deviation * random.normal(),
    fill: (random, out, from, to) => {
      random.fillNormal(out, from, to);
      for (let index = from; index < to; index++) out[index] = mean + deviation * (out[index] as number);
    },
  };
}
