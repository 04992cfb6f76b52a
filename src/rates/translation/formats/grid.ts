import { type CurrencyCode, formatDayLong } from '../../../value/index.js';
import { pluralName } from '../../direction.js';
import type { AmountInBoth, ConvenienceTranslation } from '../convenience-translation.js';
import { type AmountPower, MAGNITUDE_WORDS } from '../printed-amount.js';
import type { TranslatedLine, TranslatedTable } from '../translated-table.js';

/** A translated table as text: what every form of it prints. */
export interface TranslationGrid {
  readonly title: string;
  /** "In millions of Japanese yen; the columns in U.S. dollars in millions". */
  readonly stated: string;
  readonly headings: readonly string[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly label: string;
  readonly level: number;
  /** One a heading; none for the label of a group. */
  readonly cells: readonly string[];
}

/** Either result of this room's translations. */
export type Translation = ConvenienceTranslation | TranslatedTable;

export function isTable(translation: Translation): translation is TranslatedTable {
  return 'table' in translation;
}

/** The table with its translated columns on the right. */
export function gridOf(translated: TranslatedTable): TranslationGrid {
  const { table, lines, units } = translated;
  return {
    title: table.title ?? '',
    stated: `In ${units.base}; the translated ${translated.movement === null ? 'column' : 'columns'} in ${units.translated}`,
    headings: [...table.columns, ...translatedHeadings(translated)],
    rows: lines.map((line) => ({
      label: line.label,
      level: line.level,
      cells: line.cells.length === 0 ? [] : [...line.cells, ...translatedCells(line, translated)],
    })),
  };
}

/** "U.S. dollars (millions): Year ended March 31, 2006"; the second is at the rate of the latest practicable date. */
function translatedHeadings({ table, power, rate, movement }: TranslatedTable): string[] {
  const heading = table.columns[table.column] ?? '';
  const unit = unitHeading(rate.to, power);
  if (movement === null) return [`${unit}: ${heading}`];
  return [`${unit}: ${heading}`, `${unit} at ${formatDayLong(movement.latest.day)}: ${heading}`];
}

/** "Japanese yen (millions)". */
export function unitHeading(currency: CurrencyCode, power: AmountPower): string {
  const name = pluralName(currency);
  const capitalized = name.charAt(0).toUpperCase() + name.slice(1);
  return power === 0 ? capitalized : `${capitalized} (${MAGNITUDE_WORDS[power]}s)`;
}

function translatedCells(line: TranslatedLine, { movement }: TranslatedTable): string[] {
  const empty = line.base.kind === 'dash' ? line.base.text : '';
  const first = line.translated?.text ?? empty;
  return movement === null ? [first] : [first, line.atLatest?.text ?? empty];
}

/** "¥29.7 billion ($252.8 million)", "¥45.30 ($0.39) per share": as a report prints a translated amount. */
export function pairText({ base, translated }: AmountInBoth): string {
  return `${base.text} (${translated.text})${base.per === null ? '' : ` per ${base.per}`}`;
}

/** The longest of a column's texts; by a loop, for a table may have more rows than a call takes arguments. */
export function longestOf<Row>(rows: readonly Row[], lengthOf: (row: Row) => number): number {
  return rows.reduce((most, row) => Math.max(most, lengthOf(row)), 0);
}
