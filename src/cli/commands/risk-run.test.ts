import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import type { CommandIo } from '../command.js';
import { main } from '../main.js';

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/register', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-risk-run-'));
  cpSync(FIXTURES, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: string, settings: Partial<CommandIo> = {}) {
  const io = capturedIo({ cwd: folder, env: { XDG_DATA_HOME: folder }, ...settings });
  const status = await main(['risk', 'run', ...args.split(' ')], io);
  return { status, out: io.written(), err: io.complained() };
}

function change(from: string, to: string): void {
  const path = join(folder, 'small.yaml');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

describe('risk run', () => {
  it('says what the risks do to the plan, every number with its error', async () => {
    const { status, out, err } = await run('small.yaml --trials 4096 --quick');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('Risks of Sample Carrier K.K., one year from March 31, 2026');
    expect(out).toMatch(/The plan has operating income of JPY 2,000 million\. With the risks its mean is/);
    expect(out).toMatch(/Chance within the year of an operating loss: .*a net loss: /s);
    expect(out).toContain('4,096 trials, seed 1');
    expect(out).not.toMatch(/NaN|Infinity|undefined|\[object/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('gives the same bytes again, and others with another seed', async () => {
    const json = 'small.yaml --trials 4096 --quick --format json';
    const { out } = await run(json);
    expect((await run(json)).out).toBe(out);
    expect((await run(`${json} --seed 2`)).out).not.toBe(out);
    expect(JSON.parse(out)).toMatchObject({ schema: 1, simulation: { trials: 4096, seed: '1' } });
  });

  it('measures scenarios, controls and inputs unless asked to be quick', async () => {
    const whole = JSON.parse((await run('small.yaml --trials 1024 -f json')).out);
    expect(whole.comparisons).toHaveLength(2);
    // $quakes is used by the shared event alone, which no risk follows from: it moves nothing, but is used.
    expect(whole.inputTornado.bars.map(({ input }: { input: string }) => input).sort()).toEqual([
      'quakes',
      'stake',
    ]);
    const quick = JSON.parse((await run('small.yaml --trials 1024 -f json --quick')).out);
    expect([quick.comparisons, quick.inputTornado]).toEqual([[], null]);
    const under = JSON.parse((await run('small.yaml --trials 1024 -f json --quick --scenario calls')).out);
    expect(under.scenario).toMatchObject({ id: 'calls', shocks: ['churn.frequency.rate × 0.8'] });
  });

  it('leaves inputs out that no model uses', async () => {
    change(
      'inputs:\n',
      'inputs:\n  idle:\n    value: 5%\n    source: { assumption: Note, author: A. Mori, date: 2026-04-01 }\n',
    );
    const { inputTornado, inputs } = JSON.parse((await run('small.yaml --trials 1024 -f json')).out);
    expect(inputs).toHaveLength(3);
    expect(inputTornado.bars).toHaveLength(2);
  });

  it('writes a page that needs no network', async () => {
    expect((await run('small.yaml --trials 1024 --quick -f html -o risks.html')).status).toBe(0);
    const page = readFileSync(join(folder, 'risks.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="https?:/);
    expect((await run('small.yaml --trials 1024 --quick -f markdown')).out).toMatch(/^# |^\*\*/);
  });

  it('goes on until the error is what was asked for', async () => {
    const { status, out } = await run('small.yaml --quick --until-error 5% -f json');
    expect(status).toBe(0);
    expect(JSON.parse(out).simulation.untilError).toBe(0.05);
    const few = await run('small.yaml --quick --until-error 0.1% --trials 4096');
    expect(few.out.replace(/\s+/g, ' ')).toContain('was not reached in 4,096 trials');
  });

  it.each([
    ['rate: 2 a year', 'rate: -2 a year', /small\.yaml:58:\d+: unexpected "-2 a year", expected 0 or more/],
    ['rate: 2 a year', 'rate: 2', /small\.yaml:58:\d+: unexpected "2" without a unit: write 2 a year/],
    [
      'rate: 2 a year',
      'rate: open',
      /small\.yaml:58:\d+: unexpected "open": .*"tickmark risk check --severity info"/,
    ],
    [
      'volatility: 30%',
      'volatility: 3000%',
      /small\.yaml:29:\d+: Unexpected volatility 30 of factor "power"/,
    ],
    ['level: 99%', 'level: 9%', /small\.yaml:26:\d+: Unexpected level 0\.09, expected one between 0\.5/],
    ['horizon: 10 days', 'horizon: 900 days', /small\.yaml:26:\d+: Unexpected horizon of 900 trading days/],
    ['register: 1\n', '', /small\.yaml:1:1: missing "register", expected 1, the version of the format/],
    [
      'times: 0.8',
      'to: JPY 5 million',
      /small\.yaml:55:\d+: unexpected "JPY 5 million", expected a frequency/,
    ],
  ])('refuses %s written as %s, with its line', async (from, to, message) => {
    change(from, to);
    const { status, out, err } = await run('small.yaml --trials 4096 --quick');
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('refuses options that cannot be, before any work', async () => {
    const refused = async (args: string) => {
      const { status, out, err } = await run(args);
      expect([status, out]).toEqual([2, '']);
      return err;
    };
    const exact = await refused('small.yaml --trials 1e9 --quantiles exact');
    expect(exact).toMatch(
      /Exact quantiles would keep [\d,]+ values \((?!1 )\d+ for each of 1,000,000,000 trials/,
    );
    expect(await refused('small.yaml --trials 1e12')).toContain('--until-error is the better way');
    expect(await refused('small.yaml --scenario quke-now')).toContain('did you mean "quake-now"?');
    expect(await refused('none.yaml')).toContain('Cannot read none.yaml: no such file');
    expect(await refused('.')).toMatch(/Cannot read \.: .*directory/);
  });

  it('does not write over what it reads', async () => {
    const before = readdirSync(folder);
    for (const file of ['small.yaml', 'report.txt']) {
      const { status, err } = await run(`small.yaml --trials 4096 --quick -o ${file}`);
      expect(status).toBe(2);
      expect(err).toContain(`Cannot write ${file}: it is itself one of the files to read`);
    }
    expect(readdirSync(folder)).toEqual(before);
  });
});
