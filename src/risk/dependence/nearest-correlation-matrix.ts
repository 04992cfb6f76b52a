import { symmetricEigen } from './symmetric-eigen.js';

/** Rounds of projections; what they still miss after so many is put right by scaling the diagonal. */
const ROUNDS = 1000;
/** Where a round changes no entry by more than this, it is the last. */
const SETTLED = 1e-12;

/**
 * The correlation matrix nearest in Frobenius norm to a symmetric matrix with unit diagonal: alternating projections
 * onto the matrices without an eigenvalue below the least (0 allows a singular matrix, which has no Cholesky factor) and
 * onto those with unit diagonal, with Dykstra's correction.
 * Source: N. Higham, "Computing the nearest correlation matrix: a problem from finance", IMA Journal of Numerical
 * Analysis 22 (2002).
 */
export function nearestCorrelationMatrix(
  matrix: Float64Array,
  n: number,
  leastEigenvalue: number,
): Float64Array {
  const current = matrix.slice();
  const correction = new Float64Array(n * n);
  const shifted = new Float64Array(n * n);
  let definite: Float64Array = current;
  for (let round = 0; round < ROUNDS; round++) {
    for (let index = 0; index < shifted.length; index++) {
      shifted[index] = (current[index] as number) - (correction[index] as number);
    }
    definite = raiseEigenvalues(shifted, n, leastEigenvalue);
    let change = 0;
    for (let index = 0; index < shifted.length; index++) {
      const value = definite[index] as number;
      correction[index] = value - (shifted[index] as number);
      const next = index % (n + 1) === 0 ? 1 : value;
      change = Math.max(change, Math.abs(next - value));
      current[index] = next;
    }
    if (change < SETTLED) break;
  }
  return unitDiagonal(definite, n);
}

/** The nearest matrix with no eigenvalue below the least. */
function raiseEigenvalues(matrix: Float64Array, n: number, least: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  const out = matrix.slice();
  for (let k = 0; k < n; k++) {
    const missing = least - (values[k] as number);
    if (missing <= 0) continue;
    for (let i = 0; i < n; i++) {
      const scaled = missing * (vectors[i * n + k] as number);
      for (let j = 0; j < n; j++) {
        out[i * n + j] = (out[i * n + j] as number) + scaled * (vectors[j * n + k] as number);
      }
    }
  }
  return out;
}

/** Scales rows and columns so that the diagonal is 1 to the last bit, and makes both triangles equal. */
function unitDiagonal(matrix: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    out[i * n + i] = 1;
    for (let j = 0; j < i; j++) {
      const scale = Math.sqrt((matrix[i * n + i] as number) * (matrix[j * n + j] as number));
      const value = ((matrix[i * n + j] as number) + (matrix[j * n + i] as number)) / 2 / scale;
      out[i * n + j] = value;
      out[j * n + i] = value;
    }
  }
  return out;
}
