import { badFile, badPlace } from './bad-file.js';
import { type CsvRow, requireWidth } from './csv-rows.js';
import type { SourceColumns } from './source-columns.js';

/** The rows of a table, oldest first. Throws `InputError` for a row of another width, and for none at all. */
export function sourceRows(
  rows: Iterable<CsvRow>,
  width: number,
  { dateIndex }: SourceColumns,
  file: string,
): readonly CsvRow[] {
  const table: CsvRow[] = [];
  for (const row of rows) {
    requireWidth(row, width, file);
    table.push(row);
  }
  if (table.length === 0) throw badFile(file, 'table without a row', 'at least one day with its rate');
  // ISO days sort as text; what is no ISO day is refused later, with its place.
  const dayOf = (row: CsvRow | undefined) => row?.fields[dateIndex]?.trim() ?? '';
  return dayOf(table[0]) > dayOf(table.at(-1)) ? table.reverse() : table;
}

/**
 * A last row without a line end may have lost digits: then it shows fewer decimals than the rows before it. Editors
 * and spreadsheets leave that line end out, so a row that shows as many as all others is taken as whole.
 * Throws `InputError`.
 */
export function requireWholeLastRow(table: readonly CsvRow[], { units }: SourceColumns, file: string): void {
  const last = table.find(({ ended }) => !ended);
  if (last === undefined) return;
  const final = last.fields.length - 1;
  if (!units.some(({ index }) => index === final)) return;
  const decimals = (row: CsvRow) => /^\d+\.(\d+)$/.exec(row.fields[final]?.trim() ?? '')?.[1]?.length ?? 0;
  const others = table.filter((row) => row !== last && row.fields[final]?.trim() !== '');
  const shown = decimals(last);
  if (shown > 0 && others.length > 0 && others.every((row) => decimals(row) === shown)) return;
  throw badPlace(
    { file, line: last.line },
    'end of the file within a row',
    'a line end after the last row: check that its rate is whole, and add one',
  );
}
