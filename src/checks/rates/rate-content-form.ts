import type { Filing } from '../../filing/filing.js';
import { type Day, dayOf, isCivilDate, MONTHS, plusDays } from '../../value/index.js';
import { visibleText } from '../engine/surroundings.js';

/** Filed from then on, Form 20-F no longer asks for exchange rates: Release 33-10532, effective 5 November 2018. */
const NO_LONGER_ASKED = dayOf(2018, 11, 5);
/** Fiscal years that end earlier may answer the form as it was before Release 33-7745, in its Item 8. */
const NUMBERED_AS_NOW = dayOf(2000, 9, 30);
/** A year that ends from here on is reported after the change: the last month before it is left for early filers. */
const REPORTED_AFTER = dayOf(2018, 7, 1);
/** Days from the latest rate to the filing, at most, so that a report near the change is not held to the old form. */
const FILED_WITHIN = 21;

/** What the form asks of a report of that time; a text is why that cannot be told, or why it asks nothing. */
export type Asked = 'asked' | 'no longer' | { readonly reason: string };

/** Whether the form of its day asks a report on Form 20-F for exchange rates in Item 3.A, by its date of filing or, failing that, its year. */
export function askedOf(filing: Filing, latestRate: Day | null): Asked {
  const { currency, periodEnd } = filing.cover;
  if (currency === null) return { reason: 'the currency of the statements could not be read' };
  const { source } = filing;
  const text = visibleText(filing, [0, source.text.length]);
  if (currency === 'USD' || saysDollars(text)) {
    return { reason: 'the statements are in U.S. dollars: the form asks for no exchange rates' };
  }
  const filed =
    filingDay(source.text, text) ?? (latestRate === null ? null : plusDays(latestRate, FILED_WITHIN));
  if (periodEnd === null && filed === null) return { reason: 'the year of the report could not be read' };
  if ((periodEnd ?? filed ?? NUMBERED_AS_NOW) < NUMBERED_AS_NOW) {
    return { reason: 'the form before September 2000 asked for exchange rates in other words' };
  }
  const isAfter = filed !== null && filed >= NO_LONGER_ASKED;
  const reportsLaterYear = periodEnd !== null && periodEnd >= REPORTED_AFTER;
  return isAfter || reportsLaterYear ? 'no longer' : 'asked';
}

const IN_DOLLARS =
  /\b(?:statements|financial\s+information|(?:reporting|presentation)\s+currency|we\s+report|accounts\s+are\s+(?:kept|expressed|stated)|all\s+(?:figures|amounts)|amounts\s+are\s+(?:expressed|stated|presented)\s+in\s+(?:thousands|millions))\b[^.]{0,90}\b(?:U\.\s?S\.|United\s+States|US)(?:\s+dollars?\b|\s?\$)/gi;
/** A sentence on translation, or one that names another currency, says nothing of the sort. */
const OF_ANOTHER =
  /\b(?:translat\w*|conveni\w*|convert\w*|equivalents?|per|yen|euros?|won|renminbi|RMB|pesos?|reais|rupees?|pounds?|francs?|kron\w+|rand|shekels?|NIS|baht|rupiah|ringgit|lira|zloty|forint|r(?:o)?ubles?|soles|dirhams?|naira|Canadian|Australian|Hong Kong|Singapore|Taiwan)\b|[¥€£₩=]/i;

/** Whether the report says that its statements are in dollars, whatever most of its printed rates are of. */
function saysDollars(text: string): boolean {
  for (const [sentence] of text.matchAll(IN_DOLLARS)) if (!OF_ANOTHER.test(sentence)) return true;
  return false;
}

const EDGAR_FILED = /^FILED AS OF DATE:\s+(\d{4})(\d{2})(\d{2})\s*$/m;
const SIGNED = /\bdated?:?\s+([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s+(\d{4})/i;
const SIGNED_DAY_FIRST = /\bdated?:?\s+(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?,?\s+(\d{4})/i;
const SIGNATURES_REACH = 4000;

/** The day of the header that EDGAR puts before the report, else that of the signatures; null for neither. */
function filingDay(source: string, text: string): Day | null {
  const [, year = '', month = '', day = ''] = EDGAR_FILED.exec(source.slice(0, SIGNATURES_REACH)) ?? [];
  if (year !== '') return dayFrom(Number(year), Number(month), Number(day));
  const at = Math.max(
    text.lastIndexOf('SIGNATURES'),
    text.lastIndexOf('SIGNATURE'),
    text.lastIndexOf('Signatures'),
  );
  if (at < 0) return null;
  const end = text.slice(at, at + SIGNATURES_REACH);
  const [, name = '', of = '', inYear = ''] = SIGNED.exec(end) ?? dayFirst(end) ?? [];
  const index = MONTHS.findIndex((each) => each.toLowerCase().startsWith(name.toLowerCase()));
  if (name.length < 3) return null;
  return dayFrom(Number(inYear), index + 1, Number(of));
}

/** "5 November 2018", in the order of "November 5, 2018". */
function dayFirst(text: string): string[] | null {
  const [all = '', of = '', name = '', inYear = ''] = SIGNED_DAY_FIRST.exec(text) ?? [];
  return all === '' ? null : [all, name, of, inYear];
}

function dayFrom(year: number, month: number, day: number): Day | null {
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}
