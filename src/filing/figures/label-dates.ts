import { monthNumber } from './read-dates.js';

/** A date of a label as far as it is printed: "July 7", "the 7th", "April 2005". */
export interface PartialDate {
  readonly year?: number;
  readonly month?: number;
  /** Day of the month. */
  readonly day?: number;
  /** The year stands in two digits behind a dash: "Jul-07" may be a day as well. */
  readonly shortYear?: true;
}

/** Any word of a month's length: whether it names one is asked after, since patterns of all names are slow to make. */
const MONTH = '(?<m>[A-Za-z]{3,9})\\b\\.?';
const DAY = '(?<d>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?';
const YEAR = '(?<y>(?:19|20)\\d\\d)(?!\\d)';
const GAP = '\\s{0,3}';
const SHORT_YEAR = `${GAP}-?${GAP}['’](?<yy>\\d\\d)(?!\\d)|-(?<dy>\\d\\d)(?!\\d)`;

/** The ways to print a date, each the whole of a text or found inside one, longest first. */
const FORMS: readonly string[] = [
  `(?<!\\d)${DAY}\\s{1,3}(?:of\\s)?${MONTH}(?:${GAP},?${GAP}${YEAR})?`,
  `\\b${MONTH}(?:${SHORT_YEAR})`,
  `\\b${MONTH}${GAP}${DAY}(?:${GAP},?${GAP}${YEAR})?`,
  `\\b${MONTH}${GAP},?${GAP}(?:of\\s)?${YEAR}`,
  `(?<!\\d)${YEAR}${GAP}[:,]?${GAP}${MONTH}`,
  `\\b${MONTH}`,
];
/** Only where nothing else stands beside them. */
const WHOLE_FORMS: readonly string[] = [`(?:the\\s{1,3})?${DAY}(?:,?\\s{1,3}${YEAR})?`, YEAR];

/** What every name of a month begins with, no letter before it: without it the forms above, slow to make, need not be tried. */
const HOLDS_MONTH = /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

const INSIDE = FORMS.map((form) => new RegExp(form, 'gi'));
const WHOLE_WITHOUT_MONTH = WHOLE_FORMS.map((form) => new RegExp(`^${form}$`, 'i'));
const WHOLE = [...FORMS.map((form) => new RegExp(`^${form}$`, 'i')), ...WHOLE_WITHOUT_MONTH];
/** Without a digit, a month alone is all that can stand there: the last of the forms. */
const INSIDE_WORDS = INSIDE.slice(FORMS.length - 1);
const WHOLE_WORDS = WHOLE.slice(FORMS.length - 1, FORMS.length);
const NUMERIC = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d\d)(?![\d/])/;

/** The date that a text is, null where it is anything more or else. */
export function readWholeDate(text: string): PartialDate | null {
  const bare = text.trim().replace(/[\s,:;]+$/, '');
  const numeric = NUMERIC.exec(bare);
  if (numeric !== null) return numeric[0] === bare ? numericDate(numeric) : null;
  const dated = /\d/.test(bare) ? WHOLE : WHOLE_WORDS;
  for (const form of HOLDS_MONTH.test(bare) ? dated : WHOLE_WITHOUT_MONTH) {
    const match = form.exec(bare);
    const date = match && partialDate(match);
    if (date !== null) return date;
  }
  return null;
}

/** The first date that names a month inside a text, null for none. */
export function findDate(text: string): PartialDate | null {
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return numericDate(numeric);
  const dated = /\d/.test(text) ? INSIDE : INSIDE_WORDS;
  for (const form of HOLDS_MONTH.test(text) ? dated : []) {
    for (const match of text.matchAll(form)) {
      const date = partialDate(match);
      if (date !== null) return date;
    }
  }
  return null;
}

/** "3/31/2006" and "31/3/2006" tell which is the month; "3/6/2006" does not. */
function numericDate(match: RegExpExecArray): PartialDate | null {
  const [a, b] = [Number(match[1]), Number(match[2])];
  const [month, day] = a > 12 ? [b, a] : [a, b];
  if (month > 12 || day > 31 || (day <= 12 && day !== month)) return null;
  return { year: fullYear(match[3] ?? ''), month, day };
}

function partialDate({ groups = {} }: RegExpExecArray): PartialDate | null {
  const { m, d, y, yy, dy } = groups;
  const month = m === undefined ? undefined : monthNumber(m.charAt(0).toUpperCase() + m.slice(1));
  if (month === null) return null;
  const year = y ?? yy ?? dy;
  return {
    ...(year === undefined ? {} : { year: fullYear(year) }),
    ...(month === undefined ? {} : { month }),
    ...(d === undefined ? {} : { day: Number(d) }),
    ...(dy === undefined ? {} : { shortYear: true as const }),
  };
}

/** Of a year in two digits, that within 1951 to 2050. */
function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) > 50 ? 1900 : 2000);
}
