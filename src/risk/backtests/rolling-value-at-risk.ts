import { normalQuantile } from '../distributions/special-functions/normal-quantile.js';
import { lossRank } from '../models/market/loss-quantile.js';
import type { MarketMethod } from '../models/market/market-factor.js';
import { SortedWindow } from './sorted-window.js';

/** Methods whose value at risk for the next day is known in one pass over the changes, by order statistics. */
export type RollingMethod = Pick<MarketMethod, 'volatility' | 'decay' | 'window'> & {
  readonly method: 'historical-simulation' | 'parametric';
};

/** Value at risk of a long and of a short position, for each change from those before it; NaN before there are enough. */
export interface RollingForecast {
  readonly level: number;
  readonly long: Float64Array;
  readonly short: Float64Array;
}

/**
 * One-day value at risk with a mean of zero for every day of a history, from the `window` changes before it: what
 * `valueAtRisk` would give for each day, in one pass. An EWMA is not begun anew for each window, but goes on from the
 * first change, which at a decay of 0.94 and 500 days is the same to 13 digits for `parametric`; the rescaled changes
 * of filtered historical simulation then differ in the first weeks of a window, which moves its value at risk by a few
 * percent on some days.
 */
export function rollingValueAtRisk(
  changes: Float64Array,
  method: RollingMethod,
  levels: readonly number[],
): RollingForecast[] {
  const empty = () => new Float64Array(changes.length).fill(Number.NaN);
  const forecasts = levels.map((level) => ({ level, long: empty(), short: empty() }));
  const forecaster =
    method.method === 'parametric' ? new Parametric(method) : new HistoricalSimulation(method);
  for (let day = 0; day < changes.length; day++) {
    if (day >= method.window) {
      for (const { level, long, short } of forecasts) {
        long[day] = forecaster.loss(level, 'long');
        short[day] = forecaster.loss(level, 'short');
      }
    }
    forecaster.see(changes[day] as number);
  }
  return forecasts;
}

interface Forecaster {
  see(change: number): void;
  loss(level: number, side: 'long' | 'short'): number;
}

/** A normal law around zero. */
class Parametric implements Forecaster {
  private readonly volatility: RollingVolatility;
  /** The normal quantile of the levels, which are few. */
  private readonly quantiles = new Map<number, number>();

  constructor(method: RollingMethod) {
    this.volatility = new RollingVolatility(method);
  }

  see(change: number): void {
    this.volatility.see(change);
  }

  loss(level: number): number {
    const known = this.quantiles.get(level) ?? normalQuantile(level);
    this.quantiles.set(level, known);
    return known * this.volatility.value;
  }
}

/** The changes as they were, or rescaled to the volatility of today (J. Hull and A. White 1998), less their mean. */
class HistoricalSimulation implements Forecaster {
  private readonly volatility: RollingVolatility | null;
  private readonly window: SortedWindow;

  constructor(method: RollingMethod) {
    this.volatility = method.volatility === 'sample' ? null : new RollingVolatility(method);
    this.window = new SortedWindow(method.window);
  }

  see(change: number): void {
    const today = this.volatility?.value ?? 1;
    // Before there is a volatility, a change of 0 is 0 and any other is one deviation.
    this.window.push(today > 0 ? change / today : Math.sign(change));
    this.volatility?.see(change);
  }

  loss(level: number, side: 'long' | 'short'): number {
    const { sorted, mean } = this.window;
    const rank = lossRank(sorted.length, level);
    const loss =
      side === 'long' ? mean - (sorted[rank - 1] as number) : (sorted[sorted.length - rank] as number) - mean;
    return (this.volatility?.value ?? 1) * loss;
  }
}

/** Root mean square of the window, or the exponentially weighted one of RiskMetrics. */
class RollingVolatility {
  private readonly method: RollingMethod;
  private readonly ring: Float64Array;
  private seen = 0;
  private sum = 0;
  private weights = 0;

  constructor(method: RollingMethod) {
    this.method = method;
    this.ring = new Float64Array(method.window);
  }

  see(change: number): void {
    const { volatility, decay, window } = this.method;
    const square = change * change;
    if (volatility === 'ewma') {
      this.sum = decay * this.sum + square;
      this.weights = decay * this.weights + 1;
      return;
    }
    const place = this.seen++ % window;
    this.sum += square - (this.ring[place] as number);
    this.ring[place] = square;
    this.weights = Math.min(window, this.weights + 1);
    // Summed anew each time around, so that rounding does not pile up over the decades.
    if (place === window - 1) this.sum = this.ring.reduce((total, each) => total + each, 0);
  }

  get value(): number {
    return this.weights === 0 ? 0 : Math.sqrt(Math.max(0, this.sum) / this.weights);
  }
}
