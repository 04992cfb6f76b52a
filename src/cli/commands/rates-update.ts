import type { FetchFailure, RatesUpdate } from '../../rates/fetch/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { complain } from '../complain.js';
import { formatOption, jsonText, TERMINAL_OR_JSON } from '../format-option.js';
import { progressOn } from '../progress.js';
import { clockOf, currencyList, requireRatesDirectory } from '../rates-store.js';

const DEFAULT_TIMEOUT_SECONDS = '30';
const MOST_TIMEOUT_SECONDS = 600;

interface RatesUpdateOptions {
  readonly currency?: string;
  readonly from: 'auto' | 'fed' | 'fred';
  readonly h10Url?: string;
  readonly fredUrl?: string;
  readonly timeout: string;
  readonly dryRun?: boolean;
  readonly format: 'terminal' | 'json';
}

/** `tickmark rates update`: newer noon buying rates from their publisher. */
export const command: CommandDefinition = {
  name: 'rates update',
  summary: 'fetch newer noon buying rates from the Federal Reserve',
  description: [
    'Fetches the H.10 release of the Federal Reserve and, where that fails, the same series from FRED, one by one. This is the only command that uses the network; it sends no more than the request for the file.',
    'No day is ever lost: a rate that the publisher no longer lists is kept, a corrected rate replaces the old one and is reported, and a file that is not of the series held is refused. What is fetched is kept in your data directory ($XDG_DATA_HOME or ~/.local/share), with the time and the SHA-256 of the file. "tickmark rates undo" takes it back.',
    'Exit status 2 where nothing, or not everything, could be fetched; what could be had is kept. Without a network, download the file elsewhere and use "tickmark rates import".',
  ],
  examples: [
    {
      line: 'tickmark rates update --currency JPY,EUR --dry-run',
      shows: 'what would change for two currencies',
      notRun: 'it needs the network',
    },
    { line: 'tickmark rates update', shows: 'fetch what is new', notRun: 'it needs the network' },
  ],
  define(command) {
    command
      .option('-c, --currency <codes>', 'only these, such as JPY,EUR')
      .addOption(
        command
          .createOption('--from <source>', 'whom to ask: the Federal Reserve, FRED, or one after the other')
          .choices(['auto', 'fed', 'fred'])
          .default('auto'),
      )
      .option('--dry-run', 'say what would change, and change nothing')
      .option('--timeout <seconds>', 'longest silence of a server', DEFAULT_TIMEOUT_SECONDS)
      .option('--h10-url <address>', 'a mirror of the release: https, or http on this machine')
      .option('--fred-url <address>', 'a mirror of FRED, which is asked with ?id=DEXJPUS')
      .addOption(formatOption('form of the report', TERMINAL_OR_JSON));
  },
  run: (_args, options, io) => run(options as unknown as RatesUpdateOptions, io),
};

async function run(options: RatesUpdateOptions, io: CommandIo): Promise<ExitStatus> {
  const { FRED_ADDRESS, fetchAddress, H10_ADDRESS, proxyHint, updateRates } = await import(
    '../../rates/fetch/index.js'
  );
  const progress = progressOn(io);
  const settings = {
    from: options.from,
    h10: fetchAddress(options.h10Url ?? H10_ADDRESS, '--h10-url'),
    fred: fetchAddress(options.fredUrl ?? FRED_ADDRESS, '--fred-url'),
    currencies: currencyList(options.currency),
    isDryRun: options.dryRun === true,
    timeout: await timeoutOf(options.timeout),
    now: clockOf(io),
    say: progress.say,
    proxyHint: proxyHint(io.env, process.versions.node),
  };
  const directory = await requireRatesDirectory(io);
  const update = await updateRates(directory, settings).finally(progress.clear);
  for (const failure of update.failures) complain(failureText(failure), io);
  if (update.missing.length > 0) complain(missingText(update), io);
  io.out(await reportText(update, options.format));
  return update.missing.length > 0 ? 2 : 0;
}

/** Milliseconds. */
async function timeoutOf(text: string): Promise<number> {
  const seconds = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (seconds > 0 && seconds <= MOST_TIMEOUT_SECONDS) return seconds * 1000;
  const { InputError } = await import('../../value/index.js');
  const expected = `expected seconds such as 30, at most ${MOST_TIMEOUT_SECONDS}`;
  throw new InputError('bad-option', `Unexpected --timeout "${text}", ${expected}`);
}

async function reportText({ change, failures, missing }: RatesUpdate, format: string): Promise<string> {
  const { ratesChangeRecord, ratesChangeText } = await import('../../rates/store/index.js');
  if (format !== 'json') return ratesChangeText(change);
  return jsonText({ ...ratesChangeRecord(change), failures, missing });
}

function failureText({ address, reason }: FetchFailure): string {
  return `Cannot use ${address}: ${reason}`;
}

function missingText({ missing }: RatesUpdate): string {
  return `Not fetched, and as before: ${missing.join(', ')}. Run the command again later, or "tickmark rates import FILE" with a file from a browser`;
}
