import { COLUMN_INDENT, columnsIn } from './column-evidence.js';
import { columnsFor, distanceTo, type Extent, touched } from './columns.js';
import { type DrawnBelow, reachesOf, widened } from './headings.js';
import { BLANK, FURNITURE, LEADER, type Lines, RULE } from './lines.js';
import { type CellDraft, cellOf, goOnWith, joinRow, type RowDraft } from './row-drafts.js';
import { COLUMNED, type RowKinds, YEARS } from './row-kinds.js';
import { kindOf, NOTE, STROKES, VALUE, WORDS } from './segment-kinds.js';
import type { Segment } from './segments.js';
import type { TableLines } from './table-lines.js';
import { type Rule, ruleOf } from './table-rules.js';
import { goesOnBelow, isRestOfLabel } from './wrapped-labels.js';

/** A heading runs over no more lines. */
const MOST_STACKED = 6;

/** The rows of a table whose columns are parted by spaces. */
export function alignedRows(lines: Lines, kinds: RowKinds, table: TableLines): RowDraft[] {
  return new AlignedTable(lines, kinds, table).read();
}

class AlignedTable {
  private readonly lines: Lines;
  private readonly kinds: RowKinds;
  private readonly table: TableLines;
  private readonly columns: readonly Extent[];
  /** The columns as wide as what is drawn above them. */
  private readonly wide: readonly Extent[];
  private readonly rules = new Map<number, Rule>();
  private readonly rows: RowDraft[] = [];
  /** The headings of the lines above, one below the other, which make one heading for each column. */
  private stacked: RowDraft | null = null;
  /** The lines above that begin the label of the row to come. */
  private label: CellDraft | null = null;
  private labelIndent = 0;
  /** Where a line is drawn between the last row of values and the one to come, by column. */
  private drawn: Uint8Array;
  private lastData = -1;
  /** No label reaches further: leaders keep some distance to the first column. */
  private readonly labelWidth: number;

  constructor(lines: Lines, kinds: RowKinds, table: TableLines) {
    this.lines = lines;
    this.kinds = kinds;
    this.table = table;
    for (let line = table.start; line < table.end; line += 1) {
      if (lines.has(line, RULE)) this.rules.set(line, ruleOf(lines, line));
    }
    const rules = [...this.rules.values()].map(({ strokes }) => strokes);
    this.columns = columnsIn(lines, kinds, table, rules);
    this.wide = widened(this.columns, rules);
    this.labelWidth = (this.columns[0]?.from ?? 0) - (hasLeaders(lines, table) ? 2 : 0);
    this.drawn = new Uint8Array(this.columns.length + 1);
  }

  read(): RowDraft[] {
    for (let line = this.table.start; line < this.table.end; line += 1) {
      const rule = this.rules.get(line);
      if (rule !== undefined) this.draw(rule);
      else if (this.lines.has(line, BLANK)) this.closeHeadings();
      else if (this.lines.has(line, FURNITURE)) continue;
      else this.take(line);
    }
    this.closeHeadings();
    this.closeLabel();
    return this.rows;
  }

  private take(line: number): void {
    const segments = this.kinds.segmentsOf(line);
    if (this.kinds.isNumeric(line) || (this.rows.length > 0 && this.hasValue(line, segments))) {
      this.closeHeadings();
      this.addValues(line, segments);
    } else if (this.standsInColumns(line, segments)) this.addHeadings(line, segments);
    else this.addLabel(line, segments);
  }

  /** Words and values mixed, as in a table of loans: name, date, rate, amount. */
  private hasValue(line: number, segments: readonly Segment[]): boolean {
    return (
      this.kinds.kindOf(line) === COLUMNED && segments.some(({ kind }, index) => index > 0 && kind === VALUE)
    );
  }

  private standsInColumns(line: number, segments: readonly Segment[]): boolean {
    const kind = this.kinds.kindOf(line);
    if (kind === YEARS) return true;
    const first = this.columns[0];
    if (first === undefined) return false;
    const last = segments.at(-1);
    if (last === undefined || last.to <= first.from)
      return last !== undefined && segments.length > 1 && kind === COLUMNED && last.to + 3 > first.from;
    return segments.length > 1 || last.from >= Math.min(COLUMN_INDENT, first.from) - 1;
  }

  private addValues(line: number, segments: readonly Segment[]): void {
    const { stub, rest } = this.split(withoutMarks(segments, this.columns));
    const places = columnsFor(rest, this.columns);
    const cells = rest.map((segment, index) =>
      cellOf(segment, places[index] ?? 1, 1, segment.kind !== WORDS),
    );
    for (const cell of cells) if (this.drawn[cell.column] === 1) cell.above = 1;
    this.drawn.fill(0);
    const own = stub === null ? null : cellOf(stub, 0);
    const indent = this.label !== null ? this.labelIndent : this.lines.indent(line);
    if (this.label !== null && own !== null) goOnWith(this.label, own);
    const head = this.label ?? own;
    this.label = null;
    this.rows.push({ cells: head === null ? cells : [head, ...cells], indent });
    this.lastData = line;
  }

  /** The label of a row of values, and the rest; a label that reaches up to the first value is parted from it. */
  private split(segments: readonly Segment[]): {
    stub: Pick<Segment, 'start' | 'end'> | null;
    rest: readonly Segment[];
  } {
    const first = this.columns[0];
    let labels = 0;
    while (labels < segments.length && this.isLabel(segments, labels)) labels += 1;
    const last = segments[labels - 1];
    const begin = segments[0];
    if (last === undefined || begin === undefined) return { stub: null, rest: segments };
    const rest = segments.slice(labels);
    const tail =
      first !== undefined && last.to > first.from && rest.length < this.columns.length
        ? this.tailOf(last, first)
        : null;
    if (tail === null) return { stub: { start: begin.start, end: last.end }, rest };
    return { stub: { start: begin.start, end: tail.stubEnd }, rest: [tail.value, ...rest] };
  }

  private isLabel(segments: readonly Segment[], index: number): boolean {
    const segment = segments[index];
    const first = this.columns[0];
    if (segment === undefined || first === undefined) return true;
    if (segment.to <= first.from) return true;
    if (index > 0)
      return segment.kind === WORDS && this.columns.every((column) => distanceTo(segment, column) >= 0);
    return segment.from < first.from && (segment.kind === WORDS || segments.length > this.columns.length);
  }

  /** "… activities 1,234": the number at the end of a label that fills its column. */
  private tailOf(label: Segment, column: Extent): { stubEnd: number; value: Segment } | null {
    const { text, codes } = this.lines;
    const space = text.lastIndexOf(' ', label.end - 1);
    if (space <= label.start || label.kind !== WORDS || kindOf(text, codes, space + 1, label.end) !== VALUE)
      return null;
    const from = label.to - (label.end - space - 1);
    if (from < column.from - 3) return null;
    const sign = text.charAt(space - 1) === '$' && text.charAt(space - 2) === ' ' ? 2 : 0;
    const start = space + 1 - sign;
    return {
      stubEnd: start - 1,
      value: { start, end: label.end, from: from - sign, to: label.to, kind: VALUE },
    };
  }

  private addHeadings(line: number, segments: readonly Segment[]): void {
    this.closeLabel();
    const reaches = reachesOf(segments, this.wide, this.drawnBelow(line), this.lines.text);
    const cells: CellDraft[] = [];
    for (const [index, segment] of segments.entries()) {
      if (segment.kind === STROKES) continue;
      const reach = reaches[index] ?? null;
      const previous = cells.at(-1);
      if (reach !== null) cells.push(cellOf(segment, reach.column, reach.columns));
      else if (previous?.column === 0) previous.end = segment.end;
      else cells.push(cellOf(segment, 0));
    }
    if (cells.length === 0 || this.goesOnInRow(line, cells)) return;
    if (this.stacked !== null && !standBelow(this.stacked.cells, cells)) this.closeHeadings();
    if (this.stacked === null) this.stacked = { cells, indent: this.lines.indent(line) };
    else joinRow(this.stacked, cells);
  }

  private drawnBelow(line: number): DrawnBelow {
    const strokes = this.rules.get(line + 1)?.strokes ?? [];
    let below = line + 1;
    while (below < line + MOST_STACKED && !this.rules.has(below) && !this.lines.has(below, BLANK)) below += 1;
    return { strokes, further: this.rules.get(below)?.strokes ?? [] };
  }

  /** Words right below the words of a row of values go on with those: a title of two lines in a list of officers. */
  private goesOnInRow(line: number, cells: readonly CellDraft[]): boolean {
    const row = this.rows.at(-1);
    if (row === undefined || this.lastData !== line - 1 || this.stacked !== null) return false;
    const goesOn = cells.every(({ column }) =>
      row.cells.some((cell) => cell.column === column && !cell.isValue),
    );
    if (!goesOn) return false;
    joinRow(row, cells);
    this.lastData = line;
    return true;
  }

  private addLabel(line: number, segments: readonly Segment[]): void {
    this.closeHeadings();
    const [first, last] = [segments[0], segments.at(-1)];
    if (first === undefined || last === undefined) return;
    const cell = cellOf({ start: first.start, end: last.end }, 0);
    const data = this.rows.at(-1);
    const stub = data?.cells[0];
    if (
      this.lastData === line - 1 &&
      stub?.column === 0 &&
      isRestOfLabel(this.lines, line, data?.indent ?? 0)
    ) {
      goOnWith(stub, cell);
      this.lastData = line;
      return;
    }
    if (this.label === null) {
      this.label = cell;
      this.labelIndent = this.lines.indent(line);
    } else goOnWith(this.label, cell);
    const next = line + 1 < this.table.end && this.kinds.kindOf(line + 1) !== YEARS ? line + 1 : -1;
    if (next < 0 || !goesOnBelow(this.lines, line, next, this.labelWidth)) this.closeLabel();
  }

  private closeHeadings(): void {
    if (this.stacked !== null) this.rows.push(this.stacked);
    this.stacked = null;
  }

  private closeLabel(): void {
    if (this.label === null) return;
    this.rows.push({ cells: [this.label], indent: this.labelIndent });
    this.label = null;
    this.drawn.fill(0);
  }

  /** Strokes stand below the cells above them, and above those to come where values stand above them. */
  private draw({ strokes, weight }: Rule): void {
    this.closeHeadings();
    this.closeLabel();
    const row = this.rows.at(-1);
    if (row === undefined) return;
    const isBelow = touched(strokes, this.wide);
    for (const cell of row.cells) {
      if (cell.column > 0 && isBelow[cell.column - 1] === true)
        cell.below = Math.max(cell.below, weight) as 1 | 2;
    }
    // Below a double line a table begins anew.
    if (weight === 2 || !row.cells.some(({ isValue }) => isValue)) return;
    for (const [index, isTouched] of touched(strokes, this.columns).entries()) {
      if (isTouched) this.drawn[index + 1] = 1;
    }
  }
}

/** Whether headings make one heading with those of the line above: none stands over other columns than what is below it. */
function standBelow(above: readonly CellDraft[], below: readonly CellDraft[]): boolean {
  if (below.every(({ column }) => column === 0)) return false;
  return below.every((cell) =>
    above.every(
      ({ column, columns }) =>
        (column === cell.column && columns === cell.columns) ||
        column + columns <= cell.column ||
        cell.column + cell.columns <= column,
    ),
  );
}

function hasLeaders(lines: Lines, { start, end }: TableLines): boolean {
  for (let line = start; line < end; line += 1) if (lines.has(line, LEADER)) return true;
  return false;
}

/** Note marks go with what they stand behind, unless they stand where a value does. */
function withoutMarks(segments: readonly Segment[], columns: readonly Extent[]): readonly Segment[] {
  if (!segments.some(({ kind }) => kind === NOTE)) return segments;
  const kept: Segment[] = [];
  for (const segment of segments) {
    const previous = kept.at(-1);
    const place = segment.kind === NOTE ? columns.findIndex((column) => distanceTo(segment, column) < 0) : 0;
    const isFree =
      place >= 0 && (previous === undefined || distanceTo(previous, columns[place] ?? previous) >= 0);
    if (segment.kind !== NOTE || previous === undefined || isFree) kept.push(segment);
    else kept[kept.length - 1] = { ...previous, end: segment.end, to: segment.to };
  }
  return kept;
}
