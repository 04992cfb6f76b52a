import type { CurrencyCode } from '../../value/index.js';
import type { Row, Unit } from '../filing.js';
import type { HeaderBlock } from './header-columns.js';
import type { LabelUnit, LabelUnits } from './label-units.js';
import type { LogicalCell, LogicalRow } from './logical-rows.js';
import { isPrintedInFull, type TableUnits } from './table-units.js';

/** The unit and power of ten of a bare number. */
export interface NumberUnit {
  readonly unit: Unit | null;
  readonly scale: number;
}

/** What the cells of a row or a column print behind or before their numbers. */
interface Printed {
  percent: boolean;
  money: boolean;
  /** Holds a number that prints neither. */
  bare: boolean;
  /** Whether its first and its last number print "%": so does a column of percentages that prints it but twice. */
  first: boolean;
  last: boolean;
}

/** What a label tells, `lent` where an outer heading does. */
interface Telling extends LabelUnit {
  readonly lent?: boolean;
}

const UNTOLD: Telling = { kind: null, currency: null, scale: null };
const PERCENT: Telling = { kind: 'percent', currency: null, scale: null };

/**
 * The unit and scale of each cell, from what it prints, its column's headings, its row's labels and the table, in this
 * order: "Weighted-average exercise price" over a column settles what "Granted" leaves open.
 */
export class CellUnits {
  private readonly text: string;
  private readonly table: TableUnits;
  private readonly rows: readonly LabelUnit[];
  /** By the first row that the headings stand above. */
  private readonly columns = new Map<number, Telling[]>();
  private readonly labels: LabelUnits;
  /** The currency of the table, where it is in one. */
  private readonly money: CurrencyCode | null;
  private readonly mostRowsPrintMoney: boolean;
  private readonly printsMoney: boolean;
  private readonly byColumn: readonly (Printed | undefined)[];
  /** A column of rates ("5.25%") stands beside columns of amounts: what it prints says nothing of these. */
  private readonly isBesideRates: boolean;

  constructor(
    text: string,
    table: TableUnits,
    rows: readonly Row[],
    raw: readonly LogicalRow[],
    headings: readonly HeaderBlock[],
    labels: LabelUnits,
  ) {
    this.text = text;
    this.table = table;
    this.labels = labels;
    this.money = moneyOf(table.unit);
    this.mostRowsPrintMoney = mostRowsPrintMoney(text, rows, raw);
    this.rows = rows.map((row, index) => (row.kind === 'data' ? this.rowUnit(row, raw[index]) : UNTOLD));
    const byColumn = printedByColumn(text, rows, raw);
    this.byColumn = byColumn;
    this.isBesideRates =
      table.scale > 0 && byColumn.some((printed) => printed !== undefined && isOfRates(printed));
    this.printsMoney = byColumn.some((printed) => printed?.money);
    for (const { from, paths } of headings) {
      this.columns.set(
        from,
        paths.map((path, column) => this.columnUnit(path, byColumn[column])),
      );
    }
  }

  /** What a row states for all of its numbers. */
  ofRow(row: number): NumberUnit | null {
    const told = this.rows[row];
    return told === undefined || told.kind === null ? null : this.numberUnit(told, told.scale, 0);
  }

  ofColumn(block: HeaderBlock, column: number): NumberUnit | null {
    const told = this.columns.get(block.from)?.[column];
    return told === undefined || told.kind === null ? null : this.numberUnit(told, told.scale, 0);
  }

  /** Of the number in a cell, `from` to `to` in the text. */
  at(row: number, column: number, block: HeaderBlock, from: number, to: number): NumberUnit {
    const told = this.rows[row] ?? UNTOLD;
    const isOther = told === PERCENT && this.isBesideRates && this.byColumn[column]?.percent === false;
    const beside: Telling = isOther ? UNTOLD : told;
    const above = this.columns.get(block.from)?.[column] ?? UNTOLD;
    const wins = above.kind !== null && (above.kind !== 'money' || beside.kind === null) ? above : beside;
    const scale = wins.scale ?? (wins === above ? beside : above).scale;
    if (!isPerUnit(wins.kind) && wins.kind !== 'each' && printsMoney(this.text, from, to)) {
      return this.moneyUnit(wins.currency, wins.kind === 'share' ? null : scale);
    }
    // "Income allocation" below "Basic earnings per share": an amount without decimals is none per share.
    const isWhole = wins.lent === true && isPerUnit(wins.kind) && !this.text.slice(from, to).includes('.');
    if (isWhole) return this.numberUnit(UNTOLD, null, 0);
    if (wins.kind !== 'share') return this.numberUnit(wins, scale, 0);
    const isBroken = this.text.slice(from, to).includes('.');
    return this.numberUnit(wins, scale, digitsIn(this.text, from, to), isBroken);
  }

  /** Shares are counted whole: a number with a point is in the table's scale, whatever that says of shares. */
  private scaleOfShares(digits: number, isBroken: boolean): number {
    const { scale, shareScale } = this.table;
    if (isBroken && shareScale === 0) return scale;
    return isPrintedInFull(digits, shareScale) ? 0 : shareScale;
  }

  private moneyUnit(currency: CurrencyCode | null, scale: number | null): NumberUnit {
    const { table } = this;
    return { unit: currency ?? this.money ?? table.unit, scale: scale ?? table.scale };
  }

  /** `digits`: of a number of shares, those before its point. */
  private numberUnit(
    { kind, currency }: LabelUnit,
    scale: number | null,
    digits: number,
    isBroken = false,
  ): NumberUnit {
    const { table } = this;
    const money = currency ?? this.money;
    switch (kind) {
      case null:
      case 'maybe-share':
        return { unit: table.unit, scale: scale ?? table.scale };
      case 'money':
        return this.moneyUnit(currency, scale);
      case 'each':
        return { unit: money ?? table.unit, scale: 0 };
      case 'per-share':
      case 'per-ADS':
        return { unit: money === null ? null : `${money}/${kind === 'per-ADS' ? 'ADS' : 'share'}`, scale: 0 };
      case 'share':
        return {
          unit: 'share',
          scale: scale ?? this.scaleOfShares(digits, isBroken),
        };
      default:
        return { unit: kind, scale: kind === 'count' ? (scale ?? 0) : 0 };
    }
  }

  private rowUnit({ labelPath }: Row, raw: LogicalRow | undefined): LabelUnit {
    const values = raw === undefined ? [] : valuesOf(raw);
    let scale: number | null = null;
    for (let index = labelPath.length - 1; index >= 0; index -= 1) {
      const told = this.labels.of(labelPath[index] as string);
      scale ??= told.scale;
      const isOwn = index === labelPath.length - 1;
      if (told.kind === 'maybe-share') {
        if (isOwn && this.standsOutAsShares(labelPath[index] as string, values))
          return { ...told, kind: 'share', scale };
      } else if (told.kind !== null && this.mayBe(told.kind, labelPath[index] as string, values, isOwn))
        return { ...told, scale };
    }
    const printed = printedBy(this.text, values);
    return printed.percent && !printed.money && printed.bare && !this.table.statesMoney
      ? PERCENT
      : scale === null
        ? UNTOLD
        : { kind: null, currency: null, scale };
  }

  /** "Shares repurchased" is a number of shares in a table without money, and among rows that print its sign. */
  private standsOutAsShares(label: string, values: readonly LogicalCell[]): boolean {
    if (this.table.unit === null) return true;
    if (!/\bshares\b/i.test(label)) return false;
    const { money, bare } = printedBy(this.text, values);
    return bare && !money && this.mostRowsPrintMoney;
  }

  /**
   * Below "Net income per share:" stand amounts per share, with decimals, but sometimes the income as well; and its own
   * label may belong to the income that it is computed from.
   */
  private mayBe(
    kind: LabelUnit['kind'],
    label: string,
    values: readonly LogicalCell[],
    isOwn: boolean,
  ): boolean {
    if (!isPerUnit(kind)) return isOwn || kind !== 'money';
    const sign = isOwn ? ',' : '.';
    const numbers = values.filter(({ kind: held }) => held === 'number');
    const hold = numbers.filter(({ from, to }) => this.text.slice(from, to).includes(sign));
    if (!isOwn) return hold.length === numbers.length;
    const hasPoint = this.hasPoint(numbers);
    // "Fair value of options that vested 244 | 219" in a table in millions is what all of them were worth.
    return hasPoint || (hold.length === 0 && (this.table.scale === 0 || saysPer(label)));
  }

  private hasPoint(numbers: readonly LogicalCell[]): boolean {
    return numbers.some(({ from, to }) => this.text.slice(from, to).includes('.'));
  }

  private columnUnit(path: readonly string[], printed: Printed | undefined): Telling {
    let scale: number | null = null;
    for (let index = path.length - 1; index >= 0; index -= 1) {
      const told = this.labels.of(path[index] as string);
      scale ??= told.scale;
      if (told.kind === 'maybe-share') {
        if (printed?.money !== true && (this.table.unit === null || this.printsMoney))
          return { ...told, kind: 'share', scale };
      } else if (told.kind !== null) return { ...told, scale, lent: index < path.length - 1 };
    }
    const isPercent =
      printed?.percent === true &&
      !printed.money &&
      printed.bare &&
      (!this.table.statesMoney || (printed.first && printed.last && path.length > 0));
    return isPercent ? PERCENT : scale === null ? UNTOLD : { kind: null, currency: null, scale };
  }
}

/** "per share", "EPS", "price": said, not only meant. */
function saysPer(label: string): boolean {
  return SAYS_PER.test(label);
}

const SAYS_PER = /\bper\b|\beach\b|\bEPS\b|\/|\bprices?\b/i;

function isPerUnit(kind: LabelUnit['kind']): boolean {
  return kind === 'per-share' || kind === 'per-ADS';
}

function moneyOf(unit: Unit | null): CurrencyCode | null {
  return unit !== null && /^[A-Z]{3}$/.test(unit) && unit !== 'ADS' ? (unit as CurrencyCode) : null;
}

function printedByColumn(text: string, rows: readonly Row[], raw: readonly LogicalRow[]): Printed[] {
  const columns: Printed[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    if (rows[index]?.kind !== 'data') continue;
    for (const cell of (raw[index] as LogicalRow).cells) {
      if (cell.kind !== 'number') continue;
      const printed = columns[cell.column] ?? newPrinted();
      columns[cell.column] = printed;
      addPrinted(printed, text, cell.from, cell.to);
    }
  }
  return columns;
}

function mostRowsPrintMoney(text: string, rows: readonly Row[], raw: readonly LogicalRow[]): boolean {
  let lines = 0;
  let signed = 0;
  for (let index = 0; index < raw.length; index += 1) {
    if (rows[index]?.kind !== 'data') continue;
    lines += 1;
    if (rowPrintsMoney(text, raw[index] as LogicalRow)) signed += 1;
  }
  return 2 * signed >= lines;
}

function rowPrintsMoney(text: string, { cells }: LogicalRow): boolean {
  for (const { kind, column, from, to } of cells)
    if (kind === 'number' && column > 0 && printsMoney(text, from, to)) return true;
  return false;
}

/** The cells behind the label. */
function valuesOf({ cells }: LogicalRow): readonly LogicalCell[] {
  const first = cells.findIndex(({ column }) => column > 0);
  return first < 0 ? [] : first === 0 ? cells : cells.slice(first);
}

function printedBy(text: string, cells: LogicalRow['cells']): Printed {
  const printed = newPrinted();
  for (const { kind, from, to } of cells) if (kind === 'number') addPrinted(printed, text, from, to);
  return printed;
}

function isOfRates({ percent, money, bare }: Printed): boolean {
  return percent && !money && !bare;
}

function newPrinted(): Printed {
  return { percent: false, money: false, bare: false, first: false, last: false };
}

function addPrinted(printed: Printed, text: string, from: number, to: number): void {
  const isFirst = !printed.percent && !printed.money && !printed.bare;
  const isMoney = printsMoney(text, from, to);
  printed.last = !isMoney && printsPercent(text, from, to);
  if (isFirst) printed.first = printed.last;
  if (isMoney) printed.money = true;
  else if (printed.last) printed.percent = true;
  else printed.bare = true;
}

/** Whether a sign of money, or letters that may be one, stand before the first digit. */
function printsMoney(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return false;
    if (code === 0x24 || (code >= 0x41 && code <= 0x7a) || code === 0xa3 || code === 0xa5 || code === 0xffe5)
      return true;
    if (code >= 0x20a0 && code <= 0x20bf) return true;
  }
  return false;
}

function printsPercent(text: string, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at -= 1) if (text.charCodeAt(at) === 0x25) return true;
  return false;
}

/** Digits before the point. */
function digitsIn(text: string, from: number, to: number): number {
  let digits = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2e) break;
    if (code >= 0x30 && code <= 0x39) digits += 1;
  }
  return digits;
}
