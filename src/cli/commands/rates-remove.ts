import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { formatOption, jsonText, TERMINAL_OR_JSON } from '../format-option.js';
import { clockOf, requireRatesDirectory } from '../rates-store.js';

interface RatesRemoveOptions {
  readonly dryRun?: boolean;
  readonly format: 'terminal' | 'json';
}

/** `tickmark rates remove`: a source that was imported. */
export const command: CommandDefinition = {
  name: 'rates remove',
  summary: 'remove a source that was imported',
  description: [
    'Removes all rates of a source that was imported, by any of its names. The noon buying rates stay. "tickmark rates undo" brings it back.',
  ],
  examples: [
    {
      line: 'tickmark rates remove "Bank of Canada"',
      shows: 'no longer hold its rates',
      notRun: 'it needs an import before',
    },
  ],
  define(command) {
    command
      .argument('<name>', 'name of the source, as "tickmark rates status" has it')
      .option('--dry-run', 'say what would change, and change nothing')
      .addOption(formatOption('form of the report', TERMINAL_OR_JSON));
  },
  run: (args, options, io) => run(args[0] ?? '', options as unknown as RatesRemoveOptions, io),
};

async function run(name: string, { dryRun, format }: RatesRemoveOptions, io: CommandIo): Promise<ExitStatus> {
  const { removedSourceRecord, removedSourceText, removeSource } = await import('../../rates/store/index.js');
  const directory = await requireRatesDirectory(io);
  const removed = await removeSource(directory, name, { now: clockOf(io), isDryRun: dryRun === true });
  const isJson = format === 'json';
  io.out(isJson ? jsonText(removedSourceRecord(removed)) : removedSourceText(removed));
  return 0;
}
