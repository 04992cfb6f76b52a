import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lockStore } from './store-lock.js';

/** Runs right before a file is renamed, as another process might. */
let beforeRename: (from: string) => void = () => {};
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    beforeRename(String(from));
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tickmark-race-'));
});
afterEach(() => {
  beforeRename = () => {};
  rmSync(directory, { recursive: true });
});

/** What a lock says; a process of that number is there, or is not. */
function lockOf(pid: number): string {
  const since = '2026-05-26T12:00:00.000Z';
  return JSON.stringify({ pid, began: null, host: hostname(), since });
}

/** Beyond every process number that a system gives out. */
const NO_PROCESS = 2 ** 30;

it('a lock that another process took just before we remove a dead one is put back', async () => {
  const path = join(directory, 'lock');
  writeFileSync(path, lockOf(NO_PROCESS));
  const live = lockOf(process.pid);
  beforeRename = (from) => {
    if (from !== path) return;
    beforeRename = () => {};
    writeFileSync(path, live);
  };
  const now = () => new Date();
  await expect(lockStore(directory, now, 100)).rejects.toThrow(`process ${process.pid} (since 2026-05-26`);
  expect(readFileSync(path, 'utf8')).toBe(live);
});

it('a dead lock that nobody touched is taken over', async () => {
  writeFileSync(join(directory, 'lock'), lockOf(NO_PROCESS));
  const lock = await lockStore(directory, () => new Date(), 100);
  expect(lock.isLost()).toBe(false);
  lock.release();
});
