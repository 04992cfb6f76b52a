import { InputError } from '../../value/index.js';
import { type DecimalSign, englishNumbers } from './csv-numbers.js';

/** Wider than any table of a report. */
const MOST_FIELDS = 1000;

/** The reader of tables takes two cells for a row only where both are filled; three it takes as they are. */
const LEAST_CELLS = 3;

/**
 * A file of separated values (RFC 4180) as a text whose cells are parted by tabs, which the reader of reports takes for
 * a table. The separator is the one that a first line such as "sep=;" names, else the tab or semicolon where more than
 * half of the lines have one, else the comma. Line ends and tabs inside a field become spaces, numbers as reports in
 * English print them. Throws `InputError` for a quote that does not end, and as `englishNumbers` does.
 */
export function tabbedText(csv: string, path: string, decimal?: DecimalSign): string {
  const [line = '', named] = /^sep=([,;\t|])\r?\n/.exec(csv) ?? [];
  const text = csv.slice(line.length);
  const rows = records(text, named ?? separatorOf(text), path).map((fields) =>
    fields.map((field) => field.replace(/\s+/g, ' ').trim()),
  );
  const padded = englishNumbers(rows, path, decimal).map((cells) => [
    ...cells,
    ...new Array(Math.max(0, LEAST_CELLS - cells.length)).fill(''),
  ]);
  return `${padded.map((cells) => cells.join('\t')).join('\n')}\n`;
}

function separatorOf(csv: string): string {
  const lines = csv.split(/[\r\n]+/).filter((line) => line !== '');
  const common = ['\t', ';'].find(
    (separator) => lines.filter((line) => line.includes(separator)).length * 2 > lines.length,
  );
  return common ?? ',';
}

function records(csv: string, separator: string, path: string): string[][] {
  const found: string[][] = [[]];
  let at = 0;
  while (at < csv.length) {
    const fields = found.at(-1) as string[];
    const field =
      csv[at] === '"'
        ? quotedField(csv, at, separator, `${path} as CSV: a quote in record ${found.length}`)
        : bareField(csv, at, separator);
    fields.push(field.text);
    at = field.end;
    if (fields.length > MOST_FIELDS) {
      throw new InputError(
        'too-large',
        `Cannot read ${path} as CSV: line ${found.length} has more than ${MOST_FIELDS} fields`,
      );
    }
    if (csv[at] === separator) {
      at += 1;
      if (at === csv.length) fields.push('');
    } else {
      at += csv.startsWith('\r\n', at) ? 2 : 1;
      if (at < csv.length) found.push([]);
    }
  }
  return found;
}

function bareField(csv: string, start: number, separator: string): { text: string; end: number } {
  let end = start;
  while (end < csv.length && csv[end] !== separator && csv[end] !== '\n' && csv[end] !== '\r') end += 1;
  return { text: csv.slice(start, end), end };
}

function quotedField(
  csv: string,
  start: number,
  separator: string,
  place: string,
): { text: string; end: number } {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = csv.indexOf('"', from);
    if (quote < 0) {
      throw new InputError('unreadable', `Cannot read ${place} does not end`);
    }
    parts.push(csv.slice(from, quote));
    if (csv[quote + 1] !== '"') {
      const rest = bareField(csv, quote + 1, separator).end;
      return { text: parts.join('"') + csv.slice(quote + 1, rest), end: rest };
    }
    from = quote + 2;
  }
}
