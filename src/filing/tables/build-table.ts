import type { RateUnit } from '../../value/index.js';
import { type MentionOptions, readCurrencyAndScale, readMentions, readRateUnit } from '../figures/index.js';
import type { Cell, Row, RowKind, Table, Unit } from '../filing.js';
import { placeAt } from '../place.js';
import type { Line } from '../read/lines.js';
import { isNumericText } from '../read/table-lines.js';
import { headingColumns } from './header-columns.js';
import { isYearHeading, withoutNoteMark } from './notes.js';
import { type RawCell, type RawRow, rowsOf } from './row-cells.js';

/** What is known of a table before its figures are read. */
export type TableShape = Pick<Table, 'rows' | 'columns' | 'scale' | 'unit'>;

/** Finds the grid, headings, groups, unit and scale of a table; `context` is its caption and the lines beside it. */
export function buildTable(
  source: string,
  lines: readonly Line[],
  context: readonly string[],
  options: MentionOptions,
): TableShape {
  const raw = rowsOf(lines);
  const kinds = rowKinds(raw);
  const rows = labelledRows(source, raw, kinds);
  const headings = headingColumns(rows, columnCount(raw));
  const columns = headings.map(({ labelPath }) => ({
    labelPath: labelPath.filter((label) => !statesUnit(label, options)),
  }));
  const stated = [...context, ...rows.filter(({ kind }) => kind !== 'data').map(rowText)];
  return { rows, columns, ...unitAndScale(stated, rows, options) };
}

/** "(in millions of yen)" says how to read the numbers below, not what they are. */
function statesUnit(label: string, options: MentionOptions): boolean {
  return /^\(.*\)$/.test(label) && readCurrencyAndScale(label, options) !== null;
}

function columnCount(rows: readonly RawRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, (cells.at(-1)?.column ?? 0) + 1), 0);
}

/** Rows that carry numbers are data; before the first of them, and wherever only words stand in columns, headings. */
function rowKinds(rows: readonly RawRow[]): RowKind[] {
  const kinds = rows.map(kindAlone);
  const firstData = kinds.indexOf('data');
  const lastHeading = kinds.lastIndexOf('header', firstData);
  return kinds.map((kind, index) => (kind === 'group' && index < lastHeading ? 'header' : kind));
}

function kindAlone({ cells }: RawRow): RowKind {
  const values = cells.filter(({ column }) => column > 0);
  if (values.length === 0) return 'group';
  const numbers = values.filter(({ text }) => isNumericText(text));
  if (numbers.length === 0) return 'header';
  const years = values.every(({ text }) => isYearHeading(text));
  return years ? 'header' : 'data';
}

/** A group of rows while its table is read. */
interface Group {
  readonly label: string;
  readonly indent: number;
  /** Whether a row below stands further right: then one that does not is outside. */
  indents: boolean;
}

/** Gives each row the labels of the groups it stands in: a group ends where a row stands further left, or as far left once its own rows are indented. */
function labelledRows(source: string, raw: readonly RawRow[], kinds: readonly RowKind[]): Row[] {
  const groups: Group[] = [];
  return raw.map(({ cells, indent }, row) => {
    const kind = kinds[row] ?? 'data';
    const label = withoutNoteMark(cells.find(({ column }) => column === 0)?.text ?? '');
    while (endsHere(groups.at(-1), indent, kind)) groups.pop();
    for (const group of groups) group.indents ||= indent > group.indent;
    if (kind === 'group') groups.push({ label, indent, indents: false });
    const above = groups.map((group) => group.label);
    const labelPath = kind === 'data' && label !== '' ? [...above, label] : above;
    return { kind, label, labelPath, cells: cells.map((cell) => cellOf(source, cell, row)) };
  });
}

function endsHere(group: Group | undefined, indent: number, kind: RowKind): boolean {
  if (group === undefined || indent > group.indent) return false;
  return indent < group.indent || kind === 'group' || group.indents;
}

function cellOf(source: string, { start, end, column, columns }: RawCell, row: number): Cell {
  return { ...placeAt(source, start, end), row, column, columns };
}

function rowText(row: Row): string {
  return row.cells.map(({ text }) => text).join(' ');
}

/** The first statement of a rate, else of currency and scale; else the currency that the cells themselves print. */
function unitAndScale(
  stated: readonly string[],
  rows: readonly Row[],
  options: MentionOptions,
): { unit: Unit | null; scale: number } {
  for (const text of stated) {
    const rate = readRateUnit(text, options);
    if (rate !== null) return { unit: rate, scale: 0 };
  }
  for (const text of stated) {
    const found = readCurrencyAndScale(text, options);
    if (found !== null)
      return { unit: found.currency ?? printedUnit(rows, options), scale: found.scale ?? 0 };
  }
  return { unit: printedUnit(rows, options), scale: 0 };
}

/** The unit of the only kind that cells print with their own sign, or null where they print none or several. */
function printedUnit(rows: readonly Row[], options: MentionOptions): Unit | null {
  const units = new Set<Unit>();
  for (const { kind, cells } of rows) {
    if (kind !== 'data') continue;
    for (const { text, column } of cells) {
      if (column === 0 || !/[^\d\s.,()-]/.test(text)) continue;
      for (const { role, unit } of readMentions(text, options)) {
        if (role === 'amount' && isCurrencyOrRate(unit)) units.add(unit);
      }
    }
  }
  const [unit] = units;
  return units.size === 1 ? (unit ?? null) : null;
}

function isCurrencyOrRate(unit: Unit): unit is RateUnit {
  return /^[A-Z]{3}(?:\/[A-Z]{3})?$/.test(unit);
}
