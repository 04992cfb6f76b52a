import type { Row } from '../filing.js';
import type { HeaderBlock } from './header-columns.js';

/** Loans by the year that they were made in, all of them balances of one day: "by year of origination". */
const ORIGINATIONS = /\byears? of origination\b|\borigination years?\b|\bvintages?\b/i;
/** What the pattern holds, as a text without it mostly has neither. */
const ORIGIN = 'riginat';
const VINTAGE = 'intage';
const MOST_LINES = 3;

/** Whether the years above the columns of a table are those in which loans were made, and tell no period. */
export function isOfOriginations(lines: readonly string[], [leading]: readonly HeaderBlock[]): boolean {
  return (
    lines.slice(0, MOST_LINES).some(namesOriginations) ||
    (leading?.paths.some((path) => path.some(namesOriginations)) ?? false)
  );
}

function namesOriginations(text: string): boolean {
  return (text.includes(ORIGIN) || text.includes(VINTAGE)) && ORIGINATIONS.test(text);
}

const FEWEST_YEARS = 3;
const LAST_COLUMN = 2;

/**
 * The column beside the labels in which rows print their years, "Asia | 2006 | 1,234" above "| 2005 | 1,101"; null where
 * a row prints anything else there, or few print a year.
 */
export function yearColumnOf(rows: readonly Row[]): number | null {
  const years = [0, 0, 0];
  const others = [0, 0, 0];
  for (const { kind, cells } of rows) {
    if (kind !== 'data') continue;
    for (const { column, text } of cells) {
      if (column > LAST_COLUMN) break;
      const counts = isYear(text) ? years : others;
      counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  for (let column = 1; column <= LAST_COLUMN; column += 1)
    if ((years[column] ?? 0) >= FEWEST_YEARS && others[column] === 0) return column;
  return null;
}

function isYear(text: string): boolean {
  return text.length === 4 && (text.startsWith('19') || text.startsWith('20')) && Number(text) > 0;
}
