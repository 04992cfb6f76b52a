import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { tooLarge } from '../filing/limits.js';
import { InputError } from '../value/index.js';
import type { CommandIo } from './command.js';
import { codeOf, readFailure } from './system-errors.js';

/** Bytes are read in runs of this size, so that a device or a pipe is stopped soon after the limit. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file, or of standard input for `-`, up to `maxBytes`. Throws `InputError` that names the file and
 * the remedy: missing, a directory, not permitted, larger than the limit.
 */
export async function loadSource(path: string, io: CommandIo, maxBytes: number): Promise<Uint8Array> {
  return path === '-' ? readStream(standardInput(io), maxBytes) : readFile(path, io.cwd, maxBytes);
}

/** Without streams: they cost more at start-up than a report takes to read. */
function readFile(path: string, cwd: string, maxBytes: number): Uint8Array {
  if (path === '') throw new InputError('unreadable', 'Cannot read "": the file name is empty');
  let file: number | null = null;
  try {
    file = openSync(resolve(cwd, path), 'r');
    const status = fstatSync(file);
    if (status.isDirectory()) throw directory(path);
    if (status.size > maxBytes) throw tooLarge(path, status.size, { maxBytes });
    return readToEnd(file, path, maxBytes);
  } catch (cause) {
    throw cause instanceof InputError ? cause : unreadable(path, cause);
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** A file may be longer than it said: a pipe by name has no size, a log grows. */
function readToEnd(file: number, path: string, maxBytes: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(CHUNK_BYTES);
    const length = readSync(file, part, 0, CHUNK_BYTES, null);
    if (length === 0) return Buffer.concat(parts, size);
    size += length;
    if (size > maxBytes) throw tooLarge(path, null, { maxBytes });
    parts.push(part.subarray(0, length));
  }
}

async function readStream(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of chunks) {
    size += part.length;
    if (size > maxBytes) throw tooLarge('standard input', null, { maxBytes });
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

function standardInput(io: CommandIo): AsyncIterable<Uint8Array> {
  if (io.stdin === undefined) {
    throw new InputError('unreadable', 'Cannot read "-": there is no standard input; name a file');
  }
  return io.stdin();
}

function unreadable(path: string, cause: unknown): InputError {
  if (codeOf(cause) === 'EISDIR') return directory(path);
  return new InputError('unreadable', `Cannot read ${path}: ${readFailure(cause)}`, { cause });
}

function directory(path: string): InputError {
  const pattern = `${path.replace(/[/\\]+$/, '')}/**/*.htm*`;
  return new InputError(
    'unreadable',
    `Cannot read ${path}: it is a directory; name the files in it, or a pattern such as "${pattern}"`,
  );
}
