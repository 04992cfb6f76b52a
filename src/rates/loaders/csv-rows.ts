import { badPlace, quoted } from './bad-file.js';
import { type LoaderLimits, requireWithin } from './loader-limits.js';

/** More columns than any file of rates has, and few enough to hold in memory. */
const MAX_FIELDS = 20_000;

/** One record of a CSV file. */
export interface CsvRow {
  /** The line that it starts on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Whether a line end follows: a file that was cut short has none after its last record. */
  readonly ended: boolean;
}

/**
 * The records of a CSV file, blank lines left out. Commas, quoted fields with doubled quotes, LF, CRLF or CR.
 * Throws `InputError` for a quote that is not closed, or with text after it. Source: RFC 4180.
 *
 * Fields keep their spaces: what they mean is for the reader of the column to say.
 */
export function* csvRows(
  text: string,
  file: string,
  limits: LoaderLimits,
  from = { offset: 0, line: 1 },
): Generator<CsvRow> {
  let { offset, line } = from;
  while (offset < text.length) {
    requireWithin(line, limits.observations, 'lines', file);
    const record = readRecord(text, offset, { file, line }, limits);
    const isBlank = record.fields.every((field) => field.trim() === '');
    if (!isBlank) yield { line, fields: record.fields, ended: record.ended };
    offset = record.next;
    line += record.lines;
  }
}

/** Throws `InputError` for a header whose columns are parted otherwise, as spreadsheets of many countries part them. */
export function requireCommas({ line, fields }: CsvRow, file: string): void {
  const [only = ''] = fields;
  if (fields.length > 1 || !/[;\t]/.test(only)) return;
  throw badPlace(
    { file, line },
    `${only.includes(';') ? 'semicolons' : 'tabs'} between the columns`,
    'commas, and a point in the rates, as a spreadsheet with English settings saves a CSV',
  );
}

/** Throws `InputError` for a row that is longer or shorter than the header of its table. */
export function requireWidth({ line, fields }: CsvRow, width: number, file: string): void {
  if (fields.length === width) return;
  throw badPlace({ file, line }, `row of ${fields.length} fields`, `${width}, as in the header`);
}

interface Record {
  readonly fields: string[];
  readonly next: number;
  readonly lines: number;
  readonly ended: boolean;
}

function readRecord(
  text: string,
  start: number,
  place: { readonly file: string; readonly line: number },
  limits: LoaderLimits,
): Record {
  const fields: string[] = [];
  let offset = start;
  let lines = 1;
  for (;;) {
    const field =
      text[offset] === '"' ? quotedField(text, offset, place, limits) : plainField(text, offset, limits);
    if (field.value.length > limits.fieldLength) {
      throw badPlace(place, `field of ${field.value.length} characters`, `at most ${limits.fieldLength}`);
    }
    fields.push(field.value);
    lines += field.lines;
    offset = field.next;
    if (text[offset] !== ',') break;
    requireWithin(fields.length, MAX_FIELDS, 'columns', place.file);
    offset++;
  }
  const ended = offset < text.length;
  if (text[offset] === '\r' && text[offset + 1] === '\n') offset++;
  return { fields, next: offset + 1, lines, ended };
}

interface Field {
  readonly value: string;
  /** Offset of the comma or line end after it. */
  readonly next: number;
  /** Line ends inside it. */
  readonly lines: number;
}

function plainField(text: string, start: number, limits: LoaderLimits): Field {
  let end = start;
  // One more than the bound is enough to tell that it is passed.
  const bound = Math.min(text.length, start + limits.fieldLength + 1);
  while (end < bound && !isFieldEnd(text.charCodeAt(end))) end++;
  return { value: text.slice(start, end), next: end, lines: 0 };
}

function quotedField(
  text: string,
  start: number,
  place: { readonly file: string; readonly line: number },
  limits: LoaderLimits,
): Field {
  let value = '';
  let offset = start + 1;
  for (;;) {
    const quote = text.indexOf('"', offset);
    if (quote < 0 || quote - offset + value.length > limits.fieldLength) {
      throw badPlace(
        place,
        `quote ${quoted(text.slice(start, start + 40))} that is not closed`,
        'a second one',
      );
    }
    value += text.slice(offset, quote);
    offset = quote + 1;
    if (text[offset] !== '"') break;
    value += '"';
    offset++;
  }
  if (offset < text.length && !isFieldEnd(text.charCodeAt(offset))) {
    throw badPlace(
      place,
      `text after the closing quote of ${quoted(value)}`,
      'a comma or the end of the line',
    );
  }
  return { value, next: offset, lines: value.split(/\r\n|\r|\n/).length - 1 };
}

/** Comma, LF, CR. */
function isFieldEnd(code: number): boolean {
  return code === 44 || code === 10 || code === 13;
}
