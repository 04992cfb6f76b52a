import { InputError } from '../../value/index.js';
import type { MarketFactor, MarketMethod } from '../models/market/market-factor.js';
import type { Position } from '../models/market/market-spec.js';
import type { MarketOn } from '../models/market/other-markets.js';
import { type PortfolioOptions, portfolioValueAtRisk } from '../models/market/portfolio-value-at-risk.js';
import type { ValueAtRisk } from '../models/market/value-at-risk.js';
import { type DisclosedPositions, groupsOf } from './disclosed-positions.js';
import { duringOf, isComparable, partsOf, priorValue, type ValuesOn } from './during-the-year.js';
import { exceedancesOf } from './exceedances.js';
import type { MarketGroup, ValueAtRiskGroup, ValueAtRiskPart } from './item-11-data.js';
import { overTheYearText } from './over-the-year-text.js';
import type { PriorItem11 } from './prior-item-11.js';

/** What stands beside this year-end's value at risk. */
export interface BesideValueAtRisk {
  readonly asOf: string | null;
  /** As the issuer printed it on earlier days of the year; null: measured again in `markets`. */
  readonly kept: readonly ValuesOn[] | null;
  /** The quarter-ends before, newest first, the last a year ago; empty where they are not known. */
  readonly markets: readonly MarketOn[];
  readonly prior: PriorItem11 | null;
}

/** A category with its positions; `total` has those of all. */
interface Portfolio {
  readonly category: ValueAtRiskPart['category'];
  readonly positions: readonly Position[];
}

/**
 * Alternative 3: value at risk of the fair values of each category and of all together, trading and other apart, over
 * the same scenarios, so that what diversification takes off the sum is told. Expects factors of positive volatility to
 * move something: a category without fair values has no part.
 */
export function valueAtRiskGroups(
  { positions }: DisclosedPositions,
  factors: readonly MarketFactor[],
  method: MarketMethod,
  beside: BesideValueAtRisk,
  options: PortfolioOptions,
): ValueAtRiskGroup[] {
  const groups = groupsOf(positions);
  return [...new Set(groups.map(({ purpose }) => purpose))].flatMap((purpose) => {
    const categories: Portfolio[] = groups
      .filter((group) => group.purpose === purpose)
      .map((group) => ({
        category: group.category,
        positions: group.positions.map(({ position }) => position),
      }));
    const all = categories.flatMap((each) => each.positions);
    const portfolios: Portfolio[] = [...categories, { category: 'total', positions: all }];
    return groupOf(purpose, portfolios, factors, method, beside, options) ?? [];
  });
}

function groupOf(
  purpose: MarketGroup['purpose'],
  portfolios: readonly Portfolio[],
  factors: readonly MarketFactor[],
  method: MarketMethod,
  beside: BesideValueAtRisk,
  options: PortfolioOptions,
): ValueAtRiskGroup | null {
  const now = measured(portfolios, factors, method, options);
  const whole = now.get('total');
  if (whole === undefined || now.size < 2) return null;
  const known = portfolios.filter(({ category }) => now.has(category));
  const isAlone = known.length === 2;
  const shown = isAlone ? known.slice(0, 1) : known;
  const earlier = beside.kept ?? recomputed(purpose, portfolios, method, beside.markets, options);
  const reasons: { category: Portfolio['category']; why: string }[] = [];
  const parts = shown.map(({ category, positions }): ValueAtRiskPart => {
    const valueAtRisk = now.get(category) as ValueAtRisk;
    const { asOf } = beside;
    const counted =
      asOf === null ? 'the register names no day' : exceedancesOf(positions, factors, beside.markets, method);
    if (typeof counted === 'string') reasons.push({ category, why: counted });
    return {
      category,
      valueAtRisk,
      during: asOf === null ? null : duringOf(valueAtRisk.value, asOf, earlier, purpose, category),
      exceedances: typeof counted === 'string' ? null : counted,
      prior: priorOf(beside.prior, purpose, category, method),
    };
  });
  const categories = parts.filter(({ category }) => category !== 'total');
  const sumOfParts = categories.reduce((sum, each) => sum + each.valueAtRisk.value, 0);
  return {
    purpose,
    parts: categories,
    total: parts.find(({ category }) => category === 'total') ?? null,
    sumOfParts,
    diversification: sumOfParts - whole.value,
    statement: whole.statement,
    overTheYear: overTheYearText(parts, method, beside, reasons),
    warnings: parts.flatMap(({ category, valueAtRisk }) =>
      valueAtRisk.warnings.map((warning) => `${category}: ${warning}`),
    ),
  };
}

function measured(
  portfolios: readonly Portfolio[],
  factors: readonly MarketFactor[],
  method: MarketMethod,
  options: PortfolioOptions,
): Map<Portfolio['category'], ValueAtRisk> {
  const values = portfolioValueAtRisk(
    portfolios.map(({ positions }) => positions),
    factors,
    method,
    options,
  );
  return new Map(
    portfolios.flatMap(({ category }, at) => {
      const own = values[at];
      return own ? [[category, own] as const] : [];
    }),
  );
}

/** Today's positions in the markets of earlier days; a portfolio one of whose factors a day lacks has no value on it. */
function recomputed(
  purpose: MarketGroup['purpose'],
  portfolios: readonly Portfolio[],
  method: MarketMethod,
  markets: readonly MarketOn[],
  options: PortfolioOptions,
): ValuesOn[] {
  return markets.slice(0, -1).map(({ day, factors, missing }) => {
    const lacking = new Set(missing.map(({ id }) => id));
    const moving = new Set(factors.flatMap(({ id, history }) => (history === null ? [] : [id])));
    const uses = (positions: readonly Position[], ids: ReadonlySet<string>) =>
      positions.some((each) => each.position !== 'ads' && ids.has(each.factor));
    // A stated volatility says nothing of how the year went.
    const whole = portfolios.map(({ category, positions }) => ({
      category,
      positions: uses(positions, lacking) || !uses(positions, moving) ? [] : positions,
    }));
    const values = measuredOrNone(whole, factors, method, options);
    return {
      day,
      value: (of, category) => (of === purpose ? (values.get(category)?.value ?? null) : null),
    };
  });
}

/** None where the histories of that day share too few days. */
function measuredOrNone(...args: Parameters<typeof measured>): ReturnType<typeof measured> {
  try {
    return measured(...args);
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    return new Map();
  }
}

/** Null where last year's is over another horizon or at another level: the two must not stand in one row. */
function priorOf(
  prior: PriorItem11 | null,
  purpose: MarketGroup['purpose'],
  category: Portfolio['category'],
  method: MarketMethod,
): number | null {
  if (prior === null || !partsOf(prior).every((each) => isComparable(each.valueAtRisk, method))) return null;
  return priorValue(prior, purpose, category);
}
