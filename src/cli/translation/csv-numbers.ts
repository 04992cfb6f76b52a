import { InputError } from '../../value/index.js';
import { harmless } from '../complain.js';

/** What parts the decimals of a spreadsheet's numbers from the rest: it follows the country, not the language. */
export type DecimalSign = 'point' | 'comma';

/** What a number's signs say of the country: nothing, or nothing for certain, as "1.234" does. */
type Evidence = DecimalSign | 'thousands-or-decimals' | null;

/** Digits with what may part them, between a currency, brackets or a percent sign. */
const NUMBER =
  /^((?:[^\p{L}\d]|[A-Z]{2,3}(?!\p{L})){0,6})(\d(?:[\d.,'’ ]*\d)?)((?:[^\p{L}\d]|[A-Z]{3}(?!\p{L})){0,6})$/u;

/**
 * The fields of a spreadsheet with its numbers as reports in English print them: "702.946,5", "702 946,5" and
 * "702'946.5" become "702,946.5". The first field of a row is its label. Throws `InputError` where the numbers contradict each other, or where none of them
 * tells whether "702.946" has thousands or decimals; `decimal` is the user's word for it.
 */
export function englishNumbers(
  rows: readonly (readonly string[])[],
  path: string,
  decimal: DecimalSign | undefined,
): readonly (readonly string[])[] {
  const sign =
    decimal ??
    decimalSign(
      rows.flatMap(([, ...values]) => values),
      path,
    );
  return rows.map(([label = '', ...values]) => [label, ...values.map((each) => englishNumber(each, sign))]);
}

function decimalSign(fields: readonly string[], path: string): DecimalSign {
  const firstOf = (evidence: Evidence) => fields.find((field) => evidenceOf(field) === evidence);
  const [point, comma, open] = [firstOf('point'), firstOf('comma'), firstOf('thousands-or-decimals')];
  if (point !== undefined && comma !== undefined) {
    throw new InputError(
      'bad-number',
      `Cannot read ${path} as CSV: “${harmless(comma)}” has a decimal comma and “${harmless(point)}” a decimal point; say with --decimal comma or --decimal point which is meant`,
    );
  }
  if (comma !== undefined) return 'comma';
  if (point === undefined && open !== undefined) {
    throw new InputError(
      'bad-number',
      `Cannot tell whether “${harmless(open)}” in ${path} has thousands or decimals: add --decimal comma or --decimal point`,
    );
  }
  return 'point';
}

/** A sign that stands twice parts thousands; one that is followed by other than three digits, or follows another, parts decimals. */
function evidenceOf(field: string): Evidence {
  const digits = NUMBER.exec(field)?.[2]?.replace(/[' ’](?=\d{3}(?!\d))/g, '') ?? '';
  if (
    /^0,\d+$|^\d+,(?:\d{1,2}|\d{4,})$|^\d{4,},\d+$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(
      digits,
    )
  ) {
    return 'comma';
  }
  if (
    /^0\.\d+$|^\d+\.(?:\d{1,2}|\d{4,})$|^\d{4,}\.\d+$|^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3})+$/.test(
      digits,
    )
  ) {
    return 'point';
  }
  return /^\d{1,3}\.\d{3}$/.test(digits) ? 'thousands-or-decimals' : null;
}

function englishNumber(field: string, sign: DecimalSign): string {
  const [, before = '', digits, after = ''] = NUMBER.exec(field) ?? [];
  if (digits === undefined) return field;
  const [thousands, decimals] = sign === 'comma' ? ['.', ','] : [',', '.'];
  const [whole = '', ...fractions] = digits.split(decimals);
  const groups = whole.split(whole.includes(thousands) ? thousands : /[' ’]/);
  const isNumber =
    fractions.length <= 1 &&
    /^\d*$/.test(fractions[0] ?? '') &&
    groups.every((group, index) => (index === 0 ? /^\d+$/ : /^\d{3}$/).test(group));
  if (!isNumber || (groups.length > 1 && (groups[0] ?? '').length > 3)) return field;
  return `${before}${[groups.join(','), ...fractions].join('.')}${after}`;
}
