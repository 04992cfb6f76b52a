import { noonBuyingRates, type RateSource } from '../../../rates/index.js';
import { InputError } from '../../../value/index.js';
import { exchangeRateHistory } from '../../models/market/exchange-rate-history.js';
import type { MarketFactor, MarketMethod } from '../../models/market/market-factor.js';
import { priceHistory } from '../../models/market/price-history.js';
import { requireFactor } from '../../models/market/require-factor.js';
import { STANDARD_METHOD } from '../../models/market/standard-method.js';
import { requireMethod } from '../../models/market/value-at-risk.js';
import { error } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { FactorEntry } from '../schema/market.js';
import { Unresolved } from './amounts.js';
import type { Resolver } from './resolver.js';

/** Where histories come from. */
export interface MarketSources {
  /** Exchange rates; the noon buying rates that the package carries where absent. */
  readonly rates?: RateSource | undefined;
  /** The text of a file that the register names, by its path as written there. Throws `InputError`. */
  readonly readFile: (path: string) => string;
}

/** How value at risk is measured, with what is usual where the register says nothing. Throws `Unresolved`. */
export function resolveMethod(resolver: Resolver): MarketMethod {
  const method = resolver.content.market?.method ?? {};
  const path = ['market', 'method'];
  const standard = STANDARD_METHOD;
  const resolved: MarketMethod = {
    method: method.method ?? standard.method,
    volatility: method.volatility ?? standard.volatility,
    decay: resolver.optional(method.decay, [...path, 'decay'], standard.decay),
    window: resolver.optional(method.window, [...path, 'window'], standard.window),
    horizonDays: resolver.optional(method.horizon, [...path, 'horizon'], standard.horizonDays),
    level: resolver.optional(method.level, [...path, 'level'], standard.level),
    mean: method.mean ?? standard.mean,
    horizonRule: method['horizon-rule'] ?? standard.horizonRule,
    quantileRule: method['quantile-rule'] ?? standard.quantileRule,
    accrual: method.accrual ?? standard.accrual,
  };
  placed(path, () => requireMethod(resolved));
  return resolved;
}

/** Every factor with its level and history as of the register's day. Throws `Unresolved`. */
export function resolveFactors(resolver: Resolver, window: number, sources: MarketSources): MarketFactor[] {
  const ids = Object.keys(resolver.content.market?.factors ?? {});
  return ids.map((id) => resolveFactor(id, resolver, window, sources));
}

/** One of them. Throws `Unresolved`, also for a currency without rates or a file that cannot be read. */
export function resolveFactor(
  id: string,
  resolver: Resolver,
  window: number,
  sources: MarketSources,
): MarketFactor {
  const path = ['market', 'factors', id];
  const entry = resolver.content.market?.factors[id] as FactorEntry;
  return placed(path, () => {
    const factor = factorOf(id, entry, path, resolver, window, sources);
    requireFactor(factor);
    return factor;
  });
}

/** What cannot be used gets the place of the register that asks for it. */
function placed<Result>(path: RegisterPath, make: () => Result): Result {
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new Unresolved(error('market-data', path, cause.message));
  }
}

function factorOf(
  id: string,
  entry: FactorEntry,
  path: RegisterPath,
  resolver: Resolver,
  window: number,
  { rates, readFile }: MarketSources,
): MarketFactor {
  const { asOf } = resolver;
  const common = {
    id,
    name: entry.name,
    volatility: resolver.optional(entry.volatility, [...path, 'volatility'], null),
    forced: resolver.shocks.forced.get(id) ?? null,
  };
  if (entry.rates !== undefined) {
    const { level, history } = exchangeRateHistory(entry.rates, asOf, window, rates ?? noonBuyingRates());
    return { ...common, quantity: 'exchange-rate', level, history };
  }
  const file = entry.prices ?? entry.yields;
  if (file !== undefined) {
    const quantity = entry.prices === undefined ? 'interest-rate' : 'price';
    const { level, history } = priceHistory(readFile(file), {
      file,
      column: entry.column,
      quantity,
      asOf,
      window,
    });
    return { ...common, quantity, level, history };
  }
  if (entry.price !== undefined) {
    return {
      ...common,
      quantity: 'price',
      level: resolver.number(entry.price, [...path, 'price']),
      history: null,
    };
  }
  if (entry.rate !== undefined) {
    return {
      ...common,
      quantity: 'interest-rate',
      level: resolver.number(entry.rate, [...path, 'rate']),
      history: null,
    };
  }
  throw new Unresolved(
    error(
      'missing',
      path,
      'missing one of rates, prices, yields, price, rate: where its level comes from',
      'key',
    ),
  );
}
