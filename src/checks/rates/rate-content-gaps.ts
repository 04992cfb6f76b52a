import type { Filing, SourceSpan } from '../../filing/filing.js';
import {
  civilDateOf,
  type Day,
  dayOf,
  endOfMonth,
  fiscalYear,
  formatDayLong,
  isCalendarMonth,
  isInstant,
  isYear,
  lastDayOf,
  MONTHS,
  monthOf,
  plusDays,
  type Span,
} from '../../value/index.js';
import { periodName } from '../engine/period-name.js';
import { type GivenRate, type GivenRates, spansWith } from './rate-content.js';

/** Something that the form asks for and that is not among the rates given. */
export interface Gap {
  readonly missing: string;
  readonly expected: string;
  readonly place: SourceSpan;
  /** None of its kind is given at all. */
  readonly isAll: boolean;
  /** Practice differs on it, or an exemption may apply. */
  readonly isMild: boolean;
  readonly evidence: readonly string[];
}

/** No report is filed later than this after its year. */
const LATEST_FILING_DAYS = 400;
const MONTHS_ASKED = 6;
export const YEARS_ASKED = 5;
/** Emerging growth companies may give fewer years: Jumpstart Our Business Startups Act, 5 April 2012. */
const FEWER_YEARS_SINCE = dayOf(2012, 4, 5);
/** A year of 52 or 53 weeks ends within so many days of the same date. */
const YEAR_END_MOVES = 10;
/** So near the end of a month it may count as whole. */
const NEAR_MONTH_END = 4;

/** The last day after the fiscal year that any of the rates is of: the latest practicable date, as far as it is printed. */
export function practicableDay({ cover }: Filing, { rates }: GivenRates): Day | null {
  const end = cover.periodEnd;
  const days = rates.map(({ period }) => lastDayOf(period));
  const later = days.filter((day) => end === null || (day > end && day <= end + LATEST_FILING_DAYS));
  return later.length === 0 ? null : later.reduce((latest, day) => (day > latest ? day : latest));
}

/** Whether rates run further than a report on this fiscal year could: then its year was not read rightly. */
export function runsTooFar({ cover }: Filing, { rates }: GivenRates): boolean {
  const end = cover.periodEnd;
  return end !== null && rates.some(({ period }) => lastDayOf(period) > end + LATEST_FILING_DAYS);
}

/** Former Item 3.A.3(a): no rate of a day after the fiscal year. */
export function practicableGap(filing: Filing, given: GivenRates): Gap | null {
  const { periodEnd } = filing.cover;
  if (periodEnd === null || given.quotedDays.some((day) => day > periodEnd)) return null;
  if (given.likelyQuotes.some((sentence) => mayBeLater(sentence, periodEnd))) return null;
  const isLater = ({ statistic, period }: GivenRate) => statistic === 'rate' && lastDayOf(period) > periodEnd;
  const last = latestOf(given.rates);
  if (last === undefined || given.rates.some(isLater)) return null;
  return {
    missing: formatDayLong(lastDayOf(last.period)),
    expected: 'the latest practicable date',
    place: last.place,
    isAll: true,
    isMild: false,
    evidence: [`The fiscal year ended ${formatDayLong(periodEnd)}; no rate of a later day is given`],
  };
}

/** Whether a sentence on a rate could be of a day after the fiscal year: it names no year, or that one or a later. */
function mayBeLater(sentence: string, periodEnd: Day): boolean {
  const { year, month } = civilDateOf(periodEnd);
  const years = sentence.match(/\b(?:19|20)\d\d\b/g) ?? [];
  if (years.length === 0) return true;
  // A fiscal year that ends with December leaves no later day of its own year.
  return years.some(
    (each) => Number(each) > year || (Number(each) === year && month < 12 && !isOfDay(sentence, periodEnd)),
  );
}

function isOfDay(sentence: string, day: Day): boolean {
  return sentence.includes(formatDayLong(day));
}

/**
 * Former Item 3.A.3(b): a high and low for each of the six months before the practicable date. Where the part of the
 * current month is given beside five whole ones, many count it as the sixth.
 */
export function monthGap(filing: Filing, given: GivenRates): Gap | null {
  const ends = new Set(spansWith(given, ['high', 'low'], 'month'));
  const practicable = practicableDay(filing, given);
  const first = monthRateOf(given) ?? given.rates[0];
  if (first === undefined) return null;
  if (practicable === null) {
    return ends.size > 0
      ? null
      : {
          ...ofMonths([], first),
          missing: 'any month',
          expected: 'each of the previous six months',
          isAll: true,
        };
  }
  const asked = askedMonths(practicable, ends);
  const missing = asked.filter((month) => !ends.has(lastDayOf(month)));
  if (missing.length === 0 || areInWords(missing, given)) return null;
  const countsPart = missing.length === 1 && missing[0] === asked[0] && hasPart(given, practicable);
  const list = missing.length === asked.length && ends.size === 0 ? 'any month' : namesOf(missing);
  return {
    ...ofMonths(asked, first),
    missing: list,
    isAll: ends.size === 0,
    isMild: countsPart,
    evidence: [
      `The rates run to ${formatDayLong(practicable)}; whole months with high and low: ${ends.size}`,
      ...(countsPart
        ? ['Five whole months and the part of the current one are six to some readers of the Item']
        : []),
    ],
  };
}

/** Whether a sentence may give the highs and lows of the months that no table has. */
function areInWords(missing: readonly Span[], { text }: GivenRates): boolean {
  if (!/\bhigh(?:s|est)?\b/i.test(text) || !/\blow(?:s|est)?\b/i.test(text)) return false;
  const names = missing.map(({ start }) => MONTHS[civilDateOf(start).month - 1] ?? '');
  return names.every((name) => text.includes(name));
}

/** The six whole months before the month of a day, the earliest first. */
export function sixMonthsBefore(day: Day): Span[] {
  const { year, month } = civilDateOf(day);
  return Array.from({ length: MONTHS_ASKED }, (_, index) => monthBack(year, month, MONTHS_ASKED - index));
}

/** Former Item 3.A.3(c): an average for each of the five most recent fiscal years. */
export function yearGap(filing: Filing, given: GivenRates): Gap | null {
  const ends = spansWith(given, ['average'], 'year');
  const { periodEnd } = filing.cover;
  const latest = ends.at(-1);
  const isFiscal = periodEnd !== null && ends.every((end) => isSameDate(end, periodEnd));
  // Calendar years in the table of an issuer whose fiscal years are others: only their number is asked.
  const anchor = isFiscal || latest === undefined ? periodEnd : latest;
  const first = given.rates.find(({ period }) => !isInstant(period) && isYear(period)) ?? given.rates[0];
  if (anchor === null || first === undefined) return null;
  const { year, month, day } = civilDateOf(anchor);
  const asked = Array.from({ length: YEARS_ASKED }, (_, index) =>
    lastDayOf(fiscalYear(year - YEARS_ASKED + 1 + index, month, day)),
  );
  const missing = asked.filter((each) => !ends.some((end) => Math.abs(end - each) <= YEAR_END_MOVES));
  if (missing.length === 0) return null;
  const count = asked.length - missing.length;
  const isLatestRun = count >= 2 && missing.at(-1) === asked[missing.length - 1];
  return {
    missing:
      ends.length === 0 ? 'any year' : listOf(missing.map((end) => `the year ended ${formatDayLong(end)}`)),
    expected: '',
    place: first.place,
    isAll: ends.length === 0,
    isMild: isLatestRun && anchor >= FEWER_YEARS_SINCE,
    evidence: isLatestRun
      ? [
          `The latest ${count} years are given; a company that has reported no more of them need not give five`,
        ]
      : [],
  };
}

function ofMonths(asked: readonly Span[], first: GivenRate): Gap {
  const [from, to] = [asked[0], asked.at(-1)];
  const expected =
    from === undefined || to === undefined ? '' : `each month from ${periodName(from)} to ${periodName(to)}`;
  return { missing: '', expected, place: first.place, isAll: false, isMild: false, evidence: [] };
}

/** Near the end of a month it may be the sixth itself: then whichever six are more nearly given. */
function askedMonths(practicable: Day, ends: ReadonlySet<Day>): readonly Span[] {
  const before = sixMonthsBefore(practicable);
  const { year, month } = civilDateOf(practicable);
  if (endOfMonth(year, month) - practicable > NEAR_MONTH_END) return before;
  const withCurrent = [...before.slice(1), monthOf(year, month)];
  const count = (months: readonly Span[]) => months.filter((each) => ends.has(lastDayOf(each))).length;
  return count(withCurrent) >= count(before) ? withCurrent : before;
}

function monthBack(year: number, month: number, back: number): Span {
  const count = year * 12 + month - 1 - back;
  return monthOf(Math.floor(count / 12), (count % 12) + 1);
}

/** Whether the month of a day is given in part, with its high and its low. */
function hasPart({ rates }: GivenRates, practicable: Day): boolean {
  const { year, month } = civilDateOf(practicable);
  const { start } = monthOf(year, month);
  const isPart = (name: string) =>
    rates.some(
      ({ statistic, period }) =>
        statistic === name && !isInstant(period) && period.start === start && !isCalendarMonth(period),
    );
  return isPart('high') && isPart('low');
}

function monthRateOf({ rates }: GivenRates): GivenRate | undefined {
  return rates.find(({ period }) => !isInstant(period) && isCalendarMonth(period));
}

function latestOf(rates: readonly GivenRate[]): GivenRate | undefined {
  return rates.reduce<GivenRate | undefined>(
    (latest, rate) =>
      latest === undefined || lastDayOf(rate.period) > lastDayOf(latest.period) ? rate : latest,
    undefined,
  );
}

/** Whether two days are of the same date in different years, give or take the days that a year-end moves. */
function isSameDate(day: Day, other: Day): boolean {
  const { year } = civilDateOf(plusDays(day, YEAR_END_MOVES));
  const { month, day: dayOfMonth } = civilDateOf(other);
  return [year - 1, year].some(
    (each) => Math.abs(lastDayOf(fiscalYear(each, month, dayOfMonth)) - day) <= YEAR_END_MOVES,
  );
}

function namesOf(months: readonly Span[]): string {
  return listOf(months.map(periodName));
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
