import { InputError } from '../../../value/index.js';
import { normalDensity } from '../../distributions/special-functions/error-function.js';
import { NORMAL_975, normalQuantile } from '../../distributions/special-functions/normal-quantile.js';
import { percentText } from '../../percent-text.js';
import { randomStream } from '../../random/xoshiro-stream.js';
import { meanOf } from '../../simulation/moments.js';
import { overlappingSums, overlapWorth, toHorizon } from './horizon.js';
import {
  type ErrorBar,
  lossQuantile,
  lossShortfall,
  quantileErrorBar,
  shortfallErrorBar,
} from './loss-quantile.js';
import type { MarketMethod } from './market-factor.js';
import { valueAtRiskStatement } from './value-at-risk-statement.js';
import { dailyVolatility, rescaledToEwma } from './volatility.js';

/** A loss that is exceeded with probability 1 − level over the horizon. Losses are positive; units are those of the changes. */
export interface ValueAtRisk {
  readonly value: number;
  /** Mean of the losses beyond it. */
  readonly expectedShortfall: number;
  /** Of `value`: how far it would be off if the observations were drawn again; of Monte Carlo, with its own error. */
  readonly standardError: number;
  /** Interval that holds the value with 95%; null: the observations are too few for that end. */
  readonly low: number | null;
  readonly high: number | null;
  readonly expectedShortfallError: number;
  /** Daily changes that it rests on. */
  readonly observations: number;
  readonly level: number;
  readonly horizonDays: number;
  /** Sign, horizon, level, mean, horizon rule and quantile rule in words: to be printed with the number. */
  readonly statement: string;
  readonly warnings: readonly string[];
}

export interface ValueAtRiskOptions {
  /** A year's volatility in the units of the changes, for the method `stated`. */
  readonly statedVolatility?: number | null | undefined;
  readonly seed?: number | bigint | undefined;
  /** Of Monte Carlo. Default 100,000. */
  readonly draws?: number | undefined;
}

const DEFAULT_DRAWS = 100_000;
const MOST_DRAWS = 10_000_000;
const LONGEST_HORIZON = 252;

/**
 * Value at risk of a position or a portfolio from its daily changes of value, oldest first, gains positive, which add up over days.
 *
 * Historical simulation takes the changes as they were (rescaled where the method has another volatility: Hull and
 * White 1998 for EWMA), `parametric` a normal law, `monte-carlo` draws from that normal law. With the mean `zero` the
 * mean of the sample is taken out; with `sample` it counts, once for each day of the horizon.
 *
 * Throws `InputError` for a change that is not finite, fewer than two, and for a method out of its ranges.
 */
export function valueAtRisk(
  changes: Float64Array,
  method: MarketMethod,
  options: ValueAtRiskOptions = {},
): ValueAtRisk {
  requireMethod(method);
  const used = changes.subarray(Math.max(0, changes.length - method.window));
  requireChanges(used, method);
  const figures =
    method.method === 'historical-simulation'
      ? historical(used, method, options)
      : method.method === 'parametric'
        ? parametric(used, method, options)
        : monteCarlo(used, method, options);
  return {
    ...figures,
    observations: used.length,
    level: method.level,
    horizonDays: method.horizonDays,
    statement: valueAtRiskStatement(method, used.length, options.draws ?? DEFAULT_DRAWS),
    warnings: valueAtRiskWarnings(figures, used.length, method),
  };
}

/** Of n equally likely losses, in any order; `overlap`: how many are worth one independent loss. */
export function empiricalValueAtRisk(
  losses: Float64Array,
  method: Pick<MarketMethod, 'level' | 'quantileRule'>,
  overlap = 1,
): Figures {
  const sorted = Float64Array.from(losses).sort();
  return figuresOf(
    lossQuantile(sorted, method.level, method.quantileRule),
    lossShortfall(sorted, method.level),
    quantileErrorBar(sorted, method.level, overlap),
    shortfallErrorBar(sorted, method.level, overlap),
  );
}

export type Figures = Pick<
  ValueAtRisk,
  'value' | 'expectedShortfall' | 'standardError' | 'low' | 'high' | 'expectedShortfallError'
>;

function figuresOf(value: number, expectedShortfall: number, bar: ErrorBar, shortfallBar: ErrorBar): Figures {
  return { value, expectedShortfall, ...bar, expectedShortfallError: shortfallBar.standardError };
}

function historical(changes: Float64Array, method: MarketMethod, options: ValueAtRiskOptions): Figures {
  const rescaled = toVolatility(changes, method, options.statedVolatility ?? null);
  const { changes: gains, overlap } = toHorizon(rescaled, method);
  return empiricalValueAtRisk(
    gains.map((gain) => 0 - gain),
    method,
    overlap,
  );
}

/** Changes with the volatility that the method names. */
export function toVolatility(
  changes: Float64Array,
  method: MarketMethod,
  statedVolatility: number | null,
): Float64Array {
  if (method.volatility === 'sample') return changes;
  if (method.volatility === 'ewma') return rescaledToEwma(changes, method.decay);
  const wanted = dailyVolatility(changes, method, statedVolatility).value;
  const own = dailyVolatility(changes, { ...method, volatility: 'sample' }, null).value;
  return own === 0 ? changes : changes.map((change) => (change * wanted) / own);
}

function parametric(changes: Float64Array, method: MarketMethod, options: ValueAtRiskOptions): Figures {
  const { mean, deviation, effective } = normalOfHorizon(changes, method, options);
  const z = normalQuantile(method.level);
  const multiple = normalDensity(z) / (1 - method.level);
  const bar = (times: number): ErrorBar => {
    // Delta method: Var(σ) = σ² / (2 n), and Var(mean) = σ² / n where the mean is the sample's.
    const ofMean = method.mean === 'zero' ? 0 : (method.horizonDays * deviation ** 2) / changes.length;
    const standardError = Math.sqrt((times * deviation) ** 2 / (2 * effective) + ofMean);
    const half = NORMAL_975 * standardError;
    const value = times * deviation - mean;
    return { standardError, low: value - half, high: value + half };
  };
  return figuresOf(z * deviation - mean, multiple * deviation - mean, bar(z), bar(multiple));
}

function monteCarlo(changes: Float64Array, method: MarketMethod, options: ValueAtRiskOptions): Figures {
  const { mean, deviation } = normalOfHorizon(changes, method, options);
  const draws = options.draws ?? DEFAULT_DRAWS;
  if (!Number.isInteger(draws) || draws < 100 || draws > MOST_DRAWS) {
    throw new InputError(
      'bad-option',
      `Unexpected ${draws} draws, expected a whole number from 100 to ${MOST_DRAWS}`,
    );
  }
  const losses = new Float64Array(draws);
  randomStream(options.seed ?? 1, 'value-at-risk', 0).fillNormal(losses, 0, draws);
  for (let at = 0; at < draws; at++) losses[at] = deviation * (losses[at] as number) - mean;
  const drawn = empiricalValueAtRisk(losses, method);
  const estimated = parametric(changes, method, options);
  const standardError = Math.hypot(drawn.standardError, estimated.standardError);
  const half = NORMAL_975 * standardError;
  return {
    ...drawn,
    standardError,
    low: drawn.value - half,
    high: drawn.value + half,
    expectedShortfallError: Math.hypot(drawn.expectedShortfallError, estimated.expectedShortfallError),
  };
}

/** The normal law of the horizon's change. */
function normalOfHorizon(changes: Float64Array, method: MarketMethod, options: ValueAtRiskOptions) {
  const { horizonDays: days } = method;
  const mean = method.mean === 'zero' ? 0 : days * meanOf(changes);
  if (days > 1 && method.horizonRule === 'overlapping' && method.volatility === 'sample') {
    const sums = overlappingSums(changes, days);
    const { value, effective } = dailyVolatility(sums, method, null);
    return { mean, deviation: value, effective: effective / overlapWorth(days) };
  }
  const { value, effective } = dailyVolatility(changes, method, options.statedVolatility ?? null);
  return { mean, deviation: value * Math.sqrt(days), effective };
}

/** Throws `InputError` ('bad-option') for a method that means nothing. */
export function requireMethod({ level, horizonDays, window }: MarketMethod): void {
  if (!(level > 0.5 && level < 1)) {
    throw new InputError(
      'bad-option',
      `Unexpected level ${level}, expected one between 0.5 and 1 such as 0.99`,
    );
  }
  if (!Number.isInteger(horizonDays) || horizonDays < 1 || horizonDays > LONGEST_HORIZON) {
    throw new InputError(
      'bad-option',
      `Unexpected horizon of ${horizonDays} trading days, expected a whole number from 1 to ${LONGEST_HORIZON}`,
    );
  }
  if (Number.isInteger(window) && window >= 2) return;
  throw new InputError(
    'bad-option',
    `Unexpected window of ${window} days, expected a whole number, 2 or more`,
  );
}

function requireChanges(changes: Float64Array, method: MarketMethod): void {
  const bad = changes.findIndex((change) => !Number.isFinite(change));
  if (bad >= 0) {
    throw new InputError(
      'bad-number',
      `Unexpected change ${changes[bad]} at observation ${bad + 1}, expected a number`,
    );
  }
  const isStated = method.volatility === 'stated' && method.mean === 'zero';
  if (isStated && method.method !== 'historical-simulation') return;
  const least = method.horizonRule === 'overlapping' ? method.horizonDays + 1 : 2;
  if (changes.length >= least) return;
  throw new InputError(
    'bad-option',
    `Only ${changes.length} daily changes, expected at least ${least}; state a volatility, or take a shorter horizon`,
  );
}

/** What a reader must be told beside such figures. */
export function valueAtRiskWarnings(
  { value, high }: Figures,
  observations: number,
  method: MarketMethod,
): string[] {
  const { level } = method;
  const warnings: string[] = [];
  if (value === 0) {
    warnings.push(
      'The value at risk is 0 because nothing moved in the window, as a peg does; it says nothing of the day on which that ends',
    );
  } else if (value < 0) {
    warnings.push(
      'The value at risk is negative: at this level even the loss is a gain, by the mean of the sample',
    );
  }
  if (high === null) {
    const worth = method.horizonRule === 'overlapping' ? overlapWorth(method.horizonDays) : 1;
    const needed = Math.ceil((Math.log(0.025) / Math.log(level)) * worth);
    warnings.push(
      `${observations} observations are too few for an upper bound of the error at ${percentText(level)}: some ${needed} are needed`,
    );
  }
  return warnings;
}
