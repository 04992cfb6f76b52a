import { InputError } from '../../value/index.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireFinite, requirePositive } from './parameters.js';
import { normalCdf, normalUpperTail } from './special-functions/error-function.js';
import { normalQuantile } from './special-functions/normal-quantile.js';

/** e^N for a normal N: the usual law of the size of a loss. */
export function lognormal({ mu, sigma }: SpecOf<'lognormal'>): Distribution {
  requireFinite('lognormal', 'mu', mu);
  requirePositive('lognormal', 'sigma', sigma);
  const mean = Math.exp(mu + 0.5 * sigma * sigma);
  const variance = Math.expm1(sigma * sigma) * mean * mean;
  if (!(variance < Infinity))
    throw new InputError(
      'bad-number',
      `lognormal: mu ${mu} and sigma ${sigma} give a variance beyond what can be computed. Mu is the logarithm of the median, not the median.`,
    );
  const standard = (x: number) => (Math.log(x) - mu) / sigma;
  return {
    mean,
    variance,
    momentsBelow: Infinity,
    support: [0, Infinity],
    cdf: (x) => (x > 0 ? normalCdf(standard(x)) : 0),
    quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
    limitedMean: (d) => {
      if (d <= 0) return d;
      if (d === Infinity) return mean;
      return mean * normalCdf(standard(d) - sigma) + d * normalUpperTail(standard(d));
    },
    sample: (random) => Math.exp(mu + sigma * random.normal()),
    fill: (random, out, from, to) => random.fillLognormal(mu, sigma, out, from, to),
  };
}
