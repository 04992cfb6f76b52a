/** A line of CSV (RFC 4180, but lines end in LF). What a spreadsheet would run as a formula is made text. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map((field) => quoted(unarmed(field))).join(',')}\n`;
}

/** A field, in quotes where it holds what would end it. */
export function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** "(1,234)" as -1234, "$ 5" as 5, a dash as 0; what is no such number, as it stands. */
export function plainNumber(cell: string): string {
  if (/^[$€£¥]?\s?[-‐‑‒–—―−]{1,3}$/.test(cell)) return '0';
  const match = /^([-−△▲]|\()?\s?[$€£¥]?\s?(\()?\s?([\d,]*\.?\d+)\s?\)?\s?(%?)\s?\)?$/.exec(cell);
  if (match === null) return cell;
  const [, sign, bracket, digits = '', percent = ''] = match;
  return `${sign === undefined && bracket === undefined ? '' : '-'}${digits.replaceAll(',', '')}${percent}`;
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/** A spreadsheet runs a field that begins so as a formula; an apostrophe makes it text. Source: OWASP, CSV Injection. */
function unarmed(field: string): string {
  return /^[=+\-@\t\r]/.test(field) && !PLAIN_NUMBER.test(field) ? `'${field}` : field;
}
