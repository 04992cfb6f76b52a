import { InputError } from '../../value/index.js';
import type { Correlation } from '../resolved-register.js';
import { cholesky } from './cholesky.js';
import { completedCorrelationMatrix } from './completed-correlation-matrix.js';
import { type Copula, latentCorrelation, rankCorrelation } from './latent-correlation.js';
import { nearestCorrelationMatrix } from './nearest-correlation-matrix.js';
import { connectedParts, type StatedCorrelations, statedCorrelations } from './stated-correlations.js';

/** No eigenvalue of a repaired matrix is smaller, so that it has a Cholesky factor. */
const LEAST_EIGENVALUE = 1e-6;
/** Fewer degrees of freedom have no use: a Cauchy copula is the heaviest that practice knows. */
const LEAST_FREEDOM = 1;
const MOST_FREEDOM = 1e6;

/**
 * What became of the correlations that the register states:
 *
 * - `as-stated`: each is used as stated, and pairs of which nothing is stated have 0;
 * - `completed`: each is used as stated, but 0 for the other pairs is impossible beside them (A with B and B with C at
 *   0.9 leave A with C no room for 0): those are moved from 0 no farther than needed;
 * - `repaired`: what is stated contradicts itself, and all pairs are moved to the nearest possible matrix.
 */
export type CorrelationOutcome = 'as-stated' | 'completed' | 'repaired';

export interface CorrelationReport {
  readonly variables: readonly string[];
  readonly outcome: CorrelationOutcome;
  /** Every pair that is stated, in the register's order, then every other pair that is moved from 0. */
  readonly pairs: readonly CorrelationPair[];
  /** The largest difference between a rank correlation as stated and as used; 0 where nothing was repaired. */
  readonly largestChange: number;
}

export interface CorrelationPair {
  readonly between: readonly [string, string];
  readonly measure: Correlation['measure'];
  /** Null where the register states none. */
  readonly stated: number | null;
  readonly used: number;
  /** The correlation of the latent normals or Student t's behind `used`. */
  readonly latent: number;
}

export interface CorrelationMatrix {
  /** In the order of first mention. */
  readonly variables: readonly string[];
  /** Correlations of the latent variables, row by row. */
  readonly latent: Float64Array;
  /** Lower triangular factor of `latent`, row by row. */
  readonly factor: Float64Array;
  readonly report: CorrelationReport;
}

/**
 * The latent correlation matrix behind the rank correlations that a register states. Groups of variables that no
 * correlation joins are repaired apart, so that an impossible group leaves the others as they are. Throws `InputError`
 * for what no repair can mean: a number outside (−1, 1), a pair stated twice with different numbers, a variable with
 * itself, too many variables.
 */
export function correlationMatrix(correlations: readonly Correlation[], copula: Copula): CorrelationMatrix {
  requireFreedom(copula);
  const stated = statedCorrelations(correlations);
  const n = stated.variables.length;
  const latent = new Float64Array(n * n);
  for (let index = 0; index < n; index++) latent[index * n + index] = 1;
  for (const { one, other, measure, value } of stated.pairs) {
    const correlation = latentCorrelation(measure, value, copula);
    latent[one * n + other] = correlation;
    latent[other * n + one] = correlation;
  }
  let outcome: CorrelationOutcome = 'as-stated';
  for (const part of connectedParts(stated)) outcome = worse(outcome, repairPart(latent, stated, part));
  const factor = cholesky(latent, n);
  if (factor === null) throw new Error('A repaired correlation matrix has no Cholesky factor');
  const report = reportOf(stated, latent, outcome, copula);
  return { variables: stated.variables, latent, factor, report };
}

/** Makes the rows and columns of one group a correlation matrix, and says how. */
function repairPart(
  latent: Float64Array,
  { variables, isStated }: StatedCorrelations,
  part: readonly number[],
): CorrelationOutcome {
  const [n, size] = [variables.length, part.length];
  const wanted = new Float64Array(size * size);
  const held = new Uint8Array(size * size);
  part.forEach((i, row) => {
    part.forEach((j, column) => {
      wanted[row * size + column] = latent[i * n + j] as number;
      held[row * size + column] = isStated[i * n + j] as number;
    });
  });
  if (cholesky(wanted, size) !== null) return 'as-stated';
  const completed = completedCorrelationMatrix(wanted, held, size, LEAST_EIGENVALUE);
  const used = completed ?? nearestCorrelationMatrix(wanted, size, LEAST_EIGENVALUE);
  part.forEach((i, row) => {
    part.forEach((j, column) => {
      latent[i * n + j] = used[row * size + column] as number;
    });
  });
  return completed === null ? 'repaired' : 'completed';
}

function reportOf(
  { variables, pairs, isStated }: StatedCorrelations,
  latent: Float64Array,
  outcome: CorrelationOutcome,
  copula: Copula,
): CorrelationReport {
  const n = variables.length;
  const wanted = pairs.map(({ one, other, measure, value }): CorrelationPair => {
    const correlation = latent[one * n + other] as number;
    const asStated = correlation === latentCorrelation(measure, value, copula);
    const used = asStated ? value : rankCorrelation(measure, correlation, copula);
    return { between: named(variables, one, other), measure, stated: value, used, latent: correlation };
  });
  const moved: CorrelationPair[] = [];
  for (let one = 0; one < n; one++) {
    for (let other = one + 1; other < n; other++) {
      const correlation = latent[one * n + other] as number;
      if (isStated[one * n + other] === 1 || correlation === 0) continue;
      const used = rankCorrelation('kendall', correlation, copula);
      const between = named(variables, one, other);
      moved.push({ between, measure: 'kendall', stated: null, used, latent: correlation });
    }
  }
  const changes = wanted.map((pair) => Math.abs(pair.used - (pair.stated ?? 0)));
  return { variables, outcome, pairs: [...wanted, ...moved], largestChange: Math.max(0, ...changes) };
}

function named(variables: readonly string[], one: number, other: number): readonly [string, string] {
  return [variables[one] ?? '', variables[other] ?? ''];
}

function worse(one: CorrelationOutcome, other: CorrelationOutcome): CorrelationOutcome {
  const order: readonly CorrelationOutcome[] = ['as-stated', 'completed', 'repaired'];
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

function requireFreedom(copula: Copula): void {
  if (copula.copula === 'gaussian') return;
  const { freedom } = copula;
  if (freedom >= LEAST_FREEDOM && freedom <= MOST_FREEDOM) return;
  throw new InputError(
    'bad-number',
    `Unexpected ${freedom} degrees of freedom of the t copula, expected a number from ${LEAST_FREEDOM} to ${MOST_FREEDOM}. The fewer, the more often extremes come together; 4 is usual.`,
  );
}
