import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Severity } from '../../checks/check.js';
import { InputError } from '../../value/index.js';
import { type CheckJob, checkFiles } from '../check-files.js';
import { type CheckFormat, FORMATS, SEVERITIES } from '../check-part.js';
import { filingChecker } from '../check-work.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { harmless } from '../complain.js';
import { CONFIG_NAME } from '../config/config.js';
import { addConfigOptions, type ConfigOptions, findConfig } from '../config/find-config.js';
import { expandPaths } from '../expand-paths.js';
import { formatOption } from '../format-option.js';
import { heldRatesOf } from '../held-rates.js';
import { addLimitOptions, type LimitOptions, limitsOf } from '../limit-options.js';
import { linkbaseCalculations } from '../linkbase.js';
import { checkOutputPath, writeOutput } from '../output.js';
import { addThreadOption, type ThreadOptions, threadsOf } from '../thread-option.js';

interface CheckCommandOptions extends ConfigOptions, LimitOptions, ThreadOptions {
  readonly format: CheckFormat;
  readonly jsonl?: boolean;
  readonly output?: string;
  readonly only?: string;
  readonly calculations?: string;
  readonly severity: Severity;
  readonly evidence?: boolean;
  readonly watch?: boolean;
  readonly init?: boolean;
}

/** `tickmark check`: the main job. */
export const command: CommandDefinition = {
  name: 'check',
  summary: 'proof-check annual reports: tick what can be confirmed, report what does not agree',
  description: [
    'Reads each report, ticks every figure that can be confirmed by independent work (recomputed from an official source or from other figures), and reports each one that does not agree: where, what is printed, what it should be, and the work that shows it.',
    'FILE is a report or an excerpt of one: HTML with or without inline XBRL, EDGAR text, Markdown or plain text, each also compressed with gzip; "-" reads standard input. A pattern in quotes, such as "drafts/**/*.htm", names every file that matches it, and "!drafts/old/**" leaves some of them out. Many files are shared by threads; the report is the same with any number of them. A file that cannot be read is reported, and the others are still checked.',
    'Formats: terminal and html for people; json, the whole result, and jsonl, the same a line a file as soon as it is done; sarif (2.1.0) for editors and code review; github for annotations in GitHub Actions, which shows the first ten errors and ten warnings of a step and keeps all in its log.',
    'With --watch it checks again whenever a file changes, prints the findings that are left, and says which are gone and which are new. Ctrl-C ends it, with the status of the last run.',
    'A tickmark.config.yaml in the working folder or above it turns checks on and off and sets their severities and options, for all files or by path; --init writes one to start from.',
    'Exit status: 0 where no finding is an error, 1 where one is, 2 where a file cannot be read or the report cannot be written.',
  ],
  examples: [
    {
      line: 'tickmark check examples/item-3/item-3.txt',
      shows: 'the findings, the ticked figures and a summary',
    },
    {
      line: 'tickmark check examples/item-3/item-3.txt --format html --output report.html',
      shows: 'the document with its tick marks; each opens the work behind it',
    },
    {
      line: 'tickmark check examples/item-3/item-3.txt --only date --severity error',
      shows: 'the errors of one check',
    },
    {
      line: 'tickmark check "examples/**/*.txt" "!examples/rates/**" --jsonl --output findings.jsonl',
      shows: 'every match of a pattern but some, a line of JSON a file',
    },
    {
      line: 'tickmark check examples/item-3/item-3.txt --format sarif --output findings.sarif',
      shows: 'the findings for an editor or a code review, with places and fingerprints',
    },
    {
      line: 'tickmark check examples/annual-report/kitano-denki.htm --only xbrl --calculations examples/annual-report/kitano-denki.cal.xml',
      shows: 'the tags of a page, and the sums that its calculation linkbase states',
    },
    {
      line: 'tickmark check examples/item-3/item-3.txt --watch',
      shows: 'the findings, anew each time that the draft is saved',
      notRun: 'it ends with Ctrl-C',
    },
  ],
  define(command) {
    command
      .argument('[file...]', 'reports to check, or patterns in quotes; "-" is standard input')
      .addOption(formatOption('form of the report', FORMATS))
      .addOption(command.createOption('--jsonl', 'short for --format jsonl').conflicts('format'))
      .option('-o, --output <path>', 'write the report to a file instead of standard output')
      .option('--only <checks>', 'run these checks only, by name, with commas between: date,tie-out')
      .option('--calculations <path>', 'calculation linkbase of the filing (…_cal.xml): check its sums too')
      .addOption(
        command
          .createOption('--severity <severity>', 'lowest severity of the findings shown')
          .choices([...SEVERITIES].reverse())
          .default('warning'),
      )
      .option('--evidence', 'show the work behind every tick; json, jsonl and html always do')
      .option('-w, --watch', 'check again whenever a file changes');
    addConfigOptions(command).option(
      '--init',
      `write a ${CONFIG_NAME} to start from, with every check and option in it, and check nothing`,
    );
    addLimitOptions(addThreadOption(command));
  },
  run: (args, options, io) => run(args, options as unknown as CheckCommandOptions, io),
};

async function run(
  args: readonly string[],
  options: CheckCommandOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  if (options.init === true) return writeStarterConfig(args, options.output, io);
  if (args.length === 0) {
    throw new InputError('bad-option', 'Missing the reports to check: name a file, or a pattern in quotes');
  }
  const limits = limitsOf(options);
  const format = options.jsonl === true ? 'jsonl' : options.format;
  if (options.watch === true) refuseToWatch(args, format, options.output);
  const paths = await expandPaths(args, io);
  checkOutputPath(options.output, paths, io);
  const threads = await threadsOf(options, paths, io);
  const job = { limits, threads, ...(await checking(options, format, io)) };
  if (options.watch !== true) return checkFiles(paths, job, io);
  return (await import('../watch/watch-check.js')).watchCheck(args, job, io);
}

/** What checks a filing, and what its report is made with. */
async function checking(
  options: CheckCommandOptions,
  format: CheckFormat,
  io: CommandIo,
): Promise<Omit<CheckJob, 'limits' | 'threads'>> {
  const { only, output, severity, evidence } = options;
  const [{ checks }, held] = await Promise.all([import('../../checks/index.js'), heldRatesOf(io)]);
  const config = await findConfig(options, io);
  const calculations = await linkbaseCalculations(options.calculations, io);
  const ids = only?.split(',').map((id) => id.trim()) ?? null;
  return {
    check: await filingChecker(held, ids, config, io.cwd, calculations),
    only: ids,
    config,
    calculations,
    report: {
      format,
      output,
      severity,
      evidence: evidence === true,
      rates: held.noon,
      checks: ids === null ? checks : checks.filter(({ meta }) => ids.includes(meta.id)),
    },
  };
}

/** Writes the configuration to start from; one that is there stays as it is. */
async function writeStarterConfig(
  args: readonly string[],
  output: string | undefined,
  io: CommandIo,
): Promise<ExitStatus> {
  if (args.length > 0) {
    throw new InputError(
      'bad-option',
      'Unexpected file beside --init: it checks nothing; run it alone, then check',
    );
  }
  const path = output ?? CONFIG_NAME;
  if (existsSync(resolve(io.cwd, path))) {
    throw new InputError('bad-option', `Cannot write ${path}: it exists already; name another with --output`);
  }
  const [{ checks }, { starterConfig }] = await Promise.all([
    import('../../checks/index.js'),
    import('../config/starter-config.js'),
  ]);
  await writeOutput(starterConfig(checks), path, io);
  io.err(`Wrote ${harmless(path)}: every check with its severity and options, all as they are without it.\n`);
  return 0;
}

/** Reports that follow one another on standard output make one text only in forms that are read line by line. */
function refuseToWatch(args: readonly string[], format: CheckFormat, output: string | undefined): void {
  if (args.includes('-')) {
    throw new InputError(
      'bad-option',
      'Cannot watch standard input: it ends and does not change; name a file',
    );
  }
  if (output === undefined && format !== 'terminal' && format !== 'jsonl') {
    throw new InputError(
      'bad-option',
      `Cannot write one ${format} report after the other to standard output: add --output FILE, which is replaced each time`,
    );
  }
}
