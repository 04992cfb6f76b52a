import { InputError } from '../../../value/index.js';
import { percentText } from '../../percent-text.js';
import { distributionOf } from '../distribution-of.js';
import type { DistributionSpec, SpecOf } from '../distribution-spec.js';
import { inverseIncompleteBeta } from '../special-functions/incomplete-beta.js';
import { inverseLowerGamma } from '../special-functions/incomplete-gamma.js';
import { normalQuantile } from '../special-functions/normal-quantile.js';
import { leastSquares } from './least-squares.js';
import {
  type GivenParameters,
  quantilesText,
  requireAbove,
  requireEnough,
  type StatedQuantile,
} from './quantile-points.js';
import { fitGpdOfShape, unknownOf } from './straight-laws.js';

/*
 * Laws of which a parameter bends the quantile: it is searched for by least squares, in a form that may be any number
 * (logarithms of what must be positive).
 */

/** Beyond this, what the quantiles ask for is no law that could be meant. */
const GREATEST_LOGARITHM = 25;
/** What a fit through as many quantiles as parameters may leave, in parts of their spread. */
const EXACT = 1e-8;

export function fitGpd(quantiles: readonly StatedQuantile[], given: GivenParameters): SpecOf<'gpd'> {
  requireEnough('gpd', quantiles, unknownOf(given, ['shape', 'scale', 'threshold']));
  if (given.threshold !== undefined)
    requireAbove('gpd', quantiles, given.threshold, `the threshold, ${given.threshold}`);
  if (given.shape !== undefined) return fitGpdOfShape(quantiles, given, given.shape);
  const lawOf = ([shape]: Float64Array) => fitGpdOfShape(quantiles, given, shape as number);
  const exact = quantiles.length === unknownOf(given, ['shape', 'scale', 'threshold']).length;
  return search('gpd', quantiles, [0.1], exact, lawOf, ({ shape, scale, threshold }) => (level) => {
    const h = -Math.log1p(-level);
    return threshold + scale * (shape === 0 ? h : Math.expm1(shape * h) / shape);
  });
}

export function fitGamma(quantiles: readonly StatedQuantile[], given: GivenParameters): SpecOf<'gamma'> {
  const unknown = unknownOf(given, ['shape', 'scale']);
  requireEnough('gamma', quantiles, unknown);
  requireAbove('gamma', quantiles, 0, '0');
  const withShape = (shape: number): SpecOf<'gamma'> => {
    const logs = quantiles.map(({ level, value }) => Math.log(value / inverseLowerGamma(shape, level)));
    const scale = given.scale ?? Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
    return { distribution: 'gamma', shape, scale };
  };
  if (given.shape !== undefined) return withShape(given.shape);
  const start = quantiles.length > 1 ? -2 * Math.log(spreadOf(quantiles, Math.log)) : 0;
  return search(
    'gamma',
    quantiles,
    [start],
    quantiles.length === unknown.length,
    ([log]) => withShape(bounded(log)),
    ({ shape, scale }) =>
      (level) =>
        Math.log(scale * inverseLowerGamma(shape, level)),
    Math.log,
  );
}

export function fitBeta(quantiles: readonly StatedQuantile[], given: GivenParameters): SpecOf<'beta'> {
  const { low = 0, high = 1 } = given;
  const unknown = unknownOf(given, ['alpha', 'beta']);
  requireEnough('beta', quantiles, unknown);
  requireInside('beta', quantiles, low, high);
  const mean = quantiles.reduce((sum, { value }) => sum + (value - low) / (high - low), 0) / quantiles.length;
  const deviation = quantiles.length > 1 ? spreadOf(quantiles, (value) => value / (high - low)) : 0.25;
  const concentration = Math.max((mean * (1 - mean)) / (deviation * deviation) - 1, 0.1);
  const starts = { alpha: mean * concentration, beta: (1 - mean) * concentration };
  return search(
    'beta',
    quantiles,
    unknown.map((name) => Math.log(starts[name as 'alpha' | 'beta'])),
    quantiles.length === unknown.length,
    (logs) => {
      const alpha = given.alpha ?? bounded(logs[0]);
      return {
        distribution: 'beta',
        alpha,
        beta: given.beta ?? bounded(logs[unknown.length - 1]),
        low,
        high,
      };
    },
    ({ alpha, beta }) =>
      (level) => {
        const { x, y } = inverseIncompleteBeta(alpha, beta, level);
        return Math.log(x / y);
      },
    (value) => Math.log((value - low) / (high - value)),
  );
}

/** The outer two parameters of a triangular or a PERT law from its mode and quantiles. */
export function fitThreePoints<Name extends 'triangular' | 'pert'>(
  law: Name,
  quantiles: readonly StatedQuantile[],
  given: GivenParameters,
): SpecOf<'triangular'> | SpecOf<'pert'> {
  const { mode, weight = 4 } = given;
  if (mode === undefined)
    throw new InputError('bad-number', `${law}: give the mode, the most likely value, beside the quantiles.`);
  const unknown = unknownOf(given, ['low', 'high']);
  requireEnough(law, quantiles, unknown);
  const reach = requireReach(law, quantiles, mode, given);
  const specOf = (logs: Float64Array): SpecOf<'triangular'> | SpecOf<'pert'> => {
    const low = given.low ?? mode - bounded(logs[0]) * reach;
    const high = given.high ?? mode + bounded(logs[unknown.length - 1]) * reach;
    return law === 'pert'
      ? { distribution: 'pert', low, mode, high, weight }
      : { distribution: 'triangular', low, mode, high };
  };
  return search(
    law,
    quantiles,
    unknown.map(() => 0),
    quantiles.length === unknown.length,
    specOf,
    (spec) => distributionOf(spec).quantile,
  );
}

/**
 * The law whose quantiles come nearest to those stated, by least squares in parts of their spread.
 *
 * @param quantileOf the quantile of a law, on the scale on which it is compared
 * @param scale that scale: the value itself, its logarithm, the logit of its place between bounds
 * @throws InputError where as many quantiles as unknown parameters cannot be met
 */
function search<Spec extends DistributionSpec>(
  law: string,
  quantiles: readonly StatedQuantile[],
  start: readonly number[],
  isExact: boolean,
  lawOf: (parameters: Float64Array) => Spec,
  quantileOf: (spec: Spec) => (level: number) => number,
  scale: (value: number) => number = (value) => value,
): Spec {
  const last = quantiles[quantiles.length - 1] as StatedQuantile;
  const first = quantiles[0] as StatedQuantile;
  const spread =
    quantiles.length > 1 ? scale(last.value) - scale(first.value) : Math.abs(scale(last.value)) || 1;
  const { parameters, misfit } = leastSquares((candidate) => {
    const quantile = quantileOf(lawOf(candidate));
    return Float64Array.from(quantiles, ({ level, value }) => (quantile(level) - scale(value)) / spread);
  }, start);
  if (!(misfit <= (isExact ? EXACT : 1)))
    throw new InputError(
      'bad-number',
      `${law}: no such law has these quantiles (${quantilesText(quantiles)}) with the parameters given.`,
    );
  return lawOf(parameters);
}

function bounded(logarithm: number | undefined): number {
  return Math.exp(Math.min(Math.max(logarithm as number, -GREATEST_LOGARITHM), GREATEST_LOGARITHM));
}

/** The deviation that a normal law with the outer two quantiles would have. */
function spreadOf(quantiles: readonly StatedQuantile[], transform: (value: number) => number): number {
  const first = quantiles[0] as StatedQuantile;
  const last = quantiles[quantiles.length - 1] as StatedQuantile;
  return (
    (transform(last.value) - transform(first.value)) /
    (normalQuantile(last.level) - normalQuantile(first.level))
  );
}

function requireInside(law: string, quantiles: readonly StatedQuantile[], low: number, high: number): void {
  requireAbove(law, quantiles, low, `low, ${low}`);
  const last = quantiles[quantiles.length - 1] as StatedQuantile;
  if (!(last.value < high))
    throw new InputError(
      'bad-number',
      `${law}: the ${percentText(last.level)} quantile, ${last.value}, must be below high, ${high}. Give low and high of the law where it is not on 0 to 1.`,
    );
}

/** How far the quantiles lie from the mode. Where an end is not given, a quantile must lie between it and the mode. */
function requireReach(
  law: string,
  quantiles: readonly StatedQuantile[],
  mode: number,
  given: GivenParameters,
): number {
  const first = quantiles[0] as StatedQuantile;
  const last = quantiles[quantiles.length - 1] as StatedQuantile;
  if (given.low === undefined && !(first.value < mode))
    throw new InputError(
      'bad-number',
      `${law}: the ${percentText(first.level)} quantile, ${first.value}, must be below the mode, ${mode}; or give low.`,
    );
  if (given.high === undefined && !(last.value > mode))
    throw new InputError(
      'bad-number',
      `${law}: the ${percentText(last.level)} quantile, ${last.value}, must be above the mode, ${mode}; or give high.`,
    );
  return Math.max(Math.abs(first.value - mode), Math.abs(last.value - mode));
}
