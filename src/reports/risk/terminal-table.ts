import type { Colors } from 'picocolors/types.js';
import { displayWidth, padEnd, padStart, shorten } from '../../value/display-width.js';
import { printable, wrap, wrapAfter } from '../terminal/layout.js';
import type { ReportTable } from './tables/report-table.js';

const GAP = 2;
const NARROWEST_TEXT = 14;
/** Of the first column, which names the row. */
const NARROWEST_NAME = 20;
const MOST_HEAD_LINES = 4;
/** Of a cell; what is longer than these is cut. */
const MOST_LINES = 6;

/**
 * A table with aligned numbers in so many columns. Where it does not fit, the name of a row stands above its numbers;
 * where these do not fit, each row is a block of lines.
 */
export function tableLines(whole: ReportTable, width: number, colors: Colors): string[] {
  const table = {
    ...whole,
    columns: whole.columns.map((each) => ({ ...each, head: each.short ?? each.head })),
  };
  // A name is cut into lines only where there is no room without the columns that may be left out.
  const least = fittingTable(table, width, NARROWEST_NAME) === null ? NARROWEST_TEXT : NARROWEST_NAME;
  const fitting = fittingTable(table, width, least) ?? table;
  const rows = fitting.rows.map((row) => row.map((cell) => printable(cell)));
  const widths = columnWidths(fitting, rows, width, least);
  const body =
    widths === null
      ? (namesAbove(fitting, rows, width, colors) ?? blocks(fitting, rows, width, colors))
      : grid(fitting, rows, widths, colors);
  return [
    ...wrap(table.title, width).map((line) => colors.bold(line)),
    ...body,
    ...table.notes.flatMap((note) => wrap(note, width).map((line) => colors.dim(line))),
  ];
}

/** Without as many optional columns, from the last, as do not fit. */
function fittingTable(table: ReportTable, width: number, least: number): ReportTable | null {
  let fitting = table;
  while (columnWidths(fitting, fitting.rows, width, least) === null) {
    const last = fitting.columns.findLastIndex(({ isOptional }) => isOptional);
    if (last < 0) return null;
    fitting = {
      ...fitting,
      columns: fitting.columns.toSpliced(last, 1),
      rows: fitting.rows.map((row) => row.toSpliced(last, 1)),
    };
  }
  return fitting;
}

/** Null where the numbers do not fit beside each other. */
function columnWidths(
  { columns }: ReportTable,
  rows: readonly (readonly string[])[],
  width: number,
  least: number,
): number[] | null {
  const wanted = columns.map(({ head, align }, nth) => {
    const cells = rows.reduce(
      (widest, row) => (isHeading(row, columns) ? widest : Math.max(widest, displayWidth(row[nth] ?? ''))),
      0,
    );
    const words = head.split(' ').reduce((widest, word) => Math.max(widest, displayWidth(word)), 0);
    return align === 'right' ? Math.max(cells, words) : Math.max(cells, Math.min(displayWidth(head), words));
  });
  let over = wanted.reduce((sum, each) => sum + each + GAP, -GAP) - width;
  // Texts give way, the widest first; numbers never do.
  while (over > 0) {
    const nth = widestText(columns, wanted, least);
    if (nth === null) return null;
    wanted[nth] = (wanted[nth] as number) - 1;
    over -= 1;
  }
  return wanted;
}

/** A row of one name and nothing beside it: a heading of the rows below. A number alone is a row. */
function isHeading(row: readonly string[], columns: ReportTable['columns']): boolean {
  const isName = columns[0]?.align === 'left' && row[0] !== '';
  return row.length > 1 && isName && row.slice(1).every((cell) => cell === '');
}

function widestText(
  columns: ReportTable['columns'],
  widths: readonly number[],
  least: number,
): number | null {
  let widest: number | null = null;
  for (const [nth, { align }] of columns.entries()) {
    const width = widths[nth] as number;
    if (
      align === 'left' &&
      width > (nth === 0 ? least : NARROWEST_TEXT) &&
      width > (widest === null ? 0 : (widths[widest] as number))
    )
      widest = nth;
  }
  return widest;
}

function grid(
  { columns }: ReportTable,
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  colors: Colors,
): string[] {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, nth) => {
        const width = widths[nth] as number;
        const short = shorten(cell, width);
        return columns[nth]?.align === 'right' ? padStart(short, width) : padEnd(short, width);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const heads = columns.map(({ head }, nth) => wrap(head, widths[nth] as number).slice(0, MOST_HEAD_LINES));
  const tallest = heads.reduce((most, lines) => Math.max(most, lines.length), 0);
  const headLines = Array.from({ length: tallest }, (_, at) =>
    colors.dim(line(heads.map((lines) => lines[at - (tallest - lines.length)] ?? ''))),
  );
  const total = widths.reduce((sum, each) => sum + each + GAP, -GAP);
  const body = rows.flatMap((row) =>
    isHeading(row, columns)
      ? wrap(row[0] ?? '', Math.max(total, NARROWEST_TEXT))
      : wrapped(row, columns, widths).map(line),
  );
  return [...headLines, colors.dim('─'.repeat(total)), ...body];
}

/** A row as lines: texts that are too wide go on below, numbers stand on the first. */
function wrapped(
  row: readonly string[],
  columns: ReportTable['columns'],
  widths: readonly number[],
): string[][] {
  const cells = row.map((cell, nth) =>
    columns[nth]?.align === 'left' ? wrap(cell, widths[nth] as number).slice(0, MOST_LINES) : [cell],
  );
  const height = cells.reduce((most, lines) => Math.max(most, lines.length), 1);
  return Array.from({ length: height }, (_, at) => cells.map((lines) => lines[at] ?? ''));
}

/** The numbers alone as a grid, each row under its name; null where they are not all numbers, or do not fit. */
function namesAbove(
  { columns, ...table }: ReportTable,
  rows: readonly (readonly string[])[],
  width: number,
  colors: Colors,
): string[] | null {
  const others = columns.slice(1);
  if (others.length < 2 || others.some(({ align }) => align === 'left')) return null;
  const numbers = { ...table, columns: others };
  const cells = rows.map((row) => row.slice(1));
  const indent = '  ';
  const widths = columnWidths(numbers, cells, width - indent.length, 0);
  if (widths === null) return null;
  // Numbers alone: a line a row.
  const lines = grid(numbers, cells, widths, colors).map((line) => `${indent}${line}`.trimEnd());
  const heads = lines.length - rows.length;
  return [
    ...lines.slice(0, heads),
    ...rows.flatMap(([name = ''], at) => {
      const under = lines[heads + at] ?? '';
      return [...wrap(name, width).map((line) => colors.bold(line)), ...(under === '' ? [] : [under])];
    }),
  ];
}

function blocks(
  { columns }: ReportTable,
  rows: readonly (readonly string[])[],
  width: number,
  colors: Colors,
): string[] {
  return rows.flatMap((row) =>
    row.flatMap((cell, nth) => {
      if (cell === '') return [];
      if (nth === 0) return wrap(cell, width).map((line) => colors.bold(line));
      return wrapAfter(`  ${columns[nth]?.head ?? ''}: `, cell, width);
    }),
  );
}
