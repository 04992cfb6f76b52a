import {
  type CurrencyCode,
  type Day,
  dayOf,
  isCivilDate,
  isInstant,
  isYear,
  lastDayOf,
  MONTHS,
} from '../value/index.js';
import type { Cover, Figure, FormType, Section } from './filing.js';

const FORM = /\bForm\s+(20-F|10-K)\b/gi;
const DATE = `(${MONTHS.join('|')})\\s+(\\d{1,2}),\\s+(\\d{4})`;
/** Where a report says which day its statements are of, surest first. */
const PERIOD_END: readonly RegExp[] = [
  new RegExp(
    `${DATE},\\s+(?:which is\\s+)?the date of (?:our|the company['’]s|its) (?:most recent|latest)[\\s\\S]{0,40}balance sheet`,
    'i',
  ),
  new RegExp(`annual report on form (?:20-F|10-K) for the (?:fiscal )?year ended\\s+${DATE}`, 'i'),
];
/** On the cover page, and in the header that EDGAR puts before it. */
const COVER_YEAR_ENDED = new RegExp(`\\b(?:fiscal )?year ended:?\\s+${DATE}`, 'i');
const EDGAR_PERIOD = /^CONFORMED PERIOD OF REPORT:\s+(\d{4})(\d{2})(\d{2})\s*$/m;
const COVER_PAGE = /\bcommission file (?:number|no)/i;
/** As far as the cover reaches, in characters. */
const COVER_LENGTH = 12_000;

/** Form, currency and fiscal year-end, from what the report says of itself and from its figures. */
export function readCover(text: string, outline: readonly Section[], figures: readonly Figure[]): Cover {
  const amounts = figures.filter(({ role }) => role === 'amount');
  return {
    form: readForm(text) ?? formOfOutline(outline),
    currency: commonest(amounts.flatMap(currencyOf)),
    periodEnd: statedPeriodEnd(text) ?? latestYearEnd(amounts),
  };
}

/** The form that the text names most often, or null. */
export function readForm(text: string): FormType | null {
  const counts = { '20-F': 0, '10-K': 0 };
  for (const [, form] of text.matchAll(FORM)) counts[form?.toUpperCase() === '20-F' ? '20-F' : '10-K'] += 1;
  if (counts['20-F'] === counts['10-K']) return counts['20-F'] > 0 ? '20-F' : null;
  return counts['20-F'] > counts['10-K'] ? '20-F' : '10-K';
}

/** Only Form 20-F has lettered sub-items; an excerpt that never names its form is known by them. */
function formOfOutline(outline: readonly Section[]): FormType | null {
  const lettered = outline.some(({ children }) => children.some(({ id }) => /^item-\d+-[a-k]$/.test(id)));
  return lettered ? '20-F' : null;
}

function statedPeriodEnd(text: string): Day | null {
  const cover = text.slice(0, COVER_LENGTH);
  const [, year = '', month = '', day = ''] = EDGAR_PERIOD.exec(cover) ?? [];
  if (year !== '') return dayFrom(MONTHS[Number(month) - 1], day, year);
  const patterns = COVER_PAGE.test(cover) ? [COVER_YEAR_ENDED, ...PERIOD_END] : PERIOD_END;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return dayFrom(match[1], match[2], match[3]);
  }
  return null;
}

/**
 * Failing a plain statement, the end of the latest year that many figures are of: a few amounts that fall due years
 * ahead do not make a fiscal year.
 */
function latestYearEnd(figures: readonly Figure[]): Day | null {
  const counts = new Map<Day, number>();
  for (const { period } of figures) {
    if (period === null || isInstant(period) || !isYear(period)) continue;
    const end = lastDayOf(period);
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  let latest: Day | null = null;
  for (const [end, count] of counts) if (4 * count >= most && (latest === null || end > latest)) latest = end;
  return latest;
}

/** The currency of an amount; of a rate against the dollar, the other one. */
function currencyOf({ unit }: Figure): CurrencyCode[] {
  if (/^[A-Z]{3}$/.test(unit)) return [unit];
  const [, quote = '', base = ''] = /^([A-Z]{3})\/([A-Z]{3})$/.exec(unit) ?? [];
  return quote === '' ? [] : [quote === 'USD' ? base : quote];
}

function dayFrom(month = '', day = '', year = ''): Day | null {
  const number = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  return isCivilDate(Number(year), number, Number(day)) ? dayOf(Number(year), number, Number(day)) : null;
}

function commonest(currencies: readonly CurrencyCode[]): CurrencyCode | null {
  const counts = new Map<CurrencyCode, number>();
  for (const currency of currencies) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  let best: CurrencyCode | null = null;
  for (const [currency, count] of counts)
    if (best === null || count > (counts.get(best) ?? 0)) best = currency;
  return best;
}
