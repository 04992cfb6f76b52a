import type { Command } from 'commander';
import type { ReadingFormat, ReadingView, Selection } from '../../reports/reading.js';
import { InputError } from '../../value/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { expandPaths } from '../expand-paths.js';
import { addLimitOptions, type LimitOptions, limitsOf } from '../limit-options.js';
import { checkOutputPath } from '../output.js';
import { readReport } from '../read-report.js';
import { readWork } from '../read-work.js';
import { reportFiles } from '../report-files.js';
import { addThreadOption, type ThreadOptions, threadsOf } from '../thread-option.js';
import { taskIo } from '../threads/file-task.js';

const FORMATS: readonly ReadingFormat[] = ['terminal', 'json', 'jsonl', 'markdown', 'csv'];

interface ReadCommandOptions extends LimitOptions, ThreadOptions {
  readonly format?: ReadingFormat;
  readonly output?: string;
  readonly outline?: boolean;
  readonly riskFactors?: boolean;
  readonly tables?: boolean;
  readonly figures?: boolean;
  readonly facts?: boolean;
  readonly item?: string;
  readonly table?: string;
}

/** `tickmark read`: the structure of a report, for people and programs. */
export const command: CommandDefinition = {
  name: 'read',
  summary: 'print what is in annual reports: outline, Items, risk factors, tables, figures, tagged facts',
  description: [
    'Reads each report as "check" does and prints what was read, without ticks and findings: the outline with its Items, the text of an Item, the risk factors, the tables, every figure with its exact value, unit, period and place, the facts of inline XBRL.',
    'FILE is a report or an excerpt of one: HTML with or without inline XBRL, EDGAR text, Markdown or plain text, each also compressed with gzip; "-" reads standard input. A pattern in quotes, such as "drafts/**/*.htm", names every file that matches it. Many files are shared by threads; the output is the same with any number of them. A file that cannot be read is reported, and the others are still read.',
    'One of --outline, --risk-factors, --tables, --figures and --facts says what to print; without one it is the whole report. --item leaves all but one Item out ("3.D", "item-3-d", "1A", or any id of the outline), --table all but one table.',
    'Formats: markdown for people, the text with its headings, lists and tables; csv for spreadsheets, of one of the kinds above: tables with their numbers plain, other things a line each; json and jsonl (a line a file) for programs, with exact values and places; terminal, the outline with counts, and Markdown of anything else. Without --format it is terminal on a terminal, and json elsewhere.',
    'Exit status: 0, or 2 where a file cannot be read, has no such Item or table, or the output cannot be written.',
  ],
  examples: [
    {
      line: 'tickmark read examples/annual-report/kitano-denki.htm --format terminal',
      shows: 'what report it is, and its Items with what they hold',
    },
    {
      line: 'tickmark read examples/annual-report/kitano-denki.htm --item 3.D --format markdown',
      shows: 'the text of an Item',
    },
    {
      line: 'tickmark read examples/annual-report/kitano-denki.htm --table t2 --format csv',
      shows: 'a table for a spreadsheet; "--tables" gives all, with their ids',
    },
    {
      line: 'tickmark read examples/annual-report/kitano-denki.htm --facts --format csv --output facts.csv',
      shows: 'the tagged facts, in a file',
    },
    {
      line: 'tickmark read "examples/**/*.{htm,txt}" --risk-factors --format jsonl --output risks.jsonl',
      shows: 'the risk factors of all reports that match, a line of JSON a report',
    },
    {
      line: 'tickmark read examples/item-3/item-3.txt --output reading.json',
      shows: 'all that was read, in a file',
    },
  ],
  define(command) {
    command
      .argument('<file...>', 'reports to read, or patterns in quotes; "-" is standard input')
      .addOption(command.createOption('-f, --format <format>', 'form of the output').choices(FORMATS))
      .option('-o, --output <path>', 'write to a file instead of standard output');
    addSelectionOptions(command);
    addLimitOptions(addThreadOption(command));
  },
  run: (args, options, io) => run(args, options as unknown as ReadCommandOptions, io),
};

function addSelectionOptions(command: Command): void {
  command
    .option('--outline', 'the Items and the headings below them')
    .option('--risk-factors', 'the risk factors with their text')
    .option('--tables', 'the tables with their rows')
    .option('--figures', 'every figure in tables and sentences')
    .option('--facts', 'the facts that the page is tagged with (inline XBRL)')
    .option('--item <item>', 'only what stands in this Item: 3.D, item-3-d, 1A')
    .option('--table <table>', 'only this table: t12');
}

async function run(args: readonly string[], options: ReadCommandOptions, io: CommandIo): Promise<ExitStatus> {
  const limits = limitsOf(options);
  const selection = selectionOf(options);
  const { output } = options;
  const format = options.format ?? (io.isTerminal === true && output === undefined ? 'terminal' : 'json');
  const paths = await expandPaths(args, io);
  checkOutputPath(output, paths, io);
  const task = { kind: 'read', format, selection, io: taskIo(io) } as const;
  const job = {
    limits,
    output,
    work: await readWork(task),
    threads: await threadsOf(options, paths, io),
    task,
    report: await readReport(task, output, io),
    errorsOf: () => 0,
  };
  return reportFiles(paths, job, io);
}

/** What the options ask for. Throws `InputError` ('bad-option') where they contradict each other. */
function selectionOf(options: ReadCommandOptions): Selection {
  const views: readonly (readonly [ReadingView, boolean | undefined])[] = [
    ['outline', options.outline],
    ['risk-factors', options.riskFactors],
    ['tables', options.tables],
    ['figures', options.figures],
    ['facts', options.facts],
  ];
  const [view, other] = views.flatMap(([name, isAsked]) => (isAsked === true ? [name] : []));
  const { item = null, table = null } = options;
  if (other !== undefined)
    throw contradiction(
      `--${view}`,
      `--${other}`,
      'ask for one of them, or for the whole report with neither',
    );
  if (table === null) return { view: view ?? 'all', item, table };
  if (item !== null) throw contradiction('--item', '--table', 'a table is named by its id alone');
  if (view === 'outline' || view === 'risk-factors') {
    throw contradiction(`--${view}`, '--table', 'of a table there are --figures and --facts');
  }
  return { view: view ?? 'tables', item, table };
}

function contradiction(one: string, other: string, remedy: string): InputError {
  return new InputError('bad-option', `Unexpected ${one} with ${other}: ${remedy}`);
}
