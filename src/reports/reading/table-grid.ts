import type { Row, Table } from '../../filing/index.js';
import { cellLine } from '../cell-text.js';

/** A row of a table as every form prints it: its cells as printed, one for each column that is shown. */
export interface GridRow {
  readonly row: Row;
  /** The label first. "" where the row has no cell. */
  readonly cells: readonly string[];
  /** The footnote mark of the label, which its cell prints behind it: "1", "(a)"; "" for none. */
  readonly mark: string;
}

/** A table laid out for print: one line of headings, and the columns and rows that hold something. */
export interface Grid {
  /** The headings of each column joined, outermost first. */
  readonly headings: readonly string[];
  readonly rows: readonly GridRow[];
  /** Of each column, whether most of its cells are figures. */
  readonly numeric: readonly boolean[];
}

/** Longer than this a cell is words, whatever digits it holds. */
const LONGEST_NUMBER = 24;
const MARK = /^\s?(?:\(?[\da-z*†‡§]{1,2}\)?[,\s]{0,2}){1,3}$/;

export function gridOf(table: Table): Grid {
  const firstData = table.rows.findIndex(({ kind }) => kind !== 'header');
  // Headings above the first row are those of the columns; where one comes later, it is printed in its place.
  const body = table.rows.slice(firstData < 0 ? table.rows.length : firstData);
  const rows = body.map((row) => ({
    row,
    texts: new Map(row.cells.map((cell) => [cell.column, cellLine(cell.text)])),
  }));
  const shown = table.columns.flatMap((_, column) => (isShown(column) ? [column] : []));
  function isShown(column: number): boolean {
    return column === 0 || rows.some(({ texts }) => (texts.get(column) ?? '') !== '');
  }
  const texts = shown.map((column) => rows.map((row) => row.texts.get(column) ?? ''));
  return {
    headings: headingsOf(table, shown),
    rows: rows.map(({ row }, index) => {
      const [label = '', ...values] = texts.map((column) => column[index] ?? '');
      const mark = markOf(label, row.label);
      return { row, cells: [mark === '' ? label : row.label, ...values], mark };
    }),
    numeric: texts.map((column, index) => index > 0 && isNumeric(column)),
  };
}

/** Headings that stand over all values alike ("Years ended December 31,") stand over the labels, once. */
function headingsOf({ columns }: Table, shown: readonly number[]): string[] {
  const paths = shown.map((column) => pathOf(columns[column]?.labelPath ?? []));
  const [own = [], ...values] = paths;
  const common = own.length === 0 ? commonStart(values) : 0;
  const over = values[0]?.slice(0, common) ?? [];
  const headings = [own.concat(over), ...values.map((path) => path.slice(common))].map((path) =>
    path.join(' / '),
  );
  return distinct(
    headings,
    shown.map((column) => columns[column]?.unit ?? null),
  );
}

/** What a heading says that the one above it said is left out. */
function pathOf(labelPath: readonly string[]): string[] {
  return labelPath.map(cellLine).filter((label, index, all) => label !== '' && label !== all[index - 1]);
}

/** How many headings all paths begin with alike, and still have one left. */
function commonStart(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  if (paths.length < 2) return 0;
  let count = 0;
  while (paths.every((path) => path.length > count + 1 && path[count] === first[count])) count += 1;
  return count;
}

/** Two columns of one heading, yen and dollars of a year, are told apart by their units where those are stated. */
function distinct(headings: readonly string[], units: readonly (string | null)[]): string[] {
  return headings.map((heading, index) => {
    const isAlone = heading === '' || headings.indexOf(heading) === headings.lastIndexOf(heading);
    const unit = units[index];
    return isAlone || unit == null ? heading : `${heading} / ${unit}`;
  });
}

/** What the cell of a label prints behind it, where that is a mark. */
function markOf(printed: string, label: string): string {
  const rest = printed.startsWith(label) ? printed.slice(label.length) : '';
  return label !== '' && MARK.test(rest) ? rest.trim() : '';
}

function isNumeric(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const numbers = filled.filter((text) => text.length <= LONGEST_NUMBER && /\d|^\W{0,2}[-–—]\W?$/.test(text));
  return numbers.length * 2 > filled.length;
}
