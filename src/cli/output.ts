import {
  type BigIntStats,
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** Where a report goes, in as many parts as it has. */
export interface Output {
  /** Resolves to false where nobody reads standard output any more. Throws `InputError` where it cannot be written. */
  write(text: string): Promise<boolean>;
  /** Puts the file in its place, if anything was written. */
  finish(): void;
  /** Takes back what can be taken back: nothing stands under the path that did not stand there before. */
  abandon(): void;
}

/**
 * Standard output, or a file: written under a temporary name beside it and renamed by `finish`, so that a reader never
 * sees half of it. Nothing is made before the first `write`.
 */
export function openOutput(path: string | undefined, io: CommandIo): Output {
  return path === undefined ? standardOutput(io) : fileOutput(path, io);
}

/** Writes a whole report. Throws `InputError` for a path that cannot be written. */
export async function writeOutput(text: string, path: string | undefined, io: CommandIo): Promise<void> {
  const output = openOutput(path, io);
  try {
    await output.write(text);
    output.finish();
  } finally {
    output.abandon();
  }
}

function standardOutput(io: CommandIo): Output {
  let isRead = true;
  return {
    async write(text) {
      if (!isRead) return false;
      io.out(text);
      isRead = (await io.flushed?.()) ?? true;
      return isRead;
    },
    finish: () => {},
    abandon: () => {},
  };
}

function fileOutput(path: string, io: CommandIo): Output {
  let file: OpenFile | null = null;
  const close = (use: (file: OpenFile) => void) => {
    if (file === null) return;
    const closing = file;
    file = null;
    naming(path, () => use(closing));
  };
  return {
    async write(text) {
      file ??= openFile(path, io);
      const { descriptor } = file;
      naming(path, () => writeFileSync(descriptor, text));
      return true;
    },
    finish: () =>
      close(({ descriptor, temporary, target }) => {
        closeSync(descriptor);
        if (temporary === null) return;
        try {
          renameSync(temporary, target);
        } finally {
          rmSync(temporary, { force: true });
        }
      }),
    abandon: () =>
      close(({ descriptor, temporary }) => {
        closeSync(descriptor);
        if (temporary !== null) rmSync(temporary, { force: true });
      }),
  };
}

interface OpenFile {
  readonly descriptor: number;
  /** Null for a device or a named pipe, which must not be replaced by a file. */
  readonly temporary: string | null;
  readonly target: string;
}

function openFile(path: string, io: CommandIo): OpenFile {
  const existing = existingTarget(path, io);
  return naming(path, () => {
    const named = resolve(io.cwd, path);
    if (existing !== undefined && !existing.isFile()) {
      return { descriptor: openSync(named, 'w'), temporary: null, target: named };
    }
    const target = existing === undefined ? named : realpathSync(named);
    const temporary = join(dirname(target), `.tickmark.${process.pid}.tmp`);
    return { descriptor: openSync(temporary, 'w'), temporary, target };
  });
}

/** What the system says of the temporary file is about the path. */
function naming<Value>(path: string, use: () => Value): Value {
  try {
    return use();
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

/** Undefined also where the path cannot be followed: what cannot be seen is for the writing to complain about. */
function statusOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
