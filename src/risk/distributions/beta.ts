import { fillGamma, gamma } from '../random/gamma.js';
import type { RandomStream } from '../random/random-stream.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireOrder, requirePositive } from './parameters.js';
import { incompleteBeta, inverseIncompleteBeta } from './special-functions/incomplete-beta.js';
import { tabulated } from './special-functions/smooth-table.js';

/** The second of the two gamma variables of each draw: scratch of one fill at a time. */
const CHUNK = 1024;
const seconds = new Float64Array(CHUNK);

/** Below this, quantiles crowd too steeply towards an end for a table. */
const SMOOTH_FROM = 0.5;

/** The beta law, stretched to [low, high]. */
export function beta({ alpha, beta, low, high }: SpecOf<'beta'>): Distribution {
  requirePositive('beta', 'alpha', alpha);
  requirePositive('beta', 'beta', beta);
  requireOrder('beta', ['low', low], ['high', high]);
  return betaOn(alpha, beta, low, high);
}

/** The beta law of parameters that are known to be good: PERT is one too. */
export function betaOn(a: number, b: number, low: number, high: number): Distribution {
  const width = high - low;
  const share = a / (a + b);
  const mean = low + width * share;
  const stretch = (x: number) => Math.min(low + width * x, high);
  const quantile = (p: number) => {
    const { x, y } = inverseIncompleteBeta(a, b, p);
    return x < 0.5 ? stretch(x) : Math.max(high - width * y, low);
  };
  return {
    mean,
    variance: (width * width * share * (b / (a + b))) / (a + b + 1),
    momentsBelow: Infinity,
    support: [low, high],
    cdf: (x) => incompleteBeta(a, b, (x - low) / width, (high - x) / width),
    quantile,
    ...(Math.min(a, b) >= SMOOTH_FROM && { tabulatedQuantile: within(tabulated(quantile), low, high) }),
    limitedMean: (d) => {
      if (d <= low) return d;
      if (d >= high) return mean;
      const x = (d - low) / width;
      const y = (high - d) / width;
      return low + width * (share * incompleteBeta(a + 1, b, x, y) + x * incompleteBeta(b, a, y, x));
    },
    sample: (random) => stretch(standardBeta(random, a, b)),
    fill: (random, out, from, to) => {
      if (a < 1 || b < 1) {
        for (let index = from; index < to; index++) out[index] = stretch(standardBeta(random, a, b));
        return;
      }
      fillGamma(random, a, 1, out, from, to);
      for (let start = from; start < to; start += CHUNK) {
        const count = Math.min(CHUNK, to - start);
        fillGamma(random, b, 1, seconds, 0, count);
        for (let each = 0; each < count; each++) {
          const first = out[start + each] as number;
          out[start + each] = Math.min(low + width * (first / (first + (seconds[each] as number))), high);
        }
      }
    },
  };
}

/** Interpolation may pass an end by its error. */
function within(quantile: (p: number) => number, low: number, high: number): (p: number) => number {
  return (p) => Math.min(Math.max(quantile(p), low), high);
}

/** The share of one gamma variable in the sum of two. Where both shapes are small it is taken from their logarithms, which do not underflow. */
function standardBeta(random: RandomStream, a: number, b: number): number {
  if (a >= 1 || b >= 1) {
    const first = gamma(random, a);
    return first / (first + gamma(random, b));
  }
  const logFirst = Math.log(gamma(random, a + 1)) - random.exponential() / a;
  const logSecond = Math.log(gamma(random, b + 1)) - random.exponential() / b;
  return 1 / (1 + Math.exp(logSecond - logFirst));
}
