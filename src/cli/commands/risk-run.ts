import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { addConfigOptions, type ConfigOptions } from '../config/find-config.js';
import { formatOption } from '../format-option.js';
import { checkOutputPath, writeOutput } from '../output.js';
import { addSimulationOptions, type SimulationOptions } from '../risk/simulation-options.js';

/** The forms of a report on risks. */
export const RISK_FORMATS = ['terminal', 'json', 'markdown', 'html'] as const;

interface RiskRunOptions extends SimulationOptions, ConfigOptions {
  readonly format: (typeof RISK_FORMATS)[number];
  readonly output?: string;
  readonly scenario?: string;
  readonly quick?: boolean;
}

/** `tickmark risk run`: what the risks of a register do to income, equity and the value of an ADS. */
export const command: CommandDefinition = {
  name: 'risk run',
  summary: 'measure a register: what its risks do to revenue, income, equity and the value of an ADS',
  description: [
    'Simulates a year of the register many times, and reports what its risks do to revenue, operating income, net income, other comprehensive income, equity and the dollar value of an ADS: mean, deviation, value at risk and expected shortfall, the chance of a loss, and which risk matters most. Every number has its standard error and is printed no finer than that. Where theory gives the law of a risk exactly, it stands beside.',
    'The same register, seed and number of trials give the same bytes on any machine and any number of threads. --until-error goes on until the standard errors of the mean and of the value at risk of net income are within a share of them.',
    'Scenarios and controls of the register are compared with it, trial by trial with the same random numbers; each named input is moved by a tenth, to show which guess matters; the tables of Item 11 follow. --quick leaves out scenarios, controls and inputs. --scenario measures the register under one of its scenarios.',
    'Formats: terminal; html, one page with plots that needs no network; markdown; json, by a published schema.',
    'Exit status: 0, or 2 where the register cannot be read or measured: each reason has its line and remedy.',
  ],
  examples: [
    {
      line: 'tickmark risk run examples/risk/risks.yaml --quick',
      shows: 'the measures, and what each risk adds to them',
    },
    {
      line: 'tickmark risk run examples/risk/risks.yaml --trials 20000 --format html --output risks.html',
      shows: 'the page with plots, scenarios, controls and the tables of Item 11',
    },
    {
      line: 'tickmark risk run examples/risk/risks.yaml --quick --until-error 2% --seed 7',
      shows: 'as many trials as an error of 2% takes',
    },
    {
      line: 'tickmark risk run examples/risk/risks.yaml --scenario earthquake --quick --trials 20000 --format json',
      shows: 'a scenario, for a program',
    },
  ],
  define(command) {
    command
      .argument('<register>', 'the register, risks.yaml')
      .addOption(formatOption('form of the report', RISK_FORMATS))
      .option('-o, --output <path>', 'write the report to a file instead of standard output')
      .option('--scenario <id>', 'measure the register under this scenario or control of its own')
      .option('--quick', 'leave out scenarios, controls and the moves of inputs');
    addConfigOptions(addSimulationOptions(command));
  },
  run: ([path = ''], options, io) => run(path, options as unknown as RiskRunOptions, io),
};

async function run(path: string, options: RiskRunOptions, io: CommandIo): Promise<ExitStatus> {
  checkOutputPath(options.output, [path], io);
  const [{ measuredRun }, { riskReport }] = await Promise.all([
    import('../risk/measured-run.js'),
    import('../../reports/risk/risk-report.js'),
  ]);
  const isQuick = options.quick === true;
  const under = options.scenario ?? null;
  const measured = await measuredRun(
    path,
    options,
    { under, compare: isQuick || under !== null ? [] : 'all', moveInputs: !isQuick },
    io,
  );
  const text = riskReport(measured, options.format, { columns: io.columns, color: io.color });
  await writeOutput(text, options.output, io);
  return 0;
}
