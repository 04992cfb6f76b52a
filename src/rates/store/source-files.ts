import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, Decimal, formatDay, type RateUnit } from '../../value/index.js';
import { type LoadedSource, loadSourceCsv, type SourceSeries } from '../loaders/source-csv.js';
import {
  NO_HISTORY,
  type RateRetrieval,
  type RateRevision,
  type SeriesHistory,
  type WithdrawnRate,
} from './series-history.js';
import { damagedStore } from './store-errors.js';

/** The folder of a state that holds the other sources, one CSV each. */
export const SOURCES_FOLDER = 'sources';

/** Another source as held. */
export interface HeldSource extends Omit<LoadedSource, 'series'> {
  readonly series: readonly (SourceSeries & { readonly history: SeriesHistory })[];
}

/** What the first lines of a source's file tell, without reading its rates. */
export interface SourceFileHead {
  readonly path: string;
  /** The source's name first. */
  readonly names: readonly string[];
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** The sources of a state, their rates unread. Throws `InputError` ('bad-rates-file') that names the file. */
export function sourceFiles(state: string): SourceFileHead[] {
  return namesIn(join(state, SOURCES_FOLDER)).map((name) => {
    const path = join(state, SOURCES_FOLDER, name);
    return guarded(path, () => {
      const bytes = readFileSync(path);
      const lines = headLines(bytes);
      const [source] = valuesOf(lines, 'source');
      if (source === undefined) throw new Error('it does not say its source');
      const names = valuesOf(lines, 'names').flatMap((text) => text.split(';').map((each) => each.trim()));
      const description = valuesOf(lines, 'description')[0] ?? '';
      return { path, names: [...new Set([source, ...names])], description, bytes };
    });
  });
}

/** Reads a source whole. Throws `InputError` ('bad-rates-file') that names the file. */
export function readSource({ path, bytes }: SourceFileHead): HeldSource {
  return guarded(path, () => {
    const loaded = loadSourceCsv(bytes, { name: path });
    const histories = historiesOf(headLines(bytes));
    return {
      ...loaded,
      series: loaded.series.map((series) => ({
        ...series,
        history: histories.get(series.unit) ?? NO_HISTORY,
      })),
    };
  });
}

/** Its file name: readable, and another for each source. */
export function sourceFileName(source: string): string {
  const name = source.normalize('NFKC').toLowerCase();
  const readable = name
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${readable === '' ? 'source' : readable}-${digest}.csv`;
}

/** The CSV: `#` lines, then a row a day and a column a unit; a day without a rate is an empty field. */
export function sourceFileText(source: HeldSource): string {
  const days = [...new Set(source.series.flatMap(({ rates }) => Array.from(rates.days)))].sort(
    (a, b) => a - b,
  );
  const columns = source.series.map(({ decimals, rates }) => {
    const texts = Array.from(rates.coefficients, (coefficient) => `${Decimal.of(coefficient, decimals)}`);
    return new Map(texts.map((text, index) => [rates.days[index] ?? 0, text]));
  });
  const rows = days.map((day) => [formatDay(day as Day), ...columns.map((column) => column.get(day) ?? '')]);
  const head = ['date', ...source.series.map(({ unit }) => unit)];
  return [...headText(source), head.join(','), ...rows.map((row) => row.join(',')), ''].join('\n');
}

function headText({ source, names, description, url, series }: HeldSource): string[] {
  const lines = [
    `# source: ${oneLine(source)}`,
    `# names: ${names.map((name) => oneLine(name).replaceAll(';', ',')).join('; ')}`,
  ];
  if (description !== '') lines.push(`# description: ${oneLine(description)}`);
  if (url !== null) lines.push(`# url: ${oneLine(url)}`);
  for (const { unit, history } of series) {
    const { retrievals, revisions, withdrawn } = history;
    lines.push(...retrievals.map((each) => `# retrieved: ${JSON.stringify({ unit, ...each })}`));
    lines.push(...revisions.map((each) => `# revised: ${JSON.stringify({ unit, ...each })}`));
    lines.push(...withdrawn.map((each) => `# withdrawn: ${JSON.stringify({ unit, ...each })}`));
  }
  return lines;
}

function historiesOf(lines: readonly string[]): Map<RateUnit, SeriesHistory> {
  const histories = new Map<RateUnit, SeriesHistory>();
  const add = <Entry>(key: string, into: (history: SeriesHistory, entry: Entry) => SeriesHistory) => {
    for (const text of valuesOf(lines, key)) {
      const { unit, ...entry } = JSON.parse(text) as Entry & { unit: RateUnit };
      histories.set(unit, into(histories.get(unit) ?? NO_HISTORY, entry as Entry));
    }
  };
  add<RateRetrieval>('retrieved', (of, entry) => ({ ...of, retrievals: [...of.retrievals, entry] }));
  add<RateRevision>('revised', (of, entry) => ({ ...of, revisions: [...of.revisions, entry] }));
  add<WithdrawnRate>('withdrawn', (of, entry) => ({ ...of, withdrawn: [...of.withdrawn, entry] }));
  return histories;
}

/** The lines at the top that begin with `#`, without it. */
function headLines(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; file[start] === 0x23; ) {
    const end = file.indexOf(0x0a, start);
    lines.push(file.toString('utf8', start + 1, end < 0 ? file.length : end).trim());
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}

function valuesOf(lines: readonly string[], key: string): string[] {
  return lines.flatMap((line) => (line.startsWith(`${key}:`) ? [line.slice(key.length + 1).trim()] : []));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .sort();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw damagedStore(folder, cause);
  }
}

function guarded<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw damagedStore(path, cause);
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
