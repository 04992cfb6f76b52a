import { Command } from 'commander';
import { VERSION } from '../version.js';
import type { CommandDefinition, CommandIo } from './command.js';
import { harmless } from './complain.js';
import { COMMAND_GROUPS, COMMANDS } from './registry.js';

/** What happens when a command has been parsed. */
export type RunCommand = (
  definition: CommandDefinition,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<void>;

const ABOUT =
  'Proof-checks annual reports: ticks every figure that it can confirm by independent work, and points at the ones that are wrong.';

const STATUSES = `
Exit status: 0 where no finding is an error, 1 where one is, 2 for wrong usage,
an input that cannot be read or an output that cannot be written.
"tickmark COMMAND --help" has the options of a command, with examples.
Nothing leaves your machine; only "tickmark rates update" uses the network.`;

/**
 * The commander program. Every command of the registry is in it by name, so that a typing error gets a suggestion;
 * only those in `definitions` have their options and help.
 */
export function commandTree(
  definitions: readonly CommandDefinition[],
  io: Pick<CommandIo, 'out' | 'err' | 'columns' | 'color'>,
  run: RunCommand,
): Command {
  const program = new Command('tickmark')
    .description(ABOUT)
    .version(`tickmark ${VERSION}`, '-V, --version', 'print the version')
    .addHelpText('after', STATUSES);
  configure(program, program, io);
  for (const { name } of COMMANDS) {
    const command = commandAt(program, name, io);
    const definition = definitions.find((each) => each.name === name);
    if (definition !== undefined) complete(command, definition, run);
  }
  describeGroups(program);
  return program;
}

/** The command of that name, made with the group that it stands in where there is none yet. */
function commandAt(program: Command, name: string, io: Pick<CommandIo, 'out' | 'err' | 'columns' | 'color'>) {
  let parent = program;
  for (const word of name.split(' ')) {
    const existing = parent.commands.find((command) => command.name() === word);
    const next = existing ?? parent.command(word);
    if (existing === undefined) configure(next, program, io);
    parent = next;
  }
  return parent;
}

function describeGroups(program: Command): void {
  for (const [word, about] of Object.entries(COMMAND_GROUPS)) {
    const group = program.commands.find((command) => command.name() === word);
    group?.summary(about).description(`${about.charAt(0).toUpperCase()}${about.slice(1)}.`);
    group?.addHelpText(
      'after',
      `\n"tickmark ${word} COMMAND --help" has the options of a command, with examples.`,
    );
  }
}

function complete(command: Command, definition: CommandDefinition, run: RunCommand): void {
  command.summary(definition.summary).description(definition.description.join('\n\n'));
  definition.define(command);
  command.addHelpText('after', () => examplesText(definition));
  command.action(() => run(definition, command.args, command.opts()));
}

function examplesText(definition: CommandDefinition): string {
  if (definition.examples.length === 0) return '';
  const lines = definition.examples.map(({ line, shows }) => `  $ ${line}\n      ${shows}`);
  return `\nExamples:\n${lines.join('\n')}`;
}

function configure(
  command: Command,
  program: Command,
  io: Pick<CommandIo, 'out' | 'err' | 'columns' | 'color'>,
): void {
  command
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ helpWidth: io.columns })
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHasColors: () => io.color,
      getErrHasColors: () => io.color,
      outputError: (text, write) => write(errorText(text, command, program)),
    });
}

/** `error: unknown option '--frmat'\n(Did you mean --format?)` in the form of our own messages. */
function errorText(text: string, command: Command, program: Command): string {
  const message = text
    .trim()
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    // "-¥5" is an amount, not an option.
    .replace(/^unknown option '-[^\p{L}-].*$/u, '$&: what begins with "-" and is no option goes after "--"');
  const words = [command.name()];
  for (let up = command.parent; up !== null; up = up.parent) words.unshift(up.name());
  const help = command === program ? 'tickmark --help' : `${words.join(' ')} --help`;
  return `tickmark: ${harmless(message)}\nRun "${help}" for the usage.\n`;
}
