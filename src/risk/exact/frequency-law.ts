import { checkFrequency } from '../models/event/count-law.js';
import type { FrequencySpec } from '../models/event/event-spec.js';

/** The law of a year's number of occurrences, as the exact methods need it. */
export interface FrequencyLaw {
  readonly mean: number;
  readonly variance: number;
  /** Third cumulant: E[(N − mean)³]. */
  readonly third: number;
  /** Probability of n from those of n − 1: p(n) = (a + b/n) p(n − 1), the class (a, b, 0) of Panjer; from `none`. */
  readonly panjer: { readonly a: number; readonly b: number };
  /** P(N = 0) where each occurrence leaves nothing with probability `nothing`. */
  none(nothing: number): number;
  /** Replaces z(k) by E[z(k)^N], for complex numbers given as two arrays. */
  generate(re: Float64Array, im: Float64Array): void;
}

/** Throws `InputError` for parameters that no law has. */
export function frequencyLaw(spec: FrequencySpec): FrequencyLaw {
  checkFrequency(spec);
  switch (spec.frequency) {
    case 'poisson':
      return poisson(spec.rate);
    case 'negative-binomial':
      return negativeBinomial(spec.mean, spec.size);
    case 'binomial':
      return binomial(spec.trials, spec.probability);
  }
}

/** The frequency of those occurrences that are kept, each with that probability, independently: of the same kind. */
export function thinned(spec: FrequencySpec, kept: number): FrequencySpec {
  switch (spec.frequency) {
    case 'poisson':
      return { ...spec, rate: spec.rate * kept };
    case 'negative-binomial':
      return { ...spec, mean: spec.mean * kept };
    case 'binomial':
      return { ...spec, probability: spec.probability * kept };
  }
}

function poisson(rate: number): FrequencyLaw {
  return {
    mean: rate,
    variance: rate,
    third: rate,
    panjer: { a: 0, b: rate },
    none: (nothing) => Math.exp(-rate * (1 - nothing)),
    generate(re, im) {
      for (let k = 0; k < re.length; k++) {
        const size = Math.exp(rate * ((re[k] as number) - 1));
        const angle = rate * (im[k] as number);
        re[k] = size * Math.cos(angle);
        im[k] = size * Math.sin(angle);
      }
    },
  };
}

/** E[z^N] = (1 + β (1 − z))^−size with β = mean / size. */
function negativeBinomial(mean: number, size: number): FrequencyLaw {
  const beta = mean / size;
  const a = beta / (1 + beta);
  return {
    mean,
    variance: mean * (1 + beta),
    third: mean * (1 + beta) * (1 + 2 * beta),
    panjer: { a, b: (size - 1) * a },
    none: (nothing) => Math.exp(-size * Math.log1p(beta * (1 - nothing))),
    generate: (re, im) => powers(re, im, -beta, -size),
  };
}

/** E[z^N] = (1 + p (z − 1))^trials. */
function binomial(trials: number, p: number): FrequencyLaw {
  const q = 1 - p;
  return {
    mean: trials * p,
    variance: trials * p * q,
    third: trials * p * q * (q - p),
    panjer: { a: -p / q, b: ((trials + 1) * p) / q },
    none: (nothing) => Math.exp(trials * Math.log1p(-p * (1 - nothing))),
    generate: (re, im) => powers(re, im, p, trials),
  };
}

/** Replaces z(k) by (1 + slope (z(k) − 1))^exponent: by logarithms, as the slope may be tiny and the exponent huge. */
function powers(re: Float64Array, im: Float64Array, slope: number, exponent: number): void {
  for (let k = 0; k < re.length; k++) {
    const real = slope * ((re[k] as number) - 1);
    const imaginary = slope * (im[k] as number);
    const size = Math.exp((exponent / 2) * Math.log1p(2 * real + real * real + imaginary * imaginary));
    const angle = exponent * Math.atan2(imaginary, 1 + real);
    re[k] = size * Math.cos(angle);
    im[k] = size * Math.sin(angle);
  }
}
