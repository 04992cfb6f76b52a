import type { Calculation } from '../../checks/index.js';
import type { Filing } from '../../filing/filing.js';
import type { ReadingFormat, Selection } from '../../reports/reading.js';
import type { CheckPart, PartSettings } from '../check-part.js';
import type { CommandIo } from '../command.js';
import type { Config } from '../config/config.js';

/** What of the world a task sees. */
export type TaskIo = Pick<CommandIo, 'cwd' | 'env' | 'columns' | 'color'>;

/** Work on each of many files, as data, so that it can be sent to a thread: what a command's options said. */
export type FileTask = CheckTask | ReadTask;

export interface CheckTask {
  readonly kind: 'check';
  /** Ids of the checks to run; null for all. */
  readonly only: readonly string[] | null;
  readonly config: Config | null;
  /** The summations of the linkbase that was named; null where none was. */
  readonly calculations: readonly Calculation[] | null;
  readonly part: PartSettings;
  readonly io: TaskIo;
}

export interface ReadTask {
  readonly kind: 'read';
  readonly format: ReadingFormat;
  readonly selection: Selection;
  readonly io: TaskIo;
}

/** What a task makes of a filing: what the command's report is told of the file. */
export type TaskResult = CheckPart | string;

/** The task as it can be sent: of what a command sees, only that. */
export function taskIo({ cwd, env, columns, color }: CommandIo): TaskIo {
  return { cwd, env: { ...env }, columns, color };
}

/** Loads what a task needs, and gives its work on one file. */
export async function workOf(task: FileTask): Promise<(filing: Filing) => TaskResult> {
  if (task.kind === 'check') return (await import('../check-work.js')).checkWork(task);
  return (await import('../read-work.js')).readWork(task);
}
