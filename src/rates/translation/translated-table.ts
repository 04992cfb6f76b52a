import { type CurrencyCode, civilDateOf, type Day, type Decimal, formatDayLong } from '../../value/index.js';
import { pluralName } from '../direction.js';
import {
  magnitudePlural,
  type TranslatedAmount,
  type TranslationOptions,
  type TranslationTerms,
  translationTerms,
} from './convenience-translation.js';
import { footingNotes } from './footing.js';
import { note, ruleNotes, type TranslationNote, warning } from './notes.js';
import { type AmountPower, minorDigits, numberText, printedAmount } from './printed-amount.js';
import { type TranslationRate, translatedExactly, translationFormula } from './translation-rate.js';

/** A table whose amounts are in one currency, as read; plain data. */
export interface TableToTranslate {
  readonly title: string | null;
  readonly currency: CurrencyCode;
  /** Power of ten that its amounts are in: 6 for "in millions of yen". */
  readonly power: AmountPower;
  /** Headings of the columns of values. */
  readonly columns: readonly string[];
  /** Index of the column that is translated. */
  readonly column: number;
  /** The last day of that column's period, or null where its heading does not state it. */
  readonly periodEnd: Day | null;
  /** Whether no column is of a later period. */
  readonly isLatest: boolean;
  readonly lines: readonly LineToTranslate[];
}

export interface LineToTranslate {
  readonly label: string;
  /** How many groups it stands in. */
  readonly level: number;
  /** Its values as printed, a column each, "" for none; empty for the label of a group. */
  readonly cells: readonly string[];
  /** What stands in the translated column. */
  readonly base: BaseValue;
}

/**
 * `amount`: in the currency of the table and, unless its label states a power of ten of its own, in the table's power. `per-share`: in whole units. `dash`: printed as a dash, and kept.
 * `blank`: nothing, or a percentage or count, which no rate changes; `what` says which.
 */
export type BaseValue =
  | {
      readonly kind: 'amount' | 'per-share';
      /** In whole units of the currency, exact. */
      readonly value: Decimal;
      /** Power of ten that the cell is in, and that its translation is printed in; 0 for `per-share`. */
      readonly power?: AmountPower;
      /** Decimals that the cell prints. */
      readonly decimals: number;
      readonly brackets: boolean;
    }
  | { readonly kind: 'dash'; readonly text: string }
  | { readonly kind: 'blank'; readonly what: string | null };

export interface TranslatedLine extends LineToTranslate {
  /** Null for a dash, a blank and a group. */
  readonly translated: TranslatedAmount | null;
  readonly atLatest: TranslatedAmount | null;
}

/** A table with a column of translated amounts. */
export interface TranslatedTable extends TranslationTerms {
  readonly table: TableToTranslate;
  /** Power of ten of the translated column. */
  readonly power: AmountPower;
  /** "millions of Japanese yen", "millions of U.S. dollars". */
  readonly units: { readonly base: string; readonly translated: string };
  readonly lines: readonly TranslatedLine[];
}

/**
 * Translates one column of a table, each line from its own amount, rounded once, half up; so a translated total may
 * differ from the sum of the lines above it, and a note says where. Throws `InputError` as `convenienceTranslation` does.
 */
export function translatedTable(table: TableToTranslate, options: TranslationOptions): TranslatedTable {
  const terms = translationTerms(options);
  const power = options.power ?? table.power;
  const lines = table.lines.map((line) => ({
    ...line,
    translated: translatedBase(line.base, options.rate, power, options),
    atLatest: options.latest === undefined ? null : translatedBase(line.base, options.latest, power, options),
  }));
  const { from, to } = options.rate;
  const notes = [
    ...terms.notes,
    ...periodNotes(table, options.rate),
    ...blankNotes(lines),
    ...footingNotes(lines, table.power),
  ];
  return {
    ...terms,
    table,
    power,
    units: {
      base: `${magnitudePlural(table.power)}${pluralName(from)}`,
      translated: `${magnitudePlural(power)}${pluralName(to)}`,
    },
    lines,
    notes: [...notes, ...ruleNotes(to, notes)],
  };
}

function translatedBase(
  base: BaseValue,
  rate: TranslationRate,
  power: AmountPower,
  options: TranslationOptions,
): TranslatedAmount | null {
  if (base.kind === 'dash' || base.kind === 'blank') return null;
  const isPerShare = base.kind === 'per-share';
  const style = {
    power: isPerShare ? (0 as const) : (options.power ?? base.power ?? power),
    decimals: isPerShare
      ? Math.max(base.decimals, minorDigits(rate.to))
      : (options.decimals ?? base.decimals),
    brackets: base.brackets,
  };
  const amount = printedAmount(translatedExactly(base.value, rate), style);
  return { ...amount, text: numberText(amount), formula: translationFormula(base.value, rate) };
}

function periodNotes(
  { columns, column, periodEnd, isLatest }: TableToTranslate,
  { to, asked }: TranslationRate,
): TranslationNote[] {
  if (to !== 'USD') return [];
  const heading = columns[column] ?? '';
  if (!isLatest) {
    return [
      warning(
        'earlier-period',
        `The column “${heading}” is not of the latest period: in the statements Rule 3-20(b) lets no earlier year be translated.`,
      ),
    ];
  }
  const end = otherEnd(heading, periodEnd, asked);
  if (end === null) return [];
  return [
    warning(
      'other-balance-sheet-date',
      `The column “${heading}” ${end}, and the rate asked for is of ${formatDayLong(asked)}: Rule 3-20(b) asks for that of the latest balance sheet in the filing.`,
    ),
  ];
}

/** What a column's heading says of its end, where that is another than the day; a bare year may be named by its start. */
function otherEnd(heading: string, periodEnd: Day | null, day: Day): string | null {
  if (periodEnd !== null) return periodEnd === day ? null : `ends on ${formatDayLong(periodEnd)}`;
  const [year, ...others] = heading.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  if (year === undefined || others.length > 0) return null;
  const later = civilDateOf(day).year - Number(year);
  return later === 0 || later === 1 ? null : `is of ${year}`;
}

/** A note that names more is not read. */
const MOST_NAMED = 12;

function blankNotes(lines: readonly TranslatedLine[]): TranslationNote[] {
  const left = lines.flatMap(({ label, base }) =>
    base.kind === 'blank' && base.what !== null ? [`${label} (${base.what})`] : [],
  );
  if (left.length === 0) return [];
  const more = left.length > MOST_NAMED ? `; and ${left.length - MOST_NAMED} more` : '';
  const named = left.slice(0, MOST_NAMED).join('; ');
  return [note('lines-left-blank', `Not translated: ${named}${more}.`)];
}
