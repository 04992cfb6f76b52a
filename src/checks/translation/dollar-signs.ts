import type { Figure, Filing } from '../../filing/filing.js';
import type { CurrencyCode } from '../../value/index.js';

/** What the bare signs of a report mean that several currencies share. */
export interface DollarSigns {
  /** What "$" means: "USD", or the currency that the report says it means. */
  readonly dollar: CurrencyCode;
  /** What "¥" means. */
  readonly yen: CurrencyCode;
}

/** The habit of a report: "all references to "$" are to Canadian dollars". `chinese` is for a report with RMB rates only. */
export function dollarSigns(filing: Filing, chinese: boolean): DollarSigns {
  let dollar: CurrencyCode = 'USD';
  for (const { text } of filing.blocks) {
    if (!text.includes('$') || !MAY_DEFINE.test(text)) continue;
    const name = DEFINES.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    dollar = DOLLARS[name] ?? dollar;
    break;
  }
  return { dollar, yen: chinese ? 'CNY' : 'JPY' };
}

/** The currency of an amount of money, per share or not; null for anything else. */
export function amountCurrency({ unit, text }: Figure, signs: DollarSigns): CurrencyCode | null {
  const currency = MONEY.exec(unit)?.[1];
  if (currency === undefined || unit === 'ADS') return null;
  if (currency === 'USD' && BARE_DOLLAR.test(text)) return signs.dollar;
  if (currency === 'JPY' && BARE_YEN.test(text)) return signs.yen;
  return currency;
}

const MONEY = /^([A-Z]{3})(?:\/(?:share|ADS))?$/;
const BARE_DOLLAR = /^[^\p{L}\d]*\$/u;
const BARE_YEN = /^[^\p{L}\d]*[¥￥]/u;

const DOLLARS: Readonly<Record<string, CurrencyCode>> = {
  canadian: 'CAD',
  australian: 'AUD',
  singapore: 'SGD',
  'hong kong': 'HKD',
  'new zealand': 'NZD',
};

const MAY_DEFINE = /\b(?:Canadian|Australian|Singapore|Hong\s+Kong|New\s+Zealand)\s+dollars\b/i;
const DEFINES =
  /(?<![A-Z])["“”'‘(\s]\\?\$["“”'’),\s](?:(?!U\.?S\.?)[^.;]){0,80}?\b(?:are|is|means?|refers?|denotes?|in|to)\s+(?:the\s+)?(?:lawful\s+currency\s+of\s+)?(Canadian|Australian|Singapore|Hong\s+Kong|New\s+Zealand)\s+dollars\b/i;
