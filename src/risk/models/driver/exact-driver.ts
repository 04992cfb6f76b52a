import { pointsOf } from '../../distributions/points.js';
import { normalCdf, normalDensity } from '../../distributions/special-functions/error-function.js';
import { integrate } from '../../distributions/special-functions/quadrature.js';
import type { ExactValues } from '../../results/results.js';
import type { Base, Line } from '../../waterfall/base.js';
import { type DriverChange, driverChange } from './driver-change.js';
import { driverEffects, slopeOf } from './driver-effects.js';
import type { DriverSpec } from './driver-spec.js';
import { responsesOf } from './line-response.js';

/** Normal scores beyond which a law without heavy tails adds nothing that a double shows. */
const FAR = 8;
/** A law cut at −100% with a probability below this is taken as whole. */
const NEGLIGIBLE = 1e-12;
const PANELS = 128;
/** Points at which a bent effect is asked whether it rises or falls throughout. */
const LOOKS = 400;

/**
 * What is known exactly of a driver's effect on some lines together: closed forms where it is a straight line of the
 * change; else the mean and deviation by Gauss-Legendre quadrature over the law's quantiles, and its quantiles where it
 * rises or falls throughout. A correlation with other variables leaves all of it as it is.
 *
 * @param counts the lines whose sum is asked for: those of a measure that is linear in them
 * @param levels of the quantiles
 * @returns null where the tails are too heavy: the effect has no fourth moment, or the lines have no effect
 * @throws InputError as `driverSampler`
 */
export function exactDriver(
  spec: DriverSpec,
  risk: string,
  base: Base,
  counts: (line: Line) => boolean,
  levels: readonly number[],
): ExactValues | null {
  const responses = responsesOf(spec, risk, base);
  const change = driverChange(spec, risk, responses);
  const counted = new Set(base.lines.filter(counts).map(({ id }) => id));
  const effects = driverEffects(responses, base).filter(({ line }) => counted.has(line));
  if (effects.length === 0) return null;
  const degree = Math.max(0, ...effects.map((effect) => effect.degree));
  if (!(change.law.momentsBelow > 4 * degree)) return null;
  const slope = slopeOf(effects);
  if (slope !== null && change.cut < NEGLIGIBLE) return straight(change, slope, levels);
  const effect = (at: number) => effects.reduce((sum, each) => sum + each.at(at), 0);
  const mean = expected(spec, change, effect);
  const variance = expected(spec, change, (at) => (effect(at) - mean.value) ** 2);
  return {
    method:
      pointsOf(spec.change) === null
        ? 'quadrature over the law of its change'
        : 'sum over the cases of its change',
    mean: mean.value,
    deviation: Math.sqrt(variance.value),
    quantiles: quantilesOf(change, effect, levels),
    error: mean.error,
  };
}

function straight({ law }: DriverChange, slope: number, levels: readonly number[]): ExactValues {
  const at = (level: number) => slope * law.quantile(slope < 0 ? 1 - level : level);
  return {
    method: 'closed form of a straight line',
    mean: slope * law.mean + 0,
    deviation: Math.abs(slope) * Math.sqrt(law.variance),
    quantiles: levels.map((level) => ({ level, value: at(level) + 0 })),
    error: 0,
  };
}

/** E[f] under the law of the change, and how far a rule of half the panels is off. */
function expected(
  spec: DriverSpec,
  change: DriverChange,
  f: (change: number) => number,
): { readonly value: number; readonly error: number } {
  const [low, high] = change.possible;
  const points = pointsOf(spec.change)?.filter(({ at }) => at >= low && at <= high);
  if (points !== undefined) {
    const whole = points.reduce((sum, { probability }) => sum + probability, 0);
    return {
      value: points.reduce((sum, { at, probability }) => sum + probability * f(at), 0) / whole,
      error: 0,
    };
  }
  const over = (panels: number) =>
    integrate((z) => normalDensity(z) * f(change.quantile(normalCdf(z))), -FAR, FAR, panels);
  const value = over(PANELS);
  return { value, error: Math.abs(value - over(PANELS / 2)) };
}

/** A monotone effect takes quantiles to quantiles; of one that turns, none is given. */
function quantilesOf(
  change: DriverChange,
  effect: (change: number) => number,
  levels: readonly number[],
): ExactValues['quantiles'] {
  const values = Array.from({ length: LOOKS }, (_, nth) => effect(change.quantile((nth + 0.5) / LOOKS)));
  const steps = values.slice(1).map((value, nth) => value - (values[nth] as number));
  const rises = steps.every((step) => step >= 0);
  if (!rises && !steps.every((step) => step <= 0)) return [];
  return levels.map((level) => ({ level, value: effect(change.quantile(rises ? level : 1 - level)) + 0 }));
}
