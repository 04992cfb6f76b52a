import { type Day, dayOf, isCivilDate, isInstant, isYear, lastDayOf, MONTHS } from '../../value/index.js';
import type { Figure } from '../filing.js';
import { type CoverPage, isFiledCover } from './cover-page.js';

const MONTH = `(${MONTHS.join('|')})`;
/** "March 31, 2006" and "31 March 2006". */
const DATE = `(?:${MONTH}\\s+(\\d{1,2})\\s*,?\\s+(\\d{4})|(\\d{1,2})\\s+${MONTH},?\\s+(\\d{4}))`;
/** Where an excerpt says which day its statements are of. */
const BALANCE_SHEET = new RegExp(
  `${DATE},\\s+(?:which is\\s+)?the date of (?:our|the company['’]s|its) (?:most recent|latest)[\\s\\S]{0,40}balance sheet`,
  'i',
);
const ANNUAL_REPORT = new RegExp(
  `annual report on form (?:20-F|10-K) for the (?:fiscal )?year ended\\s+${DATE}`,
  'i',
);
const YEAR_ENDED = new RegExp(
  `\\b(?:fiscal\\s+)?(?:years?|period)\\s+end(?:ed|ing)\\s*:?\\s+(?:on\\s+)?${DATE}`,
  'i',
);
const CONFORMED = /^\s*CONFORMED PERIOD OF REPORT:\s+(\d{4})(\d{2})(\d{2})\s*$/m;
/** An excerpt says it near its beginning. */
const STATED_WITHIN = 400_000;

/**
 * The end of the fiscal year: as cover, submission or text states it, else by the years that the figures are of. An
 * excerpt may name the report of the year before; figures of a later year then say which one it is of.
 */
export function readPeriodEnd(page: CoverPage, figures: readonly Figure[]): Day | null {
  const conformed = CONFORMED.exec(page.header);
  if (conformed !== null) return civilDay(Number(conformed[1]), Number(conformed[2]), Number(conformed[3]));
  const onCover = isFiledCover(page) ? YEAR_ENDED.exec(page.text) : null;
  if (onCover !== null) return dayFrom(onCover);
  const beginning = page.layout.text.slice(0, STATED_WITHIN);
  const ofBalanceSheet = BALANCE_SHEET.exec(beginning);
  if (ofBalanceSheet !== null) return dayFrom(ofBalanceSheet);
  const named = ANNUAL_REPORT.exec(beginning);
  const days = [named === null ? null : dayFrom(named), latestYearEnd(figures)].filter((day) => day !== null);
  return days.length === 0 ? null : (Math.max(...days) as Day);
}

function dayFrom([, month, day, year, dayFirst, monthSecond, yearLast]: RegExpExecArray): Day | null {
  const name = (month ?? monthSecond ?? '').toLowerCase();
  const number = MONTHS.findIndex((one) => one.toLowerCase() === name) + 1;
  return civilDay(Number(year ?? yearLast), number, Number(day ?? dayFirst));
}

function civilDay(year: number, month: number, day: number): Day | null {
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}

/**
 * Failing a plain statement, the end of the latest year that many figures are of: a few amounts that fall due years
 * ahead do not make a fiscal year.
 */
function latestYearEnd(figures: readonly Figure[]): Day | null {
  const counts = new Map<Day, number>();
  for (const { role, period } of figures) {
    if (role !== 'amount' || period === null || isInstant(period) || !isYear(period)) continue;
    const end = lastDayOf(period);
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  let latest: Day | null = null;
  for (const [end, count] of counts) if (4 * count >= most && (latest === null || end > latest)) latest = end;
  return latest;
}
