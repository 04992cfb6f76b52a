import { civilDateOf, dayOf, isCivilDate, plusDays } from '../../value/index.js';
import { monthNumber } from './read-dates.js';

/** How an issuer's fiscal years run and how it names them. */
export interface FiscalYear {
  /** 1 to 12. */
  readonly endMonth: number;
  readonly endDay: number;
  /** Whether "fiscal 2006" ends or starts in 2006. */
  readonly namedBy: 'end' | 'start';
  /** Set where the report says that its bare years are fiscal years. */
  readonly bareYears?: 'fiscal';
}

const DATE = '([A-Z][a-z]{2,8})\\.?\\s{1,3}(\\d{1,2})';
const YEAR = '((?:19|20)\\d\\d)';
const QUOTE = '["“”\']{0,2}';
const NAME = `fiscal\\s{1,3}(?:year\\s{1,3})?${QUOTE}${YEAR}`;
/** A fiscal year's name and "references to": few texts have them, and the patterns that need them are slow to make. */
const HOLDS_NAME = new RegExp(NAME, 'i');
const HOLDS_REFERENCES = /references\s/i;
/** "fiscal 2006" means the year ended March 31, 2007. */
const NAMED_FIRST = new RegExp(
  `${NAME}[^.;]{0,80}?\\b(end(?:ed|ing|s)|beg(?:an|ins|inning)|start(?:ed|ing|s)|commenc(?:ed|ing|es))\\s{1,3}(?:on\\s{1,3})?${DATE},?\\s{1,3}${YEAR}`,
  'i',
);
/** The year ended March 31, 2006 ("fiscal 2006"). */
const NAMED_LAST = new RegExp(
  `years?\\s{1,3}(end(?:ed|ing|s)|beginning|commencing)\\s{1,3}(?:on\\s{1,3})?${DATE},?\\s{1,3}${YEAR}[^.;]{0,40}?${NAME}`,
  'i',
);
/** Our fiscal year ends on March 31. */
const END_ONLY = new RegExp(
  `(?:fiscal|financial)\\s{1,3}years?(?:[^.;]{0,20}?)\\s(?:end(?:ed|ing|s)?)\\s{1,3}(?:on\\s{1,3})?${DATE}\\b`,
  'i',
);
const BARE_YEARS =
  /references\s{1,3}to\s{1,3}(?:any\s{1,3}|a\s{1,3}|particular\s{1,3}|specific\s{1,3}){0,3}years?\b[^.;]{0,80}\bfiscal\s{1,3}years?/i;

/**
 * The definition that a text gives, or null. What it says outright about the name ("fiscal 2006 began on April 1,
 * 2006") comes first; a year-end alone is read as naming by the end, which most issuers do.
 */
export function readFiscalYear(text: string): FiscalYear | null {
  const found = (HOLDS_NAME.test(text) ? namedYear(text) : null) ?? endOnly(text);
  return found !== null && HOLDS_REFERENCES.test(text) && BARE_YEARS.test(text)
    ? { ...found, bareYears: 'fiscal' }
    : found;
}

function namedYear(text: string): FiscalYear | null {
  return named(NAMED_FIRST.exec(text), [1, 2, 3, 4, 5]) ?? named(NAMED_LAST.exec(text), [5, 1, 2, 3, 4]);
}

/** `groups`: of the name's year, the verb, month, day and year. */
function named(
  match: RegExpExecArray | null,
  groups: readonly [number, number, number, number, number],
): FiscalYear | null {
  if (match === null) return null;
  const [name, verb, monthName, day, year] = groups.map((group) => match[group] ?? '') as [
    string,
    string,
    string,
    string,
    string,
  ];
  const month = monthNumber(monthName);
  if (month === null || !isCivilDate(Number(year), month, Number(day))) return null;
  if (/^end/i.test(verb)) {
    const distance = Number(year) - Number(name);
    if (distance !== 0 && distance !== 1) return null;
    return { endMonth: month, endDay: Number(day), namedBy: distance === 0 ? 'end' : 'start' };
  }
  const first = dayOf(Number(year), month, Number(day));
  const last = civilDateOf(plusDays(first, -1));
  const isCalendarYear = last.month === 12 && last.day === 31;
  return {
    endMonth: last.month,
    endDay: last.day,
    namedBy: !isCalendarYear && Number(year) === Number(name) ? 'start' : 'end',
  };
}

function endOnly(text: string): FiscalYear | null {
  const match = END_ONLY.exec(text);
  const month = monthNumber(match?.[1] ?? '');
  if (month === null || !isCivilDate(2000, month, Number(match?.[2]))) return null;
  return { endMonth: month, endDay: Number(match?.[2]), namedBy: 'end' };
}
