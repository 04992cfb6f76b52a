import { InputError } from '../../../value/index.js';
import { meanOf } from '../../simulation/moments.js';
import { type JointChanges, jointChanges } from './joint-changes.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { requireFactor } from './require-factor.js';
import { dailyVolatility, TRADING_DAYS } from './volatility.js';

/** A joint normal law of one day's changes, as a recipe: change i = mean i + Σ over j ≤ i of mixing[i][j] · z j. */
export interface JointLaw {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  /** n × n, lower triangular, row by row: the Cholesky factor of the covariances. */
  readonly mixing: Float64Array;
}

/**
 * The law of the daily changes of all factors: deviations as the method says (stated where a factor has no history),
 * correlations of the days that the histories share, weighted as the volatility is. Factors without history are
 * independent. A factor that never moved has deviation 0 and no correlations.
 *
 * Throws `InputError` where a volatility is wanted and not stated.
 */
export function jointLaw(factors: readonly MarketFactor[], method: MarketMethod): JointLaw {
  for (const factor of factors) requireFactor(factor);
  const joint = jointChanges(factors, method.window);
  const n = factors.length;
  const columns = factors.map((factor) => joint.changes[joint.factors.indexOf(factor)] ?? null);
  const deviations = Float64Array.from(factors, (factor, at) =>
    deviationOf(factor, columns[at] ?? null, method),
  );
  const means = Float64Array.from(columns, (column) =>
    column === null || method.mean === 'zero' ? 0 : meanOf(column),
  );
  const correlations = correlationsOf(joint, method);
  const matrix = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const [a, b] = [
        joint.factors.indexOf(factors[row] as MarketFactor),
        joint.factors.indexOf(factors[column] as MarketFactor),
      ];
      const known = a >= 0 && b >= 0;
      matrix[row * n + column] =
        row === column ? 1 : known ? (correlations[a * joint.factors.length + b] as number) : 0;
    }
  }
  const mixing = semidefiniteFactor(matrix, n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      mixing[row * n + column] = (mixing[row * n + column] as number) * (deviations[row] as number);
    }
  }
  return { means, deviations, mixing };
}

/** A day's deviation of a factor. Throws `InputError` where the method or the lack of a history wants a stated volatility and there is none. */
export function deviationOf(
  factor: MarketFactor,
  changes: Float64Array | null,
  method: MarketMethod,
): number {
  if (changes !== null && method.volatility !== 'stated') return dailyVolatility(changes, method, null).value;
  return statedVolatility(factor) / Math.sqrt(TRADING_DAYS);
}

/** A year's, as stated. Throws `InputError` where it is not. */
function statedVolatility({ id, history, volatility }: MarketFactor): number {
  if (volatility !== null) return volatility;
  throw new InputError(
    'bad-option',
    history === null
      ? `Factor "${id}" has no history and no volatility; give a history or a volatility`
      : `Factor "${id}" has no stated volatility, which the method wants; state one, or use the volatility "sample" or "ewma"`,
  );
}

/** Of the joint days, m × m. One weighting for all pairs, so that the matrix is positive semidefinite by construction. */
function correlationsOf({ changes }: JointChanges, method: MarketMethod): Float64Array {
  const m = changes.length;
  const days = changes[0]?.length ?? 0;
  const centred = changes.map((column) => {
    const mean = method.mean === 'zero' ? 0 : meanOf(column);
    const weight = (day: number) =>
      method.volatility === 'ewma' ? method.decay ** ((days - 1 - day) / 2) : 1;
    return column.map((change, day) => (change - mean) * weight(day));
  });
  const norms = centred.map((column) => Math.sqrt(dot(column, column)));
  const matrix = new Float64Array(m * m);
  for (let row = 0; row < m; row++) {
    for (let column = 0; column < m; column++) {
      const size = (norms[row] as number) * (norms[column] as number);
      const product = dot(centred[row] as Float64Array, centred[column] as Float64Array);
      matrix[row * m + column] = row === column ? 1 : size > 0 ? product / size : 0;
    }
  }
  return matrix;
}

/** Cholesky factor of a matrix that may be singular: two histories of one price, or crosses of three currencies. */
function semidefiniteFactor(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    let pivot = matrix[column * n + column] as number;
    for (let k = 0; k < column; k++) pivot -= (lower[column * n + k] as number) ** 2;
    if (pivot <= 1e-10) continue;
    const root = Math.sqrt(pivot);
    lower[column * n + column] = root;
    for (let row = column + 1; row < n; row++) {
      let sum = matrix[row * n + column] as number;
      for (let k = 0; k < column; k++)
        sum -= (lower[row * n + k] as number) * (lower[column * n + k] as number);
      lower[row * n + column] = sum / root;
    }
  }
  return lower;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number);
  return sum;
}
