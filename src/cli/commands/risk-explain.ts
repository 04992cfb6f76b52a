import type { Register } from '../../risk/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { addConfigOptions, type ConfigOptions } from '../config/find-config.js';
import { formatOption } from '../format-option.js';
import { checkOutputPath, writeOutput } from '../output.js';
import { addSimulationOptions, type SimulationOptions } from '../risk/simulation-options.js';

const FORMATS = ['terminal', 'json', 'markdown'] as const;

interface RiskExplainOptions extends SimulationOptions, ConfigOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
}

/** `tickmark risk explain`: the work behind one risk, or one measure. */
export const command: CommandDefinition = {
  name: 'risk explain',
  summary: 'show the work behind one risk or one measure of a register',
  description: [
    'Of a risk: its model in words, its inputs with their sources, what it does to each line, the law of its effect with the exact values beside the simulated ones, what raises it and what it raises, which shared events bring it about, and its part of the expected shortfall of each measure.',
    'Of a measure (revenue, operating-income, net-income, other-comprehensive-income, equity, ads-value): its law, and each risk with what it adds.',
  ],
  examples: [
    {
      line: 'tickmark risk explain examples/risk/risks.yaml projects',
      shows: 'one risk: model, sources, effects, exact beside simulated',
    },
    {
      line: 'tickmark risk explain examples/risk/risks.yaml net-income',
      shows: 'one measure, and what each risk adds to it',
    },
  ],
  define(command) {
    command
      .argument('<register>', 'the register, risks.yaml')
      .argument('<id>', 'a risk of the register, or a measure')
      .addOption(formatOption('form of the report', FORMATS))
      .option('-o, --output <path>', 'write the report to a file instead of standard output');
    addConfigOptions(addSimulationOptions(command));
  },
  run: ([path = '', id = ''], options, io) => run(path, id, options as unknown as RiskExplainOptions, io),
};

async function run(
  path: string,
  id: string,
  options: RiskExplainOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  checkOutputPath(options.output, [path], io);
  const [{ measuredRun }, { explainReport }, { requireExplained }] = await Promise.all([
    import('../risk/measured-run.js'),
    import('../../reports/risk/explain-report.js'),
    import('../../risk/index.js'),
  ]);
  const requires = (register: Register) => requireExplained(register, id);
  const measured = await measuredRun(
    path,
    options,
    { under: null, compare: [], moveInputs: false, requires },
    io,
  );
  const text = explainReport(measured, id, options.format, { columns: io.columns, color: io.color });
  await writeOutput(text, options.output, io);
  return 0;
}
