import { CURRENCIES } from '../../value/index.js';
import type { Line } from './lines.js';

/** A stretch of a line between gaps: offsets into the line's text. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Signs and codes that stand before a number, and letters that old reports print for one: "Y134.77", "R10.49". */
const SIGNS = CURRENCIES.flatMap(({ signs, code }) => [...signs, code])
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace(/[.$]/g, '\\$&').replaceAll(' ', '\\s?'))
  .join('|');
const MINUS = '[-−–△▲(]';
const DIGITS = '\\d[\\d,]*(?:\\.\\d+)?';
const NOTE = '(?:\\s*(?:[⁽(]\\S{1,3}[⁾)]|\\*+))?';
/** A number as a table prints it, or the dash that stands for none; a note mark may follow. */
const NUMERIC = new RegExp(
  `^(?:${MINUS}\\s*)*(?:${SIGNS}|Won|[WRY](?=\\s?\\d+[.,]))?\\s*${MINUS}?\\s*${DIGITS}\\s*[)%]*${NOTE}$|^(?:[-−–—]+|[Nn]il|NIL|[Nn]/[Aa])$`,
);
const CURRENCY_SIGN_ONLY = new RegExp(`^(?:${SIGNS}|Won|[WRY])$`);
/** A gap between columns: two spaces or more, or dot leaders. */
const GAP = /(?:\s|\.(?=\s?\.)|(?<=\.\s?)\.){2,}/g;
const RULE_LINE = /^[\s\-=_—–]+$/;
const LIST_OR_NOTE = /^\s*(?:[-–—•●▪◦·*o]|[⁽(]?[\d¹²³⁴⁵⁶⁷⁸⁹a-z]{1,3}[⁾).])\t\s*\S/;

const LONGEST_LABEL = 60;
/** A longer line is prose without line ends, or none that a person wrote. */
const LONGEST_ROW = 10_000;
const MOST_HEADER_LINES = 8;
/** White space before a heading that stands above columns rather than at the margin. */
const HEADER_INDENT = 12;

/** Index of the first line of each table to the index after its last. */
export function findTables(lines: readonly Line[]): Map<number, number> {
  const tables = new Map<number, number>();
  let index = 0;
  while (index < lines.length) {
    const run = tabRun(lines, index);
    if (run?.isTable) tables.set(run.start, run.end);
    index = run?.end ?? index + 1;
  }
  for (const [start, end] of spaceAlignedTables(lines)) {
    if (!overlapsAny(lines, tables, start, end)) tables.set(start, end);
  }
  return tables;
}

/** A line whose cells are parted by tabs; indented prose and "(1)<tab>words" are not. */
export function isTabRow(line: Line): boolean {
  if (line.blank || line.text.length > LONGEST_ROW) return false;
  if (!line.text.includes('\t') || LIST_OR_NOTE.test(line.text)) return false;
  const cells = line.text.split('\t');
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.some((cell) => cell.trim().length > 2 * LONGEST_LABEL)) return false;
  return cells.length > 2
    ? filled.length > 0
    : filled.length === 2 && (cells[1] ?? '').trim().length < LONGEST_LABEL;
}

/** Whether a cell holds a number or the dash that stands for zero. */
export function isNumericText(text: string): boolean {
  return NUMERIC.test(text.trim());
}

/** Parts a line at its gaps; a currency sign in a column of its own goes with the number that follows. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = text.length - text.trimStart().length;
  const body = text.trimEnd();
  GAP.lastIndex = from;
  for (let match = GAP.exec(body); match !== null; match = GAP.exec(body)) {
    addSegment(segments, body, from, match.index);
    from = match.index + match[0].length;
  }
  addSegment(segments, body, from, body.length);
  return segments;
}

export function isRuleLine(text: string): boolean {
  return RULE_LINE.test(text) && /[-=_—–]{3}/.test(text);
}

/** A heading with a note mark that a single space parts from the next heading: "Low (1) Average (2)". */
const AFTER_MARK = /(?<=[A-Za-z-]\s?\(\d{1,2}\))\s(?=\p{Lu})/u;

function addSegment(segments: Segment[], text: string, from: number, to: number): void {
  if (from >= to) return;
  const mark = AFTER_MARK.exec(text.slice(from, to));
  if (mark !== null) {
    addSegment(segments, text, from, from + mark.index);
    addSegment(segments, text, from + mark.index + 1, to);
    return;
  }
  const previous = segments.at(-1);
  if (
    previous !== undefined &&
    CURRENCY_SIGN_ONLY.test(previous.text) &&
    isNumericText(text.slice(from, to))
  ) {
    segments.pop();
    segments.push({ from: previous.from, to, text: text.slice(previous.from, to) });
  } else {
    segments.push({ from, to, text: text.slice(from, to) });
  }
}

/**
 * The run of tab rows that begins at a line, or null where none does. A single blank line may part its rows, and so may
 * a label without tabs, which editors leave of a group's row. It is a table with two rows or more, one with a number.
 */
function tabRun(
  lines: readonly Line[],
  start: number,
): { start: number; end: number; isTable: boolean } | null {
  if (!isTabRowAt(lines, start)) return null;
  let rows = 0;
  let numeric = false;
  let end = start;
  let index = start;
  while (isTabRowAt(lines, index) || (leadsOn(lines[index]) && isTabRowAt(lines, index + 1))) {
    const line = lines[index];
    if (line !== undefined && !line.blank) {
      rows += 1;
      numeric ||= line.text.split('\t').slice(1).some(isNumericText);
      end = index + 1;
    }
    index += 1;
  }
  return { start: firstHeading(lines, start), end, isTable: rows >= 2 && numeric };
}

/** The lines right above the first row that head it: what the columns are of, and the only column's own heading. */
function firstHeading(lines: readonly Line[], firstRow: number): number {
  let first = firstRow;
  while (first > firstRow - MOST_LONE_HEADINGS) {
    const { text = '', blank = true } = lines[first - 1] ?? {};
    if (blank || !(HEADS_COLUMNS.test(text) || HEADS_ONLY_COLUMN.test(text))) break;
    first -= 1;
  }
  return first;
}

const MOST_LONE_HEADINGS = 3;

/** "<tab>Average(1)": a table of labels and one column has no second heading that would tell it from prose. */
const HEADS_ONLY_COLUMN = /^\t\s{0,3}[A-Z][^\t.:;]{0,30}$/;

/** A line right above the first row that says of which periods or in what unit the columns are. */
const HEADS_COLUMNS =
  /^\s*(?:\(.{1,60}\)|[^.:;]{0,40}\b(?:years?|months?|quarters?) end(?:ed|ing)\b[^.:;]{0,40}|as of\b[^.:;]{0,40})\s*$/i;

function leadsOn(line: Line | undefined): boolean {
  if (line === undefined || line.blank) return line?.blank === true;
  const text = line.text.trim();
  return text.length <= LONGEST_LABEL && !/[.;]$/.test(text) && !LIST_OR_NOTE.test(line.text);
}

function isTabRowAt(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && isTabRow(line);
}

/** Runs of rows that end in numbers behind gaps, with the headings above them. */
function spaceAlignedTables(lines: readonly Line[]): [start: number, end: number][] {
  const tables: [number, number][] = [];
  let index = 0;
  while (index < lines.length) {
    if (!isNumericRow(lines[index])) {
      index += 1;
      continue;
    }
    const { last, rows } = lastNumericRow(lines, index);
    const floor = tables.at(-1)?.[1] ?? 0;
    if (rows >= 2) tables.push([firstHeaderLine(lines, index, floor), afterRules(lines, last + 1)]);
    index = last + 1;
  }
  return tables;
}

/** A label, then numbers to the end of the line: at least one gap before the first of them. */
function isNumericRow(line: Line | undefined): boolean {
  if (line === undefined || line.blank || line.text.length > LONGEST_ROW) return false;
  if (!/\d|[-–—]\s*$/.test(line.text) || !/ {2}|\.{3}|\. \./.test(line.text.trim())) return false;
  const segments = segmentsOf(line.text);
  const first = segments.findIndex((segment, position) => position > 0 && isNumericText(segment.text));
  if (first < 1 || first > 2) return false;
  return segments.slice(first).every((segment) => isNumericText(segment.text) || /^[)%*]/.test(segment.text));
}

function lastNumericRow(lines: readonly Line[], first: number): { last: number; rows: number } {
  let last = first;
  let rows = 1;
  for (let index = first + 1; index <= last + 4 && index < lines.length; index += 1) {
    const line = lines[index];
    if (isNumericRow(line)) {
      last = index;
      rows += 1;
    } else if (line !== undefined && !line.blank && !isLabelLine(line)) {
      break;
    }
  }
  return { last, rows };
}

/** A short line without a full stop: the label of a group, or a wrapped one. */
function isLabelLine(line: Line): boolean {
  const text = line.text.trim();
  return (
    isRuleLine(line.text) ||
    segmentsOf(line.text).length > 1 ||
    (text.length <= LONGEST_LABEL && !/[.;]$/.test(text))
  );
}

function firstHeaderLine(lines: readonly Line[], firstRow: number, floor: number): number {
  let first = firstRow;
  for (let index = firstRow - 1; index >= Math.max(floor, firstRow - MOST_HEADER_LINES); index -= 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.blank) {
      if (index + 1 !== first) break;
      continue;
    }
    const touches = index + 1 === first;
    if (!isHeaderLine(line, touches)) break;
    first = index;
  }
  return first;
}

function isHeaderLine(line: Line, touches: boolean): boolean {
  const text = line.text.trim();
  const indent = line.text.length - line.text.trimStart().length;
  if (isRuleLine(line.text)) return true;
  if (/[.;]$/.test(text) || text.length > 2 * LONGEST_LABEL) return false;
  if (segmentsOf(line.text).length > 1) return true;
  return (
    (indent >= HEADER_INDENT && text.length <= LONGEST_LABEL) || (touches && text.length <= LONGEST_LABEL)
  );
}

function afterRules(lines: readonly Line[], index: number): number {
  let end = index;
  while (lines[end] !== undefined && isRuleLine(lines[end]?.text ?? '')) end += 1;
  return end;
}

function overlapsAny(
  lines: readonly Line[],
  tables: ReadonlyMap<number, number>,
  start: number,
  end: number,
): boolean {
  for (let index = start; index < end; index += 1)
    if (tables.has(index) || isTabRowAt(lines, index)) return true;
  return false;
}
