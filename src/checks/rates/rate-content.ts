import type { Figure, Filing, Section, SourceSpan, Table } from '../../filing/filing.js';
import type { RateStatisticName } from '../../rates/rate-source.js';
import {
  type CurrencyCode,
  type Day,
  isCalendarMonth,
  isInstant,
  isYear,
  lastDayOf,
  type Period,
  type RateUnit,
} from '../../value/index.js';
import { inTable, sentenceOf } from '../engine/surroundings.js';
import { isRateUnit, type RateCell, type RateTable, rateTables, statisticOf } from './rate-cells.js';

/** One rate that the report gives: a statistic of a span, or the rate of a day. */
export interface GivenRate {
  readonly statistic: RateStatisticName | 'rate';
  readonly period: Period;
  /** Where a reader looks for it: the label of its row, or the figure in its sentence. */
  readonly place: SourceSpan;
}

/** What a report gives of exchange rates where its Item 3 has them. */
export interface GivenRates {
  readonly unit: RateUnit;
  readonly tables: readonly RateTable[];
  readonly rates: readonly GivenRate[];
  /** Whether some cell there has no period that could be read: then nothing can be said to be missing. */
  readonly isUnread: boolean;
  /** Sentences there that may give the rate at the latest practicable date, though its day or its unit was not read. */
  readonly likelyQuotes: readonly string[];
  /** The days of rates in sentences anywhere in the report: many give the latest before Item 1. */
  readonly quotedDays: readonly Day[];
  /** The text around the rates. */
  readonly text: string;
}

/**
 * The exchange rates of Item 3 between the currency of the report and the U.S. dollar; or why they cannot be judged.
 * An excerpt is judged only where the heading above its rates and what follows them are both in it.
 */
export function givenRates(filing: Filing, currency: CurrencyCode): GivenRates | string {
  const area = areaOf(filing.outline);
  if (area.size === 0) return 'no Item 3 and no section on exchange rates';
  const isIn = (section: string | null) => section !== null && area.has(section);
  const tables = rateTables(filing).filter(({ table }) => isIn(table.section));
  const own = tables
    .map((each) => ({ ...each, cells: each.cells.filter(({ unit }) => isRateOf(unit, currency)) }))
    .filter(({ cells }) => cells.length > 0);
  const [first] = own;
  const unit = first?.cells[0]?.unit;
  if (first === undefined || unit === undefined) {
    return tables.length > 0
      ? `its exchange rates are not of ${currency}`
      : 'no exchange-rate table in Item 3';
  }
  if (!isWhole(filing, area, first.table))
    return 'an excerpt that may hold only a part of the exchange rates';
  const allQuotes = filing.figures.filter((figure) => isQuote(figure) && isRateOf(figure.unit, currency));
  const quotes = allQuotes.filter((figure) => isIn(sectionOf(figure)));
  const fromTables = own.flatMap((each) => ratesOfTable(each));
  const fromText = quotes.flatMap((figure) => rateOfSentence(filing, figure));
  return {
    unit,
    tables: own,
    rates: [...fromTables, ...fromText],
    isUnread: own.some(({ cells }) => cells.some(isUnread)) || hasOtherTable(filing, own),
    likelyQuotes: likelyQuotes(filing, isIn),
    quotedDays: allQuotes.flatMap(({ period }) =>
      period !== null && isInstant(period) ? [period.instant] : [],
    ),
    text: filing.blocks
      .filter(({ section, kind }) => kind !== 'table' && isIn(section))
      .map(({ text }) => text)
      .join('\n'),
  };
}

/** "The latest noon buying rate was ¥113.98", "On July 7, 2006 the rate was ¥113.98": an amount in place of a rate. */
function likelyQuotes(filing: Filing, isIn: (section: string | null) => boolean): string[] {
  const sentences = new Set(
    filing.figures
      .filter((figure) => figure.role === 'amount' && figure.unit !== 'date' && isIn(sectionOf(figure)))
      .map((figure) => sentenceOf(filing, figure)),
  );
  return [...sentences].filter((sentence) => /\brates?\b/i.test(sentence));
}

/** The high and low, or the average, of each whole month, year or part of a month that is given. */
export function spansWith(
  { rates }: GivenRates,
  statistics: readonly RateStatisticName[],
  kind: 'month' | 'year',
): Day[] {
  const isKind = kind === 'month' ? isCalendarMonth : isYear;
  const ends = (statistic: RateStatisticName) =>
    rates.flatMap((rate) =>
      rate.statistic === statistic && !isInstant(rate.period) && isKind(rate.period)
        ? [lastDayOf(rate.period)]
        : [],
    );
  const [first = [], ...others] = statistics.map((statistic) => new Set(ends(statistic)));
  return [...first].filter((end) => others.every((set) => set.has(end))).sort((a, b) => a - b);
}

/** Sections B to D of Item 3 are on other matters; a section may also be on exchange rates by its own title. */
const ELSEWHERE = /^item-3-[bcd](?:~|$)/;
const ON_RATES =
  /^(?:[A-Z\d]{1,3}[.)]\s*)?(?:historical\s+|foreign\s+|currency\s+and\s+)?(?:currency\s+)?exchange\s+rates?(?:\s+(?:information|data|history))?[.:]?$/i;

/** Ids of the sections that answer Item 3.A, with what stands below them. */
function areaOf(outline: readonly Section[]): Set<string> {
  const area = new Set<string>();
  const visit = (sections: readonly Section[], inside: boolean) => {
    for (const section of sections) {
      const { id, title, children } = section;
      if (ELSEWHERE.test(id)) continue;
      const here = inside || id === 'item-3' || ON_RATES.test(title.trim());
      if (here) area.add(id);
      visit(children, here);
    }
  };
  visit(outline, false);
  return area;
}

/** Whether the heading above the first table is printed, and something else follows the last block of the area. */
function isWhole({ outline, blocks }: Filing, area: ReadonlySet<string>, first: Table): boolean {
  const isHeaded = flat(outline).some(({ id, printed }) => id === first.section && printed);
  const last = blocks.findLastIndex(({ section }) => section !== null && area.has(section));
  return isHeaded && last < blocks.length - 1;
}

function isUnread({ span, day }: RateCell): boolean {
  return span === null && day === null;
}

/**
 * Whether a section with rates has another table of bare numbers: they may be rates too, under headings that were not
 * understood. Amounts of money, shares and percentages are none.
 */
function hasOtherTable({ figures, tables }: Filing, own: readonly RateTable[]): boolean {
  const sections = new Set(own.map(({ table }) => table.section));
  const known = new Set(own.map(({ table }) => table.id));
  const others = new Set(
    tables.filter(({ id, section }) => sections.has(section) && !known.has(id)).map(({ id }) => id),
  );
  return figures.some(
    (figure) =>
      inTable(figure) &&
      figure.role === 'amount' &&
      others.has(figure.where.table) &&
      (figure.unit === 'pure' || isRateUnit(figure.unit)),
  );
}

function flat(outline: readonly Section[]): Section[] {
  return outline.flatMap((section) => [section, ...flat(section.children)]);
}

/** Whether a unit is a rate between a currency and the U.S. dollar, either way round. */
export function isRateOf(unit: string | null, currency: CurrencyCode): boolean {
  return unit === `${currency}/USD` || unit === `USD/${currency}`;
}

function isQuote(figure: Figure): boolean {
  return figure.role === 'amount' && !inTable(figure) && isRateUnit(figure.unit);
}

function sectionOf({ where }: Figure): string | null {
  return 'section' in where ? where.section : null;
}

function ratesOfTable({ table, cells }: RateTable): GivenRate[] {
  return cells.flatMap((cell): GivenRate[] => {
    const { statistic, span, day } = cell;
    const place = placeOf(table, cell);
    const own: GivenRate[] = span === null ? [] : [{ statistic, period: span, place }];
    return day === null ? own : [...own, { statistic: 'rate', period: { instant: day }, place }];
  });
}

/** The label of the cell's row; the cell itself where rows name the statistics, and columns the periods. */
function placeOf(table: Table, { figure, line }: RateCell): SourceSpan {
  const row = line.startsWith('r') && inTable(figure) ? table.rows[figure.where.row] : undefined;
  const { start, end } = row?.cells.find(({ column }) => column === 0) ?? figure;
  return [start, end];
}

function rateOfSentence(filing: Filing, figure: Figure): GivenRate[] {
  const { period, start, end } = figure;
  if (period === null) return [];
  if (isInstant(period)) return [{ statistic: 'rate', period, place: [start, end] }];
  const statistic = statisticOf([sentenceOf(filing, figure)]);
  return statistic === null ? [] : [{ statistic, period, place: [start, end] }];
}
