import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli/main.js';
import { VERSION } from '../src/version.js';
import { capturedIo } from './captured-io.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(ROOT, 'dist/cli.cjs');
const MEGABYTE = 1024 * 1024;
const isBuilt = existsSync(CLI);
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe.skipIf(!isBuilt && process.env.CI !== 'true')(
  'the built package (run "npm run build" first)',
  () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'tickmark-built-'));
      const sentence = 'Kitano Denki Co., Ltd. had 1,200 employees and sales of ¥29.7 billion in 2006.\n\n';
      writeFileSync(join(folder, 'long.txt'), sentence.repeat(6000));
      writeFileSync(join(folder, 'short.txt'), sentence);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('has every file that package.json names', () => {
      const targets = Object.values(manifest.exports).flatMap((entry) =>
        typeof entry === 'string' ? [entry] : Object.values(entry as Record<string, string>),
      );
      const named = [...targets, ...Object.values<string>(manifest.bin)];
      expect(named.length).toBeGreaterThan(8);
      expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    });

    it('loads by the names that a library user imports', () => {
      const names = Object.keys(manifest.exports).filter((name) => !name.endsWith('.json'));
      const code = names.map((name) => `await import('tickmark${name.slice(1)}');`).join('\n');
      const args = ['--input-type=module', '-e', code];
      expect(spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }).stderr).toBe('');
    });

    it('carries the licences of what it bundles', () => {
      const notice = readFileSync(join(ROOT, 'dist/THIRD-PARTY.txt'), 'utf8');
      expect(notice).toMatch(/^commander \d+\.\d+\.\d+ \(MIT\)$/m);
      expect(notice).not.toContain('node_modules');
    });

    // Patterns and templates hold signs beyond ASCII; a build that misreads them reads reports otherwise.
    it.each(['json', 'html', 'terminal'])('writes the same %s as its source does', async (format) => {
      const typographic = join(folder, 'typographic.txt');
      writeFileSync(
        typographic,
        'Form 20-F. See Item 7, “Major Shareholders & Related Party Transactions” — or Item 5, “The Group’s Plans”.\n\n' +
          'Year ended March 31,\tHigh\tLow\n2001–2002\t€1,2\t—\n‘06\t−5\t△7\n\nWe paid £3–£4 million, or ½%.\n',
      );
      const line = [
        'check',
        'examples/item-3/item-3.txt',
        typographic,
        '--severity',
        'info',
        '--format',
        format,
      ];
      const io = capturedIo({ cwd: ROOT });
      await main(line, io);
      const built = spawnSync(process.execPath, [CLI, ...line], { cwd: ROOT, encoding: 'utf8' });
      expect(built.stdout).toBe(io.written());
    });

    it('is a command that can be executed', () => {
      expect(statSync(CLI).mode & 0o111).toBe(0o111);
      expect(execFileSync(CLI, ['--version'], { encoding: 'utf8' })).toBe(`tickmark ${VERSION}\n`);
    });

    it('starts without the compiled code, or with that of another engine', () => {
      for (const compiled of [
        null,
        '',
        'another engine',
        readFileSync(join(ROOT, 'dist/command.compiled')).subarray(0, 5000),
      ]) {
        const copy = mkdtempSync(join(folder, 'copy-'));
        for (const name of ['cli.cjs', 'command.cjs'])
          copyFileSync(join(ROOT, 'dist', name), join(copy, name));
        if (compiled !== null) writeFileSync(join(copy, 'command.compiled'), compiled);
        const { stdout, stderr } = spawnSync(join(copy, 'cli.cjs'), ['--version'], { encoding: 'utf8' });
        expect([stdout, stderr]).toEqual([`tickmark ${VERSION}\n`, '']);
      }
    });

    it('checks without those modules of Node that cost its start and serve other commands', () => {
      const tell = join(folder, 'tell.cjs');
      writeFileSync(
        tell,
        "process.once('exit', () => process.stderr.write(process.moduleLoadList.join('\\n')));\n",
      );
      const args = ['--require', tell, CLI, 'check', 'short.txt'];
      const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      const loaded = stderr.split('\n').map((line) => line.replace(/^NativeModule /, ''));
      expect(loaded).toContain('zlib');
      const costly = ['child_process', 'dgram', 'perf_hooks', 'readline', 'http', 'https', 'worker_threads'];
      expect(costly.filter((name) => loaded.includes(name))).toEqual([]);
    });

    it('shares large files among threads, and writes what one thread writes', () => {
      const sentence = 'Kitano Denki Co., Ltd. had 1,200 employees and sales of ¥29.7 billion in 2006.\n\n';
      const names = ['first.txt', 'second.txt', 'third.txt'];
      for (const name of names) writeFileSync(join(folder, name), sentence.repeat(13_000));
      const run = (more: readonly string[]) =>
        spawnSync(CLI, ['check', ...names, '--only', 'date', ...more], { cwd: folder, encoding: 'utf8' });
      const shared = run([]);
      expect([shared.status, shared.stderr]).toEqual([0, '']);
      expect(shared.stdout).toContain('3 files checked: No errors.');
      expect(shared.stdout).toBe(run(['--threads', '1']).stdout);
    });

    it('prints no colour into a pipe', () => {
      const { stdout } = spawnSync(CLI, ['check', 'short.txt'], { cwd: folder, encoding: 'utf8' });
      expect(stdout).not.toBe('');
      expect(stdout).not.toContain('\u001b');
    });

    it('sends a report of megabytes whole through a slow pipe', async () => {
      const child = spawn(CLI, ['read', 'long.txt', '--format', 'json'], { cwd: folder });
      let text = '';
      child.stdout.setEncoding('utf8');
      for await (const part of child.stdout) {
        text += part;
        await wait(2);
      }
      expect(text.length).toBeGreaterThan(4 * MEGABYTE);
      expect(JSON.parse(text).files).toHaveLength(1);
    });

    it('sends JSON Lines whole through a slow pipe', async () => {
      const child = spawn(CLI, ['check', 'long.txt', 'short.txt', '--jsonl'], { cwd: folder });
      let text = '';
      child.stdout.setEncoding('utf8');
      for await (const part of child.stdout) {
        text += part;
        await wait(2);
      }
      const lines = text.trimEnd().split('\n');
      expect(text.length).toBeGreaterThan(4 * MEGABYTE);
      expect(lines.map((line) => JSON.parse(line).file.path)).toEqual(['long.txt', 'short.txt']);
    });

    it('ends quietly between files when its reader goes away', () => {
      const script = `"${CLI}" check short.txt long.txt --jsonl | head -c 20`;
      const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
      expect([stdout.length, stderr]).toEqual([20, '']);
    });

    it('watches until Ctrl-C, and ends with the status of the last run', async () => {
      const wrong = 'The noon buying rate on March 31, 2006 was ¥117.84 per U.S. $1.00.\n';
      writeFileSync(join(folder, 'draft.txt'), wrong);
      const child = spawn(CLI, ['check', 'draft.txt', '--watch', '--jsonl'], { cwd: folder });
      const ended = new Promise<number | null>((done) => child.once('exit', done));
      child.stderr.setEncoding('utf8');
      for await (const text of child.stderr) {
        if (text.includes('Ctrl-C ends')) child.kill('SIGINT');
      }
      expect(await ended).toBe(1);
    });

    it('ends quietly when its reader goes away', () => {
      const script = `"${CLI}" read long.txt --format json | head -c 20`;
      const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
      expect([stdout.length, stderr]).toEqual([20, '']);
    });

    it.skipIf(process.platform !== 'linux')('says so where its output cannot be written whole', () => {
      const run = (script: string) => spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
      const full = run(`"${CLI}" check short.txt > /dev/full`);
      expect([full.status, full.stderr]).toEqual([
        2,
        'tickmark: Cannot write to standard output: the disk is full\n',
      ]);
      // The first 1,024 bytes of the report fit; the rest does not.
      const cut = run(`ulimit -f 1; "${CLI}" read short.txt > cut.json`);
      expect([cut.status, cut.stderr]).toEqual([
        2,
        'tickmark: Cannot write to standard output: file too large\n',
      ]);
      expect(run(`"${CLI}" check short.txt missing.txt 2> /dev/full`).status).toBe(2);
    });

    it('does not overwrite the file that standard input comes from', () => {
      const script = `"${CLI}" check - --output short.txt < short.txt`;
      const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
      expect([status, stderr]).toEqual([
        2,
        'tickmark: Cannot write short.txt: it is the same file as standard input, one of the files to read; name another with --output\n',
      ]);
    });

    it('reads standard input', () => {
      const input = readFileSync(join(folder, 'short.txt'));
      const { stdout, status } = spawnSync(CLI, ['read', '-'], { input, encoding: 'utf8' });
      expect([status, JSON.parse(stdout).files[0].path]).toEqual([0, '-']);
    });

    it('takes two runs to the same bytes', () => {
      const run = () => spawnSync(CLI, ['check', 'short.txt', '--format', 'json'], { cwd: folder }).stdout;
      expect(run().equals(run())).toBe(true);
    });
  },
);
