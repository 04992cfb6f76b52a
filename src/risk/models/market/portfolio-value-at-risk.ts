import { type Day, formatDay, InputError } from '../../../value/index.js';
import { normalDensity } from '../../distributions/special-functions/error-function.js';
import { NORMAL_975, normalQuantile } from '../../distributions/special-functions/normal-quantile.js';
import { jointChanges } from './joint-changes.js';
import { jointLaw } from './joint-law.js';
import { lossQuantile } from './loss-quantile.js';
import type { MarketFactor, MarketMethod } from './market-factor.js';
import { drawnScenarios, historicalScenarios, repetitionsOf } from './market-scenarios.js';
import type { Position } from './market-spec.js';
import { factorIndex } from './position-exposure.js';
import { deltaOf, type ValuedPosition, valuedPosition } from './position-value.js';
import {
  empiricalValueAtRisk,
  type Figures,
  requireMethod,
  type ValueAtRisk,
  valueAtRiskWarnings,
} from './value-at-risk.js';
import { valueAtRiskStatement } from './value-at-risk-statement.js';
import { ewmaObservations } from './volatility.js';

/** Scenarios that are drawn where none or not all come from history; a position's cash flows are valued in each. */
const DEFAULT_DRAWS = 20_000;
const MOST_DRAWS = 1_000_000;
/** Gains that are held for the next portfolio, 160 MB of them; beyond that a position is valued again. */
const MOST_KEPT = 20_000_000;

export interface PortfolioOptions {
  readonly seed?: number | bigint | undefined;
  readonly draws?: number | undefined;
}

/**
 * Value at risk of the fair values of several portfolios over the same scenarios, so that it can be told how much of
 * the sum of their parts falls away together. Historical simulation and Monte Carlo value every position again in each
 * scenario; `parametric` takes positions as linear (delta-normal). A portfolio without a position that has a fair
 * value is null.
 *
 * Throws `InputError` for a method out of its ranges, positions that contradict themselves, histories without common days.
 */
export function portfolioValueAtRisk(
  portfolios: readonly (readonly Position[])[],
  factors: readonly MarketFactor[],
  method: MarketMethod,
  options: PortfolioOptions = {},
): (ValueAtRisk | null)[] {
  requireMethod(method);
  const index = factorIndex(factors);
  const valued = portfolios.map((positions) =>
    positions.map((position) => valuedPosition(position, index)).filter((each) => each !== null),
  );
  // Only what is held: a history of no use to any position must not shorten the days that all share.
  const used = factors.filter(({ id }) =>
    valued.some((positions) => positions.some((each) => each.factor === id)),
  );
  if (used.length === 0) return portfolios.map(() => null);
  const draws = requireDraws(options.draws ?? DEFAULT_DRAWS);
  const { days } = jointChanges(used, method.window);
  const observations = days.length;
  const figures =
    method.method === 'parametric'
      ? deltaNormal(valued, used, method, observations)
      : withEstimation(
          bySimulation(valued, used, method, draws, options.seed ?? 1),
          valued,
          used,
          method,
          observations,
        );
  const statement = statementOf(method, days, draws, used);
  return figures.map(
    (figure) =>
      figure && {
        ...figure,
        observations,
        level: method.level,
        horizonDays: method.horizonDays,
        statement,
        warnings: valueAtRiskWarnings(figure, observations, method),
      },
  );
}

function bySimulation(
  portfolios: readonly (readonly ValuedPosition[])[],
  factors: readonly MarketFactor[],
  method: MarketMethod,
  draws: number,
  seed: number | bigint,
): (Figures | null)[] {
  const scenariosOf = method.method === 'monte-carlo' ? drawnScenarios : historicalScenarios;
  const { changes, overlaps, scenarios, repetitions } = scenariosOf(factors, method, draws, seed);
  const at = new Map(factors.map(({ id }, column) => [id, changes[column] as Float64Array]));
  // A position stands in its category and in the total: valued once.
  const kept = new Map<Position, Float64Array>();
  return portfolios.map((positions) => {
    if (positions.length === 0) return null;
    const losses = new Float64Array(scenarios);
    let overlap = 1;
    for (const each of positions) {
      const known = kept.get(each.position);
      const gains = known ?? (at.get(each.factor) as Float64Array).map((change) => each.change(change));
      if (kept.size * scenarios < MOST_KEPT) kept.set(each.position, gains);
      overlap = Math.max(overlap, overlaps[factors.findIndex(({ id }) => id === each.factor)] as number);
      for (let scenario = 0; scenario < scenarios; scenario++) {
        losses[scenario] = (losses[scenario] as number) - (gains[scenario] as number);
      }
    }
    const worth =
      repetitions === 1 ? overlap : overlap * (repeatedWorth(losses, method, repetitions) / repetitions);
    return empiricalValueAtRisk(losses, method, Math.max(1, worth));
  });
}

/**
 * How many scenarios are worth one independent one at the quantile, where the same days stand in turn beside other draws:
 * the variance of the share of losses beyond it, by days, over what it is of independent scenarios. As many as the
 * repetitions where the days decide alone, 1 where the draws do.
 * Source: the design effect of cluster samples (L. Kish, "Survey Sampling", 1965, section 5.4).
 */
function repeatedWorth(losses: Float64Array, method: MarketMethod, repetitions: number): number {
  const days = losses.length / repetitions;
  const quantile = lossQuantile(Float64Array.from(losses).sort(), method.level, method.quantileRule);
  const shares = new Float64Array(days);
  for (let at = 0; at < losses.length; at++) {
    if ((losses[at] as number) > quantile)
      shares[at % days] = (shares[at % days] as number) + 1 / repetitions;
  }
  const mean = shares.reduce((sum, share) => sum + share, 0) / days;
  if (mean === 0 || mean === 1) return repetitions;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / days;
  return Math.min(repetitions, Math.max(1, (repetitions * variance) / (mean * (1 - mean))));
}

/** Draws from a law have beside their own error that of the law's volatilities, which the linear value tells. */
function withEstimation(
  figures: readonly (Figures | null)[],
  portfolios: readonly (readonly ValuedPosition[])[],
  factors: readonly MarketFactor[],
  method: MarketMethod,
  observations: number,
): (Figures | null)[] {
  if (method.method !== 'monte-carlo') return [...figures];
  const estimated = deltaNormal(portfolios, factors, method, observations);
  return figures.map((figure, at) => {
    if (figure === null) return null;
    const standardError = Math.hypot(figure.standardError, estimated[at]?.standardError ?? 0);
    const shortfallError = estimated[at]?.expectedShortfallError ?? 0;
    return {
      ...figure,
      standardError,
      low: figure.value - NORMAL_975 * standardError,
      high: figure.value + NORMAL_975 * standardError,
      expectedShortfallError: Math.hypot(figure.expectedShortfallError, shortfallError),
    };
  });
}

function deltaNormal(
  portfolios: readonly (readonly ValuedPosition[])[],
  factors: readonly MarketFactor[],
  method: MarketMethod,
  observations: number,
): (Figures | null)[] {
  const { means, mixing } = jointLaw(factors, method);
  const n = factors.length;
  const z = normalQuantile(method.level);
  const multiple = normalDensity(z) / (1 - method.level);
  const effective =
    method.volatility === 'ewma' ? ewmaObservations(observations, method.decay) : observations;
  return portfolios.map((positions) => {
    if (positions.length === 0) return null;
    const deltas = new Float64Array(n);
    for (const each of positions) {
      const row = factors.findIndex(({ id }) => id === each.factor);
      deltas[row] = (deltas[row] as number) + deltaOf(each);
    }
    let [variance, mean] = [0, 0];
    for (let column = 0; column < n; column++) {
      let loading = 0;
      for (let row = column; row < n; row++)
        loading += (deltas[row] as number) * (mixing[row * n + column] as number);
      variance += loading * loading;
      mean += (deltas[column] as number) * (means[column] as number);
    }
    const deviation = Math.sqrt(variance * method.horizonDays);
    const gain = method.horizonDays * mean;
    // A stated volatility is taken as known: no sampling error.
    const known = method.volatility === 'stated' || observations === 0;
    const perDeviation = known ? 0 : deviation / Math.sqrt(2 * effective);
    const ofMean = method.mean === 'zero' ? 0 : deviation * Math.sqrt(method.horizonDays / observations);
    const standardError = Math.hypot(z * perDeviation, ofMean);
    const value = z * deviation - gain;
    return {
      value,
      expectedShortfall: multiple * deviation - gain,
      standardError,
      low: value - NORMAL_975 * standardError,
      high: value + NORMAL_975 * standardError,
      expectedShortfallError: Math.hypot(multiple * perDeviation, ofMean),
    };
  });
}

function statementOf(
  method: MarketMethod,
  days: readonly number[],
  draws: number,
  used: readonly MarketFactor[],
): string {
  const drawn = used.filter(({ history }) => history === null).map(({ name }) => name);
  const isHistorical = method.method === 'historical-simulation';
  const repetitions = isHistorical && drawn.length > 0 ? repetitionsOf(days.length, method, draws) : 1;
  const repeated = repetitions > 1 ? `; each day stands ${repetitions} times beside seeded draws` : '';
  const beside =
    drawn.length === 0
      ? ''
      : ` Without a history, taken as normal with a stated volatility, independent of the others: ${drawn.join(', ')}${repeated}.`;
  // Only past days overlap: a law, drawn or not, is brought to the horizon by the square root of time.
  const scaled: MarketMethod = isHistorical ? method : { ...method, horizonRule: 'square-root-of-time' };
  // Where nothing has a history, all is drawn, whatever the method is called.
  const actual: MarketMethod =
    isHistorical && days.length === 0
      ? {
          ...method,
          method: 'monte-carlo',
          volatility: 'stated',
          horizonRule: 'square-root-of-time',
          mean: 'zero',
        }
      : scaled;
  const linear =
    method.method === 'parametric'
      ? ' Positions are taken as linear in their factors.'
      : ' Every position is valued again in each scenario.';
  return `A loss is a fall of the fair value of the positions as they stand, none bought or sold within the horizon. ${valueAtRiskStatement(actual, days.length, draws, repetitions)}${linear} Correlations between factors are those observed.${historiesOf(used, days)}${beside}`;
}

/** Where the changes come from, and the days that all have in common. */
function historiesOf(used: readonly MarketFactor[], days: readonly number[]): string {
  const known = used.flatMap(({ name, history }) =>
    history === null ? [] : [`${name} (${history.source})`],
  );
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const span = `${formatDay(first as Day)} to ${formatDay(last as Day)}`;
  return ` Histories: ${known.join('; ')}; ${days.length} daily changes that all have in common, ${span}.`;
}

function requireDraws(draws: number): number {
  if (Number.isInteger(draws) && draws >= 100 && draws <= MOST_DRAWS) return draws;
  throw new InputError(
    'bad-option',
    `Unexpected ${draws} draws, expected a whole number from 100 to ${MOST_DRAWS}`,
  );
}
