import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

const WRONG = 'The noon buying rate on March 31, 2006 was ¥117.84 per U.S. $1.00.\n';
const CONFIG = [
  'checks:',
  '  exchange-rate-quote: warning',
  'overrides:',
  '  - files: ["old/**"]',
  '    checks:',
  '      exchange-rate-quote: off',
].join('\n');

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tickmark-config-'));
  mkdirSync(join(root, 'old'));
  const files = {
    'wrong.txt': WRONG,
    'old/wrong.txt': WRONG,
    'tickmark.config.yaml': CONFIG,
    'strict.yaml': 'checks:\n  exchange-rate-quote: error\n',
    'typo.yaml': 'checks:\n  exchange-rate-qoute: error\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
});
afterAll(() => rmSync(root, { recursive: true }));

async function run(words: readonly string[], cwd = root) {
  const io = capturedIo({ cwd });
  const status = await main(['check', ...words], io);
  return { status, out: io.written(), err: io.complained() };
}

async function findings(words: readonly string[], cwd = root) {
  const { status, out } = await run([...words, '--format', 'json'], cwd);
  const [file] = JSON.parse(out).files;
  return { status, severities: file.findings.map((finding: { severity: string }) => finding.severity), file };
}

describe('a configuration', () => {
  it('sets severities, and so the exit status', async () => {
    expect(await findings(['wrong.txt', '--no-config'])).toMatchObject({ status: 1, severities: ['error'] });
    expect(await findings(['wrong.txt'])).toMatchObject({ status: 0, severities: ['warning'] });
  });

  it('holds for the folders below, with other settings by path', async () => {
    const { severities, file } = await findings(['wrong.txt'], join(root, 'old'));
    expect(severities).toEqual([]);
    expect(file.checksNotRun).toContainEqual({
      check: 'exchange-rate-quote',
      reason: 'turned off by the configuration',
    });
  });

  it('does not keep from running what is asked for by name', async () => {
    const { severities } = await findings(['old/wrong.txt', '--only', 'exchange-rate-quote']);
    expect(severities).toEqual(['error']);
  });

  it('can be another file, or none', async () => {
    expect(await findings(['wrong.txt', '--config', 'strict.yaml'])).toMatchObject({ status: 1 });
    expect(await run(['wrong.txt', '--config', 'missing.yaml'])).toMatchObject({
      status: 2,
      err: 'tickmark: Cannot read missing.yaml: no such file; check the path\n',
    });
  });

  it('is refused with place and remedy', async () => {
    expect(await run(['wrong.txt', '--config', 'typo.yaml'])).toMatchObject({
      status: 2,
      err: 'tickmark: typo.yaml:2:3: unexpected key "exchange-rate-qoute", did you mean "exchange-rate-quote"?\n',
    });
  });
});

describe('check --init', () => {
  it('writes a configuration that changes nothing, and never over one that is there', async () => {
    const cwd = mkdtempSync(join(root, 'new-'));
    expect(await run(['--init'], cwd)).toMatchObject({ status: 0, out: '' });
    const text = readFileSync(join(cwd, 'tickmark.config.yaml'), 'utf8');
    expect(text).toContain('# exchange-rate-quote: error');
    expect(await findings([join(root, 'wrong.txt')], cwd)).toMatchObject({ severities: ['error'] });
    expect(await run(['--init'], cwd)).toMatchObject({
      status: 2,
      err: 'tickmark: Cannot write tickmark.config.yaml: it exists already; name another with --output\n',
    });
    expect(readFileSync(join(cwd, 'tickmark.config.yaml'), 'utf8')).toBe(text);
  });

  it('is not mistaken for a check', async () => {
    expect((await run(['--init', 'wrong.txt'])).status).toBe(2);
    expect(await run([])).toMatchObject({
      status: 2,
      err: 'tickmark: Missing the reports to check: name a file, or a pattern in quotes\n',
    });
  });
});
