import { formatDayLong } from '../value/index.js';
import { directionText } from './direction.js';
import type { ExchangeRateRow, ExchangeRateTable, TableFootnote } from './exchange-rate-table.js';
import type { AverageMethod } from './rate-source.js';
import { redenominationsWithin } from './redenominations.js';

/** The mark of the note on averages, which the heading of that column carries. */
export const AVERAGE_MARK = '(1)';

const METHODS: Readonly<Record<AverageMethod, string>> = {
  daily: 'the average of the daily rates of the period',
  'month-end': 'the average of the rates on the last day of each month of the period that has a rate',
};

/** What a reader must know to form the figures again: method, direction, source, date. */
export function tableFootnotes(table: Omit<ExchangeRateTable, 'footnotes'>): TableFootnote[] {
  const rows = table.groups.flatMap((group) => group.rows);
  return [
    { mark: AVERAGE_MARK, text: averageText(rows) },
    { mark: null, text: 'Period-end: the rate on the last day of the period that has one.' },
    ...(table.inverted ? [{ mark: null, text: inversionText(table) }] : []),
    ...redenominationNotes(table, rows),
    { mark: null, text: sourceText(table) },
  ];
}

function averageText(rows: readonly ExchangeRateRow[]): string {
  const years = rows.filter((row) => isFiscalYear(row));
  const months = rows.filter((row) => !isFiscalYear(row));
  const parts = [
    ...(years[0] === undefined ? [] : [`For fiscal years, ${METHODS[years[0].averageMethod]}.`]),
    ...(months[0] === undefined ? [] : [`For calendar months, ${METHODS[months[0].averageMethod]}.`]),
  ];
  return parts.join(' ');
}

function inversionText({ publishedUnit }: Omit<ExchangeRateTable, 'footnotes'>): string {
  const published = directionText(publishedUnit);
  return (
    `The source publishes ${published}; each daily rate was inverted first, and the high, low, average and ` +
    'period-end are those of the inverted rates.'
  );
}

function redenominationNotes(
  { currency }: Omit<ExchangeRateTable, 'footnotes'>,
  rows: readonly ExchangeRateRow[],
): TableFootnote[] {
  const days = new Set(rows.flatMap(({ period }) => redenominationsWithin(currency, period)));
  return [...days].map((day) => ({
    mark: null,
    text:
      `From ${formatDayLong(day)} the rates are of a new currency unit. In a period that holds both units, high, ` +
      'low and average have no meaning.',
  }));
}

function sourceText({ direction, source, lastDay }: Omit<ExchangeRateTable, 'footnotes'>): string {
  return (
    `Source: ${source.description}. ${direction}. Rates held as of ${formatDayLong(source.asOf)}, ` +
    `of this currency through ${formatDayLong(lastDay)}.`
  );
}

/** Months are shorter; a table has no other periods. */
function isFiscalYear({ period }: ExchangeRateRow): boolean {
  return period.until - period.start > 31;
}
