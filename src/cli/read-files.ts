import type { Filing } from '../filing/filing.js';
import type { Limits } from '../filing/limits.js';
import type { FileFailure } from '../reports/file-failure.js';
import { InputError } from '../value/index.js';
import type { CommandIo } from './command.js';
import { complain } from './complain.js';
import { loadSource } from './load-source.js';
import { type Progress, progressOn } from './progress.js';
import type { FileTask } from './threads/file-task.js';

/** A single file above it takes long enough to say so; below, the answer comes before one has read the line. */
const LONG_WORK_BYTES = 2 * 1024 * 1024;

/** What is done with each of a list of files. */
export interface FileWork<Result> {
  /** The long part, during which the terminal says which file is being read. */
  work(filing: Filing): Result;
  /** The same as data, and how many threads may do it; absent where the first thread does all. */
  readonly threaded?: { readonly threads: number; readonly task: FileTask };
  /** Takes the result, and tells how many errors it has; to null where no further file is wanted. */
  done(result: Result): Promise<number | null>;
  /** Takes a file that cannot be read; its reason has been written to standard error. */
  failed(failure: FileFailure): Promise<void>;
}

/**
 * Reads each file and hands the filing on; keeps none of them. A file that cannot be read is reported and the others
 * are still done; a bad option, which would fail them all, is thrown. Results come in the order of the files, with any
 * number of threads.
 */
export async function forEachFile<Result>(
  paths: readonly string[],
  limits: Limits,
  io: CommandIo,
  fileWork: FileWork<Result>,
): Promise<void> {
  const progress = progressOn(io);
  let errors = 0;
  const settle = async (path: string, outcome: Result | InputError): Promise<boolean> => {
    progress.clear();
    if (!(outcome instanceof InputError)) {
      const found = await fileWork.done(outcome);
      errors += found ?? 0;
      return found !== null;
    }
    if (outcome.code === 'bad-option') throw outcome;
    complain(outcome.message, io);
    errors += 1;
    await fileWork.failed({ path, code: outcome.code, message: outcome.message });
    return true;
  };
  const { threaded } = fileWork;
  const { threadEntry } = io;
  try {
    if (threaded === undefined || threaded.threads < 2 || threadEntry === undefined) {
      await forEachInTurn(paths, limits, io, progress, fileWork, () => errors, settle);
      return;
    }
    const { forEachInThreads } = await import('./threads/for-each-in-threads.js');
    await forEachInThreads(paths, io, {
      ...threaded,
      entry: threadEntry,
      limits,
      waiting: (index) => progress.show(index, paths.length, paths[index] ?? '', errors),
      // A task makes what `work` makes: that is its contract.
      done: (path, outcome) => settle(path, outcome as Result | InputError),
    });
  } finally {
    progress.clear();
  }
}

async function forEachInTurn<Result>(
  paths: readonly string[],
  limits: Limits,
  io: CommandIo,
  progress: Progress,
  { work }: FileWork<Result>,
  errors: () => number,
  settle: (path: string, outcome: Result | InputError) => Promise<boolean>,
): Promise<void> {
  const { readFiling } = await import('../filing/index.js');
  for (const [index, path] of paths.entries()) {
    // Lets a closed pipe and Ctrl-C be noticed, which wait while files are read.
    if (index > 0) await new Promise(setImmediate);
    const show = (): void => progress.show(index, paths.length, path, errors());
    if (paths.length > 1) show();
    const outcome = await orInputError(async () => {
      const bytes = await loadSource(path, io, limits.maxBytes);
      if (bytes.length > LONG_WORK_BYTES) show();
      return work(readFiling(bytes, { path, limits }));
    });
    if (!(await settle(path, outcome))) return;
  }
}

async function orInputError<Value>(use: () => Promise<Value>): Promise<Value | InputError> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
