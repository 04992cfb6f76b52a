import { type CurrencyCode, type Day, parseDay, type Span } from '../value/index.js';

/**
 * Days on which one series passes from a currency to its successor, which an official source may do without a break:
 * the first day on which every rate is of the new currency.
 * Sources: Decree 3.548 of 2018 (five zeros off, 2018-08-20) and Decree 4.553 of 2021 (six zeros off, 2021-10-01),
 * Venezuela; the H.10 release kept the old bolívar until 2021-10-01 and turned on 2021-10-04.
 */
const REDENOMINATIONS: readonly { readonly currency: CurrencyCode; readonly first: Day }[] = [
  { currency: 'VES', first: parseDay('2018-08-20') },
  { currency: 'VES', first: parseDay('2021-10-04') },
];

/** The days within a span, after its first, from which on the rates of a currency are of a new one. */
export function redenominationsWithin(currency: CurrencyCode, span: Span): readonly Day[] {
  return REDENOMINATIONS.filter(
    (each) => each.currency === currency && span.start < each.first && each.first < span.until,
  ).map((each) => each.first);
}

/** Whether that day is the first of a new currency unit. */
export function isRedenomination(currency: CurrencyCode, day: Day): boolean {
  return REDENOMINATIONS.some((each) => each.currency === currency && each.first === day);
}

/** Whether the currency was ever replaced by one of another unit within its series. */
export function hasRedenominations(currency: CurrencyCode): boolean {
  return REDENOMINATIONS.some((each) => each.currency === currency);
}
