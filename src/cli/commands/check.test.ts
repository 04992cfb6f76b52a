import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

const RIGHT = 'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.\n';
const WRONG = RIGHT.replace('117.48', '117.84');
/** Cites an Item that the excerpt does not hold: worth a remark, not a warning. */
const ODD = 'Item 3. Key Information\n\nD. Risk Factors\n\nSee Item 5 for our plans.\n';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-check-'));
  const files = {
    'right.txt': RIGHT,
    'wrong.txt': WRONG,
    'odd.txt': ODD,
    'empty.txt': '',
    'crlf.txt': `Item 3.\r\n\r\n${RIGHT}\n\r\n`,
    'marked.txt': `\ufeff${RIGHT}`,
    'windows.txt': Buffer.from(`It\u0092s so. ${RIGHT}`, 'latin1'),
    'nul.txt': `${RIGHT}\0\0\0`,
    'image.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'report.pdf': '%PDF-1.4\n%âãÏÓ\n1 0 obj\n',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function run(line: string, stdin = '') {
  const io = capturedIo({
    cwd,
    stdin: async function* () {
      yield Buffer.from(stdin);
    },
  });
  const status = await main(['check', ...line.split(' ')], io);
  return { status, out: io.written(), err: io.complained() };
}

async function runJson(line: string, stdin?: string) {
  const { status, out, err } = await run(`${line} --format json`, stdin);
  return { status, err, files: JSON.parse(out).files };
}

describe('the exit status', () => {
  it.each([
    ['right.txt', 0],
    ['odd.txt', 0],
    ['wrong.txt', 1],
    ['right.txt wrong.txt', 1],
    ['missing.txt', 2],
    ['wrong.txt missing.txt', 2],
  ])('of %s is %i', async (line, status) => {
    expect((await run(line)).status).toBe(status);
  });
});

describe('the report', () => {
  it('is for a person, within 80 columns, without colour', async () => {
    const { out, err } = await run('wrong.txt');
    expect(err).toBe('');
    expect(out).toMatch(/^exchange-rate-quote {2}error {2}wrong.txt:1:\d+$/m);
    expect(out).toContain('117.48');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(out).not.toContain('\u001b');
  });

  it('shows the work behind a tick on demand', async () => {
    const [plain, full] = [await run('right.txt'), await run('right.txt --evidence')];
    expect(full.out.length).toBeGreaterThan(plain.out.length);
  });

  it('is JSON or HTML on demand', async () => {
    const { files } = await runJson('wrong.txt');
    expect(files[0]).toMatchObject({ path: 'wrong.txt', summary: { errors: 1 } });
    expect((await run('wrong.txt --format html')).out).toMatch(/^<!doctype html>/i);
  });

  it('goes to a file, and then not to standard output', async () => {
    const { status, out } = await run('wrong.txt --format json --output report.json');
    expect([status, out]).toEqual([1, '']);
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).files).toHaveLength(1);
  });

  it('never replaces the file that is checked, nor begins to read it', async () => {
    for (const command of ['check', 'read']) {
      const io = capturedIo({ cwd });
      const line = `${command} missing.txt wrong.txt --output wrong.txt --format json`;
      expect(await main(line.split(' '), io)).toBe(2);
      expect(io.complained()).toBe(
        'tickmark: Cannot write wrong.txt: it is itself one of the files to read; name another with --output\n',
      );
    }
    expect(readFileSync(join(cwd, 'wrong.txt'), 'utf8')).toBe(WRONG);
  });

  it('names the official rates and their last day (HTML)', async () => {
    const { out } = await run('right.txt --format html');
    expect(out).toMatch(/<dt>Rates<\/dt><dd>H\.10, as of [A-Z][a-z]+ \d+, 20\d\d<\/dd>/);
  });

  it('says what a file was read as where that is not UTF-8', async () => {
    expect((await run('windows.txt')).out).toMatch(/^windows\.txt: .*read as windows-1252$/m);
    expect((await run('right.txt')).out).not.toContain('read as');
  });

  it('leaves findings below the severity out, remarks unless they are asked for', async () => {
    const found = async (options: string) => (await runJson(`odd.txt${options}`)).files[0].findings.length;
    expect(await found('')).toBe(0);
    expect(await found(' --severity info')).toBe(1);
    expect(await found(' --severity error')).toBe(0);
  });

  it('is of the checks that were asked for', async () => {
    expect((await runJson('wrong.txt --only date')).files[0].findings).toEqual([]);
    expect((await runJson('wrong.txt --only date,exchange-rate-quote')).files[0].findings).toHaveLength(1);
    const { status, out, err } = await run('right.txt wrong.txt --only exchange-rate-qoute');
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/^tickmark: .*exchange-rate-qoute.*exchange-rate-quote.*\n$/);
  });

  it('takes the same bytes on every run', async () => {
    expect(await run('wrong.txt --format json')).toEqual(await run('wrong.txt --format json'));
  });
});

describe('several files and standard input', () => {
  it('does the others where one cannot be read', async () => {
    const { status, err, files } = await runJson('missing.txt right.txt image.png wrong.txt');
    expect(status).toBe(2);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(['right.txt', 'wrong.txt']);
    expect(err.split('\n')).toHaveLength(3);
    expect(err).toMatch(/^tickmark: Cannot read missing.txt: .*\ntickmark: .*image.png/);
  });

  it('reads standard input as "-"', async () => {
    const { files } = await runJson('-', RIGHT);
    expect(files[0]).toMatchObject({ path: '-', summary: { ticked: 1 } });
  });
});

describe('progress', () => {
  const ERASE = '\r\u001b[K';

  it('is a line of the terminal that is gone at the end, and before a complaint', async () => {
    const io = capturedIo({ cwd, errColumns: 40 });
    await main(['check', 'right.txt', 'missing.txt', 'wrong.txt'], io);
    expect(io.complained().split(ERASE)).toEqual([
      '',
      'reading 1 of 3: right.txt …',
      '',
      'reading 2 of 3: missing.txt …',
      expect.stringMatching(/^tickmark: Cannot read missing\.txt: .*\n$/),
      'reading 3 of 3: wrong.txt … 1 error',
      '',
    ]);
  });

  it('is shown for one file where it is large, and in no pipe', async () => {
    writeFileSync(join(cwd, 'large.txt'), `${'No figure here.\n\n'.repeat(130_000)}`);
    const [terminal, pipe, small] = [
      capturedIo({ cwd, errColumns: 80 }),
      capturedIo({ cwd }),
      capturedIo({ cwd, errColumns: 80 }),
    ];
    await main(['check', 'large.txt', '--max-size', '3'], terminal);
    await main(['check', 'right.txt', 'wrong.txt'], pipe);
    await main(['check', 'right.txt'], small);
    expect(terminal.complained()).toBe(`${ERASE}reading: large.txt …${ERASE}`);
    expect([pipe.complained(), small.complained()]).toEqual(['', '']);
  });
});

describe('an input of another kind', () => {
  it.each(['empty.txt', 'image.png', 'report.pdf', '.'])(
    'gets a clear message and status 2: %s',
    async (path) => {
      const { status, out, err } = await run(path);
      expect([status, out]).toEqual([2, '']);
      expect(err.startsWith('tickmark: ')).toBe(true);
      expect(err.split('\n')).toHaveLength(2);
      expect(err).toContain(path);
      expect(err).not.toMatch(/internal error|\n\s+at /);
    },
  );

  it('is over the limit', async () => {
    const { status, err } = await run('right.txt --max-size 0.00001');
    expect(status).toBe(2);
    expect(err).toMatch(/ bytes, over the limit of 10 bytes: raise it with --max-size/);
  });

  it.each(['crlf.txt', 'marked.txt', 'windows.txt'])('is read as what it is: %s', async (path) => {
    const { files } = await runJson(path);
    expect(files[0].summary).toMatchObject({ ticked: 1, errors: 0 });
  });

  it('is text with NUL bytes: a clear answer, either way', async () => {
    const { status, err } = await run('nul.txt');
    expect([0, 2]).toContain(status);
    expect(err).not.toContain('internal error');
  });
});
