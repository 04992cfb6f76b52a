import { quoted } from '../../value/csv-field.js';
import { formatDay, lastDayOf } from '../../value/index.js';
import { type ExchangeRateTable, RATE_COLUMNS } from '../exchange-rate-table.js';

const HEAD = [
  'group',
  'label',
  'first_day',
  'last_day',
  'average_method',
  'high',
  'low',
  'average',
  'period_end',
  'unit',
  'source',
];

/** A header line and a line a row (RFC 4180, but lines end in LF); figures plain, days in ISO 8601, both included. */
export function csvTable(table: ExchangeRateTable): string {
  const rows = table.groups.flatMap((group) =>
    group.rows.map((row) => [
      group.heading,
      row.label,
      formatDay(row.period.start),
      formatDay(lastDayOf(row.period)),
      row.averageMethod,
      ...RATE_COLUMNS.map((name) => row.cells[name].printed.toString()),
      table.unit,
      table.source.name,
    ]),
  );
  return [HEAD, ...rows].map((fields) => `${fields.map(quoted).join(',')}\n`).join('');
}
