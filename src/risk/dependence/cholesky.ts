/** A pivot at or below this is taken for none: the variable follows from those before it. */
const SINGULAR = 1e-12;

/**
 * The lower triangular L (row by row) with L Lᵀ = the matrix, or null where the matrix is not positive definite. Row i
 * depends on the first i + 1 variables alone, so that a variable added last leaves the rows of the others as they are.
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const lower = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * n + column] as number;
      for (let k = 0; k < column; k++) {
        sum -= (lower[row * n + k] as number) * (lower[column * n + k] as number);
      }
      if (column < row) lower[row * n + column] = sum / (lower[column * n + column] as number);
      else if (sum > SINGULAR) lower[row * n + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}
