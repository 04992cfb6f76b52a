import { decodeSource, type Filing, type Limits, readFiling, type Table } from '../../filing/index.js';
import type { BaseValue, LineToTranslate, TableToTranslate } from '../../rates/index.js';
import { type CurrencyCode, InputError } from '../../value/index.js';
import { harmless } from '../complain.js';
import { chooseColumn, isLater } from './choose-column.js';
import type { DecimalSign } from './csv-numbers.js';
import { tabbedText } from './csv-text.js';
import { type ValueColumn, valueColumns } from './table-columns.js';

/** What the user says of a table beside its file. */
export interface TableChoice {
  readonly path: string;
  readonly isCsv: boolean;
  /** Of the numbers of CSV, where they do not tell. */
  readonly decimal?: DecimalSign | undefined;
  readonly currency: CurrencyCode | undefined;
  readonly to: CurrencyCode;
  readonly column: string | undefined;
  /** From 1, among the tables of the file that hold amounts. */
  readonly tableNumber: number | undefined;
  readonly limits: Limits;
}

const LONGEST_TITLE = 120;
/** A message that lists more is not read. */
const MOST_LISTED = 10;

/**
 * Reads the one table of a file that holds amounts, with the column to translate chosen. Throws `InputError`: no table,
 * several, no amounts, a currency that cannot be told or is the target's already.
 */
export function readTableToTranslate(bytes: Uint8Array, choice: TableChoice): TableToTranslate {
  const { path, limits } = choice;
  const filing = choice.isCsv
    ? readFiling(tabbedText(decodeSource(bytes, path, limits).text, path, choice.decimal), { path, limits })
    : readFiling(bytes, { path, limits });
  const table = onlyTable(filing, choice);
  const columns = valueColumns(filing, table, choice);
  const chosen = chooseColumn(translatable(columns, choice), choice.column, path);
  const { unit, values, problem } = chosen;
  if (problem !== null) throw problem;
  if (unit === null || unit.currency === choice.to) throw alreadyTranslated(chosen.heading, choice);
  return {
    title: titleOf(table),
    currency: unit.currency,
    power: unit.power,
    columns: columns.map(({ heading }) => heading),
    column: chosen.index,
    periodEnd: statesMonth(chosen.heading) ? chosen.periodEnd : null,
    isLatest: !columns.some((column) => isLater(column, chosen)),
    lines: linesOf(table, columns.length, values),
  };
}

function onlyTable({ tables }: Filing, { path, tableNumber }: TableChoice): Table {
  const withAmounts = tables.filter(({ unit, columns }) => !unit?.includes('/') && columns.length > 1);
  const chosen = withAmounts[(tableNumber ?? 1) - 1];
  if (chosen !== undefined && (tableNumber !== undefined || withAmounts.length === 1)) return chosen;
  if (withAmounts.length === 0) {
    throw new InputError(
      'unreadable',
      `Cannot translate ${path}: it holds no table with amounts; expected rows of a label and numbers, parted by tabs, two spaces or, in CSV, commas`,
    );
  }
  const shown = withAmounts
    .slice(0, MOST_LISTED)
    .map((table, index) => `${index + 1} (${shownTitle(table)})`);
  const list = `${shown.join(', ')}${withAmounts.length > MOST_LISTED ? `, … ${withAmounts.length}` : ''}`;
  const problem = tableNumber === undefined ? 'it holds several tables' : `it has no table ${tableNumber}`;
  throw new InputError(
    'bad-option',
    `Cannot translate ${path}: ${problem}; choose with --table-number ${list}`,
  );
}

/** The columns that hold amounts of the currency to translate; where none was named, all must be in one. */
function translatable(columns: readonly ValueColumn[], choice: TableChoice): readonly ValueColumn[] {
  const { path, to, currency: asked } = choice;
  const withAmounts = columns.filter(({ values, problem }) => problem !== null || holdsAmounts(values));
  if (withAmounts.length === 0) {
    throw new InputError('unreadable', `Cannot translate ${path}: its table holds no amounts of money`);
  }
  const currencies = [...new Set(withAmounts.flatMap(({ unit }) => unit?.currency ?? []))];
  const ofCurrency = withAmounts.filter(({ unit }) => asked === undefined || unit?.currency === asked);
  if (ofCurrency.length === 0) {
    throw new InputError(
      'currency-mismatch',
      `Cannot translate ${path} from ${asked}: its amounts are in ${currencies.join(' and ')}; leave out --currency, or name that one with it`,
    );
  }
  const toTranslate = ofCurrency.filter(({ unit }) => unit?.currency !== to);
  if (currencies.length > 1 && asked === undefined && choice.column === undefined) {
    const translated = withAmounts.find(({ unit }) => unit?.currency === to);
    const already = translated === undefined ? '' : `, “${translated.heading}” in ${to} already`;
    throw new InputError(
      'currency-mismatch',
      `Cannot translate ${path}: its columns are in ${currencies.join(' and ')}${already}; choose one with --column ${toTranslate.map(({ heading }) => `“${heading}”`).join(', ')}`,
    );
  }
  return toTranslate.length > 0 ? toTranslate : ofCurrency;
}

function holdsAmounts(values: ReadonlyMap<number, BaseValue>): boolean {
  return [...values.values()].some(({ kind }) => kind === 'amount' || kind === 'per-share');
}

/** Of a bare "2006" nobody knows when it ended. */
function statesMonth(heading: string): boolean {
  return /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b\d{4}-\d\d-\d\d\b/i.test(heading);
}

function linesOf(table: Table, columns: number, values: ReadonlyMap<number, BaseValue>): LineToTranslate[] {
  const first = table.rows.findIndex(({ kind }) => kind === 'data');
  return table.rows.flatMap((row, index) => {
    // A heading between the lines stays where it is; those above are the headings of the columns.
    if (row.kind === 'header' && index < first) return [];
    const cells = row.kind === 'group' ? [] : new Array<string>(columns).fill('');
    for (const { column, text } of row.cells) if (column - 1 in cells) cells[column - 1] = harmless(text);
    return [
      {
        label: harmless(row.label),
        level: Math.max(0, row.labelPath.length - 1),
        cells,
        base: values.get(index) ?? { kind: 'blank' as const, what: null },
      },
    ];
  });
}

/** A sentence that introduces the table is none. */
function titleOf({ caption }: Table): string | null {
  if (caption === null || caption.length > LONGEST_TITLE || /[.:]\s*$/.test(caption)) return null;
  return harmless(caption.replace(/\s+/g, ' '));
}

function shownTitle(table: Table): string {
  const first = harmless(table.rows.find(({ kind }) => kind === 'data')?.label ?? '');
  return `“${(titleOf(table) ?? first).slice(0, 40)}”`;
}

function alreadyTranslated(heading: string, { path, to }: TableChoice): InputError {
  return new InputError(
    'currency-mismatch',
    `Cannot translate the column “${heading}” of ${path}: it is in ${to} already; choose another with --column, or another currency with --to`,
  );
}
