import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

const cwd = mkdtempSync(join(tmpdir(), 'tickmark-chart-'));
afterAll(() => rmSync(cwd, { recursive: true }));

async function run(line: string, settings: Parameters<typeof capturedIo>[0] = {}) {
  const io = capturedIo({ cwd, ...settings });
  const status = await main(['rates', 'chart', ...line.split(' ')], io);
  return { status, out: io.written(), err: io.complained() };
}

function written(name: string): string {
  return readFileSync(join(cwd, name), 'utf8');
}

const YEARS = '-c JPY --fiscal-year-end 03-31 --years 2002..2006 --through 2006-07-07';

describe('tickmark rates chart', () => {
  it('sketches in the width of the terminal, in colour where it takes it', async () => {
    const narrow = await run(YEARS, { columns: 60 });
    expect([narrow.status, narrow.err]).toEqual([0, '']);
    expect(narrow.out).toMatch(/^Average +125\.64 +121\.10 +112\.75 +107\.28 +113\.67$/m);
    expect(Math.max(...narrow.out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(60);
    expect((await run(YEARS, { color: true })).out).toContain('\u001b[');
  });

  it.each([
    ['chart.svg', /^<svg [^>]*viewBox="0 0 800 450"/],
    ['chart.SVG', /^<svg /],
    ['chart.json', /^\{\n {2}"unit": "JPY\/USD"/],
    ['chart.txt', /^Japanese yen per U\.S\. \$1\.00\n/],
  ])('writes what the name of %s says', async (name, expected) => {
    expect(await run(`${YEARS} --output ${name}`, { columns: 200, color: true })).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    expect(written(name)).toMatch(expected);
    expect(written(name)).not.toContain('\u001b');
  });

  it('takes the form, the theme and the size of the SVG', async () => {
    const { out } = await run(`${YEARS} --format svg --theme dark --width 400`);
    expect(out).toMatch(/viewBox="0 0 400 320"/);
    expect(out).not.toContain('<style');
    expect((await run(`${YEARS} --format svg --width 1200`)).out).toContain('viewBox="0 0 1200 675"');
    expect((await run(`${YEARS} --format svg --height 500`)).out).toContain('viewBox="0 0 800 500"');
    await run(`${YEARS} --format json --output named.svg`);
    expect(written('named.svg')).toMatch(/^\{/);
  });

  it('takes span, marks, method, decimals and scale', async () => {
    const line =
      '--unit USD/JPY --from 2006-03-01 --to 2006-03-31 --mark 2006-03-18,2006-03-31 --decimals 5 --scale log -f json';
    const json = JSON.parse((await run(line)).out);
    expect(json).toMatchObject({ span: '2006-03-01/2006-03-31', decimals: 5, scale: 'log' });
    expect(json.marks).toEqual([
      { kind: 'day', asked: '2006-03-18', date: '2006-03-17', value: '0.00863' },
      { kind: 'day', asked: '2006-03-31', date: '2006-03-31', value: '0.00851' },
    ]);
    const daily = JSON.parse(
      (await run('-c JPY --fiscal-year-end 03-31 --years 2006 --average daily -f json')).out,
    );
    expect(daily.periods[0].average).toBe('113.15');
  });

  it.each([
    ['--years 2006', 'Which currency? Add --currency JPY or --unit JPY/USD'],
    ['-c JPY --years 2006', 'When do the years end? Add --fiscal-year-end 03-31'],
    ['-c ARS', 'No rates for "ARS" in H.10, expected one of AUD, BRL'],
    ['-c JPY --source Kitano', 'Unexpected --source "Kitano", expected one of H.10'],
    [
      '-c JPY --theme dark',
      'Unexpected --theme of a chart in the form "terminal", expected it with --format svg',
    ],
    ['-c JPY --width 900 -o chart.json', 'Unexpected --width of a chart in the form "json"'],
    ['-c JPY -f svg --width 12.5', 'Unexpected --width "12.5", expected a whole number'],
    ['-c JPY -f svg --height 20', 'Unexpected height 20, expected 180 to 3000 pixels'],
    ['-c JPY --decimals x', 'Unexpected --decimals "x", expected a whole number'],
    ['-c JPY --mark 2006-02-30', 'No such day: 2006-02-30'],
    [
      '-c JPY --from 2031-01-01',
      'Cannot draw JPY/USD on 2031-01-01; the H.10 rates of JPY run from 1971-01-04 to 2026-05-15; "tickmark rates update" fetches newer ones',
    ],
    [
      '-c JPY --to 1960-01-01',
      'Cannot draw JPY/USD on 1960-01-01; the H.10 rates of JPY run from 1971-01-04',
    ],
    ['-c JPY --scale cubic', 'cubic'],
    ['-c JPY -o missing/chart.svg', 'there is no folder missing'],
  ])('refuses %s', async (line, message) => {
    const { status, out, err } = await run(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
