import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchFolders } from './wake-ups.js';

/** A watcher of folders on which the system reports only what the test says. */
class SilentWatcher extends EventEmitter {
  async close(): Promise<void> {}
}

let watcher = new SilentWatcher();
let options: { ignored: (path: string, status?: { isFile(): boolean }) => boolean };
vi.mock('chokidar', () => ({
  watch: (_folders: unknown, given: typeof options) => {
    options = given;
    watcher = new SilentWatcher();
    queueMicrotask(() => watcher.emit('ready'));
    return watcher;
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const FILES = { names: ['a.txt'], patterns: ['drafts/**/*.txt'], exclusions: [] };

async function wakeUps(signal = new AbortController().signal, onError: (error: unknown) => void = () => {}) {
  return watchFolders(FILES, '/folder', signal, onError);
}

/** What `next` has answered by now, or null. */
async function answered<Value>(answer: Promise<Value>): Promise<Value | null> {
  return Promise.race([answer, vi.advanceTimersByTimeAsync(0).then(() => null)]);
}

it('rings once when a burst is over', async () => {
  const bell = await wakeUps();
  const first = bell.next();
  for (let event = 0; event < 5; event += 1) {
    watcher.emit('all');
    await vi.advanceTimersByTimeAsync(80);
  }
  expect(await answered(first)).toBeNull();
  await vi.advanceTimersByTimeAsync(20);
  expect(await first).toBe('change');
  expect(await answered(bell.next())).toBeNull();
  await bell.close();
});

it('rings for a burst that does not end, too', async () => {
  const bell = await wakeUps();
  const first = bell.next();
  for (let event = 0; event < 21; event += 1) {
    watcher.emit('all');
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(await answered(first)).toBe('change');
  await bell.close();
});

it('looks every two seconds where the system reports nothing, and complains once', async () => {
  const errors: unknown[] = [];
  const bell = await wakeUps(undefined, (error) => errors.push(error));
  watcher.emit('error', new Error('no space'));
  watcher.emit('error', new Error('no space'));
  const first = bell.next();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await answered(first)).toBe('look');
  expect(errors).toHaveLength(1);
  await bell.close();
});

it('ends with its signal', async () => {
  const controller = new AbortController();
  const bell = await wakeUps(controller.signal);
  const first = bell.next();
  controller.abort();
  expect([await first, await bell.next()]).toEqual(['end', 'end']);
  await bell.close();
});

it.each([
  ['/folder', false],
  ['/folder/a.txt', false],
  ['/folder/b.txt', true],
  ['/folder/drafts', false],
  ['/folder/drafts/new/c.txt', false],
  ['/folder/drafts/new/c.docx', true],
  ['/folder/drafts/.git', true],
  ['/folder/drafts/node_modules', true],
  ['/elsewhere/c.txt', true],
])('has no interest in other files: %s %s', async (path, expected) => {
  const bell = await wakeUps();
  expect(options.ignored(path, { isFile: () => /\.\w+$/.test(path) })).toBe(expected);
  await bell.close();
});
