import { basename } from 'node:path';
import type { Reading } from '../../rates/store/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { formatOption, jsonText, TERMINAL_OR_JSON } from '../format-option.js';
import { heldRatesOf } from '../held-rates.js';
import { loadSource } from '../load-source.js';
import { clockOf, requireRatesDirectory } from '../rates-store.js';

const MOST_BYTES = 64 * 1024 * 1024;
/** Enough to tell whose file it is. */
const HEAD_BYTES = 200;
const UTF8_MARK = [0xef, 0xbb, 0xbf];

interface RatesImportOptions {
  readonly source?: string;
  readonly unit?: string;
  readonly names?: string;
  readonly description?: string;
  readonly dryRun?: boolean;
  readonly format: 'terminal' | 'json';
}

/** `tickmark rates import`: rates from files. */
export const command: CommandDefinition = {
  name: 'rates import',
  summary: 'take rates from files: of the Federal Reserve, FRED or another source',
  description: [
    'Takes noon buying rates from files that were downloaded elsewhere: the H.10 release (FRB_h10_xml.zip, or the XML in it), a CSV of the Data Download Program, a CSV of FRED. They are merged, checked and reported as by "tickmark rates update".',
    'Rates of another source that a report names, such as a central bank, come as CSV with the columns date and rate. Say whose they are and in which unit with --source and --unit, or in lines at the top of the file: "# source: Bank of Canada", "# unit: CAD/USD", "# names: BoC; Bank of Canada noon rate". The CSV of the Bank of Canada is read as it stands. Checks use the rates where the document names that source.',
    'All files are taken or, where one is refused, none. Importing a source again merges by the same rules. "tickmark rates undo" takes an import back.',
  ],
  examples: [
    {
      line: 'tickmark rates import FRB_h10_xml.zip',
      shows: 'a release from a browser',
      notRun: 'it needs a downloaded file',
    },
    {
      line: 'tickmark rates import noon.csv --source "Bank of Canada" --unit CAD/USD --names "BoC; noon rate"',
      shows: 'another source, under its names',
      notRun: 'it needs a downloaded file',
    },
  ],
  define(command) {
    command
      .argument('<files...>', 'files of rates, or - for standard input')
      .option('--source <name>', 'whose rates they are, where not the Federal Reserve’s')
      .option('--unit <unit>', 'of the column "rate": CAD/USD is Canadian dollars per U.S. dollar')
      .option('--names <list>', 'what documents call the source, parted by semicolons')
      .option('--description <text>', 'what the rates are and who publishes them, for footnotes')
      .option('--dry-run', 'say what would change, and change nothing')
      .addOption(formatOption('form of the report', TERMINAL_OR_JSON));
  },
  run: (paths, options, io) => run(paths, options as unknown as RatesImportOptions, io),
};

async function run(
  paths: readonly string[],
  options: RatesImportOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  const directory = await requireRatesDirectory(io);
  const store = await import('../../rates/store/index.js');
  const now = clockOf(io);
  const readings: Reading[] = [];
  for (const path of paths) readings.push(await readingOf(path, options, directory, io));
  const change = await store.keepRates(directory, readings, { now, isDryRun: options.dryRun === true });
  const isJson = options.format === 'json';
  io.out(isJson ? jsonText(store.ratesChangeRecord(change)) : store.ratesChangeText(change));
  return 0;
}

async function readingOf(
  path: string,
  options: RatesImportOptions,
  directory: string,
  io: CommandIo,
): Promise<Reading> {
  const [{ isValetCsv, loadRates, loadSourceCsv, readingOrigin, heldSeries }, { parseDay }] =
    await Promise.all([import('../../rates/store/index.js'), import('../../value/index.js')]);
  const bytes = await loadSource(path, io, MOST_BYTES);
  const name = path === '-' ? 'standard input' : path;
  const origin = readingOrigin(bytes, basename(name), clockOf(io)());
  const today = parseDay(origin.retrieved.slice(0, 10));
  if (isOtherSource(bytes, options, isValetCsv)) {
    const { source, unit, description } = options;
    const declared = { source, unit, description, names: options.names?.split(';') };
    const { noon } = await heldRatesOf(io);
    return { kind: 'source', loaded: loadSourceCsv(bytes, { name, declared, today, noon }), origin };
  }
  const catalogue = heldSeries(directory);
  return { kind: 'noon', loaded: await loadRates(bytes, { name, catalogue, today }), origin };
}

/** Where the user says so, or the file does in its first line, or it is the Bank of Canada's own. */
function isOtherSource(
  bytes: Uint8Array,
  { source, unit, names, description }: RatesImportOptions,
  isValetCsv: (text: string) => boolean,
): boolean {
  if ([source, unit, names, description].some((option) => option !== undefined)) return true;
  const start = UTF8_MARK.every((byte, index) => bytes[index] === byte) ? UTF8_MARK.length : 0;
  const head = Buffer.from(bytes.subarray(start, start + HEAD_BYTES)).toString('latin1');
  return /^"?#/.test(head) || isValetCsv(head);
}
