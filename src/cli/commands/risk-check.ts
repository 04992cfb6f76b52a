import type { ProblemSeverity, Register } from '../../risk/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { addConfigOptions, type ConfigOptions, findConfig } from '../config/find-config.js';
import { formatOption, jsonText, TERMINAL_OR_JSON } from '../format-option.js';
import { heldRatesOf } from '../held-rates.js';
import { addLimitOptions, type LimitOptions, limitsOf } from '../limit-options.js';
import { loadSource } from '../load-source.js';
import { writeOutput } from '../output.js';
import { clockOf } from '../rates-store.js';

interface RiskCheckOptions extends ConfigOptions, LimitOptions {
  readonly format: 'terminal' | 'json';
  readonly severity: ProblemSeverity;
  readonly report?: string;
  readonly asOf?: string;
  readonly fix?: boolean;
}

/** `tickmark risk check`: a register held against its schema, its report and the calendar. */
export const command: CommandDefinition = {
  name: 'risk check',
  summary: 'check a register of risks, and its disclosed figures against the report',
  description: [
    'Reads a register and reports everything that is wrong with it at once: words that are not known and what was probably meant, numbers without a unit or without a source, quantiles out of order, probabilities over 100%, names of lines, factors, events and risks that are not there, needs and raises that go in a circle, correlations that contradict each other, currencies without rates. Each has its line and what to do.',
    'Each number that points at a figure of the report is held against it, by its key, else by its text and line: "the report now says ¥7.1 billion (line 120)" is an error, and so is a figure that is gone. Headings are held against the risk factors of the report. --report names another report than the register does, such as the new draft.',
    'Then it says what the register holds: risks by kind, inputs disclosed and assumed, what is still "open", and reviews that are overdue on the day of --as-of, or today.',
    '--fix writes the key and line of each figure that agrees into its source; nothing else of the file changes.',
    'Exit status: 0 where nothing is an error, 1 where something is, 2 where the register or its report cannot be read.',
  ],
  examples: [
    {
      line: 'tickmark risk check examples/risk/risks.yaml --as-of 2026-08-01',
      shows: 'what is wrong, and what the register holds',
    },
    {
      line: 'tickmark risk check examples/risk/risks.yaml --as-of 2026-08-01 --format json',
      shows: 'the same for a program',
    },
    {
      line: 'tickmark risk check risks.yaml --report draft-2027.htm --fix',
      shows: 'the register held against a new draft, its places brought up to date',
      notRun: 'it needs a draft',
    },
  ],
  define(command) {
    command
      .argument('<register>', 'the register, risks.yaml')
      .addOption(formatOption('form of the output', TERMINAL_OR_JSON))
      .addOption(
        command
          .createOption('--severity <severity>', 'lowest severity of the problems shown')
          .choices(['error', 'warning', 'info'])
          .default('warning'),
      )
      .option(
        '--report <path>',
        'the report to hold figures against, instead of the one that the register names',
      )
      .option('--as-of <day>', 'the day that reviews are held against, such as 2026-08-01; today without it')
      .option('--fix', 'write key and line of each figure into the register');
    addLimitOptions(addConfigOptions(command));
  },
  run: ([path = ''], options, io) => run(path, options as unknown as RiskCheckOptions, io),
};

async function run(path: string, options: RiskCheckOptions, io: CommandIo): Promise<ExitStatus> {
  const [
    { loadRegister, fileReader },
    { checkRegister },
    { legendOf },
    { registerCheckText, registerCheckRecord },
  ] = await Promise.all([
    import('../register/load-register.js'),
    import('../register/check-register.js'),
    import('../register/legend.js'),
    import('../../reports/risk/register-check.js'),
  ]);
  const { InputError, parseDay, formatDay } = await import('../../value/index.js');
  if (options.fix === true && path === '-') {
    throw new InputError('bad-option', 'Cannot write to "-": name the file of the register with --fix');
  }
  const day =
    options.asOf === undefined ? clockOf(io)().toISOString().slice(0, 10) : formatDay(parseDay(options.asOf));
  const config = await findConfig(options, io);
  const text = await loadRegister(path, io);
  const { check, edits } = await checkRegister(text, path, {
    report: (register) => readReport(register, options, io),
    rates: (await heldRatesOf(io)).noon,
    readFile: fileReader(path, io),
    day,
    legend: (register) => legendOf(register, config),
  });
  io.out(
    options.format === 'json'
      ? jsonText(registerCheckRecord(check))
      : registerCheckText(check, { columns: io.columns, color: io.color, severity: options.severity, text }),
  );
  if (options.fix === true && edits.length > 0) await fix(text, edits, path, io);
  return check.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The report that is named, by its path from the register; null where none is. */
async function readReport(register: Register, options: RiskCheckOptions, io: CommandIo) {
  const { besideRegister } = await import('../register/load-register.js');
  const named = register.content.report;
  const path = options.report ?? (named === undefined ? null : besideRegister(register.path, named));
  if (path === null) return null;
  const [{ readFiling }, { InputError }] = await Promise.all([
    import('../../filing/index.js'),
    import('../../value/index.js'),
  ]);
  const limits = limitsOf(options);
  try {
    const bytes = await loadSource(path, io, limits.maxBytes);
    return { path, filing: readFiling(bytes, { path, limits }) };
  } catch (cause) {
    if (!(cause instanceof InputError) || options.report !== undefined) throw cause;
    const { placeOf } = await import('../../risk/index.js');
    const { line, column } = placeOf(register, ['report']);
    throw new InputError(
      cause.code,
      `${register.path}:${line}:${column}: ${cause.message}; correct "report", or name another with --report`,
    );
  }
}

async function fix(
  text: string,
  edits: Parameters<typeof import('../../risk/index.js').editRegister>[1],
  path: string,
  io: CommandIo,
): Promise<void> {
  const { editRegister } = await import('../../risk/index.js');
  await writeOutput(editRegister(text, edits), path, io);
  const places = new Set(edits.map((edit) => edit.path.join('.'))).size;
  io.err(
    `tickmark: ${path}: brought the place of ${places} ${places === 1 ? 'figure' : 'figures'} up to date\n`,
  );
}
