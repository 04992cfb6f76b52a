import { type Day, formatDay, InputError, parseDay } from '../../value/index.js';
import { backtest } from '../backtests/backtest.js';
import { type RollingMethod, rollingValueAtRisk } from '../backtests/rolling-value-at-risk.js';
import { trafficLight } from '../backtests/traffic-light.js';
import { type JointChanges, jointChanges } from '../models/market/joint-changes.js';
import type { MarketFactor, MarketMethod } from '../models/market/market-factor.js';
import type { Position } from '../models/market/market-spec.js';
import type { MarketOn } from '../models/market/other-markets.js';
import { factorIndex } from '../models/market/position-exposure.js';
import { type ValuedPosition, valuedPosition } from '../models/market/position-value.js';
import type { Exceedances } from './item-11-data.js';

/** Fewer days than this within the year say little. */
const LEAST_DAYS = 200;

/**
 * How often a day's loss of today's positions was larger than the value at risk of one day that the changes before that
 * day gave, over the last year: the third way in which the form lets an issuer say how value at risk held. A
 * text says why there is none.
 *
 * @param earlier markets of the quarter-ends before, newest first, the last a year ago: their histories lead up to today's
 */
export function exceedancesOf(
  positions: readonly Position[],
  factors: readonly MarketFactor[],
  earlier: readonly MarketOn[],
  method: MarketMethod,
): Exceedances | string {
  const rolling = rollingMethod(method);
  if (typeof rolling === 'string') return rolling;
  const index = factorIndex(factors);
  const valued = positions.map((each) => valuedPosition(each, index)).filter((each) => each !== null);
  const used = factors.filter(({ id }) => valued.some((each) => each.factor === id));
  const drawn = used.find(({ history }) => history === null);
  if (drawn !== undefined) return `"${drawn.name}" has a stated volatility and no daily history`;
  const start = earlier.at(-1)?.day;
  if (start === undefined || used.length === 0) return 'there is no market of a year before';
  const long = used.map((factor) => withHistoryBefore(factor, earlier));
  const joint = sharedChanges(long);
  if (typeof joint === 'string') return joint;
  const { days, changes } = joint;
  const first = days.findIndex((day) => day > parseDay(start));
  if (first < 0 || days.length - first < LEAST_DAYS || first < rolling.window) {
    const before = first < 0 ? days.length : first;
    return `histories have ${before} daily changes in common before the year, of ${rolling.window} that are needed`;
  }
  const gains = portfolioGains(valued, long, changes);
  const forecast = rollingValueAtRisk(gains, rolling, [method.level])[0]?.long ?? new Float64Array();
  const losses = gains.subarray(first).map((gain) => 0 - gain);
  const tested = backtest(losses, forecast.subarray(first), method.level);
  const probability = Number((1 - method.level).toPrecision(12));
  return {
    days: tested.days,
    from: formatDay(days[first] as Day),
    to: formatDay(days.at(-1) as Day),
    exceptions: tested.exceptions,
    expected: tested.days * probability,
    probabilityOfSo: tested.exactPValue,
    zone: trafficLight(tested.days, tested.exceptions, probability).zone,
  };
}

function sharedChanges(factors: readonly MarketFactor[]): JointChanges | string {
  try {
    return jointChanges(factors, Number.MAX_SAFE_INTEGER);
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    return cause.message;
  }
}

/** One pass over the days is enough for a normal law and for order statistics of changes as they were. */
function rollingMethod({ method, volatility, decay, window }: MarketMethod): RollingMethod | string {
  if (volatility === 'stated') return 'the volatility is stated, not measured day by day';
  // Draws from a normal law, many enough, are that law.
  const law = method === 'historical-simulation' ? method : 'parametric';
  return { method: law, volatility, decay, window };
}

/** A factor's history with the days before it that only earlier markets hold; as far back as they join on. */
function withHistoryBefore(factor: MarketFactor, earlier: readonly MarketOn[]): MarketFactor {
  if (factor.history === null) return factor;
  let { days, levels } = factor.history;
  for (const { factors } of earlier) {
    const before = factors.find(({ id }) => id === factor.id)?.history ?? null;
    const start = days[0] ?? Number.NEGATIVE_INFINITY;
    // A gap between two windows would pass for a day's change.
    if (before === null || (before.days.at(-1) ?? Number.NEGATIVE_INFINITY) < start) break;
    const count = before.days.filter((day) => day < start).length;
    days = [...before.days.slice(0, count), ...days];
    levels = [...before.levels.slice(0, count), ...levels];
  }
  return { ...factor, history: { ...factor.history, days, levels } };
}

/** Change of the fair value of all positions on each day, each from today's level. */
function portfolioGains(
  valued: readonly ValuedPosition[],
  factors: readonly MarketFactor[],
  changes: readonly Float64Array[],
): Float64Array {
  const gains = new Float64Array(changes[0]?.length ?? 0);
  for (const each of valued) {
    const at = factors.findIndex(({ id }) => id === each.factor);
    const isRate = factors[at]?.quantity === 'interest-rate';
    const column = changes[at] as Float64Array;
    for (let day = 0; day < gains.length; day++) {
      const change = column[day] as number;
      gains[day] = (gains[day] as number) + each.change(isRate ? change : Math.expm1(change));
    }
  }
  return gains;
}
