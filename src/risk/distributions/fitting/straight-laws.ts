import { InputError } from '../../../value/index.js';
import type { SpecOf } from '../distribution-spec.js';
import { normalQuantile } from '../special-functions/normal-quantile.js';
import { studentTQuantile } from '../student-t.js';
import { type GivenParameters, requireAbove, requireEnough, type StatedQuantile } from './quantile-points.js';
import { straightLine } from './straight-line.js';

/*
 * Laws whose quantile is a straight line in a known function of the level, in the values or in their logarithms: two
 * quantiles tell the two parameters exactly, more by least squares.
 */

export function fitNormal(quantiles: readonly StatedQuantile[], given: GivenParameters): SpecOf<'normal'> {
  requireEnough('normal', quantiles, unknownOf(given, ['mean', 'deviation']));
  const line = lineOf(quantiles, normalQuantile, identity, given.mean, given.deviation);
  return { distribution: 'normal', mean: line.intercept, deviation: line.slope };
}

export function fitLognormal(
  quantiles: readonly StatedQuantile[],
  given: GivenParameters,
): SpecOf<'lognormal'> {
  requireEnough('lognormal', quantiles, unknownOf(given, ['mu', 'sigma']));
  requireAbove('lognormal', quantiles, 0, '0');
  const line = lineOf(quantiles, normalQuantile, Math.log, given.mu, given.sigma);
  return { distribution: 'lognormal', mu: line.intercept, sigma: line.slope };
}

export function fitUniform(quantiles: readonly StatedQuantile[], given: GivenParameters): SpecOf<'uniform'> {
  requireEnough('uniform', quantiles, unknownOf(given, ['low', 'high']));
  if (given.high === undefined) {
    const { intercept, slope } = lineOf(quantiles, identity, identity, given.low);
    return { distribution: 'uniform', low: intercept, high: intercept + slope };
  }
  const { slope } = lineOf(quantiles, (level) => level - 1, identity, given.high);
  return { distribution: 'uniform', low: given.high - slope, high: given.high };
}

export function fitStudentT(
  quantiles: readonly StatedQuantile[],
  given: GivenParameters,
): SpecOf<'student-t'> {
  const { freedom } = given;
  if (freedom === undefined || !(freedom > 0))
    throw new InputError(
      'bad-number',
      'student-t: give a positive freedom beside the quantiles (3 to 6 for daily changes of markets).',
    );
  requireEnough('student-t', quantiles, unknownOf(given, ['location', 'scale']));
  const line = lineOf(
    quantiles,
    (level) => studentTQuantile(freedom, level),
    identity,
    given.location,
    given.scale,
  );
  return { distribution: 'student-t', freedom, location: line.intercept, scale: line.slope };
}

export function fitPareto(quantiles: readonly StatedQuantile[], given: GivenParameters): SpecOf<'pareto'> {
  requireEnough('pareto', quantiles, unknownOf(given, ['shape', 'minimum']));
  requireAbove(
    'pareto',
    quantiles,
    given.minimum ?? 0,
    given.minimum === undefined ? '0' : `the minimum, ${given.minimum}`,
  );
  const start = given.minimum === undefined ? undefined : Math.log(given.minimum);
  const slope = given.shape === undefined ? undefined : 1 / given.shape;
  const line = lineOf(quantiles, exceedance, Math.log, start, slope);
  return {
    distribution: 'pareto',
    shape: given.shape ?? 1 / line.slope,
    minimum: given.minimum ?? Math.exp(line.intercept),
  };
}

/** A generalised Pareto law of a given shape. */
export function fitGpdOfShape(
  quantiles: readonly StatedQuantile[],
  given: GivenParameters,
  shape: number,
): SpecOf<'gpd'> {
  const standard = (level: number) =>
    shape === 0 ? exceedance(level) : Math.expm1(shape * exceedance(level)) / shape;
  const line = lineOf(quantiles, standard, identity, given.threshold, given.scale);
  return { distribution: 'gpd', shape, scale: line.slope, threshold: line.intercept };
}

/** The parameters that nothing tells but the quantiles. */
export function unknownOf(given: GivenParameters, names: readonly string[]): string[] {
  return names.filter((name) => given[name] === undefined);
}

function lineOf(
  quantiles: readonly StatedQuantile[],
  standard: (level: number) => number,
  transform: (value: number) => number,
  intercept?: number,
  slope?: number,
) {
  const xs = quantiles.map(({ level }) => standard(level));
  const ys = quantiles.map(({ value }) => transform(value));
  return straightLine(xs, ys, { intercept, slope });
}

/** −log(1 − level): how many times e-fold rarer than always. */
function exceedance(level: number): number {
  return -Math.log1p(-level);
}

function identity(value: number): number {
  return value;
}
