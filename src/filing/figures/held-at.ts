import { instantAt, isInstant, lastDayOf, type Period, spanOf } from '../../value/index.js';
import { type FiscalCalendar, yearEndingOn } from './fiscal-calendar.js';
import type { Mention } from './mentions.js';
import { stateWeight } from './state-words.js';
import type { TimeMention } from './times.js';

/** How far before and behind a figure its clause is read. */
const BEFORE = 160;
const BEHIND = 60;
/** A report is filed within so many days of its last; what a later day says is yet to come. */
const LONGEST_TO_FILING = 120;
const SHORTEST_YEAR = 300;

/** "issued $750 million aggregate principal amount": what is owed from then on. */
const TERMS = /^[^.;]{0,60}\b(?:principal|notes|bonds|debentures|facility|term loan|credit agreement)\b/i;
/** "since 1981", "prior to 2015": no time of a figure. */
const OPEN_ENDED = /^(?:since|until|prior|before|after)\b/i;

/**
 * The period of a figure of the notes whose sentence tells no time: of the reported year, since that is what the notes
 * are about. What there is on a day (a balance, an obligation, terms) is of its last day, what comes about of the whole
 * year; the words beside the figure tell which.
 */
export function undatedPeriod(sentence: string, mention: Mention, calendar: FiscalCalendar): Period {
  return weightBeside(sentence, mention) >= 0
    ? instantAt(calendar.latest)
    : yearEndingOn(calendar.latest, calendar);
}

/** What a time of its own sentence means for a figure of the notes. */
export function heldAt(
  time: TimeMention,
  sentence: string,
  mention: Mention,
  calendar: FiscalCalendar,
): Period {
  if (OPEN_ENDED.test(sentence.slice(time.start, time.start + 10)))
    return undatedPeriod(sentence, mention, calendar);
  const period = asKnown(time.period as Period, calendar);
  if (!isInstant(period)) return ofSpan(period, sentence, mention, { short: 1, year: 3 });
  return isEventDay(time, period, calendar) ? ofEvent(period, sentence, mention, 0) : period;
}

/** What a time that a sentence before has told means for a figure of a sentence that tells none. */
export function heldSince(
  time: TimeMention,
  sentence: string,
  mention: Mention,
  calendar: FiscalCalendar,
): Period {
  const period = asKnown(time.period as Period, calendar);
  if (!isInstant(period)) return ofSpan(period, sentence, mention, { short: 0, year: 2 });
  if (isEventDay(time, period, calendar)) return ofEvent(period, sentence, mention, 1);
  const isOfYear = calendar.ends.includes(period.instant) && weightBeside(sentence, mention) < 0;
  return isOfYear ? yearEndingOn(period.instant, calendar) : period;
}

/** An amount of a time to come (maturities, expected payments) is what is known of it on the day of the statements. */
function asKnown(period: Period, { latest }: FiscalCalendar): Period {
  const isToCome = isInstant(period) ? period.instant > latest + LONGEST_TO_FILING : period.start > latest;
  return isToCome ? instantAt(latest) : period;
}

function isEventDay(time: TimeMention, period: Period, calendar: FiscalCalendar): boolean {
  return time.isEvent === true && isInstant(period) && !calendar.ends.includes(period.instant);
}

/** "On March 7, 2006 we paid ¥5" is of that day, what there has been since ("issued ¥5 of notes") is of its end. */
function ofEvent(period: Period, sentence: string, mention: Mention, least: number): Period {
  const day = lastDayOf(period);
  return weightBeside(sentence, mention) + termWeight(sentence, mention) >= least ? period : spanOf(day, day);
}

/** A month or a year is the figure's own, unless the words beside it plainly speak of a state: then it is of its end. */
function ofSpan(
  period: Exclude<Period, { readonly instant: unknown }>,
  sentence: string,
  mention: Mention,
  least: { readonly short: number; readonly year: number },
): Period {
  const weight = weightBeside(sentence, mention) + termWeight(sentence, mention);
  const isShort = period.until - period.start < SHORTEST_YEAR;
  return weight >= (isShort ? least.short : least.year) ? instantAt(lastDayOf(period)) : period;
}

/** Rates and terms of debt hold from the day of the agreement on. */
function termWeight(sentence: string, { unit, end }: Mention): number {
  const isTerm = unit === 'percent' || unit === 'bp' || TERMS.test(sentence.slice(end, end + BEHIND));
  return isTerm ? 1 : 0;
}

function weightBeside(sentence: string, { start, end }: Mention): number {
  const from = Math.max(0, start - BEFORE);
  const clause = from + sentence.slice(from, start).lastIndexOf(';') + 1;
  const behind = Math.min(sentence.length, end + BEHIND);
  return stateWeight(sentence, clause, start) + stateWeight(sentence, end, behind);
}
