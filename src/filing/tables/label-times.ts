import { type PeriodParts, readPeriodParts } from '../figures/index.js';

/** What a label says of time. */
export interface LabelTime {
  readonly parts: PeriodParts;
  /** It says no more than when: "2024", "Year ended December 31, 2024", "Fiscal 2024". */
  readonly only: boolean;
}

/** A row that stands at an end of its column's period: "Balance, beginning of year", "Cash at end of year". */
export type RowEnd = 'begin' | 'end' | null;

const NEVER: LabelTime = { parts: {}, only: false };
const MAY_TELL =
  /\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\bended\b|\bfiscal\b|\bquarter|\bFY|\bmonths\b|\bweeks\b/i;
/** Dates of something else: when a debt falls due, what a plan or an award is called. */
const OTHER_DATE =
  /\b(?:due|matur\w+|expir\w+|through|notes?|debentures?|bonds?|senior|loan|facility|plan|award|awards|program|series|act|acqui\w+|issued on|prior to|since|after|before|beyond|thereafter|later|topic|asu|settlement|agreement|litigation|merger|restructuring|repurchase|adoption|effect)\b|%/i;
/** "Balance at December 31, 2023", "Unvested, May 31, 2024", "Outstanding as of …": a date that ends the label, after words of a balance. */
const BALANCE_DATE =
  /(?:^|\b(?:balances?|outstanding|unvested|nonvested|vested|exercisable|held|expected to vest|shares|options|units|rsus|awards|total|equity|assets|liabilit(?:y|ies)|deficit|value|at|as of|as at|accrual|reserve|obligation)[\s,:–—-]{1,3}(?:at |as of |as at |on |, )?)((?:[a-z]{3,9})\.? \d{1,2},? (?:19|20)\d\d)\b/i;
/** "AOCI balance, net of taxes, December 31, 2022", "Outstanding grants, December 31, 2022". */
const ENDS_WITH_DAY =
  /\b(?:balances?|outstanding|unvested|nonvested|exercisable)\b[^\d]{0,60}[\s,:–—-]{1,3}((?:[a-z]{3,9})\.? \d{1,2},? (?:19|20)\d\d)$/i;
const BEGIN =
  /\b(?:beginning|start) of (?:the )?(?:fiscal )?(?:year|period)|\b(?:beginning|opening) (?:of (?:year|period) )?balances?\b|\bbalances?,? (?:at )?(?:the )?beginning\b|\bat (?:january|july|october|april) 1\b(?!,? \d)|^beginning\b/i;
const END =
  /\bend of (?:the )?(?:fiscal )?(?:year|period)|\b(?:ending|closing) (?:of (?:year|period) )?balances?\b|\bbalances?,? (?:at )?(?:the )?end\b|\b(?:year|period)[\s-]end\b|^ending\b/i;
const WORDS_OF_TIME =
  /^(?:[\s\d,.:()/'’–—-]|\b(?:the|as|of|at|in|for|on|and|year|years|month|months|week|weeks|quarter|quarters|first|second|third|fourth|three|six|nine|twelve|fiscal|calendar|financial|ended|ending|end|fy|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|unaudited|audited|restated|continued|actual|\d{1,2}(?:st|nd|rd|th))\b)*$/i;

/** Groups that say so for the rows below: "…, net of tax as of December 31:". */
const GROUP_AT =
  /\b(?:as of|as at|at)\s(?:[a-z]{3,9}\.?\s\d{1,2}\b|(?:fiscal\s)?(?:year|period)[\s-]end)|\brecognized (?:on|in) (?:the |our )?(?:consolidated )?(?:balance sheets?|accumulated other comprehensive|AOC[IL])\b|^benefit obligations?\s?:?$/i;
/** "Other changes in plan assets and benefit obligations recognized in accumulated other comprehensive income". */
const CHANGE_IN =
  /\bchanges? in\b.{0,80}\brecognized (?:on|in)\b|^changes? in (?:the )?(?:\w+ )?(?:benefit obligations?|plan assets)\b/i;
const GROUP_OVER =
  /\brecognized in other comprehensive\b|\bnet periodic\b|\b(?:years?|months|periods?)\send(?:ed|ing)\b|\bduring\b|\bfor the (?:fiscal )?years?\b/i;

/** Reads times from labels, each distinct label once. */
export class LabelTimes {
  private readonly headings = new Map<string, LabelTime>();
  private readonly rows = new Map<string, LabelTime>();
  private readonly groups = new Map<string, 'instant' | 'span' | null>();
  private readonly ends = new Map<string, RowEnd>();

  /** Of a column's heading. */
  ofHeading(label: string): LabelTime {
    return cached(this.headings, label, readHeading);
  }

  /** Of a row's label, where most dates are of something else. */
  ofRow(label: string): LabelTime {
    return cached(this.rows, label, readRow);
  }

  /** Whether the label of a group says that its rows hold at a day, or over a span. */
  kindOfGroup(label: string): 'instant' | 'span' | null {
    return cached(this.groups, label, (text) => {
      if (text.length > 200) return null;
      if (CHANGE_IN.test(text)) return 'span';
      return GROUP_AT.test(text) ? 'instant' : GROUP_OVER.test(text) ? 'span' : null;
    });
  }

  endOf(label: string): RowEnd {
    return cached(this.ends, label, readEnd);
  }
}

function cached<T>(known: Map<string, T>, label: string, read: (label: string) => T): T {
  let found = known.get(label);
  if (found === undefined) {
    found = read(label);
    known.set(label, found);
  }
  return found;
}

/** "2024 vs. 2023", "’22 vs. ’21", "2024 compared with 2023": a change in the first year. */
const AGAINST =
  /^\D{0,20}((?:19|20)\d\d|['’]\d\d)\s?(?:vs?\.?|versus|compared (?:to|with)|over|to|[-–—])\s?(?:(?:19|20)\d\d|['’]\d\d)\b/i;

/** "First Quarter", "Q1 2023", "4th Quarter of fiscal 2024". */
const QUARTER =
  /^(?:(?:(first|second|third|fourth|1st|2nd|3rd|4th)\s(?:fiscal\s)?quarter)|Q([1-4])|([1-4])Q)(?:\s(?:of\s)?(?:fiscal\s)?(?:year\s)?((?:19|20)\d\d))?(?:\s\(unaudited\))?$/i;
const QUARTERS: Readonly<Record<string, 1 | 2 | 3 | 4>> = { f: 1, s: 2, t: 3 };

function readQuarter(label: string): LabelTime | null {
  const match = QUARTER.exec(label);
  if (match === null) return null;
  const [, word, q, digit, year] = match;
  const number = q ?? digit ?? (/^\d/.test(word ?? '') ? word?.charAt(0) : undefined);
  const name = (word ?? '').toLowerCase();
  const quarter =
    number !== undefined
      ? (Number(number) as 1 | 2 | 3 | 4)
      : name === 'fourth'
        ? 4
        : QUARTERS[name.charAt(0)];
  if (quarter === undefined) return null;
  return { parts: { quarter, ...(year === undefined ? {} : { year: Number(year) }) }, only: true };
}

/** "Plan assets at April 30, 2023": whatever its words, the heading ends with the day of its balances. */
const AT_DAY = /\b(?:at|as of|as at)\s((?:[a-z]{3,9})\.?\s\d{1,2},?\s(?:19|20)\d\d)$/i;

function readHeading(label: string): LabelTime {
  const quarter = readQuarter(label.trim());
  if (quarter !== null) return quarter;
  const against = AGAINST.exec(label)?.[1];
  if (against !== undefined) {
    const year = against.length === 4 ? Number(against) : 2000 + Number(against.slice(1));
    return { parts: { kind: 'fiscal-year', year }, only: false };
  }
  if (!MAY_TELL.test(label)) return NEVER;
  const only = WORDS_OF_TIME.test(label);
  if (!only && OTHER_DATE.test(label)) {
    const day = AT_DAY.exec(label)?.[1];
    return day === undefined ? NEVER : { parts: readPeriodParts(`as of ${day}`), only: false };
  }
  return { parts: readPeriodParts(label.replace(/\s+/g, ' ')), only };
}

function readRow(printed: string): LabelTime {
  if (!MAY_TELL.test(printed)) return NEVER;
  const label = printed.replace(/\s+/g, ' ').trim();
  const quarter = readQuarter(label);
  if (quarter !== null) return quarter;
  if (WORDS_OF_TIME.test(label)) return { parts: readPeriodParts(label), only: true };
  const balance = BALANCE_DATE.exec(label) ?? ENDS_WITH_DAY.exec(label);
  if (
    balance !== null &&
    !/\b(?:due|matur\w+|expir\w+|through|issued)\b/i.test(label.slice(0, balance.index + 1))
  ) {
    return { parts: { ...readPeriodParts(`as of ${balance[1]}`), kind: 'instant' }, only: false };
  }
  const recorded = RECORDED_IN.exec(label)?.[1];
  if (recorded !== undefined) return { parts: readPeriodParts(`fiscal ${recorded}`), only: false };
  if (OTHER_DATE.test(label)) return NEVER;
  const during =
    /\b(?:during|in|for|of|fiscal|year) (?:the )?(?:fiscal )?(?:years? )?(?:ended )?((?:[a-z]{3,9}\.? \d{1,2}, )?(?:19|20)\d\d)$/i.exec(
      label,
    );
  return during === null ? NEVER : { parts: readPeriodParts(during[0]), only: false };
}

/** "Restructuring charges recorded in 2021". */
const RECORDED_IN = /\b(?:recorded|recognized|incurred)\s(?:in|during)\s(?:fiscal\s)?((?:19|20)\d\d)$/i;

/** The month and day, without a year, that a label ends with: "Balance as of May 1", "Unrecognized benefits, December 31". */
export function monthDayOf(label: string): PeriodParts | null {
  if (!endsInDigit(label)) return null;
  const match = /(?:\b(?:at|as of|on)|[,:–—-]|^balances?)\s{0,3}([A-Za-z]{3,9}\.?\s\d{1,2}),?$/i.exec(
    label.slice(-60),
  );
  if (match?.[1] === undefined) return null;
  const parts = readPeriodParts(match[1]);
  return parts.month !== undefined && parts.day !== undefined && parts.year === undefined ? parts : null;
}

/** "May 1", "May 1,". */
function endsInDigit(label: string): boolean {
  const end = label.endsWith(',') ? label.length - 2 : label.length - 1;
  const last = label.charCodeAt(end);
  return last >= 0x30 && last <= 0x39;
}

function readEnd(label: string): RowEnd {
  if (label.length > 160) return null;
  return BEGIN.test(label) ? 'begin' : END.test(label) ? 'end' : null;
}
