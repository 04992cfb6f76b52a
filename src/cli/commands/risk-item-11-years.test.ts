import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { displayWidth } from '../../value/display-width.js';
import { main } from '../main.js';

const EXAMPLE = fileURLToPath(new URL('../../../examples/risk', import.meta.url));
const QUARTERS = ['2025-06-30', '2025-09-30', '2025-12-31'];
let folder = '';

/** The example register as of other days, with more dollars owed then. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-item-11-years-'));
  cpSync(EXAMPLE, folder, { recursive: true });
  const now = readFileSync(join(folder, 'risks.yaml'), 'utf8');
  for (const [at, day] of ['2025-03-31', ...QUARTERS].entries()) {
    const owed = 28 + at;
    const then = now
      .replace('as-of: 2026-03-31', `as-of: ${day}`)
      .replace(
        'amount: USD -14 million, line: exchange, maturities: { 1 year: USD -9 million, 2 years: USD -5 million }',
        `amount: USD -${owed} million, line: exchange, maturities: { 2 years: USD -${owed} million }`,
      );
    writeFileSync(join(folder, `${day}.yaml`), then);
    const { status, err } = await item11(80, `${day}.yaml`, '-f', 'json', '-o', `${day}.json`);
    expect([status, err]).toEqual([0, '']);
  }
  // The first run loads the whole command.
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function item11(columns: number, ...args: string[]) {
  const io = capturedIo({ cwd: folder, env: { XDG_DATA_HOME: folder }, columns });
  const status = await main(['risk', 'item-11', ...args], io);
  return { status, out: io.written(), err: io.complained() };
}

const beside = [
  'risks.yaml',
  '--prior',
  '2025-03-31.json',
  '--during',
  ...QUARTERS.map((day) => `${day}.json`),
];

describe('risk item-11 a year later', () => {
  it('prints last year beside this in a spreadsheet', async () => {
    const { status, out, err } = await item11(80, ...beside, '-f', 'csv');
    expect([status, err]).toEqual([0, '']);
    // The dollar was at 149.90 yen on 31 March 2025 and at 159.08 on 31 March 2026: 14 million of them now, 28 then.
    expect(out).toContain('Leases of submarine cables,9,5,,,,,14,-2227,28,-4197');
    expect(out).toContain('Yen per dollar,159.08,10% up,-222.7,-222.7,0,-419.7,-419.7,0');
    expect(out).toContain('Leases of submarine cables (foreign-exchange, other): 47% smaller than last year');
  });

  it('averages the values kept of the quarters, and says so', async () => {
    const { out } = await item11(80, ...beside, '-f', 'csv');
    const title = 'Value at risk over the year: other than trading';
    const line = out
      .slice(out.indexOf(title))
      .split('\n')
      .find((each) => each.startsWith('Exchange rates,'));
    const [average = 0, high = 0, low = 0, ...points] = (line ?? '').split(',').slice(1).map(Number);
    expect(points).toHaveLength(4);
    expect([high, low]).toEqual([Math.max(...points), Math.min(...points)]);
    expect(points[3]).toBe(low);
    expect(Math.abs(average - points.reduce((sum, each) => sum + each, 0) / 4)).toBeLessThan(1);
    expect(out).toContain('as printed on each with the positions of that day');
    expect((await item11(80, 'risks.yaml', '-f', 'csv')).out).toContain('measured again');
  });

  it('keeps to 80 columns, with the years of the maturity table in one line', async () => {
    const { out } = await item11(80, 'risks.yaml');
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    expect(out).toMatch(/Instrument +2027 +2028 +2029 +2030 +2031 +after +Total +value/);
    expect(out).toMatch(/\nBank loans +4,500 +– +5,000 +– +– +– +9,500 +−9,500\n/);
    expect(out).toContain('\nInterest rate swaps, pay fixed\n');
    const wide = await item11(80, ...beside);
    for (const line of wide.out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it('has tables before words, in Markdown too', async () => {
    const { out } = await item11(80, ...beside, '-f', 'markdown');
    expect(out.lastIndexOf('\n| ')).toBeLessThan(out.indexOf('### How this was measured'));
    expect(out.indexOf('### How this was measured')).toBeLessThan(out.indexOf('### What is left out'));
    expect(out.indexOf('### What is left out')).toBeLessThan(out.indexOf('### Still to write'));
    expect(out).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('refuses quarters that are none, with the days named', async () => {
    const { status, out, err } = await item11(
      80,
      'risks.yaml',
      '--during',
      '2025-06-30.json',
      '2025-03-31.json',
    );
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('expected ends of at least four equal periods after 2025-03-31');
  });
});
