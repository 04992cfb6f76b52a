import type { Figure, Filing, Table } from '../../filing/filing.js';
import { groupedBy } from '../engine/grouped.js';
import { inTable } from '../engine/surroundings.js';
import { numberOf } from '../rates/official.js';
import { type StatedRate, statedRate } from './stated-rate.js';

/** A line of a table in local currency and, beside it, in dollars. */
export interface TranslatedLine {
  readonly local: Figure;
  readonly dollars: Figure;
}

/** A column of dollars with the column in local currency that it translates. */
export interface DollarColumn {
  /** The year in its headings, or null. */
  readonly year: number | null;
  /** The latest year of the table's columns of dollars, or null. */
  readonly latestYear: number | null;
  readonly lines: readonly TranslatedLine[];
  /** The power of ten that its headings and those of the local column set them apart by, or null where they say none. */
  readonly statedShift: number | null;
  /** Rates in the table's own headings and notes, or in the paragraphs beside it. */
  readonly rates: readonly StatedRate[];
}

/** Every column of dollars that stands in a table beside a local currency's, in order of the document. */
export function dollarColumns(
  filing: Filing,
  byBlock: ReadonlyMap<number, readonly StatedRate[]>,
): DollarColumn[] {
  const figures = groupedBy(filing.figures.filter(inTable), ({ where }) => where.table);
  return filing.tables.flatMap((table) => columnsOf(table, figures.get(table.id) ?? [], byBlock));
}

function columnsOf(
  table: Table,
  figures: readonly (Figure & { readonly where: { readonly row: number; readonly column: number } })[],
  byBlock: ReadonlyMap<number, readonly StatedRate[]>,
): DollarColumn[] {
  const headings = table.columns.map(({ labelPath }) => labelPath.join(' '));
  // What a heading says of its unit alone is no part of its label.
  const units = new Set(table.columns.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  const hasLocal = [...units].some((unit) => unit !== 'USD' && LOCAL_MONEY.test(unit));
  const dollar = headings.map(
    (heading, column) =>
      (US_DOLLARS.test(heading) && !BOTH.test(heading)) ||
      (hasLocal && table.columns[column]?.unit === 'USD'),
  );
  if (!dollar.includes(true)) return [];
  const amounts = figures.filter(isMoney);
  const columns = groupedBy(amounts, ({ where }) => where.column);
  const years = headings.map((heading) => yearIn(heading));
  const latestYear = years.reduce(
    (latest, year, column) =>
      dollar[column] === true && year !== null && year > (latest ?? 0) ? year : latest,
    null,
  );
  const rates = [...figures.flatMap((figure) => statedRate(figure) ?? []), ...besideTable(table, byBlock)];
  return [...columns].flatMap(([column, own]): DollarColumn[] => {
    if (dollar[column] !== true) return [];
    const year = years[column] ?? null;
    const locals = [...columns.keys()].filter((each) => dollar[each] !== true);
    const chosen = localColumn(locals, column, year, years);
    if (chosen === null) return [];
    const rows = groupedBy(columns.get(chosen) ?? [], ({ where }) => where.row);
    const lines = own.flatMap((dollars): TranslatedLine[] => {
      const beside = rows.get(dollars.where.row) ?? [];
      const [local] = beside;
      return local !== undefined && beside.length === 1 ? [{ local, dollars }] : [];
    });
    if (lines.length === 0) return [];
    const statedShift = shiftOf(lines[0], headings[chosen] ?? '', headings[column] ?? '');
    return [{ year, latestYear, lines, statedShift, rates }];
  });
}

/** What the local amounts must be multiplied by, where the headings state other scales than their cells were read at. */
function shiftOf(line: TranslatedLine | undefined, local: string, dollar: string): number | null {
  const [localScale, dollarScale] = [scaleIn(local), scaleIn(dollar)];
  if (line === undefined || localScale === null || dollarScale === null) return null;
  return localScale - scaleReadAt(line.local) - (dollarScale - scaleReadAt(line.dollars));
}

function scaleIn(heading: string): number | null {
  const word = /\b(thousand|million|billion)s?\b/i.exec(heading)?.[1]?.toLowerCase();
  return word === undefined ? null : ({ thousand: 3, million: 6, billion: 9 }[word] ?? null);
}

/** The power of ten between the printed digits of a cell and its value. */
function scaleReadAt({ text, decimals }: Figure): number {
  return (/\.(\d+)/.exec(text)?.[1]?.length ?? 0) - decimals;
}

/** The column of the same year, the nearest of them; where the dollars name no year, the nearest before them. */
function localColumn(
  locals: readonly number[],
  column: number,
  year: number | null,
  years: readonly (number | null)[],
): number | null {
  const sameYear = locals.filter((each) => year === null || years[each] === year);
  const candidates = sameYear.length > 0 || years.some((each) => each !== null) ? sameYear : locals;
  const before = candidates.filter((each) => each < column);
  return before.at(-1) ?? (year === null ? null : (candidates[0] ?? null));
}

function besideTable(table: Table, byBlock: ReadonlyMap<number, readonly StatedRate[]>): StatedRate[] {
  const notes = new Set(table.notes.map(({ block }) => block));
  for (let distance = 1; distance <= 2; distance++) {
    notes.add(table.block - distance);
    notes.add(table.block + distance);
  }
  return [...notes].sort((a, b) => a - b).flatMap((block) => byBlock.get(block) ?? []);
}

function isMoney(figure: Figure): boolean {
  return figure.role === 'amount' && MONEY.test(figure.unit) && numberOf(figure.value) !== null;
}

function yearIn(heading: string): number | null {
  const year = /\b(?:19|20)\d\d\b(?![\s\S]*\b(?:19|20)\d\d\b)/.exec(heading)?.[0];
  return year === undefined ? null : Number(year);
}

/** The unit of a column is lost on some of its cells, so plain numbers count too. */
const MONEY = /^(?:pure|(?!ADS$)[A-Z]{3}(?:\/(?:share|ADS))?)$/;
const LOCAL_MONEY = /^(?!ADS$)[A-Z]{3}$/;
const US_DOLLARS = /\bU\.?\s?S\.?\s?(?:dollars?\b|\$)|\bUSD\b|\bUnited\s+States\s+dollars?\b/i;
/** A heading over rates, or over columns of both currencies. */
const BOTH = /\b(?:per|to|for|equals?)\s+(?:one\s+)?U\.?\s?S\.?|=/i;
