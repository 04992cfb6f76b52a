import type { CheckedFigure } from '../../checks/check.js';
import type { Section, Table } from '../../filing/index.js';
import { displayWidth, padEnd, padStart, shorten } from '../../value/display-width.js';
import { cellLine } from '../cell-text.js';
import { markOf } from '../marks.js';
import { printable, wrapAfter } from './layout.js';
import type { Page } from './page.js';

const GAP = 2;
const NARROWEST_LABEL = 12;

/** A cell to print: its text and the mark behind it. */
interface MarkedCell {
  readonly sign: string;
  readonly text: string;
  readonly mark: string;
}

/** The tables in which official rates confirm a figure, reprinted with their tick marks, an empty line after each. */
export function rateTableLines(page: Page): string[] {
  const byTable = figuresByTable(page);
  return page.result.filing.tables.flatMap((table) => {
    const figures = byTable.get(table.id);
    return figures?.some(isOfficial) ? [...tableLines(page, table, figures), ''] : [];
  });
}

/** Ids of the tables that `rateTableLines` prints. */
export function rateTableIds(page: Page): Set<string> {
  const shown = [...figuresByTable(page)].filter(([, figures]) => figures.some(isOfficial));
  return new Set(shown.map(([id]) => id));
}

function isOfficial({ ticks }: CheckedFigure): boolean {
  return ticks.some(({ letter }) => letter === 'OF');
}

function figuresByTable(page: Page): Map<string, CheckedFigure[]> {
  const byTable = new Map<string, CheckedFigure[]>();
  for (const checked of page.result.figures) {
    if (!('table' in checked.figure.where)) continue;
    const own = byTable.get(checked.figure.where.table);
    if (own === undefined) byTable.set(checked.figure.where.table, [checked]);
    else own.push(checked);
  }
  return byTable;
}

function tableLines(page: Page, table: Table, figures: readonly CheckedFigure[]): string[] {
  const [headings = [], ...rows] = gridOf(table, figures);
  const widths = table.columns.slice(1).map((_, index) => columnWidth(index + 1, headings, rows));
  const values = widths.reduce((sum, { text, mark }) => sum + GAP + text + 1 + mark, 0);
  const labels = Math.max(0, ...rows.filter(hasValues).map((row) => displayWidth(row[0]?.text ?? '')));
  const label = Math.min(page.columns - values, labels);
  const title = page.colors.bold(
    printable(`${sectionTitle(page, table)}${table.unit === null ? '' : `, ${table.unit}`}`),
  );
  if (label < Math.min(NARROWEST_LABEL, labels))
    return [title, ...rows.flatMap((row) => narrowRow(page, row))];
  const heads = widths.map(({ text, mark }, index) => {
    return padStart(headings[index + 1]?.text ?? '', GAP + text + 1 + mark);
  });
  return [
    title,
    (' '.repeat(label) + heads.join('')).trimEnd(),
    ...rows.map((row) => wideRow(page, row, label, widths)),
  ];
}

interface ColumnWidth {
  readonly text: number;
  readonly mark: number;
}

/** A heading stands over figure and mark together, so that a long one costs no room. */
function columnWidth(column: number, headings: MarkedCell[], rows: readonly MarkedCell[][]): ColumnWidth {
  const cells = rows.map((row) => row[column]).filter((cell) => cell !== undefined);
  const mark = Math.max(0, ...cells.map((cell) => displayWidth(cell.mark)));
  const text = Math.max(0, ...cells.map((cell) => displayWidth(cell.text)));
  return { text: Math.max(text, displayWidth(headings[column]?.text ?? '') - 1 - mark), mark };
}

function wideRow(
  page: Page,
  row: readonly MarkedCell[],
  label: number,
  widths: readonly ColumnWidth[],
): string {
  if (!hasValues(row)) return shorten(row[0]?.text ?? '', page.columns);
  const cells = row
    .slice(1)
    .map((cell, index) => cellText(page, cell, widths[index] ?? { text: 0, mark: 0 }));
  return `${padEnd(shorten(row[0]?.text ?? '', label), label)}${cells.join('')}`.trimEnd();
}

function hasValues(row: readonly MarkedCell[]): boolean {
  return row.slice(1).some(({ text }) => text !== '');
}

/** Title of the innermost section that holds the table. */
function sectionTitle(page: Page, table: Table): string {
  const titled = (sections: readonly Section[]): string | null => {
    for (const { id, title, children } of sections) {
      const found = id === table.section ? title : titled(children);
      if (found !== null) return found;
    }
    return null;
  };
  return titled(page.result.filing.outline) ?? 'Exchange rates';
}

/** One row a list of cells; the label column first, column headings as a first row. */
function gridOf(table: Table, figures: readonly CheckedFigure[]): MarkedCell[][] {
  const marks = new Map<string, CheckedFigure>();
  for (const checked of figures) {
    const { where, role } = checked.figure;
    if ('table' in where && (role === 'amount' || checked.status !== 'label')) {
      marks.set(`${where.row}/${where.column}`, checked);
    }
  }
  const headings = table.columns.map(({ labelPath }) => plainCell(labelPath.at(-1) ?? ''));
  const rows = table.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.kind !== 'header')
    .map(({ row, index }) => {
      const cells = table.columns.map((_, column) => {
        const printed = row.cells.find((cell) => cell.column === column)?.text ?? '';
        const checked = column === 0 ? undefined : marks.get(`${index}/${column}`);
        return checked === undefined ? plainCell(printed) : markedCell(printed, checked);
      });
      return [labelCell(row.label, row.kind === 'data' ? row.labelPath.length - 1 : 0), ...cells.slice(1)];
    });
  return [[plainCell(''), ...headings.slice(1)], ...rows];
}

function plainCell(text: string): MarkedCell {
  return { sign: '', text: printable(cellLine(text)), mark: '' };
}

function labelCell(label: string, depth: number): MarkedCell {
  return { ...plainCell(label), text: ' '.repeat(Math.max(0, depth)) + printable(cellLine(label)) };
}

function markedCell(text: string, checked: CheckedFigure): MarkedCell {
  const differs = checked.status === 'differs';
  return { sign: differs ? '✗' : '', text: printable(cellLine(text)), mark: differs ? '' : markOf(checked) };
}

/** The wrong-figure sign stands in the gap before the figure, where the eye meets it first. */
function cellText(page: Page, cell: MarkedCell, { text, mark }: ColumnWidth): string {
  const { red, green, bold } = page.colors;
  const printed = cell.sign === '' ? cell.text : `${cell.sign} ${cell.text}`;
  const aligned = padStart(printed, GAP + text);
  const painted = cell.sign === '' ? aligned : aligned.replace(printed, red(bold(printed)));
  return `${painted} ${green(padEnd(cell.mark, mark))}`;
}

/** For a table wider than the terminal: the label, then the cells behind it, wrapped. */
function narrowRow(page: Page, row: readonly MarkedCell[]): string[] {
  const cells = row.slice(1).filter(({ text }) => text !== '');
  const text = cells.map(
    ({ sign, text: printed, mark }) => `${sign}${printed}${mark === '' ? '' : ` ${mark}`}`,
  );
  return wrapAfter('  ', `${row[0]?.text ?? ''}  ${text.join('; ')}`, page.columns);
}
