/** What a report is made of, before a manner of printing makes a page of it. */
export type Part =
  | { readonly kind: 'item'; readonly title: string }
  | { readonly kind: 'sub-item'; readonly title: string }
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'centered'; readonly lines: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  | ReportTable;

export interface ReportTable {
  readonly kind: 'table';
  /** Rows of headings; a heading stands over `over` columns. */
  readonly headings: readonly (readonly { readonly text: string; readonly over: number }[])[];
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly label: string;
  /** Printed texts, "" for an empty cell; a group has none. */
  readonly values: readonly string[];
  /** How far the label is set in. */
  readonly level: number;
  /** `total`: a line is drawn above its values. */
  readonly kind: 'group' | 'line' | 'total';
}

export const item = (title: string): Part => ({ kind: 'item', title });
export const subItem = (title: string): Part => ({ kind: 'sub-item', title });
export const heading = (title: string): Part => ({ kind: 'heading', title });
export const centered = (...lines: readonly string[]): Part => ({ kind: 'centered', lines });
export const paragraph = (text: string): Part => ({ kind: 'paragraph', text });

/** One row of headings, a column each. */
export const columns = (...texts: readonly string[]) => texts.map((text) => ({ text, over: 1 }));

export function table(headings: ReportTable['headings'], rows: readonly ReportRow[]): Part {
  return { kind: 'table', headings, rows };
}

export function group(label: string, level = 0): ReportRow {
  return { label, values: [], level, kind: 'group' };
}

export function line(label: string, values: readonly (number | string)[], level = 0): ReportRow {
  return { label, values: values.map(printed), level, kind: 'line' };
}

export function total(label: string, values: readonly (number | string)[], level = 0): ReportRow {
  return { label, values: values.map(printed), level, kind: 'total' };
}

/** The row with a currency sign before its amounts. */
export function inYen(row: ReportRow): ReportRow {
  return { ...row, values: row.values.map((value) => (/^\(?\d/.test(value) ? `¥${value}` : value)) };
}

/** 12345 as "12,345", -56 as "(56)", 0 as "—"; a text as it is. */
export function printed(value: number | string): string {
  if (typeof value === 'string') return value;
  if (value === 0) return '—';
  const size = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 ? `(${size})` : size;
}

/** The quotient rounded half up, with that many decimals: 8.9 for 4.1 / 45.7 × 100. */
export function quotient(dividend: number, divisor: number, decimals: number): string {
  const shift = 10n ** BigInt(decimals);
  const [a, b] = [
    BigInt(Math.abs(dividend)) * shift * 2n + BigInt(Math.abs(divisor)),
    BigInt(Math.abs(divisor)) * 2n,
  ];
  const digits = (a / b).toString().padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  const sign = dividend < 0 !== divisor < 0 ? '-' : '';
  return `${sign}${digits.slice(0, at).replace(/\B(?=(\d{3})+$)/g, ',')}${decimals > 0 ? `.${digits.slice(at)}` : ''}`;
}

export const percent = (part: number, whole: number): string => `${quotient(part * 100, whole, 1)}%`;
