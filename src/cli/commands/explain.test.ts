import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

const REPORT = [
  'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.',
  '',
  'Noon buying rates for Kitano Denki Co., Ltd., in yen per U.S. $1.00:',
  '',
  '\tHigh\tLow\tAverage\tPeriod-end',
  'Fiscal year ended March 31,\t\t\t\t',
  '2006\t¥120.93\t¥104.41\t¥113.76\t¥117.48',
  '',
  'Fees of our auditor (in millions of yen):',
  '',
  '\t2006\t2005',
  'Audit fees\t184\t176',
  'Audit-related fees\t23\t19',
  'Tax fees\t31\t28',
  'Total\t238\t223',
  '',
  'Our lease in Kobe costs ¥31 million a year.',
].join('\n');

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-explain-'));
  writeFileSync(join(cwd, 'report.txt'), REPORT);
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function explain(...words: readonly string[]) {
  const io = capturedIo({ cwd });
  const status = await main(['explain', 'report.txt', ...words], io);
  return { status, out: io.written(), err: io.complained() };
}

describe('explain', () => {
  it('shows the formula and the rates behind a tick', async () => {
    const { status, out } = await explain('120.93');
    expect(status).toBe(0);
    expect(out).toContain('ticked: confirmed by independent work');
    expect(out).toContain('report.txt:7:6');
    expect(out).toMatch(/The work\n {2}OF {2}agrees with an official source \(exchange-rate-table\)/);
    expect(out).toMatch(/H\.10 JPY \d{4}-\d\d-\d\d 120\.93/);
  });

  it('shows the finding that holds a figure wrong, with its evidence', async () => {
    const { out } = await explain('¥113.76');
    expect(out).toContain('differs: a finding holds it wrong');
    expect(out).toMatch(/Findings\n.*exchange-rate-table {2}error/);
    expect(out).toContain('expected 113.67');
  });

  it('tells the parts of a sum, and that the total confirms each of them', async () => {
    const { out } = await explain('238');
    expect(out).toMatch(/F {2}footed: the column adds up \(footing\)\n.*184 \+ 23 \+ 31.*238\n/);
    expect(out).toContain('gives 238,000,000, as printed');
    expect(out).toMatch(/\n {6}f\d+ {2}184 ✓F {2}Audit fees\n/);
    // Its own work rests on the total: told again, it would run in a circle.
    expect(out).not.toMatch(/184 ✓F {2}Audit fees\n {10}F/);
  });

  it('says of an unsupported figure what was tried, and what is as large', async () => {
    const { out } = await explain('¥31 million');
    expect(out).toContain('Status  unsupported: nothing in the report confirms it');
    expect(out).toMatch(/What was tried\n(.*\n)* {2}tie-out: no other place states the same fact/);
    expect(out).not.toContain('footing: no sum');
    expect(out).toMatch(/As large, but not shown to be the same\n {2}f\d+ {2}31 ✓F {2}Tax fees/);
    const json = JSON.parse((await explain('¥31 million', '--format', 'json')).out);
    expect(json.tried).toContainEqual({
      check: 'tie-out',
      reason: expect.stringContaining('no other place'),
    });
    expect(json.sameAmounts).toHaveLength(1);
  });

  it('says what rests on a figure', async () => {
    const { out } = await explain('117.48', '--format', 'json').then(() => explain('1:44'));
    expect(out).toContain('What rests on it\n  f');
  });

  it('takes an id, a key, a place and a printed text for the same figure', async () => {
    const json = JSON.parse((await explain('120.93', '--format', 'json')).out);
    for (const name of [json.figure.id, json.figure.key, '7:6', '¥120.93']) {
      expect(JSON.parse((await explain(name, '--format', 'json')).out)).toEqual(json);
    }
    expect(json.figure).toMatchObject({ text: '¥120.93', status: 'ticked' });
  });

  it('lists the figures that are printed alike', async () => {
    const { status, err } = await explain('117.48');
    expect(status).toBe(2);
    expect(err).toMatch(
      /^tickmark: "117\.48" stands in 2 places of report\.txt; name one by its id:\n {2}f\d+ {2}¥117\.48/,
    );
  });

  it('says what figures there are where none is meant', async () => {
    const { status, err } = await explain('f9999');
    expect(status).toBe(2);
    expect(err).toMatch(
      /^tickmark: No figure "f9999" in report\.txt: its figures are f1 to f\d+; "tickmark read FILE --figures" lists them\n$/,
    );
  });
});
