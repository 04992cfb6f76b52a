import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../test/captured-io.js';
import { InputError } from '../value/index.js';
import { loadSource } from './load-source.js';

const MEGABYTE = 1024 * 1024;
let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-source-'));
  writeFileSync(join(cwd, 'report.txt'), 'Item 3.');
  writeFileSync(join(cwd, 'large.txt'), Buffer.alloc(2 * MEGABYTE + 1, 'x'));
  mkdirSync(join(cwd, 'folder'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('loadSource', () => {
  it('reads the bytes of a file, of any size up to the limit', async () => {
    const io = capturedIo({ cwd });
    expect(Buffer.from(await loadSource('report.txt', io, 7)).toString()).toBe('Item 3.');
    expect(await loadSource('large.txt', io, 2 * MEGABYTE + 1)).toHaveLength(2 * MEGABYTE + 1);
  });

  it('reads standard input for "-", and stops it at the limit', async () => {
    const parts = () => stream(['Item ', '3.']);
    expect(Buffer.from(await loadSource('-', capturedIo({ stdin: parts }), MEGABYTE)).toString()).toBe(
      'Item 3.',
    );
    await expect(loadSource('-', capturedIo({ stdin: parts }), 6)).rejects.toThrowError(
      /^standard input holds more than the limit of 6 bytes/,
    );
    await expect(loadSource('-', capturedIo(), 6)).rejects.toThrowError(/there is no standard input/);
  });

  it.each([
    ['missing.txt', 'unreadable', 'Cannot read missing.txt: no such file; check the path'],
    ['report.txt/x', 'unreadable', 'Cannot read report.txt/x: no such file; check the path'],
    ['', 'unreadable', 'Cannot read "": the file name is empty'],
    ['x'.repeat(300), 'unreadable', `Cannot read ${'x'.repeat(300)}: name too long`],
    [
      'folder',
      'unreadable',
      'Cannot read folder: it is a directory; name the files in it, or a pattern such as "folder/**/*.htm*"',
    ],
    [
      'large.txt',
      'too-large',
      'large.txt holds 2.0 MB, over the limit of 1.0 MB: raise it with --max-size if the file is right',
    ],
  ])('says what is wrong with %s', async (path, code, message) => {
    const error = await loadSource(path, capturedIo({ cwd }), MEGABYTE).catch((cause) => cause);
    expect(error).toBeInstanceOf(InputError);
    expect([error.code, error.message]).toEqual([code, message]);
  });
});

async function* stream(parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
