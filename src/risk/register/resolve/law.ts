import { InputError } from '../../../value/index.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import { fitQuantiles } from '../../distributions/fit-quantiles.js';
import { percentText } from '../../percent-text.js';
import { isQuantity, type Quantity } from '../quantity/quantity-kind.js';
import { error } from '../reading/problem.js';
import { pathText, type RegisterPath } from '../reading/register-path.js';
import type { Law } from '../schema/distributions.js';
import { type Amounts, overrideKey, Unresolved } from './amounts.js';
import { LawReader, type WrittenLaw } from './law-reader.js';
import { scaledLaw, shiftedLaw } from './law-shift.js';
import type { LawShock, Shocks } from './shocks.js';

/** A law with its shocks. Throws `Unresolved` where parameters are missing, contradict each other or make no law. */
export function resolveLaw(
  law: Law,
  path: RegisterPath,
  amounts: Amounts,
  shocks: Shocks | null,
): DistributionSpec {
  let spec = asWritten(law, path, amounts);
  for (const shock of shocks?.laws.get(overrideKey(path)) ?? [])
    spec = shocked(spec, shock, law, path, amounts);
  return spec;
}

function asWritten(law: Law, path: RegisterPath, amounts: Amounts): DistributionSpec {
  if (isQuantity(law)) return { distribution: 'constant', value: amounts.number(law, path) };
  try {
    const spec = specOf(new LawReader(law, path, amounts));
    // Refuses parameters that make no law.
    distributionOf(spec);
    return spec;
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new Unresolved(error('distribution', path, cause.message.replace(/\.$/, '')));
  }
}

function specOf(reader: LawReader): DistributionSpec {
  const { law, path, amounts, unit } = reader;
  if (law.distribution === 'discrete') {
    const { table, entries } = law.values;
    const at = [...path, 'values'];
    return {
      distribution: 'discrete',
      values: entries.map(([key]) => amounts.key(key, table, [...at, key], unit)),
      probabilities: normalised(
        entries.map(([key, value]) => amounts.number(value, [...at, key])),
        at,
      ),
    };
  }
  if (law.distribution === 'empirical') {
    const values = law.values.map((value, index) => amounts.number(value, [...path, 'values', index], unit));
    return { distribution: 'empirical', values };
  }
  if (law.distribution !== 'constant' && law.quantiles !== undefined) {
    return fitQuantiles(law.distribution, reader.quantiles(law.quantiles), reader.numbers());
  }
  return parametric(law.distribution, reader);
}

function parametric(
  name: Exclude<WrittenLaw['distribution'], 'discrete' | 'empirical'>,
  reader: LawReader,
): DistributionSpec {
  const get = (key: string) => reader.required(key);
  switch (name) {
    case 'constant':
      return { distribution: name, value: get('value') };
    case 'normal':
      return { distribution: name, mean: get('mean'), deviation: get('deviation') };
    case 'lognormal':
      return lognormal(reader);
    case 'pert':
      return {
        distribution: name,
        low: get('low'),
        mode: get('mode'),
        high: get('high'),
        weight: reader.number('weight') ?? 4,
      };
    case 'triangular':
      return { distribution: name, low: get('low'), mode: get('mode'), high: get('high') };
    case 'uniform':
      return { distribution: name, low: get('low'), high: get('high') };
    case 'beta':
      return {
        distribution: name,
        alpha: get('alpha'),
        beta: get('beta'),
        low: get('low'),
        high: get('high'),
      };
    case 'gamma':
      return gamma(reader);
    case 'student-t':
      return { distribution: name, freedom: get('freedom'), location: get('location'), scale: get('scale') };
    case 'pareto':
      return { distribution: name, shape: get('shape'), minimum: get('minimum') };
    case 'gpd':
      return {
        distribution: name,
        shape: get('shape'),
        scale: get('scale'),
        threshold: reader.number('threshold') ?? 0,
      };
  }
}

/** By the mean and deviation of the amount itself, by its median and sigma, or by mu and sigma of its logarithm. */
function lognormal(reader: LawReader): DistributionSpec {
  const distribution = 'lognormal';
  const [mean, median] = [reader.number('mean'), reader.number('median')];
  if (mean !== null) {
    const deviation = reader.required('deviation');
    if (!(mean > 0 && deviation > 0))
      throw reader.problem('a lognormal needs a mean and a deviation above 0');
    const variance = Math.log1p((deviation / mean) ** 2);
    return { distribution, mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
  }
  if (median !== null) {
    if (!(median > 0)) throw reader.problem('a lognormal needs a median above 0');
    return { distribution, mu: Math.log(median), sigma: reader.required('sigma') };
  }
  return { distribution, mu: reader.required('mu'), sigma: reader.required('sigma') };
}

/** By shape and scale, or by mean and deviation. */
function gamma(reader: LawReader): DistributionSpec {
  const mean = reader.number('mean');
  if (mean === null)
    return { distribution: 'gamma', shape: reader.required('shape'), scale: reader.required('scale') };
  const deviation = reader.required('deviation');
  if (!(mean > 0 && deviation > 0)) throw reader.problem('a gamma law needs a mean and a deviation above 0');
  return { distribution: 'gamma', shape: (mean / deviation) ** 2, scale: deviation ** 2 / mean };
}

/** Shares that sum to 100% within what their printed digits leave open. */
function normalised(probabilities: readonly number[], path: RegisterPath): number[] {
  const sum = probabilities.reduce((total, each) => total + each, 0);
  if (Math.abs(sum - 1) > 1e-3) {
    throw new Unresolved(
      error('shares', path, `probabilities sum to ${percentText(sum, 8)}, expected 100%`, 'key'),
    );
  }
  return probabilities.map((each) => each / sum);
}

function shocked(
  spec: DistributionSpec,
  shock: LawShock,
  law: Law,
  path: RegisterPath,
  amounts: Amounts,
): DistributionSpec {
  const amount = (given: Quantity | number) =>
    typeof given === 'number' ? given : amounts.number({ ...given, quantity: kindOf(law) }, path);
  if ('to' in shock) return { distribution: 'constant', value: amount(shock.to) };
  const made = 'times' in shock ? scaledLaw(spec, shock.times) : shiftedLaw(spec, amount(shock.plus));
  if (made !== null) return made;
  const what = 'times' in shock ? `multiplied by ${shock.times}` : 'moved by an amount';
  throw new Unresolved(
    error(
      'shock',
      path,
      `${pathText(path)}: a ${spec.distribution} law cannot be ${what}; change one of its parameters instead`,
    ),
  );
}

/** What the values of a law are. */
function kindOf(law: Law): Quantity['quantity'] {
  if (isQuantity(law)) return { dimension: law.quantity.dimension };
  for (const value of Object.values(law)) {
    if (typeof value !== 'object') continue;
    if (isQuantity(value) && value.quantity.dimension !== 'number')
      return { dimension: value.quantity.dimension };
    if ('table' in value) {
      const [first] = value.entries;
      if (law.distribution === 'discrete') return value.table;
      if (first !== undefined) return { dimension: first[1].quantity.dimension };
    }
    if (Array.isArray(value) && value[0] !== undefined) return { dimension: value[0].quantity.dimension };
  }
  return { dimension: 'any' };
}
