import { InputError } from '../value/index.js';
import type { MonthDay, MonthOfYear } from './exchange-rate-table-rows.js';

/** No table has more rows of a kind; a longer list is a typing error. */
const MAX_MEMBERS = 1000;

/** Reads `2006`, `2002..2006` or `2002,2004..2006`: ascending, each year once. Throws `InputError` ('bad-option'). */
export function parseYears(text: string): number[] {
  return members(text, 'years such as 2006, 2002..2006 or 2004,2006', (item) =>
    /^\d{4}$/.test(item) ? Number(item) : null,
  );
}

/** Reads `2006-07`, `2006-01..2006-07` or a list of both. Throws `InputError` ('bad-option'). */
export function parseMonths(text: string): MonthOfYear[] {
  const months = members(text, 'months such as 2006-07 or 2006-01..2006-07', (item) => {
    const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(item);
    return match === null ? null : Number(match[1]) * 12 + Number(match[2]) - 1;
  });
  return months.map((month) => ({ year: Math.floor(month / 12), month: (month % 12) + 1 }));
}

/** Reads `03-31`, a month and a day of it. Throws `InputError` ('bad-option'). */
export function parseMonthDay(text: string): MonthDay {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  if (match === null) {
    throw new InputError('bad-option', `Unexpected "${text}", expected a month and day such as 03-31`);
  }
  return { month: Number(match[1]), day: Number(match[2]) };
}

/** The numbers of a list of items and `A..B` ranges, ascending, each once; `read` turns an item into its number. */
function members(text: string, expected: string, read: (item: string) => number | null): number[] {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [first = '', last = first, ...rest] = part.trim().split('..');
    const [from, to] = [read(first), read(last)];
    if (from === null || to === null || rest.length > 0) {
      throw new InputError('bad-option', `Unexpected "${part.slice(0, 40)}", expected ${expected}`);
    }
    if (to < from) {
      throw new InputError('bad-option', `Unexpected "${part}", expected the earlier end of the range first`);
    }
    if (to - from >= MAX_MEMBERS) {
      throw new InputError('bad-option', `Unexpected "${part}", expected at most ${MAX_MEMBERS} in a range`);
    }
    for (let member = from; member <= to; member++) found.add(member);
  }
  return [...found].sort((a, b) => a - b);
}
