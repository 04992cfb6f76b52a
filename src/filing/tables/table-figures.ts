import type { Period } from '../../value/index.js';
import { type FiscalYear, type MentionOptions, readCell, readMentions } from '../figures/index.js';
import type { Cell, Row, Table, Unit } from '../filing.js';
import { rangeStepOf, type UnnumberedFigure } from '../number-figures.js';
import { partOf } from '../place.js';
import type { TableShape } from './build-table.js';
import { CellPeriods } from './cell-periods.js';

/** Every figure of a table, row by row: amounts in its data cells, labels in headings and row labels. */
export function tableFigures(
  source: string,
  table: TableShape & Pick<Table, 'id' | 'notes'>,
  fiscalYear: FiscalYear | null,
  options: MentionOptions,
): UnnumberedFigure[] {
  const periods = new CellPeriods(table, fiscalYear);
  return table.rows.flatMap((row, index) =>
    row.cells.flatMap((cell) => {
      const isValue = row.kind === 'data' && cell.column > 0;
      return isValue
        ? valueFigures(source, table, row, cell, periods.at(index, cell.column), options)
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
