import type { Draft, Reading } from './drafts.js';
import { DASHES, isGlued, isSymbol, isWord, type Run, type Token, wordAt } from './tokens.js';

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
  const token = run.tokens[at];
  if (isWord(token)) return monthFirst(run, at) ?? fiscalName(run, at);
  if (token?.kind !== 'number') return null;
  return dayFirst(run, at) ?? withSeparators(run, at) ?? bareYear(run, at);
}

/** Whether a number is a year as reports print one: four digits without separators, 1900 to 2099. */
export function isYearNumber(run: Run, index: number): boolean {
  const token = run.tokens[index];
  if (token?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(token.text)) return false;
  if (isGlued(run, index) && (isWord(run.tokens[index + 1]) || isSymbol(run.tokens[index + 1], '%')))
    return false;
  if (run.tokens[index - 1]?.kind === 'sign') return false;
  return !isSymbol(run.tokens[index + 1], '%') && !NEVER_AFTER_YEAR.has(wordAt(run, index + 1));
}

/** After these a number of four digits is an amount printed without its separator. */
const NEVER_AFTER_YEAR = new Set(
  'thousand million billion trillion percent shares ads adss employees persons people hours units stores yen euros dollars basis'.split(
    ' ',
  ),
);

function monthFirst(run: Run, at: number): Reading | null {
  const month = monthNumber(run.tokens[at]?.text ?? '');
  if (month === null) return null;
  const first = isSymbol(run.tokens[at + 1], '.') ? at + 2 : at + 1;
  const day = dayNumber(run, first);
  if (day !== null) {
    const year = isSymbol(run.tokens[day.next], ',') ? day.next + 1 : day.next;
    const after = isWord(run.tokens[year]) && wordAt(run, year) === 'of' ? year + 1 : year;
    if (isYearNumber(run, after)) return withYearList(run, at, after, `-${two(month)}-${two(day.value)}`);
    return only(dateDraft(run, at, day.next, `--${two(month)}-${two(day.value)}`));
  }
  const year = isSymbol(run.tokens[first], ',') || wordAt(run, first) === 'of' ? first + 1 : first;
  return isYearNumber(run, year) ? withYearList(run, at, year, `-${two(month)}`) : null;
}

function dayFirst(run: Run, at: number): Reading | null {
  const day = dayNumber(run, at);
  if (day === null) return null;
  const name = wordAt(run, day.next) === 'of' ? day.next + 1 : day.next;
  const token = run.tokens[name];
  const month = isWord(token) ? monthNumber(token.text) : null;
  if (month === null) return null;
  const year = isSymbol(run.tokens[name + 1], ',.') ? name + 2 : name + 1;
  if (isYearNumber(run, year)) return withYearList(run, at, year, `-${two(month)}-${two(day.value)}`);
  return null;
}

/** A first date ending in the year at `year`, and the years that follow it in a list: each the same day. */
function withYearList(run: Run, at: number, year: number, monthAndDay: string): Reading {
  const drafts = [dateDraft(run, at, year + 1, `${run.tokens[year]?.text}${monthAndDay}`)];
  let next = year + 1;
  for (let index = listedYear(run, next); index !== null; index = listedYear(run, next)) {
    drafts.push(dateDraft(run, index, index + 1, `${run.tokens[index]?.text}${monthAndDay}`));
    next = index + 1;
  }
  return { drafts, next };
}

/** The index of the year in ", 2005", "and 2006", ", and 2004"; null where none follows. */
function listedYear(run: Run, at: number): number | null {
  let index = at;
  if (isSymbol(run.tokens[index], ',&')) index += 1;
  if (/^(?:and|or|through|to)$/.test(wordAt(run, index))) index += 1;
  return index > at && isYearNumber(run, index) ? index : null;
}

/** ISO, American and European numeric dates. */
function withSeparators(run: Run, at: number): Reading | null {
  const token = run.tokens[at];
  const dotted = /^(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)$/.exec(token?.text ?? '');
  if (dotted !== null) {
    const [, day = '', month = '', year = ''] = dotted;
    return only(dateDraft(run, at, at + 1, `${year}-${two(Number(month))}-${two(Number(day))}`));
  }
  const numbers = [run.tokens[at], run.tokens[at + 2], run.tokens[at + 4]];
  const separators = [run.tokens[at + 1], run.tokens[at + 3]];
  if (
    !numbers.every((part) => part?.kind === 'number') ||
    ![0, 1, 2, 3].every((step) => isGlued(run, at + step))
  ) {
    return null;
  }
  const [a = '', b = '', c = ''] = numbers.map((part) => part?.text ?? '');
  if (separators.every((part) => isSymbol(part, '-')) && /^\d{4}-\d\d-\d\d$/.test(`${a}-${b}-${c}`)) {
    return only(dateDraft(run, at, at + 5, `${a}-${b}-${c}`));
  }
  if (
    separators.every((part) => isSymbol(part, '/')) &&
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

/** "2006", "2005-2007", "2005/06". */
function bareYear(run: Run, at: number): Reading | null {
  if (!isYearNumber(run, at)) return null;
  const year = run.tokens[at]?.text ?? '';
  const first = dateDraft(run, at, at + 1, year);
  const second = run.tokens[at + 2];
  if (isSymbol(run.tokens[at + 1], `${DASHES}/`) && second?.kind === 'number' && isTight(run, at)) {
    const last = second.text.length === 2 ? `${year.slice(0, 2)}${second.text}` : second.text;
    if (
      /^(?:19|20)\d\d$/.test(last) &&
      last > year &&
      Number(last) - Number(year) < 60 &&
      /^\d\d(?:\d\d)?$/.test(second.text)
    ) {
      return { drafts: linked(first, dateDraft(run, at + 2, at + 3, last)), next: at + 3 };
    }
  }
  return only(isName(run, at) ? { ...first, labelKind: 'name' } : first);
}

/** "FY2006", "FY06" in one word. */
function fiscalName(run: Run, at: number): Reading | null {
  const match = /^FY((?:19|20)?\d\d)$/i.exec(run.tokens[at]?.text ?? '');
  if (match === null) return null;
  const digits = match[1] ?? '';
  return only(dateDraft(run, at, at + 1, digits.length === 2 ? `20${digits}` : digits));
}

/** "the 2016 Plan", "the Act of 1934": a year that belongs to a name. */
function isName(run: Run, at: number): boolean {
  if (
    /^(?:Plan|Plans|Notes|Act|Bonds|Debentures|Agreement|Program|Facility|Directive|Indenture)$/.test(
      run.tokens[at + 1]?.text ?? '',
    )
  ) {
    return true;
  }
  return wordAt(run, at - 1) === 'of' && /^(?:Act|Law|Ordinance|Code)$/.test(run.tokens[at - 2]?.text ?? '');
}

/** "31", "31st", "1st": at most two digits, alone. */
function dayNumber(run: Run, at: number): { value: number; next: number } | null {
  const token = run.tokens[at];
  if (token?.kind !== 'number' || !/^\d\d?$/.test(token.text)) return null;
  const glued = isGlued(run, at) ? run.tokens[at + 1] : undefined;
  if (isSymbol(glued, '%')) return null;
  if (isWord(glued)) {
    return /^(?:st|nd|rd|th)$/.test(glued.text) ? { value: Number(token.text), next: at + 2 } : null;
  }
  return { value: Number(token.text), next: at + 1 };
}

function isTight(run: Run, at: number): boolean {
  const spaced = (run.tokens[at + 2]?.start ?? 0) - (run.tokens[at]?.end ?? 0);
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
    start: (run.tokens[from] as Token).start,
    end: (run.tokens[next - 1] as Token).end,
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
