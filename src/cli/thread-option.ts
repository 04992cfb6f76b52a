import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../value/index.js';
import type { CommandIo } from './command.js';

/** What a thread has to do before it pays: it starts in the time that so much takes to read. */
const BYTES_A_THREAD = 1024 * 1024;
/** Reports shrink to about this when they are compressed. */
const GZIP_RATIO = 10;
const MOST_THREADS = 64;

export interface ThreadOptions {
  readonly threads?: string;
}

/** Adds `--threads`. */
export function addThreadOption(command: Command): Command {
  return command.option(
    '--threads <number>',
    'threads that share several files; without it, one for each processor',
  );
}

/**
 * How many threads are to share the files: as many as asked for, else one for each processor, and no more than the work
 * is worth. One means no thread besides the first. Throws `InputError` ('bad-option').
 */
export async function threadsOf(
  { threads }: ThreadOptions,
  paths: readonly string[],
  io: Pick<CommandIo, 'cwd'>,
): Promise<number> {
  const asked = askedThreads(threads);
  if (paths.length < 2) return 1;
  if (asked !== null) return Math.min(asked, paths.length);
  const worth = Math.floor(bytesOf(paths, io) / BYTES_A_THREAD);
  if (worth < 2) return 1;
  const { processors } = await import('./threads/processors.js');
  return Math.min(processors(), MOST_THREADS, paths.length, worth);
}

/** The number that `--threads` names; null without it. Throws `InputError` ('bad-option'). */
export function askedThreads(text: string | undefined): number | null {
  if (text === undefined) return null;
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new InputError(
    'bad-option',
    `Unexpected --threads "${text}", expected a whole number from 1 to ${MOST_THREADS}`,
  );
}

/** About how much there is to read. */
function bytesOf(paths: readonly string[], { cwd }: Pick<CommandIo, 'cwd'>): number {
  let bytes = 0;
  for (const path of paths) {
    if (path === '-') continue;
    const size = sizeOf(resolve(cwd, path));
    bytes += path.endsWith('.gz') ? GZIP_RATIO * size : size;
  }
  return bytes;
}

/** 0 for what cannot be looked at: reading it says why. */
function sizeOf(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
