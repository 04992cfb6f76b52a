import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { expandPaths } from '../expand-paths.js';
import { formatOption } from '../format-option.js';
import { addLimitOptions, type LimitOptions, limitsOf } from '../limit-options.js';
import { checkOutputPath, writeOutput } from '../output.js';
import { readFiles } from '../read-files.js';

interface ReadCommandOptions extends LimitOptions {
  readonly output?: string;
}

/** `tickmark read`: the structure of a report, for programs. */
export const command: CommandDefinition = {
  name: 'read',
  summary: 'print the structure of annual reports as JSON: outline, risk factors, tables, figures',
  description: [
    'Reads each report as "check" does and prints what was read as JSON, for programs, without ticks and findings: the outline with its Items, the risk factors, the tables, and every figure with its exact value, unit, period and place.',
    'FILE is a report or an excerpt of one as plain text; "-" reads standard input. A pattern in quotes, such as "drafts/**/*.txt", names every file that matches it. A file that cannot be read is reported, and the others are still read.',
    'Exit status: 0, or 2 where a file cannot be read or the output cannot be written.',
  ],
  examples: [
    {
      line: 'tickmark read examples/item-3/item-3.txt --output reading.json',
      shows: 'what was read, in a file',
    },
  ],
  define(command) {
    command
      .argument('<file...>', 'reports to read, or patterns in quotes; "-" is standard input')
      .addOption(formatOption('form of the output; there is no other than JSON', ['json']))
      .option('-o, --output <path>', 'write to a file instead of standard output');
    addLimitOptions(command);
  },
  run: (args, options, io) => run(args, options as unknown as ReadCommandOptions, io),
};

async function run(args: readonly string[], options: ReadCommandOptions, io: CommandIo): Promise<ExitStatus> {
  const limits = limitsOf(options);
  const paths = await expandPaths(args, io);
  checkOutputPath(options.output, paths, io);
  const { readingJson } = await import('../../reports/json.js');
  const { results, failed } = await readFiles(paths, limits, io, (filing) => filing);
  if (results.length > 0) await writeOutput(readingJson(results), options.output, io);
  return failed ? 2 : 0;
}
