import type { MarketSpec, Maturity, Position } from '../../models/market/market-spec.js';
import { currencyNamed } from '../quantity/measured.js';
import type { QuantityTable } from '../quantity/quantity-kind.js';
import { error } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { PositionEntry } from '../schema/market-model.js';
import type { ModelOf } from '../schema/models.js';
import { Unresolved } from './amounts.js';
import type { Resolver } from './resolver.js';

/** Half-yearly, as bonds and most bank loans pay. */
const STANDARD_PAYMENTS = 2;

export function resolveMarketModel(
  model: ModelOf<'market'>,
  path: RegisterPath,
  resolver: Resolver,
): MarketSpec {
  return {
    kind: 'market',
    category: model.category,
    purpose: model.purpose,
    positions: model.positions.map((position, index) =>
      positionOf(position, [...path, 'positions', index], resolver),
    ),
  };
}

function positionOf(entry: PositionEntry, path: RegisterPath, resolver: Resolver): Position {
  const at = (key: string) => [...path, key];
  const { name } = entry;
  switch (entry.position) {
    case 'currency':
      return currencyPosition(entry, path, resolver);
    case 'rate':
      return {
        position: 'rate',
        name,
        instrument: entry.instrument,
        factor: entry.factor,
        amount: resolver.number(entry.amount, at('amount')),
        fixedRate: resolver.optional(entry['fixed-rate'], at('fixed-rate'), null),
        spread: resolver.optional(entry.spread, at('spread'), null),
        pays: entry.pays ?? null,
        paymentsPerYear: entry['payments-a-year'] ?? STANDARD_PAYMENTS,
        discountMargin: resolver.optional(entry['discount-margin'], at('discount-margin'), null),
        line: entry.line,
        maturities: maturitiesOf(entry.maturities, at('maturities'), resolver, resolver.content.currency),
      };
    case 'price':
      return {
        position: 'price',
        name,
        basis: entry.basis ?? 'balance',
        factor: entry.factor,
        amount: resolver.number(entry.amount, at('amount')),
        beta: resolver.optional(entry.beta, at('beta'), 1),
        line: entry.line,
      };
    case 'ads':
      return {
        position: 'ads',
        name,
        rateFactor: entry['rate-factor'],
        priceFactor: entry['price-factor'] ?? null,
      };
  }
}

function currencyPosition(
  entry: Extract<PositionEntry, { position: 'currency' }>,
  path: RegisterPath,
  resolver: Resolver,
): Position {
  const { value: amount, currency } = resolver.money(entry.amount, [...path, 'amount']);
  requireFactorOf(currency, entry.factor, [...path, 'factor'], resolver);
  return {
    position: 'currency',
    name: entry.name,
    basis: entry.basis ?? 'balance',
    factor: entry.factor,
    currency,
    amount,
    settlementPrice: resolver.optional(entry['settlement-price'], [...path, 'settlement-price'], null),
    line: entry.line,
    maturities: maturitiesOf(entry.maturities, [...path, 'maturities'], resolver, currency),
  };
}

/** USD is valued by a factor of JPY/USD, and by no other. */
function requireFactorOf(currency: string, factor: string, path: RegisterPath, resolver: Resolver): void {
  const { market, currency: own } = resolver.content;
  const entry = market?.factors[factor];
  if (entry === undefined) return;
  const due = `${own}/${currency}`;
  if (currency === own) {
    throw new Unresolved(
      error(
        'quantity',
        path,
        `an amount in ${own} moves with no exchange rate; a currency position has an amount in another currency`,
      ),
    );
  }
  const isKnown = entry.rates?.split('/').every((code) => currencyNamed(code) !== null);
  if (entry.rates !== undefined && isKnown === true && entry.rates !== due) {
    throw new Unresolved(
      error(
        'currency',
        path,
        `the factor "${factor}" is ${entry.rates}, expected ${due} for an amount in ${currency}: add a factor with "rates: ${due}"`,
      ),
    );
  }
}

function maturitiesOf(
  table: QuantityTable | undefined,
  path: RegisterPath,
  resolver: Resolver,
  currency: string,
): Maturity[] {
  return (table?.entries ?? [])
    .map(([time, amount]) => {
      const read = resolver.money(amount, [...path, time]);
      if (read.currency !== currency) {
        throw new Unresolved(
          error(
            'currency',
            [...path, time],
            `unexpected "${amount.text}", expected ${currency} as the position has`,
          ),
        );
      }
      return {
        years: resolver.key(time, table?.table ?? { dimension: 'duration' }, [...path, time]),
        amount: read.value,
      };
    })
    .sort((one, other) => one.years - other.years);
}
