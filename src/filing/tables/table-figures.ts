import type { Period } from '../../value/index.js';
import {
  type CellOptions,
  type FiscalYear,
  type Mention,
  type MentionOptions,
  readCell,
  readMentions,
} from '../figures/index.js';
import type { Cell, Row, Unit } from '../filing.js';
import type { FoundFigures } from '../number-figures.js';
import type { Layout, RawCell } from '../read/layout.js';
import { CellLabels } from './cell-labels.js';
import { CellPeriods } from './cell-periods.js';
import { blockOf, type HeaderBlock } from './header-columns.js';
import { amountInLabel, type LabelAmountTime, labelAmountTime } from './label-amounts.js';
import { isListed, type ListedKind, listedNumbers } from './listed-numbers.js';
import type { LogicalCell } from './logical-rows.js';
import type { TableReading } from './read-tables.js';
import { StatementPeriods } from './statement-periods.js';

/** Adds every figure of a table, row by row: amounts in its data cells and in the labels of rows, labels in headings. */
export function tableFigures(
  found: FoundFigures,
  layout: Layout,
  reading: TableReading,
  fiscalYear: FiscalYear | null,
  options: MentionOptions,
): void {
  const { table, rows, headings } = reading;
  const periods = new LazyPeriods(reading, fiscalYear);
  const labels = new CellLabels();
  const shared = new SharedOptions(options);
  const [leading] = headings;
  const listed = leading === undefined ? [] : listedNumbers(layout.text, table, rows, leading);
  for (let index = 0; index < table.rows.length; index += 1) {
    const row = table.rows[index] as Row;
    const block = blockOf(headings, index);
    for (let position = 0; position < row.cells.length; position += 1) {
      const cell = row.cells[position] as Cell;
      const raw = rows[index]?.cells[position];
      if (raw === undefined) continue;
      const kind = isRaisedMark(raw) ? 'footnote-mark' : (listed[cell.column] ?? null);
      if (row.kind !== 'data' || cell.column === 0)
        addHeadings(found, raw, reading, row, cell, periods, kind !== null, options);
      else if (kind !== null && isListed(raw, kind)) addListed(found, raw, reading, row, cell, kind, options);
      else addValues(found, raw, reading, row, cell, block, labels, periods, shared);
    }
  }
}

/** A raised "(3)" in a cell of its own points at a note, whatever stands above it. */
function isRaisedMark({ kind, raised, from, to }: LogicalCell): boolean {
  if (kind !== 'words' || to - from > LONGEST_MARK) return false;
  const [first] = raised;
  return first !== undefined && first.from <= from && first.to >= to;
}

const LONGEST_MARK = 4;

/** Tells when the figures of a table hold. */
interface TablePeriods {
  at(row: number, column: number): Period | null;
  /** Of an amount in the label of a row. */
  ofLabelAmount(row: number, time: LabelAmountTime): Period | null;
}

/** Most tables of words hold no amount, and need no periods. */
class LazyPeriods implements TablePeriods {
  private readonly reading: TableReading;
  private readonly fiscalYear: FiscalYear | null;
  private known: TablePeriods | null = null;

  constructor(reading: TableReading, fiscalYear: FiscalYear | null) {
    this.reading = reading;
    this.fiscalYear = fiscalYear;
  }

  at(row: number, column: number): Period | null {
    this.known ??= periodsOf(this.reading, this.fiscalYear);
    return this.known.at(row, column);
  }

  ofLabelAmount(row: number, time: LabelAmountTime): Period | null {
    this.known ??= periodsOf(this.reading, this.fiscalYear);
    return this.known.ofLabelAmount(row, time);
  }
}

/**
 * In a table of rates, and in an excerpt that does not say which year it reports, a period is told only where labels
 * tell it beyond doubt.
 */
function periodsOf(
  { table, headings, lines, event, times, readers }: TableReading,
  fiscalYear: FiscalYear | null,
): TablePeriods {
  return times === null || table.unit?.includes('/') === true
    ? new CellPeriods(table, fiscalYear)
    : new StatementPeriods(table, headings, { lines, event }, times, readers.times);
}

function addValues(
  found: FoundFigures,
  raw: RawCell,
  { table, cellUnits }: TableReading,
  row: Row,
  cell: Cell,
  block: HeaderBlock,
  labels: CellLabels,
  periods: TablePeriods,
  options: SharedOptions,
): void {
  const { unit, scale } = cellUnits.at(cell.row, cell.column, block, raw.from, raw.to);
  const mentions = readCell(cell.text, options.in(unit, scale));
  for (let index = 0; index < mentions.length; index += 1) {
    const mention = mentions[index] as Mention;
    const isAmount = mention.role === 'amount';
    const stated = unitInTable(mention.unit, table.unit);
    const period = isAmount ? periods.at(cell.row, cell.column) : null;
    const label = isAmount ? labels.at(row, block, cell.column) : (mention.labelKind ?? 'label');
    const where = { table: table.id, row: cell.row, column: cell.column };
    found.add(mention, raw.from, index, mention.role, stated, period, label, where, cell);
  }
}

/** What a cell is read with. Cells side by side mostly have one unit and scale, and share it. */
class SharedOptions {
  private readonly options: MentionOptions;
  private last: CellOptions;

  constructor(options: MentionOptions) {
    this.options = options;
    this.last = { ...options, unit: null, scale: 0 };
  }

  in(unit: Unit | null, scale: number): CellOptions {
    if (this.last.unit !== unit || this.last.scale !== scale) this.last = { ...this.options, unit, scale };
    return this.last;
  }
}

/** In a table of rates, "¥134.77" is a rate as its neighbours without a sign are. */
function unitInTable(printed: Unit, stated: Unit | null): Unit {
  return stated?.startsWith(`${printed}/`) ? stated : printed;
}

function addHeadings(
  found: FoundFigures,
  raw: RawCell,
  { table, units }: TableReading,
  row: Row,
  cell: Cell,
  periods: TablePeriods,
  isOfList: boolean,
  options: MentionOptions,
): void {
  const mayHoldAmounts = row.kind !== 'header' && cell.column === 0 && !isOfList;
  const mentions = readMentions(cell.text, options);
  for (let index = 0; index < mentions.length; index += 1) {
    const read = mentions[index] as Mention;
    const mention = mayHoldAmounts
      ? amountInLabel(read, cell.text, units, table.columns[0]?.unit ?? null)
      : read;
    const isOfDocument = isDateOfDocument(mention, cell.text);
    const isAmount = (mayHoldAmounts && mention.role === 'amount') || isOfDocument;
    const period =
      isAmount && !isOfDocument
        ? periods.ofLabelAmount(cell.row, labelAmountTime(cell.text, mentions, index))
        : null;
    const label = isAmount ? row.label : (mention.labelKind ?? 'heading');
    const where = { table: table.id, row: cell.row, column: cell.column };
    found.add(mention, raw.from, index, isAmount ? 'amount' : 'label', mention.unit, period, label, where);
  }
}

const LENGTH_OF_DAY = 10;

/** "Bylaws (… Form 8-K filed September 20, 2024)" in a list of exhibits: a day that tells of a document heads nothing. */
function isDateOfDocument({ unit, value, start }: Mention, text: string): boolean {
  return (
    unit === 'date' &&
    value.length === LENGTH_OF_DAY &&
    start > 0 &&
    OF_DOCUMENT.test(text.slice(Math.max(0, start - LONGEST_LEAD), start))
  );
}

const LONGEST_LEAD = 70;
const OF_DOCUMENT =
  /\b(?:dated|filed|effective|entered\sinto)(?:\swith\sthe\s(?:SEC|Commission|Securities\sand\sExchange\sCommission))?(?:\sas\sof|\sof|\son)?\s{0,9}$/i;

/** Numbers that point or name are labels; among them a whole date stays one, as does a year where the column tells when. */
function addListed(
  found: FoundFigures,
  raw: RawCell,
  { table }: TableReading,
  row: Row,
  cell: Cell,
  kind: ListedKind,
  options: MentionOptions,
): void {
  const mentions = readMentions(cell.text, options);
  for (let index = 0; index < mentions.length; index += 1) {
    const mention = mentions[index] as Mention;
    const isDate = mention.unit === 'date' && (kind === 'date' || mention.value.length === LENGTH_OF_DAY);
    const label = isDate ? row.label : (mention.labelKind ?? kind);
    const where = { table: table.id, row: cell.row, column: cell.column };
    found.add(mention, raw.from, index, isDate ? 'amount' : 'label', mention.unit, null, label, where);
  }
}
