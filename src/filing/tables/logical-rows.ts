import type { RawCell, RawRow, RawTable } from '../read/layout.js';
import { type CellKind, cellKind } from './cell-kind.js';
import { GridColumns } from './grid-columns.js';

/** A cell as a reader sees it: a figure put together from its parts, in the column that it stands in. */
export interface LogicalCell extends RawCell {
  readonly kind: CellKind;
}

export interface LogicalRow extends RawRow {
  readonly cells: readonly LogicalCell[];
  /** A label that reaches down to this row from one above, where the row prints none itself. */
  readonly labelAbove: LogicalCell | null;
}

/**
 * The rows of a table with the columns that a reader sees: cells that hold something, split figures put together.
 * Column 0 is that of the labels; it is empty where a table has none.
 */
export function logicalRows(text: string, { layout, rows }: RawTable): readonly LogicalRow[] {
  const marks = layout === 'grid' ? markColumns(text, rows) : NO_MARKS;
  const whole = rows.map((row) => wholeCells(text, row, marks));
  if (layout === 'columns') {
    return whole.map((cells, index) => ({ cells, labelAbove: null, indent: rows[index]?.indent ?? 0 }));
  }
  const columns = GridColumns.of(whole);
  let spanning: { cell: LogicalCell; until: number } | null = null;
  const placed: LogicalRow[] = [];
  for (let index = 0; index < whole.length; index += 1) {
    const cells = whole[index] as Draft[];
    const first = cells[0];
    // A row that only keeps a distance is none.
    if (first === undefined) continue;
    const shift = first.column - columns.start;
    for (let position = 0; position < cells.length; position += 1)
      columns.place(cells[position] as Draft, position === 0);
    if (first.column === 0) spanning = first.rows > 1 ? { cell: first, until: index + first.rows } : null;
    const above = first.column > 0 && spanning !== null && index < spanning.until ? spanning.cell : null;
    placed.push({ cells, labelAbove: above, indent: indentOf(rows[index], first, shift) });
  }
  return placed;
}

/** How far a label is set in that stands one column of the grid further right. */
const INDENT_OF_COLUMN = 2;

function indentOf(row: RawRow | undefined, first: LogicalCell, shift: number): number {
  const own = row?.indent ?? 0;
  return first.column === 0 ? Math.max(own, first.indent) + INDENT_OF_COLUMN * shift : own;
}

/** A cell while its row is put together. */
type Draft = { -readonly [Key in keyof LogicalCell]: LogicalCell[Key] };

/** The cells that hold something, the parts of a figure joined: "$" | "(322" | ")%" is one cell, from its first part to its last. */
function wholeCells(text: string, { cells }: RawRow, marks: ReadonlySet<number>): Draft[] {
  const whole: Draft[] = [];
  let opening: Draft | undefined;
  for (const raw of cells) {
    const kind = kindIn(text, raw, marks);
    if (kind === 'empty') continue;
    if (kind === 'open') {
      opening = opened(opening, text, raw);
      continue;
    }
    if (opening === undefined && goesOnWith(whole[whole.length - 1], text, raw, kind)) continue;
    const cell = draftOf(text, raw, isValue(kind) ? kind : 'words');
    if (opening !== undefined && isValue(kind)) cell.from = opening.from;
    else if (opening !== undefined) whole.push(opening);
    whole.push(cell);
    opening = undefined;
  }
  if (opening !== undefined) whole.push(opening);
  return whole;
}

/** Takes what closes the figure before it into that: ")", "%", a note mark; a mark of letters is left out of it. */
function goesOnWith(last: Draft | undefined, text: string, raw: RawCell, kind: CellKind): boolean {
  if (last === undefined || !belongsBehind(kind, last, raw)) return false;
  if (kind !== 'mark' || !isLetterOrDigitAt(text, raw.from)) last.to = raw.to;
  return true;
}

/** "(1)" is a note mark in a column of such marks, and a negative number elsewhere. */
function kindIn(text: string, raw: RawCell, marks: ReadonlySet<number>): CellKind {
  return marks.has(raw.column) && isBracketedDigit(text, raw) ? 'mark' : kindOf(text, raw);
}

/** "$" and "(" in two cells open one figure. */
function opened(opening: Draft | undefined, text: string, raw: RawCell): Draft {
  if (opening === undefined) return draftOf(text, raw, 'words');
  opening.to = raw.to;
  return opening;
}

/** Listed field by field: spreading an object of so many is several times slower. */
function draftOf(text: string, raw: RawCell, kind: CellKind): Draft {
  const { from, column, columns, rows, align, indent, bold, italic, above, below, heading, raised } = raw;
  const to = raised.length === 0 ? raw.to : withoutRaisedMark(text, raw);
  return {
    from,
    to,
    column,
    columns,
    rows,
    align,
    indent,
    bold,
    italic,
    above,
    below,
    heading,
    raised,
    kind,
  };
}

/** A cell that is raised as a whole is a note mark, whatever it looks like. */
function kindOf(text: string, raw: RawCell): CellKind {
  const { from, to, raised } = raw;
  if (from >= to) return 'empty';
  const first = raised[0];
  if (first === undefined) return cellKind(text, from, to);
  return first.from <= from && first.to >= to ? 'mark' : cellKind(text, from, withoutRaisedMark(text, raw));
}

const NO_MARKS: ReadonlySet<number> = new Set();

/** Columns of the mark-up that hold nothing but "(1)", "(12)" right behind values: note marks, not negative numbers. */
function markColumns(text: string, rows: readonly RawRow[]): ReadonlySet<number> {
  if (!rows.some(({ cells }) => holdsBracketedDigit(text, cells))) return NO_MARKS;
  const marks = new Map<number, boolean>();
  for (const { cells } of rows) {
    let before: RawCell | undefined;
    for (const cell of cells) {
      if (cell.from >= cell.to) continue;
      const isMark =
        isBracketedDigit(text, cell) &&
        before !== undefined &&
        endsInValue(text, before) &&
        before.column + before.columns === cell.column;
      const isWords = !isMark && !marks.has(cell.column) && isLongText(text, cell);
      if (!isWords) marks.set(cell.column, isMark && marks.get(cell.column) !== false);
      before = cell;
    }
  }
  const found = [...marks].flatMap(([column, isMark]) => (isMark ? [column] : []));
  return found.length === 0 ? NO_MARKS : new Set(found);
}

function holdsBracketedDigit(text: string, cells: readonly RawCell[]): boolean {
  for (const cell of cells) if (isBracketedDigit(text, cell)) return true;
  return false;
}

const LONGEST_MARK = 4;

/** "(1)", "(12)". */
function isBracketedDigit(text: string, { from, to }: RawCell): boolean {
  const length = to - from;
  if (
    length < 3 ||
    length > LONGEST_MARK ||
    text.charCodeAt(from) !== 0x28 ||
    text.charCodeAt(to - 1) !== 0x29
  )
    return false;
  for (let at = from + 1; at < to - 1; at += 1) if (!isDigitAt(text, at)) return false;
  return true;
}

/** A digit, the dash of zero, or "%" in a cell of its own. */
function endsInValue(text: string, { from, to }: RawCell): boolean {
  const last = text.charCodeAt(to - 1);
  return isDigitAt(text, to - 1) || last === 0x2014 || last === 0x2013 || (last === 0x25 && to - from === 1);
}

/** Headings and words, no values. */
function isLongText(text: string, { from, to }: RawCell): boolean {
  return to - from > LONGEST_MARK && cellKind(text, from, to) !== 'number';
}

/** "1" or "a" raised in a cell of its own would read as part of what it follows. */
function isLetterOrDigitAt(text: string, at: number): boolean {
  return /[a-z\d]/i.test(text.charAt(at));
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

const RAISED_MARK = /^[\d*†‡,\s]{1,6}$/;

/** Where a cell ends before a note mark that is raised behind its words or its number: "Revenue1", "1,2342". */
function withoutRaisedMark(text: string, { from, to, raised }: RawCell): number {
  const last = raised.at(-1);
  if (last === undefined || last.to < to || last.from <= from) return to;
  if (!RAISED_MARK.test(text.slice(last.from, last.to))) return to;
  return from + text.slice(from, last.from).trimEnd().length;
}

/** Kinds that stand in a column of values. */
export function isValue(kind: CellKind): boolean {
  return kind === 'number' || kind === 'dash' || kind === 'year' || kind === 'none';
}

/** ")" and "%" close the figure before them; a note mark belongs to whatever it follows. */
function belongsBehind(kind: CellKind, last: LogicalCell, cell: RawCell): boolean {
  if (kind === 'close') return isValue(last.kind) && last.kind !== 'year';
  return kind === 'mark' && last.column + last.columns >= cell.column;
}
