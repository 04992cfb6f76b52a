import type { Filing } from '../filing/filing.js';
import type { Limits } from '../filing/limits.js';
import { InputError } from '../value/index.js';
import type { CommandIo } from './command.js';
import { complain } from './complain.js';
import { loadSource } from './load-source.js';
import { progressOn } from './progress.js';

/** A single file above it takes long enough to say so; below, the answer comes before one has read the line. */
const LONG_WORK_BYTES = 2 * 1024 * 1024;

/** What became of a list of files. */
export interface FilesRead<Result> {
  readonly results: readonly Result[];
  /** Whether a file could not be read; its reason has been written to standard error. */
  readonly failed: boolean;
}

/**
 * Reads each file in turn and hands the filing on. A file that cannot be read is reported and the others are still
 * done; a bad option, which would fail them all, is thrown.
 */
export async function readFiles<Result>(
  paths: readonly string[],
  limits: Limits,
  io: CommandIo,
  use: (filing: Filing) => Result,
): Promise<FilesRead<Result>> {
  const { readFiling } = await import('../filing/index.js');
  const results: Result[] = [];
  const progress = progressOn(io);
  for (const [index, path] of paths.entries()) {
    try {
      if (paths.length > 1) progress.show(index, paths.length, path);
      const bytes = await loadSource(path, io, limits.maxBytes);
      if (bytes.length > LONG_WORK_BYTES) progress.show(index, paths.length, path);
      results.push(use(readFiling(bytes, { path, limits })));
    } catch (error) {
      progress.clear();
      if (!(error instanceof InputError) || error.code === 'bad-option') throw error;
      complain(error.message, io);
    }
  }
  progress.clear();
  return { results, failed: results.length < paths.length };
}
