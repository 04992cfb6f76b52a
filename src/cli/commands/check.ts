import type { CheckResult, Severity } from '../../checks/check.js';
import type { RateSource } from '../../rates/rate-source.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { addLimitOptions, type LimitOptions, limitsOf } from '../limit-options.js';
import { checkOutputPath, writeOutput } from '../output.js';
import { readFiles } from '../read-files.js';

const FORMATS = ['terminal', 'json', 'html'] as const;
/** Lowest first. */
const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

interface CheckCommandOptions extends LimitOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly only?: string;
  readonly severity: Severity;
  readonly evidence?: boolean;
}

/** `tickmark check`: the main job. */
export const command: CommandDefinition = {
  name: 'check',
  summary: 'proof-check annual reports: tick what can be confirmed, report what does not agree',
  description: [
    'Reads each report, ticks every figure that can be confirmed by independent work (recomputed from an official source or from other figures), and reports each one that does not agree: where, what is printed, what it should be, and the work that shows it.',
    'FILE is a report or an excerpt of one as plain text; "-" reads standard input. A file that cannot be read is reported, and the others are still checked.',
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
  ],
  define(command) {
    command
      .argument('<file...>', 'reports to check; "-" is standard input')
      .addOption(
        command
          .createOption('-f, --format <format>', 'form of the report')
          .choices(FORMATS)
          .default('terminal'),
      )
      .option('-o, --output <path>', 'write the report to a file instead of standard output')
      .option('--only <checks>', 'run these checks only, by name, with commas between: date,tie-out')
      .addOption(
        command
          .createOption('--severity <severity>', 'lowest severity of the findings shown')
          .choices([...SEVERITIES].reverse())
          .default('warning'),
      )
      .option('--evidence', 'show the work behind every tick; json and html always do');
    addLimitOptions(command);
  },
  run: (paths, options, io) => run(paths, options as unknown as CheckCommandOptions, io),
};

async function run(
  paths: readonly string[],
  options: CheckCommandOptions,
  io: CommandIo,
): Promise<ExitStatus> {
  const limits = limitsOf(options);
  checkOutputPath(options.output, paths, io);
  const [{ check }, { noonBuyingRates }] = await Promise.all([
    import('../../checks/index.js'),
    import('../../rates/index.js'),
  ]);
  const rates = noonBuyingRates();
  const only = options.only?.split(',').map((id) => id.trim());
  const { results, failed } = await readFiles(paths, limits, io, (filing) =>
    check(filing, { rates }, only === undefined ? {} : { only }),
  );
  if (results.length > 0) {
    const text = await reportText(atLeast(options.severity, results), rates, options, io);
    await writeOutput(text, options.output, io);
  }
  if (failed) return 2;
  return results.some(({ summary }) => summary.errors > 0) ? 1 : 0;
}

/** The results without the findings below a severity. The summary still counts every error and warning. */
function atLeast(lowest: Severity, results: readonly CheckResult[]): CheckResult[] {
  const rank = SEVERITIES.indexOf(lowest);
  return results.map((result) => ({
    ...result,
    findings: result.findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= rank),
  }));
}

/** Loads the one format that was asked for: the HTML report alone is larger than the rest of the command. */
async function reportText(
  results: readonly CheckResult[],
  rates: RateSource,
  options: CheckCommandOptions,
  io: CommandIo,
): Promise<string> {
  switch (options.format) {
    case 'json':
      return (await import('../../reports/json.js')).jsonReport(results);
    case 'html':
      return (await import('../../reports/html/report.js')).htmlReport(results, { rates });
    case 'terminal': {
      const { terminalReport } = await import('../../reports/terminal.js');
      return terminalReport(results, {
        columns: io.columns,
        color: io.color && options.output === undefined,
        evidence: options.evidence === true,
        severity: options.severity,
      });
    }
  }
}
