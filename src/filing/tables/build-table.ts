import type { CurrencyCode } from '../../value/index.js';
import type { MentionOptions } from '../figures/index.js';
import type { Column, Row, Table, Unit } from '../filing.js';
import type { Layout, RawTable } from '../read/layout.js';
import { CellUnits } from './cell-units.js';
import { type HeaderBlock, headerBlocks } from './header-columns.js';
import type { LabelTimes } from './label-times.js';
import type { LabelUnits } from './label-units.js';
import { type LogicalRow, logicalRows } from './logical-rows.js';
import { labelledRows, type UnitlessRow } from './row-groups.js';
import { rowKinds } from './row-kinds.js';
import {
  isCurrencyOrRate,
  printedUnit,
  type StatedUnits,
  type TableUnits,
  type UnitStatements,
} from './table-units.js';

/** What is known of a table before its figures are read. */
export type TableShape = Pick<Table, 'rows' | 'columns' | 'scale' | 'unit'>;

/** The shape, with what reading its figures needs. */
export interface ShapeReading {
  readonly shape: TableShape;
  /** The cells' ranges in the text of the layout. */
  readonly rows: readonly LogicalRow[];
  /** Headings change where a table prints new ones further down. */
  readonly headings: readonly HeaderBlock[];
  readonly units: TableUnits;
  readonly cellUnits: CellUnits;
}

/** The readers that all tables of a document share: each label and line is read once. */
export interface TableReaders {
  readonly options: MentionOptions;
  readonly statements: UnitStatements;
  readonly labels: LabelUnits;
  readonly times: LabelTimes;
  /** What amounts are in where nothing says so. */
  readonly currency: CurrencyCode | null;
}

/** What surrounds a table. */
export interface Surroundings {
  /** Its caption and the lines before it, nearest first. */
  readonly lines: readonly string[];
  /** The notes below it. */
  readonly notes: readonly string[];
  /** What its section or document states for all tables. */
  readonly inherited: StatedUnits | null;
  /** What the table above in its section states for itself. */
  readonly nearby: StatedUnits | null;
  /** The table right above, nothing between: one without headings goes on under those of that. */
  readonly continued: Pick<ShapeReading, 'units' | 'headings'> | null;
}

/** Finds the grid, headings, groups, unit and scale of a table. */
export function buildTable(
  layout: Layout,
  table: RawTable,
  { lines, notes, inherited, nearby, continued }: Surroundings,
  readers: TableReaders,
): ShapeReading {
  const { text } = layout;
  const raw = logicalRows(text, table);
  const unitless = labelledRows(layout, raw, rowKinds(text, raw));
  const own = statedIn(lines, [...notes, ...headerLines(unitless, readers)], readers);
  const signed = printedUnit(text, raw, unitless, readers.statements);
  // What others say of money, or of their own amounts, holds here only where a sign tells that these are money too.
  const general = signed === null && inherited?.unit != null ? null : inherited;
  const others = continued?.units ?? general ?? (signed === null ? null : nearby);
  const stated = own.scale === null ? withInherited(own, others) : own;
  // A currency that is only named ("notes in euros") gives way to the sign that cells print.
  const named = own.isOnlyNamed && signed !== null ? signed : stated.unit;
  const unit = named ?? signed ?? unsaidCurrency(own, lines, readers);
  const isOfShares = signed === null && own.unit === null && OF_SHARES.test(lines[0] ?? '');
  const units: TableUnits = {
    unit: isOfShares ? 'share' : unit,
    scale: unit?.includes('/') ? 0 : isOfShares ? (own.scale ?? own.shareScale ?? 0) : (stated.scale ?? 0),
    shareScale: stated.shareScale ?? 0,
    statesMoney: own.scale !== null || own.unit !== null,
    isOfRates: OF_RATES.test(lines[0] ?? ''),
  };
  const printed = continuedHeadings(headerBlocks(unitless, columnCount(raw)), continued?.headings);
  const cellUnits = new CellUnits(text, units, unitless, raw, printed, readers.labels);
  const headings = printed.map((block) => withoutStatements(block, readers));
  const [leading] = headings;
  return {
    shape: {
      rows: withOwnUnits(unitless, cellUnits),
      columns: (leading?.paths ?? []).map((labelPath, column): Column => {
        const { unit, scale } = (leading && cellUnits.ofColumn(leading, column)) ?? NOTHING;
        return { labelPath, unit, scale };
      }),
      unit,
      scale: units.scale,
    },
    rows: raw,
    headings,
    units,
    cellUnits,
  };
}

/** Set in place: a row is the larger part of a table, and copying it costs as much as making it. */
function withOwnUnits(rows: readonly UnitlessRow[], cellUnits: CellUnits): readonly Row[] {
  for (let index = 0; index < rows.length; index += 1) {
    const own = cellUnits.ofRow(index);
    if (own === null) continue;
    const row = rows[index] as UnitlessRow;
    row.unit = own.unit;
    row.scale = own.scale;
  }
  return rows;
}

const OF_RATES = /\brates?\b|\bpercent/i;
/** A caption over numbers of shares: "changes in each class of shares", "RSU activity". */
const OF_SHARES =
  /^(?!.*(?:value|price|amount|cost|expense|dollar|[$€£¥])).*(?:\b(?:number|class(?:es)?|activity|changes|summary|transactions)\b.{0,60}\b(?:shares|RSUs?|PSUs?|units|options|awards|common stock outstanding)\b|\b(?:stock units?|RSUs?|PSUs?|stock options?|awards) (?:activity|transactions)\b|\banti-?dilutive\b|\b(?:authorized|issued|outstanding),? (?:and (?:issued|outstanding) )?shares\b|\bshares\b.{0,80}\b(?:outstanding|issued|authorized|excluded)\b)/i;
/** What is counted in thousands and is no money. */
const OF_VOLUMES =
  /\b(?:barrels|tons|tonnes|ounces|gallons|pounds|units|vehicles|subscribers|customers|employees|square (?:feet|meters)|acres|megawatts|kilowatts?|volumes?|shares|cubic)\b/i;

/** A scale without a currency, "(in millions)", is of the document's. */
function unsaidCurrency(
  { scale }: StatedUnits,
  lines: readonly string[],
  { currency }: TableReaders,
): CurrencyCode | null {
  const isMoney = scale !== null && scale > 0 && !lines.slice(0, 2).some((line) => OF_VOLUMES.test(line));
  return isMoney ? currency : null;
}

const NOTHING = { unit: null, scale: null };

function withInherited(
  own: StatedUnits,
  inherited: (Omit<StatedUnits, 'unit'> & { unit: Unit | null }) | null,
): StatedUnits {
  if (inherited === null) return own;
  const { unit, scale, shareScale } = inherited;
  return {
    unit:
      own.unit ??
      (unit !== null && isCurrencyOrRate(unit) && !unit.includes('/') ? (unit as CurrencyCode) : null),
    scale,
    shareScale: own.shareScale ?? shareScale,
  };
}

/** "(in millions of yen)" says how to read the numbers below, not what they are. */
function withoutStatements({ from, paths }: HeaderBlock, { statements }: TableReaders): HeaderBlock {
  const says = (label: string) =>
    label.startsWith('(') && label.endsWith(')') && statements.of(label) !== null;
  return {
    from,
    paths: paths.map((path) => (path.some(says) ? path.filter((label) => !says(label)) : path)),
  };
}

/** A table without headings that goes on from the one above, column by column, has its headings. */
function continuedHeadings(
  own: HeaderBlock[],
  above: readonly HeaderBlock[] | undefined,
): readonly HeaderBlock[] {
  const [first, ...later] = own;
  const last = above?.at(-1);
  const isBare = first?.paths.every((path) => path.length === 0) === true;
  return isBare && last !== undefined && last.paths.length === first.paths.length
    ? [{ from: 0, paths: last.paths }, ...later]
    : own;
}

function columnCount(rows: readonly LogicalRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, (cells.at(-1)?.column ?? 0) + 1), 0);
}

/**
 * What headings and groups say for the whole table: a heading over some columns that states their scale, such as
 * "Options (in thousands)" beside "Aggregate value (in millions)", speaks of those alone where another says otherwise.
 */
function headerLines(rows: readonly Row[], { statements, labels }: TableReaders): string[] {
  const headers = rows.filter(({ kind }) => kind !== 'data');
  const scales = new Set<number>();
  let ofShares = false;
  for (const { cells } of headers) {
    for (const { text, column } of cells) {
      const scale = column === 0 || cells.length === 1 ? null : (statements.of(text)?.scale ?? null);
      if (scale === null) continue;
      scales.add(scale);
      ofShares ||= labels.of(text).kind === 'share';
    }
  }
  const isForSome = scales.size > 1 || ofShares || isOfOneColumn(headers, statements);
  return headers.map(({ cells }) =>
    (isForSome && cells.length > 1 ? cells.filter(({ column }) => column === 0) : cells)
      .map(({ text }) => text)
      .join(' '),
  );
}

/**
 * "Shares | Average price | Aggregate value (in thousands)": a scale behind the name of a single column among several is
 * of that column.
 */
function isOfOneColumn(headers: readonly Row[], statements: UnitStatements): boolean {
  return headers.some(({ cells }) => {
    const columns = cells.filter(({ column }) => column > 0);
    const scaled = columns.filter(({ text }) => statements.of(text)?.scale != null);
    return columns.length >= FEWEST_COLUMNS && scaled.length === 1 && isNamed(scaled[0]?.text ?? '');
  });
}

const FEWEST_COLUMNS = 3;

/** Whether a heading has words before the bracket that it states its scale in. */
function isNamed(heading: string): boolean {
  return heading.indexOf('(') > 2;
}

/** What a table states itself. */
interface OwnUnits extends StatedUnits {
  /** Its currency stands without a scale. */
  readonly isOnlyNamed: boolean;
}

/**
 * The first statement of a rate, else of currency and scale, each where it is first stated. Of the lines above only the
 * caption tells a rate, and none does where the headings state money: "translated at ¥106.20 per U.S. $1.00".
 */
function statedIn(
  lines: readonly string[],
  headers: readonly string[],
  { statements }: TableReaders,
): OwnUnits {
  const above = lines.map((line) => statements.of(line));
  const within = headers.flatMap((line) => statements.of(line) ?? []);
  const isMoney = within.some(({ unit, scale }) => scale !== null && unit?.includes('/') !== true);
  const found = [...above, ...within].filter((each) => each !== null);
  const rate = isMoney ? undefined : [above[0], ...within].find((each) => each?.unit?.includes('/'));
  if (rate !== undefined && rate !== null) return { ...rate, isOnlyNamed: false };
  const money = found.filter(({ unit }) => unit?.includes('/') !== true);
  const scaled = money.find(({ scale }) => scale !== null);
  // A line further up that names dollars without a scale speaks of something else.
  const unit =
    scaled?.unit ??
    [above[0], ...within].find((each) => each?.unit != null && !each.unit.includes('/'))?.unit ??
    null;
  const shares = money.find(({ shareScale }) => shareScale !== null);
  const isOnlyNamed = scaled?.unit == null && unit !== null;
  return { unit, scale: scaled?.scale ?? null, shareScale: shares?.shareScale ?? null, isOnlyNamed };
}
