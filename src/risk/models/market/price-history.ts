import { badPlace } from '../../../rates/loaders/bad-file.js';
import { csvRows, requireCommas, requireWidth } from '../../../rates/loaders/csv-rows.js';
import { type LoaderLimits, loaderLimits } from '../../../rates/loaders/loader-limits.js';
import { type Day, formatDay, InputError, parseDay } from '../../../value/index.js';
import type { LoadedFactor } from './exchange-rate-history.js';
import { historyWarnings, LEAST_CHANGES } from './history-warnings.js';

export interface PriceHistoryOptions {
  /** The name of the file, for messages. */
  readonly file: string;
  /** Header of the column of prices; null where there is only one beside the dates. */
  readonly column?: string | null | undefined;
  /** Interest rates may be zero or negative; a rate is a fraction after reading. Default `price`. */
  readonly quantity?: 'price' | 'exchange-rate' | 'interest-rate' | undefined;
  /** Interest rates without a percent sign: 4.25 is 4.25% (default), or with false 0.0425 is. */
  readonly inPercent?: boolean | undefined;
  /** Later rows are left out; null: none are. */
  readonly asOf?: Day | null | undefined;
  /** Daily changes kept, the newest; null: all. */
  readonly window?: number | null | undefined;
}

const DATE_HEADERS: ReadonlySet<string> = new Set([
  'date',
  'day',
  'observation_date',
  'time period',
  'trade date',
]);
/** What stands where there is no price. */
const NO_DATA: ReadonlySet<string> = new Set(['', '.', '-', 'nd', 'na', 'n/a', 'nc', 'null']);
const NUMBER = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%?)$/;
/** Days without a price between `asOf` and the last one before which the level is too old to stand for it. */
const STALE_DAYS = 10;
/** Some 80 years of daily prices in twenty columns. */
const LIMITS: LoaderLimits = loaderLimits({ observations: 100_000, fieldLength: 200 });
const MOST_CHARACTERS = 64 * 1024 * 1024;

/**
 * A price, an index or an interest rate from the text of a CSV file: a header, a column of ISO dates, one of prices,
 * in either order of time. Cells without data ("", ".", "ND", "N/A") are days without an observation.
 *
 * Throws `InputError` ('bad-rates-file', with file, line and remedy; 'no-rate' for fewer than 20 daily changes;
 * 'too-large').
 */
export function priceHistory(csvText: string, options: PriceHistoryOptions): LoadedFactor {
  const { file, quantity = 'price', asOf = null, window = null } = options;
  if (csvText.length > MOST_CHARACTERS) {
    throw new InputError(
      'too-large',
      `Unexpected ${csvText.length} characters in ${file}, expected at most ${MOST_CHARACTERS}`,
    );
  }
  const { column, rows } = priceRows(csvText.replace(/^\uFEFF/, ''), options);
  const isRate = quantity === 'interest-rate';
  const wanted = inOrder(rows, file).filter(({ day }) => asOf === null || day <= asOf);
  const kept = window === null ? wanted : wanted.slice(-(window + 1));
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined || kept.length <= LEAST_CHANGES) {
    const until = asOf === null ? '' : ` up to ${formatDay(asOf)}`;
    throw new InputError(
      'no-rate',
      `Only ${kept.length} observations of "${column}" in ${file}${until}, expected at least ${LEAST_CHANGES + 1}; state a volatility instead`,
    );
  }
  if (asOf !== null && asOf - last.day > STALE_DAYS) {
    throw new InputError(
      'no-rate',
      `The last observation of "${column}" in ${file} is of ${formatDay(last.day)}, more than ${STALE_DAYS} days before ${formatDay(asOf)}; add newer rows, or state level and volatility`,
    );
  }
  const days = kept.map(({ day }) => day);
  const levels = kept.map(({ value }) => value);
  const warnings = historyWarnings(column, days, levels, isRate);
  if (window !== null && kept.length - 1 < window) {
    warnings.unshift(`${column}: ${kept.length - 1} daily changes, not the ${window} asked for`);
  }
  const span = `${formatDay(first.day)} to ${formatDay(last.day)}`;
  return {
    level: last.value,
    history: { days, levels, source: `${file}, column "${column}", ${span}`, warnings },
  };
}

interface Observation {
  readonly day: Day;
  readonly value: number;
  readonly line: number;
}

function priceRows(text: string, options: PriceHistoryOptions): { column: string; rows: Observation[] } {
  const { file } = options;
  const records = csvRows(text, file, LIMITS);
  const header = records.next();
  if (header.done === true) throw new InputError('bad-rates-file', `Cannot read ${file}: it is empty`);
  requireCommas(header.value, file);
  const names = header.value.fields.map((field) => field.trim());
  const { dateAt, priceAt } = columnsOf(names, header.value.line, options);
  const column = names[priceAt] ?? '';
  const rows: Observation[] = [];
  for (const row of records) {
    requireWidth(row, names.length, file);
    const place = { file, line: row.line, column };
    const cell = row.fields[priceAt]?.trim() ?? '';
    const day = dayIn(row.fields[dateAt]?.trim() ?? '', { file, line: row.line, column: names[dateAt] });
    if (NO_DATA.has(cell.toLowerCase())) continue;
    rows.push({ day, value: priceIn(cell, place, options), line: row.line });
  }
  return { column, rows };
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string | undefined;
}

function columnsOf(names: readonly string[], line: number, { file, column }: PriceHistoryOptions) {
  const dateAt = names.findIndex((name) => DATE_HEADERS.has(name.toLowerCase()));
  if (dateAt < 0) {
    throw badPlace(
      { file, line },
      `header "${names.join(',').slice(0, 80)}"`,
      'a column named "date", with days such as 2006-03-31',
    );
  }
  const others = names.filter((_, at) => at !== dateAt);
  const listed = others
    .map((name) => `"${name}"`)
    .join(', ')
    .slice(0, 200);
  if (column === undefined || column === null) {
    if (others.length === 1) return { dateAt, priceAt: dateAt === 0 ? 1 : 0 };
    throw badPlace(
      { file, line },
      `${others.length} columns beside the dates`,
      `one, or the name of the one that is meant: ${listed}`,
    );
  }
  const matches = names.flatMap((name, at) =>
    at !== dateAt && name.toLowerCase() === column.trim().toLowerCase() ? [at] : [],
  );
  const [priceAt] = matches;
  if (priceAt !== undefined && matches.length === 1) return { dateAt, priceAt };
  throw badPlace(
    { file, line },
    `${matches.length === 0 ? 'header without' : 'header with several'} "${column.slice(0, 40)}"`,
    `one of ${listed}`,
  );
}

function dayIn(text: string, place: Place): Day {
  try {
    return parseDay(text);
  } catch {
    throw badPlace(place, `date "${text.slice(0, 40)}"`, 'a day such as 2006-03-31');
  }
}

function priceIn(
  text: string,
  place: Place,
  { quantity = 'price', inPercent = true }: PriceHistoryOptions,
): number {
  const match = NUMBER.exec(text);
  const isRate = quantity === 'interest-rate';
  if (match === null)
    throw badPlace(
      place,
      `value "${text.slice(0, 40)}"`,
      isRate ? 'a rate such as 4.25' : 'a price such as 1234.50',
    );
  const [, sign = '', whole = '', decimals = '', percent = ''] = match;
  const value = Number(`${sign === '' ? '' : '-'}${whole.replaceAll(',', '')}${decimals}`);
  if (isRate) return percent === '%' || inPercent ? value / 100 : value;
  if (percent === '%')
    throw badPlace(place, `percentage "${text}"`, 'a price; say that it is an interest rate if it is one');
  if (!(value > 0 && Number.isFinite(value)))
    throw badPlace(place, `price "${text.slice(0, 40)}"`, 'a positive one');
  return value;
}

/** Oldest first. A file runs either way, but one way only: a slip in a date must not become a price of another year. */
function inOrder(rows: readonly Observation[], file: string): readonly Observation[] {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return rows;
  const forwards = second.day > first.day;
  for (let at = 1; at < rows.length; at++) {
    const [before, here] = [rows[at - 1] as Observation, rows[at] as Observation];
    if (before.day !== here.day && forwards === here.day > before.day) continue;
    const order = forwards ? 'after' : 'before';
    const unexpected =
      before.day === here.day ? `second row of ${formatDay(here.day)}` : `date ${formatDay(here.day)}`;
    throw badPlace(
      { file, line: here.line },
      unexpected,
      `one ${order} ${formatDay(before.day)} of line ${before.line}`,
    );
  }
  return forwards ? rows : [...rows].reverse();
}
