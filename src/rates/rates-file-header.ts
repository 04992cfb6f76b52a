import { InputError } from '../value/index.js';
import type { RatesFileEntry, RatesFileHeader } from './rates-file.js';

/** No daily series is longer: three hundred years of weekdays. */
const MAX_RATES = 80_000;
const MAX_DECIMALS = 12;

/**
 * Reads the JSON header of a file of rates. Its checksum holds what the writer wrote; this holds that it was our
 * writer. Throws `InputError` ('bad-rates-file').
 */
export function readRatesHeader(text: string): RatesFileHeader {
  const header = parsed(text) as Partial<RatesFileHeader> | null;
  const isHeader =
    typeof header === 'object' &&
    header !== null &&
    [header.source, header.description, header.asOf].every(isText) &&
    (header.mergedWith === undefined || areRecords([header.mergedWith], ['id', 'asOf'])) &&
    Array.isArray(header.series) &&
    header.series.every(isEntry);
  if (isHeader) return header as RatesFileHeader;
  throw new InputError('bad-rates-file', 'Unexpected header in a file of exchange rates');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isEntry(entry: Partial<RatesFileEntry> | null): boolean {
  if (typeof entry !== 'object' || entry === null) return false;
  const { code, name, h10, fred, first, last, quoted, decimals, count, offset, length, history } = entry;
  return (
    [code, name, h10, fred, first, last].every(isText) &&
    (quoted === 'per_usd' || quoted === 'usd_per_unit') &&
    isCount(decimals, MAX_DECIMALS) &&
    isCount(count, MAX_RATES) &&
    isCount(offset, Number.MAX_SAFE_INTEGER) &&
    isCount(length, Number.MAX_SAFE_INTEGER) &&
    (history === undefined || isHistory(history))
  );
}

function isHistory(history: NonNullable<RatesFileEntry['history']> | null): boolean {
  if (typeof history !== 'object' || history === null) return false;
  const { retrievals, revisions, withdrawn } = history;
  return (
    areRecords(retrievals, ['retrieved', 'sha256', 'from', 'first', 'last']) &&
    areRecords(revisions, ['day', 'old', 'new', 'retrieved']) &&
    areRecords(withdrawn, ['day', 'value', 'retrieved'])
  );
}

function areRecords(list: unknown, fields: readonly string[]): boolean {
  const isRecord = (item: Record<string, unknown> | null) =>
    typeof item === 'object' && item !== null && fields.every((field) => isText(item[field]));
  return Array.isArray(list) && list.every(isRecord);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
