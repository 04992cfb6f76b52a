import { type Filing, readCurrencyAndScale, type Table } from '../../filing/index.js';
import type { AmountPower, BaseValue } from '../../rates/index.js';
import { type CurrencyCode, type Day, InputError, lastDayOf } from '../../value/index.js';
import { harmless } from '../complain.js';
import { baseValue, type ColumnUnit } from './line-values.js';
import { Proportions } from './proportions.js';
import { sharedSigns } from './read-amount.js';

/** No report prints a wider table. */
const MOST_COLUMNS = 100;
const POWERS: readonly number[] = [0, 3, 6, 9, 12];

/** What the user says of a table's amounts. */
export interface ColumnsChoice {
  readonly path: string;
  readonly currency: CurrencyCode | undefined;
  readonly to: CurrencyCode;
}

/** A column of values, read. */
export interface ValueColumn {
  /** Among the columns of values. */
  readonly index: number;
  readonly heading: string;
  readonly periodEnd: Day | null;
  /** Null where nothing says what currency its numbers are in. */
  readonly unit: ColumnUnit | null;
  /** Why it cannot be translated: a line in a third currency, a number that is none. */
  readonly problem: InputError | null;
  /** By index of the row. */
  readonly values: ReadonlyMap<number, BaseValue>;
}

/**
 * Every column of values with what its cells hold. Throws `InputError` where no column's currency can be told, or for
 * more columns than any report has.
 */
export function valueColumns(filing: Filing, table: Table, choice: ColumnsChoice): ValueColumn[] {
  const headings = table.columns.slice(1);
  if (headings.length > MOST_COLUMNS) {
    throw new InputError(
      'too-large',
      `Cannot translate ${choice.path}: its table has ${headings.length} columns, more than ${MOST_COLUMNS}`,
    );
  }
  const ends = periodEnds(filing, table);
  const columns = headings.map(({ labelPath }, index): ValueColumn => {
    const unit = columnUnit(table, index + 1, choice);
    const heading = harmless(labelPath.join(' ')) || `column ${index + 1}`;
    const periodEnd = ends.get(index + 1) ?? null;
    return { index, heading, periodEnd, unit, ...valuesOf(table, index + 1, unit, choice) };
  });
  if (columns.some(({ unit }) => unit !== null)) return columns;
  throw new InputError(
    'bad-option',
    `Cannot tell the currency of the table in ${choice.path}: add --currency JPY, or state it above the table`,
  );
}

/** What is wrong with a column matters only where it is the one to translate. */
function valuesOf(
  table: Table,
  column: number,
  unit: ColumnUnit | null,
  { path }: ColumnsChoice,
): Pick<ValueColumn, 'values' | 'problem'> {
  const values = new Map<number, BaseValue>();
  if (unit === null) return { values, problem: null };
  const proportions = new Proportions();
  try {
    for (const [index, row] of table.rows.entries()) {
      const cell = row.kind === 'data' ? row.cells.find((each) => each.column === column) : undefined;
      if (cell === undefined) continue;
      const value = baseValue(row, cell.text, unit, path);
      const what = proportions.whatIs(row, cell.text);
      values.set(index, what === null ? value : { kind: 'blank', what });
    }
    return { values, problem: null };
  } catch (error) {
    if (error instanceof InputError) return { values, problem: error };
    throw error;
  }
}

/** What the headings above a column say, else what is said of the table, else what the user says. */
function columnUnit(table: Table, column: number, { currency: asked, to }: ColumnsChoice): ColumnUnit | null {
  const above = table.rows
    .filter(({ kind }) => kind === 'header')
    .flatMap(({ cells }) => cells)
    .filter((cell) => cell.column <= column && column < cell.column + cell.columns)
    .map(({ text }) => readCurrencyAndScale(text, sharedSigns(asked)));
  const headed = above.find((each) => each?.currency != null)?.currency ?? null;
  const scale = above.find((each) => each?.scale != null)?.scale ?? statedScale(table, asked);
  const stated = headed ?? statedOf(table);
  const isAsked = asked !== undefined && (stated === null || sharesSign(stated, asked));
  const currency = isAsked ? asked : stated;
  if (currency === null) return null;
  return { currency, power: (POWERS.includes(scale) ? scale : 0) as AmountPower, to };
}

/** "In thousands of pesos" tells the reader of reports nothing, since it knows no country. */
function statedScale({ scale, caption }: Table, asked: CurrencyCode | undefined): number {
  if (asked === undefined || scale !== 0 || caption === null) return scale;
  const bracketed = /\(([^()]{2,80})\)/.exec(caption)?.[1] ?? caption;
  const found = readCurrencyAndScale(bracketed, sharedSigns(asked));
  return found?.currency === asked ? (found.scale ?? scale) : scale;
}

function statedOf({ unit }: Table): CurrencyCode | null {
  return unit !== null && /^[A-Z]{3}$/.test(unit) ? unit : null;
}

/** "$" may be of any dollar and "¥" of yuan: there the user's word counts. */
function sharesSign(stated: CurrencyCode, asked: CurrencyCode): boolean {
  const { dollar, yen } = sharedSigns(asked);
  return stated === asked || (stated === 'USD' && dollar === asked) || (stated === 'JPY' && yen === asked);
}

/** By column, the last day that most of its figures speak of, the latest of several. */
function periodEnds({ figures }: Filing, table: Table): Map<number, Day> {
  const counts = new Map<number, Map<Day, number>>();
  for (const { where, role, period } of figures) {
    if (!('table' in where) || where.table !== table.id || role !== 'amount' || period === null) continue;
    const ofColumn = counts.get(where.column) ?? new Map<Day, number>();
    counts.set(where.column, ofColumn.set(lastDayOf(period), (ofColumn.get(lastDayOf(period)) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([column, days]) => {
      const [most] = [...days].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
      return [column, (most as [Day, number])[0]];
    }),
  );
}
