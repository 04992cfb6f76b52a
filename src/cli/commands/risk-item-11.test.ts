import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/register', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-risk-item-11-'));
  cpSync(FIXTURES, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function item11(...args: string[]) {
  const io = capturedIo({ cwd: folder, env: { XDG_DATA_HOME: folder }, columns: 110 });
  const status = await main(['risk', 'item-11', 'small.yaml', ...args], io);
  return { status, out: io.written(), err: io.complained() };
}

describe('risk item-11', () => {
  it('prints the three forms, with how value at risk was measured', async () => {
    const { status, out, err } = await item11();
    expect([status, err]).toEqual([0, '']);
    const words = out.replace(/\s+/g, ' ');
    expect(words).toContain('By expected maturity: exchange rates, other than trading');
    expect(words).toContain('Sensitivity: exchange rates, other than trading');
    expect(words).toContain('Value at risk: other than trading, 99%, 10 trading days');
    expect(words).toContain('Historical simulation: the newest 250 daily changes as they were');
    expect(out).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('moves a position in dollars by a tenth of its worth', async () => {
    const { out } = await item11('-f', 'csv');
    const [, rate = '', up = ''] = /Yen per dollar,([\d.]+),10% up,(-[\d.]+)/.exec(out) ?? [];
    // USD -14 million, in millions of yen.
    expect(Number(up)).toBeCloseTo(-1.4 * Number(rate), 0);
  });

  it('takes last year’s tables, and nothing else', async () => {
    expect((await item11('-f', 'json', '-o', 'last.json')).status).toBe(0);
    const beside = await item11('--prior', 'last.json', '-f', 'markdown');
    expect(beside.status).toBe(0);
    expect(beside.out).toContain('last year');
    writeFileSync(join(folder, 'other.json'), '{"schema": 1}');
    for (const file of ['small.yaml', 'other.json', 'none.json']) {
      const { status, out, err } = await item11('--prior', file);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain(file);
    }
  });

  it('does not write over the files that the register names', async () => {
    const before = readFileSync(join(folder, 'report.txt'), 'utf8');
    const { status, err } = await item11('-o', 'report.txt');
    expect(status).toBe(2);
    expect(err).toContain('Cannot write report.txt');
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(before);
  });
});
