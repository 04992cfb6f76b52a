import { civilDateOf, dayOf, daysInMonth, formatDay, parseDay } from '../../../value/index.js';
import type { MarketFactor } from './market-factor.js';

/** The market on other days than the register's: what value at risk during the year, and the latest rate, come from. */
export interface OtherMarkets {
  /** The register's factors with their levels and daily changes as they were known on an ISO day. */
  on(day: string): MarketOn;
  /** The newest rate of the ADS's dollars that is held within six months after an ISO day; null: none is. */
  dollarAfter(day: string): LaterRate | null;
}

export interface MarketOn {
  /** ISO day. */
  readonly day: string;
  readonly factors: readonly MarketFactor[];
  /** Factors that have no level or too few changes on that day, and why. */
  readonly missing: readonly { readonly id: string; readonly why: string }[];
}

/** An exchange rate later than the balance sheet: units of the reporting currency for one dollar. */
export interface LaterRate {
  readonly day: string;
  readonly rate: number;
  /** The source's rate of the balance-sheet date, the last on or before it. */
  readonly fromDay: string;
  readonly fromRate: number;
  /** "H.10 rates of JPY/USD". */
  readonly source: string;
}

/** The day so many months before another; the last day of a month goes to the last day of a month. */
export function monthsBefore(iso: string, months: number): string {
  const { year, month, day } = civilDateOf(parseDay(iso));
  const count = year * 12 + (month - 1) - months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = daysInMonth(toYear, toMonth);
  return formatDay(dayOf(toYear, toMonth, day === daysInMonth(year, month) ? last : Math.min(day, last)));
}
