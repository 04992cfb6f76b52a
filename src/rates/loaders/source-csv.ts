import type { Day, RateUnit } from '../../value/index.js';
import type { DailyRates } from '../daily-rates.js';
import { otherThanDollarOf } from '../direction.js';
import type { RateSource } from '../rate-source.js';
import { badFile, badPlace, type Place, quoted } from './bad-file.js';
import { type CsvRow, csvRows } from './csv-rows.js';
import { csvText, requireData } from './file-text.js';
import { firstJump } from './lasting-level.js';
import { requireLikelyDirection } from './likely-direction.js';
import { type LoaderLimits, loaderLimits, requireWithin } from './loader-limits.js';
import { type BuiltSeries, type DayTexts, rateAt, SeriesBuilder } from './series-builder.js';
import { type SourceColumn, sourceColumns } from './source-columns.js';
import { type DeclaredSource, readSourceHead, sourceFacts } from './source-facts.js';
import { requireWholeLastRow, sourceRows } from './source-rows.js';
import { isValetCsv, readValetHead, VALET_SOURCE } from './valet-csv.js';

export type { DeclaredSource } from './source-facts.js';

export interface LoadSourceCsvOptions {
  /** Of the file: for messages. */
  readonly name: string;
  /** What the user says of it; must agree with what the file says of itself. */
  readonly declared?: DeclaredSource | undefined;
  readonly limits?: Partial<LoaderLimits> | undefined;
  /** A rate of a later day is an error. */
  readonly today?: Day | undefined;
  /** The noon buying rates: a pair that they show to be given the wrong way round is an error. */
  readonly noon?: RateSource | undefined;
}

/** The rates of one pair, as the source publishes them. */
export interface SourceSeries {
  readonly unit: RateUnit;
  /** The most that the source prints for any of its rates. */
  readonly decimals: number;
  readonly rates: DailyRates;
  /** Days that the file lists without a rate, ascending. */
  readonly noData: Int32Array;
}

/** A source other than the Federal Reserve, as a file gives it. */
export interface LoadedSource {
  readonly source: string;
  /** What documents call it, its own name first. */
  readonly names: readonly string[];
  readonly description: string;
  readonly url: string | null;
  readonly series: readonly SourceSeries[];
}

/**
 * Reads the rates of a source that issuers name instead of the Federal Reserve. The file is a CSV with lines
 * `# source: Bank of Canada`, `# names: BoC; …`, `# unit: CAD/USD`, `# description: …`, `# url: …` above a header
 * `date,rate` or `date,CAD/USD,EUR/USD`; what those lines leave out may be declared. `CAD/USD` is Canadian dollars per
 * U.S. dollar. Days in order, oldest or newest first, weekends allowed. A CSV of the Bank of Canada's Valet service is
 * read as it stands.
 *
 * Throws `InputError`: 'bad-rates-file' and 'too-large' about the file, 'bad-option' about what is declared.
 */
export function loadSourceCsv(bytes: Uint8Array, options: LoadSourceCsvOptions): LoadedSource {
  const { name, declared = {} } = options;
  const limits = loaderLimits(options.limits);
  requireWithin(bytes.length, limits.bytes, 'bytes', name);
  requireData(bytes, name);
  const text = csvText(bytes, name);
  const isValet = isValetCsv(text);
  const head = isValet
    ? { values: VALET_SOURCE, next: readValetHead(text, name, limits) }
    : readSourceHead(text, name);
  const { unit, ...facts } = sourceFacts(head.values, declared, name);
  const rows = csvRows(text, name, limits, head.next);
  const header = rows.next();
  if (header.done === true) throw badFile(name, 'end of the file', 'a header such as date,rate');
  const columns = sourceColumns(header.value, unit, name, isValet);
  const table = sourceRows(rows, header.value.fields.length, columns, name);
  requireWithin(table.length * columns.units.length, limits.observations, 'observations', name);
  requireWholeLastRow(table, columns, name);
  const dayTexts: DayTexts = new Map();
  const series = columns.units.map((column) =>
    readSeries(column, table, columns.dateIndex, dayTexts, options),
  );
  const filled = series.filter(({ rates }) => rates.days.length > 0);
  if (filled.length === 0)
    throw badPlace({ file: name, line: header.value.line }, 'columns without a rate', 'at least one');
  for (const each of filled) if (options.noon !== undefined) requireLikelyDirection(each, options.noon, name);
  return { ...facts, series: filled };
}

function readSeries(
  { index, header, unit }: SourceColumn,
  rows: readonly CsvRow[],
  dateIndex: number,
  dayTexts: DayTexts,
  { name, today }: LoadSourceCsvOptions,
): SourceSeries {
  const rules = { decimals: 0, ignoresFinalZeros: false, weekdaysOnly: false, today };
  const builder = new SeriesBuilder(rules, dayTexts);
  for (const { line, fields } of rows) {
    const day = fields[dateIndex]?.trim() ?? '';
    const value = fields[index]?.trim() ?? '';
    const place = { file: name, line, column: header };
    if (NO_DATA.has(value)) builder.addNoData(day, place);
    else if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+,\d+$/.test(value)) {
      throw badPlace(
        place,
        `comma in ${quoted(value)}`,
        'a number such as 1234.56, without thousands separators',
      );
    } else builder.addRate(day, value, place);
  }
  const built = builder.build();
  requireNoJump(unit, built, (rate) => ({ file: name, line: builder.lineOf(rate), column: header }));
  return { unit, ...built };
}

/** What stands where there is no rate: the marks of the Federal Reserve and FRED, and what people write. */
const NO_DATA: ReadonlySet<string> = new Set(['', '.', '-', '–', '—', 'ND', 'NA', 'N/A', 'n/a']);

function requireNoJump(unit: RateUnit, built: BuiltSeries, placeOf: (index: number) => Place): void {
  const jump = firstJump(otherThanDollarOf(unit), built.rates);
  if (jump === null) return;
  throw badPlace(
    placeOf(jump.index),
    `rate ${rateAt(built, jump.index)} of ${jump.day}, after ${rateAt(built, jump.index - 1)}`,
    'one near its neighbours; where a new currency begins on that day, load its rates from there',
  );
}
