import { formatDay } from '../../../value/index.js';
import { quoted } from '../../table-formats/csv.js';
import type { ConvenienceTranslation, TranslatedAmount } from '../convenience-translation.js';
import type { TranslatedTable } from '../translated-table.js';
import type { TranslationRate } from '../translation-rate.js';
import { gridOf, isTable, type Translation } from './grid.js';

const AMOUNT_HEAD = ['amount', 'value', 'currency', 'translated_text', 'translated', 'to'];
const RATE_HEAD = ['rate', 'rate_unit', 'rate_date', 'source'];

/** A header line and a line an amount or a row, with the rate in each (RFC 4180, but lines end in LF). Figures are plain. */
export function csvTranslation(translation: Translation): string {
  const records = isTable(translation) ? tableRecords(translation) : amountRecords(translation);
  return records.map((fields) => `${fields.map((field) => quoted(unarmed(field))).join(',')}\n`).join('');
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

/** "(1,234)" as -1234, a dash as 0; what is no such number, as it stands. */
function plainNumber(cell: string): string {
  if (/^[-‐‑‒–—―−]{1,3}$/.test(cell)) return '0';
  const match = /^([-−△▲]|\()?\s?([\d,]*\.?\d+)\)?(%?)$/.exec(cell);
  if (match === null) return cell;
  const [, sign, digits = '', percent = ''] = match;
  return `${sign === undefined ? '' : '-'}${digits.replaceAll(',', '')}${percent}`;
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/** A spreadsheet runs a field that begins so as a formula; an apostrophe makes it text. Source: OWASP, CSV Injection. */
function unarmed(field: string): string {
  return /^[=+\-@\t\r]/.test(field) && !PLAIN_NUMBER.test(field) ? `'${field}` : field;
}
