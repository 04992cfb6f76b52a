import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedFiles, fileState } from './file-states.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-states-'));
  writeFileSync(join(cwd, 'a.txt'), 'Item 3.');
  writeFileSync(join(cwd, 'b.txt'), 'Item 4.');
});
afterEach(() => rmSync(cwd, { recursive: true }));

const FILES = ['a.txt', 'b.txt'];

function known(): Map<string, ReturnType<typeof fileState>> {
  return new Map(FILES.map((path) => [path, fileState(path, cwd)]));
}

describe('changedFiles', () => {
  it('names none where nothing happened, and only what did', async () => {
    const before = known();
    expect(await changedFiles(FILES, before, cwd)).toEqual([]);
    writeFileSync(join(cwd, 'b.txt'), 'Item 5, longer.');
    expect(await changedFiles(FILES, before, cwd)).toEqual(['b.txt']);
  });

  it('sees a change of the same size and time by the file that took the place', async () => {
    const before = known();
    const time = new Date('2026-01-01T00:00:00Z');
    utimesSync(join(cwd, 'a.txt'), time, time);
    const settled = known();
    expect(settled.get('a.txt')).not.toBe(before.get('a.txt'));
    writeFileSync(join(cwd, 'new'), 'Item 9.');
    utimesSync(join(cwd, 'new'), time, time);
    renameSync(join(cwd, 'new'), join(cwd, 'a.txt'));
    expect(await changedFiles(FILES, settled, cwd)).toEqual(['a.txt']);
  });

  it('names one that is gone, and one that was not there', async () => {
    const before = known();
    rmSync(join(cwd, 'a.txt'));
    expect(await changedFiles(FILES, before, cwd)).toEqual(['a.txt']);
    expect(await changedFiles(['b.txt'], new Map(), cwd)).toEqual(['b.txt']);
  });

  it('does not name a file that was away for a moment and is the same again', async () => {
    const before = known();
    renameSync(join(cwd, 'a.txt'), join(cwd, 'a.txt~'));
    const found = changedFiles(FILES, before, cwd);
    await wait(20);
    renameSync(join(cwd, 'a.txt~'), join(cwd, 'a.txt'));
    expect(await found).toEqual([]);
  });
});
