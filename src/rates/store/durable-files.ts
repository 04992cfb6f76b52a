import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Rates are public, but which of them somebody needs is nobody's business. */
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/**
 * Makes a folder with those above it, where they are not there. Node's own `recursive` never ends where the system
 * makes no folder in one that exists, as in /proc.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (!existsSync(above)) makeFolder(above);
  try {
    mkdirSync(path, { mode: OWNER_ONLY_FOLDER });
  } catch (cause) {
    // Another process may have been quicker.
    if (!isFolder(path)) throw cause;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Writes a new file and waits until it is on the disk. Where that fails there is none. */
export function writeNewFile(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', OWNER_ONLY_FILE);
  let isWhole = false;
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
    isWhole = true;
  } finally {
    closeSync(file);
    if (!isWhole) rmSync(path, { force: true });
  }
}

/**
 * Makes a file with its content, or does nothing where there is one by that name: says which. Nobody sees it empty,
 * unless the file system knows no links.
 */
export function claimFile(path: string, bytes: Uint8Array): boolean {
  if (existsSync(path)) return false;
  const temporary = temporaryName(path);
  try {
    rmSync(temporary, { force: true });
    writeNewFile(temporary, bytes);
    linkOrWrite(temporary, path, bytes);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function linkOrWrite(from: string, to: string, bytes: Uint8Array): void {
  try {
    linkSync(from, to);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EEXIST') throw cause;
    writeNewFile(to, bytes);
  }
}

/** Replaces a file at one stroke: a reader, and a machine that loses power, see the old one or the new one whole. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const temporary = temporaryName(path);
  try {
    rmSync(temporary, { force: true });
    writeNewFile(temporary, bytes);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(dirname(path));
}

/** Whether a file is the left-over of a replacement that was killed. */
export function isTemporaryName(name: string): boolean {
  return /\.\d+\.tmp$/.test(name);
}

/** Waits until the names in a folder are on the disk. Some systems cannot, and need not. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** A name beside a path that no other process uses. */
export function temporaryName(path: string): string {
  return `${path}.${process.pid}.tmp`;
}
