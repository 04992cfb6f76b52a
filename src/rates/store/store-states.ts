import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../value/index.js';
import { damagedStore } from './store-errors.js';

/**
 * A store is a folder of states. A state is a folder of files that never change; `current.json` says which one holds,
 * and which one held before. A change writes a new state and then replaces `current.json`, at one stroke, so that
 * however many files it touches, a reader sees all of it or none.
 */
export const POINTER = 'current.json';
export const STATE = /^state-(\d{1,9})$/;
const VERSION = 1;

/** Names of states; null for the rates of the package alone. */
export interface Pointer {
  readonly current: string | null;
  readonly previous: string | null;
}

/** The folder of the state that holds, null where there is none. Throws `InputError` ('bad-rates-file'). */
export function currentState(directory: string): string | null {
  return folderOf(directory, readPointer(directory)?.current ?? null);
}

/** The folder of the state that an undo goes back to; undefined where nothing can be undone. */
export function previousState(directory: string): string | null | undefined {
  const pointer = readPointer(directory);
  if (pointer === null || pointer.current === pointer.previous) return undefined;
  return folderOf(directory, pointer.previous);
}

/** Whether the state that an undo goes to is newer than the one that holds: then the last change was undone before. */
export function isUndone(directory: string): boolean {
  const pointer = readPointer(directory);
  return numberOf(pointer?.previous ?? null) > numberOf(pointer?.current ?? null);
}

/** Null where nothing is held. A user may have deleted a damaged pointer: then the newest state holds. */
export function readPointer(directory: string): Pointer | null {
  // Asked first, since most users have none: an exception costs more than the question.
  if (!existsSync(directory)) return null;
  const path = join(directory, POINTER);
  try {
    return parsePointer(path, readFileSync(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return recoveredPointer(directory);
    if (code === 'ENOTDIR') return null;
    throw damagedPointer(path, cause);
  }
}

function recoveredPointer(directory: string): Pointer | null {
  const newest = newestNumber(directory);
  return newest === 0 ? null : { current: `state-${newest}`, previous: null };
}

/** The number of the newest state, 0 for none. */
export function newestNumber(directory: string): number {
  return Math.max(0, ...readdirSync(directory).map(numberOf));
}

function numberOf(name: string | null): number {
  return Number(STATE.exec(name ?? '')?.[1] ?? 0);
}

export function folderOf(directory: string, name: string | null): string | null {
  return name === null ? null : join(directory, name);
}

function parsePointer(path: string, text: string): Pointer {
  const read = parsedJson(path, text) as (Partial<Pointer> & { readonly version?: unknown }) | null;
  const version = read?.version;
  if (typeof version === 'number' && version > VERSION) {
    throw damagedPointer(path, new Error(`it is of version ${version}, written by a newer Tickmark`));
  }
  const isName = (name: unknown) => name === null || (typeof name === 'string' && STATE.test(name));
  if (read === null || version !== VERSION || !isName(read.current) || !isName(read.previous)) {
    throw damagedPointer(path, new Error('it is not what Tickmark writes'));
  }
  return { current: read.current ?? null, previous: read.previous ?? null };
}

function parsedJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damagedPointer(path, new Error('it is not JSON', { cause }));
  }
}

/** An undo is of no help, since this is the file that it goes by. Without it the newest state holds. */
function damagedPointer(path: string, cause: unknown): InputError {
  return damagedStore(path, cause, {
    newer: 'install the newest Tickmark, or name another folder with XDG_DATA_HOME',
    damaged: 'delete that file, the rates stay; then run "tickmark rates update"',
  });
}

export function pointerBytes(pointer: Pointer): Uint8Array {
  return Buffer.from(`${JSON.stringify({ version: VERSION, ...pointer })}\n`);
}
