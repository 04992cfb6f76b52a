import type { ExchangeRateTableOptions, TableFormat } from '../../rates/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { formatOption } from '../format-option.js';
import { rateSourceOf } from '../held-rates.js';
import { writeOutput } from '../output.js';
import { requireSeriesOptions, type SeriesOptions, wholeNumber } from '../rates-options.js';

const FORMATS = ['terminal', 'markdown', 'html', 'csv', 'json'] as const satisfies readonly TableFormat[];

interface RatesTableCommandOptions extends SeriesOptions {
  readonly source?: string;
  readonly months?: string;
  readonly through?: string;
  readonly average: 'daily' | 'month-end';
  readonly format: TableFormat;
  readonly output?: string;
}

/** `tickmark rates table`: the exchange-rate table of Item 3. */
export const command: CommandDefinition = {
  name: 'rates table',
  summary: 'print an exchange-rate table as Item 3 of a Form 20-F has it',
  description: [
    'Prints high, low, average and period-end of the Federal Reserve noon buying rates (H.10) for fiscal years and calendar months, with footnotes that state method, direction and source. Figures are exact, rounded once, half up.',
    'A fiscal year is averaged from the last rate of each month, as Item 3.A.3 asked, or from daily rates with --average daily; a month always from daily rates.',
    'Without --unit the table is in the direction that the Federal Reserve publishes. In the other direction each daily rate is inverted first, so that high and low change places.',
    'Years and months are lists and ranges: 2006, 2002..2006, 2004,2006; 2006-07, 2006-01..2006-07. A range that no rates cover whole is refused.',
  ],
  examples: [
    {
      line: 'tickmark rates table --currency JPY --fiscal-year-end 03-31 --years 2002..2006 --months 2006-01..2006-07 --through 2006-07-07',
      shows: 'yen per dollar: five fiscal years and the latest seven months',
    },
    {
      line: 'tickmark rates table --unit EUR/USD --fiscal-year-end 12-31 --years 2023..2025 --average daily --format markdown',
      shows: 'euros per dollar, averaged daily, as Markdown',
    },
  ],
  define(command) {
    command
      .option('-c, --currency <code>', 'currency against the U.S. dollar, such as JPY; or give --unit')
      .option('--unit <unit>', 'direction: JPY/USD is yen per dollar, USD/JPY dollars per yen')
      .option('--source <name>', 'a source that was imported, such as "Bank of Canada"')
      .option(
        '--fiscal-year-end <month-day>',
        'last day of the fiscal year, such as 03-31; needed with --years',
      )
      .option('--years <list>', 'fiscal years, named by the year in which they end, such as 2002..2006')
      .option('--months <list>', 'calendar months, such as 2006-01..2006-07')
      .option('--through <date>', 'last day of the table, within its last month, such as 2006-07-07')
      .addOption(
        command
          .createOption('--average <method>', 'how fiscal years are averaged')
          .choices(['month-end', 'daily'])
          .default('month-end'),
      )
      .option('--decimals <number>', 'decimals to print instead of what the source carries')
      .addOption(formatOption('form of the table', FORMATS))
      .option('-o, --output <path>', 'write to a file instead of standard output');
  },
  run: (_args, options, io) => run(options as unknown as RatesTableCommandOptions, io),
};

async function run(options: RatesTableCommandOptions, io: CommandIo): Promise<ExitStatus> {
  const { exchangeRateTable, formatExchangeRateTable } = await import('../../rates/index.js');
  const source = await rateSourceOf(io, options.source);
  const table = exchangeRateTable(source, await tableOptions(options));
  // A file or a pipe is read elsewhere: 80 columns, whatever the window.
  const columns = options.output === undefined ? Math.min(80, io.columns) : 80;
  await writeOutput(formatExchangeRateTable(table, options.format, columns), options.output, io);
  return 0;
}

/** Reads the options, and says in terms of the command what is missing. */
async function tableOptions(options: RatesTableCommandOptions): Promise<ExchangeRateTableOptions> {
  const [{ parseMonthDay, parseMonths, parseYears }, { InputError, parseDay }] = await Promise.all([
    import('../../rates/index.js'),
    import('../../value/index.js'),
  ]);
  const { currency, unit, years, months, fiscalYearEnd, through, decimals } = options;
  requireSeriesOptions(options);
  if (years === undefined && months === undefined) {
    throw new InputError(
      'bad-option',
      'Which rows? Add --years 2002..2006, --months 2006-01..2006-07 or both',
    );
  }
  return {
    currency,
    unit,
    fiscalYearEnd: fiscalYearEnd === undefined ? undefined : parseMonthDay(fiscalYearEnd),
    years: years === undefined ? [] : parseYears(years),
    months: months === undefined ? [] : parseMonths(months),
    through: through === undefined ? undefined : parseDay(through),
    average: options.average,
    decimals: wholeNumber('--decimals', decimals),
  };
}
