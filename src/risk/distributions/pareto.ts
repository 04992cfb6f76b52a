import { exponentials } from '../random/exponential-function.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requirePositive } from './parameters.js';

/** Pareto's law (type I): losses above `minimum` whose tail falls as a power. No mean where the shape is at most 1. */
export function pareto({ shape, minimum }: SpecOf<'pareto'>): Distribution {
  requirePositive('pareto', 'shape', shape);
  requirePositive('pareto', 'minimum', minimum);
  const mean = shape > 1 ? minimum * (shape / (shape - 1)) : Number.NaN;
  const spread = shape > 2 ? (mean * mean) / (shape * (shape - 2)) : Infinity;
  return {
    mean,
    variance: shape > 1 ? spread : Number.NaN,
    momentsBelow: shape,
    support: [minimum, Infinity],
    cdf: (x) => (x > minimum ? -Math.expm1(-shape * Math.log(x / minimum)) : 0),
    quantile: (p) => (p >= 0 ? minimum * Math.exp(-Math.log1p(-p) / shape) : Number.NaN),
    limitedMean: (d) => {
      if (d <= minimum) return d;
      const log = Math.log(d / minimum);
      return minimum + minimum * (shape === 1 ? log : Math.expm1((1 - shape) * log) / (1 - shape));
    },
    sample: (random) => minimum * Math.exp(random.exponential() / shape),
    fill: (random, out, from, to) => {
      random.fillExponential(out, from, to);
      exponentials(out, from, to, 0, 1 / shape);
      for (let index = from; index < to; index++) out[index] = minimum * (out[index] as number);
    },
  };
}
