import { type BigIntStats, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../value/index.js';
import type { CommandIo } from './command.js';
import { writeFailure } from './system-errors.js';

/**
 * Before any work, refuses an output path that cannot be written, or that is one of the inputs: a report must not
 * replace the document that it is about. Symbolic and hard links count as the file that they lead to.
 */
export function checkOutputPath(path: string | undefined, inputs: readonly string[], io: CommandIo): void {
  if (path === undefined) return;
  const existing = existingTarget(path, io);
  if (existing?.isFile() !== true) return;
  const input = inputs.find((each) => isSameFile(existing, inputStatus(each, io)));
  if (input === undefined) return;
  const name = input === '-' ? 'standard input' : input;
  throw new InputError(
    'bad-option',
    `Cannot write ${path}: it is ${input === path ? 'itself' : `the same file as ${name},`} one of the files to read; name another with --output`,
  );
}

/**
 * Writes a report to standard output, or to a file: under a temporary name beside it and then renamed, so that a
 * reader never sees half of it. Throws `InputError` for a path that cannot be written.
 */
export async function writeOutput(text: string, path: string | undefined, io: CommandIo): Promise<void> {
  if (path === undefined) {
    io.out(text);
    return;
  }
  const existing = existingTarget(path, io);
  const target = resolve(io.cwd, path);
  try {
    // A device or a named pipe must not be replaced by a file.
    if (existing !== undefined && !existing.isFile()) writeFileSync(target, text);
    else replace(existing === undefined ? target : realpathSync(target), text);
  } catch (cause) {
    throw new InputError('unreadable', `Cannot write ${path}: ${writeFailure(cause)}`, { cause });
  }
}

/** What stands at the path, or undefined. Throws `InputError` where no file can stand there. */
function existingTarget(path: string, io: CommandIo): BigIntStats | undefined {
  if (path === '') throw new InputError('bad-option', 'Unexpected --output "", expected the name of a file');
  const target = resolve(io.cwd, path);
  if (statusOf(dirname(target))?.isDirectory() !== true) {
    throw new InputError(
      'bad-option',
      `Cannot write ${path}: there is no folder ${dirname(path)}; make it first, or name another with --output`,
    );
  }
  const existing = statusOf(target);
  if (existing?.isDirectory() === true) {
    throw new InputError('bad-option', `Cannot write ${path}: it is a directory; name a file with --output`);
  }
  return existing;
}

function inputStatus(path: string, io: CommandIo): BigIntStats | undefined {
  return path === '-' ? io.stdinStatus?.() : statusOf(resolve(io.cwd, path));
}

/** By device and number, which also sees a hard link and a name in other capitals. */
function isSameFile(one: BigIntStats, other: BigIntStats | undefined): boolean {
  return other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

function replace(target: string, text: string): void {
  const temporary = join(dirname(target), `.tickmark.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Undefined also where the path cannot be followed: what cannot be seen is for the writing to complain about. */
function statusOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
