import { csvLine, plainNumber } from '../../../value/csv-field.js';
import { formatDay } from '../../../value/index.js';
import type { ConvenienceTranslation, TranslatedAmount } from '../convenience-translation.js';
import type { TranslatedTable } from '../translated-table.js';
import type { TranslationRate } from '../translation-rate.js';
import { gridOf, isTable, type Translation } from './grid.js';

const AMOUNT_HEAD = ['amount', 'value', 'currency', 'translated_text', 'translated', 'to'];
const RATE_HEAD = ['rate', 'rate_unit', 'rate_date', 'source'];

/** A header line and a line an amount or a row, with the rate in each (RFC 4180, but lines end in LF). Figures are plain. */
export function csvTranslation(translation: Translation): string {
  const records = isTable(translation) ? tableRecords(translation) : amountRecords(translation);
  return records.map(csvLine).join('');
}

function amountRecords({ amounts, rate, movement }: ConvenienceTranslation): string[][] {
  const atLatest = movement === null ? [] : ['translated_at_latest', 'latest_rate', 'latest_rate_date'];
  return [
    [...AMOUNT_HEAD, ...RATE_HEAD, ...atLatest],
    ...amounts.map(({ base, translated, atLatest: later }) => [
      base.text,
      base.value.toString(),
      rate.from,
      translated.text,
      translated.value.toString(),
      rate.to,
      ...rateFields(rate),
      ...(movement === null
        ? []
        : [later?.value.toString() ?? '', movement.latest.value.toString(), formatDay(movement.latest.day)]),
    ]),
  ];
}

function tableRecords(table: TranslatedTable): string[][] {
  const { headings, rows } = gridOf(table);
  const given = table.table.columns.length;
  return [
    ['label', ...headings, ...RATE_HEAD],
    ...rows.map(({ label, cells }, index) => {
      const line = table.lines[index];
      const plain = [line?.translated, line?.atLatest].map((amount) => plainText(amount ?? null));
      const values = headings.map((_, column) =>
        column < given
          ? plainNumber(cells[column] ?? '')
          : (plain[column - given] ?? '') || plainNumber(cells[column] ?? ''),
      );
      const hasRate = line?.translated != null;
      return [label, ...values, ...(hasRate ? rateFields(table.rate) : RATE_HEAD.map(() => ''))];
    }),
  ];
}

function rateFields({ value, unit, day, source }: TranslationRate): string[] {
  return [value.toString(), unit, formatDay(day), source.name];
}

function plainText(amount: TranslatedAmount | null): string {
  return amount === null ? '' : amount.printed.toString();
}
