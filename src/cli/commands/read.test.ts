import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { readingLineSchema, readingSchema } from '../../reports/json-schema.js';
import type { CommandIo } from '../command.js';
import { main } from '../main.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const REPORT = 'examples/annual-report/kitano-denki.htm';

async function run(line: string, settings: Partial<CommandIo> = {}) {
  const io = capturedIo({ cwd: ROOT, ...settings });
  const status = await main(['read', ...line.split(' ')], io);
  return { status, out: io.written(), err: io.complained() };
}

async function json(line: string) {
  return JSON.parse((await run(`${REPORT} ${line} --format json`)).out).files[0];
}

describe('read', () => {
  it('is JSON for a program and the outline with counts for a person', async () => {
    const piped = await run(REPORT);
    expect(JSON.parse(piped.out).files[0].outline.map(({ id }: { id: string }) => id)).toContain('item-3');
    const typed = await run(REPORT, { isTerminal: true });
    expect(typed.out).toMatch(/^examples\/annual-report\/kitano-denki\.htm: .*Form 20-F/);
    expect(typed.out).toMatch(/\n3\.D +Risk Factors +\d+ +4\n/);
    expect(typed.out.split('\n').every((each) => each.length <= 80)).toBe(true);
    expect((await run(`${REPORT} --item 3.D`, { isTerminal: true })).out).toContain(
      '\n### D. Risk Factors\n',
    );
  });

  it.each(['3.D', '3D', 'item-3-d', 'Item_3.D', 'item-3d'])('knows an Item as %s', async (name) => {
    const io = capturedIo({ cwd: ROOT });
    expect(await main(['read', REPORT, '--outline', '--item', name.replace('_', ' ')], io)).toBe(0);
    expect(JSON.parse(io.written()).files[0].outline.map(({ id }: { id: string }) => id)).toEqual([
      'item-3-d',
    ]);
  });

  it('keeps within the Item or table', async () => {
    const whole = await json('--figures');
    const item = await json('--figures --item 5');
    const section = (await json('--outline --item 5')).outline[0];
    const inside = ({ start }: { start: number }) => start >= section.start && start < section.end;
    expect(item.figures).toEqual(whole.figures.filter(inside));
    expect(item.figures.length).toBeGreaterThan(5);
    const table = await json('--table 3 --figures');
    expect(table.figures.every(({ where }: { where: { table: string } }) => where.table === 't3')).toBe(true);
    expect((await json('--table t3')).tables.map(({ id }: { id: string }) => id)).toEqual(['t3']);
  });

  it.each([
    ['--item 9', 'has no Item "9": it has 1, 2, 3, 4, 5; "--outline" lists all'],
    ['--item 3.Z', 'has no Item "3.Z": did you mean 3, 3.A, 3.B, 3.C or 3.D?; "--outline" lists all'],
    ['--table t99', 'has no table "t99": its tables are t1 to t3; "--tables" prints them'],
    ['--format csv', 'Cannot write a whole report as CSV: add --outline,'],
    ['--tables --figures', 'Unexpected --tables with --figures'],
    ['--item 3 --table 1', 'Unexpected --item with --table'],
    ['--outline --table 1', 'Unexpected --outline with --table'],
    ['--threads 0', 'Unexpected --threads "0", expected a whole number from 1 to 64'],
  ])('refuses %s', async (options, message) => {
    const { status, out, err } = await run(`${REPORT} ${options}`);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('the JSON of read', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  const valid = ajv.compile(readingSchema());
  const validLine = ajv.compile(readingLineSchema());

  it.each(['', '--outline', '--risk-factors', '--tables', '--table 2', '--figures', '--facts', '--item 3.D'])(
    'keeps its schema: %s',
    async (options) => {
      const words = `${REPORT} missing.htm ${options}`.trim();
      valid(JSON.parse((await run(words)).out));
      expect(valid.errors).toBeNull();
      const lines = (await run(`${words} --format jsonl`)).out.trimEnd().split('\n');
      for (const each of lines) expect(validLine(JSON.parse(each)), each.slice(0, 200)).toBe(true);
      expect(lines).toHaveLength(2);
    },
  );

  it('has the facts of the page only when they are asked for', async () => {
    expect(await json('')).not.toHaveProperty('facts');
    const { facts } = await json('--facts');
    const revenues = facts.filter(({ concept }: { concept: string }) => concept === 'us-gaap:Revenues');
    expect(revenues.map(({ value }: { value: string }) => value)).toEqual([
      '412583000000',
      '398746000000',
      '431915000000',
    ]);
  });

  it('has the text of risk factors and of an Item', async () => {
    const { riskFactors } = await json('--risk-factors');
    expect(riskFactors).toHaveLength(4);
    expect(riskFactors[0].blocks.map(({ kind }: { kind: string }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'list-item',
      'list-item',
      'list-item',
    ]);
    const { blocks } = await json('--item 4.B');
    expect(blocks.map(({ text }: { text: string }) => text)).toContainEqual(
      expect.stringMatching(/^We make switchgear/),
    );
  });
});

describe('several files', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'tickmark-read-'));
    writeFileSync(join(cwd, 'a.txt'), 'Item 3. Key Information\n\nWe sold 1,200 motors in 2018.\n');
    writeFileSync(
      join(cwd, 'b.htm.gz'),
      gzipSync('<html><body><p>Item 4. Information on the Company</p><p>We own 3 plants.</p></body></html>'),
    );
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  it('follow one another in each form, compressed ones among them', async () => {
    const csv = await run('a.txt b.htm.gz --figures --format csv', { cwd });
    const [head, ...rows] = csv.out.trimEnd().split('\n');
    expect(head).toMatch(/^file,id,role,printed,value,/);
    expect(new Set(rows.map((row) => row.split(',')[0]))).toEqual(new Set(['a.txt', 'b.htm.gz']));
    const markdown = await run('a.txt b.htm.gz --format markdown', { cwd });
    expect(markdown.out.match(/^# .*/gm)).toEqual(['# a.txt', '# b.htm.gz']);
  });

  it('are still read where one lacks the Item', async () => {
    const { status, out, err } = await run('a.txt b.htm.gz --item 4 --outline', { cwd });
    expect(status).toBe(2);
    expect(err).toContain('a.txt has no Item "4"');
    expect(JSON.parse(out).files.map(({ path }: { path: string }) => path)).toEqual(['b.htm.gz']);
  });
});
