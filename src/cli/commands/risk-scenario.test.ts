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
  folder = mkdtempSync(join(tmpdir(), 'tickmark-risk-scenario-'));
  cpSync(FIXTURES, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function scenario(...args: string[]) {
  const io = capturedIo({ cwd: folder, env: { XDG_DATA_HOME: folder }, columns: 110 });
  const status = await main(['risk', 'scenario', 'small.yaml', '--trials', '4096', ...args], io);
  return { status, out: io.written(), err: io.complained() };
}

function change(make: (text: string) => string): void {
  const path = join(folder, 'small.yaml');
  writeFileSync(path, make(readFileSync(path, 'utf8')));
}

interface Difference {
  readonly measure: string;
  readonly mean: { readonly value: number; readonly standardError: number };
}

describe('risk scenario', () => {
  it('compares every scenario and control where none is named', async () => {
    const { status, out, err } = await scenario();
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('An earthquake (quake occurs; usd-jpy changes by 8%)');
    expect(out).toContain('Calls (churn.frequency.rate × 0.8)');
    expect(out).toContain('trial by trial with the same random numbers (seed 1)');
  });

  it('draws the same random numbers, so that what a scenario does not touch does not move', async () => {
    const { out } = await scenario('quake-now', '-f', 'json');
    const { comparisons } = JSON.parse(out) as { comparisons: { measures: Difference[] }[] };
    const mean = (wanted: string) => comparisons[0]?.measures.find(({ measure }) => measure === wanted)?.mean;
    expect(mean('revenue')).toMatchObject({ value: 0, standardError: 0 });
    expect(mean('net-income')?.value).toBeLessThan(0);
  });

  it('takes a control as what it would save', async () => {
    const { out } = await scenario('calls', '-f', 'json');
    const { comparisons } = JSON.parse(out) as { comparisons: { measures: Difference[] }[] };
    const income = comparisons[0]?.measures.find(({ measure }) => measure === 'operating-income')?.mean;
    expect(income?.value).toBeGreaterThan(4 * (income?.standardError ?? Number.POSITIVE_INFINITY));
  });

  it('says that there is nothing to compare, and names what there is', async () => {
    expect((await scenario('nope')).err).toContain('expected one of quake-now, calls');
    change((text) =>
      text.slice(0, text.indexOf('scenarios:')).replace(/ {4}controls:\n {6}- \{ id: calls.*\n/, ''),
    );
    const { status, out, err } = await scenario();
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('small.yaml: the register has neither scenarios nor controls to compare with');
  });

  it('refuses a shock of another kind than what it acts on', async () => {
    change((text) =>
      text.replace('{ event: quake, occurs: true }', '{ change: inputs.quakes, to: JPY 5 million }'),
    );
    const { status, err } = await scenario();
    expect(status).toBe(2);
    expect(err).toMatch(/small\.yaml:104:\d+: unexpected "JPY 5 million", expected a quantity of the same/);
  });
});
