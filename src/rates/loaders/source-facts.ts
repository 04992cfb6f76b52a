import { InputError, type RateUnit, rateUnit } from '../../value/index.js';
import { sourceDescription } from '../source-rate-name.js';
import { badFile, quoted, shown } from './bad-file.js';

const MOST_NAMES = 50;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 2000;

/** Names that belong to the rates of the package: another file must not pass for them. */
const RESERVED = /^(?:the )?(?:h\.? ?10|federal reserve.*|(?:noon )?buying rates?)$/i;

/** What a user says of a file of rates. */
export interface DeclaredSource {
  /** "Bank of Canada". */
  readonly source?: string | undefined;
  /** `CAD/USD`, Canadian dollars per U.S. dollar, of a column headed `rate`. */
  readonly unit?: string | undefined;
  /** What documents call it, beside its own name. */
  readonly names?: readonly string[] | undefined;
  /** For a footnote: what the rates are and who publishes them. */
  readonly description?: string | undefined;
  readonly url?: string | undefined;
}

/** Where the table of a file begins. */
export interface TableStart {
  readonly offset: number;
  readonly line: number;
}

export interface SourceHead {
  readonly values: DeclaredSource;
  readonly next: TableStart;
}

/**
 * Reads the `#` lines above a table; those of other keys are for others to read. A spreadsheet may have put quotes
 * around such a line, and commas after it.
 */
export function readSourceHead(text: string, name: string): SourceHead {
  const values = new Map<string, string>();
  let offset = 0;
  let line = 1;
  while (/^"?#/.test(text.slice(offset, offset + 2))) {
    const end = /\r\n|\r|\n/g;
    end.lastIndex = offset;
    const found = end.exec(text);
    if (found === null)
      throw badFile(name, 'end of the file', 'a table of rates below the # lines', `, line ${line}`);
    const [, key = '', value = ''] =
      /^#+ *([a-z0-9]+) *:(.*)$/i.exec(bare(text.slice(offset, found.index))) ?? [];
    if (key !== '') values.set(key.toLowerCase(), value.trim());
    offset = end.lastIndex;
    line++;
  }
  const { source, unit, names, description, url } = Object.fromEntries(values);
  const listed = names?.split(';') ?? [];
  return { values: { source, unit, names: listed, description, url }, next: { offset, line } };
}

function bare(line: string): string {
  const text = line.replace(/,+$/, '');
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

export interface SourceFacts {
  readonly source: string;
  readonly names: readonly string[];
  readonly description: string;
  readonly url: string | null;
  /** Of a column headed `rate`; null where neither the file nor the user says it. */
  readonly unit: RateUnit | null;
}

/** What the file says and what is declared, as one. Throws `InputError` ('bad-option') where they contradict. */
export function sourceFacts(said: DeclaredSource, declared: DeclaredSource, name: string): SourceFacts {
  const source = requireSource(oneOf('source', said.source, declared.source, name), name);
  const names = [source, ...(declared.names ?? []), ...(said.names ?? [])].map((each) => each.trim());
  const distinct = names.filter(
    (each, index) => each !== '' && names.findIndex((other) => same(other, each)) === index,
  );
  if (distinct.length > MOST_NAMES || distinct.some((each) => each.length > LONGEST_NAME)) {
    throw badOption(name, 'names', `at most ${MOST_NAMES} of at most ${LONGEST_NAME} characters`);
  }
  for (const each of distinct) requireOwnName(each, name);
  const unit = oneOf('unit', textOfUnit(said.unit, name), textOfUnit(declared.unit, name), name);
  return {
    source,
    names: distinct,
    description: bounded(declared.description ?? said.description) ?? sourceDescription(source),
    url: bounded(declared.url ?? said.url) ?? null,
    unit: unit === null ? null : parseUnit(unit),
  };
}

/** The unit that a text names, `CAD/USD` or `CAD per USD`, or null. */
export function parseUnit(text: string): RateUnit | null {
  const [, quote, base] = /^([A-Z]{3})(?:\/| +per +)([A-Z]{3})$/i.exec(text.trim()) ?? [];
  if (quote === undefined || base === undefined) return null;
  const unit = rateUnit(quote.toUpperCase(), base.toUpperCase());
  return quote.toUpperCase() === base.toUpperCase() ? null : unit;
}

function textOfUnit(text: string | undefined, name: string): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const unit = parseUnit(text);
  if (unit === null)
    throw badOption(name, `unit ${quoted(text)}`, 'one such as CAD/USD, Canadian dollars per U.S. dollar');
  return unit;
}

function oneOf(
  what: string,
  said: string | undefined,
  declared: string | undefined,
  name: string,
): string | null {
  const [inFile, given] = [said?.trim() || null, declared?.trim() || null];
  if (inFile !== null && given !== null && !same(inFile, given)) {
    throw badOption(name, `${what} ${quoted(given)}`, `${quoted(inFile)}, as the file says itself`);
  }
  return inFile ?? given;
}

function requireSource(source: string | null, name: string): string {
  if (source === null) {
    throw new InputError(
      'bad-option',
      `Cannot load ${shown(name)} without the name of its source: declare it, or put a line "# source: Bank of Canada" at the top of the file`,
    );
  }
  if (!/\p{L}/u.test(source))
    throw badOption(name, `source ${quoted(source)}`, 'a name such as Bank of Canada');
  return source;
}

function requireOwnName(each: string, name: string): void {
  if (!RESERVED.test(each)) return;
  throw badOption(
    name,
    `name ${quoted(each)}`,
    "another one: that is what the Federal Reserve's own rates are called",
  );
}

function bounded(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed.slice(0, LONGEST_TEXT);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function badOption(name: string, unexpected: string, expected: string): InputError {
  return new InputError('bad-option', `Unexpected ${unexpected} for ${shown(name)}; expected ${expected}`);
}
