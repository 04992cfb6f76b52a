import type { RatesFileSeries } from '../rates-file.js';
import { badPlace, type Place, quoted } from './bad-file.js';
import { type CsvRow, csvRows } from './csv-rows.js';
import { reasonToIgnore } from './kept-series.js';
import type { LoadedRates } from './loaded-series.js';
import type { OfficialSeries } from './official-series.js';
import { requireAgreement } from './stated-direction.js';
import { readTable, type TableColumn } from './table-of-rates.js';

/** The rows above the table, by the label in the column of dates. */
const HEADER_ROWS = ['Series Description', 'Unit', 'Multiplier', 'Currency', 'Unique Identifier'] as const;

const DATE_COLUMN = 'Time Period';

/** More header rows than any package of series has. */
const MOST_HEADER_ROWS = 30;

/** Whether the first record of a CSV file is one of the Data Download Program's. */
export function isDdpCsv(first: readonly string[]): boolean {
  const labels = first.map(labelOf);
  return labels.some((label) => [...HEADER_ROWS, DATE_COLUMN, 'Descriptions', 'Series Name'].includes(label));
}

/**
 * Reads a package of the Federal Reserve's Data Download Program, "series in columns", labels included: five header
 * rows, then a row of series names, then a row a weekday, `ND` where there is no rate. Throws `InputError`.
 */
export function readDdpCsv(
  text: string,
  catalogue: readonly RatesFileSeries[],
  into: OfficialSeries,
): LoadedRates {
  const rows = csvRows(text, into.file, into.limits);
  const { headers, names, dateIndex } = readHeader(rows, into.file);
  const columns: TableColumn[] = [];
  names.fields.forEach((field, index) => {
    const code = field.trim();
    if (index === dateIndex || code === '') return;
    const known = catalogue.find((series) => series.h10 === code);
    if (known === undefined) {
      into.ignore(code, reasonToIgnore(code));
      return;
    }
    requireHeader(headers, index, code, known, into.file);
    columns.push({ index, name: code, builder: into.start(code, known, names.line) });
  });
  readTable(rows, { dateIndex, width: names.fields.length, columns }, into);
  return into.finish('ddp-csv');
}

interface Header {
  readonly headers: ReadonlyMap<string, CsvRow>;
  /** The row of series names. */
  readonly names: CsvRow;
  readonly dateIndex: number;
}

function readHeader(rows: Iterator<CsvRow>, file: string): Header {
  const above: CsvRow[] = [];
  for (let next = rows.next(); next.done !== true; next = rows.next()) {
    const names = next.value;
    const dateIndex = names.fields.findIndex((field) => labelOf(field) === DATE_COLUMN);
    if (dateIndex >= 0) {
      const headers = new Map(above.map((row) => [labelOf(row.fields[dateIndex] ?? ''), row]));
      const missing = HEADER_ROWS.filter((label) => !headers.has(label));
      if (missing.length > 0) throw missingHeader(missing, { file, line: names.line });
      return { headers, names, dateIndex };
    }
    if (above.length === 0 && names.fields.some((field) => labelOf(field) === 'Series Name')) {
      throw badPlace(
        { file, line: names.line },
        'series in rows',
        'series in columns: choose that layout and download again',
      );
    }
    if (above.push(names) > MOST_HEADER_ROWS) break;
  }
  throw badPlace(
    { file, line: above.at(-1)?.line ?? 1 },
    'end of the header',
    `a row that starts with "${DATE_COLUMN}"`,
  );
}

function missingHeader(missing: readonly string[], place: Place) {
  const labels = missing.map((label) => `"${label}:"`).join(', ');
  return badPlace(
    place,
    `table without the header ${missing.length === 1 ? 'row' : 'rows'} ${labels}`,
    'them above it: download the package with its labels',
  );
}

function requireHeader(
  headers: ReadonlyMap<string, CsvRow>,
  index: number,
  code: string,
  known: RatesFileSeries,
  file: string,
): void {
  const cell = (label: (typeof HEADER_ROWS)[number]) => headers.get(label)?.fields[index]?.trim() ?? '';
  const placeOf = (label: string): Place => ({ file, line: headers.get(label)?.line ?? 1, column: code });
  const identifier = cell('Unique Identifier');
  if (identifier.split('/').at(-1) !== code) {
    throw badPlace(
      placeOf('Unique Identifier'),
      `identifier ${quoted(identifier)}`,
      `one that ends in ${code}`,
    );
  }
  const [unit, multiplier, currency] = [cell('Unit'), cell('Multiplier'), cell('Currency')];
  requireAgreement({ code, multiplier }, known, placeOf('Multiplier'));
  requireAgreement({ code, unit, currency }, known, placeOf(unit === 'Currency' ? 'Currency' : 'Unit'));
}

function labelOf(field: string): string {
  return field.trim().replace(/:$/, '').trim();
}
