/** What a fit came to. */
export interface Fit {
  readonly parameters: Float64Array;
  /** Root of the mean square of the residuals. */
  readonly misfit: number;
}

const MOST_STEPS = 300;
const FIRST_DAMPING = 1e-3;

/**
 * The parameters (one or two) that make the squares of the residuals smallest, by the method of Levenberg and Marquardt
 * (D. Marquardt, J. SIAM 11, 1963) with slopes from central differences.
 */
export function leastSquares(
  residuals: (parameters: Float64Array) => Float64Array,
  start: readonly number[],
): Fit {
  let parameters: Float64Array = Float64Array.from(start);
  let current = residuals(parameters);
  let damping = FIRST_DAMPING;
  for (let step = 0; step < MOST_STEPS && damping < 1e12; step++) {
    const next = moved(parameters, stepOf(slopes(residuals, parameters), current, damping));
    const attempt = residuals(next);
    if (!(squares(attempt) < squares(current))) {
      damping *= 8;
      continue;
    }
    const settled = squares(current) - squares(attempt) <= 1e-30 * squares(current);
    parameters = next;
    current = attempt;
    damping /= 16;
    if (settled || squares(current) === 0) break;
  }
  return { parameters, misfit: Math.sqrt(squares(current) / current.length) };
}

/** Solves (JᵀJ + damping · diagonal) step = −Jᵀr for one or two parameters. */
function stepOf(columns: readonly Float64Array[], current: Float64Array, damping: number): Float64Array {
  const [first, second] = columns as [Float64Array, Float64Array?];
  const a = dot(first, first) * (1 + damping) + Number.MIN_VALUE;
  const towardsFirst = -dot(first, current);
  if (second === undefined) return Float64Array.of(towardsFirst / a);
  const b = dot(first, second);
  const c = dot(second, second) * (1 + damping) + Number.MIN_VALUE;
  const towardsSecond = -dot(second, current);
  const determinant = a * c - b * b;
  return Float64Array.of(
    (c * towardsFirst - b * towardsSecond) / determinant,
    (a * towardsSecond - b * towardsFirst) / determinant,
  );
}

function slopes(residuals: (parameters: Float64Array) => Float64Array, at: Float64Array): Float64Array[] {
  return Array.from(at, (value, index) => {
    const width = 1e-6 * Math.max(1, Math.abs(value));
    const above = residuals(at.with(index, value + width));
    const below = residuals(at.with(index, value - width));
    return above.map((residual, each) => (residual - (below[each] as number)) / (2 * width));
  });
}

function moved(parameters: Float64Array, step: Float64Array): Float64Array {
  // Parameters are shapes or logarithms of widths: no sensible step changes one by more than 3.
  return parameters.map((value, index) => value + Math.min(Math.max(step[index] as number, -3), 3));
}

function squares(residuals: Float64Array): number {
  return dot(residuals, residuals);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
