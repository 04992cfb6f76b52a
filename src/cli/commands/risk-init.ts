import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DisclosedReport, RegisterUpdate } from '../../risk/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { addConfigOptions, type ConfigOptions, findConfig } from '../config/find-config.js';
import { addLimitOptions, type LimitOptions, limitsOf } from '../limit-options.js';
import { loadSource } from '../load-source.js';
import { checkOutputPath, writeOutput } from '../output.js';

interface RiskInitOptions extends ConfigOptions, LimitOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly update?: boolean;
  readonly dryRun?: boolean;
}

const STANDARD_NAME = 'risks.yaml';

/** `tickmark risk init`: a register from the risk factors of a report. */
export const command: CommandDefinition = {
  name: 'risk init',
  summary: 'start a register of risks from the risk factors of a report, or bring one up to date',
  description: [
    `Reads a report and writes a register, ${STANDARD_NAME} unless --output names another, with an entry for each risk factor: its heading, a category guessed from the words of the heading ("unsorted" where none tell), and the model that such a risk usually has, commented out. The figures that the risk factors disclose become named inputs that point at their place, the lines of the income statement become the base where the report has them.`,
    'What only you can say is written as "open": owners, reviews, the plan of the coming year. "tickmark risk check" lists it. A register that is there is not overwritten without --force.',
    'With --update it brings a register up to a newer report instead: adds risk factors that are new, with their figures, brings headings that were reworded up to date, and names those that the report has no more, which stay. Models, comments and order are left as they are. --dry-run says what would change, and changes nothing.',
  ],
  examples: [
    {
      line: 'tickmark risk init examples/annual-report/kitano-denki.htm -o -',
      shows: 'the register of a report, on standard output',
    },
    {
      line: 'tickmark risk init examples/risk/report.txt -o examples/risk/risks.yaml --update --dry-run',
      shows: 'what a newer report would change in a register',
    },
    {
      line: 'tickmark risk init annual-report.htm',
      shows: `the register as ${STANDARD_NAME}`,
      notRun: 'it writes a file',
    },
  ],
  define(command) {
    command
      .argument('<file>', 'the report')
      .option('-o, --output <path>', `the register; "-" is standard output`, STANDARD_NAME)
      .option('--force', 'overwrite a register that is there')
      .option('--update', 'bring the register up to this report')
      .option('--dry-run', 'with --update: say what would change, and change nothing');
    addLimitOptions(addConfigOptions(command));
  },
  run: ([file = ''], options, io) => run(file, options as unknown as RiskInitOptions, io),
};

async function run(file: string, options: RiskInitOptions, io: CommandIo): Promise<ExitStatus> {
  const { InputError } = await import('../../value/index.js');
  const { output = STANDARD_NAME, update = false, force = false, dryRun = false } = options;
  if (dryRun && !update) throw new InputError('bad-option', 'Unexpected --dry-run without --update');
  if (update && output === '-')
    throw new InputError('bad-option', 'Cannot update "-": name the register with --output');
  const target = output === '-' ? undefined : output;
  const isThere = target !== undefined && existsSync(resolve(io.cwd, target));
  if (isThere && !update && !force) {
    throw new InputError(
      'bad-option',
      `${output} is there: add --update to bring it up to date, --force to overwrite it, or name another with --output`,
    );
  }
  if (update && !isThere)
    throw new InputError('not-found', `Cannot update ${output}: it is not there; leave --update out`);
  checkOutputPath(target, [file], io);
  const report = await readReport(file, output, options, io);
  if (report.factors.length === 0) {
    throw new InputError(
      'not-found',
      `${file} has no risk factors: name a report with Item 3.D (20-F) or Item 1A (10-K)`,
    );
  }
  if (update) return updateRegister(report, output, dryRun, io);
  const [{ registerText }, config] = await Promise.all([
    import('../../risk/index.js'),
    findConfig(options, io),
  ]);
  await writeOutput(registerText(report, config?.legend ?? null), target, io);
  if (target !== undefined) {
    io.err(
      `tickmark: ${output}: ${report.factors.length} risk factors; "tickmark risk check ${output} --severity info" lists what is open\n`,
    );
  }
  return 0;
}

async function readReport(
  file: string,
  output: string,
  options: RiskInitOptions,
  io: CommandIo,
): Promise<DisclosedReport> {
  const [{ readFiling }, { disclosedReport }] = await Promise.all([
    import('../../filing/index.js'),
    import('../register/disclosed-report.js'),
  ]);
  const limits = limitsOf(options);
  const filing = readFiling(await loadSource(file, io, limits.maxBytes), { path: file, limits });
  const folder = output === '-' ? io.cwd : dirname(resolve(io.cwd, output));
  return disclosedReport(filing, resolve(io.cwd, file), folder);
}

async function updateRegister(
  report: DisclosedReport,
  path: string,
  isDryRun: boolean,
  io: CommandIo,
): Promise<ExitStatus> {
  const [{ requireRegister, updateRegister: updated }, { loadRegister }] = await Promise.all([
    import('../../risk/index.js'),
    import('../register/load-register.js'),
  ]);
  const text = await loadRegister(path, io);
  const update = updated(text, requireRegister(text, path).content, report);
  if (!isDryRun && update.text !== text) await writeOutput(update.text, path, io);
  io.out(updateText(update, path, isDryRun));
  return 0;
}

function updateText(
  { added, changed, gone, unchanged }: RegisterUpdate,
  path: string,
  isDryRun: boolean,
): string {
  const lines = [
    ...added.map(({ id, heading }) => `new      ${id}: ${heading}`),
    ...changed.flatMap(({ id, before, now }) => [`changed  ${id}: ${now}`, `         it was: ${before}`]),
    ...gone.map(({ id, heading }) => `gone     ${id}: ${heading}`),
  ];
  const would = isDryRun ? ' would be' : '';
  const kept = gone.length > 0 ? '; what is gone stays in the register until you take it out' : '';
  const summary = `${path}: ${added.length}${would} added, ${changed.length}${would} reworded, ${gone.length} gone from the report, ${unchanged} unchanged${kept}`;
  return `${[...lines, ...(lines.length > 0 ? [''] : []), summary].join('\n')}\n`;
}
