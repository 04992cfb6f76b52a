import type { CommandDefinition } from './command.js';

/** A command that can be named; its definition is loaded when it is run or its help is shown. */
export interface RegisteredCommand {
  /** As typed: `check`, `rates table`. */
  readonly name: string;
  load(): Promise<CommandDefinition>;
}

/** Words that stand before several commands, with their line in the list of commands. */
export const COMMAND_GROUPS: Readonly<Record<string, string>> = {
  rates: 'look up, tabulate and chart noon buying rates; keep them current, import others',
  risk: 'keep a register of risks; simulate what they do to income, equity and the value of a share',
};

/** In the order that `--help` lists them. */
export const COMMANDS: readonly RegisteredCommand[] = [
  registered('check', () => import('./commands/check.js')),
  registered('explain', () => import('./commands/explain.js')),
  registered('read', () => import('./commands/read.js')),
  registered('translate', () => import('./commands/translate.js')),
  registered('rates table', () => import('./commands/rates-table.js')),
  registered('rates on', () => import('./commands/rates-on.js')),
  registered('rates chart', () => import('./commands/rates-chart.js')),
  registered('rates status', () => import('./commands/rates-status.js')),
  registered('rates update', () => import('./commands/rates-update.js')),
  registered('rates import', () => import('./commands/rates-import.js')),
  registered('rates remove', () => import('./commands/rates-remove.js')),
  registered('rates undo', () => import('./commands/rates-undo.js')),
  registered('risk init', () => import('./commands/risk-init.js')),
  registered('risk check', () => import('./commands/risk-check.js')),
  registered('risk run', () => import('./commands/risk-run.js')),
  registered('risk explain', () => import('./commands/risk-explain.js')),
  registered('risk scenario', () => import('./commands/risk-scenario.js')),
  registered('risk item-11', () => import('./commands/risk-item-11.js')),
];

/** All definitions, for help and for the pages in docs/. */
export async function loadCommands(): Promise<CommandDefinition[]> {
  return Promise.all(COMMANDS.map((entry) => entry.load()));
}

function registered(name: string, load: () => Promise<{ command: CommandDefinition }>): RegisteredCommand {
  return { name, load: async () => (await load()).command };
}
