import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturedIo } from '../../test/captured-io.js';
import { sarifErrors } from '../../test/sarif-schema.js';
import { checkLineSchema } from '../reports/json-schema.js';
import type { CommandIo } from './command.js';
import { main } from './main.js';

const RIGHT = 'The noon buying rate on March 31, 2006 was ¥117.48 per U.S. $1.00.\n';
const WRONG = RIGHT.replace('117.48', '117.84');

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-check-files-'));
  mkdirSync(join(cwd, 'drafts'));
  writeFileSync(join(cwd, 'drafts/right.txt'), RIGHT);
  writeFileSync(join(cwd, 'drafts/wrong.txt'), WRONG);
  writeFileSync(join(cwd, 'drafts/separators.txt'), `a\u2028b\u0085c ${RIGHT}`);
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function run(line: string, settings: Partial<CommandIo> = {}) {
  const io = capturedIo({ cwd, ...settings });
  const status = await main(['check', ...line.split(' ')], io);
  return { status, out: io.written(), err: io.complained() };
}

describe('check --jsonl', () => {
  const valid = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
    checkLineSchema(),
  );

  it('has in each line what the JSON report has of the file', async () => {
    const lines = (await run('drafts/*.txt --jsonl')).out.split('\n');
    const { files } = JSON.parse((await run('drafts/*.txt --format json')).out);
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line).file)).toEqual(files);
    for (const line of lines) {
      expect(valid(JSON.parse(line)), JSON.stringify(valid.errors)).toBe(true);
      expect(line).not.toMatch(/[\u0085\u2028\u2029]/);
    }
  });

  it('has a line for a file that could not be read', async () => {
    const { status, out, err } = await run('missing.txt drafts/right.txt --format jsonl');
    const [first, second] = out.trimEnd().split('\n');
    const error = JSON.parse(first ?? '');
    expect(error.error).toEqual({
      path: 'missing.txt',
      code: 'unreadable',
      message: 'Cannot read missing.txt: no such file; check the path',
    });
    expect([valid(error), valid({ ...error, extra: 1 }), valid({ tickmark: '', schema: 1 })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(JSON.parse(second ?? '').file.path).toBe('drafts/right.txt');
    expect([status, err.split('\n')]).toEqual([2, [`tickmark: ${error.error.message}`, '']]);
  });

  it('is written file by file, and stops where nobody reads it any more', async () => {
    let lines = 0;
    const flushed = async () => {
      lines += 1;
      return lines < 2;
    };
    const { status, out, err } = await run('drafts/*.txt --jsonl', { flushed });
    expect([status, out.trimEnd().split('\n').length, err]).toEqual([0, 2, '']);
  });

  it('does not go with another format', async () => {
    const { status, err } = await run('drafts/right.txt --jsonl --format json');
    expect([status, err]).toEqual([2, expect.stringContaining("'--jsonl' cannot be used with option")]);
  });
});

describe('a report in a file', () => {
  it.each(['jsonl', 'github', 'terminal', 'sarif'])(
    'is the same as on standard output: %s',
    async (format) => {
      const direct = await run(`drafts/*.txt missing.txt --format ${format}`);
      const { status, out } = await run(`drafts/*.txt missing.txt --format ${format} --output report.out`);
      expect([status, out]).toEqual([direct.status, '']);
      expect(readFileSync(join(cwd, 'report.out'), 'utf8')).toBe(direct.out);
    },
  );

  it('stays as it was where the command is interrupted, or an option is wrong', async () => {
    writeFileSync(join(cwd, 'old.out'), 'old');
    const interruption = () => AbortSignal.abort();
    const { status, err } = await run('drafts/*.txt --jsonl --output old.out', { interruption });
    expect([status, err]).toEqual([2, 'tickmark: Interrupted: old.out is as it was before\n']);
    expect((await run('missing.txt drafts/*.txt --only no --jsonl --output old.out')).status).toBe(2);
    expect(readFileSync(join(cwd, 'old.out'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is not one of the files that a pattern matches', async () => {
    const { status, err } = await run('drafts/*.txt --output drafts/right.txt');
    expect([status, err]).toEqual([2, expect.stringContaining('it is itself one of the files to read')]);
  });
});

describe('several files', () => {
  it('end with a table of them', async () => {
    const { status, out } = await run('drafts/*.txt missing.txt');
    expect(status).toBe(2);
    const table = out.slice(out.indexOf('File '));
    expect(table.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
      'File errors warnings ticked amounts',
      'drafts/right.txt 0 0 1 2',
      'drafts/separators.txt 0 0 1 2',
      'drafts/wrong.txt 1 0 0 2',
      'missing.txt not read',
      '3 files checked: 1 error. 2 of 6 amounts ticked. 1 file could not be read.',
      '',
    ]);
  });

  it('have no table where there is but one, or none could be read', async () => {
    expect((await run('drafts/right.txt')).out).not.toContain('File ');
    expect((await run('missing.txt gone.txt')).out).toBe('');
  });
});

describe('check --format sarif', () => {
  it('is a failed run where no file could be read', async () => {
    const { status, out } = await run('missing.txt --format sarif');
    const log = JSON.parse(out);
    expect([status, sarifErrors(log)]).toEqual([2, []]);
    expect(log.runs[0].invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
  });

  it('has the rules of the checks that were asked for, and keeps to the severity', async () => {
    const { out } = await run(`${join(cwd, 'drafts/wrong.txt')} --format sarif --only date,tie-out`);
    const { driver } = JSON.parse(out).runs[0].tool;
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(['date', 'tie-out']);
    expect(out).not.toContain(cwd);
  });
});

describe('check --format github', () => {
  it('names files as seen from the checkout', async () => {
    const env = { GITHUB_WORKSPACE: cwd };
    const { status, out } = await run('wrong.txt gone.txt --format github', {
      cwd: join(cwd, 'drafts'),
      env,
    });
    expect(status).toBe(2);
    expect(out).toMatch(/^::error file=drafts\/wrong\.txt,line=1,.*\n::error file=drafts\/gone\.txt,title=/);
    expect(out).toMatch(/\n1 file checked: 1 error\. 0 of 2 amounts ticked\. 1 file could not be read\.\n$/);
  });
});
