import type { Command } from 'commander';
import { DEFAULT_LIMITS, type Limits } from '../filing/limits.js';
import { InputError } from '../value/index.js';

const BYTES_IN_MEGABYTE = 1024 * 1024;
/** A string of JavaScript, which a report is read into, holds about as many characters. */
const MAX_MEGABYTES = 500;
/** Beyond it, a list of figures no longer fits into memory. */
const MAX_PARTS = 10_000_000;

/** What commands that read reports let a user raise, as typed. */
export interface LimitOptions {
  readonly maxSize: string;
  readonly maxParts: string;
}

/** Adds `--max-size` and `--max-parts`. */
export function addLimitOptions(command: Command): Command {
  return command
    .option(
      '--max-size <megabytes>',
      `largest file that is read, at most ${MAX_MEGABYTES}`,
      String(DEFAULT_LIMITS.maxBytes / BYTES_IN_MEGABYTE),
    )
    .option(
      '--max-parts <number>',
      'most paragraphs and table cells, and most figures, that a file may fall into',
      String(DEFAULT_LIMITS.maxParts),
    );
}

/** Reads both options. Throws `InputError`. */
export function limitsOf({ maxSize, maxParts }: LimitOptions): Limits {
  const megabytes = /^\d+(\.\d{1,6})?$/.test(maxSize) ? Number(maxSize) : 0;
  if (megabytes <= 0 || megabytes > MAX_MEGABYTES) {
    const expected = `expected megabytes such as 64, at most ${MAX_MEGABYTES}`;
    throw new InputError('bad-option', `Unexpected --max-size "${maxSize}", ${expected}`);
  }
  const parts = /^\d{1,9}$/.test(maxParts) ? Number(maxParts) : 0;
  if (parts <= 0 || parts > MAX_PARTS) {
    const expected = `expected a number such as 500000, at most ${MAX_PARTS}`;
    throw new InputError('bad-option', `Unexpected --max-parts "${maxParts}", ${expected}`);
  }
  return { maxBytes: Math.floor(megabytes * BYTES_IN_MEGABYTE), maxParts: parts };
}
