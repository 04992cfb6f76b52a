import { integrate } from '../distributions/special-functions/quadrature.js';
import type { CompoundPart } from './compound-grid.js';
import { type SeverityLaw, severityCdf, severityReach } from './severity-law.js';

/** The first grid reaches about as far as the loss that a few years in a hundred exceed. */
const FIRST_TAIL = 0.02;
/** More cells than this between the common divisor of the amounts and the largest: they have none that helps. */
const MOST_MULTIPLES = 4096;

/** How far a first grid should reach: mean and four deviations, with the largest amounts cut off. */
export function firstReach(parts: readonly CompoundPart[]): number {
  let [mean, variance, top] = [0, 0, 0];
  for (const { frequency, claim } of parts) {
    for (const { probability, severity } of claim) {
      const expected = frequency.mean * probability;
      const cut = severityReach(severity, Math.min(FIRST_TAIL, FIRST_TAIL / Math.max(expected, 1e-9)));
      const [first, second] = cutMoments(severity, cut);
      mean += expected * first;
      variance +=
        expected * second + Math.max(0, frequency.variance - frequency.mean) * (probability * first) ** 2;
      top = Math.max(top, cut);
    }
  }
  const reach = mean + 4 * Math.sqrt(variance) + top;
  return reach > 0 ? reach : 1;
}

/** E[min(Y, cut)] and E[min(Y, cut)²], to the accuracy that the size of a grid needs. */
function cutMoments(severity: SeverityLaw, cut: number): readonly [number, number] {
  const survival = (y: number) => 1 - severityCdf(severity, y);
  return [integrate(survival, 0, cut, 64), integrate((y) => 2 * y * survival(y), 0, cut, 64)];
}

/** The largest amount of which every point with probability of its own is a multiple; null where there is none. */
export function commonDivisor(parts: readonly CompoundPart[]): number | null {
  const amounts = parts.flatMap(({ claim }) =>
    claim.flatMap(({ severity }) => severity.atoms.map(({ at }) => at).filter((at) => at > 0)),
  );
  const largest = Math.max(0, ...amounts);
  const least = largest / MOST_MULTIPLES;
  let divisor = 0;
  for (const amount of amounts) {
    divisor = divisorOf(divisor, amount, least);
    if (divisor < least) return null;
  }
  const divides = amounts.every((amount) => Math.abs(amount / divisor - Math.round(amount / divisor)) < 1e-9);
  return divisor > 0 && divides ? divisor : null;
}

/** Euclid's algorithm on doubles; a remainder that is rounding error is 0. */
function divisorOf(one: number, other: number, least: number): number {
  let [a, b] = [Math.max(one, other), Math.min(one, other)];
  while (b >= least) [a, b] = [b, remainder(a, b)];
  return b > 0 ? b : a;
}

function remainder(a: number, b: number): number {
  const multiple = Math.round(a / b);
  return Math.abs(a - multiple * b) <= 1e-9 * a ? 0 : a - Math.floor(a / b) * b;
}
