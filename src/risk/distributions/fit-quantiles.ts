import { InputError } from '../../value/index.js';
import { distributionOf } from './distribution-of.js';
import type { DistributionSpec } from './distribution-spec.js';
import { fitBeta, fitGamma, fitGpd, fitThreePoints } from './fitting/curved-laws.js';
import {
  type GivenParameters,
  quantilesText,
  requireKnown,
  requireQuantiles,
  type StatedQuantile,
} from './fitting/quantile-points.js';
import { fitLognormal, fitNormal, fitPareto, fitStudentT, fitUniform } from './fitting/straight-laws.js';

export type { GivenParameters, StatedQuantile } from './fitting/quantile-points.js';

/** What may be given of each law beside quantiles; the other parameters follow from them. */
const GIVEN: Readonly<Partial<Record<DistributionSpec['distribution'], readonly string[]>>> = {
  normal: ['mean', 'deviation'],
  lognormal: ['mu', 'sigma'],
  pert: ['low', 'mode', 'high', 'weight'],
  triangular: ['low', 'mode', 'high'],
  uniform: ['low', 'high'],
  beta: ['alpha', 'beta', 'low', 'high'],
  gamma: ['shape', 'scale'],
  'student-t': ['freedom', 'location', 'scale'],
  pareto: ['shape', 'minimum'],
  gpd: ['shape', 'scale', 'threshold'],
};

/**
 * The law of a kind that has the stated quantiles: through all of them where they are as many as the unknown parameters,
 * else by least squares (`quantileMisfit` says how near it comes). Student's t needs its freedom, triangular and PERT
 * their mode, beta its low and high where they are not 0 and 1.
 *
 * @param quantiles in ascending order of level
 * @param given parameters that are known beside the quantiles, by name
 * @throws InputError where levels or values do not ascend, are too few, or where no such law has them; it says which
 */
export function fitQuantiles(
  law: DistributionSpec['distribution'],
  quantiles: readonly StatedQuantile[],
  given: GivenParameters = {},
): DistributionSpec {
  if (GIVEN[law] === undefined) throw notByQuantiles(law);
  requireKnown(law, given, GIVEN[law]);
  requireQuantiles(law, quantiles);
  const spec = fitted(law, quantiles, given);
  try {
    distributionOf(spec);
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new InputError(
      'bad-number',
      `${law}: no such law has these quantiles (${quantilesText(quantiles)}) with the parameters given: ${cause.message}`,
    );
  }
  return spec;
}

/** A stated quantile beside that of the law that was fitted to it. */
export interface QuantileMisfit extends StatedQuantile {
  readonly fitted: number;
}

/** How near a law comes to stated quantiles, for print where they are more than the law has parameters. */
export function quantileMisfit(
  spec: DistributionSpec,
  quantiles: readonly StatedQuantile[],
): readonly QuantileMisfit[] {
  const { quantile } = distributionOf(spec);
  return quantiles.map(({ level, value }) => ({ level, value, fitted: quantile(level) }));
}

function fitted(
  law: DistributionSpec['distribution'],
  quantiles: readonly StatedQuantile[],
  given: GivenParameters,
): DistributionSpec {
  switch (law) {
    case 'normal':
      return fitNormal(quantiles, given);
    case 'lognormal':
      return fitLognormal(quantiles, given);
    case 'uniform':
      return fitUniform(quantiles, given);
    case 'student-t':
      return fitStudentT(quantiles, given);
    case 'pareto':
      return fitPareto(quantiles, given);
    case 'gpd':
      return fitGpd(quantiles, given);
    case 'gamma':
      return fitGamma(quantiles, given);
    case 'beta':
      return fitBeta(quantiles, given);
    case 'triangular':
    case 'pert':
      return fitThreePoints(law, quantiles, given);
    default:
      throw notByQuantiles(law);
  }
}

function notByQuantiles(law: string): InputError {
  return new InputError(
    'bad-number',
    `${law}: cannot be written by quantiles; write its ${law === 'constant' ? 'value' : 'values'}.`,
  );
}
