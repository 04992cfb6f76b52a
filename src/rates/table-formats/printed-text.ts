import type { Decimal } from '../../value/index.js';
import { type ExchangeRateRow, type ExchangeRateTable, RATE_COLUMNS } from '../exchange-rate-table.js';
import { AVERAGE_MARK } from '../exchange-rate-table-footnotes.js';

/** What stands at the head of each column; the average carries the mark of its note. */
export const COLUMN_HEADINGS: readonly string[] = ['High', 'Low', `Average ${AVERAGE_MARK}`, 'Period-end'];

/** Above the table: "Exchange rates: Japanese yen per U.S. $1.00". */
export function titleOf(table: ExchangeRateTable): string {
  return `Exchange rates: ${table.direction}`;
}

/** The figures of a row as print has them, thousands separated; the first row of a group shows the sign. */
export function figuresOf(table: ExchangeRateTable, row: ExchangeRateRow, isFirst: boolean): string[] {
  const sign = isFirst ? table.sign : '';
  return RATE_COLUMNS.map((name) => sign + withThousands(row.cells[name].printed));
}

/** A note as a line: its mark, where it has one, before it. */
export function footnoteLine({
  mark,
  text,
}: {
  readonly mark: string | null;
  readonly text: string;
}): string {
  return mark === null ? text : `${mark} ${text}`;
}

/** "1,234.50". */
export function withThousands(value: Decimal): string {
  const [whole = '', fraction] = value.toString().split('.');
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
