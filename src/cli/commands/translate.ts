import type { TableFormat, Translation, TranslationNote } from '../../rates/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { complain } from '../complain.js';
import { formatOption } from '../format-option.js';
import { heldRatesOf } from '../held-rates.js';
import { addLimitOptions, type LimitOptions, limitsOf } from '../limit-options.js';
import { loadSource } from '../load-source.js';
import { checkOutputPath, writeOutput } from '../output.js';
import { clockOf } from '../rates-store.js';
import type { DecimalSign } from '../translation/csv-numbers.js';
import type { RateOptions } from '../translation/translation-options.js';

const FORMATS = ['terminal', 'markdown', 'html', 'csv', 'json'] as const satisfies readonly TableFormat[];

interface TranslateCommandOptions extends RateOptions, LimitOptions {
  readonly table?: string;
  readonly csv?: boolean;
  readonly decimal?: DecimalSign;
  readonly tableNumber?: string;
  readonly column?: string;
  readonly currency?: string;
  readonly to: string;
  readonly format: TableFormat;
  readonly output?: string;
}

/** `tickmark translate`: convenience translation. */
export const command: CommandDefinition = {
  name: 'translate',
  summary: 'translate amounts or a table into U.S. dollars for the convenience of the reader',
  description: [
    'Translates amounts, or the latest column of a table, at the one rate of the balance-sheet date (the last on or before it), each exactly and rounded once, half up. It states the rate, its source and its day, gives a paragraph to print with the amounts, and warns where that goes beyond what Regulation S-X Rule 3-20 allows in the statements.',
    'AMOUNT is read as in a report: "¥29.7 billion", "RMB6,506.3 million", "JPY 29700000000", "¥45.30 per share", or a bare "(1,234)" with --currency; a negative one stands in brackets, or after "--". A bare "¥" is Japanese yen and a bare "$" the U.S. dollar unless --currency says otherwise. An amount keeps its decimals and its magnitude, or the next lower that leaves a whole unit.',
    '--table reads a table of plain text, tab-separated text or CSV ("-" is standard input) and adds a column for the latest period. Every line is translated from its own amount, so that translated lines may not add to a translated total, which a note then says. Per-share amounts are translated with their own decimals, percentages and counts left blank, dashes kept. Without --as-of the day is the end of that period. CSV may come from a spreadsheet of any country: "702.946,5" is read as "702,946.5" where the numbers tell, or --decimal does.',
    'With --latest the move of the rate to the most recent practicable date is shown, with a warning where it is above --material. The rule names no figure; 5% is our default.',
    'Rates are the noon buying rates (H.10) unless --source names an imported source or --rate gives one of your own. There are no cross rates. Markdown, HTML and CSV hold what is for print; warnings go to standard error.',
  ],
  examples: [
    {
      line: 'tickmark translate "¥29.7 billion" --as-of 2006-03-31',
      shows: 'one amount, with the rate, the work and the wording',
    },
    {
      line: 'tickmark translate "¥29.7 billion" --as-of 2006-03-31 --latest 2006-07-07',
      shows: 'also how the rate moved to the latest practicable date',
    },
    {
      line: 'tickmark translate --table examples/translate/selected-data.txt',
      shows: 'the latest year of a table, at the rate of its last day',
    },
    {
      line: 'tickmark translate --table examples/translate/selected-data.txt --in thousands --format html --output selected-data.html',
      shows: 'the table to paste into a report, its dollars in thousands',
    },
    {
      line: 'tickmark translate --table examples/translate/income.csv --column "FY2005" --as-of 2005-03-31',
      shows: 'a table out of a spreadsheet, another year than the latest, with a warning',
    },
    {
      line: 'tickmark translate "RMB6,506.3 million" --as-of 2017-12-31 --rate 6.5342 --rate-source "central parity of the People\'s Bank of China"',
      shows: 'at a rate of your own',
    },
  ],
  define(command) {
    command
      .argument('[amount...]', 'amounts of one currency, each in quotes')
      .option('--table <file>', 'translate a table instead; "-" is standard input')
      .option('--as-of <date>', 'balance-sheet date, such as 2006-03-31')
      .option('--latest <date>', 'most recent practicable date, to show how the rate moved')
      .option('--material <percent>', 'move of the rate above which a warning is given (default: 5)')
      .option(
        '-c, --currency <code>',
        'currency of the amounts, such as JPY, where they print none or a shared sign',
      )
      .option('--to <code>', 'currency to translate into', 'USD')
      .option('--source <name>', 'an imported source of rates instead of H.10, by its name')
      .option('--rate <rate>', 'a rate of your own instead; needs --rate-source')
      .option('--rate-source <name>', 'whose rate --rate is, as the wording names it')
      .option('--rate-unit <unit>', 'direction of --rate: JPY/USD is yen per dollar (default: as in H.10)')
      .option('--latest-rate <rate>', 'with --rate, your rate of the day of --latest')
      .addOption(
        command
          .createOption('--in <magnitude>', 'magnitude to print in')
          .choices(['units', 'thousands', 'millions', 'billions']),
      )
      .option('--decimals <number>', 'decimals to print; per-share amounts keep their own')
      .option('--column <heading>', 'heading of the column to translate, or its end, such as 2006')
      .option('--table-number <number>', 'which table of a file that holds several, from 1')
      .option('--csv', 'the table is CSV, as a name that ends in .csv or .tsv says too')
      .addOption(
        command
          .createOption('--decimal <sign>', 'decimal sign of CSV whose numbers do not tell')
          .choices(['point', 'comma']),
      )
      .addOption(formatOption('form of the output', FORMATS))
      .option('-o, --output <path>', 'write to a file instead of standard output');
    addLimitOptions(command);
  },
  run: (amounts, options, io) => run(amounts, options as unknown as TranslateCommandOptions, io),
};

async function run(
  amounts: readonly string[],
  options: TranslateCommandOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  const [{ InputError, parseDay }, { refuseDaysToCome }] = await Promise.all([
    import('../../value/index.js'),
    import('../translation/translation-options.js'),
  ]);
  if ((options.table === undefined) === (amounts.length === 0)) {
    const message =
      'What is to be translated? Name either amounts such as "¥29.7 billion", or a file with --table';
    throw new InputError('bad-option', message);
  }
  refuseDaysToCome(options, parseDay(clockOf(io)().toISOString().slice(0, 10)));
  checkOutputPath(options.output, options.table === undefined ? [] : [options.table], io);
  const translation =
    options.table === undefined
      ? await translateAmounts(amounts, options, io)
      : await translateTable(options.table, options, io);
  const { formatTranslation } = await import('../../rates/index.js');
  const columns = options.output === undefined ? io.columns : 80;
  await writeOutput(formatTranslation(translation, options.format, columns), options.output, io);
  if (['markdown', 'html', 'csv'].includes(options.format)) complainOf(translation.notes, io);
  return 0;
}

async function translateAmounts(
  typed: readonly string[],
  options: TranslateCommandOptions,
  io: CommandIo,
): Promise<Translation> {
  const [{ readTypedAmount }, { translationSettings }, { convenienceTranslation }, value] = await Promise.all(
    [
      import('../translation/read-amount.js'),
      import('../translation/translation-options.js'),
      import('../../rates/index.js'),
      import('../../value/index.js'),
    ],
  );
  const { currency, to } = await currencies(options);
  const read = typed.map((text) => readTypedAmount(text, currency, to));
  const from = read[0]?.currency ?? to;
  const other = read.find((each) => each.currency !== from);
  if (other !== undefined) {
    throw new value.InputError(
      'currency-mismatch',
      `Cannot translate ${from} and ${other.currency} at one rate: translate "${other.amount.text}" apart`,
    );
  }
  const settings = translationSettings(options, { from, to }, await heldRatesOf(io), null);
  const translation = convenienceTranslation(
    read.map(({ amount }) => amount),
    settings.options,
  );
  return { ...translation, notes: [...settings.notes, ...translation.notes] };
}

async function translateTable(
  path: string,
  options: TranslateCommandOptions,
  io: CommandIo,
): Promise<Translation> {
  const [{ readTableToTranslate }, { translationSettings }, { translatedTable }, { InputError }] =
    await Promise.all([
      import('../translation/read-table.js'),
      import('../translation/translation-options.js'),
      import('../../rates/index.js'),
      import('../../value/index.js'),
    ]);
  const { tableNumber } = options;
  if (tableNumber !== undefined && !/^[1-9]\d{0,4}$/.test(tableNumber)) {
    throw new InputError('bad-option', `Unexpected --table-number "${tableNumber}", expected one from 1`);
  }
  const limits = limitsOf(options);
  const { currency, to } = await currencies(options);
  const table = readTableToTranslate(await loadSource(path, io, limits.maxBytes), {
    path: path === '-' ? 'standard input' : path,
    isCsv: options.csv === true || /\.(?:csv|tsv)$/i.test(path),
    decimal: options.decimal,
    currency,
    to,
    column: options.column,
    tableNumber: tableNumber === undefined ? undefined : Number(tableNumber),
    limits,
  });
  const pair = { from: table.currency, to };
  const settings = translationSettings(options, pair, await heldRatesOf(io), table.periodEnd);
  const translation = translatedTable(table, settings.options);
  return { ...translation, notes: [...settings.notes, ...translation.notes] };
}

async function currencies(options: TranslateCommandOptions) {
  const { currencyOf } = await import('../../value/index.js');
  return {
    currency: options.currency === undefined ? undefined : currencyOf(options.currency).code,
    to: currencyOf(options.to).code,
  };
}

function complainOf(notes: readonly TranslationNote[], io: CommandIo): void {
  for (const { severity, text } of notes) {
    if (severity === 'warning') complain(`warning: ${text}`, io);
  }
}
