import { execFileSync, spawn } from 'node:child_process';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedIo } from '../../test/captured-io.js';
import { checkOutputPath, openOutput, writeOutput } from './output.js';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-output-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

describe('writeOutput', () => {
  it('writes to standard output where no path is given', async () => {
    const io = capturedIo({ cwd });
    await writeOutput('report\n', undefined, io);
    expect(io.written()).toBe('report\n');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('writes a file whole, replaces an older one and leaves nothing else behind', async () => {
    const io = capturedIo({ cwd });
    writeFileSync(join(cwd, 'report.json'), 'an older and longer report');
    await writeOutput('¥117.48\n', 'report.json', io);
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('¥117.48\n');
    expect(readdirSync(cwd)).toEqual(['report.json']);
    expect(io.written()).toBe('');
  });

  it('names the missing folder', async () => {
    await expect(writeOutput('x', 'no/such/report.json', capturedIo({ cwd }))).rejects.toThrowError(
      'Cannot write no/such/report.json: there is no folder no/such; make it first, or name another with --output',
    );
  });

  it('refuses a directory', async () => {
    mkdirSync(join(cwd, 'reports'));
    await expect(writeOutput('x', 'reports', capturedIo({ cwd }))).rejects.toThrowError(
      'Cannot write reports: it is a directory; name a file with --output',
    );
    expect(readdirSync(cwd)).toEqual(['reports']);
  });

  it('writes through a symbolic link, and into a device without replacing it', async () => {
    writeFileSync(join(cwd, 'real.json'), 'old');
    symlinkSync('real.json', join(cwd, 'link.json'));
    await writeOutput('new', 'link.json', capturedIo({ cwd }));
    expect(readFileSync(join(cwd, 'real.json'), 'utf8')).toBe('new');
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true);
    await writeOutput('new', '/dev/null', capturedIo({ cwd }));
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('writes into a pipe by name', async () => {
    execFileSync('sh', ['-c', 'mkfifo pipe'], { cwd });
    const reader = spawn('cat', [join(cwd, 'pipe')]);
    const read = text(reader.stdout);
    await writeOutput('through a pipe\n', 'pipe', capturedIo({ cwd }));
    expect(await read).toBe('through a pipe\n');
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
  });

  it('says so where a file stands for a folder', async () => {
    writeFileSync(join(cwd, 'file'), '');
    await expect(writeOutput('x', 'file/report.json', capturedIo({ cwd }))).rejects.toThrowError(
      /^Cannot write file\/report.json: there is no folder file;/,
    );
  });

  it('refuses an empty name', async () => {
    const io = capturedIo({ cwd });
    await expect(writeOutput('x', '', io)).rejects.toThrowError(
      'Unexpected --output "", expected the name of a file',
    );
  });

  it.skipIf(process.platform !== 'linux')('says in its own words what the system says', async () => {
    const io = capturedIo({ cwd });
    await expect(writeOutput('x', '/dev/full', io)).rejects.toThrowError(
      'Cannot write /dev/full: the disk is full',
    );
    await expect(writeOutput('x', '/proc/x', io)).rejects.toThrowError(
      'Cannot write /proc/x: no file can be made there',
    );
  });

  it('takes the longest name that a file may have', async () => {
    const name = 'x'.repeat(255);
    await writeOutput('x', name, capturedIo({ cwd }));
    expect(readdirSync(cwd)).toEqual([name]);
  });
});

describe('openOutput', () => {
  it('puts a file in its place when it is finished, part after part', async () => {
    writeFileSync(join(cwd, 'report.jsonl'), 'old');
    const output = openOutput('report.jsonl', capturedIo({ cwd }));
    for (const part of ['a\n', 'b\n']) expect(await output.write(part)).toBe(true);
    expect(readFileSync(join(cwd, 'report.jsonl'), 'utf8')).toBe('old');
    output.finish();
    output.abandon();
    expect(readFileSync(join(cwd, 'report.jsonl'), 'utf8')).toBe('a\nb\n');
    expect(readdirSync(cwd)).toEqual(['report.jsonl']);
  });

  it('leaves everything as it was when it is abandoned, or never written', async () => {
    const output = openOutput('report.jsonl', capturedIo({ cwd }));
    await output.write('half');
    output.abandon();
    openOutput('other.jsonl', capturedIo({ cwd })).finish();
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('writes no more where nobody reads', async () => {
    const io = capturedIo({ cwd, flushed: async () => false });
    const output = openOutput(undefined, io);
    expect([await output.write('a'), await output.write('b'), io.written()]).toEqual([false, false, 'a']);
  });
});

describe('checkOutputPath', () => {
  beforeEach(() => {
    mkdirSync(join(cwd, 'drafts'));
    writeFileSync(join(cwd, 'drafts/report.txt'), 'Item 3.');
    symlinkSync('drafts/report.txt', join(cwd, 'link.txt'));
    symlinkSync('drafts', join(cwd, 'folder'));
    linkSync(join(cwd, 'drafts/report.txt'), join(cwd, 'hard.txt'));
    writeFileSync(join(cwd, 'old.json'), '{}');
  });

  it.each([
    ['drafts/report.txt', 'drafts/report.txt', 'it is itself one of the files to read'],
    ['drafts/../drafts/report.txt', 'drafts/report.txt', 'it is the same file as drafts/report.txt'],
    ['link.txt', 'drafts/report.txt', 'it is the same file as drafts/report.txt'],
    ['drafts/report.txt', 'link.txt', 'it is the same file as link.txt'],
    ['folder/report.txt', 'drafts/report.txt', 'it is the same file as drafts/report.txt'],
    ['hard.txt', 'drafts/report.txt', 'it is the same file as drafts/report.txt'],
    ['hard.txt', '-', 'it is the same file as standard input'],
  ])('refuses %s where %s is read', (output, input, reason) => {
    const stdinStatus = () => statSync(join(cwd, 'drafts/report.txt'), { bigint: true });
    const io = capturedIo({ cwd, stdinStatus });
    expect(() => checkOutputPath(output, ['missing.txt', 'old.txt', input], io)).toThrowError(
      `Cannot write ${output}: ${reason}`,
    );
  });

  it.each([undefined, 'new.json', 'old.json', '/dev/null'])('lets %s be written', (output) => {
    const inputs = ['drafts/report.txt', 'new.json', '/dev/null', '-'];
    expect(() => checkOutputPath(output, inputs, capturedIo({ cwd }))).not.toThrow();
  });
});
