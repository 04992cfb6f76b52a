import { InputError } from '../../value/index.js';
import { gamma as drawGamma, fillGamma } from '../random/gamma.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requirePositive } from './parameters.js';
import { inverseLowerGamma, lowerGamma, upperGamma } from './special-functions/incomplete-gamma.js';
import { tabulated } from './special-functions/smooth-table.js';

/** Deviation and mean of a greater shape are a million times apart, and its cdf would take long. */
const GREATEST_SHAPE = 1e12;
/** Below this, quantiles fall too steeply towards 0 for a table. */
const SMOOTH_FROM = 0.5;

/** The gamma law, of mean shape × scale. */
export function gamma({ shape, scale }: SpecOf<'gamma'>): Distribution {
  requirePositive('gamma', 'shape', shape);
  requirePositive('gamma', 'scale', scale);
  if (shape > GREATEST_SHAPE)
    throw new InputError(
      'bad-number',
      `gamma: shape ${shape} is beyond ${GREATEST_SHAPE}; write a normal law with its mean and deviation.`,
    );
  const mean = shape * scale;
  const quantile = (p: number) => scale * inverseLowerGamma(shape, p);
  return {
    mean,
    variance: mean * scale,
    momentsBelow: Infinity,
    support: [0, Infinity],
    cdf: (x) => lowerGamma(shape, x / scale),
    quantile,
    ...(shape >= SMOOTH_FROM && { tabulatedQuantile: tabulated(quantile) }),
    limitedMean: (d) => {
      if (d <= 0) return d;
      if (d === Infinity) return mean;
      return mean * lowerGamma(shape + 1, d / scale) + d * upperGamma(shape, d / scale);
    },
    sample: (random) => scale * drawGamma(random, shape),
    fill: (random, out, from, to) => fillGamma(random, shape, scale, out, from, to),
  };
}
