import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HeldStore, NEW_DAY, RELEASE } from './rates-update/held-store.js';
import { answer, stall, UnrulyServer } from './rates-update/unruly-server.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Loaded before the command: at the call of that number of one function of the file system it kills the process, or
 * raises an error. FAULT is "renameSync 2 KILL", "writeFileSync 2 ENOSPC".
 */
const FAULTY_SYSTEM = `
const fs = require('node:fs');
const [name, at, effect] = process.env.FAULT.split(' ');
const whole = fs[name];
let calls = 0;
fs[name] = (...args) => {
  calls += 1;
  if (calls !== Number(at)) return whole(...args);
  if (effect !== 'KILL') throw Object.assign(new Error(effect), { code: effect });
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};
require('node:module').syncBuiltinESMExports();
`;

const server = new UnrulyServer();
const filled = new HeldStore();
const tools = mkdtempSync(join(tmpdir(), 'tickmark-command-'));
const command = join(tools, 'command.cjs');
const hook = join(tools, 'faulty-system.cjs');
let store: HeldStore;

beforeAll(async () => {
  writeFileSync(hook, FAULTY_SYSTEM);
  copyFileSync(join(ROOT, 'src/rates/noon-buying-rates.bin'), join(tools, 'noon-buying-rates.bin'));
  await Promise.all([bundleCommand(), filled.fill(), server.start()]);
});
afterAll(async () => {
  filled.remove();
  rmSync(tools, { recursive: true });
  await server.stop();
});
beforeEach(() => {
  store = filled.copy();
  server.behave(answer(200, RELEASE));
});
afterEach(() => store.remove());

/** As scripts/build.ts bundles it, which may not have been run. */
async function bundleCommand(): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli/cli.ts'],
    outfile: command,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { 'import.meta.url': '__moduleUrl' },
    banner: { js: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'error',
  });
}

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

/** Runs an update in a process of its own, under a fault where one is given. */
function spawnUpdate(
  fault: string | null,
  whileRunning?: (kill: () => void) => void,
  currency = 'JPY,EUR',
): Promise<Ended> {
  const node = fault === null ? [] : ['--require', hook];
  const words = ['rates', 'update', '--currency', currency, '--timeout', '20', ...server.options];
  const env = { PATH: process.env.PATH, ...store.env, FAULT: fault ?? '' };
  const child = spawn(process.execPath, [...node, command, ...words], { env });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  whileRunning?.(() => child.kill('SIGKILL'));
  return new Promise((resolve) => child.on('close', (status, signal) => resolve({ status, signal, err })));
}

/** The files that a reader of the store goes by; what a killed process leaves beside them does not count. */
function heldFiles(): string[] {
  return store.files().filter((line) => !/^lock |\.tmp/.test(line));
}

describe.skipIf(process.platform === 'win32')('an update that is killed', () => {
  // In the order in which an update calls them: it locks, writes a state, gives it its name, and then points to it.
  it.each([
    ['before it has written its lock', 'writeFileSync 1 KILL'],
    ['before its lock is on the disk', 'fsyncSync 1 KILL'],
    ['before it makes the state', 'mkdirSync 1 KILL'],
    ['before it writes the rates', 'writeFileSync 2 KILL'],
    ['before the rates are on the disk', 'fsyncSync 2 KILL'],
    ['before the state gets its name', 'renameSync 1 KILL'],
    ['between the temporary file and its renaming', 'renameSync 2 KILL'],
  ])('%s: all is as before, and the next update succeeds', async (_when, fault) => {
    const [files, answers] = [heldFiles(), await store.answers()];
    expect((await spawnUpdate(fault)).signal).toBe('SIGKILL');
    const isLocked = !/^(?:writeFileSync|fsyncSync) 1 /.test(fault);
    expect(existsSync(join(store.directory, 'lock'))).toBe(isLocked);
    // A state that nobody points to is no part of what is held.
    expect(heldFiles().filter((line) => !line.startsWith('state-2/'))).toEqual(files);
    expect(await store.answers()).toBe(answers);
    await expectNextUpdateSucceeds();
  });

  it('after it has pointed to the new state: the new rates hold, and the next update finds nothing new', async () => {
    expect((await spawnUpdate('fsyncSync 6 KILL')).signal).toBe('SIGKILL');
    expect(await store.answers()).toContain('159.20');
    await expectNextUpdateSucceeds();
  });

  it('while the body arrives: nothing was locked or written', async () => {
    const files = store.files();
    const sending = stall(RELEASE);
    const { signal } = await spawnUpdate(null, (kill) => {
      server.h10 = (request, response) => {
        sending(request, response);
        setImmediate(kill);
      };
    });
    expect(signal).toBe('SIGKILL');
    expect(store.files()).toEqual(files);
    server.behave(answer(200, RELEASE));
    await expectNextUpdateSucceeds();
  });
});

describe.skipIf(process.platform === 'win32')('an update that cannot write', () => {
  it.each([
    ['the disk is full', 'writeFileSync 2 ENOSPC', 'the disk is full'],
    ['the disk is full at the very end', 'writeFileSync 3 ENOSPC', 'the disk is full'],
    ['the disk fails', 'fsyncSync 2 EIO', 'EIO'],
    ['the directory may not be written', 'writeFileSync 1 EACCES', 'you may not'],
    ['the state cannot be named', 'renameSync 1 EPERM', 'you may not'],
    ['the pointer cannot be replaced', 'renameSync 2 EROFS', 'you may not'],
  ])('%s: all is as before, and the message says what to do', async (_what, fault, says) => {
    const [files, answers] = [heldFiles(), await store.answers()];
    const { status, err } = await spawnUpdate(fault);
    expect([status, err]).toEqual([2, expect.stringContaining(says)]);
    expect(err).toMatch(
      /^tickmark: Cannot keep rates in .*the rates held are unchanged\..*run the command again\n$/,
    );
    expect(heldFiles().filter((line) => !line.startsWith('state-2/'))).toEqual(files);
    expect(await store.answers()).toBe(answers);
    await expectNextUpdateSucceeds();
  });

  it('a file stands where the folder should be: the message says so', async () => {
    rmSync(join(store.folder, 'tickmark'), { recursive: true });
    writeFileSync(join(store.folder, 'tickmark'), 'a file');
    const { status, err } = await spawnUpdate(null);
    expect([status, err]).toEqual([2, expect.stringContaining('stands where a folder is needed')]);
    expect((await store.run('rates', 'on', '2026-05-15', '-c', 'JPY')).out).toContain('158.69');
  });
});

it('updates in several processes at once lose nothing', async () => {
  const each = ['JPY', 'EUR', 'JPY', 'EUR'].map((currency) => spawnUpdate(null, undefined, currency));
  for (const ended of await Promise.all(each)) expect([ended.status, ended.err]).toEqual([0, '']);
  const on = async (currency: string) => (await store.run('rates', 'on', NEW_DAY, '-c', currency)).out;
  expect(await on('JPY')).toContain(': 159.20 ');
  expect(await on('EUR')).toContain(': 1.1612 ');
});

async function expectNextUpdateSucceeds(): Promise<void> {
  const words = ['--currency', 'JPY,EUR', '--timeout', '20', ...server.options];
  const { status, err } = await store.run('rates', 'update', ...words);
  expect([status, err]).toEqual([0, '']);
  expect((await store.run('rates', 'on', NEW_DAY, '-c', 'JPY')).out).toContain('159.20');
  const states = readdirSync(store.directory).filter((name) => name.startsWith('state-'));
  expect(readdirSync(store.directory).filter((name) => !states.includes(name))).toEqual(['current.json']);
  expect(states.length).toBeLessThanOrEqual(2);
}
