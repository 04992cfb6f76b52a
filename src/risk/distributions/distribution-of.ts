import { InputError } from '../../value/index.js';
import { beta } from './beta.js';
import { constant } from './constant.js';
import { discrete } from './discrete.js';
import type { Distribution } from './distribution.js';
import type { DistributionSpec } from './distribution-spec.js';
import { empirical } from './empirical.js';
import { gamma } from './gamma.js';
import { gpd } from './gpd.js';
import { lognormal } from './lognormal.js';
import { normal } from './normal.js';
import { pareto } from './pareto.js';
import { pert } from './pert.js';
import { studentT } from './student-t.js';
import { triangular } from './triangular.js';
import { uniform } from './uniform.js';

/**
 * The law that a specification describes.
 *
 * @throws InputError where a parameter is out of its range; the message names law, parameter and value
 */
export function distributionOf(spec: DistributionSpec): Distribution {
  const law = lawOf(spec);
  const isComputable =
    (!(law.momentsBelow > 1) || Number.isFinite(law.mean)) &&
    (!(law.momentsBelow > 2) || Number.isFinite(law.variance));
  if (!isComputable)
    throw new InputError(
      'bad-number',
      `${spec.distribution}: mean or variance are beyond what can be computed; expected parameters below 10^100.`,
    );
  return law;
}

function lawOf(spec: DistributionSpec): Distribution {
  switch (spec.distribution) {
    case 'constant':
      return constant(spec);
    case 'normal':
      return normal(spec);
    case 'lognormal':
      return lognormal(spec);
    case 'pert':
      return pert(spec);
    case 'triangular':
      return triangular(spec);
    case 'uniform':
      return uniform(spec);
    case 'beta':
      return beta(spec);
    case 'gamma':
      return gamma(spec);
    case 'student-t':
      return studentT(spec);
    case 'pareto':
      return pareto(spec);
    case 'gpd':
      return gpd(spec);
    case 'discrete':
      return discrete(spec);
    case 'empirical':
      return empirical(spec);
    default:
      throw unknownLaw(spec);
  }
}

function unknownLaw(spec: never): InputError {
  const { distribution } = spec as { distribution: unknown };
  return new InputError('bad-number', `Unexpected distribution "${String(distribution)}".`);
}
