import type { Argument, Command, Option } from 'commander';
import {
  type CommandDefinition,
  type CommandExample,
  type CommandIo,
  exampleArguments,
} from '../../src/cli/command.js';
import { commandTree } from '../../src/cli/command-tree.js';
import { main } from '../../src/cli/main.js';
import { loadCommands } from '../../src/cli/registry.js';
import { fenced, GENERATED, markdown, type Page, table } from './page.js';

/** Output longer than this is left out: the reader runs the command. */
const MAX_OUTPUT_LINES = 200;

/** A page for each command, and the list of them. Shown commands are run, in the folder of the project. */
export async function commandPages(root: string): Promise<Page[]> {
  const definitions = await loadCommands();
  const pages = [];
  for (const definition of definitions) {
    pages.push({ path: pagePath(definition), text: await commandPage(definition, root) });
  }
  return [{ path: 'docs/commands/index.md', text: indexPage(definitions) }, ...pages];
}

function indexPage(definitions: readonly CommandDefinition[]): string {
  const rows = definitions.map((definition) => [
    `[\`tickmark ${definition.name}\`](${slug(definition)}.md)`,
    definition.summary,
  ]);
  return markdown(GENERATED, '# Commands', table(['Command', 'What it does'], rows));
}

async function commandPage(definition: CommandDefinition, root: string): Promise<string> {
  const command = parsedCommand(definition);
  const examples = [];
  for (const example of definition.examples) examples.push(await exampleText(example, root));
  return markdown(
    GENERATED,
    `# tickmark ${definition.name}`,
    `${upperFirst(definition.summary)}.`,
    fenced(`tickmark ${definition.name} ${command.usage()}`, 'sh'),
    ...definition.description,
    table(['Argument', 'Meaning'], command.registeredArguments.map(argumentRow)),
    '## Options',
    table(['Option', 'Meaning', 'Default'], command.options.map(optionRow)),
    '## Examples',
    ...examples,
  );
}

async function exampleText(example: CommandExample, root: string): Promise<string> {
  const { line, shows, notRun } = example;
  const shown = [`${upperFirst(shows)}:`, fenced(`$ ${line}`, 'console')];
  // A command that writes a file is shown, not run: making pages must change nothing but the pages.
  if (line.includes('--output') || notRun !== undefined) return shown.join('\n\n');
  const { status, text } = await runLine(example, root);
  const lines = text.split('\n').length - 1;
  if (lines > MAX_OUTPUT_LINES) return shown.join('\n\n');
  const output = [`${upperFirst(shows)}:`, fenced(`$ ${line}\n${text}`, 'console')];
  return [...output, ...(status === 0 ? [] : [`Exit status: ${status}.`])].join('\n\n');
}

async function runLine(example: CommandExample, root: string): Promise<{ status: number; text: string }> {
  let text = '';
  const write = (part: string) => {
    text += part;
  };
  const io: CommandIo = { cwd: root, env: {}, columns: 80, color: false, out: write, err: write };
  const { line } = example;
  if (!line.startsWith('tickmark '))
    throw new Error(`Unexpected example "${line}", expected one that starts with tickmark`);
  const status = await main(exampleArguments(example), io);
  if (status === 2) throw new Error(`The example "${line}" does not work:\n${text}`);
  return { status, text };
}

function parsedCommand(definition: CommandDefinition): Command {
  const io = { out: () => {}, err: () => {}, columns: 80, color: false };
  const program = commandTree([definition], io, async () => {});
  return definition.name.split(' ').reduce((parent, word) => {
    const child = parent.commands.find((command) => command.name() === word);
    if (child === undefined) throw new Error(`No command ${definition.name}`);
    return child;
  }, program);
}

function argumentRow(argument: Argument): string[] {
  return [`\`${argument.name()}${argument.variadic ? '…' : ''}\``, argument.description];
}

function optionRow(option: Option): string[] {
  const choices = option.argChoices === undefined ? '' : `: ${option.argChoices.join(', ')}`;
  const initial = option.defaultValue === undefined ? '' : `\`${option.defaultValue}\``;
  return [`\`${option.flags}\``, `${option.description}${choices}`, initial];
}

function pagePath(definition: CommandDefinition): string {
  return `docs/commands/${slug(definition)}.md`;
}

function slug({ name }: CommandDefinition): string {
  return name.replaceAll(' ', '-');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
