import type { Register } from '../../risk/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { addConfigOptions, type ConfigOptions } from '../config/find-config.js';
import { formatOption } from '../format-option.js';
import { checkOutputPath, writeOutput } from '../output.js';
import { addSimulationOptions, type SimulationOptions } from '../risk/simulation-options.js';

const FORMATS = ['terminal', 'json', 'markdown', 'html'] as const;

interface RiskScenarioOptions extends SimulationOptions, ConfigOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
}

/** `tickmark risk scenario`: a register against itself under a scenario, or with and without a control. */
export const command: CommandDefinition = {
  name: 'risk scenario',
  summary: 'compare a register with itself under a scenario, or before and after a control',
  description: [
    'Measures the register as it stands, and again under each scenario and control that is named (all of them where none is), and reports the differences: mean, value at risk, expected shortfall and the chance of a loss, each with its standard error. Both runs draw the same random numbers, trial by trial, so that a difference is far sharper than either result.',
    'Formats: terminal, markdown, json; html is the page of `risk run` with the cases that are named.',
    'A planned control is compared as if it were there, one in place as if it were not; what it is worth a year is what it saves of operating income less its cost.',
  ],
  examples: [
    {
      line: 'tickmark risk scenario examples/risk/risks.yaml earthquake',
      shows: 'the year in which the earthquake comes, against all years',
    },
    {
      line: 'tickmark risk scenario examples/risk/risks.yaml third-site --level 99%',
      shows: 'what a planned control would be worth',
    },
    {
      line: 'tickmark risk scenario examples/risk/risks.yaml --trials 20000 --format markdown',
      shows: 'every scenario and control, as Markdown',
    },
  ],
  define(command) {
    command
      .argument('<register>', 'the register, risks.yaml')
      .argument('[id...]', 'scenarios and controls of the register; all of them without any')
      .addOption(formatOption('form of the report', FORMATS))
      .option('-o, --output <path>', 'write the report to a file instead of standard output');
    addConfigOptions(addSimulationOptions(command));
  },
  run: ([path = '', ...ids], options, io) => run(path, ids, options as unknown as RiskScenarioOptions, io),
};

async function run(
  path: string,
  ids: readonly string[],
  options: RiskScenarioOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  checkOutputPath(options.output, [path], io);
  const [{ measuredRun }, { scenarioReport }, { alternativesOf, NO_ALTERNATIVES }, { InputError }] =
    await Promise.all([
      import('../risk/measured-run.js'),
      import('../../reports/risk/scenario-report.js'),
      import('../../risk/index.js'),
      import('../../value/index.js'),
    ]);
  const compare = ids.length === 0 ? 'all' : ids;
  const requires = ({ path: name, content }: Register) => {
    if (alternativesOf(content).length > 0) return;
    throw new InputError(
      'bad-register',
      `${name}: ${NO_ALTERNATIVES} to compare with; add "scenarios", or "controls" to a risk`,
    );
  };
  const measured = await measuredRun(
    path,
    options,
    { under: null, compare, moveInputs: false, requires },
    io,
  );
  const shape = { columns: io.columns, color: io.color };
  const text =
    options.format === 'html'
      ? (await import('../../reports/risk/risk-report.js')).riskReport(measured, 'html', shape)
      : scenarioReport(measured, options.format, shape);
  await writeOutput(text, options.output, io);
  return 0;
}
