import type { MarketMethod } from '../models/market/market-factor.js';
import { type MarketOn, monthsBefore, type OtherMarkets } from '../models/market/other-markets.js';
import { factorIndex } from '../models/market/position-exposure.js';
import { requireMethod } from '../models/market/value-at-risk.js';
import type { ResolvedRegister } from '../resolved-register.js';
import { adsNotes, adsRows } from './ads-rows.js';
import { disclosedPositions } from './disclosed-positions.js';
import { isComparable, keptValues, partsOf, quarterEnds } from './during-the-year.js';
import type { Item11 } from './item-11-data.js';
import type { PriorItem11 } from './prior-item-11.js';
import { remindersOf } from './reminders.js';
import { sensitivityGroups } from './sensitivity.js';
import { limitsOf, treatmentsOf } from './statements.js';
import { tabularGroups } from './tabular.js';
import { valueAtRiskGroups } from './value-at-risk-groups.js';

export interface Item11Options {
  /** ISO day of the levels. */
  readonly asOf?: string | null | undefined;
  /** Last year's, to stand beside. */
  readonly prior?: PriorItem11 | null | undefined;
  /** As printed on earlier ends of equal periods of the year; absent: value at risk is measured again in `markets`. */
  readonly during?: readonly PriorItem11[] | undefined;
  /** Where earlier quarter-ends and the latest exchange rate come from; absent: what needs them is left out. */
  readonly markets?: OtherMarkets | null | undefined;
  readonly seed?: number | bigint | undefined;
  /** Scenarios of value at risk that are drawn. Default 20,000. */
  readonly draws?: number | undefined;
}

/**
 * Item 11's market risk by all three alternatives, of the market risks and securities of a register: the issuer may
 * choose one for each category. Nothing of it comes from the simulation of the year.
 *
 * Source: Form 20-F, Item 11; Regulation S-K, Item 305. Throws `InputError` for positions that contradict themselves,
 * unknown factors, histories of no use, and a method out of its ranges.
 */
export function item11(register: ResolvedRegister, options: Item11Options = {}): Item11 {
  const { base, market } = register;
  requireMethod(market.method);
  const disclosed = disclosedPositions(register);
  const factors = factorIndex(disclosed.factors);
  const prior = options.prior ?? null;
  const asOf = options.asOf ?? null;
  const later = asOf === null ? null : (options.markets?.dollarAfter(asOf) ?? null);
  const during = options.during ?? [];
  const alternatives = {
    tabular: tabularGroups(disclosed, factors, base.currency, prior?.tabular ?? []),
    sensitivity: sensitivityGroups(disclosed, factors, base, prior?.sensitivity ?? []),
    valueAtRisk: valueAtRiskGroups(
      disclosed,
      disclosed.factors,
      market.method,
      {
        asOf,
        kept: during.length === 0 ? null : keptValues(during, asOf ?? '', market.method),
        markets: earlierMarkets(register, options),
        prior,
      },
      { seed: options.seed, draws: options.draws },
    ),
  };
  return {
    currency: base.currency,
    asOf,
    ...alternatives,
    ads: adsRows(base.ads, disclosed, market.factors, later),
    adsNotes: adsNotes(base, asOf, later, market.factors),
    treatments: treatmentsOf(disclosed, base),
    limits:
      disclosed.positions.length === 0
        ? disclosed.leftOut.map((sentence) => `${sentence}.`)
        : limitsOf(disclosed, disclosed.factors, market.method),
    reminders: [...remindersOf(alternatives, prior), ...incomparable(prior, market.method)],
  };
}

/** The quarter-ends of the year before, the last a year ago, with the factors that stand for holdings. */
function earlierMarkets(register: ResolvedRegister, { asOf, markets }: Item11Options): MarketOn[] {
  if (!markets || !asOf) return [];
  const { method } = register.market;
  return [...quarterEnds(asOf), monthsBefore(asOf, 12)].map((day) => {
    const { factors, missing } = markets.on(day);
    return {
      day,
      missing,
      factors: disclosedPositions({ ...register, market: { factors, method } }).factors,
    };
  });
}

/** Last year's value at risk of another horizon or level stands in no column: a preparer must say so. */
function incomparable(prior: PriorItem11 | null, method: MarketMethod): string[] {
  const other = prior && partsOf(prior).find(({ valueAtRisk }) => !isComparable(valueAtRisk, method));
  if (!other) return [];
  const { horizonDays, level } = other.valueAtRisk;
  return [
    `Last year's value at risk is over ${horizonDays} trading days at ${level}, this year's over ${method.horizonDays} at ${method.level}: they do not stand side by side; explain the change of the model, and give last year's by this year's.`,
  ];
}
