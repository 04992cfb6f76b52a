import type { MarketFactor } from '../../models/market/market-factor.js';
import type { Ads, Base, Line, MinorityInterest, Tax } from '../../waterfall/base.js';
import type { Quantity } from '../quantity/quantity-kind.js';
import { isQuantity } from '../quantity/quantity-kind.js';
import { error } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { BaseEntry } from '../schema/base.js';
import { Unresolved } from './amounts.js';
import type { Resolver } from './resolver.js';

/** The plan of the year in numbers. The rate of the ADS is the level of its factor. Throws `Unresolved`. */
export function resolveBase(resolver: Resolver, factors: readonly MarketFactor[]): Base {
  const { base, currency } = resolver.content;
  if (base === undefined) {
    throw new Unresolved(
      error('missing', [], 'the register has no "base": add the lines of the year’s plan, which risks move'),
    );
  }
  return {
    currency,
    lines: Object.entries(base.lines).map(([id, line]) => resolveLine(id, line, resolver)),
    tax: resolveTax(base.tax, resolver),
    minorities: (base.minorities ?? []).map((minority, index) =>
      resolveMinority(minority, ['base', 'minorities', index], resolver),
    ),
    equity: resolver.optional(base.equity, ['base', 'equity'], 0),
    ads: base.ads === undefined ? null : resolveAds(base.ads, resolver, factors),
  };
}

function resolveLine(id: string, line: BaseEntry['lines'][string], resolver: Resolver): Line {
  const path = ['base', 'lines', id];
  return {
    id,
    name: line.name,
    kind: line.kind,
    amount: resolver.number(line.amount, [...path, 'amount']),
    elasticity: resolver.optional(line.elasticity, [...path, 'elasticity'], 0),
    follows: sharesOf(line.follows, [...path, 'follows'], resolver),
    passedOn: sharesOf(line['passed-on'], [...path, 'passed-on'], resolver),
  };
}

function sharesOf(
  shares: Readonly<Record<string, Quantity>> | undefined,
  path: RegisterPath,
  resolver: Resolver,
): { line: string; share: number }[] {
  return Object.entries(shares ?? {}).map(([line, share]) => ({
    line,
    share: resolver.number(share, [...path, line]),
  }));
}

function resolveTax(tax: BaseEntry['tax'], resolver: Resolver): Tax {
  const path = ['base', 'tax'];
  if (tax === undefined) return { rate: 0, lossesCarriedForward: 0, offsetShare: 1, lossRecognised: 0 };
  return {
    rate: resolver.number(tax.rate, [...path, 'rate']),
    lossesCarriedForward: resolver.optional(
      tax['losses-carried-forward'],
      [...path, 'losses-carried-forward'],
      0,
    ),
    offsetShare: resolver.optional(tax.offset, [...path, 'offset'], 1),
    lossRecognised: resolver.optional(tax['loss-recognised'], [...path, 'loss-recognised'], 0),
  };
}

function resolveMinority(
  { name, share, lines }: NonNullable<BaseEntry['minorities']>[number],
  path: RegisterPath,
  resolver: Resolver,
): MinorityInterest {
  return {
    name,
    share: resolver.number(share, [...path, 'share']),
    lines: sharesOf(lines, [...path, 'lines'], resolver).map(({ line, share: part }) => ({ line, part })),
  };
}

function resolveAds(
  ads: NonNullable<BaseEntry['ads']>,
  resolver: Resolver,
  factors: readonly MarketFactor[],
): Ads {
  const path = ['base', 'ads'];
  const at = (key: string) => [...path, key];
  return {
    sharePrice: resolver.number(ads['share-price'], at('share-price')),
    shares: resolver.number(ads.shares, at('shares')),
    sharesPerAds: resolver.number(ads['shares-per-ads'], at('shares-per-ads')),
    rate: dollarRate(ads.rate, at('rate'), resolver, factors),
    earningsMultiple: resolver.optional(ads['earnings-multiple'], at('earnings-multiple'), 0),
    dividendPerShare: resolver.optional(ads['dividend-per-share'], at('dividend-per-share'), 0),
    withholdingTax: resolver.optional(ads['withholding-tax'], at('withholding-tax'), 0),
    feePerAds: resolver.optional(ads.fee, at('fee'), 0),
  };
}

function dollarRate(
  rate: NonNullable<BaseEntry['ads']>['rate'],
  path: RegisterPath,
  resolver: Resolver,
  factors: readonly MarketFactor[],
): number {
  if (isQuantity(rate)) return resolver.number(rate, path);
  const factor = factors.find(({ id }) => id === rate.factor);
  if (factor === undefined) {
    throw new Unresolved(error('unknown-reference', [...path, 'factor'], `unknown factor "${rate.factor}"`));
  }
  return factor.level;
}
