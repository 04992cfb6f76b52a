import { lastDayOf, type Period } from '../../value/index.js';
import {
  combinePeriodParts,
  type FiscalYear,
  type MentionOptions,
  type PeriodParts,
  readCell,
  readMentions,
  readPeriodParts,
} from '../figures/index.js';
import type { Cell, Row, Unit } from '../filing.js';
import { rangeStepOf, type UnnumberedFigure } from '../number-figures.js';
import { partOf } from '../place.js';
import type { TableShape } from './build-table.js';

/** Headings under which a rate or balance stands at the end of the row's or column's period. */
const AT_PERIOD_END =
  /\b(?:period|year|month)[-\s]*end\b|\bend of (?:the )?(?:period|year|month)\b|\bat (?:period|year|month) end\b|\bclosing\b|^last(?: day)?$/i;

/** Every figure of a table, row by row: amounts in its data cells, labels in headings and row labels. */
export function tableFigures(
  source: string,
  table: TableShape & { readonly id: string; readonly caption: string | null },
  fiscalYear: FiscalYear | null,
  options: MentionOptions,
): UnnumberedFigure[] {
  const periods = new CellPeriods(table, fiscalYear);
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const isValue = row.kind === 'data' && cell.column > 0;
      return isValue
        ? valueFigures(source, table, row, cell, periods.at(row, cell.column), options)
        : headingFigures(source, table.id, cell, options);
    }),
  );
}

function valueFigures(
  source: string,
  table: TableShape & { readonly id: string },
  row: Row,
  cell: Cell,
  period: Period | null,
  options: MentionOptions,
): UnnumberedFigure[] {
  const path = [...row.labelPath, ...(table.columns[cell.column]?.labelPath ?? [])];
  const label = path.map((part) => part.replace(/[\s:,]+$/, '')).join(' · ');
  return readCell(cell.text, { ...options, unit: table.unit, scale: table.scale }).map((mention, index) => ({
    place: partOf(source, cell, mention.start, mention.end),
    mention,
    unit: unitInTable(mention.unit, table.unit),
    period: mention.role === 'amount' ? period : null,
    label: mention.role === 'amount' ? label : (mention.labelKind ?? 'label'),
    where: { table: table.id, row: cell.row, column: cell.column },
    rangeStep: rangeStepOf(mention, index),
  }));
}

/** In a table of rates, "¥134.77" is a rate as its neighbours without a sign are. */
function unitInTable(printed: Unit, stated: Unit | null): Unit {
  return stated?.startsWith(`${printed}/`) ? stated : printed;
}

function headingFigures(
  source: string,
  table: string,
  cell: Cell,
  options: MentionOptions,
): UnnumberedFigure[] {
  return readMentions(cell.text, options).map((mention, index) => ({
    place: partOf(source, cell, mention.start, mention.end),
    mention: { ...mention, role: 'label' },
    unit: mention.unit,
    period: null,
    label: mention.labelKind ?? 'heading',
    where: { table, row: cell.row, column: cell.column },
    rangeStep: rangeStepOf(mention, index),
  }));
}

/** The period of a cell, from the headings above it and the labels beside it; each label is read once. */
class CellPeriods {
  private readonly parts = new Map<string, PeriodParts>();
  private readonly table: TableShape;
  private readonly fiscalYear: FiscalYear | null;

  constructor(table: TableShape, fiscalYear: FiscalYear | null) {
    this.table = table;
    this.fiscalYear = fiscalYear;
  }

  at(row: Row, column: number): Period | null {
    const stub = this.table.columns[0]?.labelPath ?? [];
    const above = this.table.columns[column]?.labelPath ?? [];
    const labels = [...stub, ...above, ...row.labelPath];
    const period = combinePeriodParts(
      labels.map((label) => this.partsOf(label)),
      this.fiscalYear,
    );
    if (period === null || !labels.some((label) => AT_PERIOD_END.test(label))) return period;
    return { instant: lastDayOf(period) };
  }

  private partsOf(label: string): PeriodParts {
    const known = this.parts.get(label);
    if (known !== undefined) return known;
    const parts = readPeriodParts(label);
    this.parts.set(label, parts);
    return parts;
  }
}
