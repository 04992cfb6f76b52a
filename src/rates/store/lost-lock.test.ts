import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InputError } from '../../value/index.js';
import { changeStore, type StateFiles } from './change-store.js';
import { currentState } from './store-states.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tickmark-lost-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const FILES: StateFiles = new Map([['a.txt', Buffer.from('a')]]);
const OPTIONS = { now: () => new Date() };

function change(meanwhile: () => void = () => {}): Promise<null> {
  return changeStore(
    directory,
    () => {
      meanwhile();
      return { files: FILES, isMinor: false, result: null };
    },
    OPTIONS,
  );
}

it('a change whose lock another process has taken over does not count, and leaves that lock alone', async () => {
  await change();
  const before = currentState(directory);
  const pointer = readFileSync(join(directory, 'current.json'));
  const theirs = JSON.stringify({ pid: 1, began: null, host: 'another', since: '2026-05-26T12:00:00.000Z' });
  const taken = change(() => writeFileSync(join(directory, 'lock'), theirs));
  const error = await taken.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect(error).toHaveProperty(
    'message',
    expect.stringMatching(/another process took the lock over; run the command again/),
  );
  expect(readFileSync(join(directory, 'current.json'))).toEqual(pointer);
  expect(currentState(directory)).toBe(before);
  expect(readFileSync(join(directory, 'lock'), 'utf8')).toBe(theirs);
});

it('a change whose lock somebody removed does not count either, and the next one does', async () => {
  await change();
  const before = currentState(directory);
  await expect(change(() => rmSync(join(directory, 'lock')))).rejects.toThrow('took the lock over');
  expect(currentState(directory)).toBe(before);
  await change();
  expect(currentState(directory)).not.toBe(before);
  expect(existsSync(join(directory, 'lock'))).toBe(false);
  expect(readdirSync(directory).filter((name) => name.startsWith('state-')).length).toBeLessThanOrEqual(2);
});
