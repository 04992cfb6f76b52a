import {
  type Day,
  instantAt,
  isInstant,
  isYear,
  lastDayOf,
  type Period,
  plusDays,
  samePeriod,
  spanOf,
} from '../../value/index.js';
import { fiscalYearEnd, readPeriodParts, snapped, yearEndBefore, yearEndingOn } from '../figures/index.js';
import type { Row, Table } from '../filing.js';
import { leanOfColumn, leanOfRow, leanOfTable, leansOfTotals, STRONG } from './balance-lean.js';
import { columnTimes } from './column-times.js';
import { blockOf, type HeaderBlock } from './header-columns.js';
import type { LabelAmountTime } from './label-amounts.js';
import type { LabelTimes, RowEnd } from './label-times.js';
import { NO_TIME, type Time, type TimeReader } from './time-reader.js';
import { isOfOriginations, yearColumnOf } from './years-apart.js';

/** What surrounds a table, as far as it tells when its figures hold. */
export interface TimeSurroundings {
  /** The caption and the lines above, nearest first. */
  readonly lines: readonly string[];
  /** The day that something was acquired on, for a table of what was paid for it or what it held. */
  readonly event: Day | null;
}

interface RowTelling {
  readonly time: Time;
  /** It names the day of a balance. */
  readonly isBalance: boolean;
  readonly end: RowEnd;
  readonly lean: number;
  readonly settled: boolean;
}

interface ColumnTelling {
  readonly time: Time;
  readonly end: RowEnd;
  readonly lean: number;
}

interface BlockTelling {
  readonly columns: readonly ColumnTelling[];
  /** "Balance at beginning | Additions | Balance at end": what stands between happened over the period. */
  readonly rollsAcross: boolean;
}

const NO_COLUMN: ColumnTelling = { time: NO_TIME, end: null, lean: 0 };
const NO_BLOCK: BlockTelling = { columns: [], rollsAcross: false };
const PAID = /\bconsideration\b|\bpurchase price\b|\bpaid\b/i;
/** How far below a label the figures stand that it goes with. */
const NEAR_ROWS = 8;

/**
 * The periods of cells as a careful reader of a report tells them: years and dates from headings, rows and the lines
 * above; whether at a day or over a year from what the labels speak of. Where nothing says when, it is the year that
 * is reported.
 */
export class StatementPeriods {
  private readonly rows: readonly Row[];
  private readonly headings: readonly HeaderBlock[];
  private readonly reader: TimeReader;
  private readonly labels: LabelTimes;
  private readonly context: Time;
  private readonly lean: number;
  private readonly event: Day | null;
  private readonly isOfMaturities: boolean;
  private readonly isOfOriginations: boolean;
  /** The column in which each row prints its year; null where none does. */
  private readonly yearColumn: number | null;
  /** By row, how the total speaks that it is added to. */
  private readonly totals: readonly number[];
  /** By row, the time that a row above it told for all below, or that of the balances around it. */
  private readonly eras: readonly (Time | null)[];
  private readonly stretches: readonly (Time | null)[];
  private readonly blocks = new Map<HeaderBlock, BlockTelling>();
  private lastBlock: HeaderBlock | null = null;
  private lastTelling: BlockTelling = NO_BLOCK;
  private readonly tellings: RowTelling[] = [];

  constructor(
    table: Pick<Table, 'rows' | 'caption'>,
    headings: readonly HeaderBlock[],
    { lines, event }: TimeSurroundings,
    reader: TimeReader,
    labels: LabelTimes,
  ) {
    this.rows = table.rows;
    this.headings = headings;
    this.reader = reader;
    this.labels = labels;
    const told = reader.ofLines(lines);
    this.event = event;
    this.context = event === null ? told : { period: instantAt(event), kind: 'instant' };
    this.isOfOriginations = isOfOriginations(lines, headings);
    this.yearColumn = yearColumnOf(table.rows);
    this.totals = leansOfTotals(table.rows);
    this.isOfMaturities = reader.areMaturities(table.rows);
    this.eras = this.erasByRow();
    this.stretches = this.stretchesByRow();
    const rollsForward = table.rows.some(
      ({ kind, label }) => kind === 'data' && labels.endOf(label) === 'begin',
    );
    this.lean = leanOfTable(table, lines, told.kind, rollsForward);
  }

  at(index: number, column: number): Period | null {
    const row = this.rows[index];
    if (row === undefined) return null;
    const block = this.blockAt(index);
    const above = block.columns[column] ?? NO_COLUMN;
    if (this.isOfMaturities) return this.balanceOf(above.time);
    const beside = this.tellingOf(index, row);
    if (beside.isBalance && !block.rollsAcross && this.prevails(row, above.time)) return beside.time.period;
    const base = this.baseOf(index, above.time, beside.time);
    const end = beside.end ?? above.end;
    if (end !== null) return this.reader.instantAt(this.endOf(base.period, end));
    // What is paid for a business comes about on the day, what is acquired is there on it.
    if (this.event !== null && base.period === this.context.period && PAID.test(row.label))
      return spanOf(this.event, this.event);
    return this.settled(base, this.leanAt(above, beside, block));
  }

  /** The day of a balance in a row's label says when, unless the columns do: "shares issued as of …" under two years. */
  private prevails({ label }: Row, above: Time): boolean {
    return above.period === null || above.isFromStub === true || this.reader.saysOnlyWhen(label);
  }

  /** The balance-sheet date of a column of what falls due later. */
  private balanceOf({ period }: Time): Period {
    return period === null || this.reader.isFuture(period)
      ? this.latest()
      : this.reader.instantAt(lastDayOf(period));
  }

  /** Of an amount in a row's label: when its words say, else that of the figure that it stands beside. */
  ofLabelAmount(index: number, time: LabelAmountTime): Period | null {
    if ('day' in time) return this.reader.together([readPeriodParts(`as of ${time.day}`)]).period;
    const beside = this.besideLabel(index);
    if ('column' in time) return beside[time.column] ?? beside[0] ?? null;
    const { calendar } = this.reader;
    const end = fiscalYearEnd(time.year, calendar);
    return beside.find((period) => lastDayOf(period) === end) ?? yearEndingOn(end, calendar);
  }

  /** The periods of the figures in a row, each once; of a row without any, those of the first row below that has some. */
  private besideLabel(index: number): Period[] {
    const found: Period[] = [];
    for (let row = index; row < this.rows.length && row < index + NEAR_ROWS && found.length === 0; row += 1) {
      const { kind = 'header', cells = [] } = this.rows[row] ?? {};
      if (kind === 'header') continue;
      for (const { column } of cells.slice(0, MOST_COLUMNS)) {
        const period = column === 0 ? null : this.at(index, column);
        if (period !== null && !found.some((other) => samePeriod(other, period))) found.push(period);
      }
    }
    return found;
  }

  /** The column's time; else the row's; else that of the balances around it; else what the lines above say. */
  private baseOf(index: number, above: Time, beside: Time): Time {
    const { context } = this;
    const quarter =
      above.period !== null && beside.quarter !== undefined
        ? this.reader.quarterWithin(above.period, beside.quarter)
        : null;
    if (quarter !== null) return { period: quarter, kind: 'span' };
    if (above.period !== null && this.reader.isFuture(above.period))
      return { period: context.period ?? this.latest(), kind: 'instant' };
    if (above.period !== null && above.isFromStub !== true)
      return above.kind === null && beside.period !== null && beside.kind !== null ? beside : above;
    if (beside.period !== null) return { period: beside.period, kind: beside.kind ?? above.kind };
    const era = this.eras[index] ?? null;
    if (era !== null) return { ...era, kind: era.kind ?? above.kind };
    if (above.period !== null) return above;
    return (
      this.stretches[index] ?? { period: context.period ?? this.latest(), kind: above.kind ?? context.kind }
    );
  }

  private latest(): Period {
    return this.reader.instantAt(this.reader.calendar.latest);
  }

  private endOf(period: Period | null, end: 'begin' | 'end'): Day {
    const { calendar } = this.reader;
    const last = period === null ? calendar.latest : lastDayOf(period);
    if (end === 'end') return last;
    if (period !== null && !isInstant(period)) return plusDays(period.start, -1);
    return yearEndBefore(snapped(last, calendar), calendar);
  }

  private settled({ period, kind }: Time, lean: number): Period | null {
    if (period === null) return null;
    const { reader } = this;
    const isSpan = !isInstant(period);
    if (kind === 'instant' && lean > -STRONG) return reader.instantAt(lastDayOf(period));
    if (kind === 'span' && lean < STRONG) return isSpan ? period : reader.yearEndingOn(period.instant);
    if (isSpan && !isYear(period)) return lean >= STRONG ? reader.instantAt(lastDayOf(period)) : period;
    if (lean > 0) return reader.instantAt(lastDayOf(period));
    return isSpan ? period : reader.spanEndingOn(period.instant);
  }

  private leanAt(above: ColumnTelling, beside: RowTelling, block: BlockTelling): number {
    if (above.time.period !== null && this.reader.isFuture(above.time.period)) return STRONG;
    if (block.rollsAcross) return -2 * STRONG;
    if (beside.settled) return beside.lean;
    return beside.lean + above.lean + this.lean + (this.isOfOriginations ? STRONG : 0);
  }

  private tellingOf(index: number, row: Row): RowTelling {
    const known = this.tellings[index];
    if (known !== undefined) return known;
    const time = this.timeOfRow(row);
    const isDay = time.kind === 'instant' || (time.isDate === true && this.reader.saysOnlyWhen(row.label));
    const isBalance = isDay && time.period !== null;
    const { lean, settled } = leanOfRow(row, this.labels);
    const end = this.reader.endOf(row.label) ?? this.endOfGroup(row);
    const telling = { time, isBalance, end, lean: lean + (this.totals[index] ?? 0), settled };
    this.tellings[index] = telling;
    return telling;
  }

  /** Of the year that the row prints in a column of its own, else of its label. */
  private timeOfRow(row: Row): Time {
    const year =
      this.yearColumn === null || row.kind !== 'data'
        ? undefined
        : row.cells.find(({ column }) => column === this.yearColumn)?.text;
    return year === undefined ? this.reader.ofRow(row) : this.reader.ofHeadings([year]);
  }

  /** Of a row below "Beginning of year:". */
  private endOfGroup({ kind, labelPath }: Row): RowEnd {
    const group = kind === 'data' ? labelPath.at(-2) : undefined;
    return group === undefined || group.length > LONGEST_END ? null : this.labels.endOf(group);
  }

  private blockAt(index: number): BlockTelling {
    const block = blockOf(this.headings, index);
    if (block === this.lastBlock) return this.lastTelling;
    let telling = this.blocks.get(block);
    if (telling === undefined) {
      const { paths } = block;
      const columns = columnTimes(block, this.reader).map((told, column): ColumnTelling => {
        const time = this.isOfOriginations && told.isDate !== true ? NO_TIME : told;
        const label = paths[column]?.at(-1);
        const end = label === undefined ? null : this.labels.endOf(label);
        return { time, end, lean: leanOfColumn(block, column, time.isDate === true) };
      });
      telling = { columns, rollsAcross: columns.some(({ end }) => end === 'begin') };
      this.blocks.set(block, telling);
    }
    this.lastBlock = block;
    this.lastTelling = telling;
    return telling;
  }

  private erasByRow(): (Time | null)[] {
    let era: Time | null = null;
    return this.rows.map(({ kind, label }) => {
      const time = kind === 'data' || label === '' ? NO_TIME : this.reader.ofGroup(label);
      if (time.period !== null) era = time;
      return era;
    });
  }

  /** Rows between two balances that print their days hold over the span between; below a single one, over the year after it. */
  private stretchesByRow(): (Time | null)[] {
    const { calendar } = this.reader;
    const dated: { row: number; day: Day }[] = [];
    for (let row = 0; row < this.rows.length; row += 1) {
      const { kind, label } = this.rows[row] as Row;
      const day = kind === 'header' ? null : this.reader.dayOf(label);
      if (day !== null) dated.push({ row, day });
    }
    const stretches: (Time | null)[] = new Array(this.rows.length).fill(null);
    let last: Time | null = null;
    for (const [index, { row, day }] of dated.entries()) {
      const next = dated[index + 1];
      const yearAfter = dated.length === 1 ? snapped(plusDays(day, 365), calendar) : day;
      const end = next?.day ?? (yearAfter > calendar.latest + 8 ? day : yearAfter);
      if (end > day) last = { period: spanOf(plusDays(day, 1), end), kind: 'span' };
      stretches.fill(last, row, next?.row ?? stretches.length);
    }
    return stretches;
  }
}

/** A longer group's label says more than at which end of the year its rows stand. */
const LONGEST_END = 40;
/** Of a wider row the first columns tell. */
const MOST_COLUMNS = 40;
