import type { RateSource } from '../../rates/index.js';
import { redenominationsWithin } from '../../rates/index.js';
import { type CurrencyCode, plusDays, rateUnit } from '../../value/index.js';
import { type BacktestResult, backtest } from './backtest.js';
import { type Regime, regimes } from './floating-days.js';
import { type RollingMethod, rollingValueAtRisk } from './rolling-value-at-risk.js';

/** Fewer tested days than this tell nothing at 99%. */
export const LEAST_DAYS = 500;

export const BACKTEST_LEVELS = [0.99, 0.95] as const;

const COMMON = { decay: 0.94 } as const;

/** The methods of a register's market section, at their usual windows. */
export const BACKTEST_METHODS: readonly { readonly name: string; readonly method: RollingMethod }[] = [
  {
    name: 'historical simulation',
    method: { ...COMMON, method: 'historical-simulation', volatility: 'sample', window: 500 },
  },
  {
    name: 'parametric, sample',
    method: { ...COMMON, method: 'parametric', volatility: 'sample', window: 250 },
  },
  { name: 'parametric, EWMA', method: { ...COMMON, method: 'parametric', volatility: 'ewma', window: 500 } },
  {
    name: 'filtered historical simulation',
    method: { ...COMMON, method: 'historical-simulation', volatility: 'ewma', window: 500 },
  },
];

export interface CurrencyHistory {
  readonly currency: CurrencyCode;
  /** Day numbers; `changes[k]` is from `days[k]` to `days[k + 1]`. */
  readonly days: readonly number[];
  /** Relative change of the dollars that a unit of the currency buys. */
  readonly changes: Float64Array;
  readonly regimes: readonly Regime[];
}

export interface CurrencyBacktest extends BacktestResult {
  readonly currency: CurrencyCode;
  readonly method: string;
  readonly level: number;
  /** Long: owns the currency, and loses when it falls. Short: owes it. */
  readonly side: 'long' | 'short';
}

/** Every currency of a source with its daily changes in dollars, and which of them a float made. */
export function currencyHistories(source: RateSource): CurrencyHistory[] {
  return source.currencies.map((currency) => {
    const series = source.series(rateUnit('USD', currency));
    if (series === null) throw new Error(`The source has no series of ${currency}`);
    const span = { start: series.firstDay, until: plusDays(series.lastDay, 1) };
    const observations = series.within(span);
    const printed = observations.map((each) => each.printed.toNumber());
    const changes = Float64Array.from({ length: printed.length - 1 }, (_, index) => {
      const [from, to] = [printed[index] as number, printed[index + 1] as number];
      return (series.inverted ? from / to : to / from) - 1;
    });
    const days = observations.map(({ day }) => day);
    return {
      currency,
      days,
      changes,
      regimes: regimes(days, changes, redenominationsWithin(currency, span)),
    };
  });
}

/** Each method, level and side over the days on which the currency floats; none of one that hardly does. */
export function currencyBacktests({ currency, changes, regimes: all }: CurrencyHistory): CurrencyBacktest[] {
  const tested = [...changes.keys()].filter((day) => all[day] === 'floating');
  if (tested.length < LEAST_DAYS) return [];
  const pick = (values: Float64Array, sign: 1 | -1) =>
    Float64Array.from(tested, (day) => sign * (values[day] as number));
  return BACKTEST_METHODS.flatMap(({ name, method }) =>
    rollingValueAtRisk(changes, method, BACKTEST_LEVELS).flatMap((forecast) =>
      (['long', 'short'] as const).map((side) => ({
        currency,
        method: name,
        level: forecast.level,
        side,
        ...backtest(pick(changes, side === 'long' ? -1 : 1), pick(forecast[side], 1), forecast.level),
      })),
    ),
  );
}
