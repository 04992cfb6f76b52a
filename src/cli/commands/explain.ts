import type { CheckResult } from '../../checks/check.js';
import { InputError } from '../../value/index.js';
import { filingChecker } from '../check-work.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { addConfigOptions, type ConfigOptions, findConfig } from '../config/find-config.js';
import { formatOption, TERMINAL_OR_JSON } from '../format-option.js';
import { heldRatesOf } from '../held-rates.js';
import { addLimitOptions, type LimitOptions, limitsOf } from '../limit-options.js';
import { linkbaseCalculations } from '../linkbase.js';
import { loadSource } from '../load-source.js';
import { checkOutputPath, writeOutput } from '../output.js';

interface ExplainCommandOptions extends ConfigOptions, LimitOptions {
  readonly format: 'terminal' | 'json';
  readonly output?: string;
  readonly calculations?: string;
}

/** Figures listed where what the user typed may mean several. */
const MOST_CHOICES = 20;

/** `tickmark explain`: the whole work behind one figure. */
export const command: CommandDefinition = {
  name: 'explain',
  summary: 'show the whole work behind one figure of a report',
  description: [
    'Checks the report and says all that is known of one figure: what it is, each tick with its formula, what that gives, and the figures or rates that it rests on, with their own work; findings that hold it wrong, with the evidence; what could not be decided, or was tried in vain where nothing confirms it; and what rests on it.',
    'FIGURE is an id of the JSON or HTML report (f123), a key, a line and column of the source (120:33), or the figure as it is printed ("25,382"); where that stands in several places, they are listed.',
    'FILE is what "tickmark check" reads; the configuration is the same.',
  ],
  examples: [
    { line: 'tickmark explain examples/item-3/item-3.txt f41', shows: 'the figure with that id' },
    { line: 'tickmark explain examples/item-3/item-3.txt "105.52"', shows: 'the figure that is so printed' },
    {
      line: 'tickmark explain examples/item-3/item-3.txt f41 --format json',
      shows: 'the same for a program',
    },
  ],
  define(command) {
    command
      .argument('<file>', 'report that holds the figure; "-" is standard input')
      .argument('<figure>', 'its id, key, line:column or printed text')
      .addOption(formatOption('form of the output', TERMINAL_OR_JSON))
      .option('-o, --output <path>', 'write to a file instead of standard output')
      .option('--calculations <path>', 'calculation linkbase of the filing, as for check');
    addLimitOptions(addConfigOptions(command));
  },
  run: (args, options, io) => run(args, options as unknown as ExplainCommandOptions, io),
};

async function run(
  [path = '', wanted = '']: readonly string[],
  options: ExplainCommandOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  const { format, output } = options;
  checkOutputPath(output, [path], io);
  io.expectShortRun?.();
  const { findFigures, choiceLines, explanationJson, explanationText } = await import(
    '../../reports/explain.js'
  );
  const result = await checkedFile(path, options, io);
  const found = findFigures(result, wanted);
  const [checked] = found;
  if (checked === undefined) throw notFound(path, wanted, result);
  if (found.length > 1) {
    throw new InputError(
      'bad-option',
      `"${wanted}" stands in ${found.length} places of ${path}; name one by its id:`,
      {
        details: choiceLines(result, found, MOST_CHOICES),
      },
    );
  }
  const text =
    format === 'json'
      ? explanationJson(result, checked)
      : explanationText(result, checked, { columns: io.columns, color: io.color && output === undefined });
  await writeOutput(text, output, io);
  return 0;
}

async function checkedFile(
  path: string,
  options: ExplainCommandOptions,
  io: CommandIo,
): Promise<CheckResult> {
  const limits = limitsOf(options);
  const [{ readFiling }, held, config] = await Promise.all([
    import('../../filing/index.js'),
    heldRatesOf(io),
    findConfig(options, io),
  ]);
  const calculations = await linkbaseCalculations(options.calculations, io);
  const check = await filingChecker(held, null, config, io.cwd, calculations);
  return check(readFiling(await loadSource(path, io, limits.maxBytes), { path, limits }));
}

function notFound(path: string, wanted: string, { figures }: CheckResult): InputError {
  const last = figures.at(-1)?.figure.id;
  const range = last === undefined ? 'it has no figures' : `its figures are f1 to ${last}`;
  return new InputError(
    'bad-option',
    `No figure "${wanted.slice(0, 60)}" in ${path}: ${range}; "tickmark read FILE --figures" lists them`,
  );
}
