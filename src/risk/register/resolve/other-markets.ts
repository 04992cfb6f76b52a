import { noonBuyingRates, type RateObservation } from '../../../rates/index.js';
import { type Day, formatDay, InputError, parseDay, rateUnit } from '../../../value/index.js';
import {
  type LaterRate,
  type MarketOn,
  monthsBefore,
  type OtherMarkets,
} from '../../models/market/other-markets.js';
import { isQuantity } from '../quantity/quantity-kind.js';
import type { Register } from '../register.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { Unresolved } from './amounts.js';
import { readOnce } from './read-once.js';
import { type MarketSources, resolveFactor, resolveMethod } from './resolve-market.js';
import { Resolver } from './resolver.js';
import { applyShocks } from './shocks.js';

/** Rates later than this after the balance sheet are of another year's report. */
const MOST_MONTHS_AFTER = 6;

/** The market of a register on other days than its own, without any scenario; each file that it names is read once. */
export function otherMarkets({ content }: Register, sources: MarketSources): OtherMarkets {
  const readFile = readOnce(sources.readFile);
  return {
    on: (day) => marketOn(content, day, { ...sources, readFile }),
    dollarAfter: (day) => dollarAfter(content, day, sources),
  };
}

function marketOn(content: RegisterContent, day: string, sources: MarketSources): MarketOn {
  const resolver = new Resolver({ ...content, 'as-of': day }, applyShocks(content, []));
  const { window } = resolveMethod(resolver);
  const factors = [];
  const missing = [];
  for (const id of Object.keys(content.market?.factors ?? {})) {
    try {
      factors.push(resolveFactor(id, resolver, window, sources));
    } catch (cause) {
      if (!(cause instanceof Unresolved || cause instanceof InputError)) throw cause;
      missing.push({ id, why: cause instanceof Unresolved ? cause.draft.message : cause.message });
    }
  }
  return { day, factors, missing };
}

/** Where the register states the rate of its ADS, as of a figure of the report, that of the reporting currency stands for it. */
function dollarAfter(content: RegisterContent, day: string, { rates }: MarketSources): LaterRate | null {
  const rate = content.base?.ads?.rate;
  if (rate === undefined) return null;
  const pair = isQuantity(rate) ? `${content.currency}/USD` : content.market?.factors[rate.factor]?.rates;
  const [quote = '', base = ''] = pair?.split('/') ?? [];
  if (base !== 'USD' || quote === 'USD') return null;
  const source = rates ?? noonBuyingRates();
  const series = source.series(rateUnit(quote, base));
  if (series === null) return null;
  const latest = Math.min(series.lastDay, parseDay(monthsBefore(day, -MOST_MONTHS_AFTER))) as Day;
  const [from, to] = [series.onOrBefore(parseDay(day)), series.onOrBefore(latest)];
  if (from === null || to === null || to.day <= parseDay(day)) return null;
  return {
    day: formatDay(to.day),
    rate: toNumber(to),
    fromDay: formatDay(from.day),
    fromRate: toNumber(from),
    source: `${source.name} rates of ${series.unit}`,
  };
}

function toNumber({ ratio }: RateObservation): number {
  return ratio.rounded(24, 'half-even').toNumber();
}
