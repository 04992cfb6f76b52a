import { exponentials } from '../random/exponential-function.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireFinite, requirePositive } from './parameters.js';

/** Below this, a fill computes (e^(ξ y) − 1) / ξ by expm1, because the difference would lose digits. */
const SMALL_SHAPE = 1e-3;

/**
 * The generalised Pareto law: excesses over a high threshold (J. Pickands, Annals of Statistics 3, 1975). Shape 0 is the
 * exponential law; with shape ξ > 0 only moments of order below 1/ξ exist; with ξ < 0 it ends at threshold − scale / ξ.
 */
export function gpd({ shape, scale, threshold }: SpecOf<'gpd'>): Distribution {
  requireFinite('gpd', 'shape', shape);
  requirePositive('gpd', 'scale', scale);
  requireFinite('gpd', 'threshold', threshold);
  const end = shape < 0 ? threshold - scale / shape : Infinity;
  /** −log P(X > x), and the x where it has a given value. */
  const hazard = (x: number) => {
    if (x <= threshold) return 0;
    if (x >= end) return Infinity;
    const excess = (x - threshold) / scale;
    return shape === 0 ? excess : Math.log1p(shape * excess) / shape;
  };
  const at = (h: number) => {
    const excess = shape === 0 ? h : Math.expm1(shape * h) / shape;
    return Math.min(threshold + scale * excess, end);
  };
  return {
    mean: shape < 1 ? threshold + scale / (1 - shape) : Number.NaN,
    variance: gpdVariance(shape, scale),
    momentsBelow: shape > 0 ? 1 / shape : Infinity,
    support: [threshold, end],
    cdf: (x) => -Math.expm1(-hazard(x)),
    quantile: (p) => (p >= 0 ? at(-Math.log1p(-p)) : Number.NaN),
    limitedMean: (d) => {
      if (d <= threshold) return d;
      const h = hazard(d);
      return threshold + scale * (shape === 1 ? h : -Math.expm1(-(1 - shape) * h) / (1 - shape));
    },
    sample: (random) => at(random.exponential()),
    fill: (random, out, from, to) => {
      random.fillExponential(out, from, to);
      if (Math.abs(shape) < SMALL_SHAPE) {
        for (let index = from; index < to; index++) out[index] = at(out[index] as number);
        return;
      }
      exponentials(out, from, to, 0, shape);
      const unit = scale / shape;
      for (let index = from; index < to; index++) {
        out[index] = Math.min(threshold + unit * ((out[index] as number) - 1), end);
      }
    },
  };
}

function gpdVariance(shape: number, scale: number): number {
  if (shape >= 1) return Number.NaN;
  if (shape >= 0.5) return Infinity;
  return ((scale / (1 - shape)) * (scale / (1 - shape))) / (1 - 2 * shape);
}
