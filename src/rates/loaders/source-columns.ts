import type { RateUnit } from '../../value/index.js';
import { badPlace, type Place, quoted } from './bad-file.js';
import { type CsvRow, requireCommas } from './csv-rows.js';
import { parseUnit } from './source-facts.js';
import { valetUnit } from './valet-csv.js';

const DATE_COLUMN = /^(?:date|day|observation_date|time period)$/i;
const RATE_COLUMN = /^(?:rate|value)$/i;

/** A column of rates. */
export interface SourceColumn {
  readonly index: number;
  readonly header: string;
  readonly unit: RateUnit;
}

export interface SourceColumns {
  readonly dateIndex: number;
  readonly units: readonly SourceColumn[];
}

/**
 * Finds the columns by their names, in any order; those that are neither a date, a rate nor a unit are left alone.
 * `declared` is the unit of a column headed `rate`. Throws `InputError` where the date or every rate is missing, and
 * where two columns give the same pair.
 */
export function sourceColumns(
  header: CsvRow,
  declared: RateUnit | null,
  file: string,
  isValet: boolean,
): SourceColumns {
  requireCommas(header, file);
  const { line, fields } = header;
  const place = { file, line };
  const names = fields.map((field) => field.trim());
  const dateIndexes = names.flatMap((name, index) => (DATE_COLUMN.test(name) ? [index] : []));
  const [dateIndex, second] = dateIndexes;
  if (dateIndex === undefined || second !== undefined) {
    const what = dateIndex === undefined ? 'without a column of dates' : 'with two columns of dates';
    throw badPlace(place, `header ${quoted(names.join(','))} ${what}`, 'one such as date,rate');
  }
  const units = names.flatMap((header, index): SourceColumn[] => {
    const unit = isValet ? valetUnit(header) : unitOf(header, declared, place);
    return unit === null ? [] : [{ index, header, unit }];
  });
  if (units.length === 0) {
    throw badPlace(
      place,
      `header ${quoted(names.join(','))} without rates`,
      'a column rate, or one headed by a unit such as CAD/USD',
    );
  }
  requireDistinct(units, place);
  return { dateIndex, units };
}

function unitOf(header: string, declared: RateUnit | null, place: Place): RateUnit | null {
  if (!RATE_COLUMN.test(header)) return parseUnit(header);
  if (declared !== null) return declared;
  throw badPlace(
    { ...place, column: header },
    'rates of an unknown unit',
    'a line "# unit: CAD/USD" (Canadian dollars per U.S. dollar) above, or the unit declared',
  );
}

function requireDistinct(units: readonly SourceColumn[], place: Place): void {
  const seen = new Map<string, string>();
  for (const { header, unit } of units) {
    const pair = unit.split('/').sort().join('/');
    const other = seen.get(pair);
    if (other !== undefined) {
      throw badPlace(
        { ...place, column: header },
        `second column of that pair, beside ${quoted(other)}`,
        'each pair once, in one direction',
      );
    }
    seen.set(pair, header);
  }
}
