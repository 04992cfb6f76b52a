import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { formatOption, TERMINAL_OR_JSON } from '../format-option.js';
import { rateSourceOf } from '../held-rates.js';
import { writeOutput } from '../output.js';

interface RatesOnCommandOptions {
  readonly currency?: string;
  readonly unit?: string;
  readonly source?: string;
  readonly format: 'terminal' | 'json';
  readonly output?: string;
}

/** `tickmark rates on`: one official rate. */
export const command: CommandDefinition = {
  name: 'rates on',
  summary: 'look up the noon buying rates of a day',
  description: [
    'Prints the Federal Reserve noon buying rate (H.10) of a day, or of the last day before it that has one, and says so where it is of an earlier day. It looks back ten days at most.',
    'Without --currency and --unit it prints the rate of every currency that has one.',
    'The rate is given as the Federal Reserve publishes it: U.S. dollars per unit for AUD, EUR, GBP and NZD, units per U.S. dollar for all others. --unit asks for either direction.',
  ],
  examples: [
    { line: 'tickmark rates on 2006-07-08 --currency JPY', shows: 'the rate of Friday, for a Saturday' },
    { line: 'tickmark rates on 2006-07-07', shows: 'the rates of every currency' },
    { line: 'tickmark rates on 2006-03-31 --unit USD/JPY', shows: 'U.S. dollars per yen' },
  ],
  define(command) {
    command
      .argument('<date>', 'day, such as 2006-07-07')
      .option('-c, --currency <code>', 'currency against the U.S. dollar, such as JPY')
      .option('--unit <unit>', 'direction: JPY/USD is yen per dollar, USD/JPY dollars per yen')
      .option('--source <name>', 'a source that was imported, such as "Bank of Canada"')
      .addOption(formatOption('form of the output', TERMINAL_OR_JSON))
      .option('-o, --output <path>', 'write to a file instead of standard output');
  },
  run: (args, options, io) => run(args[0] ?? '', options as unknown as RatesOnCommandOptions, io),
};

async function run(date: string, options: RatesOnCommandOptions, io: CommandIo): Promise<ExitStatus> {
  const [rates, { parseDay }] = await Promise.all([
    import('../../rates/index.js'),
    import('../../value/index.js'),
  ]);
  const [source, day] = [await rateSourceOf(io, options.source), parseDay(date)];
  const isJson = options.format === 'json';
  if (options.currency === undefined && options.unit === undefined) {
    const all = rates.ratesOnDay(source, day);
    const text = isJson ? rates.ratesOnDayJson(all) : rates.ratesOnDayText(all, day);
    await writeOutput(text, options.output, io);
  } else {
    const rate = rates.rateOnDay(source, options, day);
    await writeOutput(isJson ? rates.rateOnDayJson(rate) : rates.rateOnDayText(rate), options.output, io);
  }
  return 0;
}
