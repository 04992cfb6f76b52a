import { isDigit } from '../plain-characters.js';
import type { Draft, Reading } from './drafts.js';
import {
  DASHES,
  isCapitalisedAt,
  isGlued,
  isNumberAt,
  isSignAt,
  isSymbolAt,
  isWordAt,
  type Run,
  textAt,
  wordAt,
} from './tokens.js';

const MONTH_NUMBERS = new Map<string, number>(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index) => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ]),
);
MONTH_NUMBERS.set('sept', 9);

/** 1 to 12 for a capitalised month name or its abbreviation, else null: "may" is a verb. */
export function monthNumber(word: string): number | null {
  return /^[A-Z]/.test(word) ? (MONTH_NUMBERS.get(word.toLowerCase()) ?? null) : null;
}

/**
 * Dates as printed: "March 31, 2006", "31 March 2006", "March 2006", "March 31" (`--03-31`), "2006-03-31", "3/31/2006",
 * and years that follow one ("March 31, 2005 and 2006"). A date that no calendar has keeps its text: "2006-02-30".
 */
export function readDate(run: Run, at: number): Reading | null {
  if (isWordAt(run, at)) return monthFirst(run, at) ?? fiscalName(run, at);
  if (!isNumberAt(run, at)) return null;
  return dayFirst(run, at) ?? withSeparators(run, at) ?? bareYear(run, at);
}

/** Whether a date may begin with a word. */
export function isDateWord(word: string): boolean {
  return monthNumber(word) !== null || FISCAL_NAME.test(word);
}

/** Whether a number is a year as reports print one: four digits without separators, 1900 to 2099. */
export function isYearNumber(run: Run, index: number): boolean {
  if (!isNumberAt(run, index) || !isYearText(run.text, run.startAt(index), run.endAt(index))) return false;
  if (isGlued(run, index) && (isWordAt(run, index + 1) || isSymbolAt(run, index + 1, '%'))) return false;
  if (isSignAt(run, index - 1)) return false;
  return !isSymbolAt(run, index + 1, '%') && !NEVER_AFTER_YEAR.has(wordAt(run, index + 1));
}

function isYearText(text: string, start: number, end: number): boolean {
  if (end - start !== 4) return false;
  const [first, second] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
  const isCentury = (first === 0x31 && second === 0x39) || (first === 0x32 && second === 0x30);
  return isCentury && isDigit(text.charCodeAt(start + 2)) && isDigit(text.charCodeAt(start + 3));
}

/** After these a number of four digits is an amount printed without its separator. */
const NEVER_AFTER_YEAR = new Set(
  'thousand million billion trillion percent shares ads adss employees persons people hours units stores yen euros dollars basis'.split(
    ' ',
  ),
);

function monthFirst(run: Run, at: number): Reading | null {
  const month = monthNumber(textAt(run, at));
  if (month === null) return null;
  const first = isSymbolAt(run, at + 1, '.') ? at + 2 : at + 1;
  const day = dayNumber(run, first);
  if (day !== null) {
    const year = isSymbolAt(run, day.next, ',') ? day.next + 1 : day.next;
    const after = isWordAt(run, year) && wordAt(run, year) === 'of' ? year + 1 : year;
    if (isYearNumber(run, after)) return withYearList(run, at, after, `-${two(month)}-${two(day.value)}`);
    return only(dateDraft(run, at, day.next, `--${two(month)}-${two(day.value)}`));
  }
  const year = isSymbolAt(run, first, ',') || wordAt(run, first) === 'of' ? first + 1 : first;
  return isYearNumber(run, year) ? withYearList(run, at, year, `-${two(month)}`) : null;
}

function dayFirst(run: Run, at: number): Reading | null {
  const day = dayNumber(run, at);
  if (day === null) return null;
  // "10-Feb-2007" as well.
  const isHyphened = isGlued(run, at) && isSymbolAt(run, day.next, '-');
  const name = isHyphened || wordAt(run, day.next) === 'of' ? day.next + 1 : day.next;
  const month = isWordAt(run, name) ? monthNumber(textAt(run, name)) : null;
  if (month === null) return null;
  const year = isSymbolAt(run, name + 1, isHyphened ? '-' : ',.') ? name + 2 : name + 1;
  if (isYearNumber(run, year)) return withYearList(run, at, year, `-${two(month)}-${two(day.value)}`);
  return null;
}

/** A first date ending in the year at `year`, and the years that follow it in a list: each the same day. */
function withYearList(run: Run, at: number, year: number, monthAndDay: string): Reading {
  const drafts = [dateDraft(run, at, year + 1, `${textAt(run, year)}${monthAndDay}`)];
  let next = year + 1;
  for (let index = listedYear(run, next); index !== null; index = listedYear(run, next)) {
    drafts.push(dateDraft(run, index, index + 1, `${textAt(run, index)}${monthAndDay}`));
    next = index + 1;
  }
  return { drafts, next };
}

/** The index of the year in ", 2005", "and 2006", ", and 2004"; null where none follows. */
function listedYear(run: Run, at: number): number | null {
  let index = at;
  if (isSymbolAt(run, index, ',&')) index += 1;
  if (/^(?:and|or|through|to)$/.test(wordAt(run, index))) index += 1;
  return index > at && isYearNumber(run, index) ? index : null;
}

/** ISO, American and European numeric dates. */
function withSeparators(run: Run, at: number): Reading | null {
  if (!isGlued(run, at) && !isDotted(run, at)) return null;
  const dotted = /^(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)$/.exec(textAt(run, at));
  if (dotted !== null) {
    const [, day = '', month = '', year = ''] = dotted;
    return only(dateDraft(run, at, at + 1, `${year}-${two(Number(month))}-${two(Number(day))}`));
  }
  if (!isNumberAt(run, at + 2) || !isNumberAt(run, at + 4)) return null;
  if (![0, 1, 2, 3].every((step) => isGlued(run, at + step))) return null;
  const [a, b, c] = [textAt(run, at), textAt(run, at + 2), textAt(run, at + 4)];
  if (areSymbols(run, at, '-') && /^\d{4}-\d\d-\d\d$/.test(`${a}-${b}-${c}`)) {
    return only(dateDraft(run, at, at + 5, `${a}-${b}-${c}`));
  }
  if (
    areSymbols(run, at, '/') &&
    // With a year of two digits "25/35/45" is a split of something; only a month and a day make it a date.
    /^(?:\d\d?\/\d\d?\/(?:19|20)\d\d|(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/\d\d)$/.test(
      `${a}/${b}/${c}`,
    )
  ) {
    const year = c.length === 4 ? c : `${Number(c) > 50 ? '19' : '20'}${c}`;
    return only(dateDraft(run, at, at + 5, `${year}-${two(Number(a))}-${two(Number(b))}`));
  }
  return null;
}

/** Whether the tokens between three numbers are a sign. */
function areSymbols(run: Run, at: number, sign: string): boolean {
  return isSymbolAt(run, at + 1, sign) && isSymbolAt(run, at + 3, sign);
}

function isDotted(run: Run, at: number): boolean {
  return run.tokenAt(at)?.numeral?.form === 'dotted';
}

/** "2006", "2005-2007", "2005/06". */
function bareYear(run: Run, at: number): Reading | null {
  if (!isYearNumber(run, at)) return null;
  const year = textAt(run, at);
  const first = dateDraft(run, at, at + 1, year);
  if (isSymbolAt(run, at + 1, `${DASHES}/`) && isNumberAt(run, at + 2) && isTight(run, at)) {
    const second = textAt(run, at + 2);
    const last = second.length === 2 ? `${year.slice(0, 2)}${second}` : second;
    if (
      /^(?:19|20)\d\d$/.test(last) &&
      last > year &&
      Number(last) - Number(year) < 60 &&
      /^\d\d(?:\d\d)?$/.test(second)
    ) {
      return { drafts: linked(first, dateDraft(run, at + 2, at + 3, last)), next: at + 3 };
    }
  }
  return only(isName(run, at) ? { ...first, labelKind: 'name' } : first);
}

const FISCAL_NAME = /^FY((?:19|20)?\d\d)$/i;

/** "FY2006", "FY06" in one word. */
function fiscalName(run: Run, at: number): Reading | null {
  const match = FISCAL_NAME.exec(textAt(run, at));
  if (match === null) return null;
  const digits = match[1] ?? '';
  return only(dateDraft(run, at, at + 1, digits.length === 2 ? `20${digits}` : digits));
}

const NAMED =
  /^(?:Plans?|Notes|Act|Bonds|Debentures|Agreement|Program|Facility|Directive|Indenture|Form|Report|Proxy|Warrants|Offering)$/;
/** Words of a name between its year and what it names. */
const LONGEST_NAME = 5;

/** "the 2016 Stock Option Plan", "the 1995 Form 10-K", "the Act of 1934": a year that belongs to a name. */
function isName(run: Run, at: number): boolean {
  for (let index = at + 1; index <= at + LONGEST_NAME && isCapitalisedAt(run, index); index += 1) {
    if (NAMED.test(textAt(run, index))) return true;
  }
  return (
    wordAt(run, at - 1) === 'of' &&
    /^(?:act|law|ordinance|code)$/.test(wordAt(run, at - 2)) &&
    isCapitalisedAt(run, at - 2)
  );
}

/** "31", "31st", "1st": at most two digits, alone. */
function dayNumber(run: Run, at: number): { value: number; next: number } | null {
  if (!isNumberAt(run, at) || run.endAt(at) - run.startAt(at) > 2) return null;
  const text = textAt(run, at);
  // ".5" is as long as "15".
  if (text.startsWith('.')) return null;
  if (isGlued(run, at)) {
    if (isSymbolAt(run, at + 1, '%')) return null;
    if (isWordAt(run, at + 1)) {
      return /^(?:st|nd|rd|th)$/.test(textAt(run, at + 1)) ? { value: Number(text), next: at + 2 } : null;
    }
  }
  return { value: Number(text), next: at + 1 };
}

function isTight(run: Run, at: number): boolean {
  const spaced = run.startAt(at + 2) - run.endAt(at);
  return spaced <= 3;
}

function linked(first: Draft, second: Draft): Draft[] {
  first.rangeOf = second;
  second.rangeOf = first;
  return [first, second];
}

function only(draft: Draft): Reading {
  return { drafts: [draft], next: draft.next };
}

function dateDraft(run: Run, from: number, next: number, date: string): Draft {
  return {
    start: run.startAt(from),
    end: run.endAt(next - 1),
    from,
    next,
    numeral: { digits: '0', decimals: 0, form: 'plain' },
    negative: false,
    power: null,
    unit: 'date',
    currency: null,
    date,
    ...(date.startsWith('--') ? { labelKind: 'day-of-year' as const } : {}),
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
