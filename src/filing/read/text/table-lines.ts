import { CAPTION, COLUMNS, columnMarks, NOTES, TABLE_CLOSES, TABLE_OPENS } from './edgar-tags.js';
import { BLANK, FURNITURE, type Lines, PAGE, RULE, SMALL } from './lines.js';
import { COLUMNED, endsInStop, NOTHING, type RowKinds, VALUES, YEARS } from './row-kinds.js';
import { tabTables } from './tab-tables.js';

/** The lines that make a table. */
export interface TableLines {
  /** Index of its first line, and behind its last. */
  readonly start: number;
  readonly end: number;
  /** Whether tabs part its cells. */
  readonly tabs: boolean;
  /** Where EDGAR's `<S>` and `<C>` stand on their line: where its labels and its columns begin. */
  readonly marks: readonly number[] | null;
}

const LONGEST_LABEL = 60;
const MOST_HEADER_LINES = 14;
/** White space before a heading that stands above columns rather than at the margin. */
const HEADER_INDENT = 12;
/** Lines between two rows of a table: labels of groups, wrapped labels, blank ones. */
const MOST_BETWEEN = 5;

/** The tables of a text, in order: those between EDGAR's tags, those parted by tabs, and runs of rows that line up. */
export function findTables(lines: Lines, kinds: RowKinds): TableLines[] {
  const tagged = taggedTables(lines, kinds);
  const byTabs = tabTables(lines).filter(({ start, end }) => !overlaps(tagged.regions, start, end));
  const found = [...tagged.tables, ...byTabs].sort((a, b) => a.start - b.start);
  const taken = [...tagged.regions, ...byTabs].sort((a, b) => a.start - b.start);
  const tables = [...found, ...alignedTables(lines, kinds, taken)];
  return tables.sort((a, b) => a.start - b.start);
}

interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** What stands between `<TABLE>` and `</TABLE>`, and the tables therein. A tag that nothing closes is none. */
function taggedTables(lines: Lines, kinds: RowKinds): { tables: TableLines[]; regions: LineRange[] } {
  const tables: TableLines[] = [];
  const regions: LineRange[] = [];
  let open = -1;
  for (let line = 0; line < lines.count; line += 1) {
    const tags = lines.tags[line] ?? 0;
    if (tags === 0) continue;
    if ((tags & TABLE_OPENS) !== 0) open = line;
    if ((tags & TABLE_CLOSES) === 0 || open < 0) continue;
    const region = { start: open, end: line + 1 };
    const table = tableIn(lines, kinds, region);
    if (table !== null) tables.push(table);
    // Prose between the tags is read as prose, and small tables in it as any others.
    if (table !== null) regions.push(region);
    open = -1;
  }
  return { tables, regions };
}

/** The table between EDGAR's tags, without the titles above and the notes below it; null where nothing lines up. */
function tableIn(lines: Lines, kinds: RowKinds, { start, end }: LineRange): TableLines | null {
  const marksLine = tagLine(lines, start, end, COLUMNS);
  const marks = marksLine < 0 ? null : columnMarks(lineText(lines, marksLine));
  const notes = tagLine(lines, start, end, NOTES);
  const limit = notes < 0 ? end - 1 : notes;
  const body = rowsBetween(lines, kinds, marksLine < 0 ? start : marksLine, limit, (marks?.length ?? 0) > 1);
  if (body === null) return null;
  const from = firstHeaderLine(lines, kinds, body.first, start, marksLine);
  return { start: from, end: afterRules(lines, kinds, body.last + 1, limit), tabs: false, marks };
}

/** The first and the last row among some lines; words in columns are rows where EDGAR's marks tell of columns. */
function rowsBetween(
  lines: Lines,
  kinds: RowKinds,
  start: number,
  limit: number,
  hasColumns: boolean,
): { first: number; last: number } | null {
  let first = -1;
  let last = -1;
  let numeric = 0;
  let columned = 0;
  for (let line = start; line < limit; line += 1) {
    if (kinds.isNumeric(line)) numeric += 1;
    else if (kinds.kindOf(line) === NOTHING || !hasColumns || isNoteLine(lines, line)) continue;
    else columned += 1;
    if (first < 0) first = line;
    last = line;
  }
  if (numeric === 0 && columned < 2) return null;
  while (numeric === 0 && last + 1 < limit && goesOnInColumn(lines, last + 1)) last += 1;
  return { first, last };
}

/** In a table of words, the rest of what stands in a column. */
function goesOnInColumn(lines: Lines, line: number): boolean {
  return !lines.has(line, BLANK | RULE | FURNITURE) && lines.indent(line) >= HEADER_INDENT;
}

function tagLine(lines: Lines, start: number, end: number, tag: number): number {
  for (let line = start; line < end; line += 1) if (((lines.tags[line] ?? 0) & tag) !== 0) return line;
  return -1;
}

/** Marks of columns further right are none. */
const LONGEST_MARKS = 2000;

/** A line that only holds tags has no visible characters: its text goes to the end of the line. */
function lineText(lines: Lines, line: number): string {
  const start = lines.starts[line] ?? 0;
  return /^[^\r\n\f]*/.exec(lines.text.slice(start, start + LONGEST_MARKS))?.[0] ?? '';
}

const NOTE_LINE = /^(?:\*|\(?(?:\d{1,2}|[a-z])\)\s|Notes?\b)/;

function isNoteLine(lines: Lines, line: number): boolean {
  const first = lines.firsts[line] ?? 0;
  return NOTE_LINE.test(lines.text.slice(first, first + 8));
}

/** Runs of rows that end in numbers behind gaps, with the headings above them. */
function alignedTables(lines: Lines, kinds: RowKinds, taken: readonly LineRange[]): TableLines[] {
  const tables: TableLines[] = [];
  let region = 0;
  let floor = 0;
  let line = 0;
  while (line < lines.count) {
    const next = taken[region];
    if (next !== undefined && line >= next.start) {
      line = Math.max(line, next.end);
      floor = line;
      region += 1;
      continue;
    }
    if (!kinds.isNumeric(line)) {
      line += 1;
      continue;
    }
    const limit = next?.start ?? lines.count;
    const { last, rows } = lastNumericRow(lines, kinds, line, limit);
    const start = firstHeaderLine(lines, kinds, line, floor, -1);
    if (rows >= 2 || isBelowYears(kinds, start, line)) {
      const end = afterRules(lines, kinds, last + 1, limit);
      tables.push({ start, end, tabs: false, marks: null });
      floor = end;
      line = end;
    } else line = last + 1;
  }
  return tables;
}

/** A single row is a table below as many years as it has values. */
function isBelowYears(kinds: RowKinds, start: number, row: number): boolean {
  const values = kinds.segmentsOf(row).length - 1;
  if (values < 2) return false;
  for (let line = start; line < row; line += 1) {
    if (kinds.kindOf(line) === YEARS && kinds.segmentsOf(line).length >= values) return true;
  }
  return false;
}

function lastNumericRow(
  lines: Lines,
  kinds: RowKinds,
  first: number,
  limit: number,
): { last: number; rows: number } {
  let last = first;
  let rows = 1;
  for (let line = first + 1; line <= last + MOST_BETWEEN && line < limit; line += 1) {
    if (lines.has(line, PAGE | FURNITURE)) break;
    if (kinds.isNumeric(line)) {
      last = line;
      rows += 1;
    } else if (!lines.has(line, BLANK | RULE) && !isLabelLine(lines, kinds, line)) break;
  }
  return { last, rows };
}

/** A short line without a full stop: the label of a group, or a wrapped one. */
function isLabelLine(lines: Lines, kinds: RowKinds, line: number): boolean {
  const kind = kinds.kindOf(line);
  if (kind === COLUMNED || kind === YEARS) return true;
  return lines.length(line) <= LONGEST_LABEL && !endsInStop(lines, line) && !isNoteLine(lines, line);
}

/**
 * The first of the lines above a row that head its table: headings in columns, those centred above them, drawn lines,
 * the label of a group. Titles and prose at the margin stay outside.
 */
function firstHeaderLine(
  lines: Lines,
  kinds: RowKinds,
  firstRow: number,
  floor: number,
  marksLine: number,
): number {
  const lowest = Math.max(floor, firstRow - MOST_HEADER_LINES);
  const column = kinds.segmentsOf(firstRow).find((_, index) => index > 0)?.from ?? HEADER_INDENT;
  let top = marksLine < 0 ? firstRow : Math.min(firstRow, marksLine);
  for (let line = top - 1; line >= lowest; line -= 1) {
    if (lines.has(line, PAGE | FURNITURE) || ((lines.tags[line] ?? 0) & CAPTION) !== 0) {
      if (!lines.has(line, BLANK | FURNITURE) && headsColumns(lines, kinds, line, column)) top = line;
      break;
    }
    if (lines.has(line, BLANK | RULE)) continue;
    if (headsColumns(lines, kinds, line, column)) top = line;
    else if (isProseLine(lines, kinds, line) || leadsIn(lines, line)) break;
  }
  return withLoneLines(lines, kinds, top, lowest);
}

/** Words in several columns, or one heading that stands right of where the labels stand. */
function headsColumns(lines: Lines, kinds: RowKinds, line: number, column: number): boolean {
  const kind = kinds.kindOf(line);
  if (kind === COLUMNED || kind === YEARS) return !kinds.isProse(line);
  if (lines.length(line) > LONGEST_LABEL) return false;
  const indent = lines.indent(line);
  return indent >= HEADER_INDENT && indent >= column - HEADER_INDENT;
}

function isProseLine(lines: Lines, kinds: RowKinds, line: number): boolean {
  if (kinds.isProse(line) || lines.length(line) > 2 * LONGEST_LABEL) return true;
  if (!lines.has(line, SMALL) || lines.indent(line) >= HEADER_INDENT) return false;
  return endsInStop(lines, line);
}

/** A line with a colon introduces the table where it stands off; right above other lines it names a group of rows. */
function leadsIn(lines: Lines, line: number): boolean {
  const endsInColon = lines.text.charCodeAt((lines.lasts[line] ?? 0) - 1) === 0x3a;
  return endsInColon && (lines.has(line + 1, BLANK) || lines.length(line) > LONGEST_LABEL);
}

/** What touches the first line from above: "(in millions)", and the label of a group where no headings stand above. */
function withLoneLines(lines: Lines, kinds: RowKinds, top: number, lowest: number): number {
  let first = top;
  while (first > lowest && lines.has(first - 1, RULE) && !lines.has(first - 1, BLANK)) first -= 1;
  const above = first - 1;
  if (above < lowest || lines.has(above, BLANK | PAGE | FURNITURE) || lines.length(above) > LONGEST_LABEL)
    return first;
  if (isProseLine(lines, kinds, above)) return first;
  const open = lines.text.charCodeAt(lines.firsts[above] ?? 0) === 0x28;
  return open || isGroupLabel(lines, kinds, above, top) ? above : first;
}

/** The label of a group stands right above a row, and above it nothing or what is no prose. */
function isGroupLabel(lines: Lines, kinds: RowKinds, line: number, row: number): boolean {
  if (!kinds.isNumeric(row) || kinds.kindOf(row) === VALUES) return false;
  return line === 0 || lines.has(line - 1, BLANK | RULE);
}

/** Behind the lines drawn below the last row, and behind the rest of its label. */
function afterRules(lines: Lines, kinds: RowKinds, line: number, limit: number): number {
  let end = line;
  const goesOn =
    end < limit && !lines.has(end, BLANK | RULE) && !isNoteLine(lines, end) && kinds.kindOf(end) === NOTHING;
  if (goesOn && lines.length(end) <= LONGEST_LABEL && startsSmall(lines, end) && endsLabel(lines, end + 1))
    end += 1;
  // A line drawn at the margin parts the notes from the table.
  while (end < limit && lines.has(end, RULE) && lines.indent(end) >= HEADER_INDENT) end += 1;
  return end;
}

function endsLabel(lines: Lines, line: number): boolean {
  return line >= lines.count || lines.has(line, BLANK | RULE);
}

function startsSmall(lines: Lines, line: number): boolean {
  const code = lines.text.charCodeAt(lines.firsts[line] ?? 0);
  return code >= 0x61 && code <= 0x7a;
}

/** Whether a range shares a line with any of some ranges, which are in order. */
function overlaps(ranges: readonly LineRange[], start: number, end: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) < end;
}
