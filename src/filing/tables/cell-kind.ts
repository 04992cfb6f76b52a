import { isNumericText } from '../read/numeric-text.js';
import { isYearHeading } from './notes.js';

/**
 * What a cell holds, as its characters tell. `number`: a whole figure, or one whose bracket closes in the next cell;
 * `year`: four digits that may head a column; `dash`: the sign of zero; `none`: "N/A", "NM", "*", which stand where a
 * figure would; `open`: "$", "$ (", "("; `close`: ")", "%", ")%"; `mark`: a note mark; `words`: anything else.
 */
export type CellKind = 'empty' | 'number' | 'year' | 'dash' | 'none' | 'open' | 'close' | 'mark' | 'words';

/** Longest cell that is read as a number or its parts: a sign, a range, a note mark. */
const LONGEST_NUMBER = 40;

/** What each ASCII character is in a figure: 0 nothing of it, else one of the bits below. */
const DIGIT = 1;
const SPACE = 2;
const INNER = 4;
const SIGN = 8;
const OPEN = 16;
const CLOSE = 32;
const DASH = 64;
const STAR = 128;
const OTHER = 256;
const LETTER = 512;

const CLASSES = classes();

/** Tells the kind of the cell that is `text.slice(from, to)`, by its characters alone. */
export function cellKind(text: string, from: number, to: number): CellKind {
  let seen = 0;
  const length = Math.min(to, from + LONGEST_NUMBER);
  for (let at = from; at < length; at += 1) {
    const code = text.charCodeAt(at);
    seen |= code < 128 ? (CLASSES[code] as number) : classOf(code);
  }
  const held = seen & ~SPACE;
  if (held === 0) return to > length ? 'words' : 'empty';
  if (to > length) return 'words';
  if ((held & (LETTER | OTHER)) !== 0) return wordKind(text.slice(from, to).trim(), held);
  if ((held & DIGIT) !== 0) return digitsKind(text, from, to, held);
  if ((held & DASH) !== 0) return (held & (INNER | STAR)) === 0 ? 'dash' : 'words';
  if ((held & STAR) !== 0) return 'none';
  if ((held & (SIGN | OPEN)) !== 0) return (held & (CLOSE | INNER)) === 0 ? 'open' : 'words';
  return (held & INNER) === 0 ? 'close' : 'words';
}

function classes(): Uint16Array {
  const table = new Uint16Array(128).fill(OTHER);
  const put = (characters: string, kind: number) => {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  };
  put('0123456789', DIGIT);
  put(' \t\n\r\f\v', SPACE);
  put('.,', INNER);
  put('$', SIGN);
  put('([', OPEN);
  put(')]%', CLOSE);
  put('-', DASH);
  put('*', STAR);
  put('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTER);
  return table;
}

function classOf(code: number): number {
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000) return SPACE;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return DASH;
  if (code === 0xa3 || code === 0xa5 || code === 0xffe5 || (code >= 0x20a0 && code <= 0x20bf)) return SIGN;
  if (code === 0x2020 || code === 0x2021) return STAR;
  if (code === 0x25b3 || code === 0x25b2) return OPEN;
  return OTHER;
}

/** "2029 – 2033", "2029-33". */
const YEARS = /^(?:19|20)\d\d\s?\D\s?(?:(?:19|20)\d\d|\d\d)\s*$/;

/** Digits and what may stand beside them in a figure; "2016" and "2016 (1)" may head a column. */
function digitsKind(text: string, from: number, to: number, held: number): CellKind {
  const first = text.charCodeAt(from);
  if ((held & (SIGN | INNER | DASH)) !== 0) {
    const mayBeYears = held === (DIGIT | DASH) && (first === 0x31 || first === 0x32) && to - from > 6;
    return mayBeYears && YEARS.test(text.slice(from, to)) ? 'year' : 'number';
  }
  return (first === 0x31 || first === 0x32) && isYearHeading(text.slice(from, to)) ? 'year' : 'number';
}

/** Where letters stand too: "US$", "n/a", "5x", "(a)", "1,234 (b)". */
function wordKind(cell: string, held: number): CellKind {
  if (cell.length > 16 && (held & DIGIT) === 0) return 'words';
  if (/^(?:n\.?\/?[am]\.?|nm\.?|\*+|—\s?\*)$/i.test(cell)) return 'none';
  if (/^(?:nil)$/i.test(cell)) return 'dash';
  if ((held & DIGIT) === 0) {
    if (
      /^(?:US|U\.S\.|A|C|NT|HK|S|Cdn|CAD|NZ|R|Mex|MX)?\s?\$\s?\(?$|^(?:RMB|Rs\.?|CHF|EUR|USD|GBP|JPY|NIS|kr|SEK|Ps\.?)\s?\(?$/.test(
        cell,
      )
    )
      return 'open';
    if (/^\)?\s?(?:x|bps?|pts?\.?|pp|ppts?\.?|basis points)$/i.test(cell)) return 'close';
    return /^[([][a-z]{1,2}[)\]]$/i.test(cell) || /^[§¶‖#^]{1,2}$/.test(cell) ? 'mark' : 'words';
  }
  if (isNumericText(cell)) return 'number';
  // Nothing that begins with a letter matches what follows, which is slow to make.
  const first = cell.charCodeAt(0) | 0x20;
  if (first >= 0x61 && first <= 0x7a) return 'words';
  return /^[^a-z]{0,6}[\d.,\s()-]{1,24}\s?(?:x|bps?|pts?\.?|pp|million|billion|thousand)?\s?\)?(?:\s?[([*][^)\]]{0,3}[)\]]?)?$/i.test(
    cell,
  )
    ? 'number'
    : 'words';
}
