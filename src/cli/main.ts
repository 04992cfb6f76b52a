import { CommanderError } from 'commander';
import { InputError } from '../value/index.js';
import type { CommandIo, ExitStatus } from './command.js';
import { commandTree } from './command-tree.js';
import { complain } from './complain.js';
import { COMMANDS } from './registry.js';

const USAGE_OR_INPUT: ExitStatus = 2;

/**
 * Runs the `tickmark` command: `argv` without node and script. Never throws and never exits; every kind of failure
 * becomes a line on standard error and status 2.
 */
export async function main(argv: readonly string[], io: CommandIo): Promise<ExitStatus> {
  try {
    return await dispatch(withHelpAsOption(argv), io);
  } catch (error) {
    return report(error, io);
  }
}

async function dispatch(argv: readonly string[], io: CommandIo): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const chosen = COMMANDS.find(({ name }) => startsWithWords(argv, name.split(' ')));
  const definitions = await Promise.all(
    (chosen === undefined ? COMMANDS : [chosen]).map(({ load }) => load()),
  );
  const program = commandTree(definitions, io, async (definition, args, options) => {
    status = await definition.run(args, options, io);
  });
  await program.parseAsync(argv, { from: 'user' });
  return status;
}

/** `tickmark help check` means `tickmark check --help`. */
function withHelpAsOption(argv: readonly string[]): readonly string[] {
  return argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
}

function startsWithWords(argv: readonly string[], words: readonly string[]): boolean {
  return words.every((word, index) => argv[index] === word);
}

function report(error: unknown, io: CommandIo): ExitStatus {
  // Commander has written its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_OR_INPUT;
  if (error instanceof InputError) {
    complain(error.message, io, error.details);
    return USAGE_OR_INPUT;
  }
  const message = error instanceof Error ? error.message : String(error);
  complain(`internal error: ${message.replace(/\s+/g, ' ')}; please report it (${howToReport(io)})`, io);
  if (io.env.TICKMARK_DEBUG === '1' && error instanceof Error) io.err(`${error.stack}\n`);
  return USAGE_OR_INPUT;
}

function howToReport(io: CommandIo): string {
  return io.env.TICKMARK_DEBUG === '1' ? 'with the trace below' : 'TICKMARK_DEBUG=1 shows the trace';
}
