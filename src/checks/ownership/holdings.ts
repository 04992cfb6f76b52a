import type { Figure, Filing, Row, Table } from '../../filing/filing.js';
import { type NumberGrid, numberGrids } from '../arithmetic/number-grid.js';

/** A line of a table of holders: the shares held and, beside them, what part of the class they are. */
export interface Holding {
  readonly row: number;
  readonly held: Figure;
  /** Null where a mark stands for a percentage that is too small to print. */
  readonly percent: Figure | null;
  /** The range of the cell with such a mark. */
  readonly mark: readonly [start: number, end: number] | null;
}

/** A column of shares held with the column of percentages to its right. */
export interface HoldingColumns {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly lines: readonly Holding[];
}

/** Every table of principal shareholders, directors' holdings and the like, a pair of columns for each class. */
export function holdingColumns(filing: Filing): HoldingColumns[] {
  return numberGrids(filing).flatMap((grid) => (isOfHolders(grid.table) ? columnsOf(grid) : []));
}

function isOfHolders({ columns, caption, rows }: Table): boolean {
  const headings = columns.map(({ labelPath }) => labelPath.join(' ')).join(' ');
  if (!PERCENT.test(headings) || rows.length > MOST_ROWS) return false;
  return HOLDERS.test(headings) || (SHARES.test(headings) && HOLDERS.test(caption ?? ''));
}

/** No report lists so many holders. */
const MOST_ROWS = 400;
const PERCENT = /%|\bper\s?cent(?:age)?\b/i;
const HOLDERS =
  /\bbeneficial(?:ly)?\b|\b(?:share|stock)holders?\b|\b(?:shares?|stock|ADSs?)\s+(?:held|owned)\b|\bheld\b[^|]{0,30}\bshares\b|\bshare\s+ownership\b/i;
const SHARES = /\bshares?\b|\bADSs?\b|\bstock\b/i;

function columnsOf({ table, rows, cells, columns }: NumberGrid): HoldingColumns[] {
  const percents = columns.filter((column) => isMostly(cells, column, ({ unit }) => unit === 'percent'));
  return percents.flatMap((percent) => {
    const held = columns.filter((column) => column < percent && isMostly(cells, column, isShares)).at(-1);
    // Another percentage between them belongs to the shares.
    if (held === undefined || percents.some((other) => other > held && other < percent)) return [];
    const lines = rows.flatMap((row, index): Holding[] => {
      const figure = cells[index]?.[held]?.figure;
      if (figure === undefined || !isShares(figure) || figure.value === '0') return [];
      const beside = cells[index]?.[percent]?.figure;
      const marked = row.cells.find(({ column }) => column === percent);
      const isMark = beside === undefined && marked !== undefined && MARK.test(marked.text);
      const own = beside?.unit === 'percent' && !beside.value.startsWith('-') ? beside : null;
      if (own === null && !isMark) return [];
      return [{ row: index, held: figure, percent: own, mark: isMark ? [marked.start, marked.end] : null }];
    });
    return lines.length === 0 ? [] : [{ table, rows, lines }];
  });
}

const MARK = /^\s*(?:\*{1,3}|†|[-–—])\s*%?\s*$/;

function isShares({ unit, decimals, value }: Figure): boolean {
  return (
    (unit === 'share' || unit === 'ADS' || unit === 'pure' || unit === 'count') &&
    decimals <= 0 &&
    !value.startsWith('-')
  );
}

function isMostly(cells: NumberGrid['cells'], column: number, is: (figure: Figure) => boolean): boolean {
  let [all, own] = [0, 0];
  for (const row of cells) {
    const figure = row[column]?.figure;
    if (figure === undefined) continue;
    all += 1;
    if (is(figure)) own += 1;
  }
  return own >= FEWEST && 2 * own > all;
}

const FEWEST = 2;
