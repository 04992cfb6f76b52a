import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { formatOption, jsonText, TERMINAL_OR_JSON } from '../format-option.js';
import { clockOf, requireRatesDirectory } from '../rates-store.js';

interface RatesUndoOptions {
  readonly dryRun?: boolean;
  readonly format: 'terminal' | 'json';
}

/** `tickmark rates undo`: back to the rates before the last change. */
export const command: CommandDefinition = {
  name: 'rates undo',
  summary: 'take back the last update or import of rates',
  description: [
    'Goes back to the rates as they were before the last update or import, and says what that changes. A second undo goes forth again.',
  ],
  examples: [
    {
      line: 'tickmark rates undo --dry-run',
      shows: 'what would change',
      notRun: 'it needs an update before',
    },
    { line: 'tickmark rates undo', shows: 'take the last change back', notRun: 'it needs an update before' },
  ],
  define(command) {
    command
      .option('--dry-run', 'say what would change, and change nothing')
      .addOption(formatOption('form of the report', TERMINAL_OR_JSON));
  },
  run: (_args, options, io) => run(options as unknown as RatesUndoOptions, io),
};

async function run({ dryRun, format }: RatesUndoOptions, io: CommandIo): Promise<ExitStatus> {
  const { ratesUndoRecord, ratesUndoText, undoRatesChange } = await import('../../rates/store/index.js');
  const directory = await requireRatesDirectory(io);
  const undo = await undoRatesChange(directory, { now: clockOf(io), isDryRun: dryRun === true });
  const isJson = format === 'json';
  io.out(isJson ? jsonText(ratesUndoRecord(undo)) : ratesUndoText(undo));
  return 0;
}
