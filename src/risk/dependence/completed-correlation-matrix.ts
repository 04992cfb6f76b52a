import { cholesky } from './cholesky.js';

/** Rounds over all stated pairs. One is enough where they form no ring; a ring needs more, the tighter it is. */
const ROUNDS = 400;
/** Where so many rounds do not even halve what is missed, no matrix keeps all pairs. */
const PATIENCE = 20;
/** Where no stated pair is missed by more than this, the completion is found. */
const SETTLED = 1e-11;
/** Halvings of the way between two matrices. */
const HALVINGS = 40;

/**
 * A correlation matrix that keeps every stated pair of a symmetric matrix with unit diagonal, and moves the others from
 * 0 only as far as that needs: on the straight way from the completion under which unstated pairs are independent given
 * all other variables (the one of largest determinant) towards 0, as far as no eigenvalue falls below the least. Null
 * where no matrix keeps them all, and where there are no other pairs. `isStated` is row by row.
 * Source of that completion: R. Grone, C. Johnson, E. de Sá and H. Wolkowicz, "Positive definite completions of partial
 * Hermitian matrices", Linear Algebra and its Applications 58 (1984).
 */
export function completedCorrelationMatrix(
  wanted: Float64Array,
  isStated: Uint8Array,
  n: number,
  leastEigenvalue: number,
): Float64Array | null {
  if (isStated.every((stated, index) => stated === 1 || index % (n + 1) === 0)) return null;
  const independent = conditionallyIndependent(wanted, isStated, n);
  const between = (share: number) => {
    return wanted.map((value, index) => {
      const other = independent[index] as number;
      return isStated[index] === 1 || index % (n + 1) === 0 ? value : other + share * (value - other);
    });
  };
  const fits = (share: number) => {
    const shifted = between(share).map((value, index) =>
      index % (n + 1) === 0 ? value - leastEigenvalue : value,
    );
    return cholesky(shifted, n) !== null;
  };
  if (!fits(0)) return null;
  let [low, high] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return between(low);
}

/**
 * Iterative proportional scaling: each stated pair in turn is set right, with what follows from it for all other
 * variables, W ← W − W(·,C) A⁻¹ (A − S) A⁻¹ W(C,·), A being the 2 × 2 part of W for the pair and S what it should be.
 * Source: T. Speed and H. Kiiveri, "Gaussian Markov distributions over finite graphs", Annals of Statistics 14 (1986).
 */
function conditionallyIndependent(wanted: Float64Array, isStated: Uint8Array, n: number): Float64Array {
  const w = new Float64Array(n * n);
  for (let index = 0; index < n; index++) w[index * n + index] = 1;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= ROUNDS; round++) {
    let missed = 0;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        if (isStated[i * n + j] === 1)
          missed = Math.max(missed, setPair(w, n, i, j, wanted[i * n + j] as number));
      }
    }
    if (!(missed > SETTLED)) break;
    if (round % PATIENCE > 0) continue;
    if (missed > before / 2) break;
    before = missed;
  }
  return w;
}

/** Returns by how much the pair was wrong. */
function setPair(w: Float64Array, n: number, i: number, j: number, value: number): number {
  const aii = w[i * n + i] as number;
  const ajj = w[j * n + j] as number;
  const aij = w[i * n + j] as number;
  const determinant = aii * ajj - aij * aij;
  const [dii, djj, dij] = [aii - 1, ajj - 1, aij - value];
  // M = A⁻¹ (A − S) A⁻¹, symmetric.
  const scale = 1 / (determinant * determinant);
  const mii = (ajj * ajj * dii - 2 * aij * ajj * dij + aij * aij * djj) * scale;
  const mjj = (aij * aij * dii - 2 * aij * aii * dij + aii * aii * djj) * scale;
  const mij = (-aij * ajj * dii + (aii * ajj + aij * aij) * dij - aij * aii * djj) * scale;
  const rowI = w.slice(i * n, i * n + n);
  const rowJ = w.slice(j * n, j * n + n);
  for (let k = 0; k < n; k++) {
    const byI = mii * (rowI[k] as number) + mij * (rowJ[k] as number);
    const byJ = mij * (rowI[k] as number) + mjj * (rowJ[k] as number);
    if (byI === 0 && byJ === 0) continue;
    for (let l = 0; l < n; l++) {
      w[k * n + l] = (w[k * n + l] as number) - byI * (rowI[l] as number) - byJ * (rowJ[l] as number);
    }
  }
  return Math.max(Math.abs(dii), Math.abs(djj), Math.abs(dij));
}
