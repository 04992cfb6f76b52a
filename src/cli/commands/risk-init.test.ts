import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { readRegister } from '../../risk/index.js';
import { main } from '../main.js';

const REPORT = readFileSync(new URL('../../../test/fixtures/register/report.txt', import.meta.url), 'utf8');
const REAL = fileURLToPath(new URL('../../../../shared/filings/20-f-iij-2006-item-3.txt', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-risk-init-'));
  writeFileSync(join(folder, 'report.txt'), REPORT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const io = capturedIo({ cwd: folder });
  const status = await main(['risk', ...args], io);
  return { status, out: io.written(), err: io.complained() };
}

const register = () => readFileSync(join(folder, 'risks.yaml'), 'utf8');

describe('risk init', () => {
  it('writes a register that "risk check" finds nothing wrong in', async () => {
    const { status, err, out } = await run('init', 'report.txt');
    expect([status, out]).toEqual([0, '']);
    expect(err).toContain('risks.yaml: 5 risk factors');
    expect(register()).toContain('heading: Our affiliate may lose money.');
    expect(register()).toContain('value: JPY 820 million');
    const checked = await run('check', 'risks.yaml', '--as-of', '2026-08-01');
    expect(checked.status).toBe(0);
    expect(checked.out).toContain('risks.yaml: No errors.');
    expect(checked.out).toContain('2 agree, 0 differ, 0 gone');
  });

  it('begins with the legend of the configuration', async () => {
    writeFileSync(join(folder, 'tickmark.config.yaml'), 'risk:\n  legend: Privileged and confidential\n');
    expect((await run('init', 'report.txt', '--output', '-')).out).toMatch(
      /^# Privileged and confidential\n/,
    );
  });

  it('overwrites nothing that is there, but when told to', async () => {
    await run('init', 'report.txt');
    const before = register();
    const refused = await run('init', 'report.txt');
    expect(refused.status).toBe(2);
    expect(refused.err).toContain(
      'risks.yaml is there: add --update to bring it up to date, --force to overwrite it',
    );
    expect(register()).toBe(before);
    writeFileSync(join(folder, 'risks.yaml'), 'mine');
    expect((await run('init', 'report.txt', '--force')).status).toBe(0);
    expect(register()).toBe(before);
  });

  it('brings a register up to a newer report, and keeps what was written by hand', async () => {
    await run('init', 'report.txt');
    const mine = register().replace('owner: open', 'owner: Sales # ours');
    writeFileSync(join(folder, 'risks.yaml'), mine);
    const newer = REPORT.replace('Rates may move.', 'The rates of exchange may move.').concat(
      '\nClaims may be brought against us.\n\nA customer claims damages of ¥310 million from us.\n',
    );
    writeFileSync(join(folder, 'report.txt'), newer);
    const dry = await run('init', 'report.txt', '--update', '--dry-run');
    expect(dry.out).toContain('new      claims-brought: Claims may be brought against us.');
    expect(register()).toBe(mine);
    const made = await run('init', 'report.txt', '--update');
    expect(made.status).toBe(0);
    expect(made.out).toContain('risks.yaml: 1 added, 1 reworded, 0 gone from the report, 4 unchanged');
    expect(register()).toContain('owner: Sales # ours');
    expect(register()).toContain('heading: The rates of exchange may move.');
    expect(register()).toContain('value: JPY 310 million');
    expect((await run('check', 'risks.yaml', '--as-of', '2026-08-01')).status).toBe(0);
    expect((await run('init', 'report.txt', '--update')).out).toBe(
      'risks.yaml: 0 added, 0 reworded, 0 gone from the report, 6 unchanged\n',
    );
  });

  it.each([
    [['none.htm'], 'Cannot read none.htm: no such file'],
    [['report.txt', '--dry-run'], 'Unexpected --dry-run without --update'],
    [['report.txt', '--update'], 'Cannot update risks.yaml: it is not there'],
    [['report.txt', '--update', '--output', '-'], 'Cannot update "-"'],
    [['report.txt', '--output', 'nowhere/risks.yaml'], 'there is no folder nowhere'],
    [['empty.txt'], 'empty.txt has no risk factors'],
  ])('ends with status 2 for %j', async (args, message) => {
    writeFileSync(join(folder, 'empty.txt'), 'Item 4. Information on the Company\n\nNothing more.\n');
    const { status, err } = await run('init', ...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(join(folder, 'risks.yaml'))).toBe(false);
  });

  it.skipIf(!existsSync(REAL))(
    'starts from a real Item 3 (skipped where shared/filings is absent)',
    async () => {
      const { status, out } = await run('init', REAL, '--output', '-');
      expect(status).toBe(0);
      const { register: read, problems } = readRegister(out, 'r');
      expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(Object.keys(read?.content.risks ?? {})).toHaveLength(14);
      const values = Object.values(read?.content.inputs ?? {}).map(({ value }) => value.text);
      expect(values).toEqual(
        expect.arrayContaining(['JPY 6.8 billion', 'JPY 750 million', 'JPY 90 million', '29.7%']),
      );
      const categories = Object.values(read?.content.risks ?? {}).map(({ category }) => category);
      expect(categories).not.toContain('unsorted');
    },
  );
});
