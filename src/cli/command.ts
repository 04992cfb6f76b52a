import type { BigIntStats } from 'node:fs';
import type { Command } from 'commander';

/** 0: no finding of severity error. 1: at least one. 2: usage, or an input that cannot be read. */
export type ExitStatus = 0 | 1 | 2;

/** Where a command reads and writes; tests hand in their own. Paths given by the user are relative to `cwd`. */
export interface CommandIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal, 80 where standard output is none. */
  readonly columns: number;
  /** Whether standard output takes colour: a terminal, and NO_COLOR not set. */
  readonly color: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard output is a terminal that can be cleared. */
  readonly isTerminal?: boolean;
  /**
   * Resolves when standard output has taken what was written; to false where nobody reads it any more. Absent where
   * it takes all at once.
   */
  readonly flushed?: () => Promise<boolean>;
  /** Tells the engine that one report is all there is to do. Absent where others share the process. */
  readonly expectShortRun?: () => void;
  /** From the call on, Ctrl-C aborts this signal instead of ending the process. Absent where nothing interrupts. */
  readonly interruption?: () => AbortSignal;
  /** The built command, which threads that share the work start with; absent where the first thread does all. */
  readonly threadEntry?: URL;
  /** Columns of the terminal that standard error is; absent where it is none, and then no progress is shown. */
  readonly errColumns?: number;
  /** The clock; that of the system where absent. */
  readonly now?: () => Date;
  /** The bytes of standard input, for the file name `-`; absent where there is none. */
  readonly stdin?: () => AsyncIterable<Uint8Array>;
  /** The file that standard input comes from, if it is one, so that it is not overwritten. */
  readonly stdinStatus?: () => BigIntStats;
}

/** A line that a user can type as it stands, and what it shows. */
export interface CommandExample {
  /** Words with spaces stand in double quotes. */
  readonly line: string;
  readonly shows: string;
  /** Why tests and pages do not run it: "it needs the network". Absent where they do. */
  readonly notRun?: string;
}

/** The words of an example as a shell would hand them over, without the program's name. */
export function exampleArguments({ line }: CommandExample): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  return words.slice(1);
}

/** A command: its help and its page in docs/ come from here, beside its code. */
export interface CommandDefinition {
  /** `check`, `rates table`. */
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Paragraphs, for `--help` and the page. */
  readonly description: readonly string[];
  readonly examples: readonly CommandExample[];
  /** Adds arguments and options. */
  define(command: Command): void;
  /** Loads what it needs with `import()`, so that no command pays for another. Throws `InputError` on bad input. */
  run(
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
    io: CommandIo,
  ): Promise<ExitStatus>;
}
