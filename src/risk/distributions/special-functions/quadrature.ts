/** Points of the Gauss-Legendre rules on each panel: exact for polynomials of degree 2n − 1. */
const FULL = gaussLegendre(8);
const SMALL = gaussLegendre(4);

/** The integral of a function over [low, high], by Gauss-Legendre quadrature on so many equal panels. */
export function integrate(f: (x: number) => number, low: number, high: number, panels = 1): number {
  return quadrature(f, low, high, panels, FULL);
}

/** The same with fewer points, over an interval on which the function is nearly straight. */
export function integrateCell(f: (x: number) => number, low: number, high: number): number {
  return quadrature(f, low, high, 1, SMALL);
}

interface QuadraturePoint {
  readonly at: number;
  readonly weight: number;
}

function quadrature(
  f: (x: number) => number,
  low: number,
  high: number,
  panels: number,
  rule: readonly QuadraturePoint[],
): number {
  const half = (high - low) / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = low + (2 * panel + 1) * half;
    for (const { at, weight } of rule) sum += weight * f(middle + half * at);
  }
  return sum * half;
}

/**
 * Points and weights on [−1, 1], by Newton's method from the usual first guesses.
 * Source: P. Davis and P. Rabinowitz, Methods of Numerical Integration, 2nd ed., section 2.7.
 */
function gaussLegendre(n: number): readonly QuadraturePoint[] {
  return Array.from({ length: n }, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let round = 0; round < 20; round++) {
      let [before, here] = [1, x];
      for (let degree = 2; degree <= n; degree++) {
        [before, here] = [here, ((2 * degree - 1) * x * here - (degree - 1) * before) / degree];
      }
      slope = (n * (x * here - before)) / (x * x - 1);
      x -= here / slope;
    }
    return { at: x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}
