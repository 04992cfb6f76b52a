import type { Calculation } from '../checks/index.js';
import type { CommandIo } from './command.js';
import { loadSource } from './load-source.js';

/** The calculation linkbases that are filed have some hundred kilobytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The summations of the calculation linkbase in a file, also compressed with gzip; null where no file is named. Throws
 * `InputError` where it cannot be read or is no linkbase.
 */
export async function linkbaseCalculations(
  path: string | undefined,
  io: CommandIo,
): Promise<readonly Calculation[] | null> {
  if (path === undefined) return null;
  const bytes = await loadSource(path, io, MOST_BYTES);
  const [{ decodeSource }, { readCalculations }] = await Promise.all([
    import('../filing/index.js'),
    import('../checks/index.js'),
  ]);
  return readCalculations(decodeSource(bytes, path, { maxBytes: MOST_BYTES }).text, path);
}
