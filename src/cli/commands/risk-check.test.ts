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
  folder = mkdtempSync(join(tmpdir(), 'tickmark-risk-check-'));
  cpSync(FIXTURES, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const io = capturedIo({ cwd: folder, env: { XDG_DATA_HOME: folder } });
  const status = await main(['risk', 'check', ...args], io);
  return { status, out: io.written(), err: io.complained() };
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    join(folder, file),
    text.replace(from, () => to),
  );
}

describe('risk check', () => {
  it('says what a register holds, and finds nothing wrong', async () => {
    const { status, out, err } = await run('small.yaml', '--as-of', '2026-08-01');
    expect(err).toBe('');
    expect(status).toBe(0);
    expect(out).toBe(
      [
        'Register of Sample Carrier K.K., as of March 31, 2026',
        '  Risks    5: 1 driver, 1 event, 1 market, 1 dependency, 1 holding',
        '  Inputs   2: 1 disclosed, 1 assumed',
        '  Figures  1 agree, 0 differ, 0 gone, against report.txt',
        '  Reviews  none overdue on 2026-08-01',
        'small.yaml: No errors.',
        '',
      ].join('\n'),
    );
  });

  it('points at what is wrong as a compiler does', async () => {
    change('small.yaml', 'line: access, through', 'line: accss, through');
    const { status, out } = await run('small.yaml');
    expect(status).toBe(1);
    expect(out).toBe(
      [
        'unknown-reference  error  small.yaml:46:23',
        '  Unknown line "accss", did you mean "access"?',
        '   46 | moves: [{ line: accss, through: price }]',
        '      |                 ^^^^^',
        '',
        'small.yaml: 1 error.',
        '',
      ].join('\n'),
    );
  });

  it('holds disclosed figures against the report: changed, moved, reworded, gone', async () => {
    expect((await run('small.yaml', '--fix')).err).toContain('brought the place of 1 figure up to date');
    change('report.txt', '¥820 million', '¥710 million');
    const differs = await run('small.yaml');
    expect(differs.status).toBe(1);
    expect(differs.out.replace(/\s+/g, ' ')).toContain(
      'The report now says ¥710 million (line 21), the register ¥820 million',
    );
    change('report.txt', '¥710 million', '¥0.82 billion');
    expect((await run('small.yaml')).status).toBe(0);
    change(
      'report.txt',
      'The carrying amount of our investment in Asagiri Streaming Inc. was ¥0.82 billion as of March 31, 2026. ',
      '',
    );
    const gone = await run('small.yaml');
    expect(gone.status).toBe(1);
    expect(gone.out).toContain('The report has no ¥820 million any more');
  });

  it('holds the value against the figure that it points at', async () => {
    change('small.yaml', 'value: JPY 820 million', 'value: JPY 280 million');
    const { status, out } = await run('small.yaml');
    expect(status).toBe(1);
    expect(out).toContain('"JPY 280 million" is not the figure ¥820 million that it points at');
  });

  it('names headings that the report has in other words', async () => {
    change('report.txt', 'Prices may fall.', 'Our prices may fall.');
    const { status, out } = await run('small.yaml');
    expect(status).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'has no risk factor with this heading; line 7 has “Our prices may fall.”',
    );
  });

  it('writes places into sources and nothing else', async () => {
    const before = readFileSync(join(folder, 'small.yaml'), 'utf8');
    await run('small.yaml', '--fix');
    const after = readFileSync(join(folder, 'small.yaml'), 'utf8');
    expect(
      after.replace(/, line: 21, key: [0-9a-f]{12}/, '').replace(/, line: 21, key: "[0-9a-f]{12}"/, ''),
    ).toBe(before);
    expect(after).not.toBe(before);
    expect((await run('small.yaml', '--fix')).err).toBe('');
  });

  it('names overdue reviews and what is open, at the severity asked for', async () => {
    change('small.yaml', 'owner: Sales', 'owner: open');
    const quiet = await run('small.yaml', '--as-of', '2027-01-01');
    expect(quiet.status).toBe(0);
    expect(quiet.out).toContain('Reviews  5 overdue on 2027-01-01: prices (2026-10-31)');
    expect(quiet.out).toContain('1 entry still to be filled in');
    const all = await run('small.yaml', '--as-of', '2027-01-01', '--severity', 'info');
    expect(all.out).toContain('The review of "churn" was due on 2026-10-31.');
    expect(all.out).toContain('Open: nobody owns the risk "prices" yet.');
  });

  it('says where a currency has no rates and a file is missing', async () => {
    change('small.yaml', 'price: JPY 18, volatility: 30%', 'prices: power.csv');
    change('small.yaml', 'as-of: 2026-03-31', 'as-of: 2035-03-31');
    const { status, out } = await run('small.yaml');
    expect(status).toBe(1);
    expect(out).toContain('market-data  error  small.yaml:28:5');
    expect(out).toContain('Cannot read power.csv: there is no such file beside the register.');
  });

  it('is JSON for a program', async () => {
    change('small.yaml', 'category: pricing', 'category: pricnig');
    const { status, out } = await run('small.yaml', '--format', 'json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      path: 'small.yaml',
      errors: 1,
      warnings: 0,
      problems: [
        { severity: 'error', code: 'category', path: ['risks', 'prices', 'category'], line: 40, column: 15 },
      ],
      summary: null,
    });
    change('small.yaml', 'category: pricnig', 'category: pricing');
    const good = JSON.parse((await run('small.yaml', '--format', 'json', '--as-of', '2026-08-01')).out);
    expect(good).toMatchObject({
      report: 'report.txt',
      figures: [{ path: 'inputs.stake', status: 'agrees', now: { text: '¥820 million', line: 21 } }],
      summary: { risks: 5, inputs: 2, disclosed: 1, open: 0, overdue: [], day: '2026-08-01' },
    });
  });

  it('prints the legend of the configuration', async () => {
    writeFileSync(join(folder, 'tickmark.config.yaml'), 'risk:\n  legend: Privileged and confidential\n');
    expect((await run('small.yaml')).out).toMatch(/^Privileged and confidential\n/);
    expect((await run('small.yaml', '--no-config')).out).not.toContain('Privileged');
  });

  it.each([
    [['none.yaml'], 'Cannot read none.yaml: no such file'],
    [['small.yaml', '--report', 'none.htm'], 'Cannot read none.htm: no such file'],
    [['small.yaml', '--as-of', 'tomorrow'], 'tomorrow'],
    [['-', '--fix'], 'Cannot write to "-"'],
  ])('ends with status 2 for %j', async (args, message) => {
    const { status, err } = await run(...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
