import type { Figure, Filing, Row, Table, TableWhere } from '../../filing/filing.js';
import { oncePerFiling } from '../engine/once.js';
import { inTable } from '../engine/surroundings.js';
import { type Quantity, quantityOf } from './quantity.js';

/** The amounts of a table where they stand: `cells[row][column]`, as `Table.rows` and `Table.columns` count. */
export interface NumberGrid {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly width: number;
  /** Null where the cell holds no amount, or more than one. */
  readonly cells: readonly (readonly (Quantity | null)[])[];
  /** Columns that hold an amount, in order. */
  readonly columns: readonly number[];
  /** Cells (`row * width + column`) where something is printed that is not one amount: "n/m", "5 and 7", "*". */
  readonly unreadable: ReadonlySet<number>;
}

type PlacedFigure = Figure & { readonly where: TableWhere };

/** The number grid of every table that holds two amounts, in order of the document. */
export const numberGrids = oncePerFiling((filing: Filing): readonly NumberGrid[] => {
  const figures = new Map<string, PlacedFigure[]>();
  for (const figure of filing.figures) {
    if (!inTable(figure) || figure.role === 'label') continue;
    const own = figures.get(figure.where.table);
    if (own === undefined) figures.set(figure.where.table, [figure]);
    else own.push(figure);
  }
  return filing.tables.flatMap((table) => {
    const own = figures.get(table.id) ?? [];
    return own.length < 2 ? [] : [numberGrid(table, own)];
  });
});

function numberGrid(table: Table, figures: readonly PlacedFigure[]): NumberGrid {
  let width = table.columns.length;
  for (const { where } of figures) if (where.column >= width) width = where.column + 1;
  const cells = table.rows.map(() => new Array<Quantity | null>(width).fill(null));
  const filled = new Set<number>();
  const used = new Set<number>();
  for (const figure of figures) {
    const { row, column } = figure.where;
    const line = cells[row];
    if (line === undefined) continue;
    const place = row * width + column;
    line[column] = filled.has(place) ? null : quantityOf(figure);
    filled.add(place);
    used.add(column);
  }
  for (const column of [...used]) if (holdsMarks(table, cells, column)) used.delete(column);
  const unreadable = unreadableCells(table, cells, width);
  return { table, rows: table.rows, width, cells, columns: [...used].sort((a, b) => a - b), unreadable };
}

function unreadableCells(
  { rows }: Table,
  cells: readonly (readonly (Quantity | null)[])[],
  width: number,
): Set<number> {
  const found = new Set<number>();
  for (let row = 0; row < rows.length; row++) {
    for (const { column, text } of rows[row]?.cells ?? []) {
      if (column < width && cells[row]?.[column] == null && saysSomething(text))
        found.add(row * width + column);
    }
  }
  return found;
}

/** A column of footnote marks that were read as negative amounts: nothing but "(2)", "(3)", and no heading of its own. */
function holdsMarks(
  { columns }: Table,
  cells: readonly (readonly (Quantity | null)[])[],
  column: number,
): boolean {
  let seen: string | null = null;
  let areAlike = true;
  for (const line of cells) {
    const figure = line[column]?.figure;
    if (figure === undefined) continue;
    if (!isMark(figure.text)) return false;
    if (seen !== null && seen !== figure.text) areAlike = false;
    seen = figure.text;
  }
  return seen !== null && (areAlike || (columns[column]?.labelPath ?? []).length === 0);
}

function isMark(text: string): boolean {
  return text.length === 3 && text.startsWith('(') && text.endsWith(')');
}

/** Whether a cell says more than a currency sign or a stray mark. */
function saysSomething(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetterOrDigit =
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (isLetterOrDigit || code === 0x2a) return true;
  }
  return false;
}
