import { endOfMonth, formatDay, isCivilDate, MONTHS } from '../../../value/index.js';

const LONGEST = 60;
type Part = 'day' | 'month' | 'year';

/** What is left of a transformation's name when its parts are taken off: forms that say only how months are written. */
const PLAIN_TAILS = new Set(['', 'en', 'us', 'uk', 'eu', 'cjk']);
/** Names of registry 1 that tell the order of the parts by a country. */
const OLD_ORDERS: Readonly<Record<string, readonly Part[]>> = {
  dateslashus: ['month', 'day', 'year'],
  datedotus: ['month', 'day', 'year'],
  datelongus: ['month', 'day', 'year'],
  dateshortus: ['month', 'day', 'year'],
  dateslasheu: ['day', 'month', 'year'],
  datedoteu: ['day', 'month', 'year'],
  datelonguk: ['day', 'month', 'year'],
  dateshortuk: ['day', 'month', 'year'],
};

/**
 * The dates of all registries and the SEC's end of a quarter, in the form of XML Schema: "2024-09-28", "2024-09"
 * (month and year), "--09-28" (month and day). Null for months named in other languages than English, for the
 * calendars of India, and for a text that is no date of the form.
 */
export function dateValue(text: string, name: string): string | null {
  if (text.length > LONGEST) return null;
  if (name === 'datequarterend') return quarterEnd(text);
  if (name.includes('era')) return ofEra(text);
  const order = OLD_ORDERS[name] ?? orderOf(name);
  if (order === null) return null;
  const parts = text.match(/\p{L}+|\d+/gu)?.filter((word) => !ORDINAL.test(word) && !CJK.test(word)) ?? [];
  if (parts.length !== order.length) return null;
  const found: Partial<Record<Part, number>> = {};
  for (const [index, part] of order.entries()) found[part] = numberOf(parts[index] ?? '', part);
  return written(found);
}

const ORDINAL = /^(?:st|nd|rd|th|of)$/i;
const CJK = /^[年月日]$/;

/** "datemonthnamedayyearen": month, day, year. */
function orderOf(name: string): Part[] | null {
  const bare = name.replace(/^date(?:slash|dot|long|short)?/, '').replaceAll('monthname', 'month');
  const order = bare.match(/day|month|year/g) as Part[] | null;
  const tail = bare.replace(/day|month|year/g, '');
  return PLAIN_TAILS.has(tail) ? order : null;
}

function numberOf(word: string, part: Part): number {
  if (!/^\d/.test(word)) return part === 'month' ? monthNamed(word) : Number.NaN;
  const number = Number(word);
  // The registries read a year of one or two digits as one of this century.
  return part === 'year' && word.length <= 2 ? 2000 + number : number;
}

function monthNamed(word: string): number {
  const name = word.toLowerCase();
  if (name.length < 3) return Number.NaN;
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(name === 'sept' ? 'sep' : name));
  return index < 0 ? Number.NaN : index + 1;
}

function written({ year, month, day }: Partial<Record<Part, number>>): string | null {
  const text = (number: number, digits: number) => String(number).padStart(digits, '0');
  // 2000 has a 29 February, and stands for any year where none is told.
  if (!isCivilDate(year ?? 2000, month ?? 1, day ?? 1)) return null;
  if (month === undefined) return null;
  if (year === undefined) return day === undefined ? null : `--${text(month, 2)}-${text(day, 2)}`;
  return day === undefined
    ? `${text(year, 4)}-${text(month, 2)}`
    : `${text(year, 4)}-${text(month, 2)}-${text(day, 2)}`;
}

/** The year before the first of each Japanese era. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  令: 2018,
  平成: 1988,
  平: 1988,
  昭和: 1925,
  昭: 1925,
  大正: 1911,
  大: 1911,
  明治: 1867,
  明: 1867,
};

function ofEra(text: string): string | null {
  const bare = text.replace(/[\s\u00a0]+/g, '');
  const match = /^(令和?|平成?|昭和?|大正?|明治?)(元|\d{1,2})年?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(bare);
  if (match === null) return null;
  const year = (ERAS[match[1] ?? ''] ?? 0) + (match[2] === '元' ? 1 : Number(match[2]));
  const day = match[4] === undefined ? {} : { day: Number(match[4]) };
  return written({ year, month: Number(match[3]), ...day });
}

const QUARTERS = ['first', 'second', 'third', 'fourth'];

/** "third quarter of 2024", "Q3 2024": the last day of that quarter of the calendar. */
function quarterEnd(text: string): string | null {
  const words = text.toLowerCase();
  const year = /\b\d{4}\b/.exec(words)?.[0];
  const digit = /\b(?:q([1-4])|([1-4])(?:st|nd|rd|th|q))\b/.exec(words);
  const named = QUARTERS.findIndex((word) => words.includes(word));
  const quarter = digit === null ? named + 1 : Number(digit[1] ?? digit[2]);
  if (year === undefined || quarter < 1 || !isCivilDate(Number(year), 1, 1)) return null;
  return formatDay(endOfMonth(Number(year), 3 * quarter));
}
