import { badPlace } from './bad-file.js';
import { type CsvRow, requireWidth } from './csv-rows.js';
import type { OfficialSeries } from './official-series.js';
import type { SeriesBuilder } from './series-builder.js';

/** What stands where there is no rate: `ND`, `NA`, `NC` of the Federal Reserve, `.` or nothing of FRED. */
const NO_DATA: ReadonlySet<string> = new Set(['', '.', 'ND', 'NA', 'NC']);

/** A column that is kept. */
export interface TableColumn {
  readonly index: number;
  readonly name: string;
  readonly builder: SeriesBuilder;
}

/** Where the columns of a table are; every row must be as wide as its header. */
export interface TableLayout {
  readonly dateIndex: number;
  readonly width: number;
  readonly columns: readonly TableColumn[];
}

/** Reads the rows below the header. Throws `InputError` for a row that is too short or too long, or cut off. */
export function readTable(
  rows: Iterable<CsvRow>,
  { dateIndex, width, columns }: TableLayout,
  into: OfficialSeries,
): void {
  const { file } = into;
  let count = 0;
  for (const row of rows) {
    requireWidth(row, width, file);
    const { line, fields, ended } = row;
    if (!ended) {
      throw badPlace(
        { file, line },
        'end of the file within a row',
        'a line end after the last one: download it again',
      );
    }
    const day = fields[dateIndex]?.trim() ?? '';
    into.requireRoom(++count * columns.length);
    for (const { index, name, builder } of columns) {
      const value = fields[index]?.trim() ?? '';
      const place = { file, line, column: name };
      if (NO_DATA.has(value)) builder.addNoData(day, place);
      else builder.addRate(day, value, place);
    }
  }
}
