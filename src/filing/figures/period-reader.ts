import { isInstant, type Period } from '../../value/index.js';
import { attachTimes } from './attach-periods.js';
import type { FiscalYear } from './fiscal-year.js';
import { heldAt, heldSince, undatedPeriod } from './held-at.js';
import type { Mention } from './mentions.js';
import { pairByUnit } from './pair-times.js';
import { isPeriodic, listsOf } from './sentence-line.js';
import { readTimes, type TimeMention } from './times.js';
import type { NamedCalendar } from './year-names.js';

/** How the report's fiscal years run, as it says it. */
export interface ReportCalendar {
  readonly fiscalYear: FiscalYear | null;
  readonly calendar: NamedCalendar | null;
}

/** What the reader of periods must know of a paragraph, list item or heading. */
export interface Paragraph {
  readonly text: string;
  readonly section: string | null;
  readonly isListItem: boolean;
  /** Whether it stands in the financial statements or their notes. */
  readonly isOfStatements: boolean;
}

/** "as of the acquisition date": the day of the deal that the section has told. */
const OF_THE_DEAL = /acquisition date|date of (?:the )?acquisition|purchase price|consideration/i;
/** "since 2003", "through 2042": no time that the next sentence goes on with. */
const OPEN_ENDED = /^(?:since|until|prior|before|after|through)/i;

/**
 * Tells when the figures of sentences hold. It is given a report in order, since in the notes a sentence that tells no
 * time goes on with that of the sentence before it in its paragraph, and the items of a list with that of their lead-in.
 */
export class PeriodReader {
  readonly #years: ReportCalendar;
  #paragraph: Paragraph | null = null;
  /** The time that the paragraph goes on with, and the list that it is the first of. */
  #said: TimeMention | null = null;
  #listSaid: readonly TimeMention[] = [];
  /** What the paragraph before a list says, which ends in a colon. */
  #leadIn: TimeMention | null = null;
  /** The first day in the section on which something came about. */
  #event: TimeMention | null = null;
  /** The periods of the amounts that the paragraph has printed: "of the ¥443 million" speaks of one of them. */
  readonly #printed = new Map<string, Period>();

  constructor(years: ReportCalendar) {
    this.#years = years;
  }

  /** To be called before the sentences of a paragraph. */
  enter(paragraph: Paragraph): void {
    const before = this.#paragraph;
    if (before?.section !== paragraph.section) {
      this.#leadIn = null;
      this.#event = null;
    } else if (endsInColon(before.text)) {
      this.#leadIn = this.#said ?? this.#leadIn;
    } else if (!paragraph.isListItem) {
      this.#leadIn = null;
    }
    this.#paragraph = paragraph;
    this.#said = this.#leadIn;
    this.#listSaid = [];
    this.#printed.clear();
  }

  /**
   * The period of each mention of the paragraph's next sentence; offsets are into that sentence. Without any where none
   * of them holds at a time.
   */
  periodsOf(sentence: string, mentions: readonly Mention[]): readonly (Period | null)[] {
    const hasDate = mentions.some(({ unit, role }) => unit === 'date' && role === 'amount');
    const hasFigure = mentions.some(isPeriodic);
    // Outside the notes no sentence goes on with the time of another.
    if (!hasFigure && (!hasDate || this.#paragraph?.isOfStatements !== true)) return [];
    const { fiscalYear, calendar } = this.#years;
    const times = hasDate ? readTimes(sentence, { fiscalYear, calendar, mentions }) : [];
    const told = times.filter(({ period, aside }) => period !== null && aside !== true);
    const periods = hasFigure ? this.#read(sentence, mentions, told) : [];
    if (this.#paragraph?.isOfStatements === true) this.#remember(sentence, mentions, periods, told);
    return periods;
  }

  #read(sentence: string, mentions: readonly Mention[], told: readonly TimeMention[]): (Period | null)[] {
    const { calendar } = this.#years;
    const attached = attachTimes(sentence, mentions, told);
    if (calendar === null || this.#paragraph?.isOfStatements !== true)
      return attached.map((time) => time?.period ?? null);
    if (told.length === 0) this.#goOnWithList(sentence, mentions, attached);
    const repeated = told.length === 0 ? this.#firstRepeated(mentions) : null;
    const said = this.#saidFor(sentence, told);
    return mentions.map((mention, index) => {
      if (!isPeriodic(mention)) return null;
      const own = attached[index] ?? null;
      if (own !== null) return heldAt(own, sentence, mention, calendar);
      if (repeated !== null) return this.#printed.get(keyOf(mention)) ?? repeated;
      if (said !== null) return heldSince(said, sentence, mention, calendar);
      return undatedPeriod(sentence, mention, calendar);
    });
  }

  /** "… in 2006 and 2005. These sales brought gains of ¥5 and ¥4, respectively." */
  #goOnWithList(sentence: string, mentions: readonly Mention[], attached: (TimeMention | null)[]): void {
    if (this.#listSaid.length < 2 || !/\brespectively\b/i.test(sentence)) return;
    const found = new Map<Mention, TimeMention>();
    pairByUnit(this.#listSaid, mentions.filter(isPeriodic), found);
    for (const [index, mention] of mentions.entries()) attached[index] = found.get(mention) ?? null;
  }

  /** The period of the first amount that the paragraph has printed before. */
  #firstRepeated(mentions: readonly Mention[]): Period | null {
    if (this.#printed.size === 0) return null;
    for (const mention of mentions) {
      const period = this.#printed.get(keyOf(mention));
      if (period !== undefined) return period;
    }
    return null;
  }

  /** What figures go on with that no time of their own sentence belongs to. */
  #saidFor(sentence: string, told: readonly TimeMention[]): TimeMention | null {
    if (this.#said !== null) return this.#said;
    if (told.length > 0) return told[0] ?? null;
    return this.#event !== null && OF_THE_DEAL.test(sentence) ? this.#event : null;
  }

  #remember(
    sentence: string,
    mentions: readonly Mention[],
    periods: readonly (Period | null)[],
    told: readonly TimeMention[],
  ): void {
    for (const [index, period] of periods.entries()) {
      const mention = mentions[index] as Mention;
      if (period !== null && isRepeatable(mention)) this.#printed.set(keyOf(mention), period);
    }
    const latest = this.#years.calendar?.latest ?? Number.MAX_SAFE_INTEGER;
    const first = told.find(
      ({ start, period }) =>
        startOf(period as Period) <= latest && !OPEN_ENDED.test(sentence.slice(start, start + 8)),
    );
    if (first === undefined) return;
    this.#said = first;
    this.#listSaid = told.length > 1 ? (listsOf(sentence, told)[0] ?? []) : [];
    this.#event ??=
      told.find(({ isEvent, period }) => isEvent === true && startOf(period as Period) <= latest) ?? null;
  }
}

function endsInColon(text: string): boolean {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1;
  return text.charAt(end - 1) === ':';
}

/** Amounts of money of some digits: that another "5" is the same one is chance. */
function isRepeatable({ unit, value }: Mention): boolean {
  return unit.length === 3 && value.length > 2;
}

function keyOf({ unit, value }: Mention): string {
  return `${value} ${unit}`;
}

function startOf(period: Period): number {
  return isInstant(period) ? period.instant : period.start;
}
