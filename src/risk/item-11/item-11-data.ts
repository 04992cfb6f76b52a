import type { MarketCategory, MarketSpec } from '../models/market/market-spec.js';
import type { ValueAtRisk } from '../models/market/value-at-risk.js';

/**
 * What Item 11 of Form 20-F (Item 7A of Form 10-K) asks about market risk, by each of its three alternatives, as plain
 * data. Amounts are in the reporting currency where nothing else is said, losses of the sensitivity negative, of value
 * at risk positive. Trading and other positions stand apart everywhere.
 */
export interface Item11 {
  readonly currency: string;
  /** ISO day, for which the levels hold; null where the register does not say. */
  readonly asOf: string | null;
  readonly tabular: readonly TabularGroup[];
  readonly sensitivity: readonly SensitivityGroup[];
  readonly valueAtRisk: readonly ValueAtRiskGroup[];
  readonly ads: readonly AdsRow[];
  /** How the dollars come about, and the days and sources of the rates. */
  readonly adsNotes: readonly string[];
  /** Where a change of each kind of position goes: to income, to other comprehensive income, or to fair value alone. */
  readonly treatments: readonly string[];
  /** What is left out and what is assumed: the form wants limitations stated. */
  readonly limits: readonly string[];
  /** What a preparer must still write: the reasons for material changes from last year. */
  readonly reminders: readonly string[];
}

export interface MarketGroup {
  readonly category: MarketCategory;
  readonly purpose: MarketSpec['purpose'];
}

export interface TabularGroup extends MarketGroup {
  readonly rows: readonly TabularRow[];
}

/** An instrument, or the total of several of one kind. */
export interface TabularRow {
  /** Names the row from year to year. */
  readonly key: string;
  readonly name: string;
  /** "Debt, fixed rate", "Swap, pays fixed", "Forward purchase of USD". */
  readonly kind: string;
  readonly isTotal: boolean;
  /** False of shares and commodities, which fall due at no time. */
  readonly matures: boolean;
  /** ISO code of what `amounts` counts. */
  readonly unit: string;
  /** Principal, notional or contract amount by the year in which it falls due. */
  readonly amounts: ByMaturity;
  readonly terms: readonly TermRow[];
  /** In the reporting currency, what is owed negative; null with the reason. */
  readonly fairValue: number | null;
  readonly fairValueWhy: string | null;
  /** Last year's. */
  readonly prior: { readonly total: number; readonly fairValue: number | null } | null;
}

/** A weighted average by year of maturity: "average interest rate", "average settlement price". */
export interface TermRow {
  readonly name: string;
  /** `rate`: a fraction a year; `price`: units of the reporting currency. */
  readonly unit: 'rate' | 'price';
  readonly values: ByMaturity;
}

/** The next five years, what comes after, and all. Null: nothing falls due, or no date is known. */
export interface ByMaturity {
  readonly years: readonly (number | null)[];
  readonly thereafter: number | null;
  readonly total: number | null;
}

export interface SensitivityGroup extends MarketGroup {
  readonly rows: readonly SensitivityRow[];
}

/** A hypothetical change of one factor, or of all of the group at once. */
export interface SensitivityRow {
  readonly key: string;
  /** Null: all factors of the group together. */
  readonly factor: string | null;
  readonly name: string;
  /** Today's; null for all together. */
  readonly level: number | null;
  /** "10% up", "100 basis points down". */
  readonly shock: string;
  /** Relative to the level, or of an interest rate absolute. */
  readonly change: number;
  readonly fairValue: number;
  /** Of a whole year before tax, the shock holding from its first day. */
  readonly income: number;
  readonly otherComprehensiveIncome: number;
  readonly prior: {
    readonly fairValue: number;
    readonly income: number;
    readonly otherComprehensiveIncome: number;
  } | null;
}

/** Value at risk of the fair values of one purpose: its categories, and all together. */
export interface ValueAtRiskGroup {
  readonly purpose: MarketSpec['purpose'];
  readonly parts: readonly ValueAtRiskPart[];
  /** Null where there is but one category. */
  readonly total: ValueAtRiskPart | null;
  /** The parts added up, as if their losses came together, and how much of that falls away: parts − total. */
  readonly sumOfParts: number;
  readonly diversification: number;
  /** Method, horizon, level, mean and rules: to be printed with the numbers. */
  readonly statement: string;
  /** What average, high and low are of, how exceptions were counted; or why there are none. */
  readonly overTheYear: readonly string[];
  readonly warnings: readonly string[];
}

export interface ValueAtRiskPart {
  readonly category: MarketCategory | 'total';
  readonly valueAtRisk: ValueAtRisk;
  /** Over the ends of at least four equal periods of the year, this year-end the last; null where not all are known. */
  readonly during: {
    readonly average: number;
    readonly high: number;
    readonly low: number;
    readonly points: readonly { readonly day: string; readonly value: number }[];
  } | null;
  readonly exceedances: Exceedances | null;
  readonly prior: number | null;
}

/** How often the loss of a day was larger than the value at risk of one day. */
export interface Exceedances {
  readonly days: number;
  /** ISO days, the first and the last. */
  readonly from: string;
  readonly to: string;
  readonly exceptions: number;
  /** As the level has it. */
  readonly expected: number;
  /** Exact two-sided probability of a number so far from what is expected, if value at risk is right. */
  readonly probabilityOfSo: number;
  /** Basel's, by the cumulative probability. */
  readonly zone: 'green' | 'yellow' | 'red';
}

/** Dollars of an ADS or of its dividend after a change of the exchange rate or of the share price. */
export interface AdsRow {
  readonly what: 'value of an ADS' | 'dividend on an ADS';
  readonly factor: string;
  /** "10% up", "to 2026-07-10". */
  readonly shock: string;
  readonly change: number;
  /** Of the rate or price, before and after. */
  readonly level: number;
  readonly levelAfter: number;
  /** Dollars. */
  readonly before: number;
  readonly after: number;
}
