import type { CurrencyCode } from '../../value/index.js';
import type { Cover, Figure, Section } from '../filing.js';
import { readAccounting } from './accounting.js';
import type { CoverPage } from './cover-page.js';
import { formOfOutline, readForm } from './form.js';
import { readIssuer } from './issuer.js';
import { readPeriodEnd } from './period-end.js';
import { readShares } from './shares.js';

/** What the report says of itself, on its cover and in its figures. */
export function readCover(page: CoverPage, outline: readonly Section[], figures: readonly Figure[]): Cover {
  const [currency = null, ...otherCurrencies] = currenciesOf(figures);
  const periodEnd = readPeriodEnd(page, figures);
  const form = readForm(page) ?? formOfOutline(outline);
  return {
    form,
    issuer: readIssuer(page),
    currency,
    otherCurrencies,
    periodEnd,
    sharesOutstanding: readShares(page, periodEnd),
    accounting: readAccounting(page, form),
  };
}

/** The currencies of amounts, commonest first; of those alike, the one that comes first. */
function currenciesOf(figures: readonly Figure[]): CurrencyCode[] {
  const units = new Map<string, number>();
  for (const { role, unit } of figures) if (role === 'amount') units.set(unit, (units.get(unit) ?? 0) + 1);
  const counts = new Map<CurrencyCode, number>();
  for (const [unit, count] of units) {
    const currency = currencyOf(unit);
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([currency]) => currency);
}

/** The currency of an amount; of a rate against the dollar, the other one. */
function currencyOf(unit: string): CurrencyCode | null {
  if (/^[A-Z]{3}$/.test(unit)) return unit === 'ADS' ? null : unit;
  const [, quote = '', base = ''] = /^([A-Z]{3})\/([A-Z]{3})$/.exec(unit) ?? [];
  if (quote === '') return null;
  return quote === 'USD' ? base : quote;
}
