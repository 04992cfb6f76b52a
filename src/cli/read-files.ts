import type { Filing } from '../filing/filing.js';
import type { Limits } from '../filing/limits.js';
import type { FileFailure } from '../reports/file-failure.js';
import { InputError } from '../value/index.js';
import type { CommandIo } from './command.js';
import { complain } from './complain.js';
import { loadSource } from './load-source.js';
import { progressOn } from './progress.js';

/** A single file above it takes long enough to say so; below, the answer comes before one has read the line. */
const LONG_WORK_BYTES = 2 * 1024 * 1024;

/** What is done with each of a list of files. */
export interface FileWork<Result> {
  /** The long part, during which the terminal says which file is being read. */
  work(filing: Filing): Result;
  /** Takes the result, and tells how many errors it has; to null where no further file is wanted. */
  done(result: Result): Promise<number | null>;
  /** Takes a file that cannot be read; its reason has been written to standard error. */
  failed(failure: FileFailure): Promise<void>;
}

/** What became of a list of files. */
export interface FilesRead<Result> {
  readonly results: readonly Result[];
  /** Whether a file could not be read; its reason has been written to standard error. */
  readonly failed: boolean;
}

/**
 * Reads each file in turn and hands the filing on; keeps none of them. A file that cannot be read is reported and the
 * others are still done; a bad option, which would fail them all, is thrown.
 */
export async function forEachFile<Result>(
  paths: readonly string[],
  limits: Limits,
  io: CommandIo,
  { work, done, failed }: FileWork<Result>,
): Promise<void> {
  const { readFiling } = await import('../filing/index.js');
  const progress = progressOn(io);
  let errors = 0;
  for (const [index, path] of paths.entries()) {
    // Lets a closed pipe and Ctrl-C be noticed, which wait while files are read.
    if (index > 0) await new Promise(setImmediate);
    try {
      if (paths.length > 1) progress.show(index, paths.length, path, errors);
      const bytes = await loadSource(path, io, limits.maxBytes);
      if (bytes.length > LONG_WORK_BYTES) progress.show(index, paths.length, path, errors);
      const result = work(readFiling(bytes, { path, limits }));
      progress.clear();
      const found = await done(result);
      if (found === null) return;
      errors += found;
    } catch (error) {
      progress.clear();
      if (!(error instanceof InputError) || error.code === 'bad-option') throw error;
      complain(error.message, io);
      errors += 1;
      await failed({ path, code: error.code, message: error.message });
    }
  }
}

/** The same for a command that needs all results at once. */
export async function readFiles<Result>(
  paths: readonly string[],
  limits: Limits,
  io: CommandIo,
  use: (filing: Filing) => Result,
): Promise<FilesRead<Result>> {
  const results: Result[] = [];
  await forEachFile(paths, limits, io, {
    work: use,
    done: async (result) => {
      results.push(result);
      return 0;
    },
    failed: async () => {},
  });
  return { results, failed: results.length < paths.length };
}
