/** The fewest steps of the quadrature, and the widest step: few degrees of freedom have long tails in the logit. */
const STEPS = 96;
const WIDEST = 0.5;
/** How far the integrand falls below its peak before it is cut off, as a logarithm: e^-37 is less than 1e-16. */
const CUT = 37;

/** Nodes of the last degrees of freedom asked for: a register has one copula, asked for at many correlations. */
let kept: { readonly freedom: number; readonly nodes: Float64Array; readonly weights: Float64Array } | null =
  null;

/**
 * Spearman's rho of a bivariate t copula with that latent correlation and degrees of freedom.
 *
 * Spearman's rho is 3 (P[(X1 − X2)(Y1 − Y3) > 0] − P[… < 0]) for independent copies 1, 2, 3 of the pair. A Student t is
 * a normal over √G, with G a gamma variable of shape ν/2: given G1, G2, G3 the two differences are jointly normal with
 * correlation r √(G2 G3 / ((G1 + G2) (G1 + G3))), and the orthant probability of a bivariate normal leaves
 *
 *     ρ = (6/π) E[ arcsin( r √(D2 D3 / ((D1 + D2) (D1 + D3))) ) ],   (D1, D2, D3) ~ Dirichlet(ν/2, ν/2, ν/2).
 *
 * The expectation is a double integral over D1 ~ Beta(ν/2, ν) and D2 / (D2 + D3) ~ Beta(ν/2, ν/2), taken by the
 * trapezoidal rule after a logit substitution, which converges exponentially.
 * Compare A. Heinen and A. Valdesogo, "Spearman rank correlation of the bivariate Student t and scale mixtures of normal
 * distributions", Journal of Multivariate Analysis 179 (2020).
 */
export function spearmanOfStudentT(latent: number, freedom: number): number {
  const { nodes, weights } = quadrature(freedom);
  let sum = 0;
  for (let index = 0; index < nodes.length; index++) {
    sum += (weights[index] as number) * Math.asin(latent * (nodes[index] as number));
  }
  return (6 / Math.PI) * sum;
}

function quadrature(freedom: number): { readonly nodes: Float64Array; readonly weights: Float64Array } {
  if (kept?.freedom === freedom) return kept;
  const first = betaRule(freedom / 2, freedom);
  const second = betaRule(freedom / 2, freedom / 2);
  const count = first.points.length * second.points.length;
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  let index = 0;
  for (const one of first.points) {
    for (const two of second.points) {
      const d2 = one.rest * two.value;
      const d3 = one.rest * two.rest;
      nodes[index] = Math.sqrt((d2 / (one.value + d2)) * (d3 / (one.value + d3)));
      weights[index++] = (one.weight * two.weight) / (first.total * second.total);
    }
  }
  kept = { freedom, nodes, weights };
  return kept;
}

interface BetaPoint {
  readonly value: number;
  /** 1 − value, without cancellation. */
  readonly rest: number;
  readonly weight: number;
}

/** Points and weights for expectations under Beta(a, b): trapezoidal in y, with value = 1 / (1 + e^−y). */
function betaRule(a: number, b: number): { readonly points: readonly BetaPoint[]; readonly total: number } {
  const peak = Math.log(a / b);
  const height = logDensity(a, b, peak);
  const low = edge(a, b, peak, height, -1);
  const high = edge(a, b, peak, height, 1);
  const steps = Math.max(STEPS, Math.ceil((high - low) / WIDEST));
  const step = (high - low) / steps;
  const points: BetaPoint[] = [];
  let total = 0;
  for (let index = 0; index <= steps; index++) {
    const y = low + index * step;
    const weight = Math.exp(logDensity(a, b, y) - height);
    points.push({ value: 1 / (1 + Math.exp(-y)), rest: 1 / (1 + Math.exp(y)), weight });
    total += weight;
  }
  return { points, total };
}

/** Logarithm of x^a (1 − x)^b at x = 1 / (1 + e^−y): the density of Beta(a, b) with that of the substitution. */
function logDensity(a: number, b: number, y: number): number {
  return y < 0 ? a * y - (a + b) * Math.log1p(Math.exp(y)) : -b * y - (a + b) * Math.log1p(Math.exp(-y));
}

/** Where the density has fallen by e^−CUT on one side of its peak. */
function edge(a: number, b: number, peak: number, height: number, side: 1 | -1): number {
  let reach = 1e-3;
  while (logDensity(a, b, peak + side * reach) > height - CUT) reach *= 1.25;
  return peak + side * reach;
}
