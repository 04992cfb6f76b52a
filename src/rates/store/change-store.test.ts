import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeStore, swapStates } from './change-store.js';
import { currentState, previousState } from './store-states.js';

const now = () => new Date('2026-05-26T12:00:00Z');
let directory = '';

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'tickmark-states-')), 'rates');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

function write(text: string, isMinor = false, patience = 0) {
  return changeStore(
    directory,
    () => ({ files: new Map([['a/b.txt', Buffer.from(text)]]), isMinor, result: text }),
    { now, patience },
  );
}

function held(): string | null {
  const state = currentState(directory);
  return state === null ? null : readFileSync(join(state, 'a/b.txt'), 'utf8');
}

function previous(): string | null | undefined {
  const state = previousState(directory);
  return state === null || state === undefined ? state : readFileSync(join(state, 'a/b.txt'), 'utf8');
}

describe('the states of a store', () => {
  it.runIf(existsSync('/proc/self'))('end with a message where no folder can be made', async () => {
    const at = (folder: string) =>
      changeStore(folder, () => ({ files: null, isMinor: false, result: null }), { now, patience: 0 });
    await expect(at('/proc/no-such-folder/rates')).rejects.toThrow('the system makes no folder there');
    mkdirSync(directory, { recursive: true });
    symlinkSync('/no-such-folder', join(directory, 'link'));
    await expect(at(join(directory, 'link', 'rates'))).rejects.toThrow('a link that leads nowhere');
    writeFileSync(join(directory, 'file'), '');
    await expect(at(join(directory, 'file', 'rates'))).rejects.toThrow('a file, or');
  });

  it('are none at first, and looking makes none', () => {
    expect([currentState(directory), previousState(directory)]).toEqual([null, undefined]);
    expect(existsSync(directory)).toBe(false);
  });

  it('follow each other; the one before is kept, and none else', async () => {
    await write('one');
    expect([held(), previous()]).toEqual(['one', null]);
    await write('two');
    await write('three');
    expect([held(), previous()]).toEqual(['three', 'two']);
    expect(readdirSync(directory).sort()).toEqual(['current.json', 'state-2', 'state-3']);
  });

  it('of a minor change leave the one to go back to', async () => {
    await write('one');
    await write('two');
    await write('two, read again', true);
    expect([held(), previous()]).toEqual(['two, read again', 'one']);
  });

  it('swap: an undo, and what undoes it', async () => {
    await write('one');
    await swapStates(directory, { now });
    expect([held(), previous()]).toEqual([null, 'one']);
    await swapStates(directory, { now });
    expect([held(), previous()]).toEqual(['one', null]);
  });

  it('stay where the change throws or gives nothing', async () => {
    await write('one');
    const nothing = changeStore(directory, () => ({ files: null, isMinor: false, result: 7 }), { now });
    expect(await nothing).toBe(7);
    const failing = changeStore(
      directory,
      () => {
        throw new Error('of ours');
      },
      { now },
    );
    await expect(failing).rejects.toThrow('of ours');
    expect([held(), existsSync(join(directory, 'lock'))]).toEqual(['one', false]);
  });

  it('are for their owner alone', async () => {
    await write('one');
    expect(statSync(directory).mode & 0o077).toBe(0);
    expect(statSync(join(directory, 'state-1/a/b.txt')).mode & 0o077).toBe(0);
  });

  it('outlive a pointer that a user has deleted; a state that nobody pointed to does not', async () => {
    await write('one');
    mkdirSync(join(directory, 'state-9'));
    expect(held()).toBe('one');
    await write('two');
    expect(existsSync(join(directory, 'state-9'))).toBe(false);
    rmSync(join(directory, 'current.json'));
    expect(held()).toBe('two');
  });

  it.each([
    ['{', 'it is not JSON; delete that file, the rates stay'],
    ['null', 'it is not what Tickmark writes; delete that file, the rates stay'],
    [
      '{"version":1,"current":"../../etc","previous":null}',
      'it is not what Tickmark writes; delete that file',
    ],
    ['{"version":2}', 'version 2, written by a newer Tickmark; install the newest Tickmark'],
  ])('refuse the pointer %s', async (text, says) => {
    await write('one');
    writeFileSync(join(directory, 'current.json'), text);
    expect(() => currentState(directory)).toThrow(says);
    expect(() => currentState(directory)).toThrow(/^Cannot use the rates in .*current\.json: /);
  });
});

describe('the lock of a store', () => {
  function lock(holder: object): void {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'lock'), JSON.stringify(holder));
  }
  const alive = { pid: process.pid, began: null, host: hostname(), since: '2026-05-26T11:59:00Z' };

  it('of a process that runs is waited for, and then named', async () => {
    lock(alive);
    await expect(write('one')).rejects.toThrow(
      `process ${process.pid} (since 2026-05-26T11:59:00Z) is changing them; wait until it has ended`,
    );
    expect(held()).toBeNull();
  });

  it('is taken as soon as it is released', async () => {
    lock(alive);
    setTimeout(() => rmSync(join(directory, 'lock')), 60);
    expect(await write('one', false, 5000)).toBe('one');
  });

  it('of a process that has ended is taken over', async () => {
    lock({ ...alive, pid: 2 ** 22 - 1 });
    expect(await write('one')).toBe('one');
    expect(existsSync(join(directory, 'lock'))).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')(
    'of a number that another process has now is taken over',
    async () => {
      lock({ ...alive, began: '1' });
      expect(await write('one')).toBe('one');
    },
  );

  it('of another machine is not, while it is young', async () => {
    lock({ ...alive, pid: 2 ** 22 - 1, host: 'elsewhere' });
    const young = changeStore(directory, () => ({ files: null, isMinor: true, result: 1 }), {
      now: () => new Date(),
      patience: 0,
    });
    await expect(young).rejects.toThrow('is changing them');
    const old = changeStore(directory, () => ({ files: null, isMinor: true, result: 1 }), {
      now: () => new Date(Date.now() + 3_600_000),
      patience: 0,
    });
    expect(await old).toBe(1);
  });
});
