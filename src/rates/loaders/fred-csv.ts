import type { RatesFileSeries } from '../rates-file.js';
import { csvRows } from './csv-rows.js';
import { reasonToIgnore } from './kept-series.js';
import type { LoadedRates } from './loaded-series.js';
import type { OfficialSeries } from './official-series.js';
import { readTable, type TableColumn } from './table-of-rates.js';

const DATE_COLUMN = /^(?:observation_date|date)$/i;

/** Whether the first record of a CSV file is that of a FRED download, or of a table of its kind. */
export function isFredCsv(first: readonly string[]): boolean {
  return first.length > 1 && first.some((field) => DATE_COLUMN.test(field.trim()));
}

/**
 * Reads a download of FRED (Federal Reserve Bank of St. Louis): a column `observation_date`, or `DATE` in older ones,
 * and a column a series, a row a weekday; `.` or nothing where there is no rate. Throws `InputError`.
 *
 * The file states neither direction nor multiplier: FRED's series code carries both.
 */
export function readFredCsv(
  text: string,
  catalogue: readonly RatesFileSeries[],
  into: OfficialSeries,
): LoadedRates {
  const rows = csvRows(text, into.file, into.limits);
  const header = rows.next();
  const names = header.done === true ? [] : header.value.fields.map((field) => field.trim());
  const line = header.done === true ? 1 : header.value.line;
  const dateIndex = names.findIndex((name) => DATE_COLUMN.test(name));
  const columns: TableColumn[] = [];
  names.forEach((code, index) => {
    if (index === dateIndex || code === '') return;
    const known = catalogue.find((series) => series.fred !== '' && series.fred === code);
    if (known === undefined) into.ignore(code, reasonToIgnore(code));
    else columns.push({ index, name: code, builder: into.start(code, known, line) });
  });
  readTable(rows, { dateIndex, width: names.length, columns }, into);
  return into.finish('fred-csv');
}
