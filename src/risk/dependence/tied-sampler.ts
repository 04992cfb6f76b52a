import { fillGamma } from '../random/gamma.js';
import type { Correlation } from '../resolved-register.js';
import type { Block } from '../simulation/risk-sampler.js';
import { type CorrelationReport, correlationMatrix } from './correlation-matrix.js';
import { latentCdf } from './latent-cdf.js';
import type { Copula } from './latent-correlation.js';

/** The uniforms stay off 0 and 1, where a quantile may be infinite. */
const LEAST = 2 ** -54;
const MOST = 1 - 2 ** -53;

/** Draws uniform numbers that hang together as the register says. */
export interface TiedSampler {
  /** In the order of first mention, which is that of the columns. */
  readonly variables: readonly string[];
  readonly report: CorrelationReport;
  /** Writes the uniform numbers, in (0, 1), of each variable for the block's trials into its column. */
  simulate(block: Pick<Block, 'trials' | 'stream'>, columns: readonly Float64Array[]): void;
}

/**
 * A Gaussian or t copula over the variables that correlations name. Each variable has a stream of normals of its own,
 * `tied/VARIABLE`, and enters after those that are mentioned before it: one added last leaves the others' draws alone.
 * The t copula divides all variables of a trial by one chi variable (stream `tied`), so that extremes come together
 * even between variables that are not correlated.
 * Source: A. McNeil, R. Frey and P. Embrechts, Quantitative Risk Management, 2nd ed., algorithms 7.9 and 7.10.
 *
 * Throws `InputError` as `correlationMatrix` does.
 */
export function tiedSampler(correlations: readonly Correlation[], copula: Copula): TiedSampler {
  const { variables, factor, report } = correlationMatrix(correlations, copula);
  const cdf = latentCdf(copula);
  return {
    variables,
    report,
    simulate(block, columns) {
      for (const [index, variable] of variables.entries()) {
        block.stream(`tied/${variable}`).fillNormal(columns[index] as Float64Array, 0, block.trials);
      }
      correlate(factor, columns, block.trials);
      if (copula.copula === 't') stretch(columns, block, copula.freedom);
      for (const index of variables.keys()) toUniform(columns[index] as Float64Array, block.trials, cdf);
    },
  };
}

/** Multiplies the column vector of each trial by the lower triangular factor, last variable first, in place. */
function correlate(factor: Float64Array, columns: readonly Float64Array[], trials: number): void {
  const n = Math.round(Math.sqrt(factor.length));
  for (let row = n - 1; row >= 0; row--) {
    const out = columns[row] as Float64Array;
    const own = factor[row * n + row] as number;
    for (let trial = 0; trial < trials; trial++) out[trial] = own * (out[trial] as number);
    for (let other = 0; other < row; other++) {
      const weight = factor[row * n + other] as number;
      if (weight === 0) continue;
      const column = columns[other] as Float64Array;
      for (let trial = 0; trial < trials; trial++) {
        out[trial] = (out[trial] as number) + weight * (column[trial] as number);
      }
    }
  }
}

/** Multiplies all variables of a trial by √(ν / χ²). */
function stretch(
  columns: readonly Float64Array[],
  block: Pick<Block, 'trials' | 'stream'>,
  freedom: number,
): void {
  const factors = new Float64Array(block.trials);
  fillGamma(block.stream('tied'), freedom / 2, 2 / freedom, factors, 0, block.trials);
  for (let trial = 0; trial < block.trials; trial++) factors[trial] = 1 / Math.sqrt(factors[trial] as number);
  for (const column of columns) {
    for (let trial = 0; trial < block.trials; trial++) {
      column[trial] = (column[trial] as number) * (factors[trial] as number);
    }
  }
}

function toUniform(column: Float64Array, trials: number, cdf: (x: number) => number): void {
  for (let trial = 0; trial < trials; trial++) {
    column[trial] = Math.min(MOST, Math.max(LEAST, cdf(column[trial] as number)));
  }
}
