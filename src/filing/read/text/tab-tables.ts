import { isNumericText } from '../numeric-text.js';
import { BLANK, DIGIT, type Lines, TAB } from './lines.js';
import type { TableLines } from './table-lines.js';

const LIST_OR_NOTE = /^\s*(?:[-–—•●▪◦·*o]|[⁽(]?[\d¹²³⁴⁵⁶⁷⁸⁹a-z]{1,3}[⁾).])\t\s*\S/;
const LONGEST_LABEL = 60;
/** A longer line is prose without line ends, or none that a person wrote. */
const LONGEST_ROW = 10_000;
const MOST_LONE_HEADINGS = 3;

/** Tables whose cells are parted by tabs, as editors and web pages leave them when their text is copied. */
export function tabTables(lines: Lines): TableLines[] {
  const tables: TableLines[] = [];
  const isRow = tabRows(lines);
  let index = 0;
  while (index < lines.count) {
    const run = lines.has(index, TAB) ? tabRun(lines, isRow, index) : null;
    if (run?.isTable) tables.push({ start: run.start, end: run.end, tabs: true, marks: null });
    index = run?.end ?? index + 1;
  }
  return tables;
}

/** Whether a line's cells are parted by tabs; each line is judged once. */
function tabRows(lines: Lines): (line: number) => boolean {
  const known = new Uint8Array(lines.count);
  return (line) => {
    if (line >= lines.count || !lines.has(line, TAB)) return false;
    if (known[line] === 0) known[line] = isTabRow(lines, line) ? 2 : 1;
    return known[line] === 2;
  };
}

/** A line whose cells are parted by tabs; indented prose and "(1)<tab>words" are not. */
function isTabRow(lines: Lines, line: number): boolean {
  if (lines.has(line, BLANK) || lines.length(line) > LONGEST_ROW) return false;
  const text = wholeLine(lines, line);
  if (LIST_OR_NOTE.test(text)) return false;
  const cells = text.split('\t');
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.some((cell) => cell.trim().length > 2 * LONGEST_LABEL)) return false;
  return cells.length > 2
    ? filled.length > 0
    : filled.length === 2 && (cells[1] ?? '').trim().length < LONGEST_LABEL;
}

/** From its beginning, the tabs around its words included: they tell of empty cells. */
export function wholeLine(lines: Lines, line: number): string {
  const last = lines.lasts[line] ?? 0;
  let end = last;
  while (lines.text.charCodeAt(end) === 0x09 || lines.text.charCodeAt(end) === 0x20) end += 1;
  return lines.text.slice(lines.starts[line] ?? 0, end);
}

/**
 * The run of tab rows that begins at a line, or null where none does. A blank line may part its rows, and so may
 * a label without tabs, which editors leave of a group's row. It is a table with two rows or more, one with a number.
 */
function tabRun(
  lines: Lines,
  isRow: (line: number) => boolean,
  start: number,
): { start: number; end: number; isTable: boolean } | null {
  if (!isRow(start)) return null;
  let rows = 0;
  let numeric = false;
  let end = start;
  let index = start;
  while (isRow(index) || (leadsOn(lines, index) && isRow(index + 1))) {
    if (!lines.has(index, BLANK)) {
      rows += 1;
      numeric ||= holdsNumber(lines, index);
      end = index + 1;
    }
    index += 1;
  }
  return { start: firstHeading(lines, start), end, isTable: rows >= 2 && numeric };
}

function holdsNumber(lines: Lines, line: number): boolean {
  if (!lines.has(line, DIGIT | TAB)) return false;
  return wholeLine(lines, line).split('\t').slice(1).some(isNumericText);
}

/** The lines right above the first row that head it: what the columns are of, and the only column's own heading. */
function firstHeading(lines: Lines, firstRow: number): number {
  let first = firstRow;
  while (first > 0 && first > firstRow - MOST_LONE_HEADINGS) {
    if (lines.has(first - 1, BLANK)) break;
    const text = wholeLine(lines, first - 1);
    if (!(HEADS_COLUMNS.test(text) || HEADS_ONLY_COLUMN.test(text))) break;
    first -= 1;
  }
  return first;
}

/** "<tab>Average(1)": a table of labels and one column has no second heading that would tell it from prose. */
const HEADS_ONLY_COLUMN = /^\t\s{0,3}[A-Z][^\t.:;]{0,30}$/;

/** A line right above the first row that says of which periods or in what unit the columns are. */
const HEADS_COLUMNS =
  /^\s*(?:\(.{1,60}\)|[^.:;]{0,40}\b(?:years?|months?|quarters?) end(?:ed|ing)\b[^.:;]{0,40}|as of\b[^.:;]{0,40})\s*$/i;

function leadsOn(lines: Lines, line: number): boolean {
  if (line >= lines.count) return false;
  if (lines.has(line, BLANK)) return true;
  if (lines.length(line) > LONGEST_LABEL) return false;
  return !/[.;]$/.test(lines.textOf(line)) && !LIST_OR_NOTE.test(wholeLine(lines, line));
}
