import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { formatOption, jsonText, TERMINAL_OR_JSON } from '../format-option.js';
import { writeOutput } from '../output.js';
import { clockOf } from '../rates-store.js';

interface RatesStatusOptions {
  readonly format: 'terminal' | 'json';
  readonly output?: string;
}

/** `tickmark rates status`: which rates are held, and how old they are. */
export const command: CommandDefinition = {
  name: 'rates status',
  summary: 'say which rates are held, from where, and how old they are',
  description: [
    'Prints for each currency the last day held, how many weekly H.10 releases hold newer rates, and where the rates came from: the package, or a file with the time it was retrieved and its SHA-256. Then the other sources that were imported.',
    'The JSON form has the whole SHA-256, every revised rate with its old value, and the days that the publisher withdrew.',
  ],
  examples: [
    {
      line: 'tickmark rates status --format json',
      shows: 'with revisions, for another program',
      notRun: 'it depends on the day and on what was fetched',
    },
    {
      line: 'tickmark rates status',
      shows: 'every currency',
      notRun: 'it depends on the day and on what was fetched',
    },
  ],
  define(command) {
    command
      .addOption(formatOption('form of the output', TERMINAL_OR_JSON))
      .option('-o, --output <path>', 'write to a file instead of standard output');
  },
  run: (_args, options, io) => run(options as unknown as RatesStatusOptions, io),
};

async function run({ format, output }: RatesStatusOptions, io: CommandIo): Promise<ExitStatus> {
  const [{ ratesStatus, ratesStatusRecord, ratesStatusText }, { ratesDirectory }, { parseDay }] =
    await Promise.all([
      import('../../rates/store/index.js'),
      import('../../rates/index.js'),
      import('../../value/index.js'),
    ]);
  const today = parseDay(clockOf(io)().toISOString().slice(0, 10));
  const status = ratesStatus(ratesDirectory(io.env), today);
  const isJson = format === 'json';
  const text = isJson ? jsonText(ratesStatusRecord(status)) : ratesStatusText(status);
  await writeOutput(text, output, io);
  return 0;
}
