import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../../value/index.js';
import {
  isTemporaryName,
  makeFolder,
  replaceFile,
  syncFolder,
  temporaryName,
  writeNewFile,
} from './durable-files.js';
import { unwritableStore } from './store-errors.js';
import { lockStore } from './store-lock.js';
import {
  folderOf,
  newestNumber,
  POINTER,
  type Pointer,
  pointerBytes,
  readPointer,
  STATE,
} from './store-states.js';

const LOCK_PATIENCE_MILLISECONDS = 30_000;

/** The files of a state, by their path within it. */
export type StateFiles = ReadonlyMap<string, Uint8Array>;

/** What becomes of a state: new files, and whether the state before stays the one that an undo goes back to. */
export interface StateChange<Result> {
  readonly files: StateFiles | null;
  /** Whether only the account of what is held changed, no rate. */
  readonly isMinor: boolean;
  readonly result: Result;
}

export interface ChangeOptions {
  readonly now: () => Date;
  /** Milliseconds to wait for another process that changes the store. */
  readonly patience?: number | undefined;
}

/**
 * Changes a store under its lock: `change` gets the folder of the state that holds and gives the files of the next,
 * null to leave it. Throws `InputError` of `change`, or ('unreadable') where the store cannot be written; then it is
 * as before.
 */
export function changeStore<Result>(
  directory: string,
  change: (state: string | null) => StateChange<Result>,
  options: ChangeOptions,
): Promise<Result> {
  return underLock(directory, options, (pointer, commit) => {
    const { files, isMinor, result } = change(folderOf(directory, pointer.current));
    if (files === null) return result;
    const next = `state-${newestNumber(directory) + 1}`;
    writeState(join(directory, next), files);
    commit({ current: next, previous: isMinor ? pointer.previous : pointer.current });
    return result;
  });
}

/** Goes back to the state before the last change, and at the second call forth again. */
export function swapStates(directory: string, options: ChangeOptions): Promise<void> {
  return underLock(directory, options, ({ current, previous }, commit) =>
    commit({ current: previous, previous: current }),
  );
}

async function underLock<Result>(
  directory: string,
  { now, patience = LOCK_PATIENCE_MILLISECONDS }: ChangeOptions,
  work: (pointer: Pointer, commit: (next: Pointer) => void) => Result,
): Promise<Result> {
  try {
    makeFolder(directory);
    const lock = await lockStore(directory, now, patience);
    try {
      const pointer = settledPointer(directory);
      removeLeftOvers(directory, pointer);
      return work(pointer, (next) => {
        if (lock.isLost()) throw lostLock(directory);
        replaceFile(join(directory, POINTER), pointerBytes(next));
        removeLeftOvers(directory, next);
      });
    } finally {
      lock.release();
    }
  } catch (cause) {
    throw cause instanceof InputError ? cause : unwritableStore(directory, cause);
  }
}

/** Under its own name only when it is whole. */
function writeState(folder: string, files: StateFiles): void {
  const temporary = temporaryName(folder);
  try {
    rmSync(temporary, { recursive: true, force: true });
    makeFolder(temporary);
    for (const [name, bytes] of files) {
      const path = join(temporary, name);
      makeFolder(dirname(path));
      writeNewFile(path, bytes);
      syncFolder(dirname(path));
    }
    syncFolder(temporary);
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Removes what killed processes left, and states that neither hold nor held before. */
function removeLeftOvers(directory: string, { current, previous }: Pointer): void {
  for (const name of readdirSync(directory)) {
    const isState = STATE.test(name) && name !== current && name !== previous;
    if (isState || isTemporaryName(name)) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

/** Written before anything else, so that a state which nobody came to point to is a left-over and never holds. */
function settledPointer(directory: string): Pointer {
  const path = join(directory, POINTER);
  const pointer = readPointer(directory) ?? { current: null, previous: null };
  if (!existsSync(path)) replaceFile(path, pointerBytes(pointer));
  return pointer;
}

function lostLock(directory: string): InputError {
  return new InputError(
    'unreadable',
    `Cannot change the rates in ${directory}: another process took the lock over; run the command again`,
  );
}
