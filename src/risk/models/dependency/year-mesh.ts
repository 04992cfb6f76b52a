/** Uniform cells of the mesh, and geometric ones that grow from the shortest outage. */
const UNIFORM = 24;
const GEOMETRIC = 72;
/** Kinks beyond this many are left to the other cells. */
const MOST_KINKS = 48;

/**
 * Points of the year [0, 1] on which probabilities are computed: cells that begin fine, because a graph that starts with
 * all nodes working settles within some repair times, each cell halved for Simpson's rule.
 */
export interface YearMesh {
  /** Ascending from 0 to 1; cells are [points[2k], points[2k + 2]] with their middle between. */
  readonly points: Float64Array;
  /** Weights of Simpson's rule, and of the trapezoidal rule on all points: their difference tells the error. */
  readonly simpson: Float64Array;
  readonly trapezoid: Float64Array;
}

/** @param shortest a typical time of the shortest outages, in years. @param kinks times at which a law jumps or bends */
export function yearMesh(shortest: number, kinks: readonly number[]): YearMesh {
  const edges = new Set([0, 1]);
  for (let cell = 1; cell < UNIFORM; cell++) edges.add(cell / UNIFORM);
  const first = Math.min(Math.max(shortest / 8, 1e-8), 0.1);
  for (let cell = 0; cell < GEOMETRIC; cell++) edges.add(first ** (1 - cell / GEOMETRIC));
  for (const kink of kinks.filter((time) => time > 0 && time < 1).slice(0, MOST_KINKS)) edges.add(kink);
  const sorted = Float64Array.from(edges)
    .sort()
    .filter((edge, index, all) => index === 0 || edge - (all[index - 1] as number) > 1e-13);
  const points = new Float64Array(2 * sorted.length - 1);
  const simpson = new Float64Array(points.length);
  const trapezoid = new Float64Array(points.length);
  const add = (weights: Float64Array, at: number, weight: number): void => {
    weights[at] = (weights[at] as number) + weight;
  };
  for (let cell = 0; cell < sorted.length - 1; cell++) {
    const low = sorted[cell] as number;
    const width = (sorted[cell + 1] as number) - low;
    points[2 * cell] = low;
    points[2 * cell + 1] = low + width / 2;
    for (const [offset, weight] of [1 / 6, 4 / 6, 1 / 6].entries())
      add(simpson, 2 * cell + offset, weight * width);
    for (const [offset, weight] of [1 / 4, 1 / 2, 1 / 4].entries())
      add(trapezoid, 2 * cell + offset, weight * width);
  }
  points[points.length - 1] = 1;
  return { points, simpson, trapezoid };
}
