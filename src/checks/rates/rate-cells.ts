import type { Figure, Filing, Table } from '../../filing/filing.js';
import type { RateStatisticName } from '../../rates/rate-source.js';
import {
  covers,
  type Day,
  instantAt,
  isInstant,
  lastDayOf,
  type RateUnit,
  type Span,
} from '../../value/index.js';
import { groupedBy } from '../engine/grouped.js';
import { oncePerFiling } from '../engine/once.js';
import { inTable } from '../engine/surroundings.js';
import { otherBase } from './rate-base.js';

/** A cell of an exchange-rate table: what it is the high, low, average or period-end of. */
export interface RateCell {
  readonly figure: Figure;
  readonly unit: RateUnit;
  readonly statistic: RateStatisticName;
  /** Null where neither the cell nor its neighbours tell the span. */
  readonly span: Span | null;
  /** The day of a period-end; null for the others. */
  readonly day: Day | null;
  /** The row, or the column where rows name the statistics, whose cells are of one period. */
  readonly line: string;
}

/** A table with at least one cell that is a high, low, average or period-end of an exchange rate. */
export interface RateTable {
  readonly table: Table;
  readonly cells: readonly RateCell[];
  /** What its rates are per, where that is not one unit: "¥100", "1,000 won". Null where it is one, or not said. */
  readonly base: string | null;
}

const STATISTICS: readonly (readonly [RateStatisticName, RegExp])[] = [
  [
    'period-end',
    /\b(period|year|month|quarter)[\s-]*end\b|\bend\s+of\s+(the\s+)?(period|year|month)\b|\bat\s+end\b|\bclos(e|ing)\b|^last(\s+day)?$/i,
  ],
  ['high', /\bhigh(est)?\b|\bmax(imum)?\b/i],
  ['low', /\blow(est)?\b|\bmin(imum)?\b/i],
  ['average', /\baverages?\b|\bavg\b|\bmean\b/i],
];

/** Whether a unit is an exchange rate: `JPY/USD`, not `JPY/share`. */
export function isRateUnit(unit: string | null): unit is RateUnit {
  // Asked of every figure: only of a text of that length is more to be seen.
  return unit !== null && unit.length === 7 && /^[A-Z]{3}\/[A-Z]{3}$/.test(unit) && !unit.endsWith('/ADS');
}

/** The exchange-rate tables of a filing with their cells, in order of the document. */
export const rateTables = oncePerFiling((filing: Filing): readonly RateTable[] => {
  const inRates = new Set(filing.tables.filter(({ unit }) => isRateUnit(unit)).map(({ id }) => id));
  const figures = new Map<string, Figure[]>();
  for (const figure of filing.figures) {
    if (!inTable(figure) || figure.role !== 'amount') continue;
    const { table } = figure.where;
    if (!isRateUnit(figure.unit) && !inRates.has(table)) continue;
    const own = figures.get(table);
    if (own === undefined) figures.set(table, [figure]);
    else own.push(figure);
  }
  return filing.tables.flatMap((table) => {
    const cells = rateCells(table, figures.get(table.id) ?? []);
    if (cells.length === 0) return [];
    return [{ table, cells, base: otherBase([table.caption ?? '', ...headingsOf(table)]) }];
  });
});

/** The cells of a table by the statistic that they are headed by, in order: its columns, as a rule. */
export function columnsOf<Cell>(
  cells: readonly Cell[],
  cellOf: (each: Cell) => RateCell,
): readonly (readonly Cell[])[] {
  const columns = groupedBy(cells, (each) => {
    const { statistic, unit } = cellOf(each);
    return `${statistic} ${unit}`;
  });
  return [...columns.values()];
}

/** Of each cell, the spans above and below it in its column. */
export function neighbouringSpans(cells: readonly RateCell[]): Map<RateCell, readonly Span[]> {
  const neighbours = new Map<RateCell, readonly Span[]>();
  for (const column of columnsOf(cells, (cell) => cell)) {
    column.forEach((cell, index) => {
      neighbours.set(
        cell,
        [column[index - 1], column[index + 1]].flatMap((other) => other?.span ?? []),
      );
    });
  }
  return neighbours;
}

/** The one statistic that a path of headings names; null where it names none or several ("High and low"). */
export function statisticOf(path: readonly string[]): RateStatisticName | null {
  const label = path.at(-1) ?? '';
  const found = STATISTICS.filter(([, pattern]) => pattern.test(label)).map(([name]) => name);
  if (found.length === 1) return found[0] ?? null;
  return found.length === 0 && path.length > 1 ? statisticOf(path.slice(0, -1)) : null;
}

function headingsOf(table: Table): string[] {
  const groups = table.rows.filter((row) => row.kind !== 'data').map((row) => row.label);
  return [...groups, ...table.columns.flatMap((column) => column.labelPath)];
}

function rateCells(table: Table, figures: readonly Figure[]): RateCell[] {
  const cells = figures.flatMap((figure) => rateCell(table, figure) ?? []);
  const lines = groupedBy(cells, ({ line }) => line);
  const spans = new Map([...lines].map(([line, own]) => [line, own.flatMap(({ span }) => span ?? [])]));
  return cells.map((cell) => withSpanOfNeighbours(cell, spans.get(cell.line) ?? []));
}

/** The cell of a figure; null for another kind of cell. */
function rateCell(table: Table, figure: Figure): RateCell | null {
  const unit = isRateUnit(figure.unit) ? figure.unit : table.unit;
  if (!inTable(figure) || !isRateUnit(unit)) return null;
  const { row, column } = figure.where;
  const byColumn = statisticOf(table.columns[column]?.labelPath ?? []);
  const byRow = statisticOf(table.rows[row]?.labelPath ?? []);
  const statistic = byColumn ?? byRow;
  if (statistic === null || (byColumn !== null && byRow !== null && byColumn !== byRow)) return null;
  const { period } = figure;
  const span = period !== null && !isInstant(period) ? period : null;
  const day = statistic === 'period-end' && period !== null ? lastDayOf(period) : null;
  return { figure, unit, statistic, span, day, line: byColumn === null ? `c${column}` : `r${row}` };
}

/** A period-end is printed as of a day; its span is that of the high, low or average in its row (or column). */
function withSpanOfNeighbours(cell: RateCell, spans: readonly Span[]): RateCell {
  if (cell.span !== null || cell.statistic !== 'period-end') return cell;
  const span = spans.find((each) => fits(each, cell.day));
  return span === undefined ? cell : { ...cell, span, day: cell.day ?? lastDayOf(span) };
}

function fits(span: Span, day: Day | null): boolean {
  return day === null || (lastDayOf(span) === day && covers(span, instantAt(day)));
}
