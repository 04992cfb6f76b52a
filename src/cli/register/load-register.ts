import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Register } from '../../risk/index.js';
import { InputError } from '../../value/index.js';
import type { CommandIo } from '../command.js';
import { loadSource } from '../load-source.js';
import { readFailure } from '../system-errors.js';

/** The longest register: its reader takes 4 million characters, of up to four bytes. */
const MOST_BYTES = 16 * 1024 * 1024;
/** A file of prices: 64 MB hold a century of days many times over. */
const MOST_PRICE_BYTES = 64 * 1024 * 1024;

/** The text of a register. Throws `InputError` where it cannot be read or is no UTF-8. */
export async function loadRegister(path: string, io: CommandIo): Promise<string> {
  const bytes = await loadSource(path, io, MOST_BYTES);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('unreadable', `Cannot read ${path}: it is no UTF-8 text; save it as UTF-8`);
  }
}

/** A path as a register writes it, relative to the register, as the command would be given it. */
export function besideRegister(register: string, path: string): string {
  return register === '-' || isAbsolute(path) ? path : join(dirname(register), path);
}

/** The files that a register names, its report and its prices, as the command would be given them. */
export function filesOf({ path, content }: Register): string[] {
  const factors = Object.values(content.market?.factors ?? {});
  return [content.report, ...factors.flatMap(({ prices, yields }) => [prices, yields])]
    .filter((named) => named !== undefined)
    .map((named) => besideRegister(path, named));
}

/** Reads the files that a register names, such as prices, by their paths as it writes them. */
export function fileReader(register: string, io: CommandIo): (path: string) => string {
  return (path) => {
    const target = resolve(io.cwd, besideRegister(register, path));
    if (!existsSync(target)) {
      throw new InputError('unreadable', `Cannot read ${path}: there is no such file beside the register`);
    }
    try {
      const status = statSync(target);
      // A device or a pipe may never end.
      if (!status.isFile()) throw new InputError('unreadable', `Cannot read ${path}: it is no file`);
      if (status.size > MOST_PRICE_BYTES) {
        throw new InputError('too-large', `Cannot read ${path}: larger than 64 MB`);
      }
      return readFileSync(target, 'utf8');
    } catch (cause) {
      if (cause instanceof InputError) throw cause;
      throw new InputError('unreadable', `Cannot read ${path}: ${readFailure(cause)}`, { cause });
    }
  };
}
